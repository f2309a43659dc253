"""What is read of the superior's news (news_ports.NewsReading); a third of StoreReading."""

from __future__ import annotations

import json
from datetime import date, datetime, timedelta

from sqlite_utils import Database

from desk_app.domain.news import Notice, Published, ThingKind, read_news
from desk_app.domain.news_ports import FailedNews, ThingState
from desk_app.domain.reconciliation import DayCase
from desk_app.domain.refused import RefusedEvent
from desk_app.storage import refusals
from desk_app.storage.errors import known_errors
from desk_app.storage.refusals import ACKNOWLEDGED, OURS

# word for word as the index of db/0006 says it: else SQLite walks the whole log
_OF_DAY = "kind in ('received', 'completed', 'handed_over')"
_MOST_NOTICES = 50


class StoreNews:
    """Notices, documents on their way, exceptions, and what was done beside what the superior holds."""

    _db: Database

    def notices(self, day: date) -> list[Notice]:
        """Return the notices that are shown on `day`, the newest first."""
        with known_errors():
            rows = self._db.execute(
                f"select kind, body from news where kind = 'notice' and failed = '' and {OURS} order by cursor desc"
            ).fetchall()
        found = [read_news(kind, json.loads(body)) for kind, body in rows]
        shown = [one for one in found if isinstance(one, Notice) and one.begins <= day <= one.until]
        return shown[:_MOST_NOTICES]

    def failed_news(self, most: int) -> list[FailedNews]:
        """Return the newest news that could not be used."""
        with known_errors():
            rows = self._db.execute(
                f"select at, failed from news where failed <> '' and {OURS} order by cursor desc limit ?",
                [most],
            ).fetchall()
        return [FailedNews(at=datetime.fromisoformat(at), why=why) for at, why in rows]

    def things(self) -> list[ThingState]:
        """Return the published documents, the newest first, with how much of each is here."""
        with known_errors():
            rows = self._db.execute(
                """
                select kind, version, sha256, size, of, effective_from, state, trouble,
                       coalesce((select sum(length(data)) from thing_part p where p.sha256 = thing.sha256), 0)
                  from thing order by effective_from desc, kind, version desc
                """
            ).fetchall()
        return [
            ThingState(
                thing=Published(
                    kind=ThingKind(kind), version=version, sha256=sha256, size=size, of=of,
                    effective_from=date.fromisoformat(day),
                ),
                got=got,
                held=state == "held",
                trouble=trouble,
            )
            for kind, version, sha256, size, of, day, state, trouble, got in rows
        ]  # fmt: skip

    def exceptions(self, most: int) -> list[RefusedEvent]:
        """Return the exceptions, the newest case first."""
        with known_errors():
            return refusals.exceptions(self._db, most)

    def day_cases(self, first: date, last: date) -> list[DayCase]:
        """Return the cases that something happened to from `first` to `last`, by code."""
        with known_errors():
            rows = self._db.execute(
                f"""
                select d.case_code, c.procedure_code, d.kind, d.seq <= {ACKNOWLEDGED} and r.seq is null,
                       r.seq is not null
                  from (select case_code, 'received' as kind, received_seq as seq from case_record
                         where received_on between ? and ?
                        union all
                        select case_code, kind, seq from event e
                         where {_OF_DAY} and kind <> 'received' and at >= ? and at < ?
                           and seq not in (select seq from taken_back)
                           and not exists (select 1 from event later where later.case_code = e.case_code
                                            and later.kind = 'result_recalled' and later.seq > e.seq
                                            and later.seq not in (select seq from taken_back))) d
                  join case_record c on c.case_code = d.case_code
                  left join refusal r on r.seq = d.seq and r.settled_at is null
                                     and r.superior_key = (select superior_key from enrolment)
                 order by d.case_code
                """,
                [
                    first.isoformat(),
                    last.isoformat(),
                    first.isoformat(),
                    (last + timedelta(days=1)).isoformat(),
                ],
            ).fetchall()
        cases: dict[str, tuple[str, set[str], set[str], bool]] = {}
        for code, procedure, kind, held, refused in rows:
            _, done, there, was = cases.setdefault(code, (procedure, set(), set(), False))
            done.add(kind)
            there |= {kind} if held else set()
            cases[code] = (procedure, done, there, was or bool(refused))
        return [
            DayCase(
                code=code, procedure_code=procedure, done=frozenset(done), held=frozenset(there), refused=was
            )
            for code, (procedure, done, there, was) in cases.items()
        ]
