"""Takes in what the superior tells beside refusals: each item by itself, and what fails is kept with its reason."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from sqlite_utils import Database

from desk_app.domain.errors import (
    DeskError,
    NewKeyNotProven,
    NewsCodeTaken,
    NewsOfEndedCase,
    NewsOfUnknownCase,
    UnknownCase,
)
from desk_app.domain.happening import Happening, Kind
from desk_app.domain.lifecycle import ENDED
from desk_app.domain.moment import iso
from desk_app.domain.news import (
    SUPERIOR,
    NewKey,
    Notice,
    OnCase,
    Outcome,
    Published,
    Settled,
    body_of,
    read_news,
)
from desk_app.storage import refusals
from desk_app.storage.refusals import OURS
from wire.errors import BadSignature
from wire.news import Word, check_announced, words_of
from wire.signatures import bytes_of, text_of

if TYPE_CHECKING:
    from desk_app.storage.books import StoreBooks


def read_all(books: StoreBooks, database: Database, at: datetime, earlier: Sequence[bytes] = ()) -> None:
    """Read every kept answer that was not read yet, oldest first, inside the open transaction."""
    done = database.execute("select counter from news_read").fetchone()
    rows = database.execute(
        f"select counter, superior_key, body from acknowledgement where counter > ? and {OURS} order by counter",
        [done[0] if done else 0],
    ).fetchall()
    for counter, key, body in rows:
        reader = _Reader(books=books, database=database, key=bytes(key), at=at)
        newest = (counter, key) == (rows[-1][0], rows[-1][1])
        for part in (*(earlier if newest else ()), bytes(body)):
            for word in words_of(part):
                reader.read(word)
        database.execute(
            "insert into news_read (one, counter) values (1, ?) on conflict (one) do update set counter = ?",
            [counter, counter],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reader:
    books: StoreBooks
    database: Database
    key: bytes
    at: datetime

    def read(self, word: Word) -> None:
        """Use one item, or keep why it cannot be used; the same again changes nothing."""
        known = self.database.execute("select failed from news where digest = ?", [word.digest]).fetchone()
        if known is not None:
            self._told_anew(word, used=not known[0])
            return
        failed = ""
        try:
            with _by_itself(self.database):
                self._use(word)
        except DeskError as error:
            failed = str(error)
        self.database.execute(
            "insert into news (digest, superior_key, cursor, kind, body, at, failed) values (?, ?, ?, ?, ?, ?, ?)",
            [
                word.digest,
                self.key,
                word.cursor,
                word.kind,
                json.dumps(word.body, ensure_ascii=False),
                iso(self.at),
                failed,
            ],
        )

    def _told_anew(self, word: Word, *, used: bool) -> None:
        """Take it for the present superior's: one with another key, or restored, tells all it has from the first on.

        It gives its refusals anew too, so what settled one of them settles it again.
        """
        self.database.execute(
            "update news set superior_key = ?, cursor = ? where digest = ?",
            [self.key, word.cursor, word.digest],
        )
        if used and word.kind == "settled":
            self._use(word)

    def _use(self, word: Word) -> None:
        match read_news(word.kind, word.body):
            case OnCase() as said:
                self._on_case(said, word.cursor)
            case Settled(seq=seq):
                refusals.settle(self.database, seq, self.at)
            case Published() as thing:
                self._want(thing)
            case NewKey() as said_key:
                self._change_key(said_key)
            case Notice():
                pass  # shown from where it is kept

    def _on_case(self, said: OnCase, cursor: int) -> None:
        """Append the superior's word to the case's log: the log alone fixes what came after what."""
        try:
            case = self.books.case(said.case_code)
        except UnknownCase as error:
            raise NewsOfUnknownCase(case_code=said.case_code) from error
        word = said.word
        if word in case.superior_words:  # a log that was pulled back from the superior has it already
            return
        if word.outcome is not Outcome.CODE and case.state in ENDED:
            raise NewsOfEndedCase(case_code=case.code)
        other = self.books.code_beside(word.reference) if word.outcome is Outcome.CODE else ""
        if other and other != case.code:
            raise NewsCodeTaken(superior_code=word.reference, case_code=case.code, other=other)
        body = {**body_of(word), "cursor": cursor}
        happening = Happening(
            kind=Kind.SUPERIOR_APPLIED, at=self.at, staff=SUPERIOR, body=body, case_code=case.code
        )
        self.books.append(happening)

    def _want(self, thing: Published) -> None:
        """Keep that a document is to be fetched; another of the same number takes its place until one is held."""
        self.database.execute(
            """
            insert into thing (kind, version, sha256, size, of, effective_from, state)
            values (?, ?, ?, ?, ?, ?, 'wanted')
            on conflict (kind, version) do update set sha256 = excluded.sha256, size = excluded.size, of = excluded.of,
                effective_from = excluded.effective_from, state = 'wanted', trouble = ''
            """,
            [thing.kind, thing.version, thing.sha256, thing.size, thing.of, thing.effective_from.isoformat()],
        )

    def _change_key(self, said: NewKey) -> None:
        """Go by the superior's next key from now on: it is asked for its head, as any other superior's."""
        if said.ed25519 == text_of(self.key):  # enrolled after the change
            return
        try:
            signing, box = bytes_of(said.ed25519), bytes_of(said.x25519)
            check_announced(self.key, said.signature, signing, box)
        except BadSignature as error:
            raise NewKeyNotProven() from error
        self.database.execute("update enrolment set superior_key = ?, superior_box_key = ?", [signing, box])


@contextmanager
def _by_itself(database: Database) -> Iterator[None]:
    """Undo what one item did when it fails, and nothing else."""
    database.execute("savepoint item")
    try:
        yield
    except BaseException:
        database.execute("rollback to item")
        raise
    finally:
        database.execute("release item")
