"""A VietQR on the screen, for a citizen who pays from a telephone."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QLabel

from desk_app.services.act_help import Modules

QUIET = 4  # modules of white around, without which telephones do not find it
SCALE = 4


class QrPicture(QLabel):
    """Hidden while there is nothing to pay or no account."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Mã VietQR để chuyển khoản"))
        self.show_modules(())

    def show_modules(self, modules: Modules) -> None:
        """Show a QR, or nothing."""
        self.setVisible(bool(modules))
        if not modules:
            self.clear()
            return
        side = (len(modules) + 2 * QUIET) * SCALE
        pixmap = QPixmap(side, side)
        pixmap.fill(QColor("#ffffff"))
        painter = QPainter(pixmap)
        for row, line in enumerate(modules):
            for column, dark in enumerate(line):
                if dark:
                    at = (column + QUIET) * SCALE, (row + QUIET) * SCALE
                    painter.fillRect(*at, SCALE, SCALE, QColor("#000000"))
        painter.end()
        self.setPixmap(pixmap)
