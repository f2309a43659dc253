"""What the slip says: why, which papers, whom to ask."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from desk_app.domain.component import Component
from desk_app.domain.turns import Guidance
from desk_app.ui.intake.asked_papers import AskedPapers
from desk_app.ui.parts import Card, beside, boxed, field, label
from desk_app.ui.text_box import TextBox


class GuidanceForm(Card):
    """Asks; knows nothing of storage. Its texts are the citizen's and stay Vietnamese."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent)
        self.heading = label("", "heading")
        self.who = label("", "strong", wrap=True)
        self.what = label("", "muted", wrap=True)
        self.common = QComboBox()
        self.common.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.reason = TextBox(3, 6)
        self.papers = AskedPapers()
        self.guide, self.phone = QLineEdit(), QLineEdit()
        for part in (self.heading, self.who, self.what):
            self.body.addWidget(part)
        self.body.addLayout(field(self.tr("Lý do thường gặp"), self.common))
        self.body.addLayout(field(self.tr("Lý do ghi trên phiếu"), self.reason))
        self.body.addWidget(self.papers, 100)
        guide = field(self.tr("Hỏi ai khi vướng mắc"), self.guide)
        self.asking = boxed(beside((guide, 3), (field(self.tr("Điện thoại"), self.phone), 2)))
        self.body.addWidget(self.asking)
        self.body.addStretch(1)
        self.common.activated.connect(self._on_common)
        self.papers.changed.connect(self.changed)
        self.reason.textChanged.connect(self.changed)
        for line in (self.guide, self.phone, self.papers.typed):
            line.textChanged.connect(self.changed)

    def begin(
        self, heading: str, who: str, what: str, reasons: Sequence[str], asking: tuple[str, str]
    ) -> None:
        """Begin a slip for somebody; `asking` = whom to ask and the telephone."""
        self.heading.setText(heading)
        self.who.setText(who)
        self.what.setText(what)
        self.common.clear()
        self.common.addItem(self.tr("– chọn để chép xuống dưới –"), "")
        for reason in reasons:
            self.common.addItem(reason, reason)
        self.reason.setText("")
        self.guide.setText(asking[0])
        self.phone.setText(asking[1])

    def offer_papers(self, papers: Sequence[tuple[Component, bool]]) -> None:
        """Show the papers; without any (a refusal) nobody is asked for some."""
        self.papers.offer(papers)
        self.papers.setVisible(bool(papers))

    def told(self) -> Guidance:
        """Return what the slip says."""
        return Guidance(
            reason=self.reason.text().strip(),
            papers=self.papers.papers() if not self.papers.isHidden() else (),
            guide=" ".join(self.guide.text().split()),
            phone=" ".join(self.phone.text().split()),
        )

    @Slot()
    def _on_common(self) -> None:
        """Write the chosen reason below what is there, once."""
        chosen, text = str(self.common.currentData()), self.reason.text().strip()
        if chosen and chosen not in text:
            self.reason.setText(f"{text}\n{chosen}".strip())
