"""Somebody who was here before, slips without a case, several receipts in one job."""

from __future__ import annotations

from datetime import date

import pytest
from support.desk import RULES, Clock, intake, new_store, receive
from support.drawn import text_of

from desk_app.app.home import paper_maker
from desk_app.domain.applicant import Applicant, IdKind
from desk_app.domain.case import State
from desk_app.domain.component import Component
from desk_app.domain.errors import PrintFailed, SuperiorCodeTaken, UnclearSuperiorCode
from desk_app.domain.fee import Channel
from desk_app.domain.lifecycle import ActName
from desk_app.domain.slip import SlipKind
from desk_app.domain.turns import Guidance
from desk_app.printing.pdf_folder import PdfFolder
from desk_app.services.complete_case import complete_case
from desk_app.services.end_case import void_case
from desk_app.services.guide_citizen import guide_citizen
from desk_app.services.know_person import person_history
from desk_app.services.print_slip import Press, print_guidance
from desk_app.services.print_together import print_receipts
from desk_app.services.receive_case import receive_case
from desk_app.storage.event_log import events

ID = "038190004217"


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(tmp_path):
    made = new_store(tmp_path)
    yield made
    made.close()


@pytest.fixture
def ports(store, clock):
    return {"staff": "hoa", "store": store, "clock": clock}


def test_nobody_has_a_history_without_a_number(store, clock):
    receive(store, clock, applicant=Applicant(name="Bé Na"))

    assert person_history("", store=store).count == 0
    assert person_history("038190009999", store=store).newest is None


def test_a_history_names_the_newest_case_and_what_is_still_open(store, clock, ports):
    first = receive(store, clock)
    clock.step(days=3)
    second = receive(store, clock, procedure_code="1.004873", term="3wd")
    receive(store, clock, number="001079007919", name="Trần Văn Bảo")
    complete_case(first, "1/GKS", **ports)
    history = person_history(ID, store=store)

    assert (history.count, history.newest.code) == (2, second)
    assert history.newest.procedure_name == RULES.catalogue.get("1.004873").name
    assert history.applicant.address == "Thôn Đồng Tâm, xã Tân Lập, tỉnh Thanh Hóa"
    assert [(case.code, case.state) for case in history.open] == [
        (second, State.PROCESSING), (first, State.RESULT_WAITING)
    ]  # fmt: skip
    assert history.open_of("1.001193").code == first
    assert history.open_of("1.000656") is None


def test_what_was_voided_is_no_history(store, clock, ports):
    void_case(receive(store, clock), "nhập nhầm", **ports)

    assert person_history(ID, store=store).count == 0


@pytest.mark.parametrize(
    ("kind", "number"),
    [(IdKind.OLD, "171234567"), (IdKind.PASSPORT, "C1234567"), (IdKind.TAX, "2801234567-001")],
)
def test_every_kind_of_number_has_its_history(store, clock, kind, number):
    receive(store, clock, applicant=Applicant(name="Trần Văn Bảo", id_kind=kind, id=number))

    assert person_history(number, store=store).count == 1


def test_intake_asks_by_indexes(store, clock):
    """A full scan would be felt at 100,000 cases, with the citizen waiting."""
    receive(store, clock, superior_code="H56.22.17-261123-0975")
    asked: list[str] = []
    with store.transaction() as books:
        books._db.conn.set_trace_callback(asked.append)
        books.person_history(ID)
        books.guided_slips(date(2026, 11, 23))
        books.paper_numbers_unused()
        books.paper_number("H56.22.17-261123-5001")
        books.code_beside("H56.22.17-261123-0975")
        books.free_serials(date(2026, 11, 23))
        books._db.conn.set_trace_callback(None)
        tables = ("case_record", "paper_number", "slip", "event")
        ours = [sql for sql in asked if any(f"from {table}" in sql for table in tables)]
        plans = {sql: [row["detail"] for row in books._all(f"explain query plan {sql}")] for sql in ours}

    assert len(plans) >= 8
    for sql, steps in plans.items():
        walked = [
            step
            for step in steps
            for table in tables
            if step.startswith(f"SCAN {table}") and "INDEX" not in step
        ]
        assert not walked, (sql, steps)


