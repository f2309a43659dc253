"""Stored, then judged: one odd event is told to its desk, changes nothing, and holds nothing up."""

from __future__ import annotations

import pytest
import sqlalchemy as sa
from support.ledger import CODE, FIRST, NOW, OTHER, RECEIVED, SECOND, news, open_ledger, rows_of, take

from district_server.exchange import answer
from district_server.ledger import case_record, desk, event, look_up
from district_server.life import MOVES
from district_server.look_up import find
from wire.lookup import lookup_code

pytestmark = pytest.mark.usefixtures("engine")

NEXT = ("received", "H56.22.17-261123-5002", RECEIVED)
GONE = object()
REFUSING = {
    "sqlite": (
        "create trigger refusing before insert on look_up when new.case_code like '%5001' begin select raise(abort, 'no'); end",
        "drop trigger refusing",
    ),
    "postgresql": (
        "alter table look_up add constraint refusing check (case_code not like '%5001')",
        "alter table look_up drop constraint refusing",
    ),
}


@pytest.fixture
def ledger(tmp_path):
    made = open_ledger(tmp_path / "superior")
    yield made
    made.close()


def cases(ledger):
    return rows_of(ledger, case_record.c.desk, case_record.c.case_code, case_record.c.state)


def shown(ledger):
    return rows_of(ledger, look_up.c.desk, look_up.c.case_code, look_up.c.state)


def body(**changes):
    return {name: value for name, value in (RECEIVED | changes).items() if value is not GONE}


def test_a_whole_case_is_projected_through_its_life(ledger):
    take(ledger, ("received", CODE, RECEIVED), ("completed", CODE, {"result_no": "1"}))
    assert cases(ledger) == shown(ledger) == [(FIRST, CODE, 9)]
    take(ledger, ("handed_over", CODE, {"receiver": "applicant"}))

    assert cases(ledger) == shown(ledger) == [(FIRST, CODE, 10)]
    assert news(ledger) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("procedure", GONE), ("procedure", ["1.001193"]), ("procedure", ""), ("procedure", "9" * 5000), ("procedure", "x\0y"),
        ("catalogue", GONE), ("catalogue", "1"), ("catalogue", "9" * 25), ("catalogue", [1]), ("catalogue", True),
        ("catalogue", 0), ("catalogue", -1), ("catalogue", 2**31), ("catalogue", 2**53 - 1),
        ("due_at", ["x"]), ("due_at", "ngày mai"), ("due_at", ""), ("due_at", 5), ("due_at", "2026-11-23"),
        ("due_at", "2026-11-23T17:00:00"), ("due_at", "2026-11-23T10:00:00+00:00"), ("due_at", "20261123T170000+0700"),
        ("due_at", "2026-11-23T17:00:00.5+07:00"), ("due_at", "2026-02-30T17:00:00+07:00"), ("due_at", {}),
        ("return_method", GONE), ("return_method", "bưu điện"), ("return_method", ["desk"]), ("return_method", {}),
        ("applicant", GONE), ("applicant", "A"), ("applicant", []), ("applicant", {"phone": 912345678}),
        ("applicant", {"phone": ["0912345678"]}), ("for_unit", 5), ("for_unit", ["H56"]), ("received_at", 5), ("received_at", "hôm qua"),
    ],
    ids=lambda value: "gone" if value is GONE else repr(value)[:30],
)  # fmt: skip
def test_an_odd_body_is_told_and_the_frame_goes_on(ledger, field, value):
    take(ledger, ("received", CODE, body(**{field: value})), NEXT)

    assert cases(ledger) == shown(ledger) == [(FIRST, NEXT[1], 4)]
    assert news(ledger) == [(1, "bad_body")]
    named = "phone" if isinstance(value, dict) and "phone" in value else field
    assert f"“{named}”" in answer(ledger, FIRST, 0, NOW).items[0].sentence
    assert rows_of(ledger, desk.c.desk, desk.c.seq)[0] == (FIRST, 2)


@pytest.mark.parametrize("given", [{}, {"receiver": ["applicant"]}, {"receiver": "mẹ"}, {"receiver": 1}])
def test_an_odd_hand_over_is_told(ledger, given):
    take(ledger, ("received", CODE, RECEIVED), ("completed", CODE, {}), ("handed_over", CODE, given), NEXT)

    assert cases(ledger) == [(FIRST, CODE, 9), (FIRST, NEXT[1], 4)]
    assert news(ledger) == [(3, "bad_body")]


