"""How a case comes to the desk: fields that only some ways ask for."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk_app.ui.choice import Choice
from desk_app.ui.intake.form_state import FormState
from desk_app.ui.intake.paper_number_box import PaperNumberBox
from desk_app.ui.intake.ways import FOR_OTHERS, WAYS, Way
from desk_app.ui.parts import beside, boxed, field, label, name_style


class ChannelBox(QWidget):
    """The rows below the way come and go with it."""

    changed = Signal()
    way_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.way = Choice(WAYS)
        self.superior_code, self.unit, self.unit_name = QLineEdit(), QLineEdit(), QLineEdit()
        self.superior_code.setPlaceholderText("H56.22.17-261123-0975")
        self.unit.setPlaceholderText("H56.22.18")
        self.sent_day, self.sent_hour = QLineEdit(), QLineEdit()
        self.sent_day.setPlaceholderText(self.tr("ngày/tháng/năm"))
        self.sent_hour.setPlaceholderText("21:30")
        self.answer_by = label("", "muted", wrap=True)
        self.send_by = label("", "muted", wrap=True)
        self.paper = PaperNumberBox()
        sent = field(self.tr("Nộp trên Cổng ngày"), self.sent_day), field(self.tr("lúc"), self.sent_hour)
        code = field(self.tr("Mã hồ sơ trên Cổng (nếu đã có)"), self.superior_code)
        code.addLayout(beside((sent[0], 3), (sent[1], 2)))
        self.online = boxed(code)
        unit = field(self.tr("Mã đơn vị giải quyết"), self.unit)
        self.others = boxed(beside((unit, 1), (field(self.tr("Tên đơn vị"), self.unit_name), 1)))
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        head = QHBoxLayout()
        head.setSpacing(9)
        name = label(self.tr("Hình thức nộp"), "muted")
        name.setBuddy(self.way)
        self.way.setAccessibleName(name.text())
        head.addWidget(name)
        head.addWidget(self.way, 1)
        box.addLayout(head)
        for part in (self.online, self.answer_by, self.others, self.send_by, self.paper):
            box.addWidget(part)
        self.way.currentIndexChanged.connect(self._on_way)
        for line in (self.superior_code, self.sent_day, self.sent_hour, self.unit, self.unit_name):
            line.textChanged.connect(self._on_changed)
        self.paper.changed.connect(self._on_changed)
        self._show_rows()

    @property
    def chosen(self) -> Way:
        """Return the chosen way."""
        return Way(self.way.currentData())

    @property
    def names_other(self) -> bool:
        """Return whether an agency elsewhere is named."""
        return self.chosen in FOR_OTHERS and bool(self.unit.text().strip())

    def state(self, others: FormState) -> FormState:
        """Return `others` with these fields; a way that the clerk left leaves nothing behind."""
        way, empty = self.chosen, FormState()
        foreign, paper = way in FOR_OTHERS, way is Way.PAPER
        return replace(
            others,
            way=way.value,
            for_unit=self.unit.text() if foreign else empty.for_unit,
            for_unit_name=self.unit_name.text() if foreign else empty.for_unit_name,
            superior_code=self.superior_code.text() if way is Way.ONLINE else empty.superior_code,
            sent_day=self.sent_day.text() if way is Way.ONLINE else empty.sent_day,
            sent_hour=self.sent_hour.text() if way is Way.ONLINE else empty.sent_hour,
            paper_code=self.paper.code if paper else empty.paper_code,
            paper_day=self.paper.day.text() if paper else empty.paper_day,
            paper_hour=self.paper.hour.text() if paper else empty.paper_hour,
        )

    def show_state_of(self, state: FormState) -> None:
        """Fill the fields."""
        self.way.setCurrentIndex(max(0, self.way.findData(state.way)))
        self.unit.setText(state.for_unit)
        self.unit_name.setText(state.for_unit_name)
        self.superior_code.setText(state.superior_code)
        self.sent_day.setText(state.sent_day)
        self.sent_hour.setText(state.sent_hour)
        self.paper.show_fields(state.paper_code, state.paper_day, state.paper_hour)

    def show_send_by(self, text: str) -> None:
        """Say until when the papers must be on their way to the other agency."""
        self.send_by.setText(text)
        self.send_by.setVisible(bool(text))

    def show_answer_by(self, text: str, *, late: bool = False) -> None:
        """Say until when an online dossier must be answered; `late` = that is over."""
        self.answer_by.setText(text)
        self.answer_by.setVisible(bool(text))
        name_style(self.answer_by, "odd" if late else "muted")

    @Slot()
    def _on_way(self) -> None:
        self._show_rows()
        self.way_changed.emit()
        self.changed.emit()

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()

    def _show_rows(self) -> None:
        way = self.chosen
        self.online.setVisible(way is Way.ONLINE)
        self.others.setVisible(way in FOR_OTHERS)
        self.paper.setVisible(way is Way.PAPER)
        self.show_send_by("")
        self.show_answer_by("")
