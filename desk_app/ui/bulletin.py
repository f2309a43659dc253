"""Tells every screen what changed; no screen calls another."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class Bulletin(QObject):
    """One for the whole window."""

    changed = Signal(object)  # Changes
    told = Signal(str)  # something went well, in a sentence
    failed = Signal(str)  # something could not be done, in a sentence
    offered = Signal(str, str, str, object)  # the same, with words, key and slot of what would undo it
    withdrawn = Signal(
        object
    )  # what this slot would undo can no longer be undone; None = whatever is offered
    acted = Signal(str, str)  # an act on a case went well: a sentence, and the code; offered to be taken back
    also = Signal(str, str, str)  # of such an act, later: its sentence, what came of its paper, the code
    undo_asked = Signal(str, int)  # take back this act (seq) of this case
