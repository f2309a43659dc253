"""What may be done with a case: the step that leads on by F9, everything else by a letter, papers by Ctrl+P."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QWidget

from desk_app.domain.case import Delivery, State
from desk_app.domain.deed import AnyAct, act_title
from desk_app.domain.lifecycle import ActName
from desk_app.services.case_page import CasePage
from desk_app.ui.case.act_list import ActList
from desk_app.ui.case.cards import unprinted
from desk_app.ui.key_cap import KeyButton
from desk_app.ui.names import slip_name
from desk_app.ui.parts import Card, boxed, field, label
from desk_app.ui.wording import worded

NEXT = (ActName.COMPLETE, ActName.HAND_OVER, ActName.TAKE_SUPPLEMENT, ActName.TAKE_PAYMENT)


class NextStepCard(Card):
    """Told a page; asks for acts and prints."""

    asked = Signal(object)  # AnyAct
    print_asked = Signal()

    def __init__(self) -> None:
        super().__init__(self.tr("Việc có thể làm"), key="F6")
        self.leading: AnyAct | None = None
        self.offer = QFrame()
        self.offer.setObjectName("offer")
        self.offer_text = label("", "odd", wrap=True)
        self.print_now = KeyButton(self.tr("In"), "Ctrl+P", name="small")
        row = QHBoxLayout(self.offer)
        row.setContentsMargins(10, 6, 8, 6)
        row.addWidget(self.offer_text, 1)
        row.addWidget(self.print_now)
        self.result_number = QLineEdit()
        self.result_box = boxed(field(self.tr("Số, ký hiệu kết quả (nếu có)"), self.result_number))
        self.go = KeyButton("", "F9", name="primary")
        self.acts = ActList()
        self.told = label("", "muted", wrap=True)
        for part in (self.offer, self.result_box, self.go, self.acts, self.told):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.go.clicked.connect(self.lead_on)
        self.result_number.returnPressed.connect(self.lead_on)
        self.acts.asked.connect(self.asked)
        self.print_now.clicked.connect(self.print_asked)

    def show_page(self, page: CasePage) -> None:
        """Show what this person may do with the case now."""
        self.leading = next((act for act in NEXT if act in page.may), None)
        self.result_box.setVisible(self.leading is ActName.COMPLETE)
        self.go.setVisible(self.leading is not None)
        above = page.case.result_above
        if above is not None and not self.result_number.text():
            self.result_number.setText(above.reference)
        if self.leading is not None:
            self.go.setText(worded(act_title(self.leading)))
        self.acts.show_acts(tuple(act for act in page.may if act is not self.leading))
        slip = unprinted(page.case)
        self.offer.setVisible(slip is not None)
        if slip is not None:
            name = slip_name(slip.kind)
            self.offer_text.setText(self.tr("Chưa in {paper}.").format(paper=name))
        self.told.setText(self._told(page))
        self.told.setVisible(bool(self.told.text()))

    def clear(self) -> None:
        """Offer nothing."""
        self.leading = None
        self.acts.show_acts(())
        self.result_number.clear()
        for part in (self.offer, self.result_box, self.go, self.told):
            part.setVisible(False)

    def first(self) -> QWidget:
        """Return where the clerk goes on."""
        if self.leading is ActName.COMPLETE:
            return self.result_number
        return self.go if self.leading is not None else self

    @Slot()
    def lead_on(self) -> None:
        """F9: the step that leads on."""
        if self.leading is not None:
            self.asked.emit(self.leading)

    def _told(self, page: CasePage) -> str:
        case = page.case
        if case.delivery is Delivery.REFUSED and case.refusal:
            return case.refusal
        if case.state is State.RETURNED:
            return self.tr("Hồ sơ đã trả xong.")
        if above := case.result_above:
            number = above.reference or self.tr("không ghi số")
            return self.tr("Cấp trên đã có kết quả ({number}); khi kết quả về quầy, bấm F9.").format(
                number=number
            )
        return "" if page.may else self.tr("Bạn không có việc nào làm được với hồ sơ này lúc này.")
