"""What a citizen has to pay for one case, line by line, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from desk_app.domain.amount import in_words
from desk_app.domain.errors import FeeCountBelowOne, UnknownExemption, UnknownFeeChoice
from desk_app.domain.fee import Channel, Exemption, FeeBasis, FeeKind, FeeRow, FeeScope, FeeTable
from desk_app.domain.fee_words import Count, counted, multiplied
from desk_app.domain.folding import fold
from desk_app.domain.words import Words

NOT_SET = Words("Chưa có mức thu cho thủ tục này.")
NOT_SET_BY_PROVINCE = Words("Mức thu do Hội đồng nhân dân cấp tỉnh quy định; xã chưa khai.")
NOT_FOR_CHANNEL = Words("Chưa có mức thu cho hình thức nộp này.")
NOT_FOR_CHOICE = Words("Chưa có mức thu cho trường hợp này.")


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeAsked:
    """What decides an amount: `pages` of the original, `copies` of each, `cases` alike; `exemption` an id.

    Raises:
        FeeCountBelowOne: a count is less than 1.
    """

    pages: int = 1
    copies: int = 1
    cases: int = 1
    choice: str = ""
    channel: Channel = Channel.DESK
    exemption: str = ""

    def __post_init__(self) -> None:
        if min(self.pages, self.copies, self.cases) < 1:
            raise FeeCountBelowOne


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeLine:
    """One fee: `amount` in đồng and how it came about; `verified` = read in the instrument itself.

    `row` is the id of the row that set it.
    """

    row: str
    name: str
    kind: FeeKind
    amount: int
    words: str
    instrument: str
    verified: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeLines:
    """All that is known; `total` None = unknown, and `why` says what is missing.

    `lines` of an unknown total are the ones that are known already. `choices`, `exemptions` and `counts` (what is
    multiplied, with its unit) are what may be asked for; `table` is the version of the rows.
    """

    lines: tuple[FeeLine, ...] = ()
    total: int | None = None
    why: str = ""
    exemption: Exemption | None = None
    choices: tuple[str, ...] = ()
    exemptions: tuple[Exemption, ...] = ()
    counts: Mapping[Count, str] = field(default_factory=dict)
    table: str = ""

    @property
    def unknown(self) -> bool:
        """Return whether nobody has set what is to be paid."""
        return self.total is None

    @property
    def words(self) -> str:
        """Return the total as a receipt spells it, empty when it is unknown."""
        return "" if self.total is None else in_words(self.total)

    @property
    def reason(self) -> str:
        """Return why nothing is taken, empty when something is or nothing is known."""
        if self.total != 0:
            return ""
        return self.exemption.words if self.exemption else "; ".join(line.instrument for line in self.lines)


def fee_lines(procedure_code: str, asked: FeeAsked, table: FeeTable, day: date) -> FeeLines:
    """Return what is to be paid by the rows in force on `day`.

    The commune's own rows stand for the whole procedure; else each fee is taken from the nearest table that
    speaks of it. An exemption of any row frees from all fees of its kind: what the law exempts, no
    province charges.

    Raises:
        UnknownFeeChoice, UnknownExemption: the procedure has none of that name.
    """
    rows = table.rows_of(procedure_code, day)
    choices = _once(row.choice for row in rows if row.choice)
    if asked.choice and fold(asked.choice) not in map(fold, choices):
        raise UnknownFeeChoice(
            code=procedure_code, choice=asked.choice, known="; ".join(choices) or "không có"
        )
    offered = _offered(rows, asked.choice, day)
    exemption = _exemption(procedure_code, asked.exemption, offered)
    lines, missing = _lines(rows, asked, exemption)
    return FeeLines(
        lines=lines,
        total=None if missing or not lines else sum(line.amount for line in lines),
        why=missing or ("" if lines else NOT_FOR_CHOICE if rows else NOT_SET),
        exemption=exemption if any(_frees(row, exemption, asked.choice) for row in rows) else None,
        choices=choices,
        exemptions=offered,
        counts=_counts(rows, asked),
        table=table.version,
    )


def together(parts: Iterable[FeeLines]) -> FeeLines:
    """Return one bill for several originals of one procedure; unknown as soon as one of them is.

    An exemption is named when it is the same for all; what may be asked for is what the first one asks.
    """
    parts = tuple(parts)
    if len(parts) == 1:
        return parts[0]
    totals = [part.total for part in parts if part.total is not None]
    known = len(totals) == len(parts) and bool(parts)
    exemptions = {part.exemption for part in parts}
    return FeeLines(
        lines=tuple(line for part in parts for line in part.lines),
        total=sum(totals) if known else None,
        why=next((part.why for part in parts if part.why), "" if known else NOT_SET),
        exemption=exemptions.pop() if len(exemptions) == 1 else None,
        choices=parts[0].choices if parts else (),
        exemptions=parts[0].exemptions if parts else (),
        counts=parts[0].counts if parts else {},
        table=parts[0].table if parts else "",
    )


def _lines(
    rows: tuple[FeeRow, ...], asked: FeeAsked, exemption: Exemption | None
) -> tuple[tuple[FeeLine, ...], str]:
    """Return the lines, and what is missing for the rest."""
    freed = {row.kind for row in rows if _frees(row, exemption, asked.choice)}
    lines, missing = [], ""
    for named in _by_name(rows, asked):
        best = _best(named, asked)
        if exemption and named[0].kind in freed:
            lines.append(_freed(named[0], exemption))
        elif best and best.basis is not FeeBasis.UNSET:
            lines.append(_counted(best, asked))
        else:
            missing = missing or _missing(named, best, asked)
    return tuple(lines), missing


def _by_name(rows: tuple[FeeRow, ...], asked: FeeAsked) -> list[list[FeeRow]]:
    """Return the rows of each fee; the commune's own stand for the whole procedure."""
    own = [row for row in rows if row.scope is FeeScope.COMMUNE and asked.channel in row.channels]
    return [
        [row for row in own or rows if row.name == name] for name in _once(row.name for row in own or rows)
    ]


