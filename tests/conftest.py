"""House fixtures: the window offscreen, and a log in which nothing unexpected may stand."""

from __future__ import annotations

import atexit
import logging
import os
import shutil
import sys
import tempfile
from pathlib import Path

import pytest
from support import engines

SCREEN = Path(__file__).parents[1] / "resources" / "screen.json"
HOME = tempfile.mkdtemp(prefix="quay-test-home-")  # the user's own settings and queues are not ours to touch
atexit.register(shutil.rmtree, HOME, ignore_errors=True)
os.environ["HOME"] = os.environ["XDG_CONFIG_HOME"] = os.environ["XDG_CACHE_HOME"] = HOME
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={SCREEN}"


@pytest.fixture(autouse=True)
def no_unexpected_log_records(caplog):
    """A warning or worse in the log fails the test, unless the test cleared it."""
    yield
    unread = [r.getMessage() for r in caplog.get_records("call") if r.levelno >= logging.WARNING]
    assert not unread


@pytest.fixture(scope="module", params=engines.ENGINES)
def engine(request):
    """The superior's ledger on each engine: tests that ask for this run twice and must tell the same."""
    engines.choose(request.param)
    yield request.param
    engines.choose(engines.SQLITE)


@pytest.fixture(autouse=True)
def databases_of_one_test(monkeypatch):
    """What a test's own folders stood for is free for the next; that of its module stays.

    Ledgers that it left open let their connections go here: collected later they would fail some other test.
    """
    before, opened = engines.known(), []
    if "district_server.ledger" in sys.modules:
        ledger = sys.modules["district_server.ledger"]
        make = ledger.open_engine
        monkeypatch.setattr(ledger, "open_engine", lambda place: opened.append(made := make(place)) or made)
    yield
    for one in opened:
        one.dispose()
    engines.forget(before)
