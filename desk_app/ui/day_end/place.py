"""Ask on which drive copies of the store go."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QFileDialog, QWidget

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
        for part, text in (
            (QFileDialog.DialogLabel.Accept, self.tr("Chọn")),
            (QFileDialog.DialogLabel.Reject, self.tr("Thôi")),
            (QFileDialog.DialogLabel.FileName, self.tr("Thư mục:")),
            (QFileDialog.DialogLabel.FileType, self.tr("Loại tệp:")),
            (QFileDialog.DialogLabel.LookIn, self.tr("Thư mục:")),
        ):
            dialog.setLabelText(part, text)
        dialog.fileSelected.connect(self._on_chosen)
        dialog.finished.connect(dialog.deleteLater)
        self.dialog = dialog
        dialog.open()

    @Slot(str)
    def _on_chosen(self, folder: str) -> None:
        self.chosen.emit(Path(folder))
