"""Who takes the result: asked anew for every case."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from desk_app.domain.applicant import SubmitterRole
from desk_app.domain.case import SHOWN_NAMES, Case, HandOver, Receiver, ReturnMethod, Shown
from desk_app.ui.choice import Choice
from desk_app.ui.key_cap import KeyButton, KeyCap
from desk_app.ui.parts import Card, boxed, field, label

APPLICANT, PROXY, POST = range(3)


class ReceiverCard(Card):
    """Told the case, asks who; remembers nothing of the case before."""

    asked = Signal()

    def __init__(self, heading: str, parent: QWidget | None = None) -> None:
        super().__init__(heading, parent)
        self._case: Case | None = None
        self.who, self.what = label("", "big", wrap=True), label("", "muted", wrap=True)
        self.registered = label("", "value", wrap=True)
        self.group = QButtonGroup(self)
        self.choices = [
            QRadioButton(text)
            for text in (
                self.tr("Chủ hồ sơ nhận"),
                self.tr("Người được ủy quyền nhận"),
                self.tr("Gửi qua bưu chính"),
            )
        ]
        self.name, self.number, self.paper = QLineEdit(), QLineEdit(), QLineEdit()
        self.parcel = QLineEdit()
        self.shown = Choice(tuple(SHOWN_NAMES.items()))
        self.showed = boxed(field(self.tr("Người nhận đã xuất trình"), self.shown))
        self.proxy = QWidget()
        self.post = boxed(field(self.tr("Số hiệu bưu gửi"), self.parcel))
        self.go = KeyButton(self.tr("Trả kết quả và in phiếu"), "F9", name="primary")
        self._lay_out()
        self.group.idClicked.connect(self._on_receiver)
        self.show_case(None)

    def show_case(self, case: Case | None) -> None:
        """Show a case, or none; who takes it begins with what was agreed at the intake."""
        self._case = case
        for line in (self.name, self.number, self.paper, self.parcel):
            line.clear()
        self.shown.setCurrentIndex(0)
        by_post = case is not None and case.intake.return_method is ReturnMethod.POST
        self.choices[POST if by_post else APPLICANT].setChecked(True)
        self.who.setText(case.intake.applicant.name if case else self.tr("Chưa chọn hồ sơ"))
        self.what.setText(f"{case.procedure_name}\n{case.code}" if case else "")
        self.registered.setText(self._registered(case))
        self.registered.setVisible(case is not None)
        self._show_receiver()

    def taken(self) -> HandOver:
        """Return who takes the result."""
        shown = Shown(self.shown.currentData())
        match self.group.checkedId():
            case 1:
                return HandOver(
                    receiver=Receiver.PROXY,
                    name=self.name.text().strip(),
                    id=self.number.text().strip(),
                    shown=shown,
                    paper=self.paper.text().strip(),
                )
            case 2:
                return HandOver(receiver=Receiver.POST, post_code=self.parcel.text().strip())
        return HandOver(receiver=Receiver.APPLICANT, shown=shown)

    def begin(self) -> None:
        """Go to who takes it."""
        self.choices[self.group.checkedId()].setFocus()

    def widget_of(self, name: str) -> QWidget:
        """Return the input of one of HandOver's fields."""
        return {"name": self.name, "paper": self.paper, "post_code": self.parcel}.get(name, self.go)

    def _lay_out(self) -> None:
        for part in (self.who, self.what, self.registered):
            self.body.addWidget(part)
        self.body.addSpacing(8)
        for n, choice in enumerate(self.choices):
            self.group.addButton(choice, n)
            row = QHBoxLayout()
            row.setSpacing(8)
            row.addWidget(choice)
            row.addWidget(KeyCap(f"Alt+{n + 1}"), 0, Qt.AlignmentFlag.AlignVCenter)
            row.addStretch(1)
            self.body.addLayout(row)
        box = QVBoxLayout(self.proxy)
        box.setContentsMargins(0, 0, 0, 0)
        for caption, line in (
            (self.tr("Họ tên người nhận"), self.name),
            (self.tr("Số giấy tờ"), self.number),
            (self.tr("Giấy ủy quyền (số, ngày)"), self.paper),
        ):
            box.addLayout(field(caption, line))
        for asked in (self.showed, self.proxy, self.post):
            self.body.addWidget(asked)
        self.body.addStretch(1)
        self.body.addWidget(self.go)

    @Slot(int)
    def _on_receiver(self, _chosen: int) -> None:
        self._show_receiver()
        {PROXY: self.name, POST: self.parcel}.get(self.group.checkedId(), self.go).setFocus()

    def _show_receiver(self) -> None:
        chosen = self.group.checkedId()
        self.proxy.setVisible(chosen == PROXY)
        self.post.setVisible(chosen == POST)
        self.showed.setVisible(chosen != POST)
        if chosen == PROXY and not self.name.text():
            self._offer_submitter()

    def _offer_submitter(self) -> None:
        """Offer whoever submitted the case for the applicant: most often the same person comes back."""
        submitter = self._case.intake.submitter if self._case is not None else None
        if submitter is not None and submitter.role is not SubmitterRole.SELF:
            self.name.setText(submitter.name)
            self.number.setText(submitter.id)
            if submitter.role is SubmitterRole.REPRESENTATIVE:
                self.paper.setText(self.tr("Đại diện theo pháp luật"))

    def _registered(self, case: Case | None) -> str:
        if case is None:
            return ""
        if case.intake.return_method is ReturnMethod.POST:
            return self.tr("Đăng ký nhận qua bưu chính: {address}").format(address=case.intake.return_address)
        return self.tr("Đăng ký nhận tại quầy")
