"""Cases of a real desk in the national field names, and the validator that reads them."""

from __future__ import annotations

import json
import random
import stat
import sys
from dataclasses import replace
from datetime import date, timedelta

import pytest
import sqlalchemy as sa
from support.desk import RULES, Clock, intake, new_store, receive
from support.engines import options_of
from support.ledger import CODE, FIRST, NOW, RECEIVED, SECOND, open_ledger, rows_of, take

from desk_app.domain.case import HandOver, Receiver
from desk_app.domain.component import Component
from desk_app.domain.deed import Brought, Corrected, Deed, Note, TakingBack
from desk_app.domain.fee import Channel
from desk_app.domain.lifecycle import ActName
from desk_app.domain.turns import Ending, Forward, Guidance, PaymentAsked, Supplement, Taking
from desk_app.machine.paths import brought
from desk_app.services.do_act import act_on
from desk_app.services.guide_citizen import guide_citizen
from desk_app.services.hand_over import hand_over
from desk_app.services.undo_act import may_undo, undo_act
from desk_app.storage import event_log
from district_server import exchange, ledger
from district_server.__main__ import main
from district_server.catalogue_file import read_catalogue
from district_server.errors import CannotServe
from district_server.national.check import RULES as FIELDS
from district_server.national.check import faults_in
from district_server.national.export import export
from district_server.national.life import life_of
from district_server.operators.catalogues import publish
from wire.frame import encode

pytestmark = pytest.mark.usefixtures("engine")

A = ActName
UNDO = TakingBack.UNDO
PAPER = Component(name="Giấy chứng sinh", originals=1)
WHY = Ending(reason="theo đề nghị", signer="Lê Văn A")
GIVEN = {
    A.REQUEST_PAYMENT: PaymentAsked(amount=50_000, what="phí thẩm định"),
    A.TAKE_PAYMENT: Taking(amount=50_000),
    A.REQUEST_SUPPLEMENT: Supplement(papers=(PAPER,), reason="thiếu giấy"),
    A.TAKE_SUPPLEMENT: Brought(papers=(PAPER,)),
    A.REFUSE: WHY,
    A.FORWARD: Forward(to="Phòng Tư pháp"),
    A.TAKE_BACK: Note(text="đã xong"),
    A.WITHDRAW: WHY,
    A.STOP: WHY,
    A.COMPLETE: Note(text="15/GKS"),
    A.RECALL_RESULT: Note(text="sai tên"),
    A.VOID: WHY,
    A.DO_WITHOUT: Note(text="đã tra cứu được"),
}
HALF = "half"  # of what is asked for comes
OTHER = Component(name="Giấy kết hôn", originals=0, copies=1)
LIVES = {  # the national state each ends in, and the states its progress goes through
    (): ("4", "2 4"),
    (A.FORWARD, A.TAKE_BACK, A.COMPLETE, A.HAND_OVER): ("10", "2 4 4 4 9 10"),
    (A.REQUEST_PAYMENT, A.TAKE_PAYMENT, A.COMPLETE): ("9", "2 4 6 4 9"),
    (A.REQUEST_SUPPLEMENT, A.TAKE_SUPPLEMENT, A.REFUSE): ("3", "2 4 5 4 3"),
    (A.REQUEST_SUPPLEMENT, A.WITHDRAW): ("7", "2 4 5 7"),
    (A.STOP,): ("8", "2 4 8"),
    (A.REQUEST_PAYMENT, A.WITHDRAW): ("7", "2 4 6 7"),
    (A.REQUEST_PAYMENT, A.STOP): ("8", "2 4 6 8"),
    (HALF, A.REQUEST_SUPPLEMENT, A.TAKE_SUPPLEMENT): ("5", "2 4 5 5"),
    (HALF, A.REQUEST_SUPPLEMENT, A.TAKE_SUPPLEMENT, A.DO_WITHOUT): ("4", "2 4 5 5 4"),
    (A.VOID,): ("8", "2 4 8"),
    (A.COMPLETE, A.HAND_OVER, UNDO): ("9", "2 4 9 10 9"),
    (A.REQUEST_SUPPLEMENT, A.TAKE_SUPPLEMENT, UNDO, UNDO): ("4", "2 4 5 4 5 4"),
    (A.CORRECT, A.COMPLETE, A.HAND_OVER, A.RECALL_RESULT): ("4", "2 4 4 9 10 4"),
}
PORTALS = "H56.22.17-261122-0976"
DAY = date(2026, 11, 23)


