"""An act under way: its form, the paper as it would be, and the one key that does it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desk_app.domain.deed import ASKED_FIRST, Deed, act_title, paper_of
from desk_app.domain.errors import DeskError
from desk_app.domain.slip import SlipKind
from desk_app.services.act_help import ActHelp
from desk_app.services.preview_act import Foreseen
from desk_app.ui.case.acts.afterwards import afterwards
from desk_app.ui.case.acts.form import ActForm
from desk_app.ui.case.acts.paper_view import PaperView
from desk_app.ui.jobs import Jobs, Lane
from desk_app.ui.key_cap import KeyButton
from desk_app.ui.keys import on_key
from desk_app.ui.names import slip_name
from desk_app.ui.parts import Card, beside, label, show_state
from desk_app.ui.wording import sentence, worded

PREVIEW_AFTER_MS = 200
PREVIEW_PX = 620


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelServices:
    """What an act asks for; both run on lanes."""

    preview: Callable[[str, Deed, int], Foreseen]
    do: Callable[[str, Deed], SlipKind | None]


class ActPanel(QWidget):
    """Lives as long as one act: made when it is chosen, gone when it is done or left."""

    left = Signal()
    failed = Signal(str)
    done = Signal(str, object)  # the sentence, and which paper it gave (SlipKind or None)

    def __init__(self, jobs: Jobs, services: PanelServices, form_type: type[ActForm], help_: ActHelp) -> None:
        super().__init__()
        self._jobs, self._services, self._case = jobs, services, help_.case
        self._busy = False
        self.form = form_type(help_)
        self.name = worded(act_title(form_type.act))
        self.after, self.missing = label("", "muted", wrap=True), label("", "complete", wrap=True)
        show_state(self.missing, "missing")
        self.go = KeyButton(self.name, "F9", name="primary")
        self.back = KeyButton(self.tr("Quay lại"), "Esc")
        caution = worded(form_type.caution) if form_type.caution else ""
        self.question = label(caution.format(code=help_.case.code), "strong", wrap=True)
        self.sure = KeyButton(self.name, "Ctrl+Enter", name="danger")
        self.view, self.paper_name = PaperView(), label("", "heading")
        self._lay_out()
        self._later = QTimer(self, singleShot=True, interval=PREVIEW_AFTER_MS)
        self._later.timeout.connect(self._preview)
        self.form.changed.connect(self._on_edited)
        self.go.clicked.connect(self.press)
        self.sure.clicked.connect(self._do)
        self.back.clicked.connect(self.step_back)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            on_key(keys, self, self._on_sure)
        self._ask(sure=False)
        self._preview()

    def begin(self) -> None:
        """Put the cursor where the clerk begins."""
        self.form.first().setFocus()

    @Slot()
    def press(self) -> None:
        """F9: do it; what ends the case asks first."""
        if self.form.act not in ASKED_FIRST:
            self._do()
        elif not self._asking and not self._busy:
            self._try_first()

    @Slot()
    def step_back(self) -> None:
        """Esc: from the question to the form, from the form to the page."""
        if self._asking:
            self._ask(sure=False)
            self.begin()
        elif not self._busy:
            self.left.emit()

    def _lay_out(self) -> None:
        card = Card(self.name)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setWidget(self.form)
        scroll.viewport().setObjectName("white")
        self.form.setObjectName("white")
        card.body.addWidget(scroll, 1)
        for part in (self.missing, self.after, self.question):
            card.body.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(9)
        row.addWidget(self.go, 1)
        row.addWidget(self.sure, 1)
        row.addWidget(self.back)
        card.body.addLayout(row)
        self.picture = Card()
        self.picture.body.addWidget(self.paper_name)
        self.picture.body.addWidget(self.view, 1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(beside((card, 60), (self.picture, 40), spacing=12))
        paper = paper_of(self.form.act)
        self.picture.setVisible(paper is not None)
        if paper is not None:
            self._name_paper(paper)
            self.go.setText(self.tr("{act}, in giấy").format(act=self.name))

    def _name_paper(self, paper: SlipKind) -> None:
        self.paper_name.setText(self.tr("{paper} – XEM TRƯỚC").format(paper=slip_name(paper).upper()))

    @Slot()
    def _on_edited(self) -> None:
        self._ask(sure=False)
        self._later.start()

    @Slot()
    def _on_sure(self) -> None:
        if self._asking:
            self._do()

    def _ask(self, *, sure: bool) -> None:
        self._asking = sure
        self.question.setVisible(sure)
        self.sure.setVisible(sure)
        self.go.setVisible(not sure)
        if sure:
            self.back.setFocus()  # Enter by habit must not end a case

    def _read(self) -> Deed | None:
        try:
            return self.form.deed()
        except DeskError as error:
            self._show_missing(error)
            return None

    @Slot()
    def _preview(self) -> None:
        deed = self._read()
        if deed is not None:
            self._ask_for_preview(deed, self._show_foreseen, self._show_missing)

    def _ask_for_preview(
        self, deed: Deed, done: Callable[[Foreseen], None], failed: Callable[[DeskError], None]
    ) -> None:
        self._jobs.run(
            Lane.READ,
            lambda: self._services.preview(self._case.code, deed, PREVIEW_PX),
            owner=self,
            done=done,
            failed=failed,
            latest="preview",
        )

    def _show_foreseen(self, foreseen: Foreseen) -> None:
        self.missing.setVisible(False)
        self.after.setText(afterwards(self._case, foreseen.case))
        self.after.setVisible(True)
        self.picture.setVisible(foreseen.paper is not None)  # a second forwarding gives none
        if foreseen.paper is not None:
            self._name_paper(foreseen.paper)  # half a supplement gives another paper than a whole one
            self.view.show_page(foreseen.png)
        else:
            self.go.setText(self.name)

    def _show_missing(self, error: DeskError) -> None:
        self.view.clear_page()  # an old paper beside a form that gives none would be believed
        self.missing.setText(sentence(error))
        self.missing.setVisible(True)
        self.after.setVisible(False)

    def _try_first(self) -> None:
        """Ask only what can be done: nobody confirms twice because a reason was missing."""
        self._later.stop()  # a preview that is due would take this one's place, and F9 would do nothing
        deed = self._read()
        if deed is None:
            self.failed.emit(self.missing.text())
            return
        self._ask_for_preview(deed, self._on_tried, self._on_failed)

    def _on_tried(self, foreseen: Foreseen) -> None:
        self._show_foreseen(foreseen)
        self._ask(sure=True)

    @Slot()
    def _do(self) -> None:
        deed = None if self._busy else self._read()
        if deed is None:
            if not self._busy:
                self.failed.emit(self.missing.text())
            return
        self._busy = True
        self._jobs.forget(self, "preview")
        self._jobs.run(
            Lane.WRITE,
            lambda: self._services.do(self._case.code, deed),
            owner=self,
            done=self._on_done,
            failed=self._on_failed,
        )

    def _on_done(self, paper: SlipKind | None) -> None:
        self.done.emit(worded(self.form.told(paper)).format(code=self._case.code), paper)

    def _on_failed(self, error: DeskError) -> None:
        self._busy = False
        self._ask(sure=False)
        self._show_missing(error)
        self.failed.emit(sentence(error))
        self.begin()
