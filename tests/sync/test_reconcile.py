"""The reconciliation sheet: what both sides say of a day, asked over the real server or told by its last signed word."""

from __future__ import annotations

import sqlite3
import subprocess
from datetime import date

import pytest
from support.desk import DESK, HOA, RULES, receive
from support.news import news_desk

from desk_app.app.home import paper_maker
from desk_app.domain.case import HandOver, Receiver
from desk_app.domain.errors import StrangeAnswer, UnknownProcedure
from desk_app.domain.reconciliation import KINDS
from desk_app.services.complete_case import complete_case
from desk_app.services.hand_over import hand_over
from desk_app.services.recall_result import recall_result
from desk_app.services.reconcile import counts, reconcile
from desk_app.services.sync_overview import overview
from desk_app.sync.above import HttpAbove
from desk_app.sync.superior_api import HttpSuperior
from wire.errors import BadThing
from wire.holdings import Holding, Holdings, pack_holdings, unpack_holdings

TODAY = date(2026, 11, 23)


@pytest.fixture
def desk(tmp_path):
    with news_desk(tmp_path) as made:
        yield made


def name_of(code):
    try:
        return RULES.catalogue.get(code).name
    except UnknownProcedure:
        return code


def sheet_of(desk, above=None, day=TODAY):
    above = above or HttpAbove(desk.line.asking)
    return reconcile(day, name_of=name_of, store=desk.store, clock=desk.clock, above=above)


def a_day(desk):
    """Receive three cases, complete two, hand one over."""
    codes = [receive(desk.store, desk.clock) for _ in range(2)]
    codes.append(receive(desk.store, desk.clock, procedure_code="1.004873", term="3wd"))
    for code in codes[:2]:
        complete_case(code, "1", staff="hoa", store=desk.store, clock=desk.clock)
    hand_over(
        codes[0], HandOver(receiver=Receiver.APPLICANT), staff="hoa", store=desk.store, clock=desk.clock
    )
    return codes


def test_both_sides_agree_after_an_exchange(desk):
    a_day(desk)
    desk.sync()
    sheet = sheet_of(desk)

    assert sheet.agrees
    assert sheet.asked_at == desk.clock.now()
    assert [sheet.total.desk[kind] for kind in KINDS] == [3, 2, 1]
    assert [sheet.total.superior[kind] for kind in KINDS] == [3, 2, 1]
    assert {line.procedure_name for line in sheet.lines} == {"Đăng ký khai sinh", name_of("1.004873")}
    assert (sheet.head_seq, sheet.head_hash) == (sheet.acknowledged_seq, sheet.acknowledged_hash)


def test_what_was_not_sent_is_named_by_its_case(desk):
    a_day(desk)
    desk.sync()
    late = receive(desk.store, desk.clock)
    sheet = sheet_of(desk)

    assert [(one.case_code, one.only_desk) for one in sheet.differences] == [(late, ("received",))]
    assert not sheet.agrees
    assert sheet.head_seq > sheet.acknowledged_seq


def test_a_case_that_only_the_superior_has_is_named_too(desk):
    codes = a_day(desk)
    desk.sync()
    with sqlite3.connect(desk.above / "superior.db") as ledger:
        ledger.execute(
            "update case_record set case_code = 'H56.22.17-261123-5777' where case_code = ?", [codes[2]]
        )
    sheet = sheet_of(desk)

    told = {one.case_code: (one.only_desk, one.only_superior) for one in sheet.differences}
    assert told == {codes[2]: (("received",), ()), "H56.22.17-261123-5777": ((), ("received",))}


def test_a_recalled_result_counts_on_neither_side(desk):
    codes = a_day(desk)
    recall_result(codes[0], "sai tên", staff="hoa", rules=RULES, store=desk.store, clock=desk.clock)
    desk.sync()
    sheet = sheet_of(desk)

    assert [sheet.total.desk[kind] for kind in KINDS] == [3, 1, 0]
    assert sheet.agrees


