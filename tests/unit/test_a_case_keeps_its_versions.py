"""Catalogue, rules, forms and calendar change; a case keeps those of its intake for ever, new cases take the new ones."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from datetime import timedelta

import pytest
from support.desk import DESK, HOA, KEY, Clock, intake

from desk_app.app import home as home_module
from desk_app.app.home import rules_for
from desk_app.domain.component import Component
from desk_app.domain.errors import UnknownProcedure
from desk_app.domain.moment import moment
from desk_app.domain.settings import Settings
from desk_app.domain.slip import SlipKind
from desk_app.domain.turns import Extension, Supplement
from desk_app.machine.paths import brought
from desk_app.printing.papers import PdfPapers
from desk_app.services.act_help import act_help
from desk_app.services.case_page import case_page
from desk_app.services.correct_case import correct_case
from desk_app.services.due_check import odd_dues
from desk_app.services.extend_case import extend_case
from desk_app.services.local_settings import keep_form, read_settings
from desk_app.services.presence import add_staff
from desk_app.services.receive_case import receive_case
from desk_app.services.supplement import request_supplement, take_supplement
from desk_app.storage.store import Store

MARRIAGE, BIRTH = "1.000894", "1.001193"  # the later catalogue drops the first and rewrites the second
NEW_NAME, NEW_PAPER = "Đăng ký khai sinh theo luật mới", "Tờ khai điện tử theo luật mới"
PAPER = Component(name="Giấy xác nhận tình trạng hôn nhân", originals=1)


class Changing:
    """A desk whose resources are a copy, to be rewritten while cases are under way."""

    def __init__(self, folder, monkeypatch):
        self.resources = folder / "resources"
        for name in ("catalogue", "calendar", "rules", "forms", "fonts"):
            shutil.copytree(brought("resources") / name, self.resources / name)
        monkeypatch.setattr(home_module, "brought", lambda _name: self.resources)
        self.folder, self.clock = folder, Clock()
        self.store = Store.create(
            folder / "desk.db",
            KEY,
            desk=DESK,
            migrations=brought("db"),
            catalogues=self.resources / "catalogue",
        )
        add_staff(HOA, by="hoa", store=self.store, clock=Clock("2026-11-23T07:30:00"))

    @property
    def rules(self):
        """Return the rules that somebody who opens the desk now goes by."""
        home_module.paper_maker.cache_clear()
        settings = read_settings(store=self.store)
        return rules_for(DESK, self.clock, self.folder, settings)

    @property
    def papers(self):
        """Return the papers that somebody who opens the desk now draws."""
        forms = read_settings(store=self.store).forms.values()
        return PdfPapers(self.resources / "fonts", self.resources / "forms", tuple(forms))

    @property
    def ports(self):
        return {"staff": "hoa", "store": self.store, "clock": self.clock}

    @property
    def by_rules(self):
        return {"rules": self.rules, **self.ports}

    def receive(self, code=BIRTH, **changes):
        papers = self.rules.catalogue.get(code).components
        brought_in = tuple(Component(name=p.name, originals=1, copies=0) for p in papers)
        given = intake(**({"procedure_code": code, "components": brought_in, "term": "5wd"} | changes))
        return receive_case(given, print_receipt=True, **self.by_rules).case_code

    def case(self, code):
        with self.store.reading() as reading:
            return reading.case(code)

    def words(self, code, kind=SlipKind.RECEIPT):
        """Return what a paper says, on one line."""
        pdf = self.papers.slip(kind, self.case(code), replace(DESK, receipt_copies=1), HOA)
        read = subprocess.run(["pdftotext", "-", "-"], input=pdf, capture_output=True, check=True)
        return " ".join(read.stdout.decode().split())

    def write(self, place, change):
        """Write the next version of a resource from version 1."""
        old = json.loads((self.resources / place / "1.json").read_text(encoding="utf-8"))
        change(old)
        old["version"] = 2
        (self.resources / place / "2.json").write_text(json.dumps(old, ensure_ascii=False), encoding="utf-8")

    def change_everything(self):
        """Let a month of new law and of the commune's own wishes pass."""
        self.write("catalogue", _new_catalogue)
        self.write("rules", _new_rules)
        self.write("calendar", _new_calendar)
        new_set = json.loads((self.resources / "forms" / "receipt_2025.json").read_text(encoding="utf-8"))
        new_set |= {
            "instrument": "TT 99/2026/TT-VPCP",
            "form_set": "2026",
            "valid_from": "2026-11-24",
            "title": "GIẤY HẸN KIỂU MỚI",
        }
        (self.resources / "forms" / "receipt_2026.json").write_text(
            json.dumps(new_set, ensure_ascii=False), encoding="utf-8"
        )
        self.own_form("receipt_2025.json", title="GIẤY HẸN RIÊNG CỦA XÃ", valid_from="2026-11-01")
        self.own_form("completion_2025.json", title="PHIẾU BỔ SUNG RIÊNG CỦA XÃ", valid_from="2026-11-01")

    def own_form(self, name, **changes):
        form = json.loads((self.resources / "forms" / name).read_text(encoding="utf-8")) | changes
        check = self.papers.forms.with_overrides
        keep_form(name, json.dumps(form, ensure_ascii=False), check=check, **self.ports)


