"""The first start: whose desk it is, who works at it, and the sheet for the safe."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from desk_app.domain.agency_code import is_agency_code
from desk_app.domain.desk import Desk, Letterhead
from desk_app.domain.errors import DeskError
from desk_app.domain.staff import Staff
from desk_app.domain.words import Words
from desk_app.ui.authority.card import AuthorityCard, AuthorityServices
from desk_app.ui.choice import Choice
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.keys import on_key
from desk_app.ui.parts import Card, beside, centred, field, label
from desk_app.ui.set_up.recover_card import RecoverCard, RecoverForm
from desk_app.ui.set_up.sheet_card import SheetCard, SheetServices
from desk_app.ui.wording import sentence, worded


@dataclass(frozen=True, slots=True, kw_only=True)
class Created:
    """What the first start made: the words of the recovery sheet; nothing else has them."""

    recovery: str
    note: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SetUpServices:
    """What the screen asks for."""

    create: Callable[[Desk, Staff, str], Created]
    recover: Callable[[RecoverForm, Callable[[object], None]], Created]
    sheet: SheetServices
    authority: AuthorityServices


class SetUpScreen(QWidget):
    """Asks once, then shows the recovery words."""

    finished = Signal()
    hints = (("Enter", Words("ô kế tiếp")),)

    def __init__(self, jobs: Jobs, services: SetUpServices) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._jobs, self._services = jobs, services
        names = (
            "superior",
            "agency",
            "desk_name",
            "place",
            "code",
            "name",
            "login",
            "title",
            "first",
            "second",
        )
        self.lines = {name: QLineEdit() for name in names}
        for name in ("first", "second"):
            self.lines[name].setEchoMode(QLineEdit.EchoMode.Password)
        self.lines["desk_name"].setText("Bộ phận Tiếp nhận và Trả kết quả")
        self.number = Choice((str(n), str(n)) for n in range(1, 6))
        self.told = label("", "wrong", wrap=True)
        self.go = QPushButton(self.tr("Bắt đầu sử dụng"))
        self.go.setObjectName("primary")
        self.burnt = QPushButton(self.tr("Máy mới thay máy hỏng: lấy lại hồ sơ từ cấp trên…"))
        self.burnt.setObjectName("quiet")
        self.form = Card(self.tr("Thiết lập lần đầu"))
        self.recover = RecoverCard(jobs, services.recover)
        self.authority = AuthorityCard(jobs, services.authority, (self.recover.authority,))
        self.sheet = SheetCard(jobs, services.sheet)
        self._lay_out()
        self.go.clicked.connect(self._on_go)
        for line in self.lines.values():
            line.returnPressed.connect(line.focusNextChild)
        self.lines["second"].returnPressed.disconnect()
        self.lines["second"].returnPressed.connect(self._on_go)
        self.sheet.finished.connect(self.finished)
        self.burnt.clicked.connect(self._on_burnt)
        self.recover.back.connect(self._on_back)
        self.recover.recovered.connect(self._on_created)
        self.authority.opened.connect(self.recover.hide)
        self.authority.left.connect(self._on_authority_left)
        self.authority.kept.connect(self._on_authority_kept)
        self.authority.wrong.connect(self.recover.tell)
        on_key("Esc", self.authority, self.authority.leave)

    def start(self) -> None:
        """Begin at the first field."""
        self.lines["agency"].setFocus()

    def _lay_out(self) -> None:
        def one(caption: str, name: str) -> QVBoxLayout:
            return field(caption, self.lines[name])

        body = self.form.body
        body.addLayout(
            beside(
                (one(self.tr("Cơ quan (vd UBND xã Tân Lập)"), "agency"), 1),
                (one(self.tr("Cấp trên (vd UBND tỉnh Thanh Hóa)"), "superior"), 1),
            )
        )
        body.addLayout(
            beside(
                (one(self.tr("Tên bộ phận in trên giấy"), "desk_name"), 2),
                (one(self.tr("Địa danh"), "place"), 1),
            )
        )
        body.addLayout(
            beside(
                (one(self.tr("Mã định danh cơ quan (vd H56.22.17)"), "code"), 2),
                (field(self.tr("Quầy số"), self.number), 1),
            )
        )
        body.addLayout(
            beside(
                (one(self.tr("Họ tên cán bộ đầu tiên"), "name"), 2),
                (one(self.tr("Chức danh"), "title"), 2),
                (one(self.tr("Tên đăng nhập"), "login"), 1),
            )
        )
        body.addLayout(
            beside(
                (one(self.tr("Mật khẩu (ít nhất 8 ký tự)"), "first"), 1),
                (one(self.tr("Nhập lại mật khẩu"), "second"), 1),
            )
        )
        body.addWidget(self.told)
        body.addWidget(self.go)
        body.addWidget(self.burnt)
        box = QVBoxLayout(self)
        box.addStretch(1)
        for card in (self.form, self.recover, self.authority, self.sheet):
            card.setFixedWidth(720)
            box.addLayout(centred(card))  # an alignment would not ask how high a wrapped text is
        box.addStretch(2)
        self.told.hide()
        self.recover.hide()
        self.sheet.hide()

    @Slot()
    def _on_go(self) -> None:
        text = {name: line.text().strip() for name, line in self.lines.items()}
        wrong = self._wrong(text)
        if wrong is not None:
            name, told = wrong
            self._tell(told)
            self.lines[name].setFocus()
            return
        desk = Desk(
            agency_code=text["code"].upper(),
            number=int(self.number.currentData()),
            letterhead=Letterhead(
                superior_name=text["superior"].upper(),
                agency_name=text["agency"].upper(),
                desk_name=text["desk_name"].upper(),
                place=text["place"],
            ),
        )
        first = Staff(login=text["login"].lower(), name=text["name"], title=text["title"])
        passphrase = self.lines["first"].text()
        self.go.setEnabled(False)
        self._jobs.run(
            Lane.WRITE,
            lambda: self._services.create(desk, first, passphrase),
            owner=self,
            done=self._on_created,
            failed=self._on_failed,
            ended=lambda: self.go.setEnabled(True),
        )

    def _wrong(self, text: dict[str, str]) -> tuple[str, str] | None:
        """Return the first field that is not as it must be, and what to tell."""
        for name in ("agency", "place", "code", "name", "login"):
            if not text[name]:
                return name, self.tr("Hãy nhập đủ cơ quan, địa danh, mã định danh, họ tên và tên đăng nhập.")
        if not is_agency_code(text["code"].upper()):
            return "code", self.tr("Mã định danh cơ quan chưa đúng; hãy gõ như H56.22.17 hoặc 000.22.17.H56.")
        if not (text["login"].isascii() and text["login"].isalnum()):
            return "login", self.tr("Tên đăng nhập chỉ gồm chữ cái không dấu và chữ số.")
        if self.lines["first"].text() != self.lines["second"].text():
            return "second", self.tr("Hai lần nhập mật khẩu không giống nhau; hãy nhập lại.")
        return None

    def _on_created(self, created: Created) -> None:
        for name in ("first", "second"):
            self.lines[name].clear()
        self.form.hide()
        self.recover.hide()
        self.sheet.show()
        self.sheet.show_words(created.recovery)
        if created.note is not None:
            self.sheet.told.setText(worded(created.note))

    @Slot()
    def _on_burnt(self) -> None:
        self.form.hide()
        self.recover.show()
        self.recover.start()
        self.authority.read()

    @Slot()
    def _on_authority_left(self) -> None:
        self.recover.show()
        self.recover.go.setFocus()

    @Slot(str)
    def _on_authority_kept(self, name: str) -> None:
        self._on_authority_left()
        told = self.tr("Máy này từ nay tin {name}; hãy bấm lại “Lấy lại hồ sơ từ cấp trên”.").format(
            name=name
        )
        self.recover.tell(told, "good")

    @Slot()
    def _on_back(self) -> None:
        self.recover.hide()
        self.form.show()
        self.start()

    def _on_failed(self, error: DeskError) -> None:
        self._tell(sentence(error))
        self.lines["first"].setFocus()  # the one thing that the store itself judges

    def _tell(self, text: str) -> None:
        self.told.setText(text)
        self.told.show()
