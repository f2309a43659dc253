"""Judged together or one by one: the same cases, the same citizens' page, the same words to the desks."""

from __future__ import annotations

import random

import pytest
import sqlalchemy as sa
from support.ledger import CODE, FIRST, NOW, OTHER, RECEIVED, SECOND, log, open_ledger, rows_of

from district_server import exchange, judge
from district_server.ledger import case_record, desk, event, item, look_up, scan, scan_content
from district_server.life import MOVES
from wire.frame import encode

pytestmark = pytest.mark.usefixtures("engine")

BODIES = {
    "extended": {"due_at": "2026-11-30T17:00:00+07:00"},
    "supplemented": {"due_at": "2026-12-01T17:00:00+07:00"},
    "handed_over": {"receiver": "applicant"},
    "corrected": {"now": {"applicant": {"phone": "0987654321"}, "return_method": "post"}},
}
ODD = (
    ("received", "H56.22.17-261123-5001", RECEIVED | {"catalogue": "x"}),  # a body that cannot be read
    ("received", "H56.99-261123-5001", RECEIVED),  # somebody else's number
    ("handed_over", "H56.22.17-261123-5002", {"receiver": "nobody"}),
    ("completed", "H56.22.17-261123-5899", {}),  # a case that never was
    ("completed", None, {}),
    ("printed", "H56.22.17-261123-5001", {"nth": 1}),
)
HELD = (
    (case_record.c.desk, *(c for c in case_record.c if c.name != "desk")),
    (look_up.c.case_code, *(c for c in look_up.c if c.name not in {"case_code", "code_mac", "phone_mac"})),
    (item.c.desk, item.c.seq, item.c.code, item.c.sentence, item.c.who_acts),
    (scan.c.desk, scan.c.seq, scan.c.case_code, scan.c.sha256, scan.c.removed_seq),
    (scan_content.c.desk, scan_content.c.sha256, scan_content.c.size),
)