def portals(store, clock):
    """Refuse two online dossiers, and a citizen at the desk who has no code."""
    for code, reason in ((PORTALS, "thiếu giấy"), (PORTALS, "không thuộc thẩm quyền"), ("", "thiếu giấy")):
        clock.step(minutes=1)
        asked = intake(channel=Channel.ONLINE if code else Channel.DESK, superior_code=code.lower())
        guide_citizen(
            A.NOT_RECEIVE, asked, Guidance(reason=reason), rules=RULES, staff="hoa", store=store, clock=clock
        )


def do(code, act, store, clock, *, half=False):
    if act is HALF:
        return
    ports = {"staff": "hoa", "store": store, "clock": clock}
    if act is UNDO:
        seq = may_undo(code, window=timedelta(minutes=10), **ports).seq
        undo_act(code, seq, window=timedelta(minutes=10), **ports)
        return
    if act is A.HAND_OVER:
        hand_over(code, HandOver(receiver=Receiver.APPLICANT), **ports)
        return
    given = GIVEN.get(act)
    if half and act is A.REQUEST_SUPPLEMENT:
        given = replace(given, papers=(PAPER, OTHER))
    if act is A.CORRECT:
        with store.reading() as reading:
            before = reading.case(code).intake
        right = replace(before, applicant=replace(before.applicant, name="Nguyễn Thị Đúng", email=""))
        given = Corrected(intake=right, reason="gõ nhầm")
    act_on(code, Deed(act=act, given=given), rules=RULES, **ports)


@pytest.fixture(scope="module")
def desk(engine, tmp_path_factory):
    """A desk with one case a life, its whole log at the superior; gives the superior and code by life."""
    folder = tmp_path_factory.mktemp("desk")
    store, superior, clock = new_store(folder), open_ledger(folder / "superior"), Clock()
    codes = {}
    for life in LIVES:
        codes[life] = receive(store, clock, term="10wd")
        for act in life:
            clock.step(minutes=1)
            do(codes[life], act, store, clock, half=HALF in life)
    portals(store, clock)
    with superior.act() as connection, store.reading() as reading:
        connection.execute(
            sa.update(ledger.desk).where(ledger.desk.c.desk == FIRST).values(log_key=reading.log_key())
        )
        publish(connection, read_catalogue(brought("resources") / "catalogue" / "1.json"))
        events = list(event_log.events(reading._db))
    exchange.take_frames(superior, FIRST, [encode(events)])
    assert rows_of(superior, ledger.item.c.seq) == []
    yield superior, codes
    store.close()
    superior.close()


def exported(superior, file, first=DAY, last=DAY, *, persons=True):
    export(superior, first, last, file, persons=persons, by="test", now=NOW)
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def records(requests, service):
    return [one for request in requests if request["service"] == service for one in request["data"]]


@pytest.mark.parametrize("life", LIVES, ids=lambda life: "-".join(life) or "received")
def test_a_case_ends_in_its_national_state_and_its_turns_are_told_in_order(desk, tmp_path, life):
    superior, codes = desk
    requests = exported(superior, tmp_path / "out.jsonl")
    (whole,) = [one for one in records(requests, "DongBoHoSoMC") if one["MaHoSo"] == codes[life]]
    turns = [one for one in records(requests, "CapNhatTienDoHoSoMC") if one["MaHoSo"] == codes[life]]

    assert (whole["TrangThaiHoSo"], " ".join(one["TrangThai"] for one in turns)) == LIVES[life]
    assert whole["NgayTra"] == (turns[-1]["ThoiDiemXuLy"] if life and life[-1] is A.HAND_OVER else "")
    assert {one["NguoiXuLy"] for one in turns} == {"Lê Thị Hoa"}
    assert (whole["ChuHoSo"] == "Nguyễn Thị Đúng") == (A.CORRECT in life)


def test_an_online_dossier_refused_at_the_door_is_told_as_refused_under_the_portals_code(desk, tmp_path):
    requests = exported(desk[0], tmp_path / "out.jsonl")
    (whole,) = [one for one in records(requests, "DongBoHoSoMC") if one["MaHoSo"] == PORTALS]
    turns = [one for one in records(requests, "CapNhatTienDoHoSoMC") if one["MaHoSo"] == PORTALS]
    (sent,) = [request for request in requests if whole in request["data"]]

    assert sent["isUpdating"] == "True", "the portal gave the code: it knows the dossier"
    assert (whole["TrangThaiHoSo"], whole["KenhThucHien"], whole["TenTTHC"]) == (
        "3",
        "2",
        "Đăng ký khai sinh",
    )
    assert whole["ChuHoSo"]
    assert whole["NgayTuChoi"] == turns[0]["ThoiDiemXuLy"] != ""
    assert [(one["TrangThai"], one["NoiDungXuLy"]) for one in turns] == [("3", "Từ chối tiếp nhận")]


