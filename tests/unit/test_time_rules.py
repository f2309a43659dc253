"""The rules of time are data with an instrument and a day of effect; a case keeps those of its intake."""

from __future__ import annotations

import json
from datetime import date, time

import pytest

from desk_app.domain.errors import CatalogueUnreadable
from desk_app.domain.time_rules import PaymentClock, SupplementClock
from desk_app.machine.paths import brought
from desk_app.storage.catalogue import pinned_time_rules, read_time_rules

FOLDER = brought("resources") / "rules"
FILE = json.loads((FOLDER / "1.json").read_text())
RULES = read_time_rules(FOLDER, date(2026, 11, 23))


def test_the_rules_in_force_are_those_of_the_decree():
    assert (RULES.version, RULES.effective_from) == (1, date(2025, 7, 1))
    assert (RULES.supplement_clock, RULES.supplement_close, RULES.supplement_request) == (
        SupplementClock.RESTART, "15d", "3wd",
    )  # fmt: skip
    assert (RULES.extensions_most, RULES.extension_notice_days, RULES.recall) == (1, 1, "3wd")
    assert (RULES.forward_cutoff, RULES.online_answer) == (time(15), "8h")
    assert RULES.basis("supplement_clock") == "NĐ 118/2025/NĐ-CP Đ.19.5"


def test_every_value_has_its_instrument_and_what_nobody_read_is_listed():
    assert set(RULES.bases) == set(FILE["rules"])
    assert RULES.unverified() == ("payment_clock",)
    assert RULES.payment_clock is PaymentClock.PAUSE


def test_sector_law_may_say_otherwise_for_one_procedure():
    own = RULES.of_procedure("3.000722")

    assert (own.supplement_close, own.supplement_clock) == ("7wd", RULES.supplement_clock)
    assert "3.000722" in own.basis("supplement_close")
    assert RULES.of_procedure("1.001193") == RULES


def test_a_newer_version_rules_from_its_day_and_a_case_keeps_the_older(tmp_path):
    pausing = {"value": "pause", "basis": "NĐ 1/2027/NĐ-CP Đ.1", "verified": True}
    newer = {
        "version": 2,
        "effective_from": "2027-01-01",
        "rules": FILE["rules"] | {"supplement_clock": pausing},
    }
    (tmp_path / "1.json").write_text(json.dumps(FILE))
    (tmp_path / "2.json").write_text(json.dumps(newer))

    in_force = [read_time_rules(tmp_path, day) for day in (date(2026, 12, 31), date(2027, 1, 1))]

    assert [rules.version for rules in in_force] == [1, 2]
    assert [rules.supplement_clock.value for rules in in_force] == ["restart", "pause"]
    assert pinned_time_rules(tmp_path, 1) == in_force[0]


def test_no_rules_are_in_force_before_their_day():
    with pytest.raises(CatalogueUnreadable):
        read_time_rules(FOLDER, date(2025, 6, 30))
    with pytest.raises(CatalogueUnreadable, match=r"7\.json"):
        pinned_time_rules(FOLDER, 7)


def changed(name, **values):
    return {"rules": FILE["rules"] | {name: FILE["rules"][name] | values}}


@pytest.mark.parametrize(
    "fault",
    [
        {"rules": {}},
        {"rules": [1]},
        {"effective_from": "ngay"},
        {"version": None},
        changed("supplement_clock", value="stop"),
        changed("supplement_close", value="15 ngày"),
        changed("extensions_most", value="một"),
        changed("forward_cutoff", value="25:00"),
        changed("recall", basis=""),
        {
            "procedures": {
                "3.000722": {"supplement_close": {"value": "7 ngày", "basis": "x", "verified": True}}
            }
        },
        {"procedures": {"3.000722": {"supplement_colour": {"value": "7wd", "basis": "x", "verified": True}}}},
    ],
    ids=str,
)
def test_a_broken_rules_file_is_named(tmp_path, fault):
    (tmp_path / "1.json").write_text(json.dumps(FILE | fault))

    with pytest.raises(CatalogueUnreadable, match=r"1\.json"):
        read_time_rules(tmp_path, date(2026, 11, 23))


@pytest.mark.parametrize("content", ["", "{", "[]", "null"])
def test_a_file_that_is_none_is_named(tmp_path, content):
    (tmp_path / "1.json").write_text(content)

    with pytest.raises(CatalogueUnreadable, match=r"1\.json"):
        read_time_rules(tmp_path, date(2026, 11, 23))
