"""The first start, in a folder of its own until the recovery sheet is on paper.

Store and keys are made in `first-start/` and moved to their places when the clerk says that the sheet is on paper.
Before that nothing of the desk exists, so whatever cuts it off - a kill, a full disk, a closed window - the next
start makes the desk anew and shows new words; and nothing that lies in its place is ever replaced.
"""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from desk_app.domain.errors import StorageFull, StoreMissing
from desk_app.machine.keys_file import FILE as KEYS
from desk_app.machine.whole_file import disk_errors, sync_folder

STORE = "desk.db"
FOLDER = "first-start"
ASIDE = (
    "first-start-before"  # an unfinished recovery that something else was begun over: its code still goes on
)
TRIES = "recovering.json"  # of an unfinished recovery: recovery_tries.py, for which no sign-in must wait
_LEFT = (f"{STORE}-wal", f"{STORE}-shm", f"{STORE}-journal")  # of a store that was moved away without them
NEW_STORE = f"{STORE}.new"  # of a recovery: it gets its name when it is whole
_NEW = tuple(f"{NEW_STORE}{part}" for part in ("", "-wal", "-shm", "-journal"))
_OF_A_RECOVERY = (KEYS, TRIES)
_MADE = (STORE, *_LEFT, *_NEW, KEYS, f"{KEYS}.new", TRIES, f"{TRIES}.new")


def has_desk(folder: Path) -> bool:
    """Return whether a store is in its place; what a cut left to do of keep() is done first."""
    store = folder / STORE
    if not store.exists() and _half_kept(folder):
        _keep_store(folder)
    there, making = store.exists(), folder / FOLDER
    if (
        there
        and not (making / STORE).exists()
        and any((one / TRIES).exists() for one in (making, folder / ASIDE))
    ):
        _tidy(folder)  # it was cut
    return there


def check_vacant(folder: Path) -> None:
    """Return when a desk can be made here.

    Raises:
        StoreMissing: keys or parts of a store lie here: with a new one beside them they would open nothing any more.
    """
    if any((folder / name).exists() for name in (STORE, KEYS, *_LEFT)):
        raise StoreMissing(path=folder / STORE)


def begin(folder: Path) -> Path:
    """Return the empty folder in which store and keys are to be made; an unfinished recovery is set aside.

    Raises:
        StoreMissing: see check_vacant.
    """
    check_vacant(folder)
    making = folder / FOLDER
    with disk_errors():
        making.mkdir(parents=True, exist_ok=True)
        if (making / TRIES).exists() and not (
            folder / ASIDE / TRIES
        ).exists():  # slips come one after another
            (folder / ASIDE).mkdir(exist_ok=True)
            _move(making, folder / ASIDE)
        for name in _MADE:
            (making / name).unlink(missing_ok=True)
        sync_folder(folder)
    return making


def go_back(folder: Path) -> None:
    """Lay the recovery that was set aside into its place, and what is there aside."""
    making, aside, between = folder / FOLDER, folder / ASIDE, folder / f"{ASIDE}.new"
    with disk_errors():
        for one in (making, between):
            one.mkdir(exist_ok=True)
        _move(making, between)
        _move(aside, making)
        _move(between, aside)
        between.rmdir()
        sync_folder(folder)


def _move(source: Path, target: Path) -> None:
    for name in _OF_A_RECOVERY:
        if (source / name).exists():
            (source / name).replace(target / name)
        else:
            (target / name).unlink(missing_ok=True)
    sync_folder(target)


def begin_store(making: Path) -> Path:
    """Return where a store is to be made that takes the place of one that was made before, when it is whole."""
    with disk_errors():
        for name in _NEW:
            (making / name).unlink(missing_ok=True)
    return making / NEW_STORE


def put_store(making: Path) -> None:
    """Give a store that was made and closed its name.

    Raises:
        StorageFull: closing could not bring its write-ahead log into it.
    """
    if (making / f"{NEW_STORE}-wal").exists():
        raise StorageFull()
    with disk_errors():
        for name in (STORE, *_LEFT):  # what it takes the place of would be read as its own write-ahead log
            (making / name).unlink(missing_ok=True)
        (making / NEW_STORE).rename(making / STORE)
        sync_folder(making)


def check_made(folder: Path) -> None:
    """Return when the store that was made and closed is one whole file.

    Raises:
        StorageFull: closing could not bring its write-ahead log into it, and says nothing.
    """
    if (folder / FOLDER / f"{STORE}-wal").exists():
        raise StorageFull()


def keep(folder: Path) -> None:
    """Move what was made to its place: the keys first, which decides; has_desk() does what a cut leaves of the rest."""
    check_vacant(folder)
    making = folder / FOLDER
    with disk_errors():
        sync_folder(making)
        (making / KEYS).rename(folder / KEYS)
        sync_folder(folder)
    _keep_store(folder)


def _half_kept(folder: Path) -> bool:
    making = folder / FOLDER
    return (making / STORE).exists() and not (making / KEYS).exists() and (folder / KEYS).exists()


def _keep_store(folder: Path) -> None:
    making = folder / FOLDER
    with disk_errors():
        if (making / STORE).exists():  # else another program asked has_desk() just now
            (making / STORE).rename(folder / STORE)
        sync_folder(folder)
    _tidy(folder)


def _tidy(folder: Path) -> None:
    """Take away what is left of making a desk that is in its place: keys of a recovery that is over, above all."""
    for made in (folder / FOLDER, folder / ASIDE):
        with disk_errors():
            for name in _MADE:
                (made / name).unlink(missing_ok=True)
        with suppress(OSError):  # somebody's own file lies in it: an odd folder does no harm
            made.rmdir()
