"""The 12-digit personal id (số định danh cá nhân): what its digits say, and how lists show it.

Source: NĐ 137/2015 Đ.7, 13; TT 59/2021/TT-BCA Đ.4. There is no checksum, so nothing here blocks.
"""

from __future__ import annotations

from desk_app.domain.words import Words

_CODES = (
    "001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037"
    " 038 040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079"
    " 080 082 083 084 086 087 089 091 092 093 094 095 096"
)
_REGISTERED = frozenset(_CODES.split())
SEXES = {"Nam": Words("Nam"), "Nữ": Words("Nữ")}  # as a citizen card says it


def is_personal_id(text: str) -> bool:
    """Return whether `text` is 12 ASCII digits."""
    return len(text) == 12 and text.isascii() and text.isdigit()


def year_and_sex(personal_id: str) -> tuple[int, str]:
    """Return the year of birth and "Nam" or "Nữ" that the digits C and YY tell."""
    century = int(personal_id[3])
    return 1900 + 100 * (century // 2) + int(personal_id[4:6]), "Nữ" if century % 2 else "Nam"


def check_personal_id(personal_id: str, born: str, sex: str) -> tuple[str, ...]:
    """Return what looks odd (Words); `born` is ISO 8601 of any precision, `sex` "Nam", "Nữ" or empty."""
    if not is_personal_id(personal_id):
        return (Words("Số định danh phải có đúng 12 chữ số."),)
    year, told = year_and_sex(personal_id)
    odd: list[Words] = []
    if born and born[:4] != str(year):
        odd.append(Words("Số định danh cho năm sinh {year}, khác ngày sinh đã ghi.", year=year))
    if sex and sex != told:
        odd.append(Words("Số định danh cho giới tính {sex}, khác giới tính đã ghi.", sex=SEXES[told]))
    if personal_id[:3] not in _REGISTERED:
        place = personal_id[:3]
        odd.append(
            Words("Mã nơi đăng ký khai sinh {place} không có trong danh sách tỉnh; hãy xem lại.", place=place)
        )
    return tuple(odd)


def masked(number: str) -> str:
    """Return an id as lists and logs show it: the first seven characters, then dots."""
    return number[:7] + "•" * len(number[7:])
