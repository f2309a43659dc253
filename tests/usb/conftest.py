"""A desk, a superior, and a stick between them."""

from __future__ import annotations

import pytest
from support.desk import Clock, new_store, receive
from support.usb import export, pair, superior


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(tmp_path):
    made = new_store(tmp_path)
    yield made
    made.close()


@pytest.fixture
def ledger(tmp_path):
    made = superior(tmp_path / "superior")
    yield made
    made.close()


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "KINGSTON"
    folder.mkdir()
    return folder


@pytest.fixture
def paired(store, ledger):
    return pair(store, ledger)


@pytest.fixture
def file(store, stick, clock, paired):
    """Return a file on the stick with one case."""
    receive(store, clock)
    return export(stick, store, clock)
