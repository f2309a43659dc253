"""Fonts and style sheet, set on the application so that pop-ups have them too."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication


def dress(application: QApplication, resources: Path) -> None:
    """Give the application its fonts, colours and style sheet; its style is Fusion by its arguments."""
    for font in sorted((resources / "fonts").glob("Inter-*.otf")):
        QFontDatabase.addApplicationFont(str(font))
    sheet = (resources / "qss" / "desk.qss").read_text(encoding="utf-8")
    application.setStyleSheet(sheet.replace("ICONS", (resources / "icons").as_posix()))
