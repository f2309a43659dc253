"""A scanner that types: a burst of keys too fast for a hand, ended by Enter or Tab, wherever the cursor is.

The first key of a burst looks like any other, so a text field gets it at once. What follows faster than a
hand can type is held back until it is clear what it is: a scan, which nobody else sees, or a fast hand,
whose keys go on to where they were typed. What is no text field (a button that a space would press, a list
box that it would open) gets even the first key only then.

Only what has the focus is watched for keys, and only windows for clicks: a filter on the whole program would wrap
every event of every widget for Python, which took as long as a third of building a screen.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from desk_app.domain.case_code import is_case_code

GAP_MS = 50  # a hand needs longer between two keys
UNSTAMPED_GAP_MS = 250  # by our own clock, which a busy window delays
CARD_HELD_MS = 1500  # a slow scanner betrays itself by how a card begins
BARE_ID = re.compile(r"\d{12}", re.ASCII)
CARD_BEGUN = re.compile(r"(?:\d{12}|\d{9})\|", re.ASCII)
FEWEST_BARS = 4
ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
SILENT = (
    Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta, Qt.Key.Key_CapsLock,
    Qt.Key.Key_NumLock,
)  # fmt: skip
COMMANDING = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
WATCHED = (
    QEvent.Type.KeyPress,
    QEvent.Type.KeyRelease,
    QEvent.Type.ShortcutOverride,
    QEvent.Type.InputMethod,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.FocusOut,
)


class ScanBurst(QObject):
    """Watches the keys of one window before its widgets do; nothing of a scan stays behind in a field."""

    scanned = Signal(str)
    touched = Signal()  # any key or click: the clerk goes on

    def __init__(self, window: QWidget, wanted: Callable[[], bool]) -> None:
        """Watch `window` while `wanted()`: not while a passphrase is typed."""
        super().__init__(window)
        self._window, self._wanted = window, wanted
        self._since, self._stamp = QElapsedTimer(), 0
        self._target: QWidget | None = None
        self._run, self._run_before = "", ""  # typed without a pause to think of; what the field held before
        self._start, self._burst_before = 0, ""  # where in the run the burst begins
        self._held: list[QEvent] = []
        self._letting_go = False
        self._quiet = QTimer(self, singleShot=True)
        self._quiet.timeout.connect(self._on_quiet)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_moved)
            application.focusWindowChanged.connect(self._watch_window)
            for one in application.topLevelWindows():
                self._watch_window(one)
            self._watch_focus()

    @property
    def holding(self) -> bool:
        """Return whether keys are held back."""
        return bool(self._held)

    @Slot()
    def release(self) -> None:
        """Let what is held back arrive now; for whoever moves the cursor without a key or click."""
        self._forget()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Hold back what may be a scan; swallow one, with the key that ends it."""
        kind = event.type()
        if self._letting_go or kind not in WATCHED or not isValid(self._window):
            return False
        if kind is QEvent.Type.FocusOut:  # a menu without a field of its own takes the keys, and tells nobody
            self._watch_focus()
            return False
        if isinstance(watched, QWindow):
            if kind is QEvent.Type.MouseButtonPress:
                self.touched.emit()
                self._let_go()  # what was typed before a click comes before it
            return False
        if kind is QEvent.Type.KeyPress:
            self.touched.emit()
        if not self._is_ours(watched):
            return False
        if isinstance(event, QInputMethodEvent):
            return self._on_composed(event)
        if not isinstance(event, QKeyEvent):
            return False
        match kind:
            case QEvent.Type.ShortcutOverride:
                if not _is_letter(event) and event.key() not in (*SILENT, *ENDS):
                    self._forget()  # a shortcut must find the field as it was typed
                return False
            case QEvent.Type.KeyRelease:
                return self._hold(_copy(event)) if self._held else False
        return self._on_pressed(event)

    def _is_ours(self, watched: QObject) -> bool:
        target = _focus()
        return (
            watched is target
            and self._window.isVisible()
            and self._wanted()
            and self._window in _with_parents(target)
        )

    def _on_pressed(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Paste):
            return self._take_pasted(QGuiApplication.clipboard().text())
        if event.key() in ENDS and not event.modifiers() & COMMANDING:
            return self._end(event.timestamp())
        if event.key() in SILENT or event.modifiers() & Qt.KeyboardModifier.AltModifier:
            return False  # a scanner's own shift, or Alt and digits for a letter that no key has
        if not _is_letter(event) or event.isAutoRepeat():
            self._forget()
            return False
        return self._collect(event.text(), event.timestamp(), _copy(event))

    def _on_composed(self, event: QInputMethodEvent) -> bool:
        text = event.commitString()
        if not text or event.preeditString() or event.replacementLength():
            self._forget()
            return False
        copy = QInputMethodEvent()
        copy.setCommitString(text)
        return self._collect(text, 0, copy)

    def _collect(self, text: str, stamp: int, event: QEvent) -> bool:
        """Take a letter; return whether it is held back from where it was typed."""
        target = _focus()
        field = _text_field(target)
        card = CARD_BEGUN.search(self._run) is not None
        if target is not self._target:
            self._forget()
            self._target, self._run_before = target, _text_of(field)
            self._burst_before = self._run_before
            card = False
        elif not card and not self._is_fast(stamp):
            self._let_go()
            self._start, self._burst_before = len(self._run), _text_of(field)
        quick = self._is_fast(stamp, unstamped_ms=GAP_MS)
        self._since.restart()
        self._stamp = stamp
        self._run += text
        follows = len(self._run) > self._start + 1
        if card or CARD_BEGUN.search(self._run) or (follows and quick) or field is None:
            return self._hold(event, CARD_HELD_MS if card else GAP_MS)
        self._let_go()
        return False

    def _is_fast(self, stamp: int, unstamped_ms: int = UNSTAMPED_GAP_MS) -> bool:
        """Return whether this key follows the last one faster than by hand; the keyboard's own stamp is best."""
        if stamp and self._stamp:
            return stamp - self._stamp <= GAP_MS
        return self._since.isValid() and self._since.elapsed() <= unstamped_ms

    def _end(self, stamp: int) -> bool:
        """Return whether what was typed until this Enter or Tab was a scan, and pass it on."""
        run, burst, before = self._run, self._run[self._start :], self._burst_before
        found = CARD_BEGUN.search(run)
        text = ""
        if found and run.count("|") >= FEWEST_BARS:  # however slow: nobody types such a text
            text = run[found.start() :]
            if found.start() != self._start:
                before = self._run_before + run[: found.start()]
        elif self._is_fast(stamp) and ("|" in burst or BARE_ID.fullmatch(burst) or is_case_code(burst)):
            text = burst
        if not text:
            self._forget()
            return False
        field = _text_field(self._target)
        self._held.clear()
        self._forget()
        _put(field, before)
        popup = QApplication.activePopupWidget()
        if popup is not None:
            popup.close()
        self.scanned.emit(text)
        return True

    def _take_pasted(self, text: str) -> bool:
        self._forget()
        if text.count("|") < FEWEST_BARS:
            return False
        self.scanned.emit(text)
        return True

    def _hold(self, event: QEvent, most_ms: int = 0) -> bool:
        self._held.append(event)
        if most_ms:
            self._quiet.start(most_ms)
        return True

    @Slot()
    def _on_quiet(self) -> None:
        if self._since.elapsed() > 2 * self._quiet.interval():
            self._quiet.start(GAP_MS)  # the window was busy: what the scanner typed meanwhile comes first
            self._since.restart()
        else:
            self._let_go()

    @Slot(QWindow)
    def _watch_window(self, window: QWindow | None) -> None:
        if window is not None and isValid(self):
            window.installEventFilter(self)  # one that is there already moves to the front

    def _watch_focus(self) -> None:
        focus = _focus()
        if focus is not None:
            focus.installEventFilter(self)

    @Slot()  # without its arguments: what had the focus may be on its way out, and must not be touched
    def _on_focus_moved(self) -> None:
        self._watch_focus()
        focus = _focus()
        if self._target is not None and not self._letting_go and focus is not self._target:
            if focus is None:
                self._held.clear()
            self._forget()

    def _let_go(self) -> None:
        """Give the keys that were held back to where they were typed."""
        self._quiet.stop()
        held, self._held = self._held, []
        target = self._target
        self._letting_go = True
        try:
            for event in held:
                before = _focus()
                if target is not None and isValid(target):
                    QCoreApplication.sendEvent(target, event)
                if _focus() is not before:  # the first letter opened a cell's editor for the rest
                    target = _focus()
        finally:
            self._letting_go = False

    def _forget(self) -> None:
        self._let_go()
        self._target = None
        self._run, self._run_before, self._start, self._burst_before = "", "", 0, ""


