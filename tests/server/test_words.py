"""News that are kept once for all desks, things by parts, and a second hearing: what each desk is told, and no more."""

from __future__ import annotations

import json
from datetime import date, datetime

import pytest
import requests
from support.engines import options_of
from support.ledger import CODE, FIRST, NOW, OTHER, RECEIVED, SECOND, open_ledger, rows_of, seed, take
from support.superior import serving

from district_server import exchange, ledger, publishing
from district_server.__main__ import main
from district_server.errors import CannotServe
from district_server.ledger import item
from wire.exchange import Item, pack_answer
from wire.limits import ITEMS_BYTES, PART_BYTES
from wire.signatures import public_key, sign_request, verify_reply
from wire.thing import name_of, unpack_thing

pytestmark = pytest.mark.usefixtures("engine")

DAY = date(2026, 11, 23)


@pytest.fixture
def made(engine, tmp_path):
    opened = open_ledger(tmp_path / "superior")
    yield opened
    opened.close()


def told(made, desk=FIRST, cursor=0, at=NOW):
    return exchange.answer(made, desk, cursor, at).items


def catalogue(made, version, begins, to="*"):
    with made.act() as connection:
        document = {"version": version, "effective_from": begins, "procedures": ["x"] * version}
        return publishing.publish(connection, "catalogue", document, to=to)


def versions(made, desk=FIRST, cursor=0, at=NOW):
    return [word.body["version"] for word in told(made, desk, cursor, at)]


def test_what_is_for_all_is_kept_once_and_told_to_each(made):
    catalogue(made, 2, "2026-11-01")

    assert versions(made) == versions(made, SECOND) == versions(made, OTHER) == [2]
    assert len(rows_of(made, item.c.cursor)) == 1


def test_a_desk_that_comes_later_hears_of_the_newest_in_force_and_of_those_to_come(made):
    for version, begins in ((2, "2026-01-01"), (3, "2026-11-01"), (4, "2027-01-01")):
        catalogue(made, version, begins)

    assert versions(made) == [3, 4]
    assert versions(made, at=datetime.fromisoformat("2027-01-01T08:00:00+07:00")) == [4]


def test_a_repair_of_what_is_in_force_hides_nothing_that_is_to_come(made):
    catalogue(made, 4, "2027-01-01")
    catalogue(made, 3, "2026-11-01")  # published later, begins before
    late = datetime.fromisoformat("2027-01-01T08:00:00+07:00")

    assert (versions(made), versions(made, at=late)) == ([4, 3], [4, 3])


def test_a_number_never_means_another_document(made):
    catalogue(made, 3, "2026-11-01")
    catalogue(made, 3, "2026-11-01")  # the same again is told again
    with made.act() as connection, pytest.raises(CannotServe, match="bản 3"):
        publishing.publish(
            connection, "catalogue", {"version": 3, "effective_from": "2026-11-01", "procedures": []}
        )
    with made.act() as connection:
        publishing.publish(connection, "rules", {"version": 3, "effective_from": "2026-11-01"})

    assert versions(made)[-1] == 3


def test_what_one_desk_gets_replaces_nothing_for_the_others(made):
    catalogue(made, 2, "2026-11-01")
    catalogue(made, 3, "2026-11-01", to=SECOND)

    assert (versions(made), versions(made, SECOND)) == ([2], [2, 3])


def test_refusals_and_news_come_in_one_order_and_within_the_limit(made):
    take(made, ("completed", CODE, {}))
    with made.act() as connection:
        for n in range(9):
            publishing.notify(connection, f"{n}", "Thông báo " * 90, DAY, DAY)
    take(made, ("completed", CODE, {}))
    heard, cursor = [], 0
    for _ in range(20):
        answer = exchange.answer(made, FIRST, cursor, NOW)
        assert len(pack_answer(answer)) <= ITEMS_BYTES
        heard += answer.items
        cursor = answer.cursor
    kinds = ["refusal" if isinstance(one, Item) else one.kind for one in heard]

    assert kinds == ["refusal", *["notice"] * 9, "refusal"]


def test_a_notice_that_is_over_is_told_to_nobody(made):
    with made.act() as connection:
        publishing.notify(connection, "x", "y", DAY, DAY)

    assert len(told(made)) == 1
    assert told(made, at=datetime.fromisoformat("2026-11-24T00:00:00+07:00")) == ()


