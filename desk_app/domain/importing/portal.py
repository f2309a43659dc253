"""Procedures from the national portal, its JSON as it answers and as public dumps keep it (JSONL)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from desk_app.domain.folding import fold
from desk_app.domain.importing import texts
from desk_app.domain.importing.findings import Item, Known
from desk_app.domain.importing.papers import group_of, paper
from desk_app.domain.importing.shape import fitted
from desk_app.domain.importing.times import read_time
from desk_app.domain.importing.vocabulary import Vocabulary
from desk_app.domain.procedure import ProcedureStatus
from desk_app.domain.procedure_code import read_code

Raw = Mapping[str, Any]

_UNITS = {"WORKING_DAY": "ngày làm việc", "DAY": "ngày", "HOUR": "giờ", "MONTH": "tháng", "MINUTE": "phút"}
_CHANNELS = {"ONLINE": "Trực tuyến", "DIRECT": "Trực tiếp", "POSTAL": "Bưu chính"}


class NotForCommunes(ValueError):
    """Why a procedure of the portal is none that a commune receives, in Vietnamese."""


def is_portal(raw: Raw) -> bool:
    """Return whether an object is the portal's or a dump of it."""
    return "proc_id" in raw or "executionMethods" in raw or "isWard" in raw


def portal_item(raw: Raw, vocabulary: Vocabulary, known: Known, publishers: frozenset[str], row: int) -> Item:
    """Return a procedure of the portal.

    `publishers` are the codes (H31, G15) whose procedures are wanted; empty = every ministry, no province.

    Raises:
        WrongShape: a part of it is of another kind.
        NotForCommunes: it is of another level, a school's or the social insurance's, or another province's.
        KeyError, TypeError, ValueError, AttributeError: it is not what the portal gives.
    """
    dump = "proc_id" in raw
    code = read_code(str(raw["proc_id"] if dump else raw["code"]))
    if code is None:
        raise NotForCommunes(f"“{raw.get('proc_id') or raw.get('code')}” không phải mã TTHC (dạng 1.001193)")
    levels = raw.get("agency_levels") or "" if dump else ", ".join(_levels(raw))
    _for_communes(raw, levels, vocabulary, publishers)
    name = texts.name_of(str(raw["name"]))
    if not name:
        raise ValueError("name")
    fields: dict[str, Any] = {
        "name": name,
        "status": ProcedureStatus.IN_FORCE.value,
        "level": texts.level_of(levels),
    }
    fields |= dict(_field(raw, known, dump=dump))
    fields |= dict(_dump_fields(raw, vocabulary) if dump else _answer_fields(raw, vocabulary))
    if code.suffix:
        fields["code_suffix"] = code.suffix
    return Item(code=code.national, fields=dict(fitted(fields)), sheet="", row=row)


def _for_communes(raw: Raw, levels: str, vocabulary: Vocabulary, publishers: frozenset[str]) -> None:
    if "xã" not in texts.level_of(levels):
        raise NotForCommunes("không thuộc cấp xã")
    publisher = str(raw.get("department_code") or raw.get("departmentPromulgateCode") or "")
    if publisher not in publishers if publishers else publisher.startswith("H"):
        raise NotForCommunes(f"do cơ quan khác công bố ({publisher})")
    agencies = str(raw.get("executing_agency") or raw.get("executingAgencies") or "")
    named = [fold(agency) for agency in re.split(r"[,;\n]", agencies) if agency.strip()]
    if named and all(any(other in agency for other in vocabulary.not_communes) for agency in named):
        raise NotForCommunes(f"do {agencies} thực hiện, không phải UBND cấp xã")


def _levels(raw: Raw) -> Iterator[str]:
    for key, level in (("isWard", "xã"), ("isProvince", "tỉnh"), ("isMinistry", "bộ")):
        if raw.get(key):
            yield level


def _field(raw: Raw, known: Known, *, dump: bool) -> Iterator[tuple[str, str]]:
    if dump:
        named = {"name": str(raw.get("domain") or "").split(";")[0].strip(), "code": ""}
    else:
        named = next(iter(raw.get("categoriesDetails") or ()), {"name": "", "code": ""})
    if named["name"]:
        name, code = known.fields.get(fold(named["name"]), (texts.field_of(named["name"]), ""))
        yield "field", name
        if named.get("code") or code:
            yield "field_code", named.get("code") or code


def _dump_fields(raw: Raw, vocabulary: Vocabulary) -> Iterator[tuple[str, Any]]:
    methods = [
        (m.get("submission_method", ""), m.get("processing_time_text", ""), m.get("description", ""))
        for m in raw.get("methods") or ()
    ] + [("", s.get("processing_text", ""), "") for s in raw.get("online_services") or ()]
    yield from _time(methods)
    fees = [
        (f.get("amount_value"), f.get("amount_text") or "", f.get("currency_id") or "")
        for f in raw.get("fees") or ()
    ]
    yield from _fee(fees, vocabulary)
    listed = [
        (p.get("case_name") or "", p["name"], p.get("original_qty") or 0, p.get("copy_qty") or 0)
        for p in raw.get("checklist") or ()
    ]
    yield from _papers(listed)
    yield from _rest(
        results=[raw.get("results") or ""],
        legal=[basis.get("doc_code") or "" for basis in raw.get("legal_basis") or ()],
        decision=str(raw.get("decision_number") or ""),
    )


