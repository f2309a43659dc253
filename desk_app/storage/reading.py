"""What can be read of the store (ports.Reading)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlite_utils import Database

from desk_app.domain.case import Case, CaseRow, Delivery, State, TimelineEntry
from desk_app.domain.desk import Desk, desk_of
from desk_app.domain.errors import Forked, NoSuchSlip, UnknownCase
from desk_app.domain.guidance import Guided, guided_of
from desk_app.domain.happening import Told
from desk_app.domain.life import live
from desk_app.domain.news import SUPERIOR
from desk_app.domain.settings import Setting, settings_of
from desk_app.domain.slip import SlipKind
from desk_app.domain.staff import Role, Staff
from desk_app.domain.superior import Enrolment, SyncState
from desk_app.domain.timeline import detail_of
from desk_app.domain.undoing import standing
from desk_app.domain.words import Words
from desk_app.storage import case_rows, event_log, refusals, setting_rows
from desk_app.storage.case_list import DELIVERY, CaseList
from desk_app.storage.catalogue import CatalogueTexts
from desk_app.storage.day_end import StoreDays
from desk_app.storage.errors import known_errors
from desk_app.storage.intake_reading import StoreIntake
from desk_app.storage.lists import StoreLists
from desk_app.storage.log_reading import StoreLog
from desk_app.storage.news_reading import StoreNews
from desk_app.storage.refusals import OURS
from desk_app.storage.scan_rows import ScanRows
from desk_app.storage.usb import StoreUsb
from wire.event import Event
from wire.lookup import lookup_code


class StoreReading(StoreIntake, StoreLists, StoreNews, StoreUsb, StoreDays, StoreLog):
    """Reads through one connection; also the reading half of a transaction."""

    def __init__(self, database: Database, texts: CatalogueTexts) -> None:
        self._db, self._texts = database, texts

    @property
    def scans(self) -> ScanRows:
        """Return the rows about scans."""
        return ScanRows(self._db)

    def case(self, code: str) -> Case:
        """Return the case with everything its page and papers need, or raise UnknownCase."""
        with known_errors():
            row = self._one(
                f"select c.*, {DELIVERY} as delivery from case_record c where case_code = ?", code
            )
            if row is None:
                raise UnknownCase(case_code=code)
            told = case_rows.told(event_log.events_of(self._db, code))
            refusal = refusals.sentence_of(self._db, code)
        return replace(
            live(code, told, self._texts.of),
            lookup=lookup_code(self.log_key(), code),
            delivery=Delivery(row["delivery"]),
            refusal=refusal,
            own_forms=self._own_forms(told[0].seq),
        )

    def _own_forms(self, seq: int) -> tuple[str, ...]:
        """Return the commune's forms as event `seq` found them: what it keeps later changes no paper of before."""
        return tuple(settings_of(self.setting_changes(seq)).forms.values())

    def guided(self, seq: int) -> Guided:
        """Return the slip that event `seq` gave without a case, or raise NoSuchSlip."""
        with known_errors():
            event = next(event_log.events(self._db, after=seq - 1, most=1), None)
            row = self._one("select printed from slip where seq = ? and case_code is null", seq)
        if event is None or row is None or not event.body:
            raise NoSuchSlip(case_code="")
        body = event_log.body_of(event)
        texts = self._texts.of(body["catalogue"], body["procedure"])
        at = datetime.fromisoformat(event.at)
        guided = guided_of(event.kind, body, texts.papers, seq=seq, at=at, by=event.staff)
        return replace(
            guided, procedure_name=texts.name, printed=row["printed"], own_forms=self._own_forms(seq)
        )

    def find_cases(
        self,
        words: str = "",
        *,
        state: State | None = None,
        due_until: date | None = None,
        received_on: date | None = None,
        limit: int = 200,
    ) -> list[CaseRow]:
        """Return cases, newest first; see ports.Reading."""
        with known_errors():
            asked = CaseList(self._db, self._texts.names(), limit)
            return asked.only(state, due_until, received_on).by_words(words)

    def timeline(self, code: str) -> list[TimelineEntry]:
        """Return what was done with a case, oldest first; `undone` has the kind that it took back as its detail."""
        with known_errors():
            seq = self.sync_state().acknowledged_seq
            names = {member.login: member.name for member in self.staff()} | {SUPERIOR: Words("Cấp trên")}
            events = list(event_log.events_of(self._db, code))
            gone = standing(case_rows.told(events)).gone
            kinds = {event.seq: event.kind for event in events}
            found = [_entry(event, seq, names) for event in events]
        return [
            replace(
                entry,
                undone=entry.seq in gone,
                detail=next((kinds[act] for act, by in gone.items() if by == entry.seq), entry.detail),
            )
            for entry in found
        ]

    def life(self, code: str) -> list[Told]:
        """Return the events of a case, oldest first."""
        with known_errors():
            return case_rows.told(event_log.events_of(self._db, code))

    def next_slip_number(self, kind: SlipKind, year: int) -> int:
        """Return the next number of a kind of slip in `year`."""
        row = self._one("select max(number) as last from slip where slip = ? and year = ?", kind.value, year)
        known = "select max(number) as last from slip where slip = ? and year = ? and seq < ?"
        return self._beyond_gap(year, (row["last"] or 0) + 1 if row else 1, known, kind.value, year)

    def count_by_state(self) -> dict[State, int]:
        """Return how many cases are in each state."""
        rows = self._all("select state, count(*) as many from case_record group by state")
        return dict.fromkeys(State, 0) | {State(row["state"]): row["many"] for row in rows}

    def results_waiting(self) -> int:
        """Return how many results wait for somebody to fetch them."""
        # not count_by_state: that walks all cases, and this is asked after every act
        row = self._one("select count(*) as many from case_record where state = 'result_waiting'")
        return row["many"] if row else 0

    def receipts_not_printed(self) -> list[str]:
        """Return the codes of cases whose receipt has a number and never reached a printer."""
        rows = self._all(
            "select case_code from slip where slip = 'receipt' and printed = 0 and void = 0 order by seq"
        )
        return [row["case_code"] for row in rows]

    def draft(self, staff: str) -> str:
        """Return the saved draft, empty when there is none."""
        row = self._one("select text from draft where staff = ?", staff)
        return row["text"] if row else ""

    def staff(self) -> list[Staff]:
        """Return the members of staff by name."""
        rows = self._all("select login, name, title, roles from staff_member order by name")
        return [
            Staff(
                login=row["login"],
                name=row["name"],
                title=row["title"],
                roles=frozenset(Role(role) for role in row["roles"].split(",")),
            )
            for row in rows
        ]

    def desk(self) -> Desk:
        """Return the desk's own data; the account that the commune set since stands in place of the first."""
        desk = desk_of(json.loads(self._identity("desk")))
        own = settings_of(setting_rows.changes(self._db, Setting.ACCOUNT.value)).account
        return replace(desk, account=own or desk.account)

    def log_key(self) -> bytes:
        """Return the key of the log's digests."""
        return self._identity("log_key")

    def setting(self, name: str) -> str:
        """Return a window setting, empty when never set."""
        row = self._one("select value from setting where name = ?", name)
        return row["value"] if row else ""

    def hash_at(self, seq: int) -> bytes:
        """Return the hash of event `seq`, empty when there is none."""
        return event_log.hash_at(self._db, seq)

    def last_event_at(self) -> datetime | None:
        """Return when the last event was."""
        at = event_log.head(self._db)[2]
        return datetime.fromisoformat(at) if at else None

    def sync_state(self) -> SyncState:
        """Return what the superior does not have yet."""
        with known_errors():
            last = self._newest()
            seq = last["seq"] if last else 0
            pending = self._one("select count(*) as many from case_record where last_seq > ?", seq)
            refused = refusals.count_refused(self._db)
            failure = self._one("select layer, sentence, stops from sync_failure")
            enrolled = self._one("select 1 as yes from enrolment")
            scans = self.scans.count()
        return SyncState(
            pending_cases=pending["many"] if pending else 0,
            pending_events=event_log.head(self._db)[0] - seq,
            acknowledged_seq=seq,
            last_confirmed=datetime.fromisoformat(last["at"]) if last else None,
            last_error=failure["sentence"] if failure else "",
            last_layer=failure["layer"] if failure else "",
            refused_cases=refused,
            enrolled=enrolled is not None,
            waiting_scans=scans.waiting,
            waiting_scan_bytes=scans.waiting_bytes,
            refused_scans=scans.refused,
            stopped=bool(failure and failure["stops"]),
            forked=bool(failure and failure["sentence"] == Forked.sentence),
        )

    def enrolment(self) -> Enrolment | None:
        """Return what the desk and its superior know of each other."""
        row = self._one("select * from enrolment")
        return Enrolment(**{name: row[name] for name in Enrolment.__slots__}) if row else None

    def cursor(self) -> int:
        """Return up to which item the superior's news were taken."""
        last = self._newest()
        return last["cursor"] if last else 0

    def _newest(self) -> dict[str, Any] | None:
        """Return the newest acknowledgement of the present superior: it rules."""
        return self._one(f"select * from acknowledgement where {OURS} order by counter desc limit 1")

    def _identity(self, name: str) -> bytes:
        row = self._one("select value from identity where name = ?", name)
        return bytes(row["value"]) if row else b""

    def _one(self, sql: str, *values: object) -> dict[str, Any] | None:
        cursor = self._db.execute(sql, list(values))
        row = cursor.fetchone()
        return dict(zip((column[0] for column in cursor.description), row, strict=True)) if row else None

    def _all(self, sql: str, *values: object) -> list[dict[str, Any]]:
        cursor = self._db.execute(sql, list(values))
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor]


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None


def _entry(event: Event, acknowledged: int, names: Mapping[str, str]) -> TimelineEntry:
    return TimelineEntry(
        seq=event.seq,
        kind=event.kind,
        at=datetime.fromisoformat(event.at),
        staff=names.get(event.staff, event.staff),
        detail=detail_of(event.kind, event_log.body_of(event)),
        acknowledged=event.seq <= acknowledged,
    )
