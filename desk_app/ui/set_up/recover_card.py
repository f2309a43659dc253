"""The first start of a machine in a burnt one's place: the superior's slip, the sheet from the safe, who signs in."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QLineEdit, QProgressBar, QPushButton, QVBoxLayout, QWidget

from desk_app.domain.errors import DeskError, StrangeAddress, UnknownAuthority
from desk_app.domain.recovery import Pulled
from desk_app.domain.server_address import is_server_address
from desk_app.domain.staff import Staff
from desk_app.ui.authority.line import AuthorityLine
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.parts import Card, beside, field, label, name_style
from desk_app.ui.wording import sentence

_DESK = re.compile(r"([0-9A-Z.]{3,35})/([1-5])")
_SHEET_CHARACTERS = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverForm:
    """What was typed; `words` is empty where the slip was made without a sheet."""

    url: str
    code: str
    agency_code: str
    desk: int
    words: str
    first: Staff
    passphrase: str


class RecoverCard(Card):
    """Asks, pulls the log, and tells how far it is; `recovered` carries what the service gave."""

    recovered = Signal(object)
    back = Signal()

    def __init__(
        self,
        jobs: Jobs,
        recover: Callable[[RecoverForm, Callable[[object], None]], Any],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", parent)
        self._jobs, self._recover = jobs, recover
        names = ("url", "code", "desk", "words", "name", "title", "login", "first", "second")
        self.lines = {name: QLineEdit() for name in names}
        for name in ("first", "second"):
            self.lines[name].setEchoMode(QLineEdit.EchoMode.Password)
        self.lines["url"].setPlaceholderText("https://")
        self.lines["code"].setPlaceholderText("XXXX-XXXX-XXXX-XXXX")
        self.lines["desk"].setPlaceholderText("H56.22.17/1")
        self.lines["words"].setPlaceholderText("XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX")
        self.told = label("", "wrong", wrap=True)
        self.doing = label("", "muted", wrap=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.go = QPushButton(self.tr("Lấy lại hồ sơ từ cấp trên"))
        self.go.setObjectName("primary")
        self.authority = AuthorityLine()
        self.leave = QPushButton(self.tr("Quay lại: thiết lập quầy mới"))
        self.leave.setObjectName("quiet")
        self._lay_out()
        self.go.clicked.connect(self._on_go)
        self.leave.clicked.connect(self.back)
        for line in self.lines.values():
            line.returnPressed.connect(line.focusNextChild)
        self.lines["second"].returnPressed.disconnect()
        self.lines["second"].returnPressed.connect(self._on_go)

    def start(self) -> None:
        """Begin at the first field."""
        self.lines["url"].setFocus()

    def _lay_out(self) -> None:
        def one(caption: str, name: str) -> QVBoxLayout:
            return field(caption, self.lines[name])

        why = self.tr(
            "Cần hai thứ: phiếu khôi phục mà cấp trên vừa lập, và tờ khôi phục cũ trong két. "
            "Hồ sơ đã gửi sẽ về đủ; hồ sơ chưa kịp gửi thì nhập lại từ giấy."
        )
        self.body.addWidget(label(self.tr("Máy mới thay máy hỏng").upper(), "heading"))
        self.body.addWidget(label(why, "muted", wrap=True))
        self.body.addLayout(
            beside((one(self.tr("Địa chỉ máy chủ"), "url"), 2), (one(self.tr("Quầy trên phiếu"), "desk"), 1))
        )
        self.body.addLayout(one(self.tr("Mã trên phiếu khôi phục"), "code"))
        self.body.addLayout(
            one(self.tr("32 ký tự của tờ khôi phục cũ (để trống nếu phiếu ghi không cần tờ)"), "words")
        )
        self.body.addLayout(
            beside(
                (one(self.tr("Họ tên cán bộ đầu tiên"), "name"), 2),
                (one(self.tr("Chức danh"), "title"), 2),
                (one(self.tr("Tên đăng nhập"), "login"), 1),
            )
        )
        self.body.addLayout(
            beside(
                (one(self.tr("Mật khẩu (ít nhất 8 ký tự)"), "first"), 1),
                (one(self.tr("Nhập lại mật khẩu"), "second"), 1),
            )
        )
        parts: tuple[QWidget, ...] = (
            self.told,
            self.progress,
            self.doing,
            self.go,
            self.authority,
            self.leave,
        )
        for part in parts:
            self.body.addWidget(part)
        for part in (self.told, self.progress, self.doing):
            part.hide()

    @Slot()
    def _on_go(self) -> None:
        text = {name: line.text().strip() for name, line in self.lines.items()}
        wrong = self._wrong(text)
        if wrong is not None:
            name, told = wrong
            self.tell(told)
            self.lines[name].setFocus()
            return
        found = _DESK.fullmatch(text["desk"].upper())
        assert found is not None
        form = RecoverForm(
            url=text["url"],
            code=text["code"],
            agency_code=found[1],
            desk=int(found[2]),
            words=text["words"],
            first=Staff(login=text["login"].lower(), name=text["name"], title=text["title"]),
            passphrase=self.lines["first"].text(),
        )
        self.told.hide()
        self.doing.setText(self.tr("Đang nối với cấp trên…"))
        self.progress.setRange(0, 0)
        for part in (self.progress, self.doing):
            part.show()
        self._set_busy(busy=True)
        self._jobs.run_telling(
            Lane.LINE,
            lambda tell: self._recover(form, tell),
            owner=self,
            done=self._on_done,
            failed=self._on_failed,
            told=self._on_told,
            ended=self._on_ended,
        )

    def _wrong(self, text: dict[str, str]) -> tuple[str, str] | None:
        """Return the first field that is not as it must be, and what to tell."""
        if not is_server_address(text["url"]):
            return "url", sentence(StrangeAddress(text=text["url"]))
        if not _DESK.fullmatch(text["desk"].upper()):
            return "desk", self.tr("Hãy gõ quầy như trên phiếu khôi phục, ví dụ H56.22.17/1.")
        if not text["code"]:
            return "code", self.tr("Hãy nhập mã trên phiếu khôi phục.")
        if text["words"] and len(re.sub(r"[\s-]", "", text["words"])) != _SHEET_CHARACTERS:
            return "words", self.tr("Tờ khôi phục có đúng 32 ký tự; hãy đọc lại từng nhóm bốn ký tự.")
        if not text["name"]:
            return "name", self.tr("Hãy nhập họ tên và tên đăng nhập.")
        if not (text["login"].isascii() and text["login"].isalnum()):
            return "login", self.tr("Tên đăng nhập chỉ gồm chữ cái không dấu và chữ số.")
        if self.lines["first"].text() != self.lines["second"].text():
            return "second", self.tr("Hai lần nhập mật khẩu không giống nhau; hãy nhập lại.")
        return None

    def _on_told(self, pulled: Pulled) -> None:
        self.progress.setRange(0, max(1, pulled.total))
        self.progress.setValue(pulled.done)
        self.doing.setText(
            self.tr("Đã lấy lại {done}/{total} sự kiện").format(done=pulled.done, total=pulled.total)
        )

    def _on_done(self, made: object) -> None:
        for name in ("words", "code", "first", "second"):
            self.lines[name].clear()
        self.recovered.emit(made)

    def _on_failed(self, error: DeskError) -> None:
        self.tell(
            self.tr(
                "Chưa gửi gì: máy này chưa tin chứng thư của máy chủ cấp trên. Cấp trên có giao tệp chứng thư "
                "thì thêm ở “Máy chủ dùng chứng thư riêng…” dưới đây; không có thì báo cán bộ tin học."
            )
            if isinstance(error, UnknownAuthority)  # its own sentence sends to F7, which is not there yet
            else sentence(error)
        )
        self.go.setFocus()

    def _on_ended(self) -> None:
        self._set_busy(busy=False)
        for part in (self.progress, self.doing):
            part.hide()

    def _set_busy(self, *, busy: bool) -> None:
        """What was typed stays as it is while it is used."""
        for part in (*self.lines.values(), self.go, self.authority, self.leave):
            part.setEnabled(not busy)

    def tell(self, text: str, style: str = "wrong") -> None:
        """Say what went wrong, or well, above the button."""
        self.told.setText(text)
        name_style(self.told, style)
        self.told.show()
