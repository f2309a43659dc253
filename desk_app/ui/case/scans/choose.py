"""Which files: by a dialog, or dropped on the page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from desk_app.domain.words import Words
from desk_app.ui.file_dialog import open_dialog
from desk_app.ui.wording import worded

ENDS = ("pdf", "jpg", "jpeg", "png", "tif", "tiff")


def ask_files(parent: QWidget, folder: str) -> QFileDialog:
    """Return an open dialog for one file or several; it is gone when it is closed."""
    dialog = QFileDialog(parent, worded(Words("Chọn bản quét")))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
    ends = " ".join(f"*.{end} *.{end.upper()}" for end in ENDS)
    dialog.setNameFilter(f"PDF, JPEG, PNG, TIFF ({ends})")
    dialog.setDirectory(folder or _pictures())
    return open_dialog(dialog, Words("Đính kèm"))


def dropped_files(data: QMimeData) -> list[Path]:
    """Return the files of this PC that are dragged; none when anything else is among them."""
    urls = data.urls()
    if not urls or not all(url.isLocalFile() for url in urls):
        return []
    return [Path(url.toLocalFile()) for url in urls]


def _pictures() -> str:
    places = QStandardPaths.StandardLocation
    for place in (places.PicturesLocation, places.DocumentsLocation):
        folder = QStandardPaths.writableLocation(place)
        if Path(folder).is_dir():
            return folder
    return QStandardPaths.writableLocation(places.HomeLocation)
