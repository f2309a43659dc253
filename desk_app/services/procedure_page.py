"""The catalogue page of one procedure."""

from __future__ import annotations

from datetime import date

from desk_app.domain.fee import FeeKind, FeeTable
from desk_app.domain.local_edits import LocalEdit
from desk_app.domain.ports import Catalogue
from desk_app.domain.procedure_facts import ProcedurePage
from desk_app.domain.settings import Settings
from desk_app.domain.words import Words
from desk_app.services.local_settings import Published

NO_NAME = Words("Phí, lệ phí")  # where several fees are taken as one amount, nobody can say which it was


def procedure_page(
    code: str, *, catalogue: Catalogue, published: Published, settings: Settings, fees: FeeTable, day: date
) -> ProcedurePage:
    """Return what the page shows; `fees` have the commune's own amounts.

    Raises:
        UnknownProcedure.
    """
    return ProcedurePage(
        procedure=catalogue.get(code),
        published=published.published(code),
        edit=settings.edits.of(code) or LocalEdit(code=code),
        own_at_once=code in settings.at_once,
        fee_rows=fees.rows_of(code, day),
    )


def fee_name(code: str, day: date, *, fees: FeeTable) -> tuple[str, FeeKind]:
    """Return what a fee of a procedure is called on a biên lai, and which of the two it is."""
    rows = fees.rows_of(code, day)
    names = {row.name for row in rows}
    if len(names) == 1:
        return rows[0].name, rows[0].kind
    kinds = {row.kind for row in rows}
    return NO_NAME, kinds.pop() if len(kinds) == 1 else FeeKind.CHARGE