@pytest.mark.parametrize("act", [ActName.NOT_RECEIVE, ActName.REQUEST_COMPLETION])
def test_an_online_dossier_answered_at_the_door_keeps_the_portals_code_and_prints_it(
    ports, store, tmp_path, act
):
    asked = intake(channel=Channel.ONLINE, superior_code=" h56.22.17-261122-0976 ")
    told = Guidance(reason="Thiếu giấy chứng sinh", papers=(Component(name="Giấy chứng sinh", originals=1),))
    seq = guide_citizen(act, asked, told, rules=RULES, **ports)
    with store.reading() as reading:
        (slip,) = reading.guided_slips(date(2026, 11, 23))
    assert (slip.intake.superior_code, slip.intake.channel) == ("H56.22.17-261122-0976", Channel.ONLINE)
    print_guidance(seq, press=Press(papers=paper_maker(), printer=PdfFolder(tmp_path / "papers")), **ports)
    (paper,) = (tmp_path / "papers").glob("*.pdf")

    assert "Mã hồ sơ: H56.22.17-261122-0976" in text_of(paper)


def test_a_code_that_is_none_or_has_a_case_is_not_refused_at_the_door(ports, store):
    receive_case(
        intake(channel=Channel.ONLINE, superior_code="H56.22.17-261122-0976"),
        print_receipt=True, rules=RULES, **ports,
    )  # fmt: skip
    before = len(store_events(store))
    for code, error in (("H56.22.17-261122-0976", SuperiorCodeTaken), ("mã", UnclearSuperiorCode)):
        asked = intake(channel=Channel.ONLINE, superior_code=code)
        with pytest.raises(error):
            guide_citizen(ActName.NOT_RECEIVE, asked, Guidance(reason="thiếu"), rules=RULES, **ports)

    assert len(store_events(store)) == before


def store_events(store):
    with store.reading() as reading:
        return list(events(reading._db))


def test_slips_without_a_case_are_listed_by_day_and_printed_again(store, clock, ports, tmp_path):
    press = Press(papers=paper_maker(), printer=PdfFolder(tmp_path / "papers"))
    papers = (Component(name="Giấy chứng sinh"),)
    told = Guidance(reason="Thiếu giấy chứng sinh", papers=papers, guide="Lê Thị Hoa", phone="02373123456")
    first = guide_citizen(ActName.REQUEST_COMPLETION, intake(components=()), told, rules=RULES, **ports)
    clock.step(minutes=5)
    second = guide_citizen(
        ActName.NOT_RECEIVE,
        intake(components=()),
        Guidance(reason="Không thuộc thẩm quyền"),
        rules=RULES,
        **ports,
    )
    clock.step(days=2)
    guide_citizen(ActName.REQUEST_COMPLETION, intake(components=()), told, rules=RULES, **ports)
    for _ in range(2):
        print_guidance(first, press=press, **ports)
    with store.reading() as reading:
        slips = reading.guided_slips(date(2026, 11, 23))

    assert [(slip.seq, slip.kind, slip.printed) for slip in slips] == [
        (second, SlipKind.REFUSAL, 0), (first, SlipKind.COMPLETION, 2)
    ]  # fmt: skip
    assert slips[1].guidance == told


def test_several_receipts_are_one_job_and_each_is_told_as_printed(store, clock, ports, tmp_path):
    press = Press(papers=paper_maker(), printer=PdfFolder(tmp_path / "papers"))
    codes = [
        receive_with_receipt(ports, **changes)
        for changes in ({}, {"procedure_code": "1.004873", "term": "3wd"})
    ]
    many = print_receipts(codes, press=press, **ports)
    with store.reading() as reading:
        printed = [reading.case(code).receipts_printed for code in codes]

    assert (many, printed) == (2, [1, 1])
    assert [path.name for path in (tmp_path / "papers").iterdir()] == [f"{codes[0]}-receipt-x2.pdf"]


def test_none_is_told_as_printed_when_the_job_was_not_taken(store, ports, tmp_path):
    (tmp_path / "papers").write_text("a file where the folder should be")
    press = Press(papers=paper_maker(), printer=PdfFolder(tmp_path / "papers"))
    codes = [receive_with_receipt(ports), receive_with_receipt(ports)]
    with pytest.raises(PrintFailed):
        print_receipts(codes, press=press, **ports)
    with store.reading() as reading:
        assert reading.receipts_not_printed() == codes


def receive_with_receipt(ports, **changes):
    return receive_case(intake(**changes), print_receipt=True, rules=RULES, **ports).case_code
