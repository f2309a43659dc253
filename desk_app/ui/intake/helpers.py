"""What stands around the three cards of intake: who was here before, several cases at once, slips, other ways in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from desk_app.domain.deadline import Deadline
from desk_app.domain.errors import DeskError
from desk_app.domain.lifecycle import ActName
from desk_app.domain.paper_number import PaperNumber
from desk_app.domain.typed_moment import read_moment
from desk_app.ui.bulletin import Bulletin
from desk_app.ui.intake.bundle import Bundle
from desk_app.ui.intake.form_state import FormState, intake_of
from desk_app.ui.intake.guidance_panel import GuidanceScreen
from desk_app.ui.intake.known_person import KnownPerson, PersonServices
from desk_app.ui.intake.screen import IntakeScreen
from desk_app.ui.intake.ways import Way
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.key_cap import KeyButton
from desk_app.ui.keys import on_key
from desk_app.ui.wording import day_and_hour, sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class HelperServices:
    """`now`, `explain` and `show` are quick; the others run on lanes. `set_aside` prints the sheet too."""

    person: PersonServices
    now: Callable[[], datetime]
    explain: Callable[[str], Deadline]
    answer_by: Callable[[datetime, str], Deadline]  # by when an online dossier of a procedure is answered
    print_together: Callable[[list[str]], int]
    paper_numbers: Callable[[], list[PaperNumber]]
    set_aside: Callable[[int, date], object]
    print_numbers: Callable[[date], None]
    show: Callable[[GuidanceScreen], None]


class IntakeHelpers(QObject):
    """Joins them with the screen."""

    def __init__(
        self,
        jobs: Jobs,
        bulletin: Bulletin,
        screen: IntakeScreen,
        guidance: GuidanceScreen,
        services: HelperServices,
    ) -> None:
        super().__init__(screen)
        self._jobs, self._bulletin, self._screen = jobs, bulletin, screen
        self._guidance, self._services = guidance, services
        self.channel = screen.due.channel
        self.person = KnownPerson(
            jobs, (screen.applicant, screen.procedure), services.person, self._on_failed, screen
        )
        self.bundle = Bundle(
            jobs,
            bulletin,
            (screen.state, screen.show_form, screen.procedure.search.setFocus),
            services.print_together,
            screen,
        )
        self.complete = KeyButton(self.tr("Yêu cầu bổ sung"), "Shift+F9", name="instead")
        self.refuse = KeyButton(self.tr("Từ chối"), "Ctrl+F9", name="instead")
        self._lay_out()
        self._connect()
        self._read_numbers()

    def moment(self) -> datetime | None:
        """Return the moment on the paper that is being keyed in; None = now counts."""
        state = self.channel.state(FormState())
        paper = state.way == Way.PAPER and state.paper_code
        return read_moment(state.paper_day, state.paper_hour) if paper else None

    def _lay_out(self) -> None:
        box = self._screen.due.layout()
        assert isinstance(box, QBoxLayout)
        box.insertWidget(box.indexOf(self._screen.due.receive), self.bundle.line)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.complete, 15)
        row.addWidget(self.refuse, 9)
        box.addLayout(row)

    def _connect(self) -> None:
        screen = self._screen
        screen.next_form = self.bundle.next_form
        screen.received.connect(self.bundle.on_received)
        screen.applicant.changed.connect(self.bundle.on_changed)
        self._bulletin.changed.connect(self._on_news)
        for key, button, act in (
            ("Shift+F9", self.complete, ActName.REQUEST_COMPLETION),
            ("Ctrl+F9", self.refuse, ActName.NOT_RECEIVE),
        ):
            guide = partial(self._guide, act)
            button.clicked.connect(guide)
            on_key(key, screen, guide)
        self.channel.way_changed.connect(self._on_way)
        self.channel.changed.connect(self._show_send_by)
        self.channel.changed.connect(self._show_answer_by)
        screen.procedure.changed.connect(self._show_answer_by)
        self.channel.paper.aside_asked.connect(self._set_aside)
        self.channel.paper.refused.connect(self._bulletin.failed)
        self._guidance.given.connect(self._on_given)

    def _guide(self, act: ActName, *_clicked: object) -> None:
        procedure = self._screen.procedure.procedure
        if procedure is None:
            told = self.tr("Chưa chọn thủ tục; hãy chọn thủ tục rồi lập phiếu (Ctrl+T).")
            self._bulletin.failed.emit(told)
            self._screen.procedure.search.setFocus()
            return
        try:
            intake = intake_of(
                self._screen.state(), at_once=procedure.at_once, today=self._services.now().date()
            )
        except DeskError as error:
            self._on_failed(error)
            return
        self._services.show(self._guidance)
        self._guidance.begin(act, intake, procedure)

    @Slot()
    def _on_given(self) -> None:
        """Empty the form: what stood in it has been answered."""
        self._screen.show_form(FormState())

    @Slot()
    def _on_news(self) -> None:
        self.person.ask_again()
        self._read_numbers()

    @Slot()
    def _on_way(self) -> None:
        self._read_numbers()
        self._show_send_by()
        self._show_answer_by()

    @Slot()
    def _show_answer_by(self) -> None:
        """Say by when an online dossier is to be received or its completion asked for (NĐ 118/2025 Đ.17.2c)."""
        state = self.channel.state(FormState())
        sent = read_moment(state.sent_day, state.sent_hour)
        if self.channel.chosen is not Way.ONLINE or sent is None:
            self.channel.show_answer_by("")
            return
        procedure, now = self._screen.procedure.procedure, self._services.now()
        by = self._services.answer_by(sent, procedure.code if procedure else "").due_at
        told = (
            self.tr("Lẽ ra phải trả lời (tiếp nhận hoặc yêu cầu bổ sung) trước {by}; vẫn tiếp nhận được.")
            if now > by
            else self.tr("Phải trả lời (tiếp nhận hoặc yêu cầu bổ sung) chậm nhất {by}.")
        )
        self.channel.show_answer_by(told.format(by=day_and_hour(by, now)), late=now > by)

    @Slot()
    def _show_send_by(self) -> None:
        """Say when the papers of a case for another agency must be on their way (NĐ 118/2025 Đ.20)."""
        told = ""
        if self.channel.names_other:
            by = day_and_hour(self._services.explain("1wd").due_at, self._services.now())
            told = self.tr(
                "Bản điện tử chuyển ngay, hồ sơ giấy chậm nhất {by}. Mã hồ sơ mang mã đơn vị giải quyết."
            )
            told = told.format(by=by)
        self.channel.show_send_by(told)

    def _read_numbers(self) -> None:
        if self.channel.chosen is Way.PAPER:
            self._jobs.run(
                Lane.READ,
                self._services.paper_numbers,
                owner=self,
                done=self._on_numbers,
                failed=self._on_failed,
                latest="numbers",
            )

    def _on_numbers(self, numbers: list[PaperNumber]) -> None:
        self.channel.paper.offer(numbers, self._services.now().date())

    @Slot(int, object)
    def _set_aside(self, count: int, day: date) -> None:
        self._jobs.run(
            Lane.WRITE,
            lambda: self._services.set_aside(count, day),
            owner=self,
            done=lambda _none: self._on_set_aside(count, day),
            failed=self._on_failed,
        )

    def _on_set_aside(self, count: int, day: date) -> None:
        told = self.tr("Đã giữ {n} số cho ngày {day}; các số này không cấp cho hồ sơ khác.", n=count)
        self._bulletin.told.emit(told.format(n=count, day=f"{day:%d/%m/%Y}"))
        self._read_numbers()
        self._jobs.run(
            Lane.PRINT,
            lambda: self._services.print_numbers(day),
            owner=self,
            done=lambda _none: None,
            failed=self._on_failed,
        )

    def _on_failed(self, error: DeskError) -> None:
        self._bulletin.failed.emit(sentence(error))
