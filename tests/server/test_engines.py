"""One ledger on two engines: made, brought on, shared by processes, and nothing lost where many act at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import pytest
import sqlalchemy as sa
from support.engines import place_of
from support.ledger import CODE, FIRST, NOW, RECEIVED, SECOND, log, news, open_ledger, rows_of, seed
from support.postgres import cluster

from district_server import exchange, look_up
from district_server.__main__ import main
from district_server.desks import authenticate, enrol, new_enrolment
from district_server.engines import read_place
from district_server.errors import CannotServe, Refused, Replayed, WrongCode
from district_server.exchange import answer
from district_server.judge import Unusable, tell
from district_server.ledger import Ledger, case_record, enrolment_code, event, schema_version
from district_server.schema import VERSION
from wire.frame import encode
from wire.signatures import sign_request

AT_ONCE = 8


@pytest.fixture
def ledger(engine, tmp_path):
    made = open_ledger(tmp_path / "superior")
    yield made
    made.close()


def at_once(deed, many=AT_ONCE):
    """Return what `deed` gave or raised, done in as many threads."""

    def told(n):
        try:
            return deed(n)
        except (Refused, look_up.TooMany) as error:
            return type(error)

    with ThreadPoolExecutor(many) as pool:
        return list(pool.map(told, range(many)))


def test_a_frame_that_comes_many_times_at_once_is_stored_once(ledger):
    frame = encode(log(("received", CODE, RECEIVED), ("completed", CODE, {})))
    at_once(lambda _n: exchange.take_frames(ledger, FIRST, [frame]))

    assert rows_of(ledger, event.c.seq) == [(1,), (2,)]
    assert rows_of(ledger, case_record.c.case_code, case_record.c.state) == [(CODE, 9)]
    assert news(ledger) == []


def test_of_requests_with_one_counter_the_first_alone_is_let_in(ledger):
    signature = sign_request(seed(FIRST), "GET", "/v1/head", FIRST, 7, b"")
    headers = {"desk": FIRST, "counter": "7", "signature": signature}
    told = at_once(lambda _n: authenticate(ledger, headers, "GET", "/v1/head", b""))

    assert sorted(map(str, told)) == sorted([str((FIRST, 7))] + [str(Replayed)] * (AT_ONCE - 1))


def test_wrong_codes_at_once_are_counted_each(ledger):
    new_enrolment(ledger, "H56.22.17", 3, "x", NOW)
    told = at_once(lambda _n: enrol(ledger, {"desk": "H56.22.17/3"}, NOW))

    assert told == [WrongCode] * AT_ONCE
    assert rows_of(ledger, enrolment_code.c.wrong) == [(5,)]


def test_citizens_of_one_address_at_once_are_counted_each(ledger):
    told = at_once(lambda n: look_up.find(ledger, f"H1-{n}", "0000", "10.0.0.1", NOW), 40)

    assert sorted(map(str, told)) == sorted(["None"] * 30 + [str(look_up.TooMany)] * 10)


def test_two_desks_that_give_one_number_at_once_are_told_as_if_one_came_first(ledger):
    """The agency's own desk holds it whoever was first."""
    named = log(
        ("received", "H56.22.17-261123-6001", RECEIVED | {"for_unit": "H56.22.17"}), desk="H56.22.18/2"
    )
    own = log(("received", "H56.22.17-261123-6001", RECEIVED), desk=SECOND)
    frames = {"H56.22.18/2": encode(named), SECOND: encode(own)}
    at_once(lambda n: exchange.take_frames(ledger, list(frames)[n], [list(frames.values())[n]]), 2)

    assert news(ledger, "H56.22.18/2") == [(1, "number_taken")]
    assert news(ledger, SECOND) == []


def test_desks_that_tell_each_other_news_at_once_end_both(ledger):
    """Each holds its own row and waits for the other's: the engine ends one, and it is done anew."""

    def both(n):
        def deed(connection):
            for name in ((FIRST, SECOND), (SECOND, FIRST))[n % 2]:
                tell(connection, name, {n: Unusable("number_taken", "x")})

        ledger.run(deed)

    at_once(both, 6)

    assert (
        sorted(news(ledger, FIRST)) == sorted(news(ledger, SECOND)) == [(n, "number_taken") for n in range(6)]
    )


def test_news_are_numbered_in_the_order_in_which_they_can_be_heard(ledger):
    """News stored below a desk's cursor would never be told."""
    heard, cursor = [], 0
    with ThreadPoolExecutor(4) as pool:
        telling = [
            pool.submit(ledger.run, lambda connection, n=n: tell(connection, FIRST, {n: Unusable("x", "x")}))
            for n in range(1, 25)
        ]
        ended = False
        while not ended:
            ended = all(one.done() for one in telling)
            told = answer(ledger, FIRST, cursor, NOW)
            heard += [one.seq for one in told.items]
            cursor = told.cursor

    assert sorted(heard) == list(range(1, 25))


def test_processes_share_one_set_of_keys(ledger, tmp_path):
    places = [place_of(tmp_path / "fresh")] * 4
    with ThreadPoolExecutor(4) as pool:
        opened = list(pool.map(Ledger, places))
    keys = {tuple(one.key(name) for name in ("signing", "box", "look_up")) for one in opened}
    for one in opened:
        one.close()

    assert len(keys) == 1
    assert keys != {tuple(ledger.key(name) for name in ("signing", "box", "look_up"))}


def test_a_store_of_a_newer_server_is_left_as_it_is(ledger, engine, tmp_path, capsys):
    with ledger.act() as connection:
        connection.execute(sa.update(schema_version).values(number=VERSION + 1))
    place = place_of(tmp_path / "superior")
    with pytest.raises(CannotServe, match="bản máy chủ mới hơn"):
        Ledger(place)
    option = "--data" if engine == "sqlite" else "--database"
    assert main(["enrol", option, str(place), "--agency", "H1", "--name", "x"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert rows_of(ledger, schema_version.c.number) == [(VERSION + 1,)]
    with ledger.act() as connection:
        connection.execute(sa.update(schema_version).values(number=VERSION))


def test_a_database_is_named_by_its_address_or_by_a_file_that_has_it(tmp_path):
    place = cluster().empty()
    file = tmp_path / "database"
    file.write_text(place + "\n# kept from the list of processes\n")

    assert read_place(str(file)) == read_place(place) == place
    assert main(["enrol", "--database", str(file), "--agency", "H1", "--name", "x"]) == 0
    made = Ledger(place)
    assert rows_of(made, enrolment_code.c.desk) == [("H1/1",)]
    made.close()


@pytest.mark.parametrize(
    "text", ["mysql://x/y", "postgresql://x/y", "sqlite:///x", "no/such/file", "postgresql+psycopg//x", "://"]
)
def test_an_address_that_is_none_is_named(text, capsys):
    assert main(["enrol", "--database", text, "--agency", "H1", "--name", "x"]) == 2
    assert "--database" in capsys.readouterr().err


def test_a_database_that_is_away_is_named_without_its_password(tmp_path, capsys):
    place = f"postgresql+psycopg://quay:bimat@/quay?host={tmp_path}"

    assert main(["enrol", "--database", place, "--agency", "H1", "--name", "x"]) == 2
    told = capsys.readouterr().err
    assert "Không mở được dữ liệu ở postgresql+psycopg://quay:***@/quay" in told
    assert "bimat" not in told
