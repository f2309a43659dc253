"""What can be done with the case at the cursor, and with the whole list."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desk_app.domain.due_list import OWED, DueCase
from desk_app.domain.errors import NotYourRole
from desk_app.domain.lifecycle import ACTS, ActName
from desk_app.domain.staff import ROLE_NAMES, Role
from desk_app.domain.words import Words
from desk_app.ui.wording import sentence, worded

ACT_KEYS = {
    ActName.EXTEND: ("G", Words("Gia hạn")),
    ActName.TAKE_SUPPLEMENT: ("N", Words("Nhận bổ sung")),
    ActName.TAKE_PAYMENT: ("N", Words("Ghi đã nộp tiền")),
    ActName.HAND_OVER: ("T", Words("Trả kết quả")),
}


class ActBar(QWidget):
    """The usual act of the case first, in the accent colour."""

    def __init__(self, roles: frozenset[Role]) -> None:
        super().__init__()
        self._roles = roles
        self.act = QPushButton()
        self.act.setObjectName("go")
        self.open = QPushButton(self.tr("Mở hồ sơ   Enter"))
        self.apologies = QPushButton(self.tr("In thư xin lỗi   I"))
        self.print = QPushButton(self.tr("In danh sách   Ctrl+P"))
        self.save = QPushButton(self.tr("Xuất Excel   Ctrl+E"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(9)
        row.addWidget(self.act)
        row.addWidget(self.open)
        row.addWidget(self.apologies)
        row.addStretch(1)
        row.addWidget(self.print)
        row.addWidget(self.save)

    def show_case(self, case: DueCase | None) -> None:
        """Offer what is usually done with a case; nothing without one."""
        self.open.setEnabled(case is not None)
        self.act.setVisible(case is not None)
        if case is not None:
            key, name = ACT_KEYS[case.usual_act]
            self.act.setText(f"{worded(name)}   {key}")
            self.act.setEnabled(self.possible(case))
            self.apologies.setVisible(case.urgency in OWED)

    def possible(self, case: DueCase) -> bool:
        """Return whether the usual act may be done: by this person, and a new date is given once."""
        return not self.why_not(case)

    def why_not(self, case: DueCase) -> str:
        """Return why the usual act may not be done, in a sentence; empty when it may."""
        row = ACTS[case.usual_act]
        if self._roles.isdisjoint(row.roles):
            return sentence(NotYourRole(act=row.name, roles=tuple(ROLE_NAMES[role] for role in row.roles)))
        if row.act is ActName.EXTEND and case.extended:
            told = self.tr("Hồ sơ {code} đã hẹn lại một lần; hãy trả kết quả sớm nhất.")
            return told.format(code=case.code)
        return ""

    def show_list(self, *, some: bool) -> None:
        """Offer what is done with the list, where it has any case."""
        self.print.setEnabled(some)
        self.save.setEnabled(some)


def key_of(case: DueCase) -> str:
    """Return the key of a case's usual act."""
    return ACT_KEYS[case.usual_act][0]
