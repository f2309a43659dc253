"""Rows of the tables on papers, as values by the names in known.KNOWN."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from desk_app.domain.case import ReturnMethod
from desk_app.domain.component import Component
from desk_app.domain.deadline import term_text
from desk_app.domain.desk import as_written
from desk_app.domain.paper_number import PaperNumber
from desk_app.domain.procedure import Procedure, RequiredComponent, TermChoice
from desk_app.domain.register import HandOverLine, RegisterLine
from desk_app.domain.turns import Guidance, Part, Supplement
from desk_app.printing.facts import Facts
from desk_app.printing.values import (
    BLANK,
    BLANK_MOMENT,
    count,
    flag,
    moment_words,
    money,
    money_words,
    short_day,
)

Row = dict[str, str]
STEPS = 4  # rows of the control slip, at least two of them left to write in
BLANK_STEPS = 2
TO_WRITE = ("hour", "who", "what", "papers", "signed")  # by hand: three lines high


def slip_rows(facts: Facts, table: str) -> list[Row]:
    """Return the rows of a slip's table."""
    match table:
        case "components":
            later = sum(len(asked.taken) for asked in facts.case.supplements) if facts.case else 0
            return _papers(facts.intake.components, len(facts.intake.components) - later)
        case "brought" | "missing":
            part = facts.told(Part)
            return _papers((part.papers if table == "brought" else part.missing) if part else (), None)
        case "papers":
            asked = facts.told(Supplement) or facts.told(Guidance)
            return _papers(asked.papers if asked else (), None)
        case _:
            return _steps(facts)


def register_rows(lines: Sequence[RegisterLine]) -> list[Row]:
    """Return the rows of the register."""
    return [
        {
            "no": str(n),
            "number": str(line.number or ""),
            "case_code": line.case_code,
            "procedure": line.procedure_name,
            "applicant": line.applicant_name,
            "address": line.address,
            "phone": line.phone,
            "agency": line.agency,
            "sets": f"{line.sets:02d}",
            "received_date": short_day(line.received_at),
            "due_date": short_day(line.due_at) if line.due_at else "",
            "returned_date": short_day(line.returned_at) if line.returned_at else "",
            "by_post": flag(line.return_method is ReturnMethod.POST),
            "at_desk": flag(line.return_method is ReturnMethod.DESK),
            "note": line.note,
            "blank": "",
        }
        for n, line in enumerate(lines, 1)
    ]


def paper_number_rows(numbers: Sequence[PaperNumber]) -> list[Row]:
    """Return the rows of the sheet of numbers for paper, high enough to write in."""
    return [
        {"no": str(n), "case_code": number.case_code, **dict.fromkeys(TO_WRITE, "\n\n")}
        for n, number in enumerate(numbers, 1)
    ]


def hand_over_rows(lines: Sequence[HandOverLine]) -> list[Row]:
    """Return the rows of a hand-over list."""
    return [
        {
            "no": str(n),
            "case_code": line.case_code,
            "procedure": line.procedure_name,
            "applicant": line.applicant_name,
            "address": line.address,
            "phone": line.phone,
            "sets": f"{line.sets:02d}",
            "received_date": short_day(line.received_at),
            "due_date": short_day(line.due_at) if line.due_at else "",
            "note": line.note,
            "blank": "",
        }
        for n, line in enumerate(lines, 1)
    ]


def procedure_rows(procedures: Sequence[Procedure]) -> list[Row]:
    """Return one row a procedure: papers and terms a line each."""
    return [{"no": str(n), **procedure_row(procedure)} for n, procedure in enumerate(procedures, 1)]


def procedure_row(procedure: Procedure) -> Row:
    """Return what is posted of a procedure."""
    papers = [f"{n}. {paper.name}" for n, paper in enumerate(procedure.components, 1)]
    return {
        "code": procedure.code,
        "name": procedure.name,
        "field": procedure.field,
        "papers": "\n".join(papers),
        "terms": "\n".join(_terms(procedure.terms)),
        "terms_promised": "\n".join(_promised(procedure.terms)),
        "fee": money(procedure.fee),
        "fee_words": money_words(procedure.fee),
        "free": flag(procedure.fee == 0),
        "fee_text": "" if procedure.fee is not None else procedure.fee_text,
        "fee_unit": procedure.fee_unit,
        "result": procedure.result,
        "at_once": flag(procedure.at_once),
    }


def required_rows(papers: Sequence[RequiredComponent]) -> list[Row]:
    """Return the papers that a procedure asks for."""
    return [
        {
            "no": str(n),
            "name": paper.name,
            "originals": count(paper.originals),
            "copies": count(paper.copies),
            "required": flag(paper.required),
            "group": paper.group[:1].upper() + paper.group[1:],
            "note": paper.note,
        }
        for n, paper in enumerate(papers, 1)
    ]


def _terms(terms: Sequence[TermChoice]) -> list[str]:
    """Return the usual term by law, then those of special cases with their name."""
    usual = [_by_law(choice) for choice in terms[:1]]
    return usual + [f"{choice.text}: {_by_law(choice)}" for choice in terms[1:]]


def _promised(terms: Sequence[TermChoice]) -> list[str]:
    """Return what the commune promises where that is less than the law's, of several terms beside the law's."""
    if len(terms) == 1:
        return [term_text(choice.term) for choice in terms if choice.reduced]
    usual = [f"{_by_law(choice)} → {term_text(choice.term)}" for choice in terms[:1] if choice.reduced]
    return usual + [
        f"{choice.text}: {_by_law(choice)} → {term_text(choice.term)}"
        for choice in terms[1:]
        if choice.reduced
    ]


def _by_law(choice: TermChoice) -> str:
    return term_text(choice.term_by_law or choice.term)


def _papers(papers: Sequence[Component], first_later: int | None) -> list[Row]:
    """Return papers; those from `first_later` on came with a supplement."""
    return [
        {
            "no": str(n + 1),
            "name": paper.name,
            "originals": count(paper.originals),
            "copies": count(paper.copies),
            "added": flag(first_later is not None and n >= first_later),
        }
        for n, paper in enumerate(papers)
    ]


def _steps(facts: Facts) -> list[Row]:
    """Return who gave the dossier to whom, then rows to be filled in by hand."""
    steps: list[Row] = []
    desk = as_written(facts.desk.letterhead.desk_name)
    for sent in facts.case.forwards if facts.case else ():
        steps.append(_step(len(steps) + 1, desk, sent.to, sent.at, sent.note))
        if sent.back_at is not None:
            back = _step(len(steps) + 1, sent.to, desk, sent.back_at, sent.back_note)
            steps.append(back | _kept(sent.back_at, facts.case.due_at if facts.case else None))
    blank = _step(0, BLANK, BLANK, None, "")
    return steps + [blank] * max(BLANK_STEPS, STEPS - len(steps))


def _step(number: int, giver: str, taker: str, at: datetime | None, note: str) -> Row:
    given_at = moment_words(at) if at else BLANK_MOMENT
    return {"no": str(number or ""), "giver": giver, "taker": taker, "given_at": given_at, "note": note,
            "early": "", "on_time": "", "late": ""}  # fmt: skip


def _kept(back_at: datetime, due_at: datetime | None) -> Row:
    """Return whether a result came before its day, on it, or late."""
    if due_at is None:
        return {}
    if back_at > due_at:
        return {"late": "1"}
    return {"early": "1"} if back_at.date() < due_at.date() else {"on_time": "1"}
