"""Asks for cases; whoever acts on the list acts on the newest answer."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desk_app.domain.case import CaseRow
from desk_app.domain.errors import DeskError
from desk_app.ui.jobs import Jobs, Lane


class CaseFinder(QObject):
    """A scanner types a code and Enter faster than any list can follow: the act waits for its list."""

    found = Signal(list)

    def __init__(self, jobs: Jobs, failed: Callable[[DeskError], None], parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self._failed = jobs, failed
        self._current = True
        self._then: Callable[[], None] | None = None

    def ask(self, find: Callable[[], list[CaseRow]], *, anew: bool = True) -> None:
        """Ask; `anew` = for something else than before, so that an act that still waits is off."""
        if anew:
            self._then = None
        self._current = False
        self._jobs.run(
            Lane.READ, find, owner=self, done=self._on_found, failed=self._on_failed, latest="find"
        )

    def when_current(self, act: Callable[[], None]) -> None:
        """Act now, or as soon as the newest answer is there."""
        if self._current:
            act()
        else:
            self._then = act

    def _on_found(self, rows: list[CaseRow]) -> None:
        self._current = True
        self.found.emit(rows)
        then, self._then = self._then, None
        if then is not None:
            then()

    def _on_failed(self, error: DeskError) -> None:
        self._current, self._then = True, None
        self._failed(error)
