"""What can be done with the case at the cursor, and with the whole list."""

from __future__ import annotations

from datetime import date

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
    ActName.TAKE_BACK: ("L", Words("Nhận lại")),
    ActName.FORWARD: ("C", Words("Chuyển xử lý")),
    ActName.CLOSE_UNCOMPLETED: ("D", Words("Đóng vì không bổ sung")),
}


LETTERS = tuple(dict.fromkeys(key for key, _ in ACT_KEYS.values()))


class ActBar(QWidget):
    """The usual act of the case first, in the accent colour, and a second one where its state calls for it."""

    def __init__(self, roles: frozenset[Role]) -> None:
        super().__init__()
        self._roles = roles
        self.act = QPushButton()
        self.act.setObjectName("go")
        self.second = QPushButton()
        self.open = QPushButton(self.tr("Mở hồ sơ   Enter"))
        self.apologies = QPushButton(self.tr("In thư xin lỗi   I"))
        self.print = QPushButton(self.tr("In danh sách   Ctrl+P"))
        self.save = QPushButton(self.tr("Xuất Excel   Ctrl+E"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 4, 0, 0)
        row.setSpacing(9)
        row.addWidget(self.act)
        row.addWidget(self.second)
        row.addWidget(self.open)
        row.addWidget(self.apologies)
        row.addStretch(1)
        row.addWidget(self.print)
        row.addWidget(self.save)

    def show_case(self, case: DueCase | None, today: date) -> None:
        """Offer what is usually done with a case as it stands on a day; nothing without one."""
        self.open.setEnabled(case is not None)
        acts = case.acts(today) if case is not None else ()
        for n, button in enumerate((self.act, self.second)):
            button.setVisible(n < len(acts))
            if case is not None and n < len(acts):
                key, name = ACT_KEYS[acts[n]]
                button.setText(f"{worded(name)}   {key}")
                button.setEnabled(not self.why_not(case, acts[n]))
        if case is not None:
            self.apologies.setVisible(case.urgency in OWED)

    def why_not(self, case: DueCase, act: ActName) -> str:
        """Return why an act may not be done, in a sentence; empty when it may: by this person, a new date only once."""
        row = ACTS[act]
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


def act_of(key: str, case: DueCase, today: date) -> ActName | None:
    """Return the act that a key does with a case; None where it does none."""
    return next((act for act in case.acts(today) if ACT_KEYS[act][0] == key), None)
