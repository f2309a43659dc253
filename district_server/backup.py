"""A copy of a running server's folder; on PostgreSQL its own tools do that (docs/running-a-country.md)."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from district_server.errors import CannotServe


def copy_to(place: Path | str, file: Path) -> int:
    """Write one consistent copy while the server goes on, readable by its owner alone; returns its bytes.

    Raises:
        CannotServe: nothing to copy, `file` is there already or cannot be written, or PostgreSQL holds the data.
    """
    if not isinstance(place, Path):
        raise CannotServe("Dữ liệu ở PostgreSQL: hãy sao lưu bằng pg_dump hoặc pg_basebackup.")
    held = place / "superior.db"
    if not held.exists():
        raise CannotServe(f"Không có dữ liệu ở {place}; hãy kiểm tra --data.")
    part = file.with_name(file.name + ".part")
    try:
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        if file.exists():
            raise FileExistsError(file)
        with closing(sqlite3.connect(f"{held.resolve().as_uri()}?mode=ro", uri=True)) as database:
            database.execute("vacuum into ?", [str(part)])
        with part.open("rb") as written:
            os.fsync(written.fileno())
        part.replace(file)
    except (OSError, sqlite3.Error) as error:
        part.unlink(missing_ok=True)
        raise CannotServe(
            f"Không ghi được bản sao {file}: {type(error).__name__}; hãy chọn tệp khác."
        ) from error
    return file.stat().st_size
