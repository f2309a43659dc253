"""The store keeps what a clerk did, whole or not at all, and lets nobody change it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import sqlcipher3
from support.desk import KEY, RULES, Clock, intake, new_store, open_store, receive

from desk_app.domain.case import Delivery, HandOver, Receiver, State
from desk_app.domain.case_code import serials
from desk_app.domain.errors import (
    ClockWentBack,
    DamagedLog,
    IntakeIncomplete,
    NoStore,
    NotAllowedNow,
    NotOurStore,
    NumbersUsedUp,
    StorageFull,
    StoreTooNew,
    UnknownCase,
)
from desk_app.domain.moment import moment
from desk_app.machine.paths import brought
from desk_app.services.complete_case import complete_case
from desk_app.services.hand_over import hand_over
from desk_app.services.presence import confirm_clock, sign_in
from desk_app.services.receive_case import receive_case
from desk_app.storage import database, event_log
from desk_app.storage.migrate import schema


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(tmp_path):
    made = new_store(tmp_path)
    yield made
    made.close()


def raw(tmp_path):
    return database.connect(tmp_path / "desk.db", KEY)


def test_a_received_case_comes_back_as_it_was_entered(store, clock):
    given = intake()
    code = receive(store, clock)
    with store.reading() as reading:
        case = reading.case(code)

    assert code == "H56.22.17-261123-5001"
    assert case.intake == given
    assert (case.procedure_name, case.field) == ("Đăng ký khai sinh", "Hộ tịch")
    assert (case.due_at, case.state) == (moment("2026-11-23T17:00"), State.PROCESSING)
    assert (case.register_book, case.register_number, case.slip_number) == ("2026-1", 1, 1)
    assert (len(case.lookup), case.delivery) == (6, Delivery.WAITING)


def test_numbers_run_by_day_and_by_desk(store, clock):
    codes = [receive(store, clock) for _ in range(2)]
    clock.step(days=2)
    codes.append(receive(store, clock))

    assert [code[-11:] for code in codes] == ["261123-5001", "261123-5002", "261125-5001"]
    with store.reading() as reading:
        assert [reading.case(code).register_number for code in codes] == [1, 2, 3]


def test_a_desk_that_used_all_numbers_says_so(tmp_path, store, clock):
    block = serials(1)
    with store.transaction() as books:
        assert books.free_serials(clock.now().date(), len(block)) == list(block)
        for serial in block:
            books._db.execute(
                "insert into paper_number (case_code, received_on, serial, seq) values (?, '2026-11-23', ?, 1)",
                [str(serial), serial],
            )

    with pytest.raises(NumbersUsedUp, match="23/11/2026"):
        receive(store, clock)


def test_at_once_is_received_settled_and_handed_over_in_one_act(store, clock):
    code = receive_case(
        intake(at_once=True), print_receipt=False, staff="hoa", rules=RULES, store=store, clock=clock
    )
    with store.reading() as reading:
        case, unprinted = reading.case(code.case_code), reading.receipts_not_printed()

    assert (case.state, case.due_at, case.slip_number, code.receipt_wanted) == (
        State.RETURNED,
        None,
        0,
        False,
    )
    assert (case.hand_over.receiver, unprinted) == (Receiver.APPLICANT, [])


def test_what_is_missing_is_named_and_nothing_is_stored(store, clock):
    with pytest.raises(IntakeIncomplete, match=r"họ tên chủ hồ sơ.*thành phần hồ sơ"):
        receive(store, clock, name=" ", components=())
    with store.reading() as reading:
        assert reading.find_cases() == []


def test_a_result_arrives_and_is_handed_over_once(store, clock):
    code = receive(store, clock)
    complete_case(code, "12/2026", staff="hoa", store=store, clock=clock)
    taken = HandOver(receiver=Receiver.PROXY, name="Trần Văn B", id="001090123456", paper="Giấy ủy quyền")
    hand_over(code, taken, staff="hoa", store=store, clock=clock)
    with store.reading() as reading:
        case = reading.case(code)

    assert (case.state, case.result_number) == (State.RETURNED, "12/2026")
    assert (case.hand_over.name, case.hand_over.slip_number) == ("Trần Văn B", 1)
    with pytest.raises(NotAllowedNow, match="Đã trả kết quả"):
        hand_over(code, taken, staff="hoa", store=store, clock=clock)


@pytest.mark.parametrize(
    "words",
    ["Nguyễn Thị Minh Đức", "nguyen thi minh duc", "duc", "ĐỨC ngu", "038190004217", "0381900", "5001",
     "H56.22.17-261123-5001", "261123-5001", ""],
)  # fmt: skip
def test_a_case_is_found_by_name_id_or_tail(store, clock, words):
    code = receive(store, clock)
    receive(store, clock, name="Lò Văn Pán", number="014090000001")
    with store.reading() as reading:
        found = [row.code for row in reading.find_cases(words)]

    assert code in found
    assert len(found) == (1 if words else 2)


def test_lists_mask_the_id_and_filter(store, clock):
    code = receive(store, clock)
    with store.reading() as reading:
        (row,) = reading.find_cases(state=State.PROCESSING, due_until=clock.now().date())

        assert (row.code, row.masked_id) == (code, "0381900•••••")
        assert reading.find_cases(state=State.RETURNED) == []
        assert reading.find_cases(due_until=moment("2026-11-22").date()) == []
        assert reading.find_cases('"; drop table event; --') == []


def test_the_log_cannot_be_changed(tmp_path, store, clock):
    receive(store, clock)
    connection = raw(tmp_path)
    for sql in (
        "update event set staff = 'x' where seq = 2",
        "update event set body = x'7b7d' where seq = 2",
        "delete from event where seq = 2",
        "replace into event select seq, kind, case_code, at, 'x', body, body_digest, prev_hash, hash from event where seq = 2",
        "insert into event select seq + 5, kind, case_code, at, staff, body, body_digest, prev_hash, hash from event where seq = 2",
        "update case_record set register_number = 9",
    ):
        with pytest.raises(sqlcipher3.IntegrityError):
            connection.execute(sql)
    connection.execute("update event set body = x'' where seq = 2")  # the one change: retention ended

    assert event_log.check(connection, store._log_key) == 2
    connection.conn.close()


@pytest.mark.parametrize(
    "sql",
    [
        "replace into request_counter values (1, 5)",  # deletes the row before, in silence without recursive triggers
        "delete from request_counter",
        "update request_counter set last = 5",
        "update request_counter set last = 4",
    ],
)
def test_the_counter_of_requests_only_grows(tmp_path, store, sql):
    """One that fell back would look like a copied disk to the superior."""
    with store.transaction() as books:
        assert [books.next_counter() for _ in range(5)] == [1, 2, 3, 4, 5]
    connection = raw(tmp_path)
    with pytest.raises(sqlcipher3.IntegrityError, match="only grows"):
        connection.execute(sql)
    connection.conn.close()

    with store.transaction() as books:
        assert books.next_counter() == 6


def test_a_changed_body_is_seen_though_its_digest_stands(tmp_path, store, clock):
    """Somebody with the key and time: the triggers are gone, the digest is as it was."""
    receive(store, clock)
    connection = raw(tmp_path)
    connection.execute("drop trigger event_stays")
    connection.execute("update event set body = ? where seq = 2", [b'{"book":"x"}'])
    connection.conn.close()

    with pytest.raises(DamagedLog, match="sự kiện 2"):
        store.health()


def test_rebuilding_gives_the_same_rows(store, clock):
    for n in range(4):
        code = receive(store, clock, at_once=n == 2)
        if n < 2:
            complete_case(code, "", staff="hoa", store=store, clock=clock)
    hand_over(
        code := "H56.22.17-261123-5001",
        HandOver(receiver=Receiver.POST, post_code="EP500123112VN"),
        staff="hoa",
        store=store,
        clock=clock,
    )

    assert store.rebuild()
    assert store.health().projections
    with store.transaction() as books:
        books._db.execute("update case_record set applicant_name = 'x' where case_code = ?", [code])
    assert not store.health().projections
    assert not store.rebuild()
    assert store.rebuild()


def test_a_draft_goes_with_the_case_it_became(store, clock):
    with store.transaction() as books:
        books.save_draft("hoa", "nửa chừng")
    with store.reading() as reading:
        assert reading.draft("hoa") == "nửa chừng"
    receive(store, clock)
    with store.reading() as reading:
        assert reading.draft("hoa") == ""


def test_a_clock_set_back_is_refused(store, clock):
    receive(store, clock)
    clock.step(hours=-2)

    with pytest.raises(ClockWentBack, match="2026-11-23 08:15"):
        receive(store, clock)


def test_a_wrong_clock_at_sign_in_locks_nobody_out(store, clock):
    """The battery of an old PC is dead: somebody signs in under 2036, then the clock is put right."""
    receive(store, clock)
    right = clock.at
    clock.step(days=3650)
    sign_in("hoa", store=store, clock=clock)
    clock.at = right

    assert receive(store, clock).endswith("-5002")


def test_a_leader_may_say_that_the_clock_is_right_now(store, clock):
    right = clock.at
    clock.step(days=3650)
    receive(store, clock)
    clock.at = right
    with pytest.raises(ClockWentBack):
        receive(store, clock)
    with pytest.raises(IntakeIncomplete, match="lý do"):
        confirm_clock(" ", staff="hoa", store=store, clock=clock)
    confirm_clock("pin đồng hồ hỏng, đã chỉnh lại", staff="hoa", store=store, clock=clock)

    assert receive(store, clock) == "H56.22.17-261123-5001"


def test_a_full_disk_stores_nothing_and_the_same_case_goes_in_later(store, clock):
    receive(store, clock)
    with store.reading() as reading:
        size = reading._db.execute("pragma page_count").fetchone()[0]
        reading._db.execute(f"pragma max_page_count = {size}")
    with pytest.raises(StorageFull, match="đầy"):
        _fill(store, clock)
    with store.reading() as reading:
        before = [row.code for row in reading.find_cases(limit=999)]
        reading._db.execute("pragma max_page_count = 1000000")

    assert receive(store, clock) not in before
    assert store.health().integrity
    assert store.health().projections


def _fill(store, clock):
    for _ in range(200):
        receive(store, clock)


@pytest.mark.parametrize("content", [b"", b"no database", b"SQLite format 3\0" + bytes(5000)])
def test_a_file_that_is_not_ours_is_refused_and_left_alone(tmp_path, content):
    (tmp_path / "desk.db").write_bytes(content)

    with pytest.raises(NotOurStore):
        open_store(tmp_path)
    assert (tmp_path / "desk.db").read_bytes() == content


def test_a_wrong_key_opens_nothing(tmp_path, store, capfd):
    store.close()

    with pytest.raises(NotOurStore):
        open_store(tmp_path, bytes(32))
    assert capfd.readouterr().err == ""


def test_no_file_is_no_store(tmp_path):
    with pytest.raises(NoStore):
        open_store(tmp_path)


def test_a_newer_store_is_refused(tmp_path, store):
    store.close()
    connection = raw(tmp_path)
    connection.execute("pragma user_version = 99")
    connection.conn.close()

    with pytest.raises(StoreTooNew):
        open_store(tmp_path)


def test_the_file_tells_nothing(tmp_path, store, clock):
    receive(store, clock)
    store.tidy()
    store.close()

    for path in tmp_path.iterdir():
        assert "Nguyễn".encode() not in path.read_bytes()
        assert b"SQLite" not in path.read_bytes()


def test_the_shape_is_the_frozen_one(tmp_path, store, clock):
    receive(store, clock)
    connection = raw(tmp_path)
    shape = schema(connection)
    connection.conn.close()

    assert shape == (brought("db") / "schema.sql").read_text()


def test_an_unknown_case_is_named(store):
    with store.reading() as reading, pytest.raises(UnknownCase, match="H1-1"):
        reading.case("H1-1")


COUNT = """
import sys
sys.path[:0] = [{root!r}, {tests!r}]
from pathlib import Path
from support.desk import Clock, open_store, receive
store, clock = open_store(Path({folder!r})), Clock()
receive(store, clock)
print("MARK", file=sys.stderr, flush=True)
for _ in range(10):
    receive(store, clock)
print("MARK", file=sys.stderr, flush=True)
"""


@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
def test_one_case_costs_one_sync(tmp_path, store):
    """Counted by the kernel; the clerk's old disk pays for each."""
    store.close()
    tests = Path(__file__).parents[1]
    script = COUNT.format(root=str(tests.parent), tests=str(tests), folder=str(tmp_path))
    trace = tmp_path / "trace"
    ran = subprocess.run(
        ["strace", "-f", "-o", trace, "-e", "trace=fsync,fdatasync,write", sys.executable, "-c", script],
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    if ran.returncode and "ptrace" in ran.stderr:
        pytest.skip("ptrace is refused here")
    assert ran.returncode == 0, ran.stderr
    between = trace.read_text().split("MARK")[1]

    assert len(re.findall(r"f(?:data)?sync\(", between)) == 10
