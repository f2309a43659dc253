"""How long what a clerk enters may be: a whole dossier fits one event, and one event fits one frame.

A longest intake with Vietnamese letters stays below the 32 KB of `wire.limits.BODY_BYTES` unless nearly every
paper is typed by hand at full length; the log itself refuses that one (errors.TooLong).
"""

from __future__ import annotations

from collections.abc import Container

from desk_app.domain.case import Intake
from desk_app.domain.words import Words

NAME, ADDRESS, NOTE, PAPER_NAME = 200, 500, 2000, 500  # characters
NUMBER, PHONE, EMAIL = 40, 40, 200
PAPERS = 60


def too_long(intake: Intake, printed: Container[str]) -> list[tuple[str, Words]]:
    """Return what is still to be made shorter: the field of the form, and words that say how long it may be.

    `printed` are the papers of the catalogue: they travel as numbers, however long their names are.
    """
    applicant, submitter = intake.applicant, intake.submitter
    typed = [paper.name for paper in intake.components if paper.name not in printed]
    given = (
        ("name", Words("họ tên chủ hồ sơ"), applicant.name, NAME),
        ("id", Words("số giấy tờ"), applicant.id, NUMBER),
        ("address", Words("địa chỉ"), applicant.address, ADDRESS),
        ("email", Words("email"), applicant.email, EMAIL),
        ("submitter_name", Words("họ tên người nộp thay"), submitter.name, NAME),
        ("submitter_id", Words("số giấy tờ của người nộp thay"), submitter.id, NUMBER),
        ("phone", Words("điện thoại của người nộp thay"), submitter.phone, PHONE),
        ("return_address", Words("địa chỉ nhận kết quả"), intake.return_address, ADDRESS),
        ("address", Words("cơ quan giải quyết"), intake.for_unit, NAME),
        ("note", Words("ghi chú"), intake.note, NOTE),
        ("exemption", Words("lý do miễn, giảm"), intake.reckoned.exemption if intake.reckoned else "", NAME),
        (
            "papers",
            Words("tên giấy tờ"),
            max(typed, key=len, default=""),
            PAPER_NAME,
        ),
    )
    found = [
        (place, Words("{field} không quá {most} ký tự", field=field, most=most))
        for place, field, text, most in given
        if len(text) > most
    ]
    if len(intake.components) > PAPERS:
        found.append(("papers", Words("thành phần hồ sơ không quá {most} giấy tờ", most=PAPERS)))
    return found
