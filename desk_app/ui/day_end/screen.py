"""F8, Cuối ngày: the day in numbers, the drawer, and the steps that end it by one key."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHeaderView, QLineEdit, QVBoxLayout, QWidget

from desk_app.domain.changes import Changes
from desk_app.domain.day_end import Closing, DayView
from desk_app.domain.day_steps import STEP_NAMES, WAITING, Outcome, StepName, StepState
from desk_app.domain.errors import DeskError, UnclearAmount
from desk_app.domain.typed_fee import read_fee
from desk_app.domain.words import Words
from desk_app.ui.bulletin import Bulletin
from desk_app.ui.cases.model import APPLICANT, CODE, DELIVERY, DUE, ID, STATE
from desk_app.ui.cases.table import CasesTable
from desk_app.ui.day_end.cards import LeftCard, MorningCard, UsbCard
from desk_app.ui.day_end.on_time import OnTimeCard
from desk_app.ui.day_end.place import PlaceDialog
from desk_app.ui.day_end.services import DayEndServices, Shown
from desk_app.ui.day_end.step_row import StepRow
from desk_app.ui.day_end.steps import Steps
from desk_app.ui.day_end.tiles import Tiles, also_done, points, receipts_line
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.key_cap import KeyButton
from desk_app.ui.keys import on_key
from desk_app.ui.parts import Card, beside, label, stacked
from desk_app.ui.scroll import Scroll
from desk_app.ui.wording import sentence, worded

WIDTHS = ((CODE, 118), (APPLICANT, 116), (DUE, 106), (STATE, 124), (DELIVERY, 92))
NAME_LETTERS = 60  # three lines of the narrow column; the tip says it whole
LEAST_PX = 90  # the list has two thirds of the window; the procedure gets what the others leave


class DayEndScreen(QWidget):
    """F9 ends the day; Alt with a number does one step; nothing here keeps anybody from going home."""

    opened = Signal(str)
    hints = (
        ("F9", Words("kết thúc ngày")),
        ("Alt+1 – 5", Words("làm riêng một việc")),
        ("Ctrl+P", Words("in sổ")),
        ("Ctrl+B", Words("in biên bản")),
        ("Ctrl+O", Words("nơi sao lưu")),
        ("Esc", Words("dừng gửi")),
        ("Enter", Words("mở hồ sơ")),
    )

    def __init__(self, jobs: Jobs, bulletin: Bulletin, services: DayEndServices) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._jobs, self._bulletin, self._services = jobs, bulletin, services
        self._view: DayView | None = None
        self._stale = False
        self._urged = False  # to count the drawer: once
        self._stopping = False  # asked before there was a line to cut
        self.steps = Steps(jobs, services.works, self)
        self.tiles = Tiles()
        self.also = label("", "muted", wrap=True)
        self.table = CasesTable(name_letters=NAME_LETTERS)
        self.table.setAccessibleName(self.tr("Hồ sơ tiếp nhận hôm nay"))
        self.table.hideColumn(ID)
        self.table.horizontalHeader().setMinimumSectionSize(LEAST_PX)
        self.table.horizontalHeader().setSectionResizeMode(APPLICANT, QHeaderView.ResizeMode.Fixed)
        for column, width in WIDTHS:
            self.table.setColumnWidth(column, width)
        self.empty = label(self.tr("Hôm nay chưa tiếp nhận hồ sơ nào."), "muted", wrap=True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.rows = {
            name: StepRow(worded(STEP_NAMES[name]), f"Alt+{n}") for n, name in enumerate(StepName, 1)
        }
        self.counted = QLineEdit()
        self.receipts = label("", "label", wrap=True)
        self.question = label("", "odd", wrap=True)
        self.go = KeyButton(self.tr("Kết thúc ngày"), "F9", name="primary")
        self.left, self.morning, self.usb = LeftCard(), MorningCard(), UsbCard()
        self.on_time = OnTimeCard()
        self.place = PlaceDialog(self)
        self._lay_out()
        self._connect()

    def start(self) -> None:
        """Read the day anew; the cursor waits where the drawer is counted."""
        self.read()
        (self.go if self.counted.text() else self.counted).setFocus()

    def on_minute(self) -> None:
        """Read another day when midnight has passed; what is late changes too."""
        self.read()

    def leave(self) -> None:
        """Keep what was counted."""
        self._keep_counted(lambda: None)

    @Slot()
    def read(self) -> None:
        """Read what is shown."""
        self._jobs.run(
            Lane.READ,
            self._services.read,
            owner=self,
            done=self._show,
            failed=self._on_failed,
            latest="day",
        )

    @Slot()
    def end_day(self) -> None:
        """Do every step in order; what is under way goes on."""
        if self.steps.running is None:
            self._keep_counted(self._end_day)

    def _lay_out(self) -> None:
        day = Card()
        day.body.addWidget(self.also)
        day.body.addWidget(self.table, 1)
        day.body.addWidget(self.empty, 1)
        left = QVBoxLayout()
        left.setSpacing(12)
        left.addWidget(self.tiles)
        left.addWidget(day, 1)
        steps = Card()
        steps.body.addWidget(label(self.tr("Kết thúc ngày làm việc").upper(), "heading"))
        cash = self.rows[StepName.CASH].below
        self.counted.setMaximumWidth(190)
        caption = label(self.tr("Tiền mặt đếm được, không kể tiền lẻ đầu ngày"))
        caption.setBuddy(self.counted)
        self.counted.setAccessibleName(caption.text())
        cash.insertLayout(0, stacked(caption, self.counted))
        cash.addWidget(self.receipts)
        for row in self.rows.values():
            steps.body.addWidget(row)
        steps.body.addWidget(self.question)
        steps.body.addWidget(self.go)
        column = QWidget()
        right = QVBoxLayout(column)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(12)
        for part in (steps, self.morning, self.left, self.usb, self.on_time):
            right.addWidget(part)
        right.addStretch(1)
        beneath = Scroll(column, sideways=False)
        whole = beside((left, 68), (beneath, 32), spacing=12)
        whole.setContentsMargins(14, 14, 14, 14)
        self.setLayout(whole)
        self.question.hide()
        self.morning.hide()
        self.usb.setVisible(self._services.usb is not None)

    def _connect(self) -> None:
        for n, (name, row) in enumerate(self.rows.items(), 1):
            alone = partial(self._alone, name)
            row.alone.clicked.connect(alone)
            on_key(f"Alt+{n}", self, alone)
        self.go.clicked.connect(self.end_day)
        on_key("F9", self, self.end_day)
        on_key("Esc", self, self._on_escape)
        on_key("Ctrl+P", self, partial(self._alone, StepName.PRINT))
        on_key("Ctrl+B", self, self._print_sheet)
        on_key("Ctrl+O", self, self._ask_place)
        on_key("Alt+0", self, self._close_earlier)
        self.counted.returnPressed.connect(partial(self._alone, StepName.CASH))
        self.place.chosen.connect(self._on_place)
        self.table.activated.connect(self._on_open)
        self.morning.close_asked.connect(self._close_earlier)
        self.usb.usb_asked.connect(self._on_usb)
        self.steps.changed.connect(self._on_step)
        self.steps.told.connect(self._on_progress)
        self.steps.asked.connect(self._ask)
        self.steps.ended.connect(self._on_ended)
        self._bulletin.changed.connect(self._on_changed)

    def _show(self, shown: Shown) -> None:
        view = shown.view
        if self._stale or (self._view is not None and self._view.day != view.day):
            self.steps.begin_anew()
            self._hide_question()
        self._stale, another = False, self._view is None or self._view.day != view.day
        self._view = view
        if another:
            self.counted.setText("" if view.cash.counted is None else points(view.cash.counted))
        self.tiles.show_day(view)
        self.also.setText(also_done(view) or self.tr("Chưa có việc nào khác trong ngày."))
        self.receipts.setText(receipts_line(view))
        self.receipts.setVisible(bool(self.receipts.text()))
        self.counted.setPlaceholderText(self.tr("theo sổ: {amount}").format(amount=points(view.cash.cash)))
        self.table.show_cases(list(shown.rows), self._services.now())
        self.table.setVisible(bool(shown.rows))
        self.empty.setVisible(not shown.rows)
        self.left.show_left(view)
        self.morning.show_morning(shown.morning, view)
        self.on_time.show_results(shown.results, view.day)
        self._name_steps(view)

    def _name_steps(self, view: DayView) -> None:
        day, again = f"{view.day:%d/%m/%Y}", len(view.closings)
        name = self.tr("Khóa sổ ngày {day}").format(day=day)
        if again and view.changed:
            name = self.tr("Khóa sổ bổ sung lần {n}, ngày {day}").format(n=again, day=day)
        self.rows[StepName.CLOSE].rename(name)
        place = (
            self.tr("Sao lưu ra {place}").format(place=view.place.name or view.place) if view.place else ""
        )
        self.rows[StepName.COPY].rename(place or self.tr("Sao lưu ra USB hoặc ổ thứ hai"))
        close = self.steps.outcomes[StepName.CLOSE]
        if view.closed and not close.over:
            said = Words("đã khóa lúc {time}", time=f"{view.closings[-1].at:%H:%M}")
            self.steps.settle(StepName.CLOSE, Outcome(state=StepState.DONE, said=said))
        elif close == WAITING and view.closings:
            told = self.tr("đã khóa lúc {time}; từ đó có việc mới, tính vào lần bổ sung")
            self.rows[StepName.CLOSE].say(told.format(time=f"{view.closings[-1].at:%H:%M}"))
        if view.copy is not None and self.steps.outcomes[StepName.COPY] == WAITING:
            self.rows[StepName.COPY].say(
                self.tr("bản gần nhất: {at}").format(at=f"{view.copy.at:%H:%M %d/%m/%Y}")
            )

    def _end_day(self) -> None:
        view = self._view
        uncounted = view is not None and view.cash.cash_moves and not self.counted.text().strip()
        if uncounted and not self._urged and not self.steps.asking:
            self._urged = True
            self.counted.setFocus()
            self._bulletin.failed.emit(
                self.tr("Hãy đếm tiền mặt rồi gõ vào; bấm F9 lần nữa để kết thúc ngày mà không đếm.")
            )
            return
        if uncounted and not self.steps.asking:
            self._bulletin.told.emit(self.tr("Kết thúc ngày mà không đếm tiền mặt."))
        self._hide_question()
        self.steps.run_all()

    def _alone(self, name: StepName, *_checked: bool) -> None:
        self._hide_question()
        self._keep_counted(partial(self.steps.run, name))

    def _keep_counted(self, then: Callable[[], object]) -> None:
        """Keep what stands in the field, then go on; an amount that is none is said, and nothing goes on."""
        view = self._view
        try:
            amount = read_fee(self.counted.text())
        except UnclearAmount as error:
            self.counted.setFocus()
            self._bulletin.failed.emit(sentence(error))
            return
        if view is None or amount == view.cash.counted:
            then()
            return
        self._jobs.run(
            Lane.WRITE,
            partial(self._services.count_cash, view.day, amount),
            owner=self,
            done=partial(self._read_then, then),
            failed=self._on_failed,
        )

    def _read_then(self, then: Callable[[], object], _none: None) -> None:
        self.read()
        then()

    @Slot(str)
    def _on_step(self, name: str) -> None:
        step = StepName(name)
        self.rows[step].show_outcome(self.steps.outcomes[step])

    @Slot(str, object)
    def _on_progress(self, name: str, progress: object) -> None:
        self.rows[StepName(name)].show_progress(progress)  # type: ignore[arg-type]
        if self._stopping:
            self._services.cut()

    @Slot(str)
    def _on_ended(self, name: str) -> None:
        step, self._stopping = StepName(name), False
        outcome = self.steps.outcomes[step]
        if step is StepName.SEND:
            self._bulletin.changed.emit(Changes(sync=True))
        elif step is StepName.COPY:
            self._bulletin.changed.emit(Changes(copies=True))
        elif step is StepName.CLOSE and outcome.over:
            self._bulletin.told.emit(
                self.tr("Đã khóa sổ. Hồ sơ nhận sau đó vẫn tính cho hôm nay, trong lần khóa sổ bổ sung.")
            )
            self._tell_superior()
        if outcome.state is StepState.FAILED:
            self._bulletin.failed.emit(worded(outcome.said))
        self.read()

    def _tell_superior(self) -> None:
        """Send the closing too when all else went well; whether it arrives tonight or tomorrow is all the same."""
        if self.steps.outcomes[StepName.SEND].over:
            self._jobs.run(
                Lane.LINE,
                self._services.told_closed,
                owner=self,
                done=lambda _none: self._bulletin.changed.emit(Changes(sync=True)),
                failed=lambda _error: self._bulletin.changed.emit(Changes(sync=True)),
            )

    @Slot(tuple)
    def _ask(self, lacking: tuple[StepName, ...]) -> None:
        names = ", ".join(worded(STEP_NAMES[name]) for name in lacking)
        self.question.setText(
            self.tr("Chưa xong: {names}. F9: vẫn khóa sổ · Esc: để sau, ra về lúc nào cũng được.").format(
                names=names
            )
        )
        self.question.show()
        self.go.setText(self.tr("Vẫn khóa sổ"))
        self.go.setFocus()

    def _hide_question(self) -> None:
        self.question.hide()
        self.go.setText(self.tr("Kết thúc ngày"))

    @Slot()
    def _on_escape(self) -> None:
        if self.steps.running is StepName.SEND:
            self._stopping = True
            self._services.cut()
        elif self.steps.running is StepName.CLOSE:  # its sheet waits for nobody's line
            self._services.cut()
        else:
            self.steps.not_now()
            self._hide_question()

    @Slot()
    def _ask_place(self) -> None:
        self.place.ask(self._view.place if self._view else None)

    @Slot(object)
    def _on_place(self, place: Path) -> None:
        self._jobs.run(
            Lane.WRITE,
            partial(self._services.choose_place, place),
            owner=self,
            done=partial(self._read_then, partial(self.steps.run, StepName.COPY)),
            failed=self._on_failed,
        )

    @Slot()
    def _close_earlier(self) -> None:
        view = self._view
        if view is None or view.unclosed is None:
            return
        self._jobs.run(
            Lane.LINE,  # its sheet asks the superior: beside an exchange one would overtake the other
            partial(self._services.close_earlier, view.unclosed),
            owner=self,
            done=self._on_closed_earlier,
            failed=self._on_failed,
        )

    def _on_closed_earlier(self, closing: Closing) -> None:
        self._bulletin.told.emit(self.tr("Đã khóa sổ ngày {day}.").format(day=f"{closing.day:%d/%m/%Y}"))
        self.read()

    @Slot()
    def _print_sheet(self) -> None:
        self._jobs.run(
            Lane.LINE,
            self._services.print_sheet,
            owner=self,
            done=lambda _none: self._bulletin.told.emit(self.tr("Đã in biên bản khóa sổ.")),
            failed=self._on_failed,
        )

    @Slot()
    def _on_usb(self) -> None:
        if self._services.usb is not None:
            self._services.usb()

    @Slot()
    def _on_open(self) -> None:
        if row := self.table.chosen():
            self.opened.emit(row.code)

    @Slot(Changes)
    def _on_changed(self, changes: Changes) -> None:
        self._stale = self._stale or changes.cases
        if self.isVisible() and (changes.cases or changes.sync):
            self.read()

    def _on_failed(self, error: DeskError) -> None:
        self._bulletin.failed.emit(sentence(error))
