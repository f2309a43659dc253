"""A commune's shorter term: stored beside the law's, kept by a correction, told in words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.desk import RULES, Clock, intake, new_store

from desk_app.domain import bodies
from desk_app.domain.local_edits import Commitment, LocalEdit, laid_over
from desk_app.domain.procedure import Procedure, TermChoice
from desk_app.domain.procedure_document import BLANK, procedure_of
from desk_app.domain.promised_term import term_words, with_law
from desk_app.services.correct_case import correct_case
from desk_app.services.local_due import local_due
from desk_app.services.receive_case import preview_case, receive_case

GUARDIAN = "1.004837"
CUT = TermChoice(term="2wd", text="", term_by_law="3wd")
PLAIN = TermChoice(term="2wd", text="trường hợp ngắn")
OTHER = TermChoice(term="2wd", text="trường hợp dài", term_by_law="5wd")


class Cut:
    """The catalogue with the guardian's term cut from 3 working days to 2."""

    version = RULES.catalogue.version

    def get(self, code):
        edit = LocalEdit(code=GUARDIAN, commitments=(Commitment(by_law="3wd", promised="2wd"),))
        return laid_over(RULES.catalogue.get(code), edit if code == GUARDIAN else None)


@pytest.fixture
def ports(tmp_path):
    store = new_store(tmp_path)
    yield {"staff": "hoa", "rules": replace(RULES, catalogue=Cut()), "store": store, "clock": Clock()}
    store.close()


def take(ports, **changes):
    given = intake(procedure_code=GUARDIAN, fee=None, **changes)
    code = receive_case(given, print_receipt=True, **ports).case_code
    return case_of(ports, code)


def case_of(ports, code):
    with ports["store"].reading() as reading:
        return reading.case(code)


@pytest.mark.parametrize(
    ("terms", "named", "by_law"),
    [
        ((CUT,), "", "3wd"),
        ((CUT, OTHER), "5wd", "5wd"),
        ((CUT, OTHER), "", "3wd"),
        ((CUT, PLAIN), "", ""),  # one of the cases has it by law
        ((CUT, PLAIN), "3wd", "3wd"),
        ((CUT,), "9wd", "3wd"),  # a draft of before another decision
        ((TermChoice(term="3wd", text=""),), "3wd", ""),
        ((), "3wd", ""),
    ],
)
def test_the_laws_term_is_that_of_the_chosen_case(terms, named, by_law):
    procedure = Procedure(code=GUARDIAN, name="Đăng ký giám hộ", field_code="", field="Hộ tịch", terms=terms)

    assert with_law(intake(term="2wd", term_by_law=named), procedure).term_by_law == by_law


def test_the_words_name_both(ports):
    assert term_words("2wd", "3wd").format() == "2 ngày làm việc (cắt giảm, theo quy định 3 ngày làm việc)"
    assert term_words("3wd", "") == "3 ngày làm việc"
    assert term_words("", "") == ""


def test_a_case_keeps_the_laws_term_and_is_due_by_the_promise(ports):
    case = take(ports, term="2wd")

    assert (case.intake.term, case.intake.term_by_law) == ("2wd", "3wd")
    assert f"{case.due_at:%d/%m}" == "26/11"  # Monday; 24/11 is a holiday
    assert preview_case(intake(procedure_code=GUARDIAN, term="2wd"), **ports).intake.term_by_law == "3wd"
    assert take(ports, term="3wd").intake.term_by_law == ""


def test_the_body_carries_it():
    body = bodies.received_body(
        intake(term="2wd", term_by_law="3wd"),
        texts=(),
        pinned=bodies.Pinned(
            catalogue_version=1, calendar_version=1, form_set="2025", due_at=None, book="b", book_number=1, slip_number=1
        ),
    )  # fmt: skip

    assert body["term_by_law"] == "3wd"
    assert bodies.intake_of(body, ()).term_by_law == "3wd"


def test_a_correction_keeps_the_cut_while_the_term_stands_and_drops_it_with_another(ports):
    case = take(ports, term="2wd")
    after = replace(RULES, catalogue=RULES.catalogue)  # the officers took the cut away since
    by = {**ports, "rules": after}
    renamed = replace(case.intake, applicant=replace(case.intake.applicant, name="Nguyễn Thị Minh Đạo"))
    correct_case(case.code, renamed, "gõ nhầm tên", **by)
    assert case_of(ports, case.code).intake.term_by_law == "3wd"

    correct_case(case.code, replace(renamed, term="3wd"), "nhầm thời hạn", **by)
    now = case_of(ports, case.code)
    assert (now.intake.term, now.intake.term_by_law) == ("3wd", "")


def test_a_decisions_own_cut_is_a_commitment_and_the_communes_stands_over_it():
    entry = {
        "code": GUARDIAN, **BLANK, "name": "Đăng ký giám hộ", "processing_time": {"text": "3 ngày", "working_days": 3},
        "commitments": [{"by_law": "3wd", "promised": "2wd"}],
    }  # fmt: skip
    published = procedure_of(entry)
    own = Commitment(by_law="3wd", promised="1wd")
    back = Commitment(by_law="3wd", promised="3wd")

    assert [(t.term, t.term_by_law) for t in published.terms] == [("2wd", "3wd")]
    for edit, terms in ((own, ("1wd", "3wd")), (back, ("3wd", ""))):
        laid = laid_over(published, LocalEdit(code=GUARDIAN, commitments=(edit,)))
        assert [(t.term, t.term_by_law) for t in laid.terms] == [terms]
    assert (
        procedure_of({**entry, "commitments": [{"by_law": "5wd", "promised": "2wd"}]}).terms[0].term == "3wd"
    )


def test_the_communes_own_part_ends_before_the_whole_and_stale_ones_are_not_told(ports):
    case = take(ports, term="3wd+5wd")
    assert f"{local_due(case, ports['rules']):%H:%M %d/%m}" == "17:00 27/11"
    assert f"{case.due_at:%d/%m}" == "04/12"
    assert local_due(take(ports, term="3wd"), ports["rules"]) is None

    stale = replace(
        case, due_at=case.due_at.replace(hour=9), local_due_at=None
    )  # promised under another calendar
    assert local_due(stale, ports["rules"]) is None
