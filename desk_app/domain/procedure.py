"""A procedure of the catalogue (thủ tục hành chính) in one version."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class RequiredComponent:
    """One paper that a procedure asks for (thành phần hồ sơ)."""

    name: str
    originals: int = 1
    copies: int = 0
    required: bool = True
    note: str = ""
    group: str = ""
    lookup_first: bool = (
        False  # a national database may hold it: look there before asking (NĐ 118/2025 Đ.17.1b)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class TermChoice:
    """One processing time; several when the law tells cases apart. `term` as `desk-app due` reads it."""

    term: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcedureTexts:
    """What a pinned catalogue version calls a procedure and its papers."""

    name: str
    field: str
    papers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """A catalogue entry. Money in đồng; `fee` None = nobody has set it; `terms` empty = not known."""

    code: str
    name: str  # as the law names it, without the leading "Thủ tục"
    field_code: str
    field: str
    terms: tuple[TermChoice, ...] = ()
    fee: int | None = None
    fee_unit: str = ""
    fee_text: str = ""
    fee_varies: bool = False
    components: tuple[RequiredComponent, ...] = ()
    result: str = ""
    at_once: bool = False
    common: bool = False
    name_only: bool = False
