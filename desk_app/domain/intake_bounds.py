"""What an intake may hold at all: letters that papers can print, amounts that can be, dates that have been."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from desk_app.domain.case import Intake
from desk_app.domain.letters import texts_of, tidied, tidied_all, unprintable
from desk_app.domain.procedure import Procedure
from desk_app.domain.words import Words

MOST_FEE = 999_999_999_999  # đồng; a slip of the finger must not become an amount
MOST_SETS = 999
MOST_COPIES = 9_999  # of one paper


def tidied_intake(intake: Intake, procedure: Procedure) -> Intake:
    """Return an intake with its texts tidied, but for names of papers that stand so in the catalogue."""
    known = {paper.name for paper in procedure.components}
    papers = tuple(
        paper if paper.name in known else replace(paper, name=tidied(paper.name))
        for paper in intake.components
    )
    return replace(tidied_all(intake), components=papers)


def out_of_bounds(intake: Intake, today: date | None) -> list[tuple[str, Words]]:
    """Return what cannot be so: the field of the form, and what is to stand there instead."""
    odd: list[tuple[str, Words]] = []
    for field, texts in _printed(intake):
        for text in texts:
            if letters := unprintable(text):
                told = Words(
                    "chữ in được thay cho “{letters}” (trong “{text}”)", letters=letters, text=text[:40]
                )
                odd.append((field, told))
    born = intake.applicant.born
    if today is not None and born > today.isoformat()[: len(born)]:
        odd.append(("born", Words("ngày sinh không sau hôm nay")))
    if intake.fee is not None and not 0 <= intake.fee <= MOST_FEE:
        odd.append(("fee", Words("mức thu từ 0 đến 999.999.999.999 đồng")))
    if not 1 <= intake.sets <= MOST_SETS:
        odd.append(("sets", Words("số bộ hồ sơ từ 1 đến 999")))
    if any(
        not 0 <= count <= MOST_COPIES
        for paper in intake.components
        for count in (paper.originals, paper.copies)
    ):
        odd.append(("papers", Words("số bản của giấy tờ từ 0 đến 9.999")))
    return odd


def _printed(intake: Intake) -> list[tuple[str, list[str]]]:
    """Return the texts by the field of the form where the clerk mends them."""
    applicant = intake.applicant
    rest = replace(applicant, name="", phone="", email="", id="")
    others = replace(
        intake, applicant=rest, submitter=replace(intake.submitter, name=""), components=(), return_address=""
    )
    return [
        ("name", [applicant.name]),
        ("id", [applicant.id]),
        ("phone", [applicant.phone]),
        ("email", [applicant.email]),
        ("submitter_name", [intake.submitter.name]),
        ("papers", texts_of(intake.components)),
        ("return_address", [intake.return_address]),
        ("address", texts_of(others)),
    ]
