"""Versions of the catalogue come into force on their day; what is no longer law is told and not received."""

from __future__ import annotations

import json
import resource
from dataclasses import replace
from datetime import date

import pytest
from support.desk import DESK, HOA, KEY, RULES, Clock, intake

from desk_app.app.home import CATALOGUES, catalogue_folders
from desk_app.domain.errors import CatalogueUnreadable, IntakeIncomplete, StorageUnreadable
from desk_app.machine.paths import brought
from desk_app.services.presence import add_staff
from desk_app.services.receive_case import receive_case
from desk_app.storage.catalogue import CatalogueTexts, FileCatalogue
from desk_app.storage.catalogue_files import OWN_VERSIONS, CatalogueFiles
from desk_app.storage.store import Store

DAY = date(2026, 11, 23)
BUNDLED = json.loads((brought("resources") / "catalogue" / "1.json").read_text())


def own(folder, number=OWN_VERSIONS, effective_from="2026-11-01", **changed):
    """Write a version of the desk's own with entries changed by code ("1.001193" written as k1_001193)."""
    by_code = {key[1:].replace("_", "."): value for key, value in changed.items()}
    entries = [entry | by_code.get(entry["code"], {}) for entry in BUNDLED["procedures"]]
    data = {"version": number, "effective_from": effective_from, "procedures": entries}
    CatalogueFiles(catalogue_folders(folder)).write(number, data)
    return catalogue_folders(folder)


@pytest.mark.parametrize(
    ("entry", "receivable", "note"),
    [
        ({}, True, ""),
        ({"effective_from": "2027-03-01", "decision": "QĐ 3501"}, False,
         "Chưa có hiệu lực, áp dụng từ 01/03/2027 (QĐ 3501)."),
        ({"effective_from": "2026-11-23"}, True, ""),
        ({"status": "repealed"}, False, "Không còn áp dụng: bị bãi bỏ."),
        ({"status": "repealed", "effective_to": "2026-11-22", "decision": "QĐ 3509"}, False,
         "Không còn áp dụng sau 22/11/2026: bị bãi bỏ (QĐ 3509)."),
        ({"status": "repealed", "effective_to": "2026-11-23"}, True,
         "Áp dụng đến hết 23/11/2026, sau đó bị bãi bỏ."),
        ({"status": "replaced", "replaced_by": ["3.000722"]}, False,
         "Không còn áp dụng: thay bằng 3.000722."),
        ({"effective_to": "2026-10-01"}, False, "Không còn áp dụng sau 01/10/2026: hết hiệu lực."),
        ({"status": "to_verify"}, True, "Mã cần xác minh với danh mục của tỉnh trước khi tiếp nhận."),
        ({"status": "to_verify", "absent_from": "QĐ 999"}, True,
         "Không có trong danh mục theo QĐ 999; kiểm tra trước khi tiếp nhận."),
    ],
)  # fmt: skip
def test_an_entry_says_where_it_stands(tmp_path, entry, receivable, note):
    catalogue = FileCatalogue(own(tmp_path, k1_001193=entry), DAY)

    assert (catalogue.get("1.001193").receivable, catalogue.get("1.001193").note) == (receivable, note)
    assert "1.001193" in [procedure.code for procedure in catalogue.search("dkks")]
    assert ("1.001193" in [procedure.code for procedure in catalogue.search("", 200)]) == receivable


def test_what_may_not_be_received_comes_last(tmp_path):
    catalogue = FileCatalogue(own(tmp_path, k1_001193={"status": "repealed"}), DAY)
    found = catalogue.search("đăng ký khai sinh", 200)

    assert found[-1].code == "1.001193"
    assert len(found) > 3


@pytest.mark.parametrize("written", ["2.000815.000.00.00.H55", " 2.000815.h29", "2.000815.01"])
def test_a_code_is_found_with_whatever_a_place_wrote_behind_it(written):
    assert RULES.catalogue.search(written)[0].code == "2.000815"


def test_a_repealed_procedure_is_not_received(tmp_path):
    folders = own(tmp_path, k1_001193={"status": "repealed", "decision": "QĐ 3509"})
    store = Store.create(tmp_path / "desk.db", KEY, desk=DESK, migrations=brought("db"), catalogues=folders)
    clock = Clock()
    add_staff(HOA, by="hoa", store=store, clock=clock)
    rules = replace(RULES, catalogue=FileCatalogue(folders, DAY))

    with pytest.raises(IntakeIncomplete, match=r"bị bãi bỏ \(QĐ 3509\)"):
        receive_case(intake(), print_receipt=False, staff="hoa", rules=rules, store=store, clock=clock)
    with store.reading() as reading:
        assert reading.find_cases() == []
    store.close()


