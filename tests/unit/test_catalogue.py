"""The clerk finds a procedure by whatever comes to mind."""

from __future__ import annotations

import json
from datetime import date

import pytest

from desk_app.domain.deadline import term_text
from desk_app.domain.errors import CatalogueUnreadable, UnknownProcedure
from desk_app.machine.paths import brought
from desk_app.storage.catalogue import FileCatalogue

FOLDER = brought("resources") / "catalogue"
CATALOGUE = FileCatalogue(FOLDER, date(2026, 11, 23))


@pytest.mark.parametrize(
    "words", ["dkks", "DKKS", "đăng ký khai sinh", "dang ky khai sinh", "1.001193", "khai sinh"]
)
def test_registering_a_birth_comes_first(words):
    assert CATALOGUE.search(words)[0].code == "1.001193"


@pytest.mark.parametrize("words", ["sinh khai ký", "ban sao chung thuc", "hôn nhân tình trạng"])
def test_words_are_found_in_any_order(words):
    assert CATALOGUE.search(words)


def test_what_nobody_has_is_not_found():
    assert CATALOGUE.search("zzz qqq") == []
    with pytest.raises(UnknownProcedure, match=r"9\.999999"):
        CATALOGUE.get("9.999999")


def test_an_entry_without_papers_or_time_is_found():
    bare = [
        p for p in CATALOGUE.search("c", 200) + CATALOGUE.search("d", 200) if not p.components and not p.terms
    ]

    assert len(bare) > 5
    assert all(CATALOGUE.search(procedure.name)[0] == procedure for procedure in bare)


def test_a_fee_that_varies_is_empty_until_the_commune_sets_it():
    assert CATALOGUE.get("1.001193").fee is None
    own = FileCatalogue(FOLDER, date(2026, 11, 23), fees={"1.001193": 8000}, at_once=frozenset({"1.004873"}))

    assert own.get("1.001193").fee == 8000
    assert (own.get("1.004873").at_once, CATALOGUE.get("1.004873").at_once) == (True, False)


def terms(code):
    return [choice.term for choice in CATALOGUE.get(code).terms]


def test_times_of_several_cases_units_and_stages_are_offered():
    assert terms("2.000286") == ["10wd", "10wd", "10wd+15wd"]
    assert terms("2.001661") == ["3wd+5wd"]
    assert terms("1.004859") == ["3wd", "same-day@15", "3wd"]
    assert terms("1.012812") == ["30d", "30d", "40d"]
    assert terms("2.000806") == ["10wd"]  # a case whose unit nobody knows is not guessed


def test_the_clock_of_linked_procedures_starts_the_next_day_after_15():
    """3.000722: the agencies' shares are no terms of the whole."""
    assert terms("3.000722") == ["1wd+2wd@15", "5wd@15"]


def test_every_term_offered_can_be_read():
    offered = [choice.term for found in CATALOGUE.search("c", 999) for choice in found.terms]

    assert len(offered) > 40
    assert all(term_text(term) for term in offered)


@pytest.mark.parametrize(
    ("time", "term"),
    [
        ({"value": 0.5, "unit": "ngày làm việc"}, "0.5wd"),
        ({"value": 12, "unit": "giờ"}, "12h"),
        ({"stages": [{"value": 8, "unit": "giờ"}, {"value": 5, "unit": "ngày"}]}, "8h+5d"),
    ],
)
def test_a_case_may_have_any_unit(tmp_path, time, term):
    data = json.loads((FOLDER / "1.json").read_text())
    data["procedures"][0]["processing_time"] = {"cases": [{"name": "khác", **time}]}
    (tmp_path / "1.json").write_text(json.dumps(data))

    procedure = FileCatalogue(tmp_path, date(2026, 11, 23)).get(data["procedures"][0]["code"])

    assert [choice.term for choice in procedure.terms] == [term]
    assert term_text(term)


def test_no_version_is_in_force_before_its_day(tmp_path):
    with pytest.raises(CatalogueUnreadable):
        FileCatalogue(FOLDER, date(2025, 6, 30))


@pytest.mark.parametrize("content", ["", "{", "[]", '{"version":1}'])
def test_a_broken_file_is_named(tmp_path, content):
    (tmp_path / "1.json").write_text(content)

    with pytest.raises(CatalogueUnreadable, match=r"1\.json"):
        FileCatalogue(tmp_path, date(2026, 11, 23))


def test_a_newer_version_rules_from_its_day(tmp_path):
    data = json.loads((FOLDER / "1.json").read_text())
    (tmp_path / "1.json").write_text(json.dumps(data))
    (tmp_path / "2.json").write_text(json.dumps(data | {"version": 2, "effective_from": "2026-12-01"}))

    assert [FileCatalogue(tmp_path, date(2026, m, 1)).version for m in (11, 12)] == [1, 2]