@pytest.mark.parametrize(
    "code", [CODE, "x" * 51, "a b", "", 5, None, ["H56"]], ids=lambda code: repr(code)[:12]
)
def test_a_refusal_under_a_code_that_is_none_or_a_cases_own_is_told_to_nobody(tmp_path, code):
    made = open_ledger(tmp_path / "superior")
    told = {"procedure": "1.001193", "applicant": {}, "superior_code": code}
    take(made, ("received", CODE, RECEIVED), ("not_received", None, told))
    requests = exported(made, tmp_path / "out.jsonl")

    assert [one["TrangThaiHoSo"] for one in records(requests, "DongBoHoSoMC")] == ["4"]
    made.close()


def test_half_a_supplement_is_told_as_such_and_no_second_request(desk, tmp_path):
    superior, codes = desk
    requests = exported(superior, tmp_path / "out.jsonl")
    told = {one["MaHoSo"]: one["DanhSachHoSoBoSung"] for one in records(requests, "DongBoHoSoMC")}
    half = (HALF, A.REQUEST_SUPPLEMENT, A.TAKE_SUPPLEMENT)
    (waits,), (done,) = told[codes[half]], told[codes[(*half, A.DO_WITHOUT)]]

    assert (waits["TrangThaiBoSung"], waits["NgayTiepNhanBoSung"]) == ("0", "")
    assert waits["ThongTinTiepNhan"] == "Mới nhận một phần, còn chờ bổ sung"
    assert (done["TrangThaiBoSung"], done["ThongTinTiepNhan"]) == ("1", "")


def test_an_obligation_that_nobody_paid_before_the_end_is_owed_no_more(desk, tmp_path):
    superior, codes = desk
    requests = exported(superior, tmp_path / "out.jsonl")
    fees = {
        one["MaHoSo"]: [fee["Gia"] for fee in one["DanhSachLePhi"]]
        for one in records(requests, "DongBoHoSoMC")
    }

    assert fees[codes[(A.REQUEST_PAYMENT, A.TAKE_PAYMENT, A.COMPLETE)]] == ["8000", "50000"]
    assert (
        fees[codes[(A.REQUEST_PAYMENT, A.WITHDRAW)]] == fees[codes[(A.REQUEST_PAYMENT, A.STOP)]] == ["8000"]
    )


def test_every_value_says_what_the_desk_took(desk, tmp_path):
    superior, codes = desk
    requests = exported(superior, tmp_path / "out.jsonl")
    life = (A.REQUEST_SUPPLEMENT, A.TAKE_SUPPLEMENT, A.REFUSE)
    (whole,) = [one for one in records(requests, "DongBoHoSoMC") if one["MaHoSo"] == codes[life]]

    expected = {
        "MaTTHC": "1.001193", "TenTTHC": "Đăng ký khai sinh", "MaLinhVuc": "G15-TP07", "TenLinhVuc": "Hộ tịch",
        "KenhThucHien": "1", "LoaiDoiTuong": "1", "SoDienThoai": "0912345678", "HinhThuc": "0",
        "DinhDanhCHS": {"LoaiDinhDanh": "1", "SoDinhDanh": "038190004217"},
    }  # fmt: skip
    assert {name: whole[name] for name in expected} == expected
    assert whole["DanhSachLePhi"][0]["Gia"] == "8000"
    assert whole["NgayTuChoi"] > whole["NgayTiepNhan"]
    (asked,) = whole["DanhSachHoSoBoSung"]
    assert (asked["NoiDungBoSung"], asked["TrangThaiBoSung"]) == ("thiếu giấy", "1")
    assert {request["madonvi"] for request in requests} == {"H56.22.17"}
    assert all(len(request["data"]) <= 10 for request in requests)


def test_what_is_exported_passes_its_own_validator(desk, tmp_path):
    exported(desk[0], tmp_path / "out.jsonl")

    assert [str(one) for one in faults_in(tmp_path / "out.jsonl")] == []


def test_every_field_that_is_written_is_one_of_the_portals(desk, tmp_path):
    requests = exported(desk[0], tmp_path / "out.jsonl")
    for service, fields in FIELDS["services"].items():
        for one in records(requests, service):
            assert one.keys() <= fields.keys()


