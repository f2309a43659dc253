"""The commune's own authority, which vouches for its superior's certificate: a file beside the store."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from desk_app.domain.authority import Authorities
from desk_app.domain.errors import AuthorityOfAnotherTime
from desk_app.machine.paths import AUTHORITY_FILE
from desk_app.machine.whole_file import write_whole
from desk_app.sync.authority import read_authorities


def look_at(given: Path, now: datetime) -> Authorities:
    """Return what a file would have this desk believe; nothing is kept. `now` is the PC's time, as TLS goes by it.

    Raises:
        AuthorityUnreadable: it holds no authority, or what does not belong here.
        AuthorityOfAnotherTime: none of what it holds is good now.
    """
    found = read_authorities(given)
    if not any(one.is_in_time(now) for one in found.members):
        one = found.newest
        raise AuthorityOfAnotherTime(
            file=given.name, begins=f"{one.begins:%d/%m/%Y}", ends=f"{one.ends:%d/%m/%Y}"
        )
    return found


def keep(folder: Path, authorities: Authorities) -> None:
    """Believe what was looked at from now on, in place of what was believed before.

    Raises:
        StorageFull, StorageUnreadable: what was there stays.
    """
    write_whole(folder / AUTHORITY_FILE, authorities.text)


def kept(folder: Path) -> Authorities | None:
    """Return what a desk believes beside the known authorities.

    Raises:
        AuthorityUnreadable: the file is spoilt.
    """
    own = folder / AUTHORITY_FILE
    return read_authorities(own) if own.exists() else None


def kept_authority(folder: Path, given: Path | None, now: datetime) -> Path:
    """Return where a desk keeps its authority; `given` takes the place of what was there.

    Raises:
        DeskError: see look_at and keep.
    """
    if given is not None:
        keep(folder, look_at(given, now))
    return folder / AUTHORITY_FILE
