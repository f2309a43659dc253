"""Numbers: patterns as data, numbers on paper, cases for other agencies, the superior's own code; none collides."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.cases import DESK as _DESK
from support.desk import DESK, HOA, KEY, RULES, Clock, intake, new_store, receive

from desk_app.domain.case import State
from desk_app.domain.case_code import case_code, serials
from desk_app.domain.code_pattern import check_pattern
from desk_app.domain.errors import (
    BadCasePattern,
    DeskError,
    NumbersForPastDay,
    PaperDayDiffers,
    PaperForOtherUnit,
    PaperMomentMissing,
    PaperMomentToCome,
    PaperNumberUsed,
    SuperiorCodeTaken,
    TooManyNumbers,
    UnclearSuperiorCode,
    UnclearUnit,
    UnknownPaperNumber,
)
from desk_app.domain.fee import Channel
from desk_app.domain.moment import moment
from desk_app.domain.serial_block import free_serials
from desk_app.domain.words import Words
from desk_app.machine.paths import brought
from desk_app.services.correct_case import correct_case
from desk_app.services.end_case import void_case
from desk_app.services.paper_numbers import set_numbers_aside, unused_numbers
from desk_app.services.presence import add_staff
from desk_app.storage.store import Store

TODAY = date(2026, 11, 23)


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(tmp_path):
    made = new_store(tmp_path)
    yield made
    made.close()


def ports(store, clock):
    return {"staff": "hoa", "store": store, "clock": clock}


def case_of(store, code):
    with store.reading() as reading:
        return reading.case(code)


@pytest.mark.parametrize(
    "pattern", ["{AGENCY}-{YYMMDD}-{SEQ:4}", "{AGENCY}.{YYMMDD}.{SEQ:6}", "HS/{YYMMDD}/{AGENCY}/{SEQ:5}"]
)
def test_a_pattern_that_keeps_codes_apart_may_be_used(pattern):
    check_pattern(pattern, "H56.22.17")


@pytest.mark.parametrize(
    ("pattern", "told"),
    [
        ("", "{AGENCY}"),
        ("{AGENCY}-{SEQ:4}", "{YYMMDD}"),
        ("{AGENCY}-{YYMMDD}-{SEQ}", "{SEQ}"),
        ("{AGENCY}-{YYMMDD}-{SEQ:3}", "{SEQ:3}"),
        ("{AGENCY}-{YYMMDD}-{SEQ:4}-{SEQ:4}", "đúng một lần"),
        ("{SEQ:4}-{AGENCY}-{YYMMDD}", "đứng cuối"),
        ("{AGENCY}-{YYMMDD}-{SEQ:4}A", "đứng cuối"),
        ("{AGENCY}-{YYMMDD}{SEQ:4}", "một dấu"),
        ("{AGENCY}-{YYMMDD}-5{SEQ:4}", "một dấu"),
        ("{agency}-{YYMMDD}-{SEQ:4}", "{agency}"),
        ("{AGENCY}-{YYMMDD} {SEQ:4}", "không dấu"),
        ("{AGENCY-{YYMMDD}-{SEQ:4}", "{AGENCY}"),
        ("HỒSƠ-{AGENCY}-{YYMMDD}-{SEQ:4}", "không dấu"),
        ("A" * 28 + "{AGENCY}-{YYMMDD}-{SEQ:6}", "50"),
    ],
)
def test_a_bad_pattern_is_refused_with_what_is_wrong(pattern, told):
    with pytest.raises(BadCasePattern) as caught:
        check_pattern(pattern, "H56.22.17")

    assert told in str(caught.value)
    assert isinstance(caught.value.fields["fault"], Words)


def test_a_desk_with_a_bad_pattern_is_not_made(tmp_path):
    with pytest.raises(BadCasePattern):
        Store.create(
            tmp_path / "desk.db", KEY, desk=replace(DESK, case_code_format="{AGENCY}-{SEQ:4}"), migrations=brought("db"),
            catalogues=brought("resources") / "catalogue",
        )  # fmt: skip

    assert not (tmp_path / "desk.db").exists()


def test_numbers_set_aside_are_given_to_nobody_else(store, clock):
    first = receive(store, clock)
    numbers = set_numbers_aside(3, TODAY, **ports(store, clock))
    after = receive(store, clock)

    assert [number.serial for number in numbers] == [5002, 5003, 5004]
    assert (first[-4:], after[-4:]) == ("5001", "5005")
    assert unused_numbers(store=store) == list(numbers)


def test_a_paper_number_keeps_the_day_and_the_hour_of_its_paper(store, clock):
    """The power is back the next morning: due date and code are those of the paper in the citizen's hand."""
    number = set_numbers_aside(2, TODAY, **ports(store, clock))[0]
    clock.step(days=2)
    on_paper = moment("2026-11-23T15:20:00")
    code = receive(store, clock, paper_code=number.case_code, received_at=on_paper)
    case = case_of(store, code)

    assert code == number.case_code == "H56.22.17-261123-5001"
    assert (case.received_at, case.due_at) == (on_paper, moment("2026-11-25T17:00:00"))
    assert [left.serial for left in unused_numbers(store=store)] == [5002]
    with store.reading() as reading:
        assert [row.code for row in reading.find_cases(received_on=TODAY)] == [code]
        assert reading.last_event_at() == clock.now()