def test_half_a_supplement_moves_nothing_and_odd_ones_are_told(ledger):
    asked = (("received", CODE, RECEIVED), ("supplement_requested", CODE, {}))
    take(ledger, *asked, ("supplemented", CODE, {"missing": [["Giấy kết hôn", 0, 1]]}))
    assert (cases(ledger), shown(ledger)) == ([(FIRST, CODE, 5)], [(FIRST, CODE, 5)])
    take(ledger, ("supplemented", CODE, {"missing": "A"}))
    assert (cases(ledger), news(ledger)) == ([(FIRST, CODE, 5)], [(4, "bad_body")])
    take(ledger, ("supplemented", CODE, {"missing": []}))

    assert cases(ledger) == shown(ledger) == [(FIRST, CODE, 4)]


@pytest.mark.parametrize("at", [" ", "ngày mai", "2026-11-23T08:00:00", "2026-11-23T01:00:00+00:00"])
def test_an_event_at_no_time_is_told(ledger, at):
    take(ledger, ("received", CODE, RECEIVED), at=at)

    assert (cases(ledger), news(ledger)) == ([], [(1, "bad_body")])


def test_an_event_without_its_case_is_told_and_an_unknown_kind_is_kept(ledger):
    take(ledger, ("received", None, RECEIVED), ("completed", None, {}), ("later", None, {"x": [1]}), NEXT)

    assert news(ledger) == [(1, "bad_body"), (2, "bad_body")]
    assert rows_of(ledger, event.c.seq, event.c.kind)[2] == (3, "later")


def test_what_the_engine_does_not_take_leaves_no_half_case(ledger):
    """The second of two inserts fails: the first must not stay, and the events after must be judged."""
    with ledger.act() as connection:
        begin, end = (sa.text(statement) for statement in REFUSING[connection.dialect.name])
        connection.execute(begin)
    take(ledger, ("received", CODE, RECEIVED), NEXT, ("completed", CODE, {}))
    with ledger.act() as connection:
        connection.execute(end)

    assert cases(ledger) == shown(ledger) == [(FIRST, NEXT[1], 4)]
    assert news(ledger) == [(1, "bad_body"), (3, "unknown_case")]
    assert answer(ledger, FIRST, 0, NOW).items[0].who_acts == "superior"


def test_an_unknown_procedure_is_told_and_an_unknown_catalogue_passes(ledger):
    take(
        ledger,
        ("received", CODE, body(procedure="9.9")),
        ("received", NEXT[1], body(procedure="9.9", catalogue=7)),
    )

    assert cases(ledger) == [(FIRST, NEXT[1], 4)]
    assert news(ledger) == [(1, "unknown_procedure")]


def test_a_number_is_taken_once(ledger):
    take(ledger, ("received", CODE, RECEIVED), ("received", CODE, body(procedure="1.001193", catalogue=7)))

    assert cases(ledger) == [(FIRST, CODE, 4)]
    assert news(ledger) == [(2, "number_taken")]


@pytest.mark.parametrize(
    "code",
    [
        "H56.22.18-261123-5001",  # another commune's
        "H56.22.17-261123-6001",  # of the commune's second desk
        "H56.22.17-261123-4999",  # the province's
        "H56.22.17-261123-5000",
        "H56.22.17-261123-6000",
        "H56.22.17-261323-5001",  # no such day
        "H56.22.17-261123-٥٠٠١",
        "H56.22.17-261123",
        "H56.22.17-5001",
        "H56.22-261123-5001",  # the agency above
        "H56.22.171-261123-5001",
        "H56.22.17.3-261123-5001",  # an agency below
        "000.H56.22.17-261123-5001",
        "AH56.22.17-261123-5001",
        "H56.22.172611235001",
        "H56.22.17-261123-5001\n",
        "h56.22.17-261123-5001",
        "x" * 5000,
        "\0",
        "",
    ],
)
def test_a_number_of_somebody_else_is_not_taken(ledger, code):
    take(ledger, ("received", code, RECEIVED), NEXT)

    assert cases(ledger) == [(FIRST, NEXT[1], 4)]
    assert news(ledger) == [(1, "foreign_number")] if code else [(1, "bad_body")]


