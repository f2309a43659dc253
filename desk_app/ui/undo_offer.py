"""After an act on a case: for some minutes one key takes it back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Slot
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit

from desk_app.domain.changes import Changes
from desk_app.domain.errors import DeskError
from desk_app.domain.undoing import Undoable
from desk_app.services.undo_act import TakenBack
from desk_app.ui.bulletin import Bulletin
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.key_cap import KeyButton
from desk_app.ui.message_bar import MessageBar
from desk_app.ui.names import act_name, slip_name
from desk_app.ui.wording import sentence

KEY = "Ctrl+Z"
_WATCHED = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoServices:
    """What taking back asks for; `may` and `undo` run on lanes."""

    may: Callable[[str], Undoable | None]
    undo: Callable[[str, int], TakenBack]
    now: Callable[[], datetime]


class UndoOffer(QObject):
    """Offers to take back what was just done, while the sentence that says so is in sight.

    Once the clerk types, Ctrl+Z is the text field's own: what he wants back then is a letter. The button stays his.
    """

    def __init__(
        self, jobs: Jobs, bulletin: Bulletin, services: UndoServices, bar: MessageBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._jobs, self._bulletin, self._services, self._bar = jobs, bulletin, services, bar
        self._code, self._seq, self._typed = "", 0, False
        self._act, self._said = (
            ("", ""),
            "",
        )  # the newest act: its sentence and code; what the bar says of it by now
        self._gone = ("", "")  # the act that was taken back last
        self._button: KeyButton | None = None
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self._on_time)
        bulletin.acted.connect(self._on_acted)
        bulletin.also.connect(self._on_also)
        bulletin.undo_asked.connect(self._undo)

    @property
    def there(self) -> bool:
        """Return whether the offer stands: its button was neither pressed, hidden nor replaced."""
        return self._button is not None and self._bar.undo is self._button and self._button.isVisible()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take Ctrl+Z before a shortcut or a text field does."""
        if isinstance(event, QInputMethodEvent):  # Vietnamese letters come this way
            self._typed = self._typed or (bool(event.commitString() or event.preeditString()) and _in_text())
            return False
        if event.type() not in _WATCHED or not isinstance(event, QKeyEvent):
            return False
        if not self.there:
            self._forget()
            return False
        if not event.matches(QKeySequence.StandardKey.Undo):
            if _edits(event) and _in_text():
                self._typed = True
            return False
        if self._typed and _in_text():
            return False
        event.accept()  # as a shortcut's override: then it comes as a key, and here once more
        if event.type() is QEvent.Type.KeyPress and not event.isAutoRepeat():
            self._take_back()
        return True

    @Slot(str, str)
    def _on_acted(self, said: str, code: str) -> None:
        act = self._act = (said, code)
        self._say(said)
        self._jobs.run(
            Lane.READ,
            lambda: self._services.may(code),
            owner=self,
            done=lambda may: self._offer(act, may),
            failed=lambda _error: None,  # the act is done; only its taking back is not offered
            latest="may",
        )

    def _offer(self, act: tuple[str, str], may: Undoable | None) -> None:
        if may is None or act != self._act or self._bar.told.text() != self._said or self._bar.isHidden():
            return  # something else was said meanwhile, or the clerk went on
        self._code, self._seq, self._typed = act[1], may.seq, False
        self._show()
        left = may.until - self._services.now()
        self._timer.start(max(0, int(left.total_seconds() * 1000)))
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    @Slot(str, str, str)
    def _on_also(self, said: str, kept: str, code: str) -> None:
        """Say what came of an act's paper: the offer that stands stays what it was, for the act that it was for."""
        if (said, code) == self._gone:
            return  # its paper is void
        both = f"{self._said} {kept}" if (said, code) == self._act else f"{self._said} {code}: {kept}"
        if self.there:
            self._said = both
            self._show()
        elif (
            self._act[0] and self._bar.told.text() == self._said
        ):  # whether it may be taken back is being asked
            self._say(both)
        else:
            self._bulletin.told.emit(f"{said} {kept}")

    def _say(self, said: str) -> None:
        self._said = said
        self._bulletin.told.emit(said)

    def _show(self) -> None:
        self._bulletin.offered.emit(self._said, self.tr("Hoàn tác"), KEY, self._take_back)
        self._button = self._bar.undo

    @Slot()
    def _take_back(self) -> None:
        if self.there:
            code, seq = self._code, self._seq
            self._forget()
            self._bulletin.withdrawn.emit(self._take_back)
            self._undo(code, seq)

    @Slot()
    def _on_time(self) -> None:
        if self.there:
            self._bulletin.withdrawn.emit(self._take_back)
        self._forget()

    def _forget(self) -> None:
        self._button = None
        self._timer.stop()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    @Slot(str, int)
    def _undo(self, code: str, seq: int) -> None:
        if code == self._act[1]:
            self._gone, self._act = self._act, ("", "")
        self._jobs.run(
            Lane.WRITE,
            lambda: self._services.undo(code, seq),
            owner=self,
            done=lambda taken: self._on_undone(code, taken),
            failed=self._on_failed,
        )

    def _on_undone(self, code: str, taken: TakenBack) -> None:
        said = self.tr("Đã hoàn tác “{act}” của {code}.").format(act=act_name(taken.kind), code=code)
        slip = taken.slip
        if slip is not None and slip.number:
            told = (
                self.tr("{paper} số {number} đã in: thu lại và hủy.")
                if slip.on_paper
                else self.tr("{paper} số {number} đã hủy.")
            )
            name = slip_name(slip.kind)
            paper = f"{name[:1].upper()}{name[1:]}"
            said = f"{said} {told.format(paper=paper, number=f'{slip.number:05d}')}"
        self._bulletin.told.emit(said)
        self._bulletin.changed.emit(Changes(cases=True, sync=True, case_code=code))

    def _on_failed(self, error: DeskError) -> None:
        self._bulletin.failed.emit(sentence(error))


def _edits(event: QKeyEvent) -> bool:
    keys = QKeySequence.StandardKey
    return (
        bool(event.text() and event.text().isprintable())
        or event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
        or any(event.matches(one) for one in (keys.Paste, keys.Cut, keys.Redo))
    )


def _in_text() -> bool:
    focus = QApplication.focusWidget()
    if isinstance(focus, QComboBox):
        return focus.isEditable()
    return isinstance(focus, QLineEdit | QPlainTextEdit) and not focus.isReadOnly()
