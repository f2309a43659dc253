"""End a case without a result: refuse, stop, withdraw, close, void. The last cannot be taken back."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QCheckBox

from desk_app.domain.amount import dong
from desk_app.domain.deed import Deed
from desk_app.domain.lifecycle import ActName
from desk_app.domain.turns import Ending
from desk_app.domain.words import Words
from desk_app.ui.case.acts.form import ActForm
from desk_app.ui.parts import beside, field

CLOSING = Words("Quá thời hạn mà không bổ sung hồ sơ theo yêu cầu")  # printed: Vietnamese in any language


class EndingForm(ActForm):
    """A reason; and who signs, where the paper is signed by somebody."""

    signed: ClassVar[bool] = True

    def lay_out(self) -> None:
        self.tell_money()
        self.reason = self.text(self.reason_text())
        self.signer = self.bare_line(self.help.signer)
        self.title = self.bare_line(self.help.signer_title)
        if self.signed:
            self.body.addLayout(
                beside(
                    (field(self.tr("Người ký"), self.signer), 1), (field(self.tr("Chức vụ"), self.title), 1)
                )
            )
        self.more()

    def reason_text(self) -> str:
        """Return what stands above the reason."""
        return self.tr("Lý do")

    def tell_money(self) -> None:
        """Say what was asked of the citizen and is owed no more, and what he has paid: he will ask."""
        case = self.help.case
        asked = sum(one.amount for one in case.payments if one.open)
        if asked:
            self.note(
                self.tr("Nghĩa vụ tài chính {amount} chưa nộp: không phải nộp nữa.").format(
                    amount=dong(asked)
                )
            )
        if case.money.paid:
            self.note(
                self.tr("Đã nộp {amount}; trả lại hay không theo luật chuyên ngành.").format(
                    amount=dong(case.money.paid)
                )
            )

    def more(self) -> None:
        """Add what only one of them asks for."""

    def deed(self) -> Deed:
        return Deed(act=self.act, given=self.ending())

    def ending(self) -> Ending:
        """Return the ending that stands in the form."""
        signer, title = (self.signer.text(), self.title.text()) if self.signed else ("", "")
        return Ending(reason=self.reason.text(), signer=signer.strip(), signer_title=title.strip())


class RefuseForm(EndingForm):
    """Mẫu 03: the appraisal refuses."""

    act = ActName.REFUSE
    said = Words("Đã từ chối giải quyết hồ sơ {code}.")
    caution = Words("Từ chối hồ sơ {code}? Chỉ hoàn tác được trong ít phút.")

    def reason_text(self) -> str:
        return self.tr("Lý do từ chối (nêu rõ căn cứ; in trên phiếu)")


class StopForm(EndingForm):
    """The citizen asks to stop, before a decision."""

    act = ActName.STOP
    said = Words("Đã dừng hồ sơ {code} theo đề nghị.")
    caution = Words("Dừng hồ sơ {code} theo đề nghị? Chỉ hoàn tác được trong ít phút.")

    def reason_text(self) -> str:
        return self.tr("Lý do, theo đơn đề nghị của người dân")


class WithdrawForm(EndingForm):
    """The citizen takes the dossier back."""

    act = ActName.WITHDRAW
    signed = False
    said = Words("Đã ghi nhận người dân rút hồ sơ {code}.")
    caution = Words("Rút hồ sơ {code} và trả lại giấy tờ? Chỉ hoàn tác được trong ít phút.")

    def reason_text(self) -> str:
        return self.tr("Lý do rút hồ sơ")

    def more(self) -> None:
        self.back = QCheckBox(self.tr("Trả lại giấy tờ đã nộp (liệt kê trên phiếu)"))
        away = self.help.case.away
        self.back.setChecked(away is None)
        if away is not None:
            self.note(
                self.tr("Giấy tờ đang ở {to}: chỉ đánh dấu trả lại khi đã cầm trong tay.").format(to=away.to),
                "odd",
            )
        self.back.toggled.connect(self.changed)
        self.body.addWidget(self.back)
        for n, paper in enumerate(self.help.case.intake.components, 1):
            counts = self.tr("{originals} chính, {copies} sao").format(
                originals=paper.originals, copies=paper.copies
            )
            self.note(f"{n}. {paper.name} ({counts})")

    def ending(self) -> Ending:
        return Ending(reason=self.reason.text(), papers_back=self.back.isChecked())


class CloseForm(EndingForm):
    """The supplement did not come in time."""

    act = ActName.CLOSE_UNCOMPLETED
    said = Words("Đã đóng hồ sơ {code} vì không bổ sung.")
    caution = Words("Đóng hồ sơ {code} vì không bổ sung? Chỉ hoàn tác được trong ít phút.")

    def more(self) -> None:
        self.reason.setText(CLOSING)
        self.reason.selectAll()  # another reason is typed over it


class VoidForm(EndingForm):
    """A number of today that was given by mistake; it is kept and never given again."""

    act = ActName.VOID
    signed = False
    said = Words("Đã hủy mã {code}; số này được giữ lại, không cấp cho hồ sơ khác.")
    caution = Words("Hủy mã {code}? Việc này không hoàn tác được.")

    def reason_text(self) -> str:
        return self.tr("Lý do hủy mã")
