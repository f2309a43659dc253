"""Fonts and style sheet, set on the application so that pop-ups have them too."""

from __future__ import annotations

from math import cos, pi, sin
from pathlib import Path

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QPalette, QPixmap, QPolygonF
from PySide6.QtWidgets import QApplication


def dress(application: QApplication, resources: Path) -> None:
    """Give the application its fonts, colours and style sheet; its style is Fusion by its arguments."""
    for font in sorted((resources / "fonts").glob("Inter-*.otf")):
        QFontDatabase.addApplicationFont(str(font))
    application.setFont(QFont("Inter", 10))
    palette = QPalette()
    palette.setColor(QPalette.ColorRole.PlaceholderText, QColor("#5f6c79"))
    application.setPalette(palette)
    sheet = (resources / "qss" / "desk.qss").read_text(encoding="utf-8")
    application.setStyleSheet(sheet.replace("ICONS", (resources / "icons").as_posix()))


def emblem(side: int) -> QPixmap:
    """Return the mark in the top bar: a gold star on a red disc."""
    pixmap = QPixmap(side, side)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("#b3261e"))
    painter.drawEllipse(0, 0, side, side)
    painter.setBrush(QColor("#ffd54a"))
    middle, outer = side / 2, side * 0.3
    points = [
        QPointF(middle + r * sin(n * pi / 5), middle - r * cos(n * pi / 5))
        for n, r in enumerate([outer, outer * 0.4] * 5)
    ]
    painter.drawPolygon(QPolygonF(points))
    painter.end()
    return pixmap
