"""A file that somebody chose, anywhere on this PC or on a stick."""

from __future__ import annotations

from pathlib import Path

from desk_app.domain.errors import ScanFileUnreadable


def read_source(path: Path, most: int) -> bytes:
    """Return a file's bytes, at most `most` and one: whoever gets one more knows that it is too large.

    Raises:
        ScanFileUnreadable: it is gone, a folder, or not to be read.
    """
    try:
        if not path.is_file():  # a pipe or a device would never end
            raise ScanFileUnreadable()
        with path.open("rb") as file:
            return file.read(most + 1)
    except OSError as error:
        raise ScanFileUnreadable() from error
