"""The one window of the desk."""

from __future__ import annotations

from PySide6.QtWidgets import QMainWindow


class MainWindow(QMainWindow):
    """Holds the screens; sized for the smallest screen a commune has, 1366x768."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle(self.tr("Quầy Một Cửa"))
        self.resize(1366, 768)
