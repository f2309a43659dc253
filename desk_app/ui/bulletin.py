"""Tells every screen what changed; no screen calls another."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Bulletin(QObject):
    """One for the whole window."""

    changed = Signal(object)  # Changes
    told = Signal(str)  # something went well, in a sentence
    failed = Signal(str)  # something could not be done, in a sentence
