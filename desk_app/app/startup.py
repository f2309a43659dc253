"""Start the window."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from desk_app.ui.main_window import MainWindow


def open_window(data: Path | None, *, demonstration: bool, picture: Path | None = None) -> int:
    """Show the window until it is closed; with `picture`, save what it looks like and leave."""
    del data, demonstration
    application = QApplication(sys.argv[:1])
    window = MainWindow()
    window.show()
    if picture is None:
        return application.exec()
    if not window.grab().save(str(picture)):
        sys.stderr.write(f"Không ghi được ảnh vào {picture}: kiểm tra thư mục và ổ đĩa.\n")
        return 2
    return 0