def _new_catalogue(data):
    data["effective_from"] = "2026-11-24"
    data["procedures"] = [one for one in data["procedures"] if one["code"] != MARRIAGE]
    birth = next(one for one in data["procedures"] if one["code"] == BIRTH)
    birth["name"] = NEW_NAME
    birth["processing_time"] = {"text": "02 ngày làm việc", "working_days": 2}
    birth["documents"] = [{**birth["documents"][0], "name": NEW_PAPER}]


def _new_rules(data):
    data["effective_from"] = "2026-11-24"
    data["rules"]["supplement_clock"]["value"] = "pause"
    data["rules"]["supplement_close"]["value"] = "30d"
    data["rules"]["extensions_most"]["value"] = 0


def _new_calendar(data):
    data["days_off"]["2026-12-01"] = "nghỉ theo quyết định mới"


@pytest.fixture
def desk(tmp_path, monkeypatch):
    made = Changing(tmp_path, monkeypatch)
    yield made
    made.store.close()
    home_module.paper_maker.cache_clear()


@pytest.fixture
def birth(desk):
    return desk.receive()


@pytest.fixture
def marriage(desk):
    return desk.receive(MARRIAGE)


@pytest.fixture
def changed(desk, birth, marriage):
    """Return the desk two days later, with everything otherwise."""
    desk.before = {code: (desk.case(code), desk.words(code)) for code in (birth, marriage)}
    desk.clock.step(days=2)  # 24/11 is off
    desk.change_everything()
    return desk


def test_what_is_read_and_printed_of_an_old_case_stays_letter_by_letter(changed, birth, marriage):
    for code in (birth, marriage):
        case, words = changed.before[code]

        assert replace(changed.case(code), delivery=case.delivery) == case
        assert changed.words(code) == words
        assert case.due_at == moment("2026-12-01T17:00:00"), "a day off by now"
        assert (case.catalogue_version, case.calendar_version, case.rules_version, case.form_set) == (
            1,
            1,
            1,
            "2025",
        )


def test_a_new_case_takes_name_papers_rules_form_and_calendar_of_now(changed):
    code = changed.receive()
    case, words = changed.case(code), changed.words(code)

    assert (case.catalogue_version, case.calendar_version, case.rules_version, case.form_set) == (
        2,
        2,
        2,
        "2026",
    )
    assert case.procedure_name == NEW_NAME
    assert [paper.name for paper in case.intake.components] == [NEW_PAPER]
    assert case.due_at == moment("2026-12-03T17:00:00"), "1/12 is off by the corrected calendar"
    assert "GIẤY HẸN KIỂU MỚI" in words
    with pytest.raises(UnknownProcedure):
        changed.receive(MARRIAGE)


def test_the_communes_own_form_is_for_cases_after_it_and_its_end_too(desk, birth):
    before = desk.words(birth)
    desk.own_form("receipt_2025.json", title="GIẤY HẸN RIÊNG CỦA XÃ", valid_from="2026-11-01")
    own = desk.receive()
    desk.own_form("receipt_2025.json", title="GIẤY HẸN SỬA LẦN HAI", valid_from="2026-11-01")
    again = desk.receive()
    keep_form("receipt_2025.json", "", check=lambda _forms: None, **desk.ports)
    bundled = desk.receive()

    assert desk.words(birth) == before
    assert "GIẤY HẸN RIÊNG CỦA XÃ" in desk.words(own)
    assert "GIẤY HẸN SỬA LẦN HAI" in desk.words(again)
    assert "CỦA XÃ" not in desk.words(bundled)


