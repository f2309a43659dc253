"""The two days that are sent: the synthetic one, and a model of a real desk's log with its prints and hand-overs."""

from __future__ import annotations

from benchmarks.line.events import AGENCY, KEY, log_of
from benchmarks.line.synthetic_day import synthetic_day
from benchmarks.model_day import KEY as MODEL_KEY
from benchmarks.model_day import model_day
from wire.event import Event

DESK = f"{AGENCY}/1"
SEED = bytes(range(1, 33))


def events_of(day: str, cases: int) -> list[Event]:
    """Return the log of the day "synthetic" or "model"."""
    return log_of(synthetic_day(cases)) if day == "synthetic" else model_day(cases)


def log_key_of(day: str) -> bytes:
    """Return the key that the digests of that log are made with."""
    return KEY if day == "synthetic" else MODEL_KEY
