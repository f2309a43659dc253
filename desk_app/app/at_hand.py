"""The rules that new cases go by now; screens hold on to these while what is behind them is exchanged."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desk_app.app.home import paper_maker, rules_for
from desk_app.domain.calendar import Calendar
from desk_app.domain.desk import Desk
from desk_app.domain.fee import FeeTable
from desk_app.domain.news import ThingKind
from desk_app.domain.ports import Catalogue, Clock
from desk_app.domain.procedure import Procedure, ProcedureTexts
from desk_app.domain.settings import Settings
from desk_app.domain.time_rules import TimeRules
from desk_app.machine.paths import brought
from desk_app.services.receive_case import Rules
from desk_app.storage.catalogue import FileCatalogue
from desk_app.storage.published import published_forms

if TYPE_CHECKING:
    from desk_app.printing.papers import PdfPapers


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """Settings and the rules made with them; exchanged as one, so no act sees half of each."""

    settings: Settings
    catalogue: FileCatalogue
    rules: Rules
    published: tuple[str, ...] = ()  # forms that the superior published, as JSON texts
    own_fees: Mapping[str, int] = field(default_factory=dict)  # the commune's, by procedure code, đồng


def lay(desk: Desk, clock: Clock, folder: Path, settings: Settings) -> Laid:
    """Return the rules with settings laid over; reads the catalogue's and the calendar's files."""
    rules = rules_for(desk, clock, folder, settings)
    assert isinstance(rules.catalogue, FileCatalogue), "rules_for reads files"
    return Laid(
        settings=settings,
        catalogue=rules.catalogue,
        rules=rules,
        published=published_forms(folder / ThingKind.FORMS),
        own_fees=desk.fees | settings.fees,
    )


class AtHand(Rules):
    """Rules whose parts are always those of the newest settings; cases received before keep their own."""

    __slots__ = ("_catalogue", "_drawn_with", "_fees", "_laid")
    _catalogue: CatalogueAtHand
    _drawn_with: tuple[tuple[str, ...], tuple[str, ...]] | None
    _fees: tuple[Laid, FeeTable] | None
    _laid: Laid

    def __init__(self, laid: Laid) -> None:
        # Rules is frozen: what is exchanged is what stands behind its fields
        object.__setattr__(self, "_laid", laid)
        object.__setattr__(self, "_catalogue", CatalogueAtHand(self))
        object.__setattr__(self, "_drawn_with", None)
        object.__setattr__(self, "_fees", None)

    @property
    def laid(self) -> Laid:
        """Return what is in force now."""
        return self._laid

    def use(self, laid: Laid) -> None:
        """Go by other settings from now on; may be called on any lane."""
        object.__setattr__(self, "_laid", laid)

    def fees(self) -> FeeTable:
        """Return the fee rows that concern this commune, its own laid over; the first to ask reads the files.

        Raises:
            FeeTableUnreadable: names the file, the row and the fault.
        """
        from desk_app.storage.fee_tables import read_fee_table

        laid, read = self.laid, self._fees
        if read is None or read[0] is not laid:
            area = laid.settings.fee_area
            table = read_fee_table(
                brought("resources") / "fees",
                province=area.province,
                former_province=area.former_province,
                own=laid.own_fees,
            )
            read = (laid, table)
            object.__setattr__(self, "_fees", read)
        return read[1]

    def papers(self) -> PdfPapers:
        """Return the drawer of papers with the published forms and the commune's own; for lanes that draw."""
        papers, laid = paper_maker(), self.laid
        forms = (laid.published, tuple(laid.settings.forms.values()))
        if self._drawn_with != forms:
            papers.use_published(laid.published)
            papers.use_overrides(forms[1])
            object.__setattr__(self, "_drawn_with", forms)
        return papers

    @property
    def catalogue(self) -> Catalogue:
        return self._catalogue

    @property
    def calendar(self) -> Calendar:
        return self.laid.rules.calendar

    @property
    def form_set_on(self) -> Callable[[date], str]:
        return self.laid.rules.form_set_on

    @property
    def texts(self) -> Callable[[int, str], ProcedureTexts]:
        return self.laid.rules.texts

    @property
    def time_rules(self) -> TimeRules:
        return self.laid.rules.time_rules

    @property
    def pinned_rules(self) -> Callable[[int], TimeRules]:
        return self.laid.rules.pinned_rules

    @property
    def pinned_procedure(self) -> Callable[[int, str], Procedure]:
        return self.laid.rules.pinned_procedure


class CatalogueAtHand:
    """The catalogue in force now, with the commune's newest edits."""

    def __init__(self, rules: AtHand) -> None:
        self._rules = rules

    @property
    def version(self) -> int:
        """Return the version of the catalogue in force."""
        return self._rules.laid.catalogue.version

    def get(self, code: str) -> Procedure:
        """Return a procedure, or raise UnknownProcedure."""
        return self._rules.laid.catalogue.get(code)

    def published(self, code: str) -> Procedure:
        """Return a procedure without the commune's edits, or raise UnknownProcedure."""
        return self._rules.laid.catalogue.published(code)

    def search(self, words: str, limit: int = 20) -> list[Procedure]:
        """Return what fits, best first."""
        return self._rules.laid.catalogue.search(words, limit)
