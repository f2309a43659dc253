"""Ask on which drive copies of the store go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

from desk_app.ui.file_dialog import FOLDER, open_dialog

MOUNTS = ("/media", "/run/media", "/mnt")


class PlaceDialog(QObject):
    """Shows folders; begins where memory sticks are, or at the place of before."""

    chosen = Signal(object)  # Path

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.dialog: QFileDialog | None = None

    def ask(self, before: Path | None) -> None:
        """Ask for a folder."""
        dialog = QFileDialog(self._window, self.tr("Chọn nơi sao lưu: ổ USB hoặc ổ thứ hai"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        begin = [*([before] if before else []), *map(Path, MOUNTS), Path.home()]
        dialog.setDirectory(str(next(folder for folder in begin if folder.is_dir() or folder == begin[-1])))
        dialog.fileSelected.connect(self._on_chosen)
        self.dialog = open_dialog(dialog, self.tr("Chọn"), FOLDER)

    @Slot(str)
    def _on_chosen(self, folder: str) -> None:
        self.chosen.emit(Path(folder))
