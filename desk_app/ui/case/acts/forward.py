"""Send a case on, and take it back."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from desk_app.domain.deed import Deed, Note
from desk_app.domain.lifecycle import ActName
from desk_app.domain.turns import Bound, Forward
from desk_app.domain.words import Words
from desk_app.ui.case.acts.form import ActForm
from desk_app.ui.parts import field
from desk_app.ui.wording import moment_in_words

BOUNDS = (
    (Bound.OFFICER, Words("Cán bộ trong xã")),
    (Bound.AGENCY, Words("Cơ quan khác")),
    (Bound.SUPERIOR, Words("Cấp trên (liên thông)")),
)


class ForwardForm(ActForm):
    """To an officer of the list, another agency, or the superior."""

    act = ActName.FORWARD
    said = Words("Đã chuyển hồ sơ {code}.")

    def lay_out(self) -> None:
        self.bound = self.choice(self.tr("Chuyển đến"), BOUNDS)
        self.officer = self._officers()
        self.to_officer = self.shown_when(field(self.tr("Cán bộ xử lý"), self.officer))
        self.agency = self.bare_line()
        self.to_agency = self.shown_when(field(self.tr("Tên cơ quan, bộ phận"), self.agency))
        self.remark = self.text(self.tr("Ghi chú (nếu có)"), lines=2)
        if not self.help.case.forwards:
            by = moment_in_words(self.help.forward_by)
            late = self.help.now > self.help.forward_by
            told = (
                self.tr("Lẽ ra phải chuyển trước {by}; vẫn chuyển được.")
                if late
                else self.tr("Phải chuyển chậm nhất {by}.")
            )
            self.note(told.format(by=by), "odd" if late else "muted")
        self.bound.currentIndexChanged.connect(self._on_bound)
        self._on_bound()

    def first(self) -> QWidget:
        return self.officer

    def deed(self) -> Deed:
        bound = Bound(self.bound.currentData())
        to = self.officer.currentText() if bound is Bound.OFFICER else self.agency.text()
        return Deed(act=self.act, given=Forward(to=to, bound=bound, note=self.remark.text().strip()))

    def _officers(self) -> QComboBox:
        """Return the staff by name; somebody who has no login here can be typed."""
        me = self.help.me.login
        others_first = sorted(self.help.staff, key=lambda one: one.login == me)
        made = self.bare_choice([(one.login, one.name) for one in others_first])
        made.setEditable(True)
        made.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        made.editTextChanged.connect(self.changed)
        return made

    def _on_bound(self) -> None:
        bound = self.bound.currentData()
        self.to_officer.setVisible(bound == Bound.OFFICER)
        self.to_agency.setVisible(bound != Bound.OFFICER)
        if bound == Bound.SUPERIOR and not self.agency.text():
            self.agency.setText(self.help.superior)


class TakeBackForm(ActForm):
    """The case is at the desk again."""

    act = ActName.TAKE_BACK
    said = Words("Đã nhận lại hồ sơ {code}.")

    def lay_out(self) -> None:
        sent = self.help.case.forwards[-1]
        self.note(self.tr("Đang ở: {to}").format(to=sent.to), "strong")
        self.remark = self.text(self.tr("Ghi chú (nếu có)"), lines=2)

    def deed(self) -> Deed:
        return Deed(act=self.act, given=Note(text=self.remark.text()))
