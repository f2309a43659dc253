"""Apologise and give the one new date (Mẫu 04)."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from desk_app.domain.deed import Deed
from desk_app.domain.lifecycle import ActName
from desk_app.domain.moment import moment
from desk_app.domain.turns import Extension
from desk_app.domain.words import Words
from desk_app.ui.case.acts.form import ActForm, day_in
from desk_app.ui.parts import beside, field, label
from desk_app.ui.wording import moment_in_words

PROPOSED = 1  # which of the offered days stands there first


class ExtendForm(ActForm):
    """A working day of the calendar stands there; the clerk types another, or takes one of the buttons."""

    act = ActName.EXTEND
    said = Words("Đã hẹn lại hồ sơ {code}.")

    def lay_out(self) -> None:
        due = self.help.case.due_at
        if due is not None:
            self.note(self.tr("Đang hẹn {when}").format(when=moment_in_words(due)), "strong")
        self.new_day = self.day(self.tr("Ngày hẹn lại"))
        self.new_day.setMaximumWidth(180)
        offers = QHBoxLayout()
        offers.setSpacing(6)
        offers.addWidget(label(self.tr("Số ngày làm việc sau đó:")))
        for n, day in self.help.later:
            offer = QPushButton(f"+{n}")
            offer.setToolTip(f"{day:%d/%m/%Y}")
            offer.clicked.connect(lambda *_clicked, day=day: self._offer(day))
            offers.addWidget(offer)
        offers.addStretch(1)
        self.body.addLayout(offers)
        self.reason = self.text(self.tr("Lý do chậm (in trên phiếu)"))
        self.signer, self.title = self.bare_line(self.help.signer), self.bare_line(self.help.signer_title)
        self.body.addLayout(
            beside((field(self.tr("Người ký"), self.signer), 1), (field(self.tr("Chức vụ"), self.title), 1))
        )
        self._offer(self.help.later[PROPOSED][1])

    def first(self) -> QWidget:
        return self.reason

    def deed(self) -> Deed:
        asked = Extension(
            new_due=moment(f"{day_in(self.new_day)}T12:00"),  # the hour is the calendar's
            reason=self.reason.text().strip(),
            signer=self.signer.text().strip(),
            signer_title=self.title.text().strip(),
        )
        return Deed(act=self.act, given=asked)

    def _offer(self, day: date) -> None:
        self.new_day.setText(f"{day:%d/%m/%Y}")
