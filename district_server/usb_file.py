"""The acknowledgement that goes back on a stick: written, brought to the disk, read again, then named."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from pathlib import Path

from district_server.errors import CannotServe
from district_server.ledger import Ledger
from district_server.usb import Imported, import_file

HALF = ".dang-chep"  # behind the name while it is being written


def import_to(ledger: Ledger, file: Path, folder: Path, now: datetime) -> tuple[Imported, Path]:
    """Take a desk's file and leave the acknowledgement in `folder`; return what happened and where that is.

    Raises:
        CannotImport: the file is not taken.
        CannotServe: it was taken, and the acknowledgement could not be written: the same again writes it.
    """
    imported = import_file(ledger, file, now)
    path = folder / imported.ack_name
    try:
        write_checked(path, imported.ack)
    except OSError as error:
        raise CannotServe(
            f"Đã nhận tệp của quầy {imported.desk}, nhưng không ghi được tệp xác nhận vào {folder}; "
            "hãy chọn chỗ khác (--ack-to) rồi nhập lại tệp này."
        ) from error
    return imported, path


def write_checked(path: Path, data: bytes) -> None:
    """Write a file whole or not at all, and read it again from the device before it gets its name.

    Raises:
        OSError: the stick is full, locked, pulled, or gives back something else.
    """
    half = path.with_name(path.name + HALF)
    try:
        with half.open("w+b") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
            if sys.platform == "linux":  # else the memory is compared with itself
                os.posix_fadvise(file.fileno(), 0, 0, os.POSIX_FADV_DONTNEED)
            file.seek(0)
            if file.read() != data:
                raise OSError("read back otherwise than written")
        half.replace(path)
    except OSError:
        half.unlink(missing_ok=True)
        raise
    if os.name == "posix":  # Windows cannot open a folder, and renames durably
        handle = os.open(path.parent, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
