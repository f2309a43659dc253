"""Put an honest mistake right: the intake as it stands, to be typed over, and why."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desk_app.domain.applicant import IdKind, Submitter, SubmitterRole
from desk_app.domain.birth_date import read_birth_date, show_birth_date
from desk_app.domain.case import Intake, ReturnMethod
from desk_app.domain.deadline import term_text
from desk_app.domain.deed import Corrected, Deed
from desk_app.domain.errors import DeskError, PaperMomentMissing
from desk_app.domain.fee import Channel
from desk_app.domain.lifecycle import ActName
from desk_app.domain.personal_id import SEXES
from desk_app.domain.typed_fee import read_fee
from desk_app.domain.typed_moment import read_moment
from desk_app.domain.words import Words
from desk_app.ui.case.acts.differences import differences
from desk_app.ui.case.acts.form import ActForm, Choices, dotted, ticked
from desk_app.ui.intake.choices import CHANNELS, ID_KINDS, RETURNS, ROLES
from desk_app.ui.intake.form_state import Paper
from desk_app.ui.parts import beside, boxed, field, label
from desk_app.ui.text_box import TextBox
from desk_app.ui.wording import worded


class CorrectForm(ActForm):
    """Shows what changes before it is done; the new receipt says which one it replaces."""

    act = ActName.CORRECT
    said = Words("Đã sửa hồ sơ {code}; giấy tiếp nhận được cấp lại.")

    def lay_out(self) -> None:
        self.reason = self.line(self.tr("Lý do sửa"))
        self.changes = label("", "complete", wrap=True)
        self.body.addWidget(self.changes)
        self._who()
        self._what()
        self.changed.connect(self._on_changed)
        self._on_changed()

    def first(self) -> QWidget:
        return self.reason

    def deed(self) -> Deed:
        return Deed(act=self.act, given=Corrected(intake=self.intake(), reason=self.reason.text()))

    def intake(self) -> Intake:
        """Return the intake as it stands in the form.

        Raises:
            ImpossibleDate: the birth date is none.
            PaperMomentMissing: the hour is none.
        """
        given = self.help.case.intake
        number = "".join(self.number.text().split())
        applicant = replace(
            given.applicant,
            name=" ".join(self.name.text().split()),
            id_kind=IdKind(self.id_kind.currentData()) if number else IdKind.NONE,
            id=number,
            born=read_birth_date(self.born.text()),
            sex=self.sex.currentData(),
            address=" ".join(self.address.text().split()),
            phone="".join(self.phone.text().split()),
            email="".join(self.email.text().split()),
        )
        return replace(
            given,
            applicant=applicant,
            submitter=self._submitter(),
            components=ticked(self.table),
            term=self.term.currentData(),
            sets=int(self.sets.text()) if self.sets.text().isdecimal() else 0,
            channel=Channel(self.channel.currentData()),
            received_at=self._paper_moment(),
            fee=read_fee(self.fee.text()),
            return_method=ReturnMethod(self.returns.currentData()),
            return_address=self.return_address.text().strip(),
        )

    def _paper_moment(self) -> datetime | None:
        """Return when the paper was written, None where the case was not keyed from one.

        Raises:
            PaperMomentMissing: the hour is none.
        """
        was = self.help.case.intake.received_at
        if was is None or self.hour.text().strip() == f"{was:%H:%M}":
            return was  # to the second, as it was kept
        moment = read_moment(f"{was:%d/%m/%Y}", self.hour.text())
        if moment is None:
            raise PaperMomentMissing()
        return moment

    def _who(self) -> None:
        applicant = self.help.case.intake.applicant
        self.name = TextBox(1, 3)
        self.name.setText(applicant.name)
        self.address = TextBox(1, 4)
        self.address.setText(applicant.address)
        for box in (self.name, self.address):
            box.textChanged.connect(self.changed)
        self.id_kind = self._chosen(ID_KINDS, applicant.id_kind)
        self.number = self.bare_line(applicant.id, most=20)
        self.born = self.bare_line(show_birth_date(applicant.born), most=10)
        self.sex = self._chosen((("", "–"), *SEXES.items()), applicant.sex)
        self.phone, self.email = self.bare_line(applicant.phone, most=15), self.bare_line(applicant.email)
        self.body.addLayout(field(self.tr("Họ và tên, tên tổ chức"), self.name))
        self._beside(
            (self.tr("Loại giấy tờ"), self.id_kind, 5),
            (self.tr("Số giấy tờ"), self.number, 5),
            (self.tr("Ngày sinh"), self.born, 4),
            (self.tr("Giới tính"), self.sex, 3),
        )
        self.body.addLayout(field(self.tr("Nơi cư trú, địa chỉ"), self.address))
        self._beside((self.tr("Điện thoại"), self.phone, 1), (self.tr("Email (nếu có)"), self.email, 1))
        submitter = self.help.case.intake.submitter
        self.role = self._chosen(ROLES, submitter.role)
        self.submitter_name = self.bare_line(submitter.name)
        self.submitter_id = self.bare_line(submitter.id, most=20)
        self.instead = boxed(
            beside(
                (field(self.tr("Họ tên người nộp thay"), self.submitter_name), 3),
                (field(self.tr("Số giấy tờ người nộp thay"), self.submitter_id), 2),
            )
        )
        self.body.addLayout(field(self.tr("Người nộp"), self.role))
        self.body.addWidget(self.instead)

    def _submitter(self) -> Submitter:
        role = SubmitterRole(self.role.currentData())
        if role is SubmitterRole.SELF:
            return Submitter()
        return replace(
            self.help.case.intake.submitter,
            role=role,
            name=" ".join(self.submitter_name.text().split()),
            id="".join(self.submitter_id.text().split()),
        )

    def _what(self) -> None:
        given, procedure = self.help.case.intake, self.help.procedure
        terms: dict[str, str] = {choice.term: term_text(choice.term) for choice in procedure.terms}
        if given.term not in terms:
            terms = {given.term: term_text(given.term) if given.term else "–", **terms}
        self.term = self._chosen(list(terms.items()), given.term)
        self.fee = self.bare_line("" if given.fee is None else dotted(given.fee) or "0", most=15)
        self.returns = self._chosen(RETURNS, given.return_method)
        self._beside(
            (self.tr("Thời hạn giải quyết"), self.term, 5),
            (self.tr("Phí, lệ phí (đồng)"), self.fee, 3),
            (self.tr("Nhận kết quả"), self.returns, 4),
        )
        self.sets = self.bare_line(str(given.sets), most=3)
        self.channel = self._chosen(CHANNELS, given.channel)
        self.hour = self.bare_line(f"{given.received_at:%H:%M}" if given.received_at else "", most=10)
        parts: list[tuple[str, QWidget, int]] = [
            (self.tr("Số bộ hồ sơ"), self.sets, 2),
            (self.tr("Hình thức nộp"), self.channel, 5),
        ]
        if given.received_at is not None:  # its day is in the code
            parts.append((self.tr("Giờ nhận ghi trên giấy"), self.hour, 4))
        else:
            self.hour.setParent(self)
            self.hour.hide()
        self._beside(*parts)
        self.return_address = self.bare_line(given.return_address)
        self.post = boxed(field(self.tr("Địa chỉ nhận kết quả"), self.return_address))
        self.body.addWidget(self.post)
        self.table = self.papers(self._papers(), whole=True)

    def _papers(self) -> list[Paper]:
        """Return what was handed in, ticked, then what the procedure asks for besides."""
        handed = {paper.name: paper for paper in self.help.case.intake.components}
        offered = self.help.procedure.components
        return [
            *(Paper(name=p.name, originals=p.originals, copies=p.copies, handed_in=True) for p in handed.values()),
            *(Paper(name=p.name, originals=p.originals or 1, copies=p.copies) for p in offered if p.name not in handed),
        ]  # fmt: skip

    def _chosen(self, choices: Choices, value: str) -> QComboBox:
        made = self.bare_choice(choices)
        made.setCurrentIndex(max(0, made.findData(str(value))))
        return made

    def _beside(self, *parts: tuple[str, QWidget, int]) -> None:
        boxes: list[tuple[QVBoxLayout, int]] = [(field(name, part), share) for name, part, share in parts]
        self.body.addLayout(beside(*boxes))

    def _on_changed(self) -> None:
        self.instead.setVisible(self.role.currentData() != SubmitterRole.SELF)
        self.post.setVisible(self.returns.currentData() == ReturnMethod.POST)
        try:
            changes = differences(self.help.case.intake, self.intake())
        except DeskError:
            return  # the preview says what cannot be read
        self.changes.setText("\n".join(changes) or worded(Words("Chưa sửa gì.")))
