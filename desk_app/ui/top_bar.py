"""The top of the window: whose desk, what the superior has, the time, who works here."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy

from desk_app.ui.key_cap import KeyCap, LaidOutButton
from desk_app.ui.parts import label, never_focused, show_state
from desk_app.ui.wording import kept_sentence, moment_in_words

if TYPE_CHECKING:
    from desk_app.domain.desk import Desk
    from desk_app.domain.staff import Staff
    from desk_app.domain.superior import SyncState

ROOM_FOR_ALL = 1180  # narrower windows leave away what can be seen elsewhere
ROOM_FOR_CLOCK = 900
LEAST = 420


class TopBar(QFrame):
    """Shows what it is told; the staff's pill signs out."""

    sign_out_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.setFixedHeight(48)
        self._desk: Desk | None = None
        self._signed_in = False
        self.commune, self.desk = label("", "commune"), label("", "muted")
        self.sync_pill, self.clock_pill = label("", "pill"), label("", "pill")
        self.sync_pill.setMinimumWidth(40)
        self.staff_pill = LaidOutButton(12, 5)
        self.staff_pill.setObjectName("staffPill")
        never_focused(self.staff_pill)
        self.staff_pill.clicked.connect(self.sign_out_asked)
        self.staff_name, self.staff_title = label("", "strong"), label("", "label")
        for part in (self.staff_name, self.staff_title, KeyCap("Ctrl+L")):
            self.staff_pill.add(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 16, 0)
        row.setSpacing(12)
        for part in (label("", "emblem"), self.commune, self.desk):
            row.addWidget(part)
        row.addStretch(1)
        for pill in (self.sync_pill, self.clock_pill, self.staff_pill):
            pill.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            row.addWidget(pill)
        self.show_nobody()

    def show_nobody(self) -> None:
        """Show whose program it is; the commune's name too once it is known."""
        self._signed_in = False
        self._say()
        self._fit()

    def show_desk(self, desk: Desk, member: Staff) -> None:
        """Show the desk of a member of staff."""
        self._desk, self._signed_in = desk, True
        self.staff_name.setText(member.name)
        self.staff_title.setText(member.title)
        self.staff_pill.setAccessibleName(self.tr("{name}: đăng xuất").format(name=member.name))
        self.staff_pill.setToolTip(self.tr("Đăng xuất, khóa quầy"))
        self._say()
        self._fit()

    def show_time(self, now: datetime) -> None:
        """Show the time."""
        self.clock_pill.setText(moment_in_words(now))

    def show_sync(self, sync: SyncState) -> None:
        """Show what the superior does not have yet; wrong in red, waiting in brown, both in words."""
        n = sync.pending_cases
        last = f"{sync.last_confirmed:%H:%M %d/%m}" if sync.last_confirmed else ""
        if not sync.enrolled:
            text = self.tr("{n} hồ sơ chờ gửi · chưa đăng ký cấp trên", n=n).format(n=n)
        elif n:
            since = self.tr("lần cuối {last}").format(last=last) if last else self.tr("chưa gửi lần nào")
            text = self.tr("{n} hồ sơ chờ gửi · {since}", n=n).format(n=n, since=since)
        elif sync.refused_cases:
            refused = sync.refused_cases
            text = self.tr("{n} hồ sơ cấp trên trả lại · F7", n=refused).format(n=refused)
        elif last:
            text = self.tr("Cấp trên đã nhận đủ · {last}").format(last=last)
        else:
            text = self.tr("Chưa có hồ sơ chờ gửi")
        self.sync_pill.setText(("● " if n or sync.refused_cases or not sync.enrolled else "✓ ") + text)
        wrong = bool(sync.last_error or sync.refused_cases)
        show_state(self.sync_pill, "wrong" if wrong else "late" if n else "")
        self.sync_pill.setToolTip(kept_sentence(sync.last_error))

    def minimumSizeHint(self) -> QSize:
        """Return what the narrowest window needs: its own would keep the window from ever being narrow."""
        return QSize(LEAST, 48)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave away what a narrow window has no room for."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Say it anew in a language chosen just now."""
        if event.type() is QEvent.Type.LanguageChange:
            self._say()
        super().changeEvent(event)

    def _say(self) -> None:
        product = self.tr("Quầy Một Cửa")
        self.commune.setText(title_of(self._desk) if self._desk else product)
        number = self._desk.number if self._desk else 0
        place = self.tr("Bộ phận Một cửa · Quầy {n}").format(n=number)
        self.desk.setText(place if self._signed_in else product if self._desk else "")

    def _fit(self) -> None:
        width = self.width()
        self.desk.setVisible(width >= ROOM_FOR_ALL or not self._signed_in)
        self.staff_title.setVisible(width >= ROOM_FOR_ALL and bool(self.staff_title.text()))
        self.clock_pill.setVisible(width >= ROOM_FOR_CLOCK and self._signed_in)
        self.sync_pill.setVisible(self._signed_in)
        self.staff_pill.setVisible(self._signed_in)


def title_of(desk: Desk) -> str:
    """Return UBND XÃ TÂN LẬP as a screen writes it: UBND xã Tân Lập."""
    words = desk.letterhead.agency_name.split()
    if len(words) > 2 and desk.letterhead.agency_name.isupper():
        return " ".join((words[0], words[1].lower(), *(word.capitalize() for word in words[2:])))
    return desk.letterhead.agency_name
