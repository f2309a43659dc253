"""Asks what the desk knows of whoever's number stands in the form, and offers it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

from desk_app.domain.applicant import IdKind
from desk_app.domain.birth_date import show_birth_date
from desk_app.domain.errors import DeskError
from desk_app.domain.folding import fold
from desk_app.domain.person_history import PersonHistory
from desk_app.domain.typed_number import plain_number
from desk_app.ui.intake.applicant_card import ApplicantCard
from desk_app.ui.intake.form_state import FormState
from desk_app.ui.intake.history_line import DuplicateLine, HistoryLine
from desk_app.ui.intake.procedure_card import ProcedureCard
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.keys import on_key

AFTER_MS = 200
LEAST = {IdKind.PERSONAL: 12, IdKind.OLD: 9, IdKind.PASSPORT: 6, IdKind.TAX: 10}


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonServices:
    """`history` reads the store; the other two show a place of the window."""

    history: Callable[[str], PersonHistory]
    open_case: Callable[[str], None]
    list_cases: Callable[[str], None]


class KnownPerson(QObject):
    """Keeps both lines in step with the form; holds nothing once the number is another."""

    def __init__(
        self,
        jobs: Jobs,
        cards: tuple[ApplicantCard, ProcedureCard],
        services: PersonServices,
        failed: Callable[[DeskError], None],
        screen: QObject,
    ) -> None:
        super().__init__(screen)
        self._jobs, self._services, self._failed = jobs, services, failed
        self._applicant, self._procedure = cards
        self._number, self._history = "", PersonHistory()
        self.line, self.duplicate = HistoryLine(), DuplicateLine()
        body = self._applicant.body
        body.insertWidget(body.count() - 1, self.line)  # above the stretch
        self._procedure.body.insertWidget(
            self._procedure.body.indexOf(self._procedure.complete), self.duplicate
        )
        self._timer = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._timer.timeout.connect(self._ask)
        self._applicant.changed.connect(self._on_person)
        self._procedure.changed.connect(self._show_duplicate)
        self.line.fill_asked.connect(self.fill)
        self.line.list_asked.connect(self.list)
        self.duplicate.open_asked.connect(services.open_case)
        on_key("Ctrl+R", self._applicant, self.fill)
        on_key("Ctrl+H", self._applicant, self.list)
        on_key("Ctrl+O", self._procedure, self.duplicate.ask)

    @Slot()
    def ask_again(self) -> None:
        """Ask anew: a case was received, or something happened to one."""
        if self._number:
            self._timer.start()

    @Slot()
    def fill(self) -> None:
        """Write what was entered the last time into what is empty now; what was typed stays."""
        if not self._can_fill():
            return
        state = self._applicant.state(FormState())
        changes: dict[str, Any] = {
            name: value for name, value in self._remembered().items() if not getattr(state, name).strip()
        }
        self._applicant.show_state_of(replace(state, **changes))

    @Slot()
    def list(self) -> None:
        """Show this person's cases."""
        if self._history.count:
            self._services.list_cases(self._number)

    @Slot()
    def _on_person(self) -> None:
        state = self._applicant.state(FormState())
        kind = IdKind(state.id_kind)
        number = plain_number(state.id, kind)
        number = number if len(number) >= LEAST.get(kind, 99) else ""
        if number != self._number:
            self._number, self._history = number, PersonHistory()
            self._jobs.forget(self, "history")
            if number:
                self._timer.start()
            else:
                self._timer.stop()
        self._show()

    @Slot()
    def _ask(self) -> None:
        number = self._number
        if number:
            self._jobs.run(
                Lane.READ,
                lambda: self._services.history(number),
                owner=self,
                done=self._on_history,
                failed=self._failed,
                latest="history",
            )

    def _on_history(self, history: PersonHistory) -> None:
        self._history = history
        self._show()

    def _show(self) -> None:
        self.line.show_history(self._history, other_name=self._other_name(), can_fill=self._can_fill())
        self._show_duplicate()

    @Slot()
    def _show_duplicate(self) -> None:
        procedure = self._procedure.procedure
        self.duplicate.show_case(self._history.open_of(procedure.code) if procedure else None)

    def _other_name(self) -> str:
        """Return the name of the last time when another is typed now: the number may be mistyped."""
        known, typed = self._history.applicant, self._applicant.name.text()
        if known is None or not typed.strip() or fold(known.name).startswith(fold(typed)):
            return ""
        return known.name

    def _can_fill(self) -> bool:
        state = self._applicant.state(FormState())
        empty = any(value and not getattr(state, name).strip() for name, value in self._remembered().items())
        return empty and not self._other_name()

    def _remembered(self) -> dict[str, str]:
        known = self._history.applicant
        if known is None:
            return {}
        return {
            "name": known.name,
            "born": show_birth_date(known.born) if known.born else "",
            "sex": known.sex,
            "address": known.address,
            "phone": known.phone,
            "email": known.email,
        }
