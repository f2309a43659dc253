"""A result was found wrong and comes back."""

from __future__ import annotations

from desk_app.domain.deed import Deed, Note
from desk_app.domain.lifecycle import ActName
from desk_app.domain.words import Words
from desk_app.ui.case.acts.form import ActForm


class RecallForm(ActForm):
    """Why; the new date is the rule's."""

    act = ActName.RECALL_RESULT
    said = Words("Đã thu hồi kết quả sai của hồ sơ {code}; phải sửa và trả lại đúng hạn mới.")

    def lay_out(self) -> None:
        number = self.help.case.result_number
        if number:
            self.note(self.tr("Kết quả số {number}").format(number=number), "strong")
        self.reason = self.text(self.tr("Kết quả sai ở đâu"))

    def deed(self) -> Deed:
        return Deed(act=self.act, given=Note(text=self.reason.text()))
