"""What is received can be printed: the letters that are let in are those of the paper fonts."""

from __future__ import annotations

from dataclasses import replace

import pytest
from reportlab.pdfbase.ttfonts import TTFontFile
from support.desk import DESK, HOA, RULES, Clock, intake, new_store, receive

from desk_app.app.home import Home, paper_maker
from desk_app.domain.applicant import Applicant, Submitter, SubmitterRole
from desk_app.domain.case import HandOver, Receiver
from desk_app.domain.component import Component
from desk_app.domain.errors import IntakeIncomplete, NotPrintable
from desk_app.domain.letters import PRINTABLE, tidied, unprintable
from desk_app.domain.lifecycle import ActName
from desk_app.domain.staff import Staff
from desk_app.domain.turns import Guidance
from desk_app.machine.key_slots import Cost
from desk_app.machine.paths import brought
from desk_app.services.complete_case import complete_case
from desk_app.services.guide_citizen import guide_citizen
from desk_app.services.hand_over import hand_over
from desk_app.services.presence import add_staff

LOST = {"\ufffd", "\uffff"}  # no letters: the sign of a lost one, and the font's own end mark
ODD = ["劉", "😀", "₿", "Ω", "\ufffd"]
HIDDEN = ["\u200b", "\u200d", "\u200e", "\ufeff", "\u00ad"]


@pytest.fixture
def store(tmp_path):
    made = new_store(tmp_path)
    yield made
    made.close()


@pytest.mark.parametrize("style", ["Regular", "Bold", "Italic", "BoldItalic"])
def test_the_letters_are_those_of_every_paper_font(style):
    font = TTFontFile(str(brought("resources") / "fonts" / f"Tinos-{style}.ttf"))

    assert {chr(code) for code in font.charToGlyph} - LOST == PRINTABLE


@pytest.mark.parametrize("letter", ODD)
@pytest.mark.parametrize(
    "changes",
    [
        lambda text: {"applicant": Applicant(name=text)},
        lambda text: {"applicant": Applicant(name="A", address=text)},
        lambda text: {"submitter": Submitter(role=SubmitterRole.AUTHORISED, name=text)},
        lambda text: {"return_address": text},
        lambda text: {"note": text},
        lambda text: {"components": (*intake().components, Component(name=text, originals=1, copies=0))},
    ],
    ids=["name", "address", "submitter", "return address", "note", "paper"],
)
def test_a_letter_that_no_paper_has_is_named_before_anything_is_stored(store, letter, changes):
    with pytest.raises(IntakeIncomplete, match=f"{letter}.*Lưu {letter} Minh"):
        receive(store, Clock(), **changes(f"Lưu {letter} Minh"))
    with store.reading() as reading:
        assert reading.find_cases() == []


@pytest.mark.parametrize("sign", HIDDEN)
def test_what_nobody_sees_is_left_out_and_the_receipt_prints(store, sign):
    extra = Component(name=f"Giấy{sign} ủy  quyền", originals=1, copies=0)
    given = intake(components=(*intake().components, extra))
    applicant = replace(
        given.applicant, name=f"Nguyễn{sign} Thị\u00a0Minh\tĐức", address=f"Thôn\r\nĐồng Tâm{sign}"
    )
    code = receive(store, Clock(), applicant=applicant, components=given.components)
    with store.reading() as reading:
        case = reading.case(code)

    assert (case.intake.applicant.name, case.intake.applicant.address) == (
        "Nguyễn Thị Minh Đức",
        "Thôn Đồng Tâm",
    )
    assert case.intake.components[-1].name == "Giấy ủy quyền"
    assert paper_maker().receipt(case, DESK, HOA).startswith(b"%PDF")
    with store.reading() as reading:
        assert [row.code for row in reading.find_cases("nguyen thi minh duc")] == [code]


def test_letters_put_together_otherwise_are_the_same():
    assert tidied("Nguye\u0302\u0303n") == "Nguyễn"
    assert unprintable("Nguye\u0302\u0303n ế Ặ đ ₫ №") == ""


def test_whoever_takes_a_result_has_a_name_that_the_slip_can_show(store):
    code, clock = receive(store, Clock()), Clock()
    complete_case(code, "15/2026", staff="hoa", store=store, clock=clock)
    taken = HandOver(receiver=Receiver.PROXY, name="Lưu 劉 Minh", id="001090123456", paper="GUQ 12/2026")
    with pytest.raises(NotPrintable, match="劉"):
        hand_over(code, taken, staff="hoa", store=store, clock=clock)
    hand_over(code, replace(taken, name="Lưu\u200b Minh"), staff="hoa", store=store, clock=clock)
    with store.reading() as reading:
        assert reading.case(code).hand_over.name == "Lưu Minh"


def test_a_slip_without_a_case_has_letters_that_it_can_show(store):
    told = Guidance(reason="Thiếu giấy 劉", papers=(Component(name="Đơn", originals=1, copies=0),))
    ports = {"staff": "hoa", "rules": RULES, "store": store, "clock": Clock()}
    with pytest.raises(NotPrintable, match="劉"):
        guide_citizen(ActName.REQUEST_COMPLETION, intake(), told, **ports)
    with pytest.raises(IntakeIncomplete, match="劉"):
        guide_citizen(ActName.REQUEST_COMPLETION, intake(name="劉"), told, **ports)
    seq = guide_citizen(
        ActName.REQUEST_COMPLETION,
        intake(name="Lê\u200b Thị A"),
        replace(told, reason="Thiếu\u200b giấy"),
        **ports,
    )
    with store.reading() as reading:
        guided = reading.guided(seq)
    assert (guided.intake.applicant.name, guided.guidance.reason) == ("Lê Thị A", "Thiếu giấy")


def test_a_desk_or_a_member_of_staff_that_no_paper_can_name_is_not_begun(tmp_path, store):
    home = Home(folder=tmp_path / "new", clock=Clock(), cost=Cost(memory_kib=64, passes=1))
    odd = replace(DESK, letterhead=replace(DESK.letterhead, place="Tân Lập 😀"))
    for desk, first in ((odd, HOA), (DESK, replace(HOA, name="劉"))):
        with pytest.raises(NotPrintable):
            home.begin(desk, first, "một câu thật dài")
    with pytest.raises(NotPrintable):
        add_staff(Staff(login="minh", name="劉"), by="hoa", store=store, clock=Clock())

    assert home.is_vacant


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"fee": 99999999999999999999}, "mức thu"),
        ({"fee": 10**12}, "mức thu"),
        ({"fee": -1}, "mức thu"),
        ({"sets": 10**20}, "số bộ hồ sơ"),
        ({"sets": 0}, "số bộ hồ sơ"),
        ({"components": (*intake().components, Component(name="Đơn", originals=10**20, copies=0))}, "số bản"),
        ({"components": (*intake().components, Component(name="Đơn", originals=2, copies=-1))}, "số bản"),
        ({"applicant": replace(intake().applicant, born="2026-11-24")}, "ngày sinh"),
        ({"applicant": replace(intake().applicant, born="2026-12")}, "ngày sinh"),
        ({"applicant": replace(intake().applicant, born="2027")}, "ngày sinh"),
    ],
)
def test_what_cannot_be_is_said_before_anything_is_stored(store, changes, told):
    with pytest.raises(IntakeIncomplete, match=told):
        receive(store, Clock(), **changes)


@pytest.mark.parametrize("born", ["2026-11-23", "2026-11", "2026", ""])
def test_a_child_of_today_is_received(store, born):
    assert receive(store, Clock(), applicant=replace(intake().applicant, born=born), fee=999_999_999_999)
