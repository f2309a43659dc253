"""Runs the steps that end a day, alone or in their order by one key; what fails stops nobody."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from desk_app.domain.day_steps import WAITING, Outcome, StepName, StepState
from desk_app.domain.errors import DeskError
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.wording import sentence


@dataclass(frozen=True, slots=True)
class Work:
    """What a step does, on which lane; `do` may tell how far it is."""

    lane: Lane
    do: Callable[[Callable[[object], None]], Outcome]


class Steps(QObject):
    """Knows how each step stands; one runs at a time."""

    changed = Signal(str)  # StepName
    told = Signal(str, object)  # a StepName and how far it is
    asked = Signal(tuple)  # the steps that are lacking: close without them?
    ended = Signal(str)  # StepName: it has just come out

    def __init__(self, jobs: Jobs, works: Mapping[StepName, Work], parent: QObject) -> None:
        super().__init__(parent)
        self._jobs, self._works = jobs, works
        self.outcomes = dict.fromkeys(StepName, WAITING)
        self.running: StepName | None = None
        self._queue: list[StepName] = []
        self.asking = False

    def run_all(self) -> None:
        """Do what is not done yet, in order; asks once before closing a day that lacks something."""
        if self.running is not None:
            return
        if self.asking:  # asked and answered by the same key
            self.asking = False
            self._queue = [StepName.CLOSE]
        else:
            self._queue = [name for name in StepName if not self.outcomes[name].over]
        self._next(asked=StepName.CLOSE in self._queue and len(self._queue) == 1)

    def run(self, name: StepName) -> None:
        """Do one step alone, also again."""
        if self.running is None:
            self.asking = False
            self._queue = [name]
            self._next(asked=True)

    def not_now(self) -> None:
        """Answer that the day is not to be closed yet."""
        self.asking, self._queue = False, []

    def settle(self, name: StepName, outcome: Outcome) -> None:
        """Say how a step stands that nobody ran: the day is closed already, or something came since."""
        if self.running is not name and self.outcomes[name] != outcome:
            self._put(name, outcome)

    def begin_anew(self) -> None:
        """Let every step wait: another day, or something was done meanwhile."""
        for name in StepName:
            self.settle(name, WAITING)
        self.asking = False

    def lacking(self) -> tuple[StepName, ...]:
        """Return the steps before the closing that failed or could not be done."""
        return tuple(
            name
            for name, outcome in self.outcomes.items()
            if name is not StepName.CLOSE and (outcome.lacking or outcome.state is StepState.FAILED)
        )

    def _next(self, *, asked: bool = False) -> None:
        if not self._queue:
            return
        name = self._queue[0]
        if name is StepName.CLOSE and not asked and self.lacking():
            self.asking, self._queue = True, []
            self.asked.emit(self.lacking())
            return
        del self._queue[0]
        self.running = name
        self._put(name, Outcome(state=StepState.RUNNING))
        work = self._works[name]
        self._jobs.run_telling(
            work.lane,
            work.do,
            owner=self,
            done=partial(self._came_out, name),
            failed=partial(self._failed, name),
            told=partial(self.told.emit, name.value),
            ended=self._free,
        )

    def _free(self) -> None:
        self.running = None

    def _came_out(self, name: StepName, outcome: Outcome) -> None:
        self._put(name, outcome)
        self.ended.emit(name.value)
        self._next()

    def _failed(self, name: StepName, error: DeskError) -> None:
        self._came_out(name, Outcome(state=StepState.FAILED, said=sentence(error)))

    def _put(self, name: StepName, outcome: Outcome) -> None:
        self.outcomes[name] = outcome
        self.changed.emit(name.value)
