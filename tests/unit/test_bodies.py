"""What is written into an event comes back as it was."""

from __future__ import annotations

from datetime import datetime

from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain import bodies
from desk_app.domain.applicant import Applicant, Submitter
from desk_app.domain.case import HandOver, Intake
from desk_app.domain.component import Component
from desk_app.domain.moment import VIETNAM

TEXTS = ("Tờ khai", "Giấy chứng sinh")
words = st.text(max_size=20)
moments = st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)).map(
    lambda d: d.replace(tzinfo=VIETNAM, microsecond=0)
)
components = st.builds(
    Component, name=st.sampled_from(TEXTS) | words, originals=st.integers(0, 9), copies=st.integers(0, 9)
)
intakes = st.builds(
    Intake,
    applicant=st.builds(Applicant, name=words, id=words, born=words, sex=words, address=words, phone=words, email=words),
    submitter=st.builds(Submitter, name=words, id=words, phone=words),
    procedure_code=st.text(min_size=1, max_size=9),
    components=st.lists(components, max_size=4).map(tuple),
    term=words, sets=st.integers(1, 9), fee=st.none() | st.integers(0, 10**9), return_address=words, note=words,
    at_once=st.booleans(),
)  # fmt: skip


@given(intakes, st.none() | moments, st.integers(0, 99))
def test_an_intake_comes_back(intake, due_at, slip_number):
    pinned = bodies.Pinned(
        catalogue_version=1, calendar_version=1, form_set="2025", due_at=due_at, book="2026-1", book_number=7,
        slip_number=slip_number,
    )  # fmt: skip
    body = bodies.received_body(intake, texts=TEXTS, pinned=pinned)

    assert (bodies.intake_of(body, TEXTS), bodies.pinned_of(body)) == (intake, pinned)


@given(
    st.builds(HandOver, name=words, id=words, paper=words, post_code=words, slip_number=st.integers(1, 99)),
    moments,
)
def test_a_hand_over_comes_back(taken, at):
    back = bodies.hand_over_of(bodies.handed_over_body(taken), at, "hoa")

    assert (back.name, back.slip_number, back.at, back.staff) == (taken.name, taken.slip_number, at, "hoa")
    assert (back.receiver, back.id, back.paper, back.post_code) == (
        taken.receiver,
        taken.id,
        taken.paper,
        taken.post_code,
    )


def test_a_paper_of_the_catalogue_travels_as_its_place():
    intake = Intake(
        applicant=Applicant(name="A"), submitter=Submitter(), procedure_code="1",
        components=(Component(name="Giấy chứng sinh"), Component(name="Đơn viết tay")),
    )  # fmt: skip
    pinned = bodies.Pinned(
        catalogue_version=1,
        calendar_version=1,
        form_set="2025",
        due_at=None,
        book="b",
        book_number=1,
        slip_number=0,
    )

    assert bodies.received_body(intake, texts=TEXTS, pinned=pinned)["components"] == [
        [1, 1, 0],
        ["Đơn viết tay", 1, 0],
    ]
