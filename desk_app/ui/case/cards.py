"""The cards of a case's page: each is told a page and shows its part, or hides when it has none."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLayout, QPushButton, QVBoxLayout

from desk_app.domain.amount import dong
from desk_app.domain.case import Case, Delivery, State
from desk_app.domain.deed import outstanding
from desk_app.domain.happening import Kind
from desk_app.domain.payment import MoneyState
from desk_app.domain.slip import Slip
from desk_app.domain.words import Words
from desk_app.services.case_page import CasePage
from desk_app.services.explain_due import Explained
from desk_app.ui.case.facts import facts_of
from desk_app.ui.case.told import entry_words, turns_of
from desk_app.ui.names import (
    act_name,
    delivery_name,
    handing_name,
    money_name,
    overpaid_words,
    slip_name,
    state_name,
)
from desk_app.ui.parts import Card, label
from desk_app.ui.wording import moment_in_words, worded


class StatesCard(Card):
    """The four states, kept apart: business, money, result, exchange with the superior."""

    def __init__(self) -> None:
        super().__init__()
        self.body.setContentsMargins(15, 8, 15, 8)
        self.values = [label("–", "strong", wrap=True) for _ in range(4)]
        row = QHBoxLayout()
        row.setSpacing(16)
        captions = (self.tr("Trạng thái"), self.tr("Tiền"), self.tr("Kết quả"), self.tr("Cấp trên"))
        for caption, value in zip(captions, self.values, strict=True):
            box = QVBoxLayout()
            box.setSpacing(1)
            box.addWidget(label(caption))
            box.addWidget(value)
            row.addLayout(box, 1)
        self.body.addLayout(row)

    def show_page(self, page: CasePage) -> None:
        """Show the states of a case."""
        case = page.case
        sent = (
            case.refusal
            if case.delivery is Delivery.REFUSED and case.refusal
            else delivery_name(case.delivery)
        )
        told = (state_name(case.state), money_words(case), handing_name(case.handing), sent)
        for value, text in zip(self.values, told, strict=True):
            value.setText(text[:1].upper() + text[1:])

    def clear(self) -> None:
        """Show nothing of anybody."""
        for value in self.values:
            value.setText("–")


class FactsCard(Card):
    """What was handed in, for whom."""

    def __init__(self) -> None:
        super().__init__(self.tr("Hồ sơ"))
        self.grid = QGridLayout()
        self.grid.setColumnStretch(1, 1)
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(6)
        self.body.addLayout(self.grid)
        self.body.addStretch(1)

    def show_page(self, page: CasePage) -> None:
        """Show the facts of a case."""
        self.clear()
        for row, (name, value) in enumerate(facts_of(page.case)):
            self.grid.addWidget(label(worded(name), "label"), row, 0, Qt.AlignmentFlag.AlignTop)
            self.grid.addWidget(label(value, "value", wrap=True), row, 1)

    def clear(self) -> None:
        """Show nothing of anybody."""
        empty(self.grid)


class PromisesCard(Card):
    """Each due moment: what gave it, and why, step by step."""

    def __init__(self) -> None:
        super().__init__(self.tr("Hẹn trả"))
        self.lines = QVBoxLayout()
        self.lines.setSpacing(4)
        self.body.addLayout(self.lines)

    def show_page(self, page: CasePage) -> None:
        """Show the newest promise first, whole; the older ones in a line each."""
        self.clear()
        self.setVisible(any(one.promise.due_at for one in page.dues))
        for n, one in enumerate(reversed(page.dues)):
            self._show(one, page.case.state, newest=n == 0)

    def clear(self) -> None:
        """Show nothing of anybody."""
        empty(self.lines)

    def _show(self, one: Explained, state: State, *, newest: bool) -> None:
        due_at, promise = one.promise.due_at, one.promise
        if due_at is None:
            return
        gave = f"{act_name(promise.since)}, {promise.at:%d/%m/%Y}"
        if not newest:
            self.lines.addWidget(label(f"{due_at:%H:%M %d/%m/%Y} · {gave}", "muted", wrap=True))
            return
        waits = state in (State.WAITING, State.PAYMENT_WAITING)
        ended = "" if state is State.PROCESSING else self.tr("không còn tính")
        stands = self.tr("đang dừng tính") if waits else ended
        self.lines.addWidget(label(moment_in_words(due_at), "strong", wrap=True))
        self.lines.addWidget(label(" · ".join(filter(None, (gave, stands))), "muted", wrap=True))
        if one.local_due_at is not None:
            local = self.tr("Phần của xã (giai đoạn 1) xong chậm nhất {when}")
            self.lines.addWidget(
                label(local.format(when=moment_in_words(one.local_due_at)), "value", wrap=True)
            )
        steps = one.steps or (self.tr("Lịch hoặc quy tắc nay đã khác; ngày đã hẹn giữ nguyên."),)
        for step in steps:
            self.lines.addWidget(label(f"· {step}", "label", wrap=True))


class TurnsCard(Card):
    """Supplements, money, forwarding, corrections, how it ended: what the case has of them."""

    def __init__(self) -> None:
        super().__init__(self.tr("Diễn biến"))
        self.lines = QVBoxLayout()
        self.lines.setSpacing(5)
        self.body.addLayout(self.lines)

    def show_page(self, page: CasePage) -> None:
        """Show the turns of a case."""
        self.clear()
        turns = turns_of(page.case, page.names)
        self.setVisible(bool(turns))
        for heading, lines in turns:
            self.lines.addWidget(label(worded(heading), "strong"))
            for line in lines:
                self.lines.addWidget(label(line, "value", wrap=True))

    def clear(self) -> None:
        """Show nothing of anybody."""
        empty(self.lines)


class SlipsCard(Card):
    """The papers in force, each to be printed again; what never reached a printer says so."""

    print_asked = Signal(object)  # SlipKind

    def __init__(self) -> None:
        super().__init__(self.tr("Giấy đã cấp"))
        self.rows = QVBoxLayout()
        self.rows.setSpacing(4)
        self.body.addLayout(self.rows)
        self.buttons: dict[str, QPushButton] = {}

    def show_page(self, page: CasePage) -> None:
        """Show the papers of a case; those of a void case are void and are not printed again."""
        self.clear()
        slips = in_force(page.case)
        self.setVisible(bool(slips))
        for slip in slips:
            row = QHBoxLayout()
            number = f" {slip.number:05d}" if slip.number else ""
            often = (
                self.tr("in {n} lần", n=slip.printed).format(n=slip.printed)
                if slip.printed
                else self.tr("chưa in")
            )
            name = slip_name(slip.kind)
            row.addWidget(label(f"{name[:1].upper()}{name[1:]}{number}", "value", wrap=True), 1)
            row.addWidget(label(often, "label" if slip.printed else "odd"))
            if page.case.state is not State.VOIDED:
                again = QPushButton(self.tr("In lại") if slip.printed else self.tr("In"))
                again.setObjectName("small")
                again.setAccessibleName(f"{again.text()} {name}")
                again.clicked.connect(lambda *_clicked, kind=slip.kind: self.print_asked.emit(kind))
                self.buttons[slip.kind.value] = again
                row.addWidget(again)
            self.rows.addLayout(row)

    def clear(self) -> None:
        """Show nothing of anybody."""
        self.buttons = {}
        empty(self.rows)


class TimelineCard(Card):
    """Everything that was done, oldest first."""

    def __init__(self) -> None:
        super().__init__(self.tr("Quá trình"))
        self.entries = QVBoxLayout()
        self.entries.setSpacing(7)
        self.body.addLayout(self.entries)
        self.body.addStretch(1)

    def show_page(self, page: CasePage) -> None:
        """Show the timeline of a case."""
        self.clear()
        times: dict[str, int] = {}
        for entry in page.timeline:
            times[entry.detail] = nth = times.get(entry.detail, 0) + (entry.kind == Kind.PRINTED)
            what, who = entry_words(entry, nth)
            self.entries.addWidget(label(f"{what}\n{who}", "value", wrap=True))

    def clear(self) -> None:
        """Show nothing of anybody."""
        empty(self.entries)


def money_words(case: Case) -> str:
    """Return where the money stands, with what is still to be paid."""
    rest, name = outstanding(case), money_name(case.money.state)
    if case.money.overpaid:
        return f"{name} · {overpaid_words(case.money.overpaid)}"
    if not rest:
        return name
    due = case.money.state is MoneyState.DUE
    return (
        f"{name} {dong(rest)}" if due else worded(Words("{state}, còn {rest}", state=name, rest=dong(rest)))
    )


def in_force(case: Case) -> list[Slip]:
    """Return the newest slip of each kind, in the order in which they were given."""
    return [slip for slip in case.slips if case.slip(slip.kind) is slip]


def unprinted(case: Case) -> Slip | None:
    """Return the newest slip that never reached a printer, None when all did or the case is void."""
    if case.state is State.VOIDED:
        return None
    return next((slip for slip in reversed(in_force(case)) if not slip.printed), None)


def empty(layout: QLayout) -> None:
    """Take everything out of a layout, at once for the eye."""
    while item := layout.takeAt(0):
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            empty(inner)
        if widget is not None:
            widget.hide()
            widget.deleteLater()