def test_without_persons_nothing_names_or_reaches_anybody(desk, tmp_path):
    requests = exported(desk[0], tmp_path / "out.jsonl", persons=False)
    text = json.dumps(requests, ensure_ascii=False)

    assert len(records(requests, "DongBoHoSoMC")) == len(LIVES) + 1
    for told in ("Minh Đức", "Nguyễn Thị", "0912345678", "038190004217", "thiếu giấy"):
        assert told not in text
    assert list(faults_in(tmp_path / "out.jsonl")) == []


def test_days_choose_what_something_happened_to(tmp_path):
    made = open_ledger(tmp_path / "superior")
    take(made, ("received", CODE, RECEIVED), at="2026-11-20T09:00:00+07:00")
    take(made, ("completed", CODE, {}), at="2026-11-23T09:00:00+07:00")
    take(made, ("handed_over", CODE, {"receiver": "applicant"}), at="2026-11-25T09:00:00+07:00")
    take(made, ("received", f"{CODE[:-1]}2", RECEIVED), at="2026-11-23T10:00:00+07:00")
    file = tmp_path / "out.jsonl"

    requests = exported(made, file)
    told = [
        (r["service"], r.get("isUpdating"), [(one["MaHoSo"][-1], one.get("TrangThaiHoSo") or one["TrangThai"]) for one in r["data"]])
        for r in requests
    ]  # fmt: skip
    assert told == [
        ("DongBoHoSoMC", "False", [("2", "4")]),
        ("DongBoHoSoMC", "True", [("1", "9")]),
        ("CapNhatTienDoHoSoMC", None, [("1", "9"), ("2", "2"), ("2", "4")]),
    ]
    assert exported(made, file, date(2026, 11, 21), date(2026, 11, 22)) == []
    assert len(records(exported(made, file, date(2026, 11, 20), date(2026, 11, 25)), "DongBoHoSoMC")) == 2
    made.close()


