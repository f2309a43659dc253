"""line.json beside the store: how many bytes a day the line may take, and what it took today."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from desk_app.machine.whole_file import write_whole

FILE = "line.json"


class LineFile:
    """Meters the line (ports.LineMeter). A spoilt file is an unmetered line: cases must not wait for it."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE

    def left(self, day: date) -> int | None:
        """Return what is left of the day's budget; None = there is none."""
        most = _whole(self._kept().get("bytes_a_day"))
        return max(0, most - self.used(day)) if most else None

    def used(self, day: date) -> int:
        """Return about how many bytes the line took that day."""
        kept = self._kept()
        return _whole(kept.get("used")) if kept.get("day") == day.isoformat() else 0

    def add(self, day: date, count: int) -> None:
        """Keep that the line took so many more.

        Raises:
            StorageFull, StorageUnreadable: the folder cannot be written.
        """
        kept = self._kept()
        if not _whole(kept.get("bytes_a_day")):
            return  # nobody pays by the byte here: write nothing
        self._keep(kept | {"day": day.isoformat(), "used": self.used(day) + count})

    def allow(self, bytes_a_day: int) -> None:
        """Set the budget; 0 = none.

        Raises:
            StorageFull, StorageUnreadable: the folder cannot be written.
        """
        self._keep(self._kept() | {"bytes_a_day": bytes_a_day})

    def _keep(self, kept: dict[str, object]) -> None:
        write_whole(self._path, json.dumps(kept) + "\n")

    def _kept(self) -> dict[str, object]:
        try:
            kept = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return kept if isinstance(kept, dict) else {}


def _whole(value: object) -> int:
    return value if type(value) is int and value > 0 else 0
