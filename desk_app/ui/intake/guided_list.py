"""The slips of the day that were given instead of receiving; each can be printed again."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QPushButton, QWidget

from desk_app.domain.guidance import Guided
from desk_app.domain.slip import SlipKind
from desk_app.ui.parts import Card, label


class GuidedList(Card):
    """Told by `show_slips`; emits the seq of the slip to print again."""

    print_asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.list = QListWidget()
        self.list.setObjectName("slips")
        self.list.setAccessibleName(self.tr("Phiếu đã lập hôm nay"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.none = label(self.tr("Hôm nay chưa lập phiếu nào."), "muted")
        self.again = QPushButton(self.tr("In lại  Ctrl+P"))
        head = QHBoxLayout()
        head.addWidget(label(self.tr("PHIẾU ĐÃ LẬP HÔM NAY"), "heading"), 1)
        head.addWidget(self.again)
        self.body.addLayout(head)
        self.body.addWidget(self.none)
        self.body.addWidget(self.list, 1)
        self.again.clicked.connect(self.ask)
        self.list.itemActivated.connect(self.ask)
        self.show_slips([])

    def show_slips(self, slips: Sequence[Guided]) -> None:
        """Show slips, newest first."""
        self.list.clear()
        for slip in slips:
            item = QListWidgetItem(self._line(slip), self.list)
            item.setData(Qt.ItemDataRole.UserRole, slip.seq)
            item.setToolTip(f"{slip.procedure_name}\n{slip.guidance.reason}")
        self.list.setCurrentRow(0 if slips else -1)
        self.list.setVisible(bool(slips))
        self.none.setVisible(not slips)
        self.again.setEnabled(bool(slips))

    @Slot()
    def ask(self) -> None:
        """Ask for the chosen slip to be printed."""
        item = self.list.currentItem()
        if item is not None:
            self.print_asked.emit(int(item.data(Qt.ItemDataRole.UserRole)))

    def _line(self, slip: Guided) -> str:
        kind = self.tr("Bổ sung") if slip.kind is SlipKind.COMPLETION else self.tr("Từ chối")
        printed = self.tr("đã in") if slip.printed else self.tr("chưa in")
        at = f"{slip.at:%H:%M}" if slip.at else ""
        number = self.tr("số {n}").format(n=slip.slip_number)
        return " · ".join((at, kind, number, slip.intake.applicant.name, slip.procedure_name, printed))
