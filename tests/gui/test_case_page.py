"""The case page: what is offered to whom, what is shown, and that no paper is lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from support.case_window import CODE, CTRL, CaseWindow, shown_texts

from desk_app.app.startup import application
from desk_app.domain.case import STATE_NAMES, State
from desk_app.domain.component import Component
from desk_app.domain.deed import Brought, Deed, MoneyAct, Note, TakingBack
from desk_app.domain.happening import Kind
from desk_app.domain.lifecycle import ACTS, ActName
from desk_app.domain.moment import moment
from desk_app.domain.slip import SlipKind
from desk_app.domain.staff import Role
from desk_app.domain.turns import Ending, Extension, Forward, PaymentAsked, Supplement, Taking
from desk_app.ui.case.acts.table import FORMS, LETTERS
from desk_app.ui.names import ACT_NAMES, SLIP_NAMES
from desk_app.ui.typed_text import press, type_text

PAPER = Component(name="Giấy chứng sinh bản gốc", originals=1)
LIFE = (
    Deed(act=ActName.FORWARD, given=Forward(to="Nguyễn Thị Lan", note="thẩm định")),
    Deed(act=ActName.TAKE_BACK, given=Note(text="đủ điều kiện")),
    Deed(act=ActName.REQUEST_SUPPLEMENT, given=Supplement(papers=(PAPER,), reason="bản nộp bị nhòe")),
    Deed(act=ActName.TAKE_SUPPLEMENT, given=Brought(papers=(PAPER,))),
    Deed(act=ActName.REQUEST_PAYMENT, given=PaymentAsked(amount=50_000, what="Phí thẩm định")),
    Deed(act=ActName.TAKE_PAYMENT, given=Taking(amount=50_000)),
    Deed(act=MoneyAct.COLLECT_FEE, given=Taking(amount=8000, receipt_form="01BLP2-001", receipt_sign="AA-26T",
                                                receipt_number="0000123")),
    Deed(act=ActName.EXTEND, given=Extension(new_due=moment("2026-12-10T12:00"), reason="chờ xác minh", signer="Tuấn")),
    Deed(act=ActName.STOP, given=Ending(reason="theo đơn", signer="Tuấn")),
)  # fmt: skip


@pytest.fixture(scope="session")
def qapp():
    return application()


@pytest.fixture
def desk(qtbot, tmp_path):
    made = CaseWindow(qtbot, tmp_path)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("roles", "absent", "there"),
    [
        ({Role.RECEIVE}, {ActName.REQUEST_SUPPLEMENT, ActName.REFUSE, ActName.EXTEND, ActName.STOP}, ActName.WITHDRAW),
        ({Role.LEAD}, {ActName.WITHDRAW, ActName.FORWARD, ActName.COMPLETE, MoneyAct.COLLECT_FEE}, ActName.EXTEND),
        ({Role.ADMINISTER}, set(ActName) | set(MoneyAct), None),
    ],
)  # fmt: skip
def test_what_a_role_may_not_do_is_absent(qtbot, tmp_path, roles, absent, there):
    desk = CaseWindow(qtbot, tmp_path, roles=frozenset(roles)).sign_in()

    assert not absent & set(desk.offered)
    assert there in desk.offered or not desk.offered
    assert desk.screen.next.go.isVisible() is (ActName.COMPLETE in desk.offered)
    desk.close()


def test_what_the_state_does_not_allow_is_absent(desk):
    desk.sign_in()
    assert {ActName.TAKE_SUPPLEMENT, ActName.TAKE_BACK, ActName.HAND_OVER}.isdisjoint(desk.offered)
    assert ActName.VOID in desk.offered
    desk.clock.advance_to(moment("2026-11-25T08:00"))
    desk.open()

    assert ActName.VOID not in desk.offered, "a number of another day is not made void"


def test_a_letter_types_where_text_is_typed_and_chooses_only_after_f6(desk):
    desk.sign_in()
    press(QApplication.focusWidget(), Qt.Key.Key_T)
    assert desk.screen.panel is None
    desk.key(Qt.Key.Key_F6)
    press(QApplication.focusWidget(), Qt.Key.Key_Down)
    press(QApplication.focusWidget(), Qt.Key.Key_Space)
    desk.settle()

    assert desk.form.act is ActName.FORWARD, "arrows and Space reach every act as well"
    desk.key(Qt.Key.Key_Escape)
    assert desk.screen.panel is None
    desk.key(Qt.Key.Key_Escape)
    assert desk.program.window.stack.currentWidget() is desk.program.screens["cases"]


def test_a_paper_that_the_printer_refused_is_offered_again(desk):
    desk.papers.write_text("a file where the folder should be")
    form = desk.sign_in().choose("D")
    type_text(form.reason, "theo đơn")
    desk.f9()
    desk.key(Qt.Key.Key_Return, CTRL)
    desk.settle()
    assert "hồ sơ đã lưu" in desk.told
    assert desk.case().state is State.STOPPED, "what was done stands, paper or not"
    assert "thông báo dừng" in desk.screen.next.offer_text.text()
    desk.papers.unlink()
    desk.key(Qt.Key.Key_P, CTRL)
    desk.settle()

    assert desk.printed("stop_notice") == 1
    assert desk.case().slip(SlipKind.STOP_NOTICE).printed == 1
    assert "thông báo dừng" not in desk.screen.next.offer_text.text(), "the receipt is next"


def test_a_paper_that_a_power_cut_kept_from_the_printer_is_offered_when_the_case_is_opened(desk):
    desk.did(LIFE[0])  # stored, and then the power went before its paper came
    desk.sign_in()
    assert "phiếu kiểm soát" in desk.screen.next.offer_text.text()
    desk.screen.slips.buttons["control"].click()
    desk.settle()

    assert (desk.printed("control"), desk.screen.slips.buttons["control"].text()) == (1, "In lại")


def test_any_slip_in_force_is_printed_again_and_the_replaced_one_is_not_offered(desk):
    desk.did(*LIFE[2:4])
    desk.sign_in()
    assert sorted(desk.screen.slips.buttons) == ["completion", "receipt"]
    for _ in range(2):
        desk.screen.slips.buttons["receipt"].click()
        desk.settle()

    assert desk.case().slip(SlipKind.RECEIPT).printed == 2
    assert desk.printed("receipt") == 2


def test_a_whole_life_is_told_in_words(desk):
    desk.did(*LIFE)
    desk.sign_in()
    shown = shown_texts(desk.screen)

    for text in (
        "Đã dừng", "Đã thu", "Chuyển xử lý: Nguyễn Thị Lan", "Nhận lại: đủ điều kiện", "bản nộp bị nhòe (thẩm định)",
        "Thông báo nghĩa vụ tài chính: 50.000 đ, Phí thẩm định", "biên lai 01BLP2-001 AA-26T 0000123",
        "Xin lỗi và gia hạn: chờ xác minh · hẹn trả 17:00 10/12/2026", "Dừng theo đề nghị: theo đơn",
        "Thứ Năm 10/12/2026 · 17:00", "· Hẹn cũ",
    ):  # fmt: skip
        assert text in shown
    assert "_" not in shown.replace(CODE, ""), "no event's own name reaches the screen"


def test_each_promise_says_what_gave_it_and_why(desk):
    desk.did(*LIFE[:8])
    dues = desk.sign_in().screen._page.dues

    assert [one.promise.since for one in dues] == ["received", "supplemented", "extended"]
    for one in dues:
        when = f"{one.promise.due_at:%d/%m/%Y}"
        assert when in one.steps[-1], "every date explains itself up to the date"


def test_nothing_of_one_citizen_stays_when_another_case_is_opened(desk):
    other = desk.receive(name="Trần Văn Bảo", number="001079007919")
    form = desk.sign_in().choose("S")
    type_text(form.reason, "gõ nhầm")
    desk.screen.show_case(other)

    assert desk.screen.panel is None
    assert "Minh Đức" not in shown_texts(desk.screen), "also while the other case is still being read"
    desk.settle()
    assert "Trần Văn Bảo" in shown_texts(desk.screen)


def test_the_list_shows_and_filters_every_state(desk):
    desk.did(*LIFE)
    desk.sign_in()
    desk.key(Qt.Key.Key_F3)
    screen = desk.program.screens["cases"]
    screen.search.clear()
    names = [screen.state.itemText(n) for n in range(1, screen.state.count())]
    assert names == [str(name) for name in STATE_NAMES.values()]
    screen.state.setCurrentIndex(1 + list(State).index(State.STOPPED))
    desk.settle()

    assert [screen.table.cases.row(n).code for n in range(screen.table.cases.rowCount())] == [CODE]
    screen.state.setCurrentIndex(1 + list(State).index(State.REFUSED))
    desk.settle()
    assert screen.table.cases.rowCount() == 0


def test_every_act_fits_the_smallest_screen(desk):
    desk.sign_in()
    for button in list(desk.screen.next.acts.buttons):
        desk.screen.begin_act(button.act)
        desk.settle()
        size = desk.program.window.minimumSizeHint()
        assert (size.width() <= 1366, size.height() <= 768) == (True, True), button.act
        desk.key(Qt.Key.Key_Escape)


def test_every_act_has_a_letter_of_its_own_and_every_event_and_paper_a_name():
    acts = {name for name, act in ACTS.items() if act.since} | set(MoneyAct)
    events = {kind for act in ACTS.values() if act.a_case for kind in act.events}

    assert set(LETTERS) == {*acts, TakingBack.UNDO}
    assert len(set(LETTERS.values())) == len(LETTERS)
    assert set(FORMS) == acts - {ActName.COMPLETE, ActName.HAND_OVER}
    beside = {
        Kind.FEE_COLLECTED,
        Kind.FEE_CANCELLED,
        Kind.PRINTED,
        Kind.SCAN_ATTACHED,
        Kind.SCAN_REMOVED,
        Kind.SUPERIOR_APPLIED,
        Kind.UNDONE,
    }
    assert events | beside == set(ACT_NAMES)
    assert set(SLIP_NAMES) == set(SlipKind)