@pytest.mark.parametrize(
    ("kind", "document"),
    [
        ("catalogue", {"version": 0, "effective_from": "2026-11-01"}),
        ("catalogue", {"version": 10_001, "effective_from": "2026-11-01"}),  # the desks' own numbers
        ("catalogue", {"version": True, "effective_from": "2026-11-01"}),
        ("calendar", {"version": 2}),
        ("rules", {"version": 2, "effective_from": "mai"}),
        ("forms", {"version": 2, "effective_from": "2026-11-01", "forms": float("nan")}),
    ],
)
def test_what_no_desk_could_use_is_not_published(made, kind, document):
    with pytest.raises(CannotServe), made.act() as connection:
        publishing.publish(connection, kind, document)

    assert told(made) == ()


def test_a_decision_goes_to_the_desk_of_its_case_alone(made):
    take(made, ("received", CODE, RECEIVED))
    with made.act() as connection:
        publishing.decide(connection, CODE, "accepted", "12/QĐ", "", NOW)
    (word,) = told(made)

    assert dict(word.body) == {
        "case": CODE,
        "outcome": "accepted",
        "at": NOW.isoformat(),
        "reference": "12/QĐ",
    }
    assert told(made, SECOND) == ()


@pytest.mark.parametrize(
    ("code", "outcome", "reference", "note"),
    [("H56.22.17-261123-5999", "accepted", "", ""), (CODE, "returned", "", " "), (CODE, "code", "", ""),
     (CODE, "accepted", "x" * 61, ""), (CODE, "accepted", "", "x" * 501)],
)  # fmt: skip
def test_a_decision_that_says_nothing_is_not_told(made, code, outcome, reference, note):
    take(made, ("received", CODE, RECEIVED))
    with pytest.raises(CannotServe), made.act() as connection:
        publishing.decide(connection, code, outcome, reference, note, NOW)

    assert told(made) == ()


@pytest.mark.parametrize(
    "command",
    [
        ("notice", "--title", "x", "--text", "y", "--until", "mai"),
        ("notice", "--title", "x", "--text", "y", "--until", "2026-11-01", "--from", "2026-11-02"),
        ("notice", "--title", "x", "--text", "y", "--until", "2026-12-01", "--desk", "H9/1"),
        ("publish-calendar", "gone.json"),
        ("publish-forms", "gone.json", "--version", "1", "--effective-from", "2026-12-01"),
        ("settle", "--desk", FIRST, "--seq", "7"),
        ("decide", "x", "accepted"),
    ],
)
def test_a_command_that_cannot_says_why_in_one_sentence(tmp_path, capsys, command):
    assert main([*command, *options_of(tmp_path / "superior")]) == 2
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)


# --- a second hearing ----------------------------------------------------------------------------


def states(made):
    return rows_of(
        made, ledger.case_record.c.case_code, ledger.case_record.c.procedure_code, ledger.case_record.c.state
    )


def test_a_corrected_case_is_taken_in_with_what_came_since(made):
    take(made, ("received", CODE, RECEIVED | {"procedure": "9.999"}), ("completed", CODE, {}))
    assert states(made) == []
    take(made, ("corrected", CODE, {"now": {"procedure": "1.001193"}, "reason": "nhầm"}))

    assert states(made) == [(CODE, "1.001193", 9)]
    assert rows_of(made, ledger.look_up.c.case_code, ledger.look_up.c.state) == [(CODE, 9)]
    assert [word.code for word in told(made)] == ["unknown_procedure", "unknown_case"]  # nothing new


@pytest.mark.parametrize(
    "body", [{"now": {"procedure": "8.888"}}, {"now": 5}, {"gone": ["applicant"]}, {"gone": 7}]
)
def test_a_correction_that_mends_nothing_is_refused_itself(made, body):
    take(made, ("received", CODE, RECEIVED | {"procedure": "9.999"}))
    take(made, ("corrected", CODE, body))

    assert states(made) == []
    assert [word.seq for word in told(made)] == [1, 2]


