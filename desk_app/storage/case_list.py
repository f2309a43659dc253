"""The list of cases: whatever a citizen brings finds them, newest first.

A word finds a case when it begins a word of the applicant's name, his number or the case's code. Two indexes share
the work. `case_search` gives the newest cases of common words at once, but walks long lists where common words meet
in few cases: "nguyen thi oanh". `name_search` holds each name once and finds these.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from desk_app.domain.case import CaseRow, Delivery, State
from desk_app.domain.folding import folded_words
from desk_app.domain.personal_id import masked
from desk_app.storage.refusals import ACKNOWLEDGED, REFUSED_CODES

DELIVERY = f"""case when c.case_code in ({REFUSED_CODES})
               then 'refused' when c.last_seq > {ACKNOWLEDGED} then 'waiting' else 'acknowledged' end"""
COLUMNS = f"""c.case_code, c.procedure_code, c.applicant_name, c.applicant_id, c.received_at, c.due_at, c.state,
              c.receipts_printed, c.at_once,
              c.catalogue_version, {DELIVERY}"""
FEW_NAMES = 128  # beyond, the words are so common that case_search meets enough cases soon
SOME_CASES = 1000  # words that find more, under a filter that keeps fewer, are looked for in what it keeps
LAST = "\U0010ffff"  # sorts after every letter of a code
_STATES = {state.value: state for state in State}
_DELIVERIES = {delivery.value: delivery for delivery in Delivery}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    """How cases are found: a statement that gives their seqs newest first, and a test of any one case."""

    newest: str
    newest_values: tuple[str, ...]
    test: str
    test_values: tuple[str, ...]


def _where(test: str, *values: str, newest_by: str = "received_seq") -> _Way:
    newest = f"select received_seq from case_record where {test} order by {newest_by} desc"
    return _Way(newest=newest, newest_values=values, test=test, test_values=values)


class CaseList:
    """One question: filters, and how many cases are wanted; `by_words` asks it."""

    def __init__(self, database: Database, names: Mapping[tuple[int, str], str], limit: int) -> None:
        self._db, self._names, self._limit = database, names, limit
        self._filters: list[str] = []
        self._values: list[object] = []
        self._order = "c.received_seq"

    def only(self, state: State | None, due_until: date | None, received_on: date | None) -> CaseList:
        """Keep only cases in `state`, open and due by the end of `due_until`, received on a day."""
        if state is not None:
            self._keep("c.state = ?", state.value)
        if due_until is not None:
            self._order = (
                "+c.received_seq"  # else SQLite walks all cases from the newest, to find a few that are due
            )
            self._keep(
                "c.open_due_at < ?", f"{due_until.isoformat()}U"
            )  # after all of that day: T sorts before U
        if received_on is not None:
            self._keep("c.received_on = ?", received_on.isoformat())
        return self

    def by_words(self, words: str) -> list[CaseRow]:
        """Return the cases that every word finds, newest first; without words, all that the filters keep."""
        asked = folded_words(words)
        if not asked:
            return self._rows()
        by_code = self._by_code(words.strip().upper())
        if by_code:
            return by_code
        match = " ".join(f'"{word}"*' for word in asked)
        if len(asked) > 1 and "".join(asked).isalpha():
            names = self._column(
                "select rowid from name_search where name_search match ? limit ?", match, FEW_NAMES + 1
            )
            if len(names) <= FEW_NAMES:
                return self._newest(_where("name_id in (select value from json_each(?))", json.dumps(names)))
        return self._newest(
            _Way(
                newest="select rowid from case_search where case_search match ? order by rowid desc",
                newest_values=(match,),
                test=" and ".join("instr(search_words, ?)" for _ in asked),
                test_values=tuple(f" {word}" for word in asked),
            )
        )

    def _by_code(self, start: str) -> list[CaseRow]:
        """Return the cases whose code begins with `start`: scanned, or typed from its left."""
        if " " in start or start.isalpha() or start.isdigit():  # a name, a number or the end of a code
            return []
        way = _where("case_code >= ? and case_code < ?", start, start + LAST, newest_by="case_code")
        return self._newest(way)

    def _newest(self, way: _Way) -> list[CaseRow]:
        """Return the newest cases of a way that the filters keep."""
        if not self._filters:
            return self._rows(f"c.received_seq in ({way.newest} limit ?)", *way.newest_values, self._limit)
        most = max(self._limit, SOME_CASES)
        seqs = self._column(f"{way.newest} limit ?", *way.newest_values, most)
        all_found = len(seqs) < most
        if all_found or not self._keep_few():
            rows = self._rows("c.received_seq in (select value from json_each(?))", json.dumps(seqs))
            if all_found or len(rows) == self._limit:
                return rows
        return self._rows(way.test, *way.test_values, filters_lead=True)

    def _keep_few(self) -> bool:
        kept = f"select 1 from case_record c where {' and '.join(self._filters)} limit ?"
        return len(self._column(kept, *self._values, SOME_CASES)) < SOME_CASES

    def _rows(self, test: str = "", *values: object, filters_lead: bool = False) -> list[CaseRow]:
        # a plus keeps SQLite from beginning with the filter's index, which has no idea how many cases are returned
        plus = "" if filters_lead or not test else "+"
        wheres = [*(plus + kept for kept in self._filters), *([test] if test else [])]
        cursor = self._db.execute(
            f"select {COLUMNS} from case_record c where {' and '.join(wheres) or '1'}"
            f" order by {self._order} desc limit ?",
            [*self._values, *values, self._limit],
        )
        names = self._names
        return [
            CaseRow(
                code=code,
                procedure_name=names.get((version, procedure), procedure),
                applicant_name=name,
                masked_id=masked(number),
                received_at=datetime.fromisoformat(received_at),
                due_at=datetime.fromisoformat(due_at) if due_at else None,
                state=_STATES[state],
                delivery=_DELIVERIES[delivery],
                receipts_printed=printed,
                at_once=bool(at_once),
            )
            for code, procedure, name, number, received_at, due_at, state, printed, at_once, version, delivery in cursor
        ]

    def _keep(self, condition: str, *values: object) -> None:
        self._filters.append(condition)
        self._values += values

    def _column(self, sql: str, *values: object) -> list[Any]:
        return [row[0] for row in self._db.execute(sql, list(values)).fetchall()]
