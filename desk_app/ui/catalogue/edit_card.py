"""What the commune lays over a procedure: its fee, shorter times, steps, settled at once."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from desk_app.domain.local_edits import LocalEdit
from desk_app.domain.procedure import ProcessStep
from desk_app.domain.procedure_facts import ProcedurePage
from desk_app.ui.catalogue.term_line import TermLine
from desk_app.ui.parts import Card, beside, field, label
from desk_app.ui.text_box import TextBox


class EditCard(Card):
    """Asks; knows no service. `wanted` carries the edit and whether it is settled at once."""

    wanted = Signal(LocalEdit, bool)
    wrong = Signal(str)
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._page: ProcedurePage | None = None
        self.name = label("", "big", wrap=True)
        self.fee = QLineEdit()
        self.fee.setPlaceholderText(self.tr("để trống: như danh mục"))
        self.decision = QLineEdit()
        self.at_once = QCheckBox(self.tr("Tiếp nhận và trả ngay"))
        self.terms: list[TermLine] = []
        self.term_box = QVBoxLayout()
        self.steps = TextBox(3, 7)
        self.keep = QPushButton(self.tr("Lưu   F9"))
        self.keep.setObjectName("go")
        self.leave = QPushButton(self.tr("Thôi   Esc"))
        self._lay_out()
        self.keep.clicked.connect(self.submit)
        self.leave.clicked.connect(self.left)

    def _lay_out(self) -> None:
        body = self.body
        body.addWidget(label(self.tr("Mức và thời hạn của xã").upper(), "heading"))
        body.addWidget(self.name)
        body.addSpacing(4)
        body.addLayout(
            beside(
                (field(self.tr("Mức thu của xã (đồng)"), self.fee), 1),
                (field(self.tr("Nghị quyết, quyết định (số, ngày)"), self.decision), 2),
            )
        )
        body.addWidget(label(self.tr("Cắt giảm thời hạn (chỉ được ngắn hơn)")))
        body.addLayout(self.term_box)
        body.addWidget(self.at_once)
        steps = self.tr("Các bước xử lý, mỗi dòng một bước: việc; ai làm; số phút")
        body.addLayout(field(steps, self.steps))
        body.addStretch(1)
        body.addWidget(
            label(self.tr("Hồ sơ đã nhận giữ nguyên ngày hẹn và mức thu; chỉ hồ sơ mới theo mức này."), "muted",
                  wrap=True)
        )  # fmt: skip
        row = QHBoxLayout()
        row.addWidget(self.leave)
        row.addWidget(self.keep, 1)
        body.addLayout(row)

    def show_page(self, page: ProcedurePage) -> None:
        """Begin with what the commune has already."""
        self._page, edit = page, page.edit
        self.name.setText(f"{page.procedure.name} ({page.procedure.code})")
        self.fee.setText("" if edit.fee is None else str(edit.fee))
        self.decision.setText(edit.decision)
        self.at_once.setChecked(page.procedure.at_once)
        self.at_once.setEnabled(page.own_at_once or not page.published.at_once)
        for line in self.terms:
            line.deleteLater()
        kept, several = edit.commitments, len(page.published.terms) > 1
        self.terms = [
            TermLine(choice, next((one for one in kept if one.meets(choice)), None), of_several=several)
            for choice in page.published.terms
        ]
        for line in self.terms:
            self.term_box.addWidget(line)
        self.steps.setText("\n".join(_step_text(step) for step in edit.steps))
        self.fee.setFocus()
        self.fee.selectAll()

    @Slot()
    def submit(self) -> None:
        """Say what is wanted, or what cannot be read."""
        page = self._page
        if page is None:
            return
        fee = self.fee.text().replace(".", "").replace(" ", "")
        if fee and not (fee.isascii() and fee.isdecimal()):
            self.wrong.emit(self.tr("Mức thu “{text}” không phải số đồng.").format(text=self.fee.text()))
            return
        steps = _steps(self.steps.text())
        if steps is None:
            self.wrong.emit(self.tr("Mỗi bước ghi: việc; ai làm; số phút (số phút là số nguyên)."))
            return
        promised = (line.commitment() for line in self.terms)
        edit = LocalEdit(
            code=page.procedure.code,
            fee=int(fee) if fee else None,
            fee_text=page.edit.fee_text,
            commitments=tuple(one for one in promised if one is not None),
            steps=steps,
            decision=" ".join(self.decision.text().split()),
        )
        at_once = self.at_once.isChecked() if self.at_once.isEnabled() else page.own_at_once
        self.wanted.emit(edit, at_once)


def _step_text(step: ProcessStep) -> str:
    minutes = "" if step.minutes is None else str(step.minutes)
    return "; ".join((step.action, step.role, minutes)).rstrip("; ")


def _steps(text: str) -> tuple[ProcessStep, ...] | None:
    """Return the steps of lines like "Thẩm định; Công chức; 240", None when a line is none."""
    steps = []
    for line in filter(None, map(str.strip, text.splitlines())):
        action, role, minutes, *more = [*map(str.strip, line.split(";")), "", ""][
            : max(3, line.count(";") + 1)
        ]
        number = minutes.split()[0] if minutes else ""  # the unit may be typed behind it
        if not action or more or (number and not (number.isascii() and number.isdecimal())):
            return None
        steps.append(ProcessStep(action=action, role=role, minutes=int(number) if number else None))
    return tuple(steps)