@pytest.mark.parametrize("serial", ["5001", "5899", "5901", "5999", "005001"])
def test_every_number_of_the_desks_own_block_is_taken(ledger, serial):
    take(ledger, ("received", f"H56.22.17-261123-{serial}", RECEIVED))

    assert [row[1] for row in cases(ledger)] == [f"H56.22.17-261123-{serial}"]


@pytest.mark.parametrize(
    "code",
    ["HS/H56.22.17/261123/5001", "261123_H56.22.17-005001", "H56.22.17.261123.5001", "H56.22.17-TN261123-5001",
     "01-H56.22.17-261123-5001"],
)  # fmt: skip
def test_a_code_by_a_communes_own_pattern_is_taken(ledger, code):
    take(ledger, ("received", code, RECEIVED))

    assert cases(ledger) == [(FIRST, code, 4)]


def test_a_case_for_another_agency_keeps_the_desks_own_block(ledger):
    """NĐ 118/2025 Đ.28: the code names the agency that decides; the serial is still this desk's to give."""
    take(
        ledger,
        ("received", "H56.22-261123-5001", body(for_unit="H56.22")),
        ("received", "H56.22-261123-6001", body(for_unit="H56.22")),
        ("received", "H56.22-261123-5002", body(for_unit="H56.23")),
        ("received", "H56.22-261123-5003", RECEIVED),
    )

    assert [row[1] for row in cases(ledger)] == ["H56.22-261123-5001"]
    assert news(ledger) == [(2, "foreign_number"), (3, "foreign_number"), (4, "foreign_number")]


def test_an_agency_named_in_words_leaves_the_number_the_desks_own(ledger):
    take(
        ledger,
        ("received", CODE, body(for_unit="UBND xã Yên Định")),
        ("received", "H56.22-261123-5002", body(for_unit="UBND xã Yên Định")),
    )

    assert [row[1] for row in cases(ledger)] == [CODE]
    assert news(ledger) == [(2, "foreign_number")]


def test_paper_taken_in_a_power_cut_has_its_own_hour(ledger):
    take(ledger, ("received", CODE, body(received_at="2026-11-20T09:00:00+07:00")), NEXT)

    assert rows_of(ledger, case_record.c.received_at) == [("2026-11-20T09:00:00+07:00",), (NOW.isoformat(),)]


def test_the_real_desks_case_wins(ledger):
    """Another commune's desk 2 says that it received for H56.22.17, with the number that desk 2 there gives next."""
    code = "H56.22.17-261123-6001"
    take(
        ledger, ("received", code, body(for_unit="H56.22.17", applicant={"phone": "0999999999"})), desk=OTHER
    )
    take(ledger, ("received", code, RECEIVED), desk=SECOND)
    take(ledger, ("completed", code, {}), desk=OTHER)

    assert cases(ledger) == [(SECOND, code, 4), (OTHER, code, 9)]
    assert shown(ledger) == [(SECOND, code, 4)]
    assert (news(ledger, SECOND), news(ledger, OTHER)) == ([], [(1, "number_taken")])
    assert find(ledger, code, "9999", "a", NOW) is None
    assert find(ledger, code, "5678", "a", NOW).collect_at == f"UBND xã của {SECOND}"


def test_a_number_that_only_names_the_agency_comes_too_late_behind_its_own(ledger):
    code = "H56.22.17-261123-6001"
    take(ledger, ("received", code, RECEIVED), desk=SECOND)
    take(ledger, ("received", code, body(for_unit="H56.22.17")), desk=OTHER)

    assert cases(ledger) == shown(ledger) == [(SECOND, code, 4)]
    assert (news(ledger, SECOND), news(ledger, OTHER)) == ([], [(1, "number_taken")])


def test_two_desks_that_name_one_agency_do_not_both_hold_a_number(ledger):
    code = "H56.22-261123-6001"
    for name in (SECOND, OTHER):
        take(ledger, ("received", code, body(for_unit="H56.22")), desk=name)

    assert cases(ledger) == [(SECOND, code, 4)]
    assert news(ledger, OTHER) == [(1, "number_taken")]


