"""Joins what stands around intake with its services: history, bundles, slips without a case, numbers on paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any

from desk_app.app.at_hand import AtHand
from desk_app.domain.case import Intake
from desk_app.domain.case_clock import online_answer_by
from desk_app.domain.deadline import Deadline, deadline
from desk_app.domain.desk import Desk
from desk_app.domain.errors import DeskError
from desk_app.domain.fee_lines import FeeAsked, FeeLines, fee_lines
from desk_app.domain.guidance import Guided
from desk_app.domain.lifecycle import ActName
from desk_app.domain.ports import Clock, Printer
from desk_app.domain.received import Received
from desk_app.domain.staff import Staff
from desk_app.domain.turns import Guidance, Taking
from desk_app.machine.paths import brought
from desk_app.services import guide_citizen, know_person, paper_numbers, receive_case
from desk_app.services.local_due import local_due
from desk_app.services.print_slip import Press, print_guidance
from desk_app.services.print_together import print_receipts
from desk_app.storage.reasons import read_reasons
from desk_app.storage.store import Store
from desk_app.ui.bulletin import Bulletin
from desk_app.ui.intake.guidance_panel import GuidanceScreen, GuidanceServices
from desk_app.ui.intake.helpers import HelperServices, IntakeHelpers
from desk_app.ui.intake.known_person import PersonServices
from desk_app.ui.intake.screen import IntakeScreen
from desk_app.ui.jobs import Jobs


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """On what the services stand for whoever is signed in."""

    store: Store
    clock: Clock
    desk: Desk
    member: Staff
    rules: AtHand
    printer: Printer

    def press(self) -> Press:
        """Return what it takes to print; for lanes: the papers are made by the first that draws."""
        return Press(
            papers=self.rules.papers(), printer=self.printer, local_due=partial(local_due, rules=self.rules)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """Where the window can be sent from intake."""

    show_over: Callable[[GuidanceScreen], None]
    back: Callable[[], None]
    open_case: Callable[[str], None]
    list_cases: Callable[[str], None]


class IntakeWiring:
    """`explain` and `receive` go into the screen; `attach` then puts the rest around it."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._helpers: IntakeHelpers | None = None

    def explain(self, term: str) -> Deadline:
        """Return the promise by now, or by the moment on the paper that is being keyed in."""
        at = self._helpers.moment() if self._helpers is not None else None
        return deadline(at or self._ground.clock.now(), term, self._ground.rules.calendar)

    def reckon(self, code: str, asked: FeeAsked) -> FeeLines:
        """Return what a procedure costs by the tables of now, or of the moment on the paper that is keyed in."""
        try:
            at = self._helpers.moment() if self._helpers is not None else None
        except DeskError:  # half typed
            at = None
        return fee_lines(code, asked, self._ground.rules.fees(), (at or self._ground.clock.now()).date())

    def _answer_by(self, sent_at: datetime, procedure_code: str) -> Deadline:
        rules = self._ground.rules
        return online_answer_by(sent_at, rules.time_rules.of_procedure(procedure_code), rules.calendar)

    def receive(self, given: Intake, wanted: bool, taken: Taking | None) -> Received:  # noqa: FBT001 - IntakeServices.receive
        """Receive a case; in a bundle its receipt waits for the others, and stays "chưa in" until then."""
        ground = self._ground
        waits = self._helpers is not None and self._helpers.bundle.running
        received = receive_case.receive_case(
            given, print_receipt=wanted, staff=ground.member.login, rules=ground.rules, store=ground.store,
            clock=ground.clock, taken=taken,
        )  # fmt: skip
        return replace(received, receipt_wanted=False) if waits else received

    def attach(self, screen: IntakeScreen, jobs: Jobs, bulletin: Bulletin, window: Window) -> GuidanceScreen:
        """Put the helpers around the screen and return the screen of slips without a case."""
        guidance = GuidanceScreen(jobs, bulletin, self._guidance_services())
        guidance.closed.connect(window.back)
        guidance.given.connect(window.back)
        self._helpers = IntakeHelpers(jobs, bulletin, screen, guidance, self._helper_services(window))
        return guidance

    def _helper_services(self, window: Window) -> HelperServices:
        ground = self._ground
        ports: dict[str, Any] = {"staff": ground.member.login, "store": ground.store, "clock": ground.clock}
        return HelperServices(
            person=PersonServices(
                history=partial(know_person.person_history, store=ground.store),
                open_case=window.open_case,
                list_cases=window.list_cases,
            ),
            now=ground.clock.now,
            explain=self.explain,
            answer_by=self._answer_by,
            print_together=lambda codes: print_receipts(codes, press=ground.press(), **ports),
            paper_numbers=partial(paper_numbers.unused_numbers, store=ground.store),
            set_aside=partial(paper_numbers.set_numbers_aside, **ports),
            print_numbers=lambda day: paper_numbers.print_paper_numbers(day, press=ground.press(), **ports),
            show=window.show_over,
        )

    def _guidance_services(self) -> GuidanceServices:
        ground = self._ground
        ports: dict[str, Any] = {"staff": ground.member.login, "store": ground.store, "clock": ground.clock}
        return GuidanceServices(
            reasons=read_reasons(brought("resources") / "guidance"),
            asking=(ground.member.name, ground.desk.letterhead.phone),
            guide=self._guide,
            preview=self._preview,
            print=lambda seq: print_guidance(seq, press=ground.press(), **ports),
            slips_today=self._slips_today,
        )

    def _guide(self, act: ActName, intake: Intake, told: Guidance) -> Guided:
        ground = self._ground
        seq = guide_citizen.guide_citizen(
            act, intake, told, staff=ground.member.login, rules=ground.rules, store=ground.store, clock=ground.clock
        )  # fmt: skip
        with ground.store.reading() as reading:
            return reading.guided(seq)

    def _preview(self, act: ActName, intake: Intake, told: Guidance, width_px: int) -> bytes:
        ground = self._ground
        guided = guide_citizen.preview_guided(
            act, intake, told, staff=ground.member.login, rules=ground.rules, clock=ground.clock
        )
        one = replace(ground.desk, receipt_copies=1)
        papers = ground.rules.papers()
        return papers.image(papers.guidance(guided, one, ground.member), width_px=width_px)

    def _slips_today(self) -> list[Guided]:
        with self._ground.store.reading() as reading:
            return reading.guided_slips(self._ground.clock.now().date())
