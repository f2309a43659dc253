"""The way to the superior, layer by layer: which of them the last exchange got through, in plain words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton

from desk_app.domain.superior import SyncState
from desk_app.domain.words import Words
from desk_app.ui.authority.line import AuthorityLine
from desk_app.ui.parts import Card, label, never_focused, show_state
from desk_app.ui.wording import worded

LAYERS = (  # in the order in which an exchange meets them
    ("cable", Words("Dây mạng")),
    ("name", Words("Tên máy chủ")),
    ("server", Words("Máy chủ cấp trên")),
    ("line", Words("Đường truyền")),
    ("tls", Words("Chứng thực máy chủ")),
    ("login", Words("Đăng ký quầy")),
    ("data", Words("Dữ liệu")),
)


class LadderCard(Card):
    """Told a state; shows how far the last exchange came."""

    def __init__(self) -> None:
        super().__init__(self.tr("Đường gửi"))
        self.layers = {name: label("", "value") for name, _ in LAYERS}
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        for row, (name, text) in enumerate(LAYERS):
            grid.addWidget(label(worded(text), "muted"), row, 0)
            self.layers[name].setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(self.layers[name], row, 1)
        grid.setColumnStretch(0, 1)
        self.body.addLayout(grid)
        self.again = QPushButton(self.tr("Đăng ký lại quầy…"))
        self.again.setObjectName("link")
        never_focused(self.again)
        self.authority = AuthorityLine()
        below = QHBoxLayout()
        below.addWidget(self.again)
        below.addStretch(1)
        self.body.addLayout(below)
        self.body.addWidget(self.authority)

    def show_state(self, state: SyncState) -> None:
        """Say of each layer whether the last exchange got through it."""
        order = [name for name, _ in LAYERS]
        broken = order.index(state.last_layer) if state.last_layer in order else len(order)
        known = state.last_confirmed is not None or state.last_layer
        for n, name in enumerate(order):
            text = (
                ""
                if not known or n > broken
                else self.tr("✗ dừng ở đây")
                if n == broken
                else self.tr("✓ tốt")
            )
            self.layers[name].setText(text)
            show_state(self.layers[name], "wrong" if n == broken else "")
