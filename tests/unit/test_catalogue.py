"""The clerk finds a procedure by whatever comes to mind."""

from __future__ import annotations

import json
from datetime import date

import pytest

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
