"""Two citizens who cannot be received: one must complete his papers, one is told why not."""

from __future__ import annotations

from PySide6.QtCore import Qt

from desk_app.app.day.hands import CTRL, SHIFT, Hands
from desk_app.app.demonstration import Citizen


def tell_two(hands: Hands, first: Citizen, second: Citizen) -> None:
    """Give Mẫu 02 to one and Mẫu 03 to the other, by keys."""
    _begin(hands, first)
    table = hands.program.screens["intake"].procedure.table
    table.setFocus()
    table.selectRow(0)
    hands.key(Qt.Key.Key_Space)  # the first required paper is not there
    hands.key(Qt.Key.Key_F9, SHIFT)
    hands.settle()
    hands.picture("14_yeu_cau_bo_sung")
    _give(hands)
    _begin(hands, second)
    hands.key(Qt.Key.Key_F9, CTRL)
    hands.settle()
    hands.type_into(hands.program.screens["guidance"].form.reason, "Thủ tục không thuộc thẩm quyền của xã")
    preview = hands.program.screens["guidance"].preview
    hands.wait_for(lambda: not preview.pixmap().isNull(), "bản xem trước")
    hands.picture("15_tu_choi")
    hands.key(Qt.Key.Key_F9)  # asks once more: a refusal cannot be taken back
    hands.settle()
    _give(hands)


def _begin(hands: Hands, citizen: Citizen) -> None:
    hands.key(Qt.Key.Key_F2)
    hands.settle()
    hands.type(citizen.card)
    hands.key(Qt.Key.Key_Return)
    hands.settle()
    hands.key(Qt.Key.Key_T, CTRL)
    hands.type("dkks")
    hands.key(Qt.Key.Key_Return)
    hands.settle()


def _give(hands: Hands) -> None:
    hands.key(Qt.Key.Key_F9)
    hands.settle()
    intake = hands.program.screens["intake"]
    hands.wait_for(lambda: hands.program.window.stack.currentWidget() is intake, "phiếu hướng dẫn")
    hands.settle()
