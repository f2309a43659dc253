"""The commune's own authority, which vouches for its superior's certificate: a file beside the store."""

from __future__ import annotations

from pathlib import Path

from desk_app.machine.paths import AUTHORITY_FILE
from desk_app.machine.whole_file import write_whole
from desk_app.sync.authority import read_authorities


def kept_authority(folder: Path, given: Path | None) -> Path:
    """Return where a desk keeps its authority; `given` takes the place of what was there.

    Raises:
        AuthorityUnreadable: `given` holds no authority; what was there stays.
        StorageFull, StorageUnreadable.
    """
    own = folder / AUTHORITY_FILE
    if given is not None:
        write_whole(own, read_authorities(given))
    return own
