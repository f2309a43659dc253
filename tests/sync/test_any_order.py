"""Whatever the line does to the frames, the superior ends with the same log."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import given, settings
from hypothesis import strategies as st
from support.engines import forget, place_of

from district_server.errors import Refused
from district_server.exchange import answer, take_frames
from district_server.ledger import Ledger, case_record, desk, event, item
from wire.canonical import canonical
from wire.event import FIRST_PREVIOUS, next_event
from wire.frame import encode

pytestmark = pytest.mark.usefixtures("engine")

KEY, NAME = b"k" * 32, "H56.22.17/1"
NOW = datetime.fromisoformat("2026-11-23T16:45:00+07:00")


def log(many=12):
    events, previous = [], (0, FIRST_PREVIOUS)
    for n in range(1, many + 1):
        code, kind = f"H56.22.17-261123-{5000 + (n + 1) // 2}", ("received", "completed")[(n + 1) % 2]
        body = {
            "received": {"applicant": {"phone": "0912345678"}, "catalogue": 1, "procedure": "1.001193", "return_method": "desk"},
            "completed": {},
        }[kind]  # fmt: skip
        one = next_event(
            KEY, previous, kind=kind, case_code=code, at=NOW.isoformat(), staff="hoa", body=canonical(body)
        )
        events.append(one)
        previous = (one.seq, one.hash)
    return events


EVENTS = log()
cuts = st.lists(st.integers(1, len(EVENTS)), min_size=2, max_size=2, unique=True).map(sorted)
sends = st.lists(cuts.map(lambda c: EVENTS[c[0] - 1 : c[1]]), max_size=8)


def new_ledger(folder):
    ledger = Ledger(place_of(Path(folder)))
    with ledger.act() as connection:
        connection.execute(
            sa.insert(desk),
            {"desk": NAME, "name": "x", "ed25519": b"", "x25519": b"", "log_key": KEY, "counter": 0, "seq": 0,
             "hash": FIRST_PREVIOUS, "enrolled_at": ""},
        )  # fmt: skip
    return ledger


def content(ledger):
    with ledger.act() as connection:
        return [
            [tuple(row) for row in connection.execute(sa.select(table).order_by(*table.primary_key))]
            for table in (event, case_record, item, desk)
        ]


@settings(max_examples=40, deadline=None)
@given(sends, st.integers(0, 60))
def test_any_resend_cut_or_double_send_leaves_the_same_server(sent, cut):
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as other:
        ledger, straight = new_ledger(folder), new_ledger(other)
        for events in sent:
            frame = encode(events)
            for data in (frame[:-cut] if cut else frame, frame):
                with suppress(Refused):  # a gap, or cut: the desk asks for the head and sends from there
                    take_frames(ledger, NAME, [data])
        seq = answer(ledger, NAME, 0, NOW).seq
        if seq < len(EVENTS):
            take_frames(ledger, NAME, [encode(EVENTS[seq:])])
        answer(straight, NAME, 0, NOW)  # that it was asked is kept too
        take_frames(straight, NAME, [encode(EVENTS)])

        assert content(ledger) == content(straight)
        ledger.close()
        straight.close()
        forget(set())
