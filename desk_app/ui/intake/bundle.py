"""Several procedures of one person in one go: the applicant stays, the receipts are printed together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desk_app.domain.changes import Changes
from desk_app.domain.errors import DeskError
from desk_app.domain.received import Received
from desk_app.ui.bulletin import Bulletin
from desk_app.ui.intake.form_state import FormState
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.keys import on_key
from desk_app.ui.parts import label
from desk_app.ui.wording import sentence

# what belongs to the person and not to one of his cases
PERSON = ("kind", "id_kind", "id", "name", "born", "sex", "address", "phone", "email", "identity_check", "role",
          "submitter_name", "submitter_id", "return_method", "return_address")  # fmt: skip


class BundleLine(QWidget):
    """The switch, and what has been received for this person so far."""

    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.keep = QCheckBox(self.tr("Giữ người nộp, nhận tiếp thủ tục khác  Ctrl+K"))
        self.so_far = label("", "muted", wrap=True)
        self.done = QPushButton(self.tr("In chung và xong  Ctrl+P"))
        row = QHBoxLayout()
        row.addWidget(self.so_far, 1)
        row.addWidget(self.done)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.keep)
        box.addLayout(row)
        self.done.clicked.connect(self.finished)
        self.show_codes([])

    def show_codes(self, codes: list[str]) -> None:
        """Say what has been received."""
        self.so_far.setVisible(bool(codes))
        self.done.setVisible(bool(codes))
        tails = ", ".join(code.rpartition("-")[2] for code in codes)
        self.so_far.setText(
            self.tr("Đã nhận {n} hồ sơ: {codes}", n=len(codes)).format(n=len(codes), codes=tails)
        )


class Bundle(QObject):
    """Told of every case that was received; `running` says that its receipt waits for the others."""

    def __init__(
        self,
        jobs: Jobs,
        bulletin: Bulletin,
        form: tuple[Callable[[], FormState], Callable[[FormState], None], Callable[[], None]],
        print_together: Callable[[list[str]], int],
        screen: QWidget,
    ) -> None:
        """Let `form` be: what stands in it, fill it, go to its procedure."""
        super().__init__(screen)
        self._jobs, self._bulletin, self._print = jobs, bulletin, print_together
        self._state, self._show_form, self._to_procedure = form
        self._person: dict[str, Any] = {}
        self._receiving = False
        self.codes: list[str] = []
        self.line = BundleLine()
        self.line.finished.connect(self.finish)
        on_key("Ctrl+K", screen, self.line.keep.toggle)
        on_key("Ctrl+P", screen, self.finish)

    @property
    def running(self) -> bool:
        """Return whether receipts are printed together; read on other lanes too."""
        return self.line.keep.isChecked() or bool(self.codes)

    @Slot()
    def on_changed(self) -> None:
        """End when somebody else stands in the form, or nobody: two persons' papers never come as one job."""
        if self.codes and not self._receiving and not self._is_same():
            self.finish()

    def next_form(self, before: FormState) -> FormState:
        """Return the form that follows a case which was just received: with its applicant, or empty."""
        self._receiving = True  # until `on_received`: the emptied form does not end the bundle
        if not self.line.keep.isChecked():
            return FormState()
        self._person = {name: getattr(before, name) for name in PERSON}
        return replace(FormState(), **self._person)

    @Slot(Received)
    def on_received(self, received: Received) -> None:
        """Count the case; the first one without the switch is the last of the bundle."""
        self._receiving = False
        if not self.running:
            return
        self.codes.append(received.case_code)
        if self.line.keep.isChecked():
            self.line.show_codes(self.codes)
            self._to_procedure()
        else:
            self._send()

    @Slot()
    def finish(self) -> None:
        """Print what there is, and take the next person."""
        if self.codes:
            same = self._is_same()
            self._send()
            if same:
                self._show_form(FormState())

    def _is_same(self) -> bool:
        state = self._state()
        return all(getattr(state, name) == self._person.get(name) for name in ("id", "name"))

    def _send(self) -> None:
        codes, self.codes, self._person = self.codes, [], {}
        self.line.keep.setChecked(False)
        self.line.show_codes([])
        self._jobs.run(
            Lane.PRINT,
            lambda: self._print(codes),
            owner=self,
            done=self._on_printed,
            failed=self._on_failed,
        )

    def _on_printed(self, many: int) -> None:
        if many:
            self._bulletin.told.emit(self.tr("Đã in chung {n} giấy tiếp nhận.", n=many).format(n=many))
        self._bulletin.changed.emit(Changes(cases=True))

    def _on_failed(self, error: DeskError) -> None:
        self._bulletin.failed.emit(sentence(error))
