"""Joins F7 to its services: exchange, news, exceptions, reconciliation; imported when F7 is first opened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from desk_app.app.at_hand import AtHand, lay
from desk_app.app.home import paper_maker
from desk_app.domain.desk import Desk
from desk_app.domain.news import ThingKind
from desk_app.domain.ports import Clock
from desk_app.machine.paths import brought
from desk_app.services import local_settings
from desk_app.services.exchange_all import exchange_all
from desk_app.storage.published import PublishedFiles
from desk_app.storage.store import Store

if TYPE_CHECKING:
    from desk_app.domain.superior import Progress, SyncState
    from desk_app.sync.superior_api import HttpSuperior


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsWiring:
    """What the exchange of one desk stands on; `rules` None: nobody is at the window, nothing need be laid anew."""

    store: Store
    desk: Desk
    folder: Path
    clock: Clock
    superior: Callable[[], HttpSuperior]
    rules: AtHand | None = None

    def sync(self, tell: Callable[[Progress], None]) -> SyncState:
        """Exchange, then fetch what was published; on the line's lane."""
        from desk_app.sync.above import HttpAbove  # requests: 0.2 s that the window must not wait for

        superior = self.superior()
        return exchange_all(
            store=self.store,
            superior=superior,
            above=partial(HttpAbove, superior.asking),
            shelves=self.shelves,
            clock=self.clock,
            progress=tell,
            use=self._use,
        )

    def shelves(self) -> PublishedFiles:
        """Return where published documents are kept."""
        return PublishedFiles(self.folder, brought("resources"), self._check_forms)

    def _check_forms(self, forms: object) -> object:
        papers = paper_maker()
        assert isinstance(forms, tuple), "texts of forms"
        return [papers.forms.checked(text, f"#{n}") for n, text in enumerate(forms, 1)]

    def _use(self, come: tuple[ThingKind, ...]) -> None:
        """Go by what has come from now on, where its day has begun; received cases keep theirs."""
        del come
        if self.rules is not None:
            settings = local_settings.read_settings(store=self.store)
            self.rules.use(lay(self.desk, self.clock, self.folder, settings))
