"""1 · Người nộp: whose case it is and who stands at the desk."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk_app.domain.applicant import ApplicantKind, IdentityCheck, IdKind, SubmitterRole
from desk_app.domain.birth_date import read_birth_date, show_birth_date
from desk_app.domain.case import ReturnMethod
from desk_app.domain.citizen_card import CITIZEN_CARD, read_card
from desk_app.domain.errors import ImpossibleDate
from desk_app.domain.personal_id import SEXES, check_personal_id, is_personal_id
from desk_app.domain.words import Words
from desk_app.ui.intake.form_state import FormState
from desk_app.ui.parts import Card, beside, boxed, field, label, show_state
from desk_app.ui.text_box import TextBox
from desk_app.ui.wording import sentence, worded

KINDS = (
    (ApplicantKind.PERSON, Words("Công dân")),
    (ApplicantKind.BUSINESS, Words("Hộ KD, doanh nghiệp")),
    (ApplicantKind.AGENCY, Words("Cơ quan")),
    (ApplicantKind.OTHER, Words("Khác")),
)
ID_KINDS = (
    (IdKind.PERSONAL, Words("Định danh 12 số")),
    (IdKind.OLD, Words("CMND 9 số")),
    (IdKind.PASSPORT, Words("Hộ chiếu")),
    (IdKind.TAX, Words("Mã số thuế")),
    (IdKind.NONE, Words("Chưa có giấy tờ")),
)
ROLES = (
    (SubmitterRole.SELF, Words("Tự nộp")),
    (SubmitterRole.AUTHORISED, Words("Nộp thay theo ủy quyền")),
    (SubmitterRole.REPRESENTATIVE, Words("Đại diện theo pháp luật")),
)
CHECKS = (
    (IdentityCheck.LATER, Words("Chưa xác thực")),
    (IdentityCheck.VNEID, Words("Qua VNeID")),
    (IdentityCheck.CARD_READER, Words("Qua đầu đọc thẻ")),
    (IdentityCheck.BY_EYE, Words("Đối chiếu giấy tờ")),
)
RETURNS = ((ReturnMethod.DESK, Words("Tại quầy")), (ReturnMethod.POST, Words("Qua bưu chính")))
ASK = Words("Quét QR trên thẻ bất cứ lúc nào, con trỏ ở đâu cũng được")


class ApplicantCard(Card):
    """Asks who; knows nothing of storage."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.body.addWidget(label(self.tr("1 · NGƯỜI NỘP"), "heading"))
        self._before_scan: FormState | None = None
        self._make_inputs()
        self._lay_out()
        self._connect()
        self._show_kind()

    def state(self, others: FormState) -> FormState:
        """Return `others` with this card's fields."""
        return replace(
            others,
            kind=self.kind.currentData(),
            id_kind=self.id_kind.currentData(),
            id=self.number.text(),
            name=self.name.text(),
            born=self.born.text(),
            sex=self.sex.currentData(),
            address=self.address.text(),
            phone=self.phone.text(),
            email=self.email.text(),
            identity_check=self.identity_check.currentData(),
            role=self.role.currentData(),
            submitter_name=self.submitter_name.text(),
            submitter_id=self.submitter_id.text(),
            return_method=self.return_method.currentData(),
            return_address=self.return_address.text(),
        )

    def show_state_of(self, state: FormState) -> None:
        """Fill the fields."""
        for box, value in (
            (self.kind, state.kind),
            (self.id_kind, state.id_kind),
            (self.sex, state.sex),
            (self.role, state.role),
            (self.return_method, state.return_method),
            (self.identity_check, state.identity_check),
        ):
            box.setCurrentIndex(max(0, box.findData(value)))
        for line, text in (
            (self.number, state.id),
            (self.name, state.name),
            (self.born, state.born),
            (self.phone, state.phone),
            (self.email, state.email),
            (self.submitter_name, state.submitter_name),
            (self.submitter_id, state.submitter_id),
            (self.return_address, state.return_address),
        ):
            line.setText(text)
        self.address.setText(state.address)
        self._show_scan("", self.tr("Quét thẻ căn cước"), worded(ASK))

    @Slot(str)
    def take_scan(self, text: str) -> None:
        """Fill from a card's text; what was typed and differs can be had back."""
        before = self.state(FormState())
        if is_personal_id(text.strip()):
            self.number.setText(text.strip())
            return
        card = read_card(text)
        told = (
            worded(card.warnings[0])
            if card.warnings
            else self.tr("Hãy đối chiếu với thẻ; quét không thay cho xác thực.")
        )
        if card.kind != CITIZEN_CARD:
            self._show_scan("", self.tr("Chưa đọc được thẻ"), told)
            return
        self.kind.setCurrentIndex(0)
        self.id_kind.setCurrentIndex(0 if is_personal_id(card.id or "") else 1)
        born = show_birth_date(card.birth_date or "")
        for line, value in ((self.number, card.id), (self.name, card.name), (self.born, born)):
            if value:
                line.setText(value)
        if card.sex:
            self.sex.setCurrentIndex(self.sex.findData(card.sex))
        if card.address:
            self.address.setText(card.address)
        overwritten = any((before.name, before.id, before.address)) and before != self.state(FormState())
        self._before_scan = before if overwritten else None
        self._show_scan("read", self.tr("Đã đọc thẻ căn cước"), told)
        if card.name is None:
            self.name.setFocus()

    def first(self) -> QWidget:
        """Return where the clerk begins."""
        return self.number

    def _make_inputs(self) -> None:
        self.scan = QFrame()
        self.scan.setObjectName("scan")
        self.scan_title = label("", "strong")
        self.scan_text = label("", "muted", wrap=True)
        self.undo = QPushButton(self.tr("Hoàn tác"))
        self.undo.setObjectName("link")
        self.kind, self.id_kind = _choice(KINDS), _choice(ID_KINDS)
        self.number, self.name = QLineEdit(), TextBox(1, 3)
        self.name.setObjectName("name")
        self.number.setMaxLength(20)
        self.check = label("", "good")
        self.born = QLineEdit()
        self.born.setPlaceholderText(self.tr("ngày/tháng/năm"))
        self.sex = _choice((("", "–"), *SEXES.items()))
        self.address = TextBox(2, 6)
        self.phone = QLineEdit()
        self.phone.setMaxLength(15)
        self.email = QLineEdit()
        self.identity_check = _choice(CHECKS)
        self.return_method = _choice(RETURNS)
        self.return_address = QLineEdit()
        self.role = _choice(ROLES)
        self.submitter_name, self.submitter_id = QLineEdit(), QLineEdit()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self.scan)
        box.setContentsMargins(11, 7, 11, 7)
        box.setSpacing(1)
        head = QHBoxLayout()
        head.addWidget(self.scan_title, 1)
        head.addWidget(self.undo)
        box.addLayout(head)
        box.addWidget(self.scan_text)
        self.body.addWidget(self.scan)
        self.body.addLayout(
            beside(
                (field(self.tr("Đối tượng"), self.kind), 5), (field(self.tr("Loại giấy tờ"), self.id_kind), 4)
            )
        )
        self.body.addLayout(field(self.tr("Số giấy tờ"), self.number))
        self.body.addWidget(self.check)
        self.body.addLayout(field(self.tr("Họ và tên, tên tổ chức"), self.name))
        self.person = boxed(
            beside((field(self.tr("Ngày sinh"), self.born), 3), (field(self.tr("Giới tính"), self.sex), 2))
        )
        self.body.addWidget(self.person)
        self.body.addLayout(field(self.tr("Nơi cư trú, địa chỉ"), self.address))
        self.body.addLayout(
            beside(
                (field(self.tr("Điện thoại"), self.phone), 1),
                (field(self.tr("Email (nếu có)"), self.email), 1),
            )
        )
        self.body.addLayout(
            beside(
                (field(self.tr("Xác thực danh tính"), self.identity_check), 1),
                (field(self.tr("Nhận kết quả"), self.return_method), 1),
            )
        )
        self.post = boxed(field(self.tr("Địa chỉ nhận kết quả"), self.return_address))
        self.body.addWidget(self.post)
        self.body.addLayout(field(self.tr("Người nộp"), self.role))
        self.instead = boxed(
            beside(
                (field(self.tr("Họ tên người nộp thay"), self.submitter_name), 3),
                (field(self.tr("Số giấy tờ người nộp thay"), self.submitter_id), 2),
            )
        )
        self.body.addWidget(self.instead)
        self.body.addStretch(1)
        self._show_scan("", self.tr("Quét thẻ căn cước"), worded(ASK))

    def _connect(self) -> None:
        for line in self.findChildren(QLineEdit):
            line.textChanged.connect(self._on_changed)
        for box in (self.name, self.address):
            box.textChanged.connect(self._on_changed)
        for choice in (self.kind, self.id_kind, self.sex, self.identity_check, self.return_method, self.role):
            choice.currentIndexChanged.connect(self._on_changed)
        self.kind.currentIndexChanged.connect(self._on_kind_changed)
        self.undo.clicked.connect(self._on_undo)

    @Slot()
    def _on_changed(self) -> None:
        self._show_kind()
        self._show_check()
        self.changed.emit()

    @Slot()
    def _on_kind_changed(self) -> None:
        person = self.kind.currentData() == ApplicantKind.PERSON
        business = self.kind.currentData() == ApplicantKind.BUSINESS
        self.id_kind.setCurrentIndex(0 if person else 3 if business else 4)

    @Slot()
    def _on_undo(self) -> None:
        if self._before_scan is not None:
            before, self._before_scan = self._before_scan, None
            self.show_state_of(before)

    def _show_kind(self) -> None:
        self.person.setVisible(self.kind.currentData() == ApplicantKind.PERSON)
        self.post.setVisible(self.return_method.currentData() == ReturnMethod.POST)
        self.instead.setVisible(self.role.currentData() != SubmitterRole.SELF)
        self.number.setEnabled(self.id_kind.currentData() != IdKind.NONE)
        self.undo.setVisible(self._before_scan is not None)

    def _show_check(self) -> None:
        """Say under the number whether it agrees with birth date and sex."""
        number = "".join(self.number.text().split())
        text, name = "", "good"
        try:
            born = read_birth_date(self.born.text())
        except ImpossibleDate as error:
            born, text, name = "", (sentence(error) if len(self.born.text()) >= 8 else ""), "wrong"
        if not text and number and self.id_kind.currentData() == IdKind.PERSONAL:
            odd = check_personal_id(number, born, self.sex.currentData())
            if odd:
                text, name = worded(odd[0]), "odd"
            elif born and self.sex.currentData():
                text, name = self.tr("✓ khớp ngày sinh, giới tính"), "good"
        self.check.setText(text)
        self.check.setWordWrap(True)
        if self.check.objectName() != name:
            self.check.setObjectName(name)
            self.check.style().unpolish(self.check)
            self.check.style().polish(self.check)
        self.check.setVisible(bool(text))

    def _show_scan(self, state: str, title: str, text: str) -> None:
        self.scan_title.setText(title)
        self.scan_text.setText(text)
        show_state(self.scan, state)
        self.undo.setVisible(self._before_scan is not None)


def _choice(choices: tuple[tuple[str, str], ...]) -> QComboBox:
    box = QComboBox()
    for value, text in choices:
        box.addItem(worded(text), str(value))
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(6)
    return box
