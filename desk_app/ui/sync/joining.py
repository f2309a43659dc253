"""What stands below the ladder: the superior's news where the desk is joined to it, else what joins it."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.ui.authority.card import AuthorityCard, AuthorityServices
from desk_app.ui.bulletin import Bulletin
from desk_app.ui.jobs import Jobs
from desk_app.ui.sync.enrolment_card import EnrolmentCard
from desk_app.ui.sync.ladder_card import LadderCard
from desk_app.ui.sync.news_card import NewsCard
from desk_app.ui.sync.rebase_card import RebaseCard


class Joining(QWidget):
    """Shows one card: news, enrolment, a log to be joined again, or a certificate to be looked at.

    Before enrolment its card stands where the news will; after it, when it is asked for. A copied or restored disk is
    only brought back onto its log: enrolled as it is it would be told of a fork.
    """

    left = Signal()  # nothing is to be typed here any more

    def __init__(
        self, jobs: Jobs, bulletin: Bulletin, services: AuthorityServices, ladder: LadderCard
    ) -> None:
        super().__init__()
        self._bulletin, self._ladder = bulletin, ladder
        self._enrolled, self._stopped, self._forked, self._again, self._url = True, False, False, False, ""
        self.news, self.enrolment, self.rebase = NewsCard(), EnrolmentCard(), RebaseCard()
        lines = (self.enrolment.authority, self.rebase.authority, ladder.authority)
        self.authority = AuthorityCard(jobs, services, lines)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        for card in (self.news, self.enrolment, self.rebase, self.authority):
            box.addWidget(card)
        ladder.again.clicked.connect(self._on_again)
        self.enrolment.left.connect(self._on_enrolment_left)
        for wrong in (self.enrolment.wrong, self.rebase.wrong, self.authority.wrong):
            wrong.connect(bulletin.failed)
        self.authority.opened.connect(self._show)
        self.authority.left.connect(self._on_authority_left)
        self.authority.kept.connect(self._on_authority_kept)
        for card in (self.enrolment, self.rebase):  # the ladder has no place yet: shown now it were a window
            card.hide()

    def show_state(self, url: str, *, enrolled: bool, stopped: bool, forked: bool) -> None:
        """Show what a desk in this state needs; `stopped`: it is not to exchange before its logs are joined."""
        self._url, self._enrolled, self._stopped, self._forked = url, enrolled, stopped, forked
        self._show()

    def enrolled(self) -> None:
        """Take that the desk was just enrolled."""
        self.enrolment.code.clear()
        self._again = False

    def _show(self) -> None:
        looking = self.authority.isVisibleTo(self)  # in place of whatever stands there
        enrolling = (not self._enrolled or self._again) and not self._stopped
        self.rebase.begin(self._url, let_in=self._forked)
        self.enrolment.begin(self._url, again=self._enrolled)
        self.rebase.setVisible(self._stopped and not looking)
        self.enrolment.setVisible(enrolling and not looking)
        usual = not (enrolling or self._stopped or looking)
        for part in (self.news, self._ladder):  # of exchanges, which there are none of: its room is needed
            part.setVisible(usual)

    @Slot()
    def _on_again(self) -> None:
        self._again = True
        self._show()
        self.enrolment.url.setFocus()

    @Slot()
    def _on_enrolment_left(self) -> None:
        self._again = False
        self._show()
        self.left.emit()

    @Slot()
    def _on_authority_left(self) -> None:
        """Go back to what was typed, or where nothing is, to the exchange."""
        self._show()
        if self.rebase.isVisibleTo(self):
            (self.rebase.passphrase if self.rebase.code.text() else self.rebase.url).setFocus()
        elif self.enrolment.isVisibleTo(self):
            (self.enrolment.go if self.enrolment.code.text() else self.enrolment.url).setFocus()
        else:
            self.left.emit()

    @Slot(str)
    def _on_authority_kept(self, name: str) -> None:
        self._on_authority_left()
        told = self.tr("Máy này từ nay tin {name}; hãy đăng ký hoặc gửi lại.").format(name=name)
        self._bulletin.told.emit(told)
