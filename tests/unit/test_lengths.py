"""What is entered fits an event, and an event fits a frame: one long note must not hold up the cases after it."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from support.desk import RULES, Clock, intake, new_store, receive
from support.line import Line, enrolment

from desk_app.domain import lengths
from desk_app.domain.applicant import Submitter, SubmitterRole
from desk_app.domain.case import HandOver, Receiver, ReturnMethod
from desk_app.domain.component import Component
from desk_app.domain.errors import IntakeIncomplete, NotSendable, TooLong
from desk_app.domain.intake_check import check_intake
from desk_app.services.complete_case import complete_case
from desk_app.services.hand_over import hand_over
from desk_app.services.sync_round import sync_now
from wire.canonical import canonical
from wire.event import next_event
from wire.limits import BODY_BYTES

LETTER = "Ữ"


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(tmp_path):
    made = new_store(tmp_path)
    yield made
    made.close()


def blocking(given):
    return check_intake(given, RULES.catalogue.get(given.procedure_code)).blocking


def papers(many, letters):
    return tuple(Component(name=f"{n:03d}" + LETTER * (letters - 3)) for n in range(many))


FIELDS = {
    "họ tên chủ hồ sơ": (lengths.NAME, lambda base, text: replace(base, applicant=replace(base.applicant, name=text))),
    "địa chỉ": (lengths.ADDRESS, lambda base, text: replace(base, applicant=replace(base.applicant, address=text))),
    "email": (lengths.EMAIL, lambda base, text: replace(base, applicant=replace(base.applicant, email=text[5:] + "@b.vn"))),
    "họ tên người nộp thay": (lengths.NAME, lambda base, text: replace(base, submitter=replace(base.submitter, name=text))),
    "số giấy tờ của người nộp thay": (lengths.NUMBER, lambda base, text: replace(base, submitter=replace(base.submitter, id=text))),
    "điện thoại của người nộp thay": (lengths.PHONE, lambda base, text: replace(base, submitter=replace(base.submitter, phone=text))),
    "địa chỉ nhận kết quả": (lengths.ADDRESS, lambda base, text: replace(base, return_address=text)),
    "cơ quan giải quyết": (lengths.NAME, lambda base, text: replace(base, for_unit=text)),
    "ghi chú": (lengths.NOTE, lambda base, text: replace(base, note=text)),
    "tên giấy tờ": (lengths.PAPER_NAME, lambda base, text: replace(base, components=(*base.components, Component(name=text)))),
}  # fmt: skip


@pytest.mark.parametrize("field", FIELDS)
def test_each_field_has_its_length(field):
    most, put = FIELDS[field]

    assert blocking(put(intake(), LETTER * most)) == ()
    assert blocking(put(intake(), LETTER * (most + 1))) == (f"{field} không quá {most} ký tự",)


def test_a_dossier_has_so_many_papers():
    base = intake()
    typed = lengths.PAPERS - len(base.components)

    assert blocking(replace(base, components=(*base.components, *papers(typed, 9)))) == ()
    assert blocking(replace(base, components=(*base.components, *papers(typed + 1, 9)))) == (
        "thành phần hồ sơ không quá 60 giấy tờ",
    )


def test_the_longest_that_is_allowed_is_stored_and_sent(store, clock):
    """All fields full, with letters of three bytes, and as many long papers as the law has."""
    whole = intake(
        submitter=Submitter(
            role=SubmitterRole.AUTHORISED, name=LETTER * lengths.NAME, id="1" * lengths.NUMBER
        ),
        return_method=ReturnMethod.POST,
        return_address=LETTER * lengths.ADDRESS,
        note=LETTER * lengths.NOTE,
        components=(*intake().components, *papers(10, lengths.PAPER_NAME)),
    )
    applicant = replace(whole.applicant, name=LETTER * lengths.NAME, address=LETTER * lengths.ADDRESS)
    receive(store, clock, **{name: getattr(whole, name) for name in ("submitter", "return_method", "return_address", "note", "components")}, applicant=applicant)  # fmt: skip

    assert len(store.frames_after(0)) >= 1


def test_what_is_too_long_is_said_and_stores_nothing(store, clock):
    with pytest.raises(IntakeIncomplete, match="ghi chú không quá 2000 ký tự"):
        receive(store, clock, note="x" * 2001)
    with pytest.raises(TooLong, match="rút ngắn"):
        receive(store, clock, components=(*intake().components, *papers(50, lengths.PAPER_NAME)))
    code = receive(store, clock)
    with pytest.raises(TooLong):
        complete_case(code, "x" * BODY_BYTES, staff="hoa", store=store, clock=clock)
    complete_case(code, "1", staff="hoa", store=store, clock=clock)
    with pytest.raises(TooLong):
        hand_over(
            code,
            HandOver(receiver=Receiver.PROXY, name=LETTER * 20_000, paper="GUQ 12/2026"),
            staff="hoa",
            store=store,
            clock=clock,
        )
    with store.reading() as reading:
        assert [entry.kind for entry in reading.timeline(code)] == ["received", "completed"]
    assert code.endswith("5001")


def test_an_event_of_an_older_program_that_no_frame_carries_is_named(store, clock):
    with store.transaction() as books:
        books.keep_enrolment(enrolment())
    receive(store, clock)
    noise = "".join(map(chr, random.Random(1).choices(range(0x4E00, 0x9000), k=40_000)))
    with store.transaction() as books:
        event = next_event(
            books.log_key(), (2, books.hash_at(2)), kind="settings_changed", case_code=None,
            at=clock.now().isoformat(), staff="hoa", body=canonical({"note": noise}),
        )  # fmt: skip
        books._db.execute(
            "insert into event values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [getattr(event, name) for name in event.__slots__],
        )
    receive(store, clock)
    with pytest.raises(NotSendable, match="Sự kiện 3 "):
        sync_now(store=store, superior=Line(store), clock=clock, progress=lambda _progress: None)
    with store.reading() as reading:
        assert reading.sync_state().last_layer == "data"