def _counts(rows: tuple[FeeRow, ...], asked: FeeAsked) -> dict[Count, str]:
    """Return what the rows that decide are multiplied with, in the order in which a clerk counts."""
    best = filter(None, (_best(named, asked) for named in _by_name(rows, asked)))
    found: dict[Count, str] = {}
    for row in best:
        for count, unit in multiplied(row).items():
            found.setdefault(count, unit)
    return {count: found[count] for count in Count if count in found}


def _best(named: list[FeeRow], asked: FeeAsked) -> FeeRow | None:
    fitting = [row for row in named if asked.channel in row.channels and row.fits(asked.choice)]
    return max(fitting, key=lambda row: (row.scope, bool(row.choice), row.valid_from), default=None)


def _missing(named: list[FeeRow], best: FeeRow | None, asked: FeeAsked) -> str:
    """Return why one fee has no amount; empty when it simply has nothing to do with the choice."""
    here = [row for row in named if asked.channel in row.channels]
    if not asked.choice and any(row.choice and row.basis is not FeeBasis.UNSET for row in here):
        choices = "; ".join(_once(row.choice for row in here if row.choice))
        return Words("Chưa chọn trường hợp: {choices}.", choices=choices)
    if best is not None:
        return NOT_SET_BY_PROVINCE
    return "" if here else NOT_FOR_CHANNEL


def _counted(row: FeeRow, asked: FeeAsked) -> FeeLine:
    amount, words = counted(row, pages=asked.pages, copies=asked.copies, cases=asked.cases)
    return FeeLine(
        row=row.id,
        name=row.name,
        kind=row.kind,
        amount=amount,
        words=words,
        instrument=row.instrument,
        verified=row.verified,
    )


def _freed(row: FeeRow, exemption: Exemption) -> FeeLine:
    return FeeLine(
        row=row.id,
        name=row.name,
        kind=row.kind,
        amount=0,
        words=f"Miễn: {exemption.words}",
        instrument=exemption.instrument or row.instrument,
        verified=exemption.verified,
    )


def _offered(rows: tuple[FeeRow, ...], choice: str, day: date) -> tuple[Exemption, ...]:
    """Return the exemptions of a procedure, each once; those that the choice contradicts are left out."""
    fitting = [row for row in rows if not choice or row.fits(choice)]
    excluded = {id_ for row in fitting if choice for id_ in row.excludes}
    found: dict[str, Exemption] = {}
    for exemption in (exemption for row in fitting for exemption in row.exemptions):
        if exemption.in_force(day) and exemption.id not in excluded:
            found.setdefault(exemption.id, exemption)
    return tuple(found.values())


def _exemption(code: str, wanted: str, offered: tuple[Exemption, ...]) -> Exemption | None:
    if not wanted:
        return None
    for exemption in offered:
        if exemption.id == wanted:
            return exemption
    known = ", ".join(exemption.id for exemption in offered) or "không có"
    raise UnknownExemption(code=code, exemption=wanted, known=known)


def _frees(row: FeeRow, exemption: Exemption | None, choice: str) -> bool:
    return exemption is not None and row.fits(choice) and any(e.id == exemption.id for e in row.exemptions)


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
