"""One write transaction (ports.Books)."""

from __future__ import annotations

import json
import secrets
from collections.abc import Sequence
from datetime import date, datetime

from sqlite_utils import Database

from desk_app.domain.case_code import serials
from desk_app.domain.day_end import StoreCopy
from desk_app.domain.desk import Desk, desk_body
from desk_app.domain.errors import Forked, NotEnrolled, NumbersUsedUp
from desk_app.domain.happening import Happening
from desk_app.domain.moment import iso
from desk_app.domain.news import Published
from desk_app.domain.serial_block import free_serials
from desk_app.domain.superior import Acknowledgement, DeskKeys, Enrolment
from desk_app.domain.usb import Exported
from desk_app.storage import event_log, log_reading, news_books, projections, refusals, usb
from desk_app.storage.catalogue import CatalogueTexts
from desk_app.storage.reading import StoreReading
from desk_app.storage.scan_rows import ask_anew


class StoreBooks(StoreReading):
    """Reads and writes inside the open transaction."""

    def __init__(self, database: Database, texts: CatalogueTexts, log_key: bytes) -> None:
        super().__init__(database, texts)
        self._log_key = log_key

    def append(self, happening: Happening) -> int:
        """Append to the log and bring the projections up to it; return the seq."""
        event = event_log.append(self._db, self._log_key, happening)
        projections.project(self._db, event)
        return event.seq

    def append_again(self, happening: Happening) -> int:
        """Append what happened before in another log; its time stays, whatever the last event's is."""
        event = event_log.append(self._db, self._log_key, happening, again=True)
        projections.project(self._db, event)
        return event.seq

    def take_frame(self, frame: bytes) -> int:
        """Append a part of this log as it came from the superior; return the seq of the head.

        Raises:
            StrangeAnswer: it does not follow our head, or its content does not lead to its hash.
        """
        seq, previous, _ = event_log.head(self._db)
        for event in log_reading.events_of_frame(frame, self._log_key, (seq, previous)):
            event_log.insert(self._db, event)
            projections.project(self._db, event)
            seq = event.seq
        return seq

    def carry_counter(self, last: int) -> None:
        """Go on counting requests after `last`."""
        self._db.execute("insert into request_counter (one, last) values (1, ?)", [last])

    def describe_desk(self, desk: Desk) -> None:
        """Keep what the desk is: its log said so, or the superior."""
        data = json.dumps(desk_body(desk), ensure_ascii=False).encode()
        self._db.execute("update identity set value = ? where name = 'desk'", [data])

    def next_serial(self, day: date) -> int:
        """Return the next serial of this desk's block on `day`; a number is never given twice."""
        return self.free_serials(day)[0]

    def free_serials(self, day: date, count: int = 1, *, for_other: bool = False) -> list[int]:
        """Return the next serials of this desk's block on `day`; see intake_ports.IntakeBooks."""
        desk = self.desk()
        block = serials(desk.number)
        rows = self._all(
            """
            select serial from case_record where received_on = ? and serial between ? and ?
            union select serial from paper_number where received_on = ? and serial between ? and ?
            """,
            day.isoformat(), block.start, block.start + 998, day.isoformat(), block.start, block.start + 998,
        )  # fmt: skip
        recovered = self._one("select 1 as yes from recovery where day = ?", day.isoformat()) is not None
        used = {row["serial"] for row in rows}
        found = free_serials(desk, used, count, for_other=for_other, recovered=recovered)
        if len(found) < count:
            raise NumbersUsedUp(day=f"{day:%d/%m/%Y}")
        return found

    def next_register_number(self, book: str) -> int:
        """Return the next line of a register."""
        row = self._one("select max(register_number) as last from case_record where register_book = ?", book)
        known = "select max(register_number) as last from case_record where register_book = ? and received_seq < ?"
        return self._beyond_gap(int(book[:4]), (row["last"] or 0) + 1 if row else 1, known, book)

    def save_draft(self, staff: str, text: str) -> None:
        """Keep the one draft of a member of staff."""
        self._db.execute(
            "insert into draft (staff, text) values (?, ?) on conflict (staff) do update set text = excluded.text",
            [staff, text],
        )

    def drop_draft(self, staff: str) -> None:
        """Forget the draft."""
        self._db.execute("delete from draft where staff = ?", [staff])

    def set_setting(self, name: str, value: str) -> None:
        """Keep a window setting."""
        self._db.execute(
            "insert into setting (name, value) values (?, ?) on conflict (name) do update set value = excluded.value",
            [name, value],
        )

    def keep_copy(self, copy: StoreCopy) -> None:
        """Keep that a copy of the store was verified."""
        self._db.execute(
            "insert into verified_copy (at, place, name, head_seq, head_hash, size) values (?, ?, ?, ?, ?, ?)",
            [iso(copy.at), str(copy.place), copy.name, copy.head_seq, copy.head_hash, copy.size],
        )

    def next_counter(self) -> int:
        """Return the next request counter; it only grows, also over crashes."""
        self._db.execute(
            "insert into request_counter (one, last) values (1, 1) on conflict (one) do update set last = last + 1"
        )
        row = self._one("select last from request_counter")
        return int(row["last"]) if row else 1

    def keys_for(self, code: bytes) -> DeskKeys:
        """Return the keys that the code of this digest was tried with, or fresh ones, kept for the next try.

        Those of other codes stay until one is answered: a slip in typing must not lose what was sent before.
        """
        self._db.execute(
            "insert into enrolment_try (code, signing_key, box_key) values (?, ?, ?) on conflict do nothing",
            [code, secrets.token_bytes(32), secrets.token_bytes(32)],
        )
        row = self._all("select signing_key, box_key from enrolment_try where code = ?", code)[0]
        return DeskKeys(signing=bytes(row["signing_key"]), box=bytes(row["box_key"]))

    def keep_enrolment(self, enrolment: Enrolment) -> None:
        """Keep what the desk and its superior know of each other; what stopped the exchange before is over."""
        self._db.execute("delete from enrolment_try where signing_key <> ?", [enrolment.signing_key])
        self._db.execute("delete from enrolment")
        self._db.execute("delete from usb_export")  # signed with a key that is no more: it would be refused
        self._db.execute("delete from sync_failure")
        names = Enrolment.__slots__
        self._db.execute(
            f"insert into enrolment (one, {', '.join(names)}) values (1, {', '.join('?' for _ in names)})",
            [getattr(enrolment, name) for name in names],
        )

    def keep_acknowledgement(self, acknowledgement: Acknowledgement, at: datetime) -> None:
        """Keep a checked answer of the present superior: what lies up to its seq is the superior's too.

        When it holds less than it signed for before, it was restored from its backup: it will judge what lies
        after its seq anew and number its news anew, so they are asked for from the first on.

        Raises:
            NotEnrolled: there is no superior whose answer it could be.
            Forked: the superior's hash at that seq is not ours.
        """
        enrolment = self.enrolment()
        if enrolment is None:
            raise NotEnrolled()
        if self.hash_at(acknowledgement.seq) != acknowledgement.hash:
            raise Forked()
        key, before = enrolment.superior_key, self._newest()
        lost = (
            before is not None
            and acknowledgement.counter > before["counter"]
            and acknowledgement.seq < before["seq"]
        )
        if lost:
            ask_anew(self._db)
            self._db.execute(
                "delete from refusal where superior_key = ? and seq > ?", [key, acknowledgement.seq]
            )
        self._db.execute(
            "insert into acknowledgement"
            " (counter, superior_key, seq, hash, server_time, signature, body, cursor, at)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                acknowledgement.counter,
                key,
                acknowledgement.seq,
                acknowledgement.hash,
                acknowledgement.server_time,
                acknowledgement.signature,
                acknowledgement.body,
                0 if lost else acknowledgement.cursor,
                iso(at),
            ],
        )
        refusals.keep(self._db, key, acknowledgement)
        # a stick may answer what was asked before the desk was stopped: that lets it in no more than before
        self._db.execute("delete from sync_failure where stops = 0")

    def read_news(self, at: datetime, earlier: Sequence[bytes] = ()) -> None:
        """Read the news of every answer that was kept and not read yet; see storage/news_books.py."""
        news_books.read_all(self, self._db, at, earlier)

    def keep_part(self, sha256: str, start: int, data: bytes) -> None:
        """Keep bytes of a thing from `start` on."""
        self._db.execute(
            "insert into thing_part (sha256, start, data) values (?, ?, ?) on conflict do nothing",
            [sha256, start, data],
        )

    def parts(self, sha256: str) -> bytes:
        """Return what is here of a thing, from its beginning."""
        rows = self._all("select start, data from thing_part where sha256 = ? order by start", sha256)
        whole = b""
        for row in rows:
            if row["start"] == len(whole):
                whole += bytes(row["data"])
        return whole

    def drop_parts(self, sha256: str) -> None:
        """Forget what is here of a thing: it is fetched from its beginning."""
        self._db.execute("delete from thing_part where sha256 = ?", [sha256])

    def thing_held(self, thing: Published) -> None:
        """Keep that a document is here and checked; its parts are not needed any more."""
        self.drop_parts(thing.sha256)
        self._set_thing(thing, "held", "")

    def thing_trouble(self, thing: Published, sentence: str, *, refused: bool) -> None:
        """Keep why a document is not here yet; `refused`: what came was looked at and cannot be used."""
        if refused:
            self.drop_parts(thing.sha256)
        self._set_thing(thing, "refused" if refused else "wanted", sentence)

    def _set_thing(self, thing: Published, state: str, trouble: str) -> None:
        self._db.execute(
            "update thing set state = ?, trouble = ? where kind = ? and version = ? and sha256 = ?",
            [state, trouble, thing.kind, thing.version, thing.sha256],
        )

    def keep_failure(self, layer: str, sentence: str, at: datetime, *, stops: bool = False) -> None:
        """Keep where the last exchange stopped, until one succeeds; `stops`: until the desk is enrolled anew."""
        self._db.execute("delete from sync_failure")
        self._db.execute(
            "insert into sync_failure (one, at, layer, sentence, stops) values (1, ?, ?, ?, ?)",
            [iso(at), layer, sentence, int(stops)],
        )

    def keep_export(self, export: Exported) -> None:
        """Remember a file that was written to a stick and read back."""
        usb.keep_export(self._db, export)
