"""Which refusals still stand: until a later act of their case is taken, or the superior says that they are settled."""

from __future__ import annotations

from datetime import datetime

from sqlite_utils import Database

from desk_app.domain.happening import TRAIL
from desk_app.domain.moment import iso
from desk_app.domain.refused import RefusedEvent
from desk_app.domain.superior import Acknowledgement

OURS = "superior_key = (select superior_key from enrolment)"  # of the superior that the desk has now
ACKNOWLEDGED = f"coalesce((select seq from acknowledgement where {OURS} order by counter desc limit 1), 0)"
_TRAIL = ", ".join(f"'{kind.value}'" for kind in sorted(TRAIL))
# few rows: the tables are joined from the refusals on
STANDING = f"""refusal r join event e on e.seq = r.seq
     where r.superior_key = (select superior_key from enrolment) and r.settled_at is null and e.case_code is not null
       and not exists (
           select 1 from event later where later.case_code = e.case_code and later.seq > r.seq
              and later.seq <= {ACKNOWLEDGED} and later.kind not in ({_TRAIL})
              and not exists (select 1 from refusal again
                               where again.superior_key = r.superior_key and again.seq = later.seq))"""
REFUSED_CODES = f"select e.case_code from {STANDING}"


def count_refused(database: Database) -> int:
    """Return how many cases have an exception."""
    row = database.execute(f"select count(distinct e.case_code) from {STANDING}").fetchone()
    return int(row[0])


def sentence_of(database: Database, case_code: str) -> str:
    """Return what the superior said last of a case, empty when nothing stands against it."""
    row = database.execute(
        f"select r.sentence from {STANDING} and e.case_code = ? order by e.seq desc limit 1", [case_code]
    ).fetchone()
    return str(row[0]) if row else ""


def exceptions(database: Database, most: int) -> list[RefusedEvent]:
    """Return the exceptions, the newest case first, the events of a case in order."""
    rows = database.execute(
        f"""select e.case_code, coalesce(c.applicant_name, ''), e.seq, e.kind, e.at, r.code, r.sentence, r.who_acts,
                   coalesce(c.received_seq, 0) as received
              from (select r.*, e.case_code, e.kind, e.at from {STANDING}) r
              join event e on e.seq = r.seq
              left join case_record c on c.case_code = e.case_code
             order by received desc, e.seq limit ?""",
        [most],
    ).fetchall()
    return [
        RefusedEvent(
            case_code=row[0], applicant_name=row[1], seq=row[2], kind=row[3], at=datetime.fromisoformat(row[4]),
            code=row[5], sentence=row[6], who_acts=row[7],
        )
        for row in rows
    ]  # fmt: skip


def keep(database: Database, key: bytes, told: Acknowledgement) -> None:
    """Keep the refusals of an answer; of events that it does not acknowledge none can be refused."""
    for refusal in told.refusals:
        if not 0 < refusal.seq <= told.seq:
            continue
        database.execute(
            "insert into refusal (superior_key, seq, cursor, code, sentence, who_acts)"
            " values (?, ?, ?, ?, ?, ?) on conflict (superior_key, seq) do update set"
            " cursor = excluded.cursor, code = excluded.code, sentence = excluded.sentence,"
            " who_acts = excluded.who_acts",
            [key, refusal.seq, refusal.cursor, refusal.code, refusal.sentence, refusal.who_acts],
        )


def settle(database: Database, seq: int, at: datetime) -> None:
    """Keep that the superior needs nothing more for event `seq`."""
    database.execute(f"update refusal set settled_at = ? where seq = ? and {OURS}", [iso(at), seq])
