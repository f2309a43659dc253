"""House fixtures: the window offscreen, and a log in which nothing unexpected may stand."""

from __future__ import annotations

import logging
import os
from pathlib import Path

import pytest

SCREEN = Path(__file__).parents[1] / "resources" / "screen.json"
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={SCREEN}"


@pytest.fixture(autouse=True)
def no_unexpected_log_records(caplog):
    """A warning or worse in the log fails the test, unless the test cleared it."""
    yield
    unread = [r.getMessage() for r in caplog.get_records("call") if r.levelno >= logging.WARNING]
    assert not unread
