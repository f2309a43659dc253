"""The names that a form may use: fields of slips and of lists, and the fields of their tables' rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from desk_app.domain.slip import SlipKind
from desk_app.printing.facts import WITHDRAWAL
from desk_app.printing.slip_fields import SLIP_FIELDS


@dataclass(frozen=True, slots=True)
class Known:
    """What the forms of one paper may name; `tables` gives the fields of a row."""

    fields: frozenset[str]
    tables: Mapping[str, frozenset[str]]


PAPER_ROW = frozenset({"no", "name", "originals", "copies", "added"})
STEP_ROW = frozenset({"no", "giver", "taker", "given_at", "early", "on_time", "late", "note"})
REGISTER_ROW = frozenset(
    {"no", "number", "case_code", "procedure", "applicant", "address", "phone", "agency", "sets", "received_date",
     "due_date", "returned_date", "by_post", "at_desk", "note", "blank"}
)  # fmt: skip
HAND_OVER_ROW = REGISTER_ROW - {"number", "agency", "returned_date", "by_post", "at_desk"}
PAPER_NUMBER_ROW = frozenset({"no", "case_code", "hour", "who", "what", "papers", "signed"})
REQUIRED_ROW = frozenset({"no", "name", "originals", "copies", "required", "group", "note"})
PROCEDURE_ROW = frozenset(
    {"no", "code", "name", "field", "papers", "terms", "terms_promised", "fee", "fee_words", "free", "fee_text",
     "fee_unit", "result", "at_once"}
)  # fmt: skip
DAY_ROW = frozenset(
    {"no", "procedure_code", "procedure", "received", "received_held", "completed", "completed_held", "handed_over",
     "handed_over_held", "refused"}
)  # fmt: skip
DIFFERENCE_ROW = frozenset({"no", "case_code", "only_desk", "only_superior", "refused"})
HEAD_FIELDS = frozenset(
    {"agency", "desk", "desk_place", "desk_phone", "slip_at", "slip_on", "slip_date", "count"}
)
PAGE_FIELDS = frozenset({"page", "page_count", "page_returned", "total_count", "total_returned"})
_PAPER_TABLES = dict.fromkeys(("components", "papers", "brought", "missing"), PAPER_ROW)
_SLIP = Known(frozenset(SLIP_FIELDS), {**_PAPER_TABLES, "steps": STEP_ROW})
KNOWN: dict[str, Known] = {
    **{kind.value: _SLIP for kind in SlipKind},
    WITHDRAWAL: _SLIP,
    "register": Known(HEAD_FIELDS | {"period"}, {"cases": REGISTER_ROW}),
    "hand_over_list": Known(HEAD_FIELDS | {"to", "giver"}, {"cases": HAND_OVER_ROW}),
    "paper_numbers": Known(HEAD_FIELDS | {"day", "first", "last", "giver"}, {"numbers": PAPER_NUMBER_ROW}),
    "reconciliation": Known(
        HEAD_FIELDS
        | {
            "day",
            "giver",
            "said",
            "head_seq",
            "head_hash",
            "acknowledged_seq",
            "acknowledged_hash",
            "outcome",
        },
        {"procedures": DAY_ROW, "differences": DIFFERENCE_ROW},
    ),
    "guidance_sheet": Known(HEAD_FIELDS | PROCEDURE_ROW - {"no", "papers"}, {"papers": REQUIRED_ROW}),
    "posting": Known(HEAD_FIELDS, {"procedures": PROCEDURE_ROW}),
}
