"""The commune's own settings are events: the last one stands, new cases go by it at once, old ones never move."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.desk import DESK, HOA, Clock, intake, new_store, open_store

from desk_app.app.at_hand import AtHand, lay
from desk_app.app.home import paper_maker
from desk_app.domain.deadline import deadline
from desk_app.domain.errors import (
    AccountUnclear,
    FeeNotPossible,
    NotYourRole,
    OwnDayUnfounded,
    TermTooLong,
    UnknownTerm,
)
from desk_app.domain.fee import FeeArea
from desk_app.domain.fee_lines import FeeAsked, fee_lines
from desk_app.domain.form_faults import FormFault
from desk_app.domain.local_edits import Commitment, LocalEdit, LocalEdits
from desk_app.domain.own_days import OwnDay
from desk_app.domain.procedure import ProcessStep
from desk_app.domain.settings import (
    SettingChange,
    Settings,
    account_change,
    at_once_change,
    change_body,
    change_of,
    edit_change,
    fee_area_change,
    form_change,
    own_day_change,
    own_day_taken_away,
    settings_of,
)
from desk_app.domain.staff import Role, Staff
from desk_app.domain.viet_qr import Account, AccountKind
from desk_app.machine.paths import brought
from desk_app.services import local_settings
from desk_app.services.local_settings import read_settings
from desk_app.services.presence import add_staff
from desk_app.services.receive_case import receive_case
from desk_app.storage import event_log

EDIT = LocalEdit(
    code="1.004837",
    fee=5000,
    commitments=(Commitment(by_law="3wd", promised="2wd", case=""),),
    steps=(ProcessStep(action="Thẩm định", role="Công chức", minutes=240),),
    decision="QĐ 12/QĐ-UBND",
)
STORM = OwnDay(day=date(2026, 11, 26), working=False, reason="nghỉ do bão số 12", decision="CV 812/UBND-VP")
ACCOUNT = Account(bank_bin="970436", number="1000000001", holder="UBND XA TAN LAP")


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(tmp_path):
    made = new_store(tmp_path)
    yield made
    made.close()


AREA = FeeArea(province="31", former_province="31", name="Thành phố Hải Phòng, địa bàn Hải Phòng cũ")


@pytest.fixture
def rules(tmp_path, store, clock):
    return AtHand(lay(DESK, clock, tmp_path, Settings()))


@pytest.fixture
def ports(store, clock):
    return {"staff": "hoa", "store": store, "clock": clock}


def keep(rules, tmp_path, store, clock):
    """Let new cases go by what is stored, as the window does after each change."""
    rules.use(lay(DESK, clock, tmp_path, read_settings(store=store)))


def take(rules, ports, **changes):
    got = receive_case(intake(**changes), print_receipt=False, rules=rules, **ports)
    with ports["store"].reading() as reading:
        return reading.case(got.case_code)


def test_every_setting_comes_back_from_its_body():
    changes = [
        edit_change(EDIT),
        at_once_change("2.000815", at_once=True),
        own_day_change(STORM),
        own_day_change(replace(STORM, day=date(2026, 11, 28), working=True)),
        account_change(ACCOUNT),
        form_change("receipt_2025.json", "{}"),
        fee_area_change(AREA),
    ]
    told = settings_of(change_of(change_body(change)) for change in changes)

    assert told == Settings(
        edits=LocalEdits((EDIT,)),
        at_once=frozenset({"2.000815"}),
        own_days=(STORM, replace(STORM, day=date(2026, 11, 28), working=True)),
        account=ACCOUNT,
        forms={"receipt_2025.json": "{}"},
        fee_area=AREA,
    )
    assert told.fees == {"1.004837": 5000}


def test_the_last_change_stands_and_what_was_taken_away_is_gone():
    assert settings_of(
        [
            edit_change(EDIT),
            edit_change(replace(EDIT, fee=7000)),
            own_day_change(STORM),
            own_day_taken_away(STORM.day),
            account_change(ACCOUNT),
            account_change(None),
            at_once_change("1", at_once=True),
            at_once_change("1", at_once=False),
            form_change("a.json", "{}"),
            form_change("a.json", ""),
            fee_area_change(AREA),
            fee_area_change(FeeArea()),
        ]
    ) == Settings(edits=LocalEdits((replace(EDIT, fee=7000),)))


def test_an_edit_that_says_nothing_takes_the_edit_away():
    assert settings_of([edit_change(EDIT), edit_change(LocalEdit(code=EDIT.code))]) == Settings()


def test_a_fee_of_nothing_is_a_fee():
    assert settings_of([edit_change(LocalEdit(code="1", fee=0))]).fees == {"1": 0}


def test_a_setting_of_a_newer_desk_is_passed_over():
    assert settings_of([SettingChange(what="queue", key="1", value={"a": 1})]) == Settings()


@given(
    st.lists(
        st.one_of(
            st.builds(at_once_change, st.sampled_from("abc"), at_once=st.booleans()),
            st.builds(
                lambda fee, code: edit_change(LocalEdit(code=code, fee=fee)),
                st.one_of(st.none(), st.integers(min_value=0, max_value=9)),
                st.sampled_from("abc"),
            ),
        ),
        max_size=12,
    )
)
def test_only_the_last_change_of_each_thing_matters(changes):
    last = {(change.what, change.key): change for change in changes}
    kept = [change for change in changes if last[change.what, change.key] is change]
    once, all_ = settings_of(kept), settings_of(changes)

    assert (once.at_once, once.fees) == (all_.at_once, all_.fees)


def test_rows_say_what_all_events_say_and_are_made_again_alike(tmp_path, store, clock, rules, ports):
    catalogue = rules.laid.catalogue
    local_settings.edit_procedure(EDIT, at_once=False, catalogue=catalogue, **ports)
    local_settings.edit_procedure(replace(EDIT, fee=9000), at_once=True, catalogue=catalogue, **ports)
    local_settings.keep_own_day(STORM, calendar=rules.calendar, **ports)
    local_settings.drop_own_day(STORM.day, **ports)
    local_settings.keep_account(ACCOUNT, **ports)
    with store.reading() as reading:
        told = [event for event in event_log.events(reading._db) if event.kind == "settings_changed"]
    from_events = settings_of(change_of(event_log.body_of(event)) for event in told)

    assert read_settings(store=store) == from_events
    assert (from_events.fees, from_events.own_days) == ({"1.004837": 9000}, ())
    assert store.health().projections
    store.close()
    again = open_store(tmp_path)
    assert read_settings(store=again) == from_events
    again.close()


def test_what_did_not_change_is_not_told_again(store, rules, ports):
    for _ in range(2):
        local_settings.edit_procedure(EDIT, at_once=False, catalogue=rules.laid.catalogue, **ports)
    with store.reading() as reading:
        told = [event for event in event_log.events(reading._db) if event.kind == "settings_changed"]

    assert len(told) == 1


def test_a_new_fee_and_a_shorter_time_hold_for_new_cases_at_once_and_old_ones_stay(
    tmp_path, store, clock, rules, ports
):
    before = take(rules, ports, procedure_code="1.004837", term="3wd", fee=None)
    local_settings.edit_procedure(EDIT, at_once=False, catalogue=rules.laid.catalogue, **ports)
    catalogue = rules.catalogue  # as a screen holds on to it
    keep(rules, tmp_path, store, clock)
    procedure = catalogue.get("1.004837")
    with store.reading() as reading:
        still = reading.case(before.code)

    assert (procedure.fee, procedure.terms[0].term, procedure.terms[0].term_by_law) == (5000, "2wd", "3wd")
    assert catalogue.search("1.004837")[0] == procedure
    assert still == before


def test_an_own_day_moves_new_promises_only(tmp_path, store, clock, rules, ports):
    before = take(rules, ports, term="3wd")
    local_settings.keep_own_day(STORM, calendar=rules.calendar, **ports)
    keep(rules, tmp_path, store, clock)
    after = take(rules, ports, term="3wd")
    with store.reading() as reading:
        still = reading.case(before.code)

    assert (before.due_at.date(), after.due_at.date()) == (date(2026, 11, 27), date(2026, 11, 30))
    assert still.due_at == before.due_at
    assert any(
        "bão số 12 (CV 812/UBND-VP)" in step for step in deadline(clock.at, "3wd", rules.calendar).steps
    )


def test_at_once_may_be_allowed_and_taken_back(tmp_path, store, clock, rules, ports):
    for at_once in (True, False):
        local_settings.edit_procedure(
            LocalEdit(code="1.001193"), at_once=at_once, catalogue=rules.laid.catalogue, **ports
        )
        keep(rules, tmp_path, store, clock)

        assert rules.catalogue.get("1.001193").at_once is at_once


@pytest.mark.parametrize(
    ("edit", "error"),
    [
        (replace(EDIT, commitments=(Commitment(by_law="3wd", promised="4wd"),)), TermTooLong),
        (replace(EDIT, commitments=(Commitment(by_law="3wd", promised="0wd"),)), UnknownTerm),
        (replace(EDIT, fee=-1), FeeNotPossible),
    ],
)
def test_what_the_law_does_not_allow_is_refused_and_nothing_is_kept(store, rules, ports, edit, error):
    with pytest.raises(error):
        local_settings.edit_procedure(edit, at_once=False, catalogue=rules.laid.catalogue, **ports)

    assert read_settings(store=store) == Settings()


def test_an_own_day_needs_its_decision_and_an_account_its_shape(store, rules, ports):
    with pytest.raises(OwnDayUnfounded):
        local_settings.keep_own_day(replace(STORM, decision=" "), calendar=rules.calendar, **ports)
    with pytest.raises(AccountUnclear):
        Account(bank_bin="97043", number="1", kind=AccountKind.ACCOUNT)

    assert read_settings(store=store) == Settings()


def test_papers_pay_into_the_account_that_was_set_last(store, ports):
    local_settings.keep_account(ACCOUNT, **ports)
    with store.reading() as reading:
        assert reading.desk().account == ACCOUNT
    local_settings.keep_account(None, **ports)
    with store.reading() as reading:
        assert reading.desk().account is None


def test_only_who_administers_changes_settings(store, clock, rules):
    minh = Staff(login="minh", name="Trần Văn Minh", roles=frozenset({Role.RECEIVE, Role.LEAD}))
    add_staff(minh, by=HOA.login, store=store, clock=clock)
    ports = {"staff": "minh", "store": store, "clock": clock}
    for act in (
        lambda: local_settings.edit_procedure(EDIT, at_once=True, catalogue=rules.laid.catalogue, **ports),
        lambda: local_settings.keep_own_day(STORM, calendar=rules.calendar, **ports),
        lambda: local_settings.drop_own_day(STORM.day, **ports),
        lambda: local_settings.keep_account(ACCOUNT, **ports),
        lambda: local_settings.keep_form("a.json", "{}", check=lambda _forms: None, **ports),
    ):
        with pytest.raises(NotYourRole, match="quản trị"):
            act()

    assert read_settings(store=store) == Settings()


def test_a_form_is_looked_at_before_it_is_kept(store, ports):
    forms = paper_maker().forms
    right = (brought("resources") / "forms" / "receipt_2025.json").read_text(encoding="utf-8")
    own = right.replace("GIẤY TIẾP NHẬN HỒ SƠ", "GIẤY TIẾP NHẬN HỒ SƠ CỦA TỈNH", 1)
    local_settings.keep_form("receipt_2025.json", own, check=forms.with_overrides, **ports)
    with pytest.raises(FormFault):
        local_settings.keep_form("refusal.json", '{"title": 1', check=forms.with_overrides, **ports)

    assert dict(read_settings(store=store).forms) == {"receipt_2025.json": own}
    local_settings.keep_form("receipt_2025.json", "", check=forms.with_overrides, **ports)
    assert dict(read_settings(store=store).forms) == {}


def test_the_provinces_own_fees_count_as_soon_as_its_table_is_chosen(rules, tmp_path, store, clock, ports):
    """No window ever named a province: the table of Hải Phòng was there and nobody could reach it."""
    late = FeeAsked(choice="Khai sinh không đúng hạn")
    assert fee_lines("1.001193", FeeAsked(), rules.fees(), date(2026, 11, 23)).choices == ()
    local_settings.keep_fee_area(AREA, **ports)
    keep(rules, tmp_path, store, clock)
    assert fee_lines("1.001193", late, rules.fees(), date(2026, 11, 23)).total == 8000
    local_settings.keep_fee_area(FeeArea(), **ports)
    keep(rules, tmp_path, store, clock)

    assert fee_lines("1.001193", FeeAsked(), rules.fees(), date(2026, 11, 23)).choices == ()


def test_only_who_administers_chooses_the_table(store, clock, ports):
    add_staff(
        Staff(login="lan", name="Nguyễn Thị Lan", roles=frozenset({Role.RECEIVE})),
        by="hoa",
        store=store,
        clock=clock,
    )
    with pytest.raises(NotYourRole):
        local_settings.keep_fee_area(AREA, **(ports | {"staff": "lan"}))
