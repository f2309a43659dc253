"""One step of the end of a day: a mark, its name, how it came out, the key that does it alone."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from desk_app.domain.day_steps import Outcome, StepState
from desk_app.domain.superior import Progress
from desk_app.domain.words import Words
from desk_app.ui.key_cap import KeyButton
from desk_app.ui.parts import label, name_style, never_focused
from desk_app.ui.sending import said_of, show_on
from desk_app.ui.wording import worded

MARKS = {
    StepState.WAITING: ("☐", "muted", Words("chờ")),
    StepState.RUNNING: ("→", "strong", Words("đang làm")),
    StepState.DONE: ("✓", "stepDone", Words("xong")),
    StepState.ODD: ("!", "stepOdd", Words("xong, cần xem")),
    StepState.FAILED: ("✗", "stepWrong", Words("chưa được")),
    StepState.SKIPPED: ("–", "stepOdd", Words("bỏ qua")),
}
SAID_STYLES = {StepState.FAILED: "wrong", StepState.ODD: "odd", StepState.DONE: "good"}


class StepRow(QWidget):
    """`alone` does the step by itself; `below` has room for what the step asks."""

    def __init__(self, name: str, key: str) -> None:
        super().__init__()
        self._name = name
        self.mark, self.name = label("☐", "muted"), label(name, "stepName", wrap=True)
        self.mark.setFixedWidth(16)
        self.said = label("", "muted", wrap=True)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.alone = KeyButton("", key, name="small")
        never_focused(self.alone)
        self.alone.setText(self.tr("Làm"))
        self.below = QVBoxLayout()
        self.below.setContentsMargins(24, 0, 0, 0)
        self.below.setSpacing(3)
        for part in (self.said, self.progress):
            self.below.addWidget(part)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.mark)
        head.addWidget(self.name, 1)
        head.addWidget(self.alone)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 1, 0, 1)
        box.setSpacing(1)
        box.addLayout(head)
        box.addLayout(self.below)
        self.show_outcome(Outcome(state=StepState.WAITING))

    def rename(self, name: str) -> None:
        """Call the step by what it does today: closing, or an addition."""
        self._name = name
        self.name.setText(name)
        self.setAccessibleName(name)

    def show_outcome(self, outcome: Outcome) -> None:
        """Show how the step stands; the colour only repeats what mark and words say."""
        mark, style, state = MARKS[outcome.state]
        self.mark.setText(mark)
        name_style(self.mark, style)
        name_style(self.name, "strong" if outcome.state is StepState.RUNNING else "stepName")
        self.say(worded(outcome.said), SAID_STYLES.get(outcome.state, "muted"))
        self.mark.setAccessibleName(worded(state))
        self.setAccessibleName(f"{self._name}: {worded(state)}")
        self.progress.hide()

    def show_progress(self, progress: Progress) -> None:
        """Show how far an exchange is, and whether the line is away."""
        show_on(self.progress, progress)
        self.progress.show()
        self.say(self.tr("{doing} · Esc dừng").format(doing=worded(said_of(progress))), "muted")

    def say(self, text: str, style: str = "muted") -> None:
        """Say something below the name."""
        name_style(self.said, style)
        self.said.setText(text)
        self.said.setVisible(bool(text))