@pytest.mark.parametrize("which", ["birth", "marriage"])
def test_a_supplement_of_an_old_case_goes_by_its_own_rules(changed, which, request):
    code = request.getfixturevalue(which)
    request_supplement(code, Supplement(papers=(PAPER,), reason="thiếu giấy"), **changed.by_rules)
    asked, notice = changed.case(code).supplements[-1], changed.words(code, SlipKind.COMPLETION)
    changed.clock.at = moment("2026-11-26T09:00:00")
    take_supplement(code, (PAPER,), **changed.by_rules)
    case = changed.case(code)

    assert asked.until == moment("2026-12-10T17:00:00").date(), "15 days as then, not 30"
    assert "CỦA XÃ" not in notice
    assert case.due_at == moment("2026-12-04T17:00:00"), (
        "five days anew, over the day off that is known by now"
    )
    assert case.intake.components[-1] == PAPER
    assert case.procedure_name == changed.before[code][0].procedure_name


def test_a_supplement_of_a_new_case_goes_by_the_new_rules(changed):
    code = changed.receive()
    changed.clock.at = moment("2026-11-27T09:00:00")
    request_supplement(code, Supplement(papers=(PAPER,), reason="thiếu giấy"), **changed.by_rules)
    changed.clock.at = moment("2026-11-30T09:00:00")
    take_supplement(code, (PAPER,), **changed.by_rules)
    case = changed.case(code)

    assert case.supplements[-1].until == moment("2026-12-28T17:00:00").date(), "30 days end on a Sunday"
    assert case.due_at == moment("2026-12-04T17:00:00"), "the three days that were left are counted on"


@pytest.mark.parametrize("which", ["birth", "marriage"])
def test_an_old_case_is_extended_though_new_ones_may_not_be(changed, which, request):
    code = request.getfixturevalue(which)
    new = Extension(new_due=moment("2026-12-04T17:00:00"), reason="cần xác minh", signer="Lê Văn A")
    extend_case(code, new, **changed.by_rules)

    assert changed.case(code).due_at == moment("2026-12-04T17:00:00")
    assert "04 tháng 12 năm 2026" in changed.words(code, SlipKind.EXTENSION)


@pytest.mark.parametrize("which", ["birth", "marriage"])
def test_an_old_case_is_corrected_by_the_papers_and_terms_of_its_intake(changed, which, request):
    code = request.getfixturevalue(which)
    before = changed.before[code][0]
    wanted = act_help(code, fees=_no_fees, qr=lambda _text: (), **changed.by_rules).procedure
    right = replace(before.intake, applicant=replace(before.intake.applicant, name="Nguyễn Thị Minh Đạt"))
    correct_case(code, right, "gõ nhầm tên", **changed.by_rules)
    case = changed.case(code)

    assert {paper.name for paper in before.intake.components} <= {paper.name for paper in wanted.components}
    assert case == replace(
        before, intake=right, slips=case.slips, corrections=case.corrections, acts=2, delivery=case.delivery
    )
    assert "NGUYỄN THỊ MINH ĐẠT" in changed.words(code)
    assert "RIÊNG" not in changed.words(code)


def test_pages_explain_rows_are_rebuilt_and_the_doctor_finds_nothing_odd(changed, birth, marriage):
    new = changed.receive()
    for code in (birth, marriage, new):
        page = case_page(code, undo_window=timedelta(minutes=10), **changed.by_rules)
        assert [one.promise.due_at for one in page.dues] == [page.case.due_at]

    assert changed.store.rebuild()
    assert changed.store.health().projections
    assert odd_dues(store=changed.store, rules=changed.rules, calendar=changed.rules.calendar) == []
    assert changed.clock.now() - changed.case(birth).received_at == timedelta(days=2)
    assert read_settings(store=changed.store) != Settings()


def _no_fees():
    from support.fees import NATIONAL

    return NATIONAL