@pytest.mark.parametrize(
    ("changes", "error"),
    [
        ({"received_at": None}, PaperMomentMissing),
        ({"received_at": moment("2026-11-22T09:00:00")}, PaperDayDiffers),
        ({"received_at": moment("2026-11-23T23:59:00")}, PaperMomentToCome),
        ({"for_unit": "H56.22.18"}, PaperForOtherUnit),
        ({"paper_code": "H56.22.17-261123-5777"}, UnknownPaperNumber),
    ],
)
def test_what_the_paper_cannot_say_is_refused(store, clock, changes, error):
    number = set_numbers_aside(1, TODAY, **ports(store, clock))[0]
    clock.step(hours=2)
    said = {"paper_code": number.case_code, "received_at": moment("2026-11-23T09:00:00")} | changes
    with pytest.raises(error):
        receive(store, clock, **said)

    assert unused_numbers(store=store) == [number]


def test_a_paper_number_is_used_once_even_when_its_case_was_voided(store, clock):
    number = set_numbers_aside(1, TODAY, **ports(store, clock))[0]
    said = {"paper_code": number.case_code, "received_at": clock.now()}
    code = receive(store, clock, **said)
    void_case(code, "nhập nhầm", **ports(store, clock))

    with pytest.raises(PaperNumberUsed):
        receive(store, clock, **said)
    assert unused_numbers(store=store) == []


@pytest.mark.parametrize(
    ("count", "days", "error"),
    [
        (0, 0, TooManyNumbers),
        (101, 0, TooManyNumbers),
        (1, -1, NumbersForPastDay),
        (1, 32, NumbersForPastDay),
    ],
)
def test_numbers_for_paper_are_few_and_for_days_to_come(store, clock, count, days, error):
    with pytest.raises(error):
        set_numbers_aside(count, TODAY + timedelta(days=days), **ports(store, clock))


def test_a_case_for_another_agency_bears_its_code_and_no_number_of_ours_twice(store, clock):
    ours = receive(store, clock)
    theirs = receive(store, clock, for_unit=" h56.22.18", for_unit_name="UBND xã Bình Minh")
    next_ = receive(store, clock)
    case = case_of(store, theirs)

    assert theirs.startswith("H56.22.18-261123-5")
    assert 5701 <= int(theirs[-4:]) <= 5899
    assert (ours[-4:], next_[-4:]) == ("5001", "5002")
    assert (case.intake.for_unit, case.intake.for_unit_name) == ("H56.22.18", "UBND xã Bình Minh")


def test_our_own_code_as_the_other_agency_is_a_case_of_ours(store, clock):
    code = receive(store, clock, for_unit="H56.22.17", for_unit_name="UBND xã Tân Lập")

    assert code == "H56.22.17-261123-5001"
    assert case_of(store, code).intake.for_unit == ""


def test_no_agency_and_no_code_of_the_superior_is_made_up(store, clock):
    with pytest.raises(UnclearUnit, match="xã Bình Minh"):
        receive(store, clock, for_unit="xã Bình Minh")
    with pytest.raises(UnclearSuperiorCode):
        receive(store, clock, superior_code="hồ sơ số 1")


def test_the_superiors_code_stands_beside_ours_and_finds_the_case(store, clock):
    code = receive(
        store, clock, channel=Channel.ONLINE, superior_code="h15.50.05.13-261008-0975", name="Đỗ Văn Ước"
    )
    case = case_of(store, code)
    with store.reading() as reading:
        by = [
            [row.code for row in reading.find_cases(words)]
            for words in ("H15.50.05.13-261008-0975", "0975", "261008-0975", "uoc 0975")
        ]

    assert case.superior_code == "H15.50.05.13-261008-0975"
    assert case.intake.channel is Channel.ONLINE
    assert by == [[code]] * 4


def test_an_online_dossier_is_received_once(store, clock):
    code = receive(store, clock, superior_code="H56.22.17-261123-0975")
    with pytest.raises(SuperiorCodeTaken, match=code):
        receive(store, clock, superior_code="H56.22.17-261123-0975")
    void_case(code, "nhập nhầm", **ports(store, clock))

    assert receive(store, clock, superior_code="H56.22.17-261123-0975") != code


