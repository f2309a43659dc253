"""1 · Người nộp: whose case it is and who stands at the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QWidget

from desk_app.domain.applicant import ApplicantKind, IdKind, SubmitterRole
from desk_app.domain.birth_date import show_birth_date
from desk_app.domain.case import ReturnMethod
from desk_app.domain.citizen_card import CITIZEN_CARD, read_card
from desk_app.domain.personal_id import SEXES, is_personal_id
from desk_app.domain.typed_number import plain_number
from desk_app.ui.choice import Choice
from desk_app.ui.intake.checked_line import CheckedLine, born_told, id_told
from desk_app.ui.intake.choices import CHECKS, ID_KINDS, KINDS, RETURNS, ROLES, USUAL_ID
from desk_app.ui.intake.form_state import FormState
from desk_app.ui.intake.scan_box import ScanBox
from desk_app.ui.intake.scan_fill import filled_from_card, filled_from_number
from desk_app.ui.parts import Card, beside, boxed, divider, field, label
from desk_app.ui.text_box import TextBox
from desk_app.ui.wording import worded


class ApplicantCard(Card):
    """Asks who; knows nothing of storage."""

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self._today = today
        self.setMinimumWidth(330)
        self._before_scan: FormState | None = None
        self._filling = False
        self.body.addWidget(label(self.tr("1 · NGƯỜI NỘP"), "heading"))
        self._make_inputs()
        self._lay_out()
        self._connect()
        self._show_kind()

    def state(self, others: FormState) -> FormState:
        """Return `others` with this card's fields."""
        given: dict[str, Any] = {name: box.currentData() for name, box in self._choices.items()}
        given |= {name: line.text() for name, line in self._lines.items()}
        return replace(others, **given)

    def show_state_of(self, state: FormState) -> None:
        """Fill the fields; nothing that was there before can be had back from here."""
        self._fill(state)
        self._before_scan = None
        self.scan.show_idle()
        self._on_changed()

    @Slot(str)
    def take_scan(self, text: str) -> None:
        """Fill from a card's text; what it overwrites can be had back until the form is filled anew."""
        before, told = self.state(FormState()), ""
        if is_personal_id(text.strip()):
            after = filled_from_number(before, text.strip())
        else:
            card = read_card(text)
            told = worded(card.warnings[0]) if card.warnings else ""
            if card.kind != CITIZEN_CARD:
                self.scan.show_unread(told)
                return
            after = filled_from_card(before, card)
        self._fill(after)
        overwritten = any(
            getattr(before, name) not in ("", getattr(after, name)) for name in (*self._lines, "sex")
        )
        self._before_scan = before if overwritten else None
        self.scan.show_read(told, can_undo=overwritten)
        self._on_changed()
        if not after.name.strip():
            self.name.setFocus()

    def first(self) -> QWidget:
        """Return where the clerk begins."""
        return self.number

    def widget_of(self, name: str) -> QWidget | None:
        """Return the input of a field of the form."""
        return self._lines.get(name) or self._choices.get(name)

    def _make_inputs(self) -> None:
        self.scan = ScanBox()
        self.kind, self.id_kind = Choice(KINDS), Choice(ID_KINDS)
        self.number, self.name = CheckedLine(), TextBox(1, 3)
        self.name.setObjectName("name")
        self.check = self.number.note
        self.born = CheckedLine()
        self.born.setPlaceholderText(self.tr("ngày/tháng/năm"))
        self.sex = Choice((("", "–"), *SEXES.items()))
        self.address = TextBox(2, 6)
        self.phone, self.email, self.return_address = QLineEdit(), QLineEdit(), QLineEdit()
        self.identity_check, self.return_method, self.role = Choice(CHECKS), Choice(RETURNS), Choice(ROLES)
        self.submitter_name, self.submitter_id = QLineEdit(), QLineEdit()
        self._lines: dict[str, QLineEdit | TextBox] = {
            "id": self.number,
            "name": self.name,
            "born": self.born,
            "address": self.address,
            "phone": self.phone,
            "email": self.email,
            "submitter_name": self.submitter_name,
            "submitter_id": self.submitter_id,
            "return_address": self.return_address,
        }
        self._choices: dict[str, Choice] = {
            "kind": self.kind,
            "id_kind": self.id_kind,
            "sex": self.sex,
            "identity_check": self.identity_check,
            "return_method": self.return_method,
            "role": self.role,
        }

    def _lay_out(self) -> None:
        born, sex = field(self.tr("Ngày sinh"), self.born), field(self.tr("Giới tính"), self.sex)
        self.person = boxed(beside((born, 3), (sex, 2)))
        self.post = boxed(field(self.tr("Địa chỉ nhận kết quả"), self.return_address))
        name = field(self.tr("Họ tên người nộp thay"), self.submitter_name)
        self.instead = boxed(
            beside((name, 3), (field(self.tr("Số giấy tờ người nộp thay"), self.submitter_id), 2))
        )
        kind, id_kind = field(self.tr("Đối tượng"), self.kind), field(self.tr("Loại giấy tờ"), self.id_kind)
        phone, email = field(self.tr("Điện thoại"), self.phone), field(self.tr("Email (nếu có)"), self.email)
        checked = field(self.tr("Xác thực danh tính"), self.identity_check)
        back = field(self.tr("Nhận kết quả"), self.return_method)
        for part in (
            self.scan,
            beside((kind, 22), (id_kind, 19)),
            field(self.tr("Số giấy tờ"), self.number),
            field(self.tr("Họ và tên, tên tổ chức"), self.name),
            self.person,
            field(self.tr("Nơi cư trú, địa chỉ"), self.address),
            beside((phone, 1), (email, 1)),
            beside((checked, 1), (back, 1)),
            self.post,
            divider(),
            field(self.tr("Người nộp"), self.role),
            self.instead,
        ):
            if isinstance(part, QWidget):
                self.body.addWidget(part)
            else:
                self.body.addLayout(part)
        self.body.addStretch(1)

    def _connect(self) -> None:
        for line in self._lines.values():
            line.textChanged.connect(self._on_changed)
        for choice in self._choices.values():
            choice.currentIndexChanged.connect(self._on_changed)
        self.kind.currentIndexChanged.connect(self._on_kind_changed)
        self.born.editingFinished.connect(self._on_born_finished)
        self.scan.undo_asked.connect(self._on_undo)

    def _fill(self, state: FormState) -> None:
        self._filling = True
        for name, choice in self._choices.items():
            choice.choose(getattr(state, name))
        for name, line in self._lines.items():
            line.setText(getattr(state, name))
        self._filling = False

    @Slot()
    def _on_changed(self) -> None:
        if self._filling:
            return
        self._show_kind()
        self._show_check()
        self.changed.emit()

    @Slot()
    def _on_kind_changed(self) -> None:
        if not self._filling:
            self.id_kind.choose(USUAL_ID[ApplicantKind(self.kind.currentData())])

    @Slot()
    def _on_born_finished(self) -> None:
        """Write a date as everybody reads it: 14/2/90 as 14/02/1990."""
        born, _ = born_told(self.born.text(), self._number(), self._today())
        if born and show_birth_date(born) != self.born.text():
            self.born.setText(show_birth_date(born))

    @Slot()
    def _on_undo(self) -> None:
        if self._before_scan is not None:
            self.show_state_of(self._before_scan)

    def _show_kind(self) -> None:
        self.person.setVisible(self.kind.currentData() == ApplicantKind.PERSON)
        self.post.setVisible(self.return_method.currentData() == ReturnMethod.POST)
        self.instead.setVisible(self.role.currentData() != SubmitterRole.SELF)
        numbered = self.id_kind.currentData() != IdKind.NONE
        self.number.setEnabled(numbered)
        if not numbered and self.number.text():
            self.number.clear()  # nobody sees or can change what stands in a field that is off

    def _show_check(self) -> None:
        """Say in the fields whether number, birth date and sex agree."""
        born, told = born_told(self.born.text(), self._number(), self._today())
        self.born.show_check(told)
        self.number.show_check(
            id_told(self._number(), IdKind(self.id_kind.currentData()), born, self.sex.currentData())
        )

    def _number(self) -> str:
        return plain_number(self.number.text(), IdKind(self.id_kind.currentData()))
