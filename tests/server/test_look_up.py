"""What a citizen's question opens, and how often it may be asked."""

from __future__ import annotations

from datetime import timedelta

import pytest
from support.ledger import CODE, FIRST, NOW, RECEIVED, log_key, open_ledger, rows_of, take

from district_server.ledger import look_up_try
from district_server.look_up import TRIES_AN_HOUR, WRONG_PHONE_TRIES, TooMany, find
from wire.lookup import lookup_code

pytestmark = pytest.mark.usefixtures("engine")

PROOF = lookup_code(log_key(FIRST), CODE)


@pytest.fixture
def ledger(tmp_path):
    made = open_ledger(tmp_path / "superior")
    take(made, ("received", CODE, RECEIVED))
    yield made
    made.close()


def test_the_receipt_and_the_phone_open_it_and_nothing_else_does(ledger):
    for proof in (PROOF, PROOF.lower(), " 5678 "):
        assert find(ledger, f" {CODE.lower()} ", proof, "a", NOW).due == "17:00 ngày 23/11/2026"
    for n, (code, proof) in enumerate(
        [(CODE, "5679"), (CODE, ""), (CODE, "0912345678"), ("H1-1", PROOF), (CODE, "\0")]
    ):
        assert find(ledger, code, proof, f"b{n}", NOW) is None


def test_the_phone_way_closes_until_midnight_and_the_receipt_goes_on(ledger):
    late = NOW.replace(hour=23, minute=59)
    for n in range(WRONG_PHONE_TRIES):
        assert find(ledger, CODE, "5678", f"a{n}", late) is not None
        assert find(ledger, CODE, "0000", f"b{n}", late) is None

    assert find(ledger, CODE, "5678", "c", late) is None
    assert find(ledger, CODE, PROOF, "d", late) is not None
    assert find(ledger, CODE, "5678", "e", late + timedelta(seconds=59)) is None
    assert find(ledger, CODE, "5678", "f", late + timedelta(minutes=2)) is not None


def test_one_case_closes_alone(ledger):
    other = "H56.22.17-261123-5002"
    take(ledger, ("received", other, RECEIVED))
    for n in range(WRONG_PHONE_TRIES):
        find(ledger, CODE, "0000", f"a{n}", NOW)

    assert find(ledger, CODE, "5678", "b", NOW) is None
    assert find(ledger, other, "5678", "b", NOW) is not None


def test_an_address_asks_so_often_an_hour_and_then_again(ledger):
    for n in range(TRIES_AN_HOUR):
        find(ledger, CODE, PROOF, "a", NOW + timedelta(minutes=n))
    with pytest.raises(TooMany):
        find(ledger, CODE, PROOF, "a", NOW + timedelta(minutes=59))

    assert find(ledger, CODE, PROOF, "b", NOW + timedelta(minutes=59)) is not None
    assert find(ledger, CODE, PROOF, "a", NOW + timedelta(minutes=61)) is not None


def test_a_try_is_kept_for_a_day_and_no_longer(ledger):
    """The page is everybody's: what is never forgotten fills the disk. What still counts is not forgotten."""
    for n in range(WRONG_PHONE_TRIES):
        find(ledger, CODE, "0000", f"a{n}", NOW)
    assert len(rows_of(ledger, look_up_try.c.at)) == 2 * WRONG_PHONE_TRIES
    find(ledger, CODE, PROOF, "b", NOW + timedelta(hours=1))
    assert find(ledger, CODE, "5678", "c", NOW + timedelta(hours=2)) is None
    find(ledger, CODE, PROOF, "d", NOW + timedelta(hours=25, seconds=1))

    assert (
        len(rows_of(ledger, look_up_try.c.at)) == 3
    )  # what was asked two hours later, with its miss, and this
    find(ledger, CODE, PROOF, "d", NOW + timedelta(days=30))

    assert len(rows_of(ledger, look_up_try.c.at)) == 1
