"""Joins the recovery's page and F7 to the superior; imported when first used."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path

from desk_app.app.home import Home
from desk_app.app.recovering import LONGEST_WAIT_S, Back, Burnt, NewMachine, rebase_desk
from desk_app.domain.recovery import Pulled, Rebased
from desk_app.machine.paths import AUTHORITY_FILE
from desk_app.sync.recovery_api import HttpRecovery
from desk_app.sync.superior_api import HttpSuperior
from desk_app.ui.set_up.recover_card import RecoverForm

Tell = Callable[[object], None]


class Recovering:
    """What runs on the lane of the line and can be cut from the window's thread."""

    def __init__(self, home: Home) -> None:
        self._home = home
        own = home.folder / AUTHORITY_FILE
        self._source, self._superior = HttpRecovery(authority=own), HttpSuperior(authority=own)
        self._over = threading.Event()
        self._machine: NewMachine | None = None

    def cut(self) -> None:
        """End what is under way; it raises LineCut."""
        self._over.set()
        self._source.cut()
        self._superior.cut()

    def trust_anew(self) -> None:
        """Go by the authority's file as it is now; a recovery that was cut goes on from where it is."""
        for one in (self._source, self._superior):
            one.trust_anew()

    def recover(self, form: RecoverForm, tell: Tell) -> Back:
        """Make this machine the desk of the form, not yet in its place; after a cut the same call goes on.

        Raises:
            DeskError: see NewMachine.go_on.
        """
        asked = Burnt(
            url=form.url,
            code=form.code,
            agency_code=form.agency_code,
            desk=form.desk,
            words=form.words,
            first=form.first,
            passphrase=form.passphrase,
        )
        self._machine = self._machine or NewMachine(self._home, self._source, self._wait)
        return self._machine.go_on(asked, tell)

    def rebase(
        self, login: str, passphrase: str, slip: tuple[str, str] | None, tell: Callable[[Pulled], None]
    ) -> tuple[Rebased, Path | None]:
        """Bring a restored or copied disk back onto its superior's log, while the window has the store closed.

        Raises:
            DeskError: see rebase_desk; the old store is in its place.
        """
        return rebase_desk(
            self._home,
            login,
            passphrase,
            slip=slip,
            superior=self._superior,
            source=self._source,
            progress=tell,
            wait=self._wait,
        )

    def _wait(self, tries: int) -> None:
        self._over.wait(min(LONGEST_WAIT_S, 2.0 ** (tries - 1)))
