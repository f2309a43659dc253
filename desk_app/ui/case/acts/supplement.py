"""Ask for what is missing (Mẫu 02), take it when it comes, all or a part, or do without the rest."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desk_app.domain.deed import Brought, Deed, Note
from desk_app.domain.lifecycle import ActName
from desk_app.domain.slip import SlipKind
from desk_app.domain.turns import STAGE_NAMES, Stage, Supplement
from desk_app.domain.words import Words
from desk_app.ui.case.acts.form import ActForm, ticked
from desk_app.ui.intake.form_state import Paper
from desk_app.ui.key_cap import KeyButton
from desk_app.ui.keys import on_key
from desk_app.ui.parts import field
from desk_app.ui.wording import worded


class RequestSupplementForm(ActForm):
    """The procedure's papers stand there, none ticked: the clerk ticks what the citizen must bring."""

    act = ActName.REQUEST_SUPPLEMENT
    said = Words("Đã yêu cầu bổ sung hồ sơ {code}; thời hạn dừng tính.")

    def lay_out(self) -> None:
        self.reason = self.text(self.tr("Lý do yêu cầu bổ sung"), lines=2)
        self.stage = self.choice(self.tr("Ở bước"), [(stage, name) for stage, name in STAGE_NAMES.items()])
        self.stage.setCurrentIndex(self.stage.findData(Stage.APPRAISAL.value))
        self.leader = self.bare_line()
        self.again = self.shown_when(
            field(self.tr("Đã yêu cầu ở bước này; lãnh đạo đồng ý yêu cầu lại"), self.leader)
        )
        offered = self.help.procedure.components
        self.table = self.papers(
            [Paper(name=p.name, originals=p.originals or int(not p.copies), copies=p.copies) for p in offered]
        )
        add = KeyButton(self.tr("+ Giấy tờ"), "Ctrl+G")
        add.setAccessibleName(self.tr("Thêm giấy tờ"))
        add.clicked.connect(self.table.add_typed)
        self.body.addWidget(add)
        self.note(self.help.supplement.sentence, "odd" if self.help.supplement.late else "muted")
        on_key("Ctrl+G", self, self.table.add_typed)
        self.stage.currentIndexChanged.connect(self._on_stage)
        self._on_stage()

    def first(self) -> QWidget:
        return self.reason

    def deed(self) -> Deed:
        asked = Supplement(
            papers=ticked(self.table),
            reason=self.reason.text(),
            stage=Stage(self.stage.currentData()),
            leader=self.leader.text(),
        )
        return Deed(act=self.act, given=asked)

    def _on_stage(self) -> None:
        asked_before = any(one.stage == self.stage.currentData() for one in self.help.case.supplements)
        self.again.setVisible(asked_before)


class TakeSupplementForm(ActForm):
    """What is still to come is ticked; the clerk unticks what did not come, and the case waits for it."""

    act = ActName.TAKE_SUPPLEMENT
    said = Words("Đã nhận bổ sung hồ sơ {code}; hồ sơ được giải quyết tiếp.")
    said_of_part = Words("Đã nhận một phần bổ sung hồ sơ {code}; hồ sơ vẫn chờ giấy tờ còn thiếu.")

    def lay_out(self) -> None:
        asked = self.help.case.supplements[-1]
        self.note(self.tr("Đã yêu cầu: {reason}").format(reason=asked.reason))
        show_parts(self, asked)
        self.table = self.papers(
            [
                Paper(name=p.name, originals=p.originals, copies=p.copies, handed_in=True)
                for p in asked.missing
            ]
        )
        self.note(self.tr("Bỏ dấu giấy tờ chưa có: hồ sơ vẫn chờ bổ sung, thời hạn chưa tính lại."))
        add = KeyButton(self.tr("+ Giấy tờ"), "Ctrl+G")
        add.setAccessibleName(self.tr("Thêm giấy tờ"))
        add.clicked.connect(self.table.add_typed)
        self.body.addWidget(add)
        on_key("Ctrl+G", self, self.table.add_typed)

    def first(self) -> QWidget:
        return self.table

    def deed(self) -> Deed:
        return Deed(act=self.act, given=Brought(papers=ticked(self.table)))

    def told(self, paper: SlipKind | None) -> Words:
        return self.said_of_part if paper is SlipKind.SUPPLEMENT_PART else self.said


class DoWithoutForm(ActForm):
    """What has not come is listed; whoever processes the case says why it can go on without."""

    act = ActName.DO_WITHOUT
    said = Words("Hồ sơ {code} không cần bổ sung nữa, được giải quyết tiếp.")

    def lay_out(self) -> None:
        asked = self.help.case.supplements[-1]
        show_parts(self, asked)
        for paper in asked.missing:
            self.note(self.tr("Còn thiếu: {paper}").format(paper=paper.name), "odd")
        self.reason = self.text(self.tr("Lý do không cần giấy tờ còn thiếu"))

    def deed(self) -> Deed:
        return Deed(act=self.act, given=Note(text=self.reason.text()))


def show_parts(form: ActForm, asked: Supplement) -> None:
    """Add what came before to a form, ticked, a line a paper."""
    for part in asked.parts:
        for paper in part.papers:
            day = f"{part.at:%d/%m/%Y}" if part.at else ""
            form.note(worded(Words("✓ {paper} (đã nhận {day})", paper=paper.name, day=day)))