class Desks:
    """Plays lives in the desks' own order; what was refused may be corrected or voided later."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.states: dict[tuple[str, str], int] = {}
        self.refused: set[tuple[str, str]] = set()

    def frames(self) -> list[tuple[str, list[tuple]]]:
        """Return (desk, rows) frame by frame; in two of three nothing is odd."""
        found = []
        for n in range(10):
            name = self.chance.choice((FIRST, SECOND, SECOND, OTHER))
            rows = [self.row(name, odd=n % 3 == 2) for _ in range(self.chance.randrange(1, 14))]
            found.append((name, rows))
        return found

    def row(self, name: str, *, odd: bool) -> tuple:
        """Return the next event of a desk, of a case of its own."""
        # the last desk also receives for the second's agency, whose own desk takes such a number back
        agency, unit = (
            (FIRST[:-2], {"for_unit": FIRST[:-2]}) if self.chance.random() < 0.3 else (name[:-2], {})
        )
        serial = 1000 * (int(name[-1]) + 4) + self.chance.randrange(1, 7)
        code = f"{agency}-261123-{serial}"
        case, state = (name, code), self.states.get((name, code))
        if odd and self.chance.random() < 0.2:
            return self.chance.choice(ODD)
        if case in self.refused:
            self.refused.discard(case)
            self.states[case] = 4
            return "corrected", code, {"now": {"catalogue": 1, "return_method": "post"}}
        if state is None and odd and self.chance.random() < 0.4:
            self.refused.add(case)
            return "received", code, RECEIVED | unit | {"catalogue": "x"}
        if state is None:
            self.states[case] = 4
            return "received", code, RECEIVED | unit
        if self.chance.random() < 0.2:
            kind = self.chance.choice(["scan_attached", "scan_attached", "scan_removed"])
            return kind, code, {"sha256": self.chance.choice("012") * 64, "size": 700}
        allowed = [kind for kind, move in MOVES.items() if state in move.since] or ["printed"]
        kind = self.chance.choice(allowed)
        to = MOVES[kind].to if kind in MOVES else None
        self.states[case] = state if to is None else to
        return kind, code, BODIES.get(kind, {})


def give(ledger, frames, *, together: bool):
    for name, rows in frames:
        with ledger.act() as connection:
            row = connection.execute(sa.select(desk.c.seq, desk.c.hash).where(desk.c.desk == name)).one()
        events = log(*rows, desk=name, after=(row.seq, bytes(row.hash)))
        for part in [events] if together else [[one] for one in events]:
            exchange.take_frames(ledger, name, [encode(part)])


@pytest.fixture
def two(tmp_path):
    ledgers = open_ledger(tmp_path / "together"), open_ledger(tmp_path / "alone")
    yield ledgers
    for one in ledgers:
        one.close()


@pytest.mark.parametrize("seed", range(8))
def test_a_frame_judged_at_once_is_its_events_judged_one_by_one(two, seed):
    frames = Desks(seed).frames()
    for ledger, together in zip(two, (True, False), strict=True):
        give(ledger, frames, together=together)

    for columns in HELD:
        assert rows_of(two[0], *columns) == rows_of(two[1], *columns)
    assert rows_of(two[0], case_record.c.case_code), "the seed has cases"


@pytest.fixture
def asked(two, monkeypatch):
    """What the engine is asked of the first ledger; an event that is judged alone fails the test."""
    monkeypatch.setattr(judge, "judge", lambda _bench, event: pytest.fail(f"{event.seq} was judged alone"))
    said = []
    sa.event.listen(two[0]._engine, "before_cursor_execute", lambda *told: said.append(told[2]))
    return said


def test_a_frame_asks_and_writes_its_cases_once(two, asked):
    codes = [CODE[:-1] + str(n) for n in range(1, 6)]
    rows = [(kind, code, BODIES.get(kind, RECEIVED)) for kind in ("received", "completed") for code in codes]
    give(two[0], [(FIRST, rows)], together=True)

    about = [text for text in asked if "case_record" in text or "look_up" in text]
    # one COPY a table on PostgreSQL, which SQLAlchemy does not see
    assert [text.split()[0].lower() for text in about] in (["select", "insert", "insert"], ["select"])
    assert rows_of(two[0], case_record.c.case_code, case_record.c.state) == [(code, 9) for code in codes]


def test_odd_events_among_others_cost_no_more_than_they(two, asked):
    odd = [("completed", CODE[:-4] + str(5100 + n), {}) for n in range(400)] + [
        ("received", CODE[:-1] + "8", {"applicant": 5})
    ] * 400
    give(two[0], [(FIRST, [("received", CODE, RECEIVED), *odd, ("completed", CODE, {})])], together=True)

    assert len(asked) < 20
    assert rows_of(two[0], case_record.c.case_code, case_record.c.state) == [(CODE, 9)]
    told = rows_of(two[0], item.c.seq, item.c.code)
    assert told == [(n, "unknown_case" if n <= 401 else "bad_body") for n in range(2, 802)]


@pytest.mark.parametrize("many", [1, 600], ids=["of one case", "of many cases"])
def test_corrections_of_cases_that_never_were_read_the_log_no_more_than_so_often(two, asked, many):
    """A frame has room for twenty thousand, in two hundred bytes."""
    rows = [("corrected", CODE[:-4] + str(5100 + n % many), {"now": {}}) for n in range(600)]
    give(two[0], [(FIRST, rows)], together=True)

    assert len([text for text in asked if "from event" in text.replace(chr(10), " ").lower()]) <= min(
        many, judge.MOST_UNHEARD
    )
    assert rows_of(two[0], item.c.seq, item.c.code) == [(n, "unknown_case") for n in range(1, 601)]


def test_one_odd_event_among_many_is_told_and_the_others_are_there(two):
    rows = [("received", CODE, RECEIVED), ("completed", CODE[:-1] + "9", {}), ("completed", CODE, {})]
    give(two[0], [(FIRST, rows)], together=True)

    assert rows_of(two[0], case_record.c.case_code, case_record.c.state) == [(CODE, 9)]
    assert [(one.seq, one.code) for one in exchange.answer(two[0], FIRST, 0, NOW).items] == [
        (2, "unknown_case")
    ]


ODD_TEXTS = (
    "",
    "\\N",
    "\\.",
    "\\x41",
    "a\tb\nc\rd",
    "\b\v\f\x1b",
    "\0",
    "\ufffe",
    "\ufffe0\0",
    "😀",
    "'; --",
    "\u2028",
)


@pytest.mark.parametrize("text", ODD_TEXTS)
def test_a_log_is_stored_as_it_stands_whatever_its_words_mean_to_the_engine(two, text):
    """Rows go to PostgreSQL as lines of a COPY: there tabs and backslashes have a meaning."""
    events = log((f"k{text}", text, {"said": text}), ("received", CODE, RECEIVED))
    exchange.take_frames(two[0], FIRST, [encode(events)])

    columns = (event.c.seq, event.c.kind, event.c.case_code, event.c.body, event.c.hash)
    held = [
        (seq, kind, code, bytes(body), bytes(own)) for seq, kind, code, body, own in rows_of(two[0], *columns)
    ]
    assert held == [(one.seq, one.kind, one.case_code, one.body, one.hash) for one in events]
