"""How commands open the store: the passphrase from a file, standard input or the terminal, never an argument."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from desk_app.app.home import Home
from desk_app.domain.errors import PassphraseUnreadable
from desk_app.machine.clock import SystemClock
from desk_app.machine.paths import data_folder
from desk_app.machine.single_instance import only_one
from desk_app.storage.store import Store


def add_access(parser: argparse.ArgumentParser) -> None:
    """Give a command the options of one that opens the store."""
    parser.add_argument("--staff", metavar="LOGIN", help="who; the first member of staff unless named")
    parser.add_argument("--passphrase-file", metavar="FILE", help="- reads standard input")


def home_of(options: argparse.Namespace) -> Home:
    """Return the desk's folder of a command.

    Raises:
        NoStore, StoreMissing: there is none.
    """
    home = Home(folder=options.data or data_folder(), clock=SystemClock())
    home.check_there()
    return home


def login_of(options: argparse.Namespace, home: Home) -> str:
    """Return who opens the store."""
    return options.staff or home.members()[0].login


@contextmanager
def opened(options: argparse.Namespace) -> Iterator[Store]:
    """Open the store for a command, alone.

    Raises:
        StoreInUse: the window is open.
    """
    home = home_of(options)
    with only_one(home.folder):
        store = home.open(login_of(options, home), read_passphrase(options.passphrase_file, "Mật khẩu: "))
        try:
            yield store
        finally:
            store.close()


def read_passphrase(file: str | None, prompt: str) -> str:
    """Return the first line of a file, of standard input (-), or what is typed unseen.

    Raises:
        PassphraseUnreadable: the file cannot be read, or nothing was typed.
    """
    try:
        if file is None:
            return getpass.getpass(prompt)
        text = sys.stdin.readline() if file == "-" else Path(file).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError, EOFError) as error:
        raise PassphraseUnreadable(file=file or "bàn phím") from error
    return text.split("\n")[0].rstrip("\r")
