"""What the columns of published lists are called: data (resources/catalogue_import.json), matched folded."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desk_app.domain.folding import fold
from desk_app.domain.importing.sheet import Cell, text_of
from desk_app.domain.procedure_code import codes_within

LONGEST_HEADER = 120
_UNIT = re.compile(r"\b(ngay lam viec|ngay|gio)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Folded headers to the meaning of their column, and what is known of codes and publishers."""

    headers: Mapping[str, str]
    never: tuple[str, ...]  # a header with one of these says something that only looks like a known one
    placeholder_codes: frozenset[str]
    not_communes: tuple[str, ...]
    currency: str  # how the id of đồng ends on the portal

    @property
    def meanings(self) -> frozenset[str]:
        """Return everything that a column may stand for."""
        return frozenset(self.headers.values())

    def also(self, headers: Mapping[str, str]) -> Vocabulary:
        """Return this vocabulary with the headers of one file, which count before all others."""
        own = {_plain(header): meaning for header, meaning in headers.items()}
        return Vocabulary(
            headers={**self.headers, **own},
            never=self.never,
            placeholder_codes=self.placeholder_codes,
            not_communes=self.not_communes,
            currency=self.currency,
        )

    def meaning_of(self, header: str) -> str:
        """Return what a column of this header stands for, empty when nobody knows."""
        plain = _plain(header)
        if not plain or len(plain) > LONGEST_HEADER:
            return ""
        if plain in self.headers:
            return self.headers[plain]
        without = _plain(re.sub(r"\([^()]*\)?", " ", header))
        if self.says_other(header):  # "Sau cắt giảm (ngày)", but not "Thời hạn (đã trừ số ngày cắt giảm)"
            return self.headers.get(without, "") if self.says_other(without) else ""
        if without in self.headers:
            return self.headers[without]
        longest = max((known for known in self.headers if " " in known and without.startswith(f"{known} ")),
                      key=len, default="")  # fmt: skip
        return self.headers.get(longest, "")

    def says_other(self, header: str) -> bool:
        """Return whether a header holds a word that makes it mean something else ("sau cắt giảm")."""
        plain = _plain(header)
        return any(word in plain for word in self.never)

    def columns_of(self, cells: Sequence[Cell]) -> dict[int, str]:
        """Return the meaning of each known column, empty when this is no row of headers.

        A row of headers knows the code or the name, and one thing more, and holds no code itself.
        """
        texts = [text_of(cell) for cell in cells]
        if any(codes_within(text) for text in texts):
            return {}
        found = {n: meaning for n, text in enumerate(texts) if (meaning := self.meaning_of(text))}
        meanings = set(found.values())
        return found if len(meanings) > 1 and meanings & {"code", "name"} else {}


def vocabulary_from(data: Mapping[str, object]) -> Vocabulary:
    """Read the resource's JSON.

    Raises:
        ValueError: it is none.
    """
    match data:
        case {
            "columns": dict(columns),
            "never": list(never),
            "placeholder_codes": list(codes),
            "not_communes": list(others),
            "currency": str(currency),
        }:
            return Vocabulary(
                headers={_plain(header): meaning for meaning, known in columns.items() for header in known},
                never=tuple(_plain(word) for word in never),
                placeholder_codes=frozenset(codes),
                not_communes=tuple(fold(other) for other in others),
                currency=currency,
            )
    raise ValueError("not a vocabulary")


def unit_in(header: str) -> str:
    """Return the unit that a column's header names for bare numbers: "Thời hạn (ngày làm việc)"."""
    found = _UNIT.search(fold(header))
    units = {"ngay lam viec": "ngày làm việc", "ngay": "ngày", "gio": "giờ"}
    return units[found[1]] if found else ""


def _plain(header: str) -> str:
    return " ".join("".join(c if c.isalnum() else " " for c in fold(header)).split())
