"""Shift+F9 and Ctrl+F9: answer somebody who cannot be received today, with a numbered slip (Mẫu 02, Mẫu 03)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desk_app.domain.case import Intake
from desk_app.domain.changes import Changes
from desk_app.domain.component import Component
from desk_app.domain.errors import DeskError
from desk_app.domain.guidance import Guided
from desk_app.domain.kept_papers import is_shown, must_be_asked_for
from desk_app.domain.lifecycle import ActName
from desk_app.domain.procedure import Procedure
from desk_app.domain.reasons import Reasons
from desk_app.domain.turns import Guidance
from desk_app.domain.words import Words
from desk_app.ui.bulletin import Bulletin
from desk_app.ui.intake.guidance_form import GuidanceForm
from desk_app.ui.intake.guided_list import GuidedList
from desk_app.ui.intake.preview import Preview
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.keys import on_key
from desk_app.ui.parts import Card, label
from desk_app.ui.wording import sentence

PREVIEW_AFTER_MS = 250
PREVIEW_PX = 620


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidanceServices:
    """All but the first two touch the store or the printer and run on lanes."""

    reasons: Reasons
    asking: tuple[str, str]  # whom to ask, and the desk's telephone
    guide: Callable[[ActName, Intake, Guidance], Guided]
    preview: Callable[[ActName, Intake, Guidance, int], bytes]
    print: Callable[[int], None]
    slips_today: Callable[[], list[Guided]]


class GuidanceScreen(QWidget):
    """One slip, and those of the day; a refusal is asked for twice, since it cannot be undone."""

    closed = Signal()
    given = Signal()  # the slip is stored: the form behind it is done with
    hints = (
        ("F9", Words("lập phiếu và in")),
        ("Ctrl+P", Words("in lại phiếu đã lập")),
        ("Esc", Words("quay lại, giữ hồ sơ đang nhập")),
    )

    def __init__(self, jobs: Jobs, bulletin: Bulletin, services: GuidanceServices) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._jobs, self._bulletin, self._services = jobs, bulletin, services
        self._act = ActName.REQUEST_COMPLETION
        self._intake: Intake | None = None
        self._giving, self._confirmed = False, False
        self.form, self.slips, self.preview = GuidanceForm(), GuidedList(), Preview()
        self.go, self.back = QPushButton(), QPushButton(self.tr("Quay lại  Esc"))
        self.go.setObjectName("primary")
        self._lay_out()
        self._timer = QTimer(self, singleShot=True, interval=PREVIEW_AFTER_MS)
        self._timer.timeout.connect(self._ask_preview)
        self.form.changed.connect(self._on_changed)
        self.slips.print_asked.connect(self._print)
        self.closed.connect(self._forget)
        self.go.clicked.connect(self.give)
        self.back.clicked.connect(self.closed)
        on_key("F9", self, self.give)
        on_key("Esc", self, self.closed.emit)
        on_key("Ctrl+P", self, self.slips.ask)

    def begin(self, act: ActName, intake: Intake, procedure: Procedure) -> None:
        """Begin a slip for whoever stands in the intake form."""
        self._act, self._intake, self._giving = act, intake, False
        completion = act is ActName.REQUEST_COMPLETION
        reasons = self._services.reasons
        self.form.begin(
            self.tr("YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ – MẪU 02")
            if completion
            else self.tr("TỪ CHỐI TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ – MẪU 03"),
            intake.applicant.name or self.tr("(chưa có họ tên)"),
            procedure.name,
            reasons.completion if completion else reasons.refusal,
            self._services.asking,
        )
        papers = _papers(intake, procedure)
        self.form.offer_papers(papers if completion else ())
        if completion and any(asked for _, asked in papers):
            self.form.reason.setText(reasons.completion[0])
        self.preview.clear_page()
        self.preview.setText("")
        self._on_changed()
        self._read_slips()
        (self.form.common if not self.form.reason.text() else self.form.reason).setFocus()

    @Slot()
    def give(self) -> None:
        """Store the slip, then print it."""
        intake = self._intake
        if intake is None or self._giving:
            return
        told, act = self.form.told(), self._act
        if act is ActName.NOT_RECEIVE and not self._confirmed and told.reason:
            self._confirmed = True
            self._say()
            return
        self._giving = True
        self._jobs.run(
            Lane.WRITE,
            lambda: self._services.guide(act, intake, told),
            owner=self,
            done=self._on_given,
            failed=self._on_not_given,
        )

    def _lay_out(self) -> None:
        picture = Card()
        picture.body.addWidget(label(self.tr("XEM TRƯỚC"), "heading"))
        picture.body.addWidget(self.preview, 1)
        right = QVBoxLayout()
        right.setSpacing(12)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        buttons.addWidget(self.back, 1)
        buttons.addWidget(self.go, 2)
        right.addWidget(picture, 3)
        right.addWidget(self.slips, 1)
        right.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 14, 14, 14)
        row.setSpacing(12)
        row.addWidget(self.form, 52)
        row.addLayout(right, 48)

    @Slot()
    def _on_changed(self) -> None:
        self._confirmed = False
        self._say()
        self._timer.start()

    def _say(self) -> None:
        if self._act is ActName.REQUEST_COMPLETION:
            self.go.setText(self.tr("Lập phiếu bổ sung và in   F9"))
        elif self._confirmed:
            self.go.setText(self.tr("Bấm F9 lần nữa: từ chối, không hoàn tác được"))
        else:
            self.go.setText(self.tr("Từ chối và in   F9"))

    @Slot()
    def _ask_preview(self) -> None:
        intake, told, act = self._intake, self.form.told(), self._act
        if intake is not None and self.isVisible():
            self._jobs.run(
                Lane.READ,
                lambda: self._services.preview(act, intake, told, PREVIEW_PX),
                owner=self,
                done=self.preview.show_page,
                failed=self._on_failed,
                latest="preview",
            )

    def _read_slips(self) -> None:
        self._jobs.run(
            Lane.READ,
            self._services.slips_today,
            owner=self,
            done=self.slips.show_slips,
            failed=self._on_failed,
            latest="slips",
        )

    def _on_given(self, guided: Guided) -> None:
        self._giving = False
        self._forget()
        self.given.emit()
        number = guided.slip_number
        told = (
            self.tr("Đã lập phiếu yêu cầu bổ sung số {n}.").format(n=number)
            if self._act is ActName.REQUEST_COMPLETION
            else self.tr("Đã lập phiếu từ chối số {n}.").format(n=number)
        )
        self._bulletin.told.emit(told)
        self._bulletin.changed.emit(Changes(sync=True))
        self._print(guided.seq)

    @Slot()
    def _forget(self) -> None:
        """Keep nothing of whoever was answered: the next one must not meet it."""
        self._intake = None
        self._jobs.forget(self, "preview")
        self.preview.clear_page()
        self.form.begin("", "", "", (), ("", ""))
        self.form.offer_papers(())
        self._timer.stop()

    @Slot(int)
    def _print(self, seq: int) -> None:
        self._jobs.run(
            Lane.PRINT,
            lambda: self._services.print(seq),
            owner=self,
            done=lambda _none: self._read_slips(),
            failed=self._on_failed,
        )

    def _on_not_given(self, error: DeskError) -> None:
        self._giving, self._confirmed = False, False
        self._say()
        self._on_failed(error)

    def _on_failed(self, error: DeskError) -> None:
        self._bulletin.failed.emit(sentence(error))


def _papers(intake: Intake, procedure: Procedure) -> list[tuple[Component, bool]]:
    """Return the papers that can be asked for, each with whether it is missing; those that are shown last."""
    there = {paper.name for paper in intake.components}
    offered = [
        (
            Component(name=one.name, originals=one.originals or int(not one.copies), copies=one.copies),
            must_be_asked_for(one) and one.name not in there,
            is_shown(one),
        )
        for one in procedure.components
    ]
    offered.sort(key=lambda paper: (not paper[1], paper[2]))
    return [(paper, asked) for paper, asked, _ in offered]
