"""What a case costs: what is counted, who is exempt, how the amount comes about, and whether it was paid."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TypeAlias

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk_app.domain.amount import dong
from desk_app.domain.errors import DeskError, IntakeIncomplete
from desk_app.domain.fee import Channel
from desk_app.domain.fee_lines import FeeAsked, FeeLines, together
from desk_app.domain.procedure import Procedure
from desk_app.domain.reckoned import Reckoned, in_one_line, reckoned
from desk_app.domain.turns import Taking
from desk_app.domain.typed_fee import read_fee
from desk_app.domain.words import Words
from desk_app.ui.choice import Choice
from desk_app.ui.intake.count_line import CountLine
from desk_app.ui.intake.form_state import FormState
from desk_app.ui.intake.paid_line import PaidLine
from desk_app.ui.key_cap import KeyCap
from desk_app.ui.parts import label
from desk_app.ui.wording import worded

Reckon: TypeAlias = Callable[[str, FeeAsked], FeeLines]
UNKNOWN = FeeLines()


class FeeBox(QWidget):
    """Reckons by the table while counts are typed; another amount can be typed, and the table's stays in sight."""

    changed = Signal()

    def __init__(self, reckon: Reckon, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reckon = reckon
        self._procedure: Procedure | None = None
        self._channel, self._found, self._typed, self._quiet = Channel.DESK, UNKNOWN, False, False
        self.fee = QLineEdit()
        self.fee.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.fee.setMaximumWidth(130)
        self.fee.setMinimumWidth(80)
        self.fee.setAccessibleName(self.tr("Phí, lệ phí"))
        self.counts = CountLine()
        self.choice, self.freed = Choice(), Choice()
        self.choice.setAccessibleName(self.tr("Trường hợp thu"))
        self.freed.setEditable(True)
        self.freed.setInsertPolicy(Choice.InsertPolicy.NoInsert)
        self.freed.setCompleter(None)  # type: ignore[arg-type]  # the first letter of a reason would exempt by the table
        self.freed.setAccessibleName(self.tr("Miễn, giảm (chọn hoặc gõ lý do)"))
        self.freed.setToolTip(self.freed.accessibleName())
        self.how = label("", "label", wrap=True)
        self.how.setMinimumHeight(34)  # two lines: what stands below stays where it is while counts are typed
        self.how.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.paid = PaidLine()
        self._lay_out()
        self.fee.textEdited.connect(self._on_typed)
        self.counts.changed.connect(self._on_counted)
        self.choice.currentIndexChanged.connect(self._on_counted)
        self.freed.editTextChanged.connect(self._on_freed)
        self.paid.changed.connect(self.changed)
        self.show_procedure(None)

    def show_procedure(self, procedure: Procedure | None) -> None:
        """Begin with a procedure: one of each, nobody exempt, nothing paid."""
        self._procedure, self._typed = procedure, False
        self.counts.begin()
        self.paid.begin()
        self._offer_choices(UNKNOWN)
        self._set_reason("")
        self._count()

    def show_channel(self, channel: Channel) -> None:
        """Reckon for another way of handing in; an amount that the clerk typed, and may have taken, stays."""
        if channel is not self._channel:
            self._channel = channel
            self._count()
            self.changed.emit()

    def reckon_anew(self) -> bool:
        """Reckon by the tables that hold now: another day's, another province's. Return whether the amount is another.

        What was counted, chosen and typed stays, but for a choice that there is no more.
        """
        before = self.amount()
        if self._procedure is None:
            return False
        self._count()
        if self.amount() == before:
            return False
        self.changed.emit()
        return True

    def state(self, others: FormState) -> FormState:
        """Return `others` with these fields."""
        counts = self.counts.typed()
        return replace(
            self.paid.state(others),
            fee=self.fee.text(),
            fee_typed=self._typed,
            pages=counts["pages"],
            copies=counts["copies"],
            cases=counts["cases"],
            fee_choice=self._choice(),
            exemption=self.reason(),
        )

    def show_state_of(self, state: FormState) -> None:
        """Fill the fields; the procedure and the way stand already."""
        self._quiet = True
        self.counts.show_typed({"pages": state.pages, "copies": state.copies, "cases": state.cases})
        self.choice.choose(state.fee_choice)
        self._set_reason(state.exemption)
        self._typed = state.fee_typed
        self._quiet = False
        if state.fee_typed:
            self.fee.setText(state.fee)
        self._count()
        self.paid.show_state_of(state)
        self._show_how()

    def forget_person(self) -> None:
        """Leave nothing that was so for somebody else: the exemption, and what he paid."""
        if self.reason():
            self._set_reason("")
            self._typed = False  # what was typed was reduced for that person's reason
            self._count()
        self.paid.begin()

    def amount(self) -> int | None:
        """Return what stands as the fee, đồng; None = nothing, or nothing that can be read."""
        try:
            return read_fee(self.fee.text())
        except DeskError:
            return None

    def reason(self) -> str:
        """Return why nothing, or less, is taken; empty when nobody is exempt."""
        text = " ".join(self.freed.currentText().split())
        return "" if text == self.freed.itemText(0) else text

    def reckoned(self) -> Reckoned | None:
        """Return what is kept of the reckoning."""
        return reckoned(self._asked(), self._found, self.reason()) if self._procedure is not None else None

    def taken(self, payer: str) -> Taking | None:
        """Return what was paid at this moment; None = nothing was.

        Raises:
            FeeReceiptUnclear: the biên lai is not whole.
            IntakeIncomplete: it is ticked as paid, and nobody says how much.
        """
        amount = self.amount()
        if amount is None and self.paid.paid.isChecked() and not self.reason():
            raise IntakeIncomplete(missing=Words("số tiền đã thu"))
        return self.paid.taken(amount, payer) if amount else None

    def first(self) -> QWidget:
        """Return where counting begins, ready to be typed over."""
        line = self.counts.first() or self.fee
        line.selectAll()
        return line

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(6)
        name = label(self.tr("Phí, lệ phí (đồng)"), "value")
        name.setBuddy(self.fee)
        head.addWidget(name)
        head.addWidget(KeyCap("Ctrl+E"))
        head.addStretch(1)
        head.addWidget(self.fee)
        which = QHBoxLayout()
        which.setSpacing(9)
        which.addWidget(self.choice, 5)
        which.addWidget(self.freed, 4)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(head)
        box.addWidget(self.counts)
        box.addLayout(which)
        box.addWidget(self.how)
        box.addWidget(self.paid)

    def _asked(self, exemption: str = "") -> list[FeeAsked]:
        """Return what is asked for, one an original."""
        return [
            FeeAsked(**counts, choice=self._choice(), channel=self._channel, exemption=exemption)
            for counts in self.counts.counts()
        ]

    def _choice(self) -> str:
        return str(self.choice.currentData() or "")

    def _count(self) -> None:
        """Reckon, offer what may be asked for, and put the amount into the field that nobody typed in."""
        if self._procedure is not None:
            self._offer_choices(self._reckon(self._procedure.code, replace(self._asked()[0], choice="")))
        self._found = self._by_table()
        self._offer_exemptions()
        self.counts.ask(self._found.counts)
        if not self._typed:
            amount = self._proposed()
            text = "" if amount is None else dong(amount)[:-2]
            if self.fee.text() != text:  # else what is selected, to be typed over, would be typed behind
                self.fee.setText(text)
        self._show_how()

    def _by_table(self) -> FeeLines:
        if self._procedure is None:
            return UNKNOWN
        reckon = partial(self._reckon, self._procedure.code)
        found = together(map(reckon, self._asked()))
        reason = self.reason()
        id_ = next((one.id for one in found.exemptions if one.words == reason), "")
        return together(map(reckon, self._asked(id_))) if id_ else found

    def _proposed(self) -> int | None:
        """Return the table's amount, else the catalogue's; 0 where somebody is freed for a reason of the clerk's."""
        if self._procedure is None:
            return None
        if self.reason() and not self._found.exemption:
            return 0
        if self._found.total is None and not self._found.lines and not self._found.choices:
            return self._procedure.fee
        return self._found.total

    def _show_how(self) -> None:
        amount, found = self.amount(), self._found
        self.how.setText(self._how(amount))
        self.how.setToolTip("; ".join(dict.fromkeys(line.instrument for line in found.lines)))
        there = self._procedure is not None
        self.how.setVisible(there)
        self.choice.setVisible(there and self.choice.count() > 0)
        self.freed.setVisible(there and bool(amount or found.exemptions or self.reason()))
        self.paid.setVisible(bool(amount))

    def _how(self, amount: int | None) -> str:
        found, proposed = self._found, self._proposed()
        words = in_one_line(found)
        if self.reason() and not found.exemption:
            words = worded(Words("Miễn: {reason}", reason=self.reason()))
        elif proposed is None:
            words = "" if amount is not None else worded(found.why)
        elif not found.lines:
            words = worded(Words("Theo danh mục thủ tục"))
        elif proposed == 0 and not found.exemption:
            words = worded(Words("Không thu: {why}", why=found.reason))
        if not self._typed or proposed is None or amount == proposed:
            return words
        return worded(Words("Gõ tay; theo biểu {amount}: {words}", amount=dong(proposed), words=words))

    def _offer_choices(self, without: FeeLines) -> None:
        """Offer the choices of a reckoning without one; the one that stands stays as long as it is offered."""
        chosen, first = self._choice(), Words("Chọn trường hợp") if without.unknown else Words("Mức chung")
        offered = [worded(first), *without.choices] if without.choices else []
        if offered == [self.choice.itemText(n) for n in range(self.choice.count())]:
            return
        self.choice.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.choice.clear()
        for text, value in zip(offered, ("", *without.choices), strict=False):
            self.choice.addItem(text, value)
        self.choice.widen_list()
        self.choice.choose(chosen)
        self.choice.blockSignals(False)  # noqa: FBT003

    def _offer_exemptions(self) -> None:
        """Offer the exemptions of the choice; one that it excludes is let go, a typed reason stays."""
        offered = [one.words for one in self._found.exemptions]
        if offered == [self.freed.itemText(n) for n in range(1, self.freed.count())]:
            return
        reason = self.reason()
        listed = self.freed.findText(reason) > 0
        self._fill_exemptions(offered)
        gone = listed and reason not in offered
        self._set_reason("" if gone else reason)
        if gone:
            self._found = self._by_table()

    def _fill_exemptions(self, offered: list[str]) -> None:
        self.freed.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.freed.clear()
        self.freed.addItem(worded(Words("Không miễn")))
        self.freed.addItems(offered)
        self.freed.widen_list()
        self.freed.blockSignals(False)  # noqa: FBT003

    def _set_reason(self, reason: str) -> None:
        self.freed.blockSignals(True)  # noqa: FBT003 - Qt's own
        if not self.freed.count():
            self.freed.addItem(worded(Words("Không miễn")))
        known = self.freed.findText(reason) if reason else 0
        self.freed.setCurrentIndex(known)
        self.freed.setEditText(reason or self.freed.itemText(0))
        line = self.freed.lineEdit()
        if line is not None:
            line.setCursorPosition(0)  # else a long reason shows its end
        self.freed.blockSignals(False)  # noqa: FBT003

    @Slot()
    def _on_typed(self) -> None:
        self._typed = True
        self._show_how()
        self.changed.emit()

    @Slot()
    def _on_freed(self) -> None:
        """Reckon anew for an exemption of the table; a reason in the clerk's words leaves an amount he reduced."""
        reduced = self._typed and bool(self.amount()) and self.freed.findText(self.reason()) <= 0
        if reduced and not self._quiet:
            self._count()
            self.changed.emit()
        else:
            self._on_counted()

    @Slot()
    def _on_counted(self) -> None:
        """Reckon anew: what is counted now stands over an amount that was typed before."""
        if self._quiet:
            return
        self._typed = False
        self._count()
        self.changed.emit()