def test_papers_that_are_only_shown_are_never_stored_as_kept(store, clock):
    shown = [p for p in RULES.catalogue.get("1.001193").components if p.group == "xuất trình"]
    whole = intake()
    papers = (*whole.components, *(replace(whole.components[0], name=paper.name) for paper in shown))
    code = receive(store, clock, components=papers)
    case = case_of(store, code)

    assert shown
    assert case.intake.components == whole.components


def test_papers_in_national_databases_do_not_hold_up_a_case(store, clock):
    procedure = RULES.catalogue.get("1.004222")  # đăng ký thường trú: chỗ ở hợp pháp có thể có trên CSDL
    first = [paper for paper in procedure.components if paper.lookup_first and paper.required]
    rest = [p for p in procedure.components if p.required and not p.lookup_first]
    components = tuple(replace(intake().components[0], name=paper.name) for paper in rest)

    assert first
    assert receive(store, clock, procedure_code="1.004222", components=components)


def test_a_correction_keeps_the_agency_in_the_code(store, clock):
    code = receive(store, clock, for_unit="H56.22.18", for_unit_name="UBND xã Bình Minh")
    correct_case(code, intake(name="Nguyễn Thị Sửa"), "gõ nhầm", rules=RULES, **ports(store, clock))
    case = case_of(store, code)

    assert (case.intake.applicant.name, case.intake.for_unit) == ("Nguyễn Thị Sửa", "H56.22.18")


def test_rows_made_anew_from_the_log_are_the_same(store, clock):
    number = set_numbers_aside(2, TODAY, **ports(store, clock))[0]
    receive(store, clock, paper_code=number.case_code, received_at=clock.now())
    receive(store, clock, superior_code="H56.22.17-261123-0975", for_unit="H56.22.18")

    assert store.rebuild()


def test_two_communes_that_receive_for_a_third_do_not_begin_at_the_same_number():
    first = {
        free_serials(replace(DESK, agency_code=f"H56.22.{n}"), set(), 1, for_other=True)[0]
        for n in range(18, 38)
    }
    own = set(serials(1)[:700])

    assert len(first) > 15
    assert not first & own


STEPS = st.lists(
    st.tuples(
        st.integers(0, 1), st.sampled_from(["receive", "other", "aside", "key_in", "void", "day"]), st.integers(1, 4)
    ),
    max_size=14,
)  # fmt: skip


@settings(max_examples=20, deadline=None)
@given(steps=STEPS)
def test_no_code_is_ever_given_twice_by_two_desks_of_one_agency(steps):
    """Interleaved days, paper, voids and cases for others: what was given stays given, also to nobody."""
    with TemporaryDirectory() as folder:
        clock, desks = Clock("2026-11-23T17:00:00"), []
        for number in (1, 2):
            made = Store.create(
                Path(folder) / f"{number}.db", KEY, desk=replace(DESK, number=number), migrations=brought("db"),
                catalogues=brought("resources") / "catalogue",
            )  # fmt: skip
            add_staff(HOA, by="hoa", store=made, clock=Clock("2026-11-23T07:30:00"))
            desks.append(made)
        given_out, on_paper = [], [[], []]
        try:
            for which, act, many in steps:
                store = desks[which]
                match act:
                    case "receive":
                        given_out.append(receive(store, clock))
                    case "other":
                        given_out.append(receive(store, clock, for_unit="H56.22.18"))
                    case "aside":
                        day = clock.now().date() + timedelta(days=many % 2)
                        numbers = set_numbers_aside(many, day, **ports(store, clock))
                        given_out += [number.case_code for number in numbers]
                        on_paper[which] += numbers
                    case "key_in" if on_paper[which] and on_paper[which][0].day <= clock.now().date():
                        number = on_paper[which].pop(0)
                        at = max(clock.now().replace(day=number.day.day, hour=9), number.aside_at)
                        assert (
                            receive(store, clock, paper_code=number.case_code, received_at=at)
                            == number.case_code
                        )
                    case "void":
                        with store.reading() as reading:
                            todays = reading.find_cases(
                                state=State.PROCESSING, received_on=clock.now().date(), limit=1
                            )
                        for row in todays:
                            try:
                                void_case(row.code, "nhập nhầm", **ports(store, clock))
                            except DeskError:
                                continue  # keyed in from an earlier day
                    case "day":
                        clock.step(days=1)
            assert len(given_out) == len(set(given_out))
            for which, store in enumerate(desks):
                assert [number.case_code for number in unused_numbers(store=store)] == sorted(
                    number.case_code for number in on_paper[which]
                )
        finally:
            for store in desks:
                store.close()


def test_the_default_pattern_gives_the_codes_that_the_portal_reads():
    assert (
        case_code(_DESK.case_code_format, "H15.50.05.13", date(2026, 10, 8), 975)
        == "H15.50.05.13-261008-0975"
    )
