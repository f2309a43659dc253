"""The frame around the screens: it fits, it is reached by keys, it lets nobody near the store."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QMenu, QPlainTextEdit
from support.clerk import BIRTH, CARD

from desk_app.ui.scroll import Scroll


def test_the_window_fits_the_smallest_screen(clerk):
    size = clerk.window.minimumSizeHint()

    assert (clerk.window.width(), clerk.window.height()) == (1366, 768)
    assert size.width() <= 683, "1366 pixels at 200 %"
    assert size.height() <= 384


def test_it_opens_as_large_as_the_screen(qtbot, program):
    program.start()

    assert program.window.isMaximized()


@pytest.mark.parametrize("size", [(1024, 700), (911, 512), (683, 384)])
@pytest.mark.parametrize("place", range(7))
def test_everything_can_be_reached_on_a_small_screen_or_with_large_letters(clerk, size, place):
    clerk.scan(CARD)
    clerk.choose(BIRTH)
    clerk.window.resize(*size)
    clerk.window.go_to(place)
    clerk.settle()
    QApplication.processEvents()
    screen = clerk.window.stack.currentWidget()
    inputs = [
        one for kind in (QLineEdit, QPlainTextEdit, QComboBox, QAbstractButton) for one in screen.findChildren(kind)
        if one.isVisible() and one.focusPolicy() != Qt.FocusPolicy.NoFocus and one.isEnabled()
    ]  # fmt: skip
    assert inputs
    for one in inputs:
        one.setFocus()
        QApplication.processEvents()
        unseen = [scroll for scroll in _scrolls_around(one) if not _shows(scroll, one)]
        assert not unseen, (type(one).__name__, one.objectName(), one.accessibleName())


def _scrolls_around(widget):
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, Scroll):
            yield around
        around = around.parentWidget()


def _shows(scroll, widget):
    """Return whether a widget's left upper part, where it is read, is in sight."""
    corner = widget.mapTo(scroll.viewport(), QPoint(1, 1))
    return scroll.viewport().rect().contains(corner)


def test_the_windows_thread_never_touches_the_store(clerk):
    with pytest.raises(AssertionError, match="window"), clerk.program.opened.store.reading():
        pass


def test_what_comes_later_is_not_on_the_screen(clerk):
    assert [button.accessibleName() for button in clerk.window.nav.buttons] == [
        "Tiếp nhận", "Hồ sơ", "Trả kết quả", "Sắp đến hạn", "Đồng bộ", "Cuối ngày", "Báo cáo", "Danh mục",
    ]  # fmt: skip


def test_the_printer_is_chosen_by_keys(clerk):
    clerk.key(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    clerk.settle()
    menu = clerk.window.findChild(QMenu)

    assert menu.isVisible()
    assert menu.activeAction().text() == "Thư mục PDF"
    menu.close()


def test_no_accessible_name_holds_a_key(clerk):
    named = [widget.accessibleName() for widget in clerk.window.findChildren(QAbstractButton)]

    assert not [name for name in named if "Ctrl" in name or "F9" in name or name.startswith("+")]


def test_the_top_says_whose_program_it_is_before_anybody_signed_in(program):
    assert program.window.top.commune.text() == "Quầy Một Cửa"


def test_after_signing_out_the_commune_is_still_named(clerk):
    clerk.key(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    clerk.settle()

    assert clerk.window.top.commune.text() == "UBND xã Tân Lập"
    assert not clerk.window.top.staff_pill.isVisible()


def test_what_went_wrong_stays_and_good_news_go(qtbot, clerk):
    bar = clerk.window.messages
    clerk.key(Qt.Key.Key_F9)
    assert not bar._timer.isActive()
    clerk.type("x")
    assert bar.isVisible(), "it is not gone with the letter that was under way"
    bar.tell("Tốt.")
    assert bar._timer.isActive()
    assert bar._timer.interval() == 8000


def test_a_wrong_passphrase_is_one_sentence_and_opens_nothing(qtbot, program):
    clerk_types = program.sign_in.passphrase
    clerk_types.setText("mật khẩu sai")
    qtbot.keyClick(clerk_types, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not program.jobs.busy)

    assert "Sai mật khẩu" in program.sign_in.told.text()
    assert program.opened is None


def test_a_passphrase_is_not_watched(qtbot, program):
    program.sign_in.passphrase.setFocus()
    qtbot.keyClicks(program.sign_in.passphrase, "038190004217")

    assert program.window.burst is None
    assert program.sign_in.passphrase.text() == "038190004217"
