"""The sticks that are there, one of them chosen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QListWidget, QVBoxLayout, QWidget

from desk_app.domain.usb import Seen
from desk_app.ui.parts import label

ROWS = 4  # in sight; more are scrolled to


class DriveList(QWidget):
    """Is told what is plugged in; keeps the choice while the stick stays."""

    def __init__(self) -> None:
        super().__init__()
        self.list = QListWidget()
        self.list.setObjectName("slips")
        self.list.setAccessibleName(self.tr("Chọn USB"))
        self.none = label(
            self.tr("Chưa thấy USB nào. Hãy cắm USB vào máy và chờ vài giây."), "odd", wrap=True
        )
        self._seen: list[Seen] = []
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.list)
        box.addWidget(self.none)
        self.list.hide()

    def show_drives(self, seen: Sequence[Seen]) -> bool:
        """Show these sticks; return whether they are others than before."""
        if self._seen == list(seen):
            return False
        kept = self.chosen()
        self._seen = list(seen)
        self.list.clear()
        self.list.addItems([_told(one) for one in self._seen])
        paths = [one.drive.path for one in self._seen]
        self.list.setCurrentRow(paths.index(kept.drive.path) if kept and kept.drive.path in paths else 0)
        row, frame = max(0, self.list.sizeHintForRow(0)), 2 * self.list.frameWidth()
        self.list.setFixedHeight(min(ROWS, len(self._seen)) * row + frame)
        self.list.setVisible(bool(seen))
        self.none.setVisible(not seen)
        return True

    def choose(self, path: Path) -> None:
        """Put the choice on a stick that is there."""
        paths = [one.drive.path for one in self._seen]
        if path in paths:
            self.list.setCurrentRow(paths.index(path))

    def chosen(self) -> Seen | None:
        """Return the chosen stick, None when there is none."""
        row = self.list.currentRow()
        return self._seen[row] if 0 <= row < len(self._seen) else None


def _told(seen: Seen) -> str:
    drive = seen.drive
    where = "" if str(drive.path) in drive.name or drive.name == str(drive.path) else f"  ·  {drive.path}"
    return f"{drive.name}{where}  ·  {_size(drive.free)}"


def _size(free: int) -> str:
    """Return bytes as people say them: 12,3 GB."""
    for unit, size in (("GB", 1024**3), ("MB", 1024**2)):
        if free >= size:
            return f"{free / size:.1f} {unit}".replace(".", ",")
    return f"{free // 1024} KB"