def _answer_fields(raw: Raw, vocabulary: Vocabulary) -> Iterator[tuple[str, Any]]:
    execution = raw.get("executionMethods") or ()
    methods = [
        (
            _CHANNELS.get(m.get("submissionMethod") or "", ""),
            _with_unit(m.get("processingTime"), m.get("processingTimeUnit")),
            m.get("description") or "",
        )
        for m in execution
    ]
    days = [case.get("processingDay") or {} for case in raw.get("cases") or ()]
    yield from _time([*methods, *(("", _with_unit(day.get("qty"), day.get("type")), "") for day in days)])
    fees = [
        (f.get("value"), f.get("description") or "", f.get("currencyId") or "")
        for source in (*execution, raw)
        for f in source.get("fees") or ()
    ]
    yield from _fee(fees, vocabulary)
    cases = [
        *(raw.get("executionCases") or ()),
        {"name": "", "profileComponents": raw.get("profileComponents")},
    ]
    listed = [
        (case.get("name") or "", p["name"], p.get("originalQty") or 0, p.get("copyQty") or 0)
        for case in cases
        for p in case.get("profileComponents") or ()
    ]
    yield from _papers(listed)
    proposal = raw.get("procedureProposal") or {}
    yield from _rest(
        results=[result.get("name") or "" for result in raw.get("resultsDetails") or ()],
        legal=[basis.get("code") or "" for basis in raw.get("legalBasisesDetails") or ()],
        decision=str(proposal.get("decisionNumber") or proposal.get("proposalNumber") or ""),
    )


def _with_unit(quantity: object, unit: object) -> str:
    """Return a time in words, empty without a unit: the portal writes "same day" as 1 of unit OTHER."""
    if not isinstance(quantity, int | float) or quantity <= 0 or unit not in _UNITS:
        return ""
    return f"{quantity:g} {_UNITS[str(unit)]}".replace(".", ",")


def _time(methods: list[tuple[str, str, str]]) -> Iterator[tuple[str, Any]]:
    """Take every distinct time; times by channel are often times by case, so a person chooses."""
    choices: dict[str, str] = {}
    said: dict[str, None] = {}
    for channel, time, description in methods:
        read = read_time(time) if time else read_time(description.split("\n")[0])
        if read.mistaken:
            continue
        if time:
            said[time] = None
        for choice in read.choices:
            told = description.split("\n")[0].strip() or channel or choice.text
            choices.setdefault(choice.term, told if len(told) <= 200 else choice.text)
            said.setdefault(choice.text, None)
    if said:
        made = [{"term": term, "text": told} for term, told in choices.items()]
        yield "processing_time", {"text": "; ".join(said), "choices": made}


def _fee(fees: list[tuple[object, str, str]], vocabulary: Vocabulary) -> Iterator[tuple[str, Any]]:
    """Take amounts in đồng alone: embassies' rows are in dollars, and 0 without a word is a placeholder."""
    ours = [
        (amount, text.strip()) for amount, text, currency in fees if currency.endswith(vocabulary.currency)
    ]
    paid = [
        (int(a), text) for a, text in ours if isinstance(a, int | float) and not isinstance(a, bool) and a > 0
    ]
    words = dict.fromkeys(" ".join(f"{f'{a:,}'.replace(',', '.')} đồng {text}".split()) for a, text in paid)
    words |= dict.fromkeys(text for amount, text in ours if not amount and text)
    if not words:
        return
    fee: dict[str, Any] = {"text": "; ".join(words)}
    if len({amount for amount, _ in paid}) == 1 and len(words) == 1:
        fee["amount_vnd"] = paid[0][0]
        if unit := re.fullmatch(r"/\s*([\w ]{1,30})", paid[0][1]):
            fee["unit"] = unit[1].strip()
    yield "fee", fee


def _papers(listed: list[tuple[str, str, int, int]]) -> Iterator[tuple[str, Any]]:
    """Take each paper once; what asks for neither original nor copy is a remark, whatever its code."""
    made: dict[str, dict[str, object]] = {}
    for case, name, originals, copies in listed:
        group = group_of(case) if case.strip(" *:") else ""
        if group is None or (originals, copies) == (0, 0):
            continue
        note = case.strip(" *:-") if group == "tùy trường hợp" else ""
        one = paper(" ".join(name.split()), (int(originals), int(copies)), group=group, note=note)
        made.setdefault(fold(str(one["name"])), one)
    if made:
        yield "documents", list(made.values())


def _rest(*, results: list[str], legal: list[str], decision: str) -> Iterator[tuple[str, Any]]:
    if result := "; ".join(filter(None, results)):
        yield "result", result
    if codes := [code.strip() for code in legal if code.strip()]:
        yield "legal_basis", codes
    if decision:
        yield "decision", decision