def _focus() -> QWidget | None:
    popup = QApplication.activePopupWidget()
    if popup is None:
        return QApplication.focusWidget()
    inside: QWidget | None = popup.focusWidget()
    return popup if inside is None else inside


def _with_parents(widget: QWidget | None) -> Iterator[QWidget]:
    while widget is not None:
        yield widget
        widget = widget.parentWidget()


def _is_letter(event: QKeyEvent) -> bool:
    return bool(event.text()) and event.text().isprintable() and not event.modifiers() & COMMANDING


def _copy(event: QKeyEvent) -> QKeyEvent:
    return QKeyEvent(
        event.type(), event.key(), event.modifiers(), event.text(), event.isAutoRepeat(), event.count()
    )


def _text_field(widget: QWidget | None) -> QLineEdit | QPlainTextEdit | None:
    return widget if isinstance(widget, QLineEdit | QPlainTextEdit) and isValid(widget) else None


def _text_of(field: QLineEdit | QPlainTextEdit | None) -> str:
    if isinstance(field, QLineEdit):
        return field.text()
    return field.toPlainText() if field is not None else ""


def _put(field: QLineEdit | QPlainTextEdit | None, text: str) -> None:
    if _text_of(field) == text:
        return
    if isinstance(field, QLineEdit):
        field.setText(text)
    elif field is not None:
        field.setPlainText(text)
