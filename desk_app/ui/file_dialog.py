"""What every dialog for files says on its parts, in the clerk's language: Qt has no Vietnamese of its own."""

from __future__ import annotations

from PySide6.QtWidgets import QFileDialog

from desk_app.domain.words import Words
from desk_app.ui.wording import worded

FILE, FOLDER = Words("Tên tệp:"), Words("Thư mục:")


def open_dialog(dialog: QFileDialog, accept: str, named: str = FILE) -> QFileDialog:
    """Open a dialog whose button says `accept`, and return it; it is gone when it is closed."""
    for part, text in (
        (QFileDialog.DialogLabel.Accept, accept),
        (QFileDialog.DialogLabel.Reject, Words("Thôi")),
        (QFileDialog.DialogLabel.FileName, named),
        (QFileDialog.DialogLabel.FileType, Words("Loại tệp:")),
        (QFileDialog.DialogLabel.LookIn, FOLDER),
    ):
        dialog.setLabelText(part, worded(text))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
    return dialog
