"""Start the window."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from desk_app.ui.theme import dress  # first of ours: desk_app/ui/__init__.py says why

# isort: split
from desk_app.app.crash import tell_crash
from desk_app.app.doorstep import Doorstep
from desk_app.app.program import Program
from desk_app.machine.clock import RunningClock, SystemClock
from desk_app.machine.paths import brought, data_folder
from desk_app.machine.settings_file import kept_language
from desk_app.machine.single_instance import only_one
from desk_app.ui.language import speak


def application(language: str = "vi") -> QApplication:
    """Return the one Qt application of this process, dressed and speaking `language`."""
    resources = brought("resources")
    running = QApplication.instance()
    if isinstance(running, QApplication):
        made = running
    else:
        qInstallMessageHandler(_say)
        os.environ.setdefault("FONTCONFIG_FILE", str(resources / "fonts" / "fonts.conf"))
        made = QApplication(
            [sys.argv[0], "-style", "fusion"]
        )  # setStyle would make 90 enumerations in Python
        dress(made, resources)
    speak(language, resources / "i18n")
    return made


def _say(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
    """Write what Qt says, but for what it says of every window that has no screen."""
    del kind, context
    if not message.startswith("This plugin does not support"):
        sys.stderr.write(f"{message}\n")


def open_demonstration(data: Path | None, language: str | None = None) -> int:
    """Open the demonstration commune, signed in and ready to type, with a superior of its own on this PC."""
    from desk_app.app.demonstration import MORNING, enrol, prepare, read_commune, superior
    from desk_app.app.home import Home  # imported here: neither is of use to the installed window

    folder = data or data_folder() / "demonstration"
    commune = read_commune()
    home = Home(folder=folder, clock=RunningClock(MORNING))
    with only_one(folder):
        qt = application(language or kept_language(folder))
        sys.excepthook = partial(tell_crash, folder)
        prepare(home, commune)
        with superior(folder / "superior") as url:
            enrol(home, commune, folder / "superior", url)
            program = Program(home)
            program.start()
            program.sign_in.enter(commune.staff[0], commune.passphrase)
            return qt.exec()


def open_window(data: Path | None, language: str | None = None) -> int:
    """Show the window until it is closed; in `language`, else in the one chosen at the last sign-in.

    Raises:
        StoreInUse: it is open already.
    """
    with shown(data or data_folder(), language):
        return QApplication.exec()


@contextmanager
def shown(folder: Path, language: str | None = None) -> Iterator[Program]:
    """Show the window over a desk's folder and give what is behind it.

    Raises:
        StoreInUse: it is open already.
    """
    with only_one(folder):
        application(language or kept_language(folder))
        sys.excepthook = partial(tell_crash, folder)
        program = Program(Doorstep(folder=folder, clock=SystemClock()))
        program.start()
        yield program
