"""Tells when nobody has touched key or mouse for so long that the desk must lock; the time is given from outside."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QWindow

LOOK_EVERY_MS = 1000
TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,  # all that a window hears of a shortcut
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
    }
)


class IdleLock(QObject):
    """Emits `locked` once after `after` seconds without a touch; while something is under way it waits for its end.

    `now` gives seconds that only grow. Between `start` and `stop` every window is watched, not every widget: what a
    hand does arrives at a window first.
    """

    locked = Signal()

    def __init__(
        self, parent: QObject, *, after: float, now: Callable[[], float], busy: Callable[[], bool]
    ) -> None:
        super().__init__(parent)
        self._after, self._now, self._busy = after, now, busy
        self._touched = 0.0
        self._timer = QTimer(self, interval=LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin to wait."""
        self._touched = self._now()
        self._timer.start()
        for window in self._application().topLevelWindows():
            window.installEventFilter(self)
        self._application().focusWindowChanged.connect(self._watch)

    def stop(self) -> None:
        """Wait no longer: nobody is signed in."""
        if not self._timer.isActive():
            return
        self._timer.stop()
        self._application().focusWindowChanged.disconnect(self._watch)
        for window in self._application().topLevelWindows():
            window.removeEventFilter(self)

    @Slot()
    def look(self) -> None:
        """Lock when the time is over; called each second."""
        if self._timer.isActive() and not self._busy() and self._now() - self._touched >= self._after:
            self.stop()
            self.locked.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Note a touch, and keep nothing from anybody."""
        del watched
        if event.type() in TOUCHES:
            self._touched = self._now()
        return False

    @Slot(QWindow)
    def _watch(self, window: QWindow | None) -> None:
        if window is not None:
            window.installEventFilter(self)

    def _application(self) -> QGuiApplication:
        made = QGuiApplication.instance()
        assert isinstance(made, QGuiApplication), "a lock is made by a window's program"
        return made
