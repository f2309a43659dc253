"""Papers of a procedure (thành phần hồ sơ) as lists write them, with how many of each."""

from __future__ import annotations

import re
from collections.abc import Iterator

from desk_app.domain.folding import fold

MOST_PAPERS = 100

_AFTER_COLON = re.compile(r"bản\s*(chính|sao)[^:=\d]{0,20}[:=]\s*(\d{1,2})", re.IGNORECASE)  # Bản chính: 1
_BEFORE = re.compile(r"(\d{1,2})\s*(?:\([\w\s]+\)\s*)?bản\s*(chính|sao)", re.IGNORECASE)  # 01 bản chính
_IN_BRACKETS = re.compile(
    r"\s*[(\[][^()\[\]]*\bbản\s*(?:chính|sao)\b[^()\[\]]*\d[^()\[\]]*[)\]]", re.IGNORECASE
)
_AT_THE_END = re.compile(
    r"[\s,;:–-]*(?:số\s*lượng\s*:?\s*)?(?:bản\s*(?:chính|sao)\s*[:=]\s*\d{1,2}[\s,;.]*)+$", re.IGNORECASE
)
_BULLET = re.compile(r"^\s*(?:[-–+*•●]|\(?\d{1,2}[.)]|\(?[a-zđ][.)])\s*")
_SOMETIMES = re.compile(r"\b(truong hop|neu co|neu |doi voi)\b")
_SHOWN = re.compile(r"\bxuat trinh\b")
_REMARK = re.compile(r"\s*(luu y|ghi chu)\b")


def read_quantity(text: str) -> tuple[int, int] | None:
    """Return originals and copies ("Bản chính: 1 Bản sao: 0"), None when the text names neither."""
    told = {kind.casefold(): int(count) for kind, count in _AFTER_COLON.findall(text)}
    if not told:  # not both: "Bản chính: 1 Bản sao: 0" also holds "1 Bản sao"
        told = {kind.casefold(): int(count) for count, kind in _BEFORE.findall(text)}
    return (told.get("chính", 0), told.get("sao", 0)) if told else None


def without_quantity(text: str) -> str:
    """Return a paper's name without the quantity that stands in brackets or at its end."""
    return _AT_THE_END.sub("", _IN_BRACKETS.sub("", text)).strip()


def paper(
    name: str, quantity: tuple[int, int] | None, *, group: str = "", note: str = ""
) -> dict[str, object]:
    """Return a paper as a catalogue entry has it. Whether it is required is read from its wording.

    Source: the portal's own flag is false on every row, so it cannot be used.
    """
    folded = fold(name)
    if not group:
        group = "xuất trình" if _SHOWN.search(folded) else ""
    sometimes = bool(_SOMETIMES.search(folded)) or group == "tùy trường hợp"
    originals, copies = quantity or (1, 0)
    made: dict[str, object] = {
        "name": _capital(name), "originals": originals, "copies": copies, "required": not sometimes,
    }  # fmt: skip
    return made | {key: value for key, value in (("group", group), ("note", note)) if value}


def papers_of(cell: str) -> list[dict[str, object]]:
    """Read a cell that lists papers, one a line; headings set the group, remarks end with their line."""
    return list(_papers(cell))


def group_of(heading: str) -> str | None:
    """Return the group that a heading begins, None when what follows are remarks and no papers."""
    folded = fold(heading)
    if _REMARK.match(folded.lstrip("* -+")):
        return None
    if _SHOWN.search(folded):
        return "xuất trình"
    return "phải nộp" if re.search(r"\bnop\b", folded) else "tùy trường hợp"


def _papers(cell: str) -> Iterator[dict[str, object]]:
    group: str | None = ""
    for line in cell.splitlines()[:MOST_PAPERS]:
        name = _BULLET.sub("", line).strip()
        if name.endswith(":"):
            group = group_of(name)
        elif name and group is not None and not _REMARK.match(fold(name)):
            quantity = read_quantity(name)
            if quantity != (0, 0):  # neither original nor copy: a remark among the papers
                yield paper(without_quantity(name), quantity, group=group)


def _capital(name: str) -> str:
    name = _BULLET.sub("", name).strip().rstrip(".;,")
    return name[:1].upper() + name[1:]
