"""Cards at the intake: any scanner, wherever the cursor is, and never two persons in one form."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from support.clerk import BIRTH, CARD, CTRL, LOST_CARD, OTHER_CARD

from desk_app.domain.citizen_card import read_card
from desk_app.ui.intake.form_state import FormState
from desk_app.ui.intake.scan_fill import filled_from_card, filled_from_number


def test_a_card_fills_the_applicant(clerk):
    clerk.scan(CARD)
    card = clerk.intake.applicant

    assert (card.number.text(), card.name.text()) == ("038190004217", "Nguyễn Thị Minh Đức")
    assert card.check.text().startswith("✓")


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Tab])
def test_a_scan_that_hits_another_field_leaves_it_as_it_was(clerk, end):
    phone = clerk.intake.applicant.phone
    clerk.type_into(phone, "0987")
    clerk.scan(CARD, end=end)

    assert phone.text() == "0987"
    assert clerk.intake.applicant.number.text() == "038190004217"


@pytest.mark.parametrize(
    "where", ["receive", "term", "sex", "kind", "table", "add_paper", "sets", "fee", "freed", "search"]
)
def test_a_scan_is_read_wherever_the_cursor_is_and_does_nothing_else(clerk, where):
    clerk.scan(OTHER_CARD)
    clerk.choose(BIRTH)
    intake = clerk.intake
    places = [intake.applicant, intake.procedure, intake.procedure, intake.due, intake.due.fees]
    clerk.go(next(getattr(place, where) for place in places if hasattr(place, where)))
    before = clerk.intake.procedure.state(FormState())
    clerk.scan(CARD)
    clerk.settle()

    assert intake.applicant.name.text() == "Nguyễn Thị Minh Đức"
    assert intake.procedure.state(FormState()) == before
    assert not intake.procedure.search.list.isVisible()
    assert (intake.applicant.sex.currentData(), intake.applicant.kind.currentData()) == ("Nữ", "person")
    assert clerk.rows() == [], "the spaces in a name must not press the button"


def test_a_hand_presses_the_button_by_space_as_ever(clerk):
    clerk.scan(CARD)
    clerk.choose(BIRTH)
    clerk.go(clerk.intake.due.receive)
    clerk.key(Qt.Key.Key_Space)
    clerk.settle()

    assert len(clerk.rows()) == 1


def test_a_scan_into_an_open_menu_closes_it_and_chooses_nothing(clerk):
    menu = QMenu(clerk.window)
    chosen = []
    for name in ("0 Chọn", "3 Xóa"):
        menu.addAction(name).triggered.connect(lambda *_checked, name=name: chosen.append(name))
    menu.popup(clerk.window.mapToGlobal(clerk.window.rect().center()))
    menu.setActiveAction(menu.actions()[0])
    clerk.scan(CARD)

    clerk.settle()
    assert clerk.intake.applicant.number.text() == "038190004217"
    assert (chosen, QApplication.activePopupWidget()) == ([], None)


def test_what_was_typed_before_a_click_comes_before_it(clerk):
    phone = clerk.intake.applicant.phone
    clerk.go(phone)
    clerk.type("0912")
    assert clerk.window.holds_keys
    there = clerk.intake.applicant.name
    QTest.mouseClick(
        clerk.window.windowHandle(),
        Qt.MouseButton.LeftButton,
        pos=there.mapTo(clerk.window, there.rect().center()),
    )

    assert phone.text() == "0912"
    assert there.hasFocus()


def test_what_a_fast_hand_types_arrives_whole_and_in_order(clerk):
    clerk.type_into(clerk.intake.applicant.phone, "0912 345 678")
    clerk.type_into(clerk.intake.applicant.name, "Trần Văn Bảo")

    assert clerk.intake.applicant.phone.text() == "0912 345 678"
    assert clerk.intake.applicant.name.text() == "Trần Văn Bảo"


def test_a_shortcut_finds_the_field_as_it_was_typed(clerk):
    clerk.go(clerk.intake.applicant.phone)
    clerk.type("0912345678")
    clerk.key(Qt.Key.Key_T, CTRL)

    assert clerk.intake.applicant.phone.text() == "0912345678"


@pytest.mark.parametrize("field", ["number", "phone", "name"])
def test_a_slow_scanner_is_known_by_what_it_types(clerk, field):
    widget = getattr(clerk.intake.applicant, field)
    clerk.go(widget)
    clerk.scan(CARD, gap_ms=120)
    card = clerk.intake.applicant

    assert (card.number.text(), card.name.text(), card.phone.text()) == (
        "038190004217", "Nguyễn Thị Minh Đức", "",
    )  # fmt: skip


def test_another_persons_scan_leaves_nothing_of_the_first(clerk):
    card = clerk.intake.applicant
    clerk.scan(CARD)
    clerk.type_into(card.phone, "0912345678")
    clerk.type_into(card.email, "a@b.vn")
    for choice in (card.identity_check, card.role, card.return_method):
        clerk.go(choice)
        clerk.key(Qt.Key.Key_Down)
    clerk.type_into(card.submitter_name, "Lê Văn Cường")
    clerk.type_into(card.return_address, "Thôn Đông")
    full = clerk.intake.state()
    clerk.scan(LOST_CARD)
    state = clerk.intake.state()

    assert (state.id, state.born, state.sex) == ("038079007919", "13/07/1979", "Nam")
    assert (state.name, state.address) == ("", ""), "what lost its diacritics is asked for, not the former's"
    empty = FormState()
    for name in (
        "phone",
        "email",
        "identity_check",
        "role",
        "submitter_name",
        "return_method",
        "return_address",
    ):
        assert getattr(state, name) == getattr(empty, name)
    assert clerk.focus() is card.name
    card.scan.undo.click()
    assert clerk.intake.state() == full


def test_the_same_persons_scan_keeps_what_was_typed(clerk):
    clerk.scan(CARD)
    clerk.type_into(clerk.intake.applicant.phone, "0912345678")
    clerk.scan(CARD)

    assert clerk.intake.applicant.phone.text() == "0912345678"


def test_a_phone_typed_before_the_card_stays(clerk):
    clerk.type_into(clerk.intake.applicant.phone, "0912345678")
    clerk.scan(CARD)

    assert clerk.intake.applicant.phone.text() == "0912345678"


def test_the_undo_of_a_scan_ends_with_its_case(clerk):
    clerk.scan(CARD)
    clerk.scan(OTHER_CARD)
    undo = clerk.intake.applicant.scan.undo
    assert undo.isVisible()
    clerk.choose(BIRTH)
    clerk.key(Qt.Key.Key_F9)
    clerk.settle()

    assert not undo.isVisible()
    clerk.intake.applicant._on_undo()
    assert clerk.intake.state().is_empty


def test_the_code_of_a_receipt_opens_its_case(clerk):
    code = clerk.receive()
    clerk.scan(code)
    clerk.settle()

    assert clerk.window.stack.currentWidget() is clerk.page
    assert clerk.page.code.text() == code
    assert clerk.intake.state().is_empty


def test_a_bare_number_of_somebody_else_clears_the_rest():
    first = filled_from_card(FormState(), read_card(CARD))

    assert filled_from_number(first, "038079007919") == FormState(id="038079007919")
    assert filled_from_number(first, "038190004217") == first


def test_a_name_typed_before_tells_persons_apart_without_a_number():
    typed = FormState(name="nguyen thi minh duc", phone="0912345678")
    other = FormState(name="Lê Văn Cường", phone="0912345678")

    assert filled_from_card(typed, read_card(CARD)).phone == "0912345678"
    assert filled_from_card(other, read_card(CARD)).phone == ""