def _lived(made, chance, cases, days):
    """Have a desk take so many cases and act on them, a frame a day; gives the days on which each was acted on."""
    acts, begun = {}, []
    for day in range(1, days + 1):
        new = [f"H56.22.17-2611{day:02}-{5000 + n}" for n in range(1, 1 + cases // days)]
        old = chance.sample(begun, min(len(begun), 9))
        deeds = [
            ("received", code, RECEIVED | {"received_at": f"2026-11-{day:02}T09:00:00+07:00"}) for code in new
        ]
        deeds += [
            (chance.choice(["extended", "completed", "paid"]), code, {"due_at": "2026-12-01T17:00:00+07:00"}) for code in old
        ]  # fmt: skip
        take(made, *deeds, at=f"2026-11-{day:02}T09:00:00+07:00")
        begun += new
        for code in new + old:
            acts.setdefault(code, []).append(day)
    return acts


def test_a_days_export_reads_that_days_cases_alone_and_tells_the_same_as_all_of_them(tmp_path, monkeypatch):
    """A desk has years of cases: to fold them all for each day took longer every day."""
    made, chance, read = open_ledger(tmp_path / "superior"), random.Random(7), []
    acts = _lived(made, chance, 60, 12)

    def counting(desk, code, *rest):
        read.append(code)
        return life_of(desk, code, *rest)

    monkeypatch.setattr("district_server.national.export.life_of", counting)
    for _ in range(12):
        first, last = sorted(chance.choices(range(1, 14), k=2))
        read.clear()
        requests = exported(made, tmp_path / "out.jsonl", date(2026, 11, first), date(2026, 11, last))
        told = {one["MaHoSo"] for one in records(requests, "DongBoHoSoMC")}
        turns = {one["MaHoSo"] for one in records(requests, "CapNhatTienDoHoSoMC")}
        used = {code for code in acts if _used(made, code, date(2026, 11, first), date(2026, 11, last))}

        assert told == turns == used
        assert (
            used
            <= set(read)
            <= {code for code, days in acts.items() if any(first <= day <= last for day in days)}
        )
    made.close()


def _used(made, code, first, last):
    """Return whether the case's life, folded out of all its events, has a step in these days."""
    with made.act() as connection:
        rows = connection.execute(
            sa.select(ledger.event).where(ledger.event.c.case_code == code).order_by(ledger.event.c.seq)
        ).all()
    return any(
        first <= date.fromisoformat(step.at[:10]) <= last for step in life_of(FIRST, code, "", rows).steps
    )


def test_what_could_not_be_used_is_not_exported(tmp_path):
    made = open_ledger(tmp_path / "superior")
    take(
        made, ("received", f"{CODE[:-1]}2", RECEIVED | {"procedure": "9.9"}), ("received", CODE, RECEIVED),
        ("paid", CODE, {}), ("completed", CODE, {"due_at": "soon"}), ("extended", CODE, {"due_at": 5}),
        ("corrected", CODE, {"now": {}, "gone": 7}),
    )  # fmt: skip
    requests = exported(made, tmp_path / "out.jsonl")
    (whole,) = records(requests, "DongBoHoSoMC")

    assert (whole["MaHoSo"], whole["TrangThaiHoSo"], whole["NgayHenTra"]) == (CODE, "4", "20261123170000")
    assert [one["TrangThai"] for one in records(requests, "CapNhatTienDoHoSoMC")] == ["2", "4", "4"]
    made.close()


def test_strange_bodies_and_emptied_ones_are_told_as_far_as_they_go(tmp_path):
    made = open_ledger(tmp_path / "superior")
    odd = {
        "applicant": {"name": 5, "phone": "0912345678", "kind": ["x"], "id_kind": {}, "id": 7},
        "slip_no": "x", "fee": "much", "channel": 3, "unit_name": {},
    }  # fmt: skip
    take(made, ("staff_added", None, {"login": 5}), ("received", CODE, RECEIVED | odd))
    (whole,) = records(exported(made, tmp_path / "out.jsonl"), "DongBoHoSoMC")
    assert (whole["ChuHoSo"], whole["SoBienNhan"], whole["DanhSachLePhi"]) == ("", "", [])
    with made.act() as connection:
        connection.execute(sa.update(ledger.event).values(body=b""))

    (whole,) = records(exported(made, tmp_path / "out.jsonl"), "DongBoHoSoMC")
    assert (whole["MaTTHC"], whole["SoDienThoai"]) == ("1.001193", "")
    made.close()


def test_an_odd_log_of_one_desk_ends_nobodys_export(tmp_path):
    """Its beginning could not be read, and what came next was taken back: there is no step to stand on."""
    made = open_ledger(tmp_path / "superior")
    good = {"due_at": "2026-12-01T17:00:00+07:00"}
    take(made, ("received", CODE, RECEIVED | {"due_at": "x"}), ("forwarded", CODE, {"to": "Phòng Tư pháp"}),
         ("undone", CODE, {"seq": 2}), ("corrected", CODE, {"now": good, **good}))  # fmt: skip

    (whole,) = records(exported(made, tmp_path / "out.jsonl"), "DongBoHoSoMC")
    assert whole["MaHoSo"] == CODE
    made.close()


def test_a_number_that_two_desks_gave_is_exported_once(tmp_path):
    made = open_ledger(tmp_path / "superior")
    take(made, ("received", "H56.22.17-261123-6001", RECEIVED), desk=SECOND)
    for code in range(5001, 5420):
        take(made, ("received", f"H56.22.17-261123-{code}", RECEIVED))
    told = [one["MaHoSo"] for one in records(exported(made, tmp_path / "out.jsonl"), "DongBoHoSoMC")]

    assert len(told) == len(set(told)) == 420, "more than are read at once"
    made.close()


def test_the_file_is_its_owners_and_the_log_knows_of_it_first(tmp_path):
    made = open_ledger(tmp_path / "superior")
    with pytest.raises(CannotServe, match="Không ghi được tệp"):
        exported(made, tmp_path / "gone" / "out.jsonl")
    with pytest.raises(CannotServe, match="--to đứng trước"):
        exported(made, tmp_path / "out.jsonl", DAY, date(2026, 11, 1))
    exported(made, tmp_path / "out.jsonl", persons=False)

    acts = rows_of(made, ledger.operator_act.c.act, ledger.operator_act.c.about)
    assert acts == [
        ("exported", "23/11/2026-23/11/2026, có thông tin cá nhân, out.jsonl"),
        ("exported", "23/11/2026-23/11/2026, không có thông tin cá nhân, out.jsonl"),
    ]
    assert sys.platform == "win32" or stat.S_IMODE((tmp_path / "out.jsonl").stat().st_mode) == 0o600
    made.close()


def test_both_commands_do_their_job(tmp_path, capsys):
    made = open_ledger(tmp_path / "superior")
    take(made, ("received", CODE, RECEIVED))
    made.close()
    out = tmp_path / "out.jsonl"
    days = ("--from", "2026-11-23", "--to", "2026-11-23")
    assert main(["export", *options_of(tmp_path / "superior"), "--json", *days, "--out", str(out)]) == 0
    assert json.loads(capsys.readouterr().out) == {"cases": 1, "turns": 2, "desks": 1}
    assert main(["check-export", str(out)]) == 1, "the catalogue of the test names no field"
    assert "mục TenLinhVuc: trống mà bắt buộc phải có" in capsys.readouterr().out
    assert intake().procedure_code in out.read_text(encoding="utf-8")
