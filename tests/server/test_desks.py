"""Whose request it is: known, not revoked, newer than the last; and who may become known."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import sqlalchemy as sa
from support.ledger import FIRST, NOW, SECOND, log_key, open_ledger, rows_of, seed

from district_server.desks import CODE_LIVES, authenticate, enrol, new_enrolment
from district_server.errors import HasLog, Replayed, UnknownSigner, WrongCode
from district_server.ledger import desk, enrolment_code, recovery_key
from district_server.operators.overview import revoke
from district_server.recovery import allow, recover
from wire.enrolment import check_seal, code_key, sealed
from wire.signatures import public_key, sign_request, text_of

pytestmark = pytest.mark.usefixtures("engine")

NEW = "H56.22.19/1"


@pytest.fixture
def ledger(tmp_path):
    made = open_ledger(tmp_path / "superior")
    yield made
    made.close()


def signed(counter=1, name=FIRST, body=b"", key=None):
    signature = sign_request(key or seed(name), "POST", "/v1/exchange", name, int(counter), body)
    return {"desk": name, "counter": str(counter), "signature": signature}


def ask(ledger, headers, body=b"", method="POST", path="/v1/exchange"):
    return authenticate(ledger, headers, method, path, body)


def counter_of(ledger, name=FIRST):
    return dict(rows_of(ledger, desk.c.desk, desk.c.counter))[name]


def test_a_known_desk_is_let_in_with_a_counter_that_grows(ledger):
    assert ask(ledger, signed(5)) == (FIRST, 5)
    for counter in (5, 4, 0):
        with pytest.raises(Replayed):
            ask(ledger, signed(counter))
    assert ask(ledger, signed(6)) == (FIRST, 6)


def test_a_revoked_desk_is_not_let_in(ledger):
    with ledger.act() as connection:
        connection.execute(sa.update(desk).where(desk.c.desk == FIRST).values(revoked_at=NOW.isoformat()))
    with pytest.raises(UnknownSigner):
        ask(ledger, signed())

    assert counter_of(ledger) == 0
    assert ask(ledger, signed(name=SECOND)) == (SECOND, 1)


@pytest.mark.parametrize(
    "headers",
    [
        {},
        signed(name="H99.1/1"),
        signed(key=bytes(32)),
        signed() | {"desk": SECOND},
        signed() | {"counter": "2"},
        signed() | {"signature": ""},
        signed() | {"signature": "\xff\xfe"},
        *(
            signed() | {"counter": text}
            for text in ("", "x", "-1", "1.0", " 1", "٣", "²", "1" * 16, "9" * 5000)
        ),
    ],
    ids=lambda headers: str(headers.get("counter", "none"))[:8],
)
def test_what_nobody_signed_is_nobodys_and_takes_no_counter(ledger, headers):
    with pytest.raises(UnknownSigner):
        ask(ledger, headers)

    assert counter_of(ledger) == counter_of(ledger, SECOND) == 0


def test_a_signature_is_for_one_body_and_one_act(ledger):
    for changed in ({"body": b"x"}, {"method": "GET"}, {"path": "/v1/head"}):
        with pytest.raises(UnknownSigner):
            ask(ledger, signed(), **changed)


def message(code, name=NEW, **changes):
    keys = {"ed25519": public_key(b"s" * 32), "x25519": b"x" * 32, "log_key": b"l" * 32}
    said = {"desk": name} | {field: text_of(key) for field, key in keys.items()} | changes
    return sealed(code_key(code), said)


def wrong_tries(ledger):
    return rows_of(ledger, enrolment_code.c.desk, enrolment_code.c.wrong)


def known(ledger):
    return [row[0] for row in rows_of(ledger, desk.c.desk)]


def test_a_code_lets_a_desk_in_once(ledger):
    code = new_enrolment(ledger, "H56.22.19", 1, "UBND xã Tân Lập", NOW)
    given = message(code)
    answer = enrol(ledger, given, NOW)

    check_seal(code_key(code), answer, after=given["mac"])
    assert (answer["desk"], answer["block"]) == (NEW, [5001, 5899])
    assert NEW in known(ledger)


def written(ledger):
    return [rows_of(ledger, *table.c) for table in (desk, enrolment_code, recovery_key)]


def test_the_message_whose_answer_was_lost_is_answered_again_and_writes_nothing(ledger, caplog):
    caplog.set_level(logging.INFO, "district_server")
    code = new_enrolment(ledger, "H56.22.19", 1, "UBND xã Tân Lập", NOW)
    given = message(code, recovery=text_of(b"r" * 32))
    first = enrol(ledger, given, NOW)
    ask(ledger, signed(9, name=NEW, key=b"s" * 32))
    before = written(ledger)
    again = enrol(ledger, given, NOW + CODE_LIVES)
    check_seal(code_key(code), again, after=given["mac"])
    own = {"server_time", "mac"}  # an answer says when it was made

    assert {key: again[key] for key in first.keys() - own} == {key: first[key] for key in first.keys() - own}
    assert written(ledger) == before
    assert counter_of(ledger, NEW) == 9, "what was signed before must not be let in again"
    assert [record.getMessage() for record in caplog.records] == ["enrol"]


@pytest.mark.parametrize(
    "changes",
    [{field: text_of(b"o" * 32)} for field in ("ed25519", "x25519", "log_key", "recovery")] + [{"more": 1}, {"mac": "0" * 64}, {"mac": "é"}],
    ids=lambda changes: "-".join(changes),
)  # fmt: skip
def test_whoever_else_has_the_used_code_is_refused_and_changes_nothing(ledger, changes):
    code = new_enrolment(ledger, "H56.22.19", 1, "x", NOW)
    enrol(ledger, message(code), NOW)
    before = written(ledger)
    other = message(code) | changes if "mac" in changes else message(code, **changes)
    for _ in range(6):  # as often as one likes: none of it ends the desk's own tries
        with pytest.raises(WrongCode):
            enrol(ledger, other, NOW)

    assert written(ledger) == before
    assert enrol(ledger, message(code), NOW)["desk"] == NEW


def test_a_used_code_is_answered_within_its_time_while_it_is_the_desks_newest_and_nobody_revoked_it(ledger):
    code = new_enrolment(ledger, "H56.22.19", 1, "x", NOW)
    enrol(ledger, message(code), NOW)
    with pytest.raises(WrongCode):
        enrol(ledger, message(code), NOW + CODE_LIVES + timedelta(seconds=1))
    with ledger.act() as connection:
        revoke(connection, NEW, NOW)
    with pytest.raises(WrongCode):
        enrol(ledger, message(code), NOW)
    newer = new_enrolment(ledger, "H56.22.19", 1, "x", NOW)
    with pytest.raises(WrongCode):
        enrol(ledger, message(code), NOW)

    assert enrol(ledger, message(newer), NOW)["desk"] == NEW


def test_a_code_that_let_in_is_not_answered_to_the_same_message_for_another_purpose(ledger):
    with ledger.act() as connection:
        connection.execute(sa.update(desk).where(desk.c.desk == FIRST).values(seq=4, hash=b"h" * 32))
    code = new_enrolment(ledger, "H56.22.17", 1, "x", NOW)
    allow(ledger, FIRST, code, needs_sheet=False)
    said = message(code, name=FIRST, log_key=text_of(log_key(FIRST)))
    enrol(ledger, said, NOW)
    with pytest.raises(WrongCode):
        recover(ledger, said, NOW)


def test_the_same_message_many_times_at_once_makes_one_desk(ledger, caplog):
    caplog.set_level(logging.INFO, "district_server")
    given = message(new_enrolment(ledger, "H56.22.19", 1, "x", NOW))
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda _n: enrol(ledger, given, NOW), range(12)))

    assert {(answer["desk"], answer["ed25519"]) for answer in answers} == {(NEW, answers[0]["ed25519"])}
    assert (known(ledger).count(NEW), wrong_tries(ledger)) == (1, [(NEW, 0)])
    assert [record.getMessage() for record in caplog.records] == ["enrol"]


def test_a_code_that_a_server_of_before_used_up_stays_used_up(ledger):
    code = new_enrolment(ledger, "H56.22.19", 1, "x", NOW)
    enrol(ledger, message(code), NOW)
    with ledger.act() as connection:
        connection.execute(sa.update(enrolment_code).values(asked=None, given=None))
    with pytest.raises(WrongCode):
        enrol(ledger, message(code), NOW)


def test_a_code_ends_after_its_time(ledger):
    code = new_enrolment(ledger, "H56.22.19", 1, "x", NOW)
    with pytest.raises(WrongCode):
        enrol(ledger, message(code), NOW + CODE_LIVES + timedelta(seconds=1))
    assert NEW not in known(ledger)
    enrol(ledger, message(code), NOW + CODE_LIVES)

    assert NEW in known(ledger)


def test_a_code_ends_with_the_fifth_wrong_try(ledger):
    code = new_enrolment(ledger, "H56.22.19", 1, "x", NOW)
    for tries in range(1, 6):
        with pytest.raises(WrongCode):
            enrol(ledger, message("0000-0000-0000-0000"), NOW)
        assert wrong_tries(ledger) == [(NEW, tries)]
    with pytest.raises(WrongCode):
        enrol(ledger, message(code), NOW)

    assert NEW not in known(ledger)


def test_a_code_is_for_one_desk_and_a_new_one_ends_the_old(ledger):
    old = new_enrolment(ledger, "H56.22.19", 1, "x", NOW)
    new_enrolment(ledger, "H56.22.20", 1, "x", NOW)
    with pytest.raises(WrongCode):
        enrol(ledger, message(old, name="H56.22.20/1"), NOW)
    code = new_enrolment(ledger, "H56.22.19", 1, "x", NOW)
    with pytest.raises(WrongCode):
        enrol(ledger, message(old), NOW)
    enrol(ledger, message(code), NOW)

    assert NEW in known(ledger)


@pytest.mark.parametrize("field", ["ed25519", "x25519", "log_key"])
@pytest.mark.parametrize("key", ["", text_of(b"k" * 31), text_of(b"k" * 33), "!", 5, None])
def test_a_key_that_is_none_lets_nobody_in(ledger, field, key):
    code = new_enrolment(ledger, "H56.22.19", 1, "x", NOW)
    with pytest.raises(WrongCode):
        enrol(ledger, message(code, **{field: key}), NOW)

    assert (wrong_tries(ledger), NEW in known(ledger)) == ([(NEW, 1)], False)


@pytest.mark.parametrize(
    "changes",
    [{"mac": "\ud800"}, {"mac": "é"}, {"mac": None}, {"mac": 5}, {"more": 1.5}, {"more": "\ud800"}, {"log_key": []},
     {"more": 2**70}, {"more": float("inf")}],
)  # fmt: skip
def test_a_strange_message_is_a_wrong_try(ledger, changes):
    code = new_enrolment(ledger, "H56.22.19", 1, "x", NOW)
    with pytest.raises(WrongCode):
        enrol(ledger, message(code) | changes, NOW)

    assert wrong_tries(ledger) == [(NEW, 1)]


@pytest.mark.parametrize(
    "name", ["\ud800", "", None, 5, ["H56.22.19/1"], "H56.22.19", "H56.22.19/0", "x" * 5000, "\0/1"]
)
def test_a_name_that_no_desk_has_is_a_wrong_code(ledger, name):
    new_enrolment(ledger, "H56.22.19", 1, "x", NOW)
    with pytest.raises(WrongCode):
        enrol(ledger, {"desk": name, "mac": "a"}, NOW)

    assert wrong_tries(ledger) == [(NEW, 0)]


def test_a_desk_enrolled_anew_goes_on_with_its_log_and_a_fresh_counter(ledger):
    ask(ledger, signed(9))
    with ledger.act() as connection:
        connection.execute(
            sa.update(desk).where(desk.c.desk == FIRST).values(seq=4, hash=b"h" * 32, revoked_at="then")
        )
    code = new_enrolment(ledger, "H56.22.17", 1, "x", NOW)
    with pytest.raises(HasLog):  # another log would begin where this one goes on
        enrol(ledger, message(code, name=FIRST), NOW)
    enrol(ledger, message(code, name=FIRST, log_key=text_of(log_key(FIRST))), NOW)

    assert rows_of(ledger, desk.c.desk, desk.c.seq, desk.c.hash)[0] == (FIRST, 4, b"h" * 32)
    assert ask(ledger, signed(1, key=b"s" * 32)) == (FIRST, 1)
    with pytest.raises(UnknownSigner):
        ask(ledger, signed(2))
