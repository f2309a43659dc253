"""The commune's own days, account and forms; only who administers comes here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desk_app.domain.changes import Changes
from desk_app.domain.errors import DeskError
from desk_app.domain.fee import FeeArea
from desk_app.domain.own_days import OwnDay
from desk_app.domain.settings import Settings
from desk_app.domain.viet_qr import Account
from desk_app.domain.words import Words
from desk_app.ui.bulletin import Bulletin
from desk_app.ui.catalogue.account_card import AccountCard
from desk_app.ui.catalogue.fee_area_card import FeeAreaCard
from desk_app.ui.catalogue.forms_card import FormsCard
from desk_app.ui.catalogue.own_days_card import OwnDaysCard
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.keys import on_key
from desk_app.ui.parts import beside, label
from desk_app.ui.wording import sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class SettingsServices:
    """What the screen asks for."""

    read: Callable[[], Settings]
    keep_day: Callable[[OwnDay], None]
    drop_day: Callable[[date], None]
    keep_account: Callable[[Account | None], None]
    fee_areas: Callable[[], Sequence[FeeArea]]
    keep_fee_area: Callable[[FeeArea], None]
    keep_form: Callable[[Path], None]
    drop_form: Callable[[str], None]
    now: Callable[[], datetime]


class SettingsScreen(QWidget):
    """Four cards; whatever is kept is told in one sentence."""

    closed = Signal()
    hints = (
        ("Enter", Words("lưu phần đang nhập")),
        ("Ctrl+O", Words("nạp mẫu")),
        ("Esc", Words("về danh mục")),
    )

    def __init__(self, jobs: Jobs, bulletin: Bulletin, services: SettingsServices) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._jobs, self._bulletin, self._services = jobs, bulletin, services
        self.days, self.account, self.forms = OwnDaysCard(), AccountCard(), FormsCard()
        self.fee_area = FeeAreaCard()
        self._lay_out()
        self.days.wanted.connect(self._on_day)
        self.days.dropped.connect(self._on_day_dropped)
        self.account.wanted.connect(self._on_account)
        self.account.dropped.connect(self._on_account_dropped)
        self.fee_area.wanted.connect(self._on_fee_area)
        self.forms.chosen.connect(self._on_form)
        self.forms.dropped.connect(self._on_form_dropped)
        on_key("Escape", self, self.closed.emit)
        on_key("Ctrl+O", self, self.forms.ask)

    def start(self) -> None:
        """Read what is set."""
        self.days.begin(self._services.now().date())
        self._read()
        self.days.day.setFocus()

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 12, 14, 14)
        head = QHBoxLayout()
        head.addWidget(label(self.tr("Thiết lập của xã"), "big"))
        head.addStretch(1)
        back = QPushButton(self.tr("Về danh mục   Esc"))
        back.clicked.connect(self.closed)
        head.addWidget(back)
        box.addLayout(head)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.account)
        right.addWidget(self.fee_area)
        right.addWidget(self.forms, 1)
        box.addLayout(beside((self.days, 1), (right, 1), spacing=12), 1)

    def _read(self) -> None:
        self._jobs.run(
            Lane.READ,
            lambda: (self._services.read(), self._services.fee_areas()),
            owner=self,
            done=self._show,
            failed=self._on_failed,
            latest="settings",
        )

    def _show(self, found: tuple[Settings, Sequence[FeeArea]]) -> None:
        settings, areas = found
        self.days.show_days(settings.own_days)
        self.account.show_account(settings.account)
        self.fee_area.show_areas(areas, settings.fee_area)
        self.forms.show_forms(list(settings.forms))

    @Slot(OwnDay)
    def _on_day(self, own: OwnDay) -> None:
        told = self.tr("Đã đặt {day}; hẹn trả của hồ sơ mới theo ngày này.").format(day=f"{own.day:%d/%m/%Y}")
        self._write(lambda: self._services.keep_day(own), told, self.days.begin, own.day)

    @Slot(date)
    def _on_day_dropped(self, day: date) -> None:
        told = self.tr("Đã bỏ {day}.").format(day=f"{day:%d/%m/%Y}")
        self._write(lambda: self._services.drop_day(day), told)

    @Slot(str, str, str)
    def _on_account(self, bank: str, number: str, holder: str) -> None:
        try:
            account = Account(bank_bin=bank, number=number, holder=holder)
        except DeskError as unclear:
            self._on_failed(unclear)
            return
        self._write(lambda: self._services.keep_account(account), self.tr("Đã lưu tài khoản nhận phí."))

    @Slot()
    def _on_account_dropped(self) -> None:
        self._write(lambda: self._services.keep_account(None), self.tr("Đã bỏ tài khoản."))

    @Slot(FeeArea)
    def _on_fee_area(self, area: FeeArea) -> None:
        told = self.tr("Đã chọn biểu mức thu; hồ sơ mới tính theo biểu này.")
        self._write(lambda: self._services.keep_fee_area(area), told)

    @Slot(Path)
    def _on_form(self, path: Path) -> None:
        told = self.tr("Đã nạp mẫu {name}; các giấy in từ giờ theo mẫu này.").format(name=path.name)
        self._write(lambda: self._services.keep_form(path), told)

    @Slot(str)
    def _on_form_dropped(self, name: str) -> None:
        self._write(lambda: self._services.drop_form(name), self.tr("Đã bỏ mẫu {name}.").format(name=name))

    def _write(
        self,
        work: Callable[[], None],
        told: str,
        then: Callable[[date], None] | None = None,
        day: date | None = None,
    ) -> None:
        def done(_none: None) -> None:
            if then is not None and day is not None:
                then(day)
            self._bulletin.changed.emit(Changes(settings=True))
            self._bulletin.told.emit(told)
            self._read()

        self._jobs.run(Lane.WRITE, work, owner=self, done=done, failed=self._on_failed)

    def _on_failed(self, error: DeskError) -> None:
        self._bulletin.failed.emit(sentence(error))