@pytest.mark.parametrize("kind", ["completed", "handed_over"])
def test_no_desk_moves_anothers_case(ledger, kind):
    take(ledger, ("received", CODE, RECEIVED), *((("completed", CODE, {}),) if kind == "handed_over" else ()))
    before = cases(ledger)
    take(ledger, (kind, CODE, {"receiver": "applicant"}), desk=SECOND)

    assert cases(ledger) == shown(ledger) == before
    assert news(ledger, SECOND) == [(1, "unknown_case")]


PATHS = {  # every state, and how a case comes there
    4: (),
    6: ("payment_requested",),
    5: ("supplement_requested",),
    9: ("completed",),
    10: ("completed", "handed_over"),
    3: ("refused",),
    7: ("withdrawn",),
    8: ("stopped",),
}
ALLOWED = {
    "payment_requested": {4: 6}, "paid": {6: 4}, "supplement_requested": {4: 5}, "supplemented": {5: 4},
    "closed_uncompleted": {5: 8}, "refused": {4: 3}, "extended": {4: 4}, "stopped": {4: 8, 5: 8, 6: 8},
    "withdrawn": {4: 7, 5: 7, 6: 7}, "completed": {4: 9}, "handed_over": {9: 10}, "result_recalled": {10: 4},
    "corrected": {4: 4, 5: 5, 6: 6, 9: 9}, "voided": {4: 8},
}  # fmt: skip


@pytest.mark.parametrize("kind", ALLOWED)
def test_a_case_moves_as_the_desks_table_says_and_in_no_other_order(ledger, kind):
    given, due = {"receiver": "post"}, "2026-12-01T17:00:00+07:00"
    for n, (state, path) in enumerate(PATHS.items()):
        code = f"H56.22.17-261123-{5001 + n}"
        take(ledger, ("received", code, RECEIVED), *((act, code, given) for act in path))
        before = len(news(ledger))
        take(ledger, (kind, code, given | {"due_at": due}))

        moved = state in ALLOWED[kind]
        now = (FIRST, code, ALLOWED[kind].get(state, state), due if moved else RECEIVED["due_at"])
        assert (
            rows_of(ledger, *(case_record.c[name] for name in ("desk", "case_code", "state", "due_at")))[n]
            == now
        )
        told = (*now[:2], MOVES[kind].read_as or now[2], now[3]) if moved else now
        assert (
            rows_of(ledger, *(look_up.c[name] for name in ("desk", "case_code", "state", "due_at")))[n]
            == told
        )
        assert [word for _, word in news(ledger)[before:]] == ([] if moved else ["wrong_state"])


def test_the_times_of_result_and_hand_over_are_kept(ledger):
    for n, (kind, given) in enumerate(
        [("received", RECEIVED), ("completed", {}), ("handed_over", {"receiver": "post"})]
    ):
        take(ledger, (kind, CODE, given), at=f"2026-11-2{3 + n}T08:00:00+07:00")

    assert rows_of(ledger, case_record.c.completed_at, case_record.c.returned_at) == [
        ("2026-11-24T08:00:00+07:00", "2026-11-25T08:00:00+07:00")
    ]


@pytest.mark.parametrize(
    "kind", ["extended", "supplemented", "paid", "result_recalled", "corrected", "completed"]
)
def test_a_new_due_date_that_is_none_is_told(ledger, kind):
    take(ledger, ("received", CODE, RECEIVED), (kind, CODE, {"due_at": "sớm"}))

    assert (cases(ledger), news(ledger)) == ([(FIRST, CODE, 4)], [(2, "bad_body")])


@pytest.mark.parametrize(
    ("phone", "opens"),
    [("0912345678", True), ("091 234-5678", True), ("912345678", True), ("12345678", False), ("5678", False), ("", False)],
)  # fmt: skip
def test_the_end_of_a_whole_phone_number_opens_and_of_half_a_number_does_not(ledger, phone, opens):
    """Four of eight digits are too much of the secret, and four of four are all of it."""
    take(ledger, ("received", CODE, body(applicant={"phone": phone})))

    assert (find(ledger, CODE, phone[-4:], "a", NOW) is not None) is opens
    assert find(ledger, CODE, lookup_code(FIRST.encode().ljust(32, b"-"), CODE), "a", NOW) is not None