def test_without_a_line_the_last_signed_word_stands_in_its_place(desk):
    """Also beside a superior that does not know the question yet."""
    a_day(desk)
    desk.sync()

    class Old:
        def holdings(self, *_asked):
            raise StrangeAnswer()

    sheet = sheet_of(desk, Old())
    assert (sheet.asked_at, sheet.confirmed_at) == (None, desk.clock.now())
    assert "sai quy cách" in sheet.why_not
    assert sheet.agrees  # by what it signed


def test_an_exchange_that_comes_between_stops_no_desk(desk):
    a_day(desk)
    desk.sync()

    class Overtaken(HttpAbove):
        def holdings(self, *given):
            desk.sync(HttpSuperior())
            return super().holdings(*given)

    sheet = sheet_of(desk, Overtaken(desk.line.asking))

    assert "chen vào" in sheet.why_not
    assert not desk.read(lambda reading: reading.sync_state().stopped)
    assert desk.sync().last_error == ""


def test_a_refused_case_is_no_agreement(desk):
    with sqlite3.connect(desk.above / "superior.db") as ledger:
        ledger.execute("delete from procedure where code = '1.001193'")
    code = receive(desk.store, desk.clock)
    desk.sync()
    sheet = sheet_of(desk)

    (one,) = sheet.differences
    assert (one.case_code, one.only_desk, one.refused) == (code, ("received",), True)
    assert sheet.total.refused == 1


def test_the_sheet_is_drawn_from_what_was_asked(desk, tmp_path):
    a_day(desk)
    desk.sync()
    sheet = sheet_of(desk)
    path = tmp_path / "sheet.pdf"
    path.write_bytes(paper_maker().reconciliation(sheet, DESK, HOA, at=desk.clock.now()))
    text = " ".join(
        subprocess.run(
            ["pdftotext", "-layout", path, "-"], check=True, capture_output=True, text=True
        ).stdout.split()
    )

    assert "BẢNG KÊ ĐỐI SOÁT HỒ SƠ VỚI CẤP TRÊN" in text
    assert "Khớp: cấp trên đã nhận toàn bộ nhật ký" in text
    head = sheet.head_hash.hex()[:16]
    assert text.count(f"{head[:4]} {head[4:8]} {head[8:12]} {head[12:]}") == 2  # ours and the superior's


def test_f7_reads_all_at_once_and_weighs_what_waits(desk):
    a_day(desk)
    before = overview(store=desk.store, clock=desk.clock)
    real = sum(len(frame.data) for frame in desk.store.frames_after(0))
    assert (before.bytes_pending, before.today.superior["received"]) == (real, 0)
    desk.sync()
    after = overview(store=desk.store, clock=desk.clock)

    assert (after.bytes_pending, after.today.superior["received"], after.url) == (0, 3, desk.url)
    assert after.days[0] == (TODAY, after.today)
    assert after.month == counts(TODAY.replace(day=1), TODAY, store=desk.store)


HELD = Holdings(
    day="2026-11-23",
    seq=7,
    hash=bytes(32),
    cases=(Holding(code="H1-261123-5001", procedure="1.001193", marks="rch"),),
)


def test_holdings_come_back_and_nothing_that_is_none_is_read():
    packed = pack_holdings(HELD)
    assert unpack_holdings(packed) == HELD
    bad = [b"", b"x", packed[:-3], pack_holdings(Holdings(day="d", seq=1, hash=b"", cases=HELD.cases * 2001))]
    import zstandard

    bad += [
        zstandard.compress(body)
        for body in (b"{}", b"[]", b'{"cases":[[1]],"day":"x","hash":"","seq":1}', bytes(300_000))
    ]
    bad.append(zstandard.compress(b'{"cases":[["a","b","z"]],"day":"x","hash":"","seq":1}'))
    for data in bad:
        with pytest.raises(BadThing):
            unpack_holdings(data)