def test_a_void_case_that_was_never_taken_in_needs_nothing_more(made):
    take(made, ("received", CODE, RECEIVED | {"procedure": "9.999"}), ("voided", CODE, {}))

    assert states(made) == []
    assert [word.seq for word in told(made)] == [1]


def test_thousands_of_corrections_of_one_case_read_its_life_no_more_than_so_often(made):
    take(
        made, ("received", CODE, RECEIVED | {"procedure": "9.999"}), *[("corrected", CODE, {"now": {}})] * 300
    )

    assert states(made) == []
    assert len(rows_of(made, item.c.seq)) == 301


# --- over HTTP -----------------------------------------------------------------------------------


class Asker:
    def __init__(self, url, ledger_):
        self.url, self.counter, self.ledger = url, 0, ledger_

    def get(self, path, *, signed_path=None, desk=FIRST):
        self.counter += 1
        signature = sign_request(seed(desk), "GET", signed_path or path, desk, self.counter, b"")
        headers = {"Desk": desk, "Counter": str(self.counter), "Signature": signature}
        return requests.get(self.url + path, headers=headers, timeout=10)


@pytest.fixture(scope="module")
def asked(engine, tmp_path_factory):
    folder = tmp_path_factory.mktemp("things")
    opened = open_ledger(folder)
    with opened.act() as connection:
        noise = [f"{n * 7919 % 104729:x}" for n in range(30_000)]
        told_ = publishing.publish(
            connection, "rules", {"version": 2, "effective_from": "2026-12-01", "x": noise}
        )
    with serving(folder) as url:
        yield Asker(url, opened), told_
    opened.close()


def test_a_thing_is_got_from_any_byte_on_and_its_parts_make_it(asked):
    asker, body = asked
    whole, name = b"", body["sha256"]
    while part := asker.get(f"/v1/things/{name}?from={len(whole)}").content:
        assert len(part) <= PART_BYTES
        whole += part[:10_001]

    assert (len(whole), name_of(whole)) == (body["size"], name)
    assert json.loads(unpack_thing(whole, name))["version"] == 2


def test_a_part_is_signed_for_its_asker(asked):
    asker, body = asked
    answer = asker.get(f"/v1/things/{body['sha256']}?from=5")
    key = public_key(asker.ledger.key("signing"))

    verify_reply(key, answer.headers["Superior-Signature"], FIRST, asker.counter, answer.content)


@pytest.mark.parametrize(
    ("path", "status", "word"),
    [
        ("/v1/things/{name}?from=-1", 400, "bad_frame"),
        ("/v1/things/{name}?from=", 400, "bad_frame"),
        ("/v1/things/{name}", 400, "bad_frame"),
        ("/v1/things/{name}?from=99999999999999999999", 400, "bad_frame"),
        ("/v1/things/{name}?from=٣", 400, "bad_frame"),
        ("/v1/things/" + "0" * 64 + "?from=0", 404, "unknown_thing"),
        ("/v1/things/x?from=0", 404, "unknown_thing"),
        ("/v1/things/" + "A" * 64 + "?from=0", 404, "unknown_thing"),
        ("/v1/holdings", 400, "bad_frame"),
        ("/v1/holdings?day=hôm nay", 400, "bad_frame"),
        ("/v1/holdings?day=2026-13-41", 400, "bad_frame"),
        ("/v1/holdings?day=20261123", 400, "bad_frame"),
        ("/v1/holdings?day=9999-12-31", 400, "bad_frame"),  # there is no day after it
    ],
)
def test_a_strange_question_has_one_word(asked, path, status, word):
    asker, body = asked
    path = requests.Request("GET", asker.url + path.format(name=body["sha256"])).prepare().path_url
    answer = asker.get(path)

    assert (answer.status_code, answer.json()) == (status, {"error": word})


def test_the_question_is_signed_with_all_that_stands_behind_its_path(asked):
    """Else somebody on the way could ask for another part, or another day."""
    asker, body = asked
    path = f"/v1/things/{body['sha256']}"

    assert asker.get(f"{path}?from=9", signed_path=f"{path}?from=0").status_code == 401
    assert asker.get(f"{path}?from=9", signed_path=path).status_code == 401
    assert (
        asker.get("/v1/holdings?day=2026-11-23", signed_path="/v1/holdings?day=2026-11-24").status_code == 401
    )