def test_a_case_keeps_the_words_of_its_intake_when_the_catalogue_changes(tmp_path):
    folders = catalogue_folders(tmp_path)
    store = Store.create(tmp_path / "desk.db", KEY, desk=DESK, migrations=brought("db"), catalogues=folders)
    clock = Clock()
    add_staff(HOA, by="hoa", store=store, clock=clock)
    code = receive_case(
        intake(), print_receipt=False, staff="hoa", rules=RULES, store=store, clock=clock
    ).case_code
    with store.reading() as reading:
        before = reading.case(code)
    store.close()
    own(tmp_path, k1_001193={"name": "Tên khác", "field": "Khác", "documents": [{"name": "Giấy khác"}]})
    store = Store(tmp_path / "desk.db", KEY, migrations=brought("db"), catalogues=folders)

    with store.reading() as reading:
        assert reading.case(code) == before
        assert [row.procedure_name for row in reading.find_cases()] == [before.procedure_name]
    assert FileCatalogue(folders, DAY).get("1.001193").name == "Tên khác"
    store.close()


def test_the_version_that_began_last_rules_whatever_its_number(tmp_path):
    own(tmp_path, OWN_VERSIONS, "2027-03-01")
    own(tmp_path, OWN_VERSIONS + 1, "2026-12-01")
    folders = own(tmp_path, OWN_VERSIONS + 2, "2026-12-01")

    days = [date(2026, 11, 30), date(2026, 12, 1), date(2027, 3, 1)]
    assert [FileCatalogue(folders, day).version for day in days] == [
        1, OWN_VERSIONS + 2, OWN_VERSIONS,
    ]  # fmt: skip


def test_own_versions_never_take_a_number_that_others_publish(tmp_path):
    files = CatalogueFiles(catalogue_folders(tmp_path))

    assert files.next_own() == OWN_VERSIONS
    own(tmp_path)
    assert files.next_own() == OWN_VERSIONS + 1


@pytest.mark.parametrize("stray", ["notes.json", "²2.json", ".10001.json.new", "10001.json.bak"])
def test_a_stray_file_in_the_folder_is_no_version(tmp_path, stray):
    (tmp_path / CATALOGUES).mkdir()
    (tmp_path / CATALOGUES / stray).write_text("{")

    assert FileCatalogue(catalogue_folders(tmp_path), DAY).version == 1
    assert CatalogueTexts(catalogue_folders(tmp_path)).names()[1, "1.001193"] == "Đăng ký khai sinh"


@pytest.mark.parametrize(
    "document",
    [
        {"version": 7, "effective_from": "2026-11-01", "procedures": []},
        {"version": OWN_VERSIONS, "effective_from": "mai", "procedures": []},
        {"version": OWN_VERSIONS, "effective_from": "2026-11-01", "procedures": [{"code": "1.001193"}]},
    ],
    ids=["another number", "no day", "no entry"],
)
def test_a_version_that_is_not_whole_is_named(tmp_path, document):
    folders = catalogue_folders(tmp_path)
    CatalogueFiles(folders).write(OWN_VERSIONS, document)

    with pytest.raises(CatalogueUnreadable, match=rf"{OWN_VERSIONS}\.json"):
        FileCatalogue(folders, DAY)


def test_a_version_is_written_whole_or_not_at_all(tmp_path):
    """The disk takes the first 100 KB and then no more."""
    allowed = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, allowed[1]))
    try:
        with pytest.raises(StorageUnreadable):
            own(tmp_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, allowed)

    assert list((tmp_path / CATALOGUES).iterdir()) == []


def test_a_version_is_never_written_over(tmp_path):
    folders = own(tmp_path)
    before = (folders[1] / f"{OWN_VERSIONS}.json").read_bytes()

    with pytest.raises(OSError, match=str(OWN_VERSIONS)):
        CatalogueFiles(folders).write(OWN_VERSIONS, {})
    assert (folders[1] / f"{OWN_VERSIONS}.json").read_bytes() == before
    assert len(list(folders[1].iterdir())) == 1


def test_the_level_depends_on_the_day(tmp_path):
    levels = [{"level": "huyện"}, {"level": "xã", "from": "2025-07-01"}]
    procedure = FileCatalogue(own(tmp_path, k1_001193={"levels": levels}), DAY).get("1.001193")

    assert [procedure.level_on(date(2025, m, 1)) for m in (6, 7)] == ["huyện", "xã"]
    assert RULES.catalogue.get("1.001193").level_on(DAY) == ""


def test_a_case_of_a_version_that_burnt_with_its_machine_has_words_and_a_broken_file_is_told(tmp_path):
    texts = CatalogueTexts(catalogue_folders(tmp_path))
    assert texts.of(7, "1.001193").name == "Đăng ký khai sinh"
    with pytest.raises(CatalogueUnreadable):
        texts.of(7, "9.999999")
    (tmp_path / "catalogue").mkdir()
    (tmp_path / "catalogue" / "7.json").write_text("{")
    with pytest.raises(CatalogueUnreadable, match=r"7\.json"):
        CatalogueTexts(catalogue_folders(tmp_path)).of(7, "1.001193")
