"""What the superior tells, over the real server: each kind arrives, is kept, and changes only what it should."""

from __future__ import annotations

import json
import shutil
import sqlite3

import pytest
from support.desk import DESK, RULES, intake, receive
from support.news import forwarded, news_desk, say

from desk_app.app.wiring_news import NewsWiring
from desk_app.domain.case import Delivery, State
from desk_app.domain.errors import CounterFellBack, ExchangeOvertaken, LineCut, SuperiorAway, ThingGone
from desk_app.domain.news import SUPERIOR, Outcome, ThingKind
from desk_app.machine.line_file import LineFile
from desk_app.machine.paths import brought
from desk_app.services.correct_case import correct_case
from desk_app.services.line_cost import CONNECTION_BYTES, QUESTION_BYTES
from desk_app.sync.above import HttpAbove


@pytest.fixture
def desk(tmp_path):
    with news_desk(tmp_path) as made:
        yield made


def case_of(desk, code):
    return desk.read(lambda reading: reading.case(code))


def failed(desk):
    return [one.why for one in desk.read(lambda reading: reading.failed_news(9))]


def catalogue(desk, **changes):
    document = json.loads((brought("resources") / "catalogue" / "1.json").read_text(encoding="utf-8"))
    path = desk.folder / "published.json"
    path.write_text(json.dumps(document | changes, ensure_ascii=False), encoding="utf-8")
    return str(path)


@pytest.mark.parametrize(("outcome", "back"), [("accepted", False), ("returned", True), ("result", True)])
def test_a_decision_reaches_the_case_and_its_log(desk, outcome, back):
    code = forwarded(desk)
    desk.told("decide", code, outcome, "--reference", "12/QĐ-STP", "--note", "đủ điều kiện")
    state = desk.sync()
    case = case_of(desk, code)
    (word,) = case.superior_words

    assert (word.outcome, word.reference, word.note) == (Outcome(outcome), "12/QĐ-STP", "đủ điều kiện")
    assert (case.state, case.delivery) == (State.PROCESSING, Delivery.ACKNOWLEDGED)
    assert (case.forwards[-1].back_at is not None) is back
    assert (case.result_above is not None) is (outcome == "result")
    assert (state.pending_cases, state.pending_events) == (0, 0)  # the superior has the word in our log too
    entry = desk.read(lambda reading: reading.timeline(code))[-1]
    assert (entry.kind, entry.staff) == ("superior_applied", "Cấp trên")
    assert "12/QĐ-STP" in entry.detail


def test_the_national_code_stands_beside_ours_and_finds_the_case(desk):
    code = forwarded(desk)
    desk.told("decide", code, "code", "--reference", "G22.99-261123-000123")
    desk.sync()

    assert case_of(desk, code).superior_code == "G22.99-261123-000123"
    (found,) = desk.read(lambda reading: reading.find_cases("000123"))
    assert found.code == code


def test_the_same_news_twice_are_one_event(desk):
    code = forwarded(desk)
    desk.told("decide", code, "accepted")
    desk.sync()
    with sqlite3.connect(desk.above / "superior.db") as ledger:  # a restored superior numbers its news anew
        cursor, body = ledger.execute("select cursor, body from word where kind = 'decision'").fetchone()
        ledger.execute(
            "insert into item select 900, desk, seq, code, sentence, who_acts from item where cursor = ?",
            [cursor],
        )
        ledger.execute("insert into word values (900, 'decision', ?, null, null, null)", [body])
    desk.sync()

    assert len(case_of(desk, code).superior_words) == 1
    assert failed(desk) == []


def test_rebuilding_from_the_log_gives_the_same_rows(desk):
    code = forwarded(desk)
    desk.told("decide", code, "code", "--reference", "G22.99-261123-000123")
    desk.told("decide", code, "result", "--reference", "7")
    desk.sync()
    before = case_of(desk, code)

    assert desk.store.rebuild()
    assert desk.store.health().projections
    assert case_of(desk, code) == before
    assert {event.staff for event in desk.read(lambda reading: reading.life(code))} == {"hoa", SUPERIOR}


def test_notices_are_shown_from_their_day_to_their_last(desk):
    desk.told(
        "notice",
        "--title",
        "Bảo trì",
        "--text",
        "Cổng nghỉ tối thứ Bảy.",
        "--from",
        "2026-11-24",
        "--until",
        "2026-11-28",
    )
    desk.sync()

    today = desk.clock.now().date()
    shown = [desk.read(lambda reading, n=n: reading.notices(today.replace(day=n))) for n in (23, 24, 28, 29)]
    assert [[one.title for one in notices] for notices in shown] == [[], ["Bảo trì"], ["Bảo trì"], []]


def test_a_notice_for_one_desk_is_not_told_to_another(desk):
    with pytest.raises(Exception, match="notice: 2"):
        desk.told("notice", "--title", "x", "--text", "y", "--until", "2026-11-28", "--desk", "H56.22.18/1")
    desk.told("notice", "--title", "x", "--text", "y", "--until", "2026-11-28", "--desk", "H56.22.17/1")
    desk.sync()

    assert len(desk.read(lambda reading: reading.notices(desk.clock.now().date()))) == 1


def test_a_catalogue_comes_by_parts_and_rules_from_its_day(desk):
    desk.told("publish-catalogue", catalogue(desk, version=2, effective_from="2026-12-01"))
    desk.sync()

    assert desk.come == [ThingKind.CATALOGUE]
    (new, old) = desk.read(lambda reading: reading.things())
    assert (new.thing.version, new.held, new.got) == (2, True, 0)
    assert (old.thing.version, old.held) == (1, True)  # the program brought it: nothing was fetched
    assert json.loads((desk.folder / "catalogue" / "2.json").read_text(encoding="utf-8"))["version"] == 2
    desk.sync()
    assert desk.come == [ThingKind.CATALOGUE]  # once


def test_calendar_forms_and_rules_come_too(desk, tmp_path):
    resources = brought("resources")
    desk.told("publish-calendar", str(resources / "calendar" / "1.json"), "--effective-from", "2026-12-01")
    calendar = json.loads((resources / "calendar" / "1.json").read_text(encoding="utf-8")) | {"version": 2}
    (tmp_path / "calendar.json").write_text(json.dumps(calendar), encoding="utf-8")
    desk.told("publish-calendar", str(tmp_path / "calendar.json"), "--effective-from", "2026-12-01")
    rules = json.loads((resources / "rules" / "1.json").read_text(encoding="utf-8")) | {"version": 2}
    (tmp_path / "rules.json").write_text(json.dumps(rules), encoding="utf-8")
    desk.told("publish-rules", str(tmp_path / "rules.json"), "--effective-from", "2026-12-01")
    form = json.loads((resources / "forms" / "hand_over_list.json").read_text(encoding="utf-8"))
    (tmp_path / "form.json").write_text(json.dumps(form | {"valid_from": "2026-12-01"}), encoding="utf-8")
    desk.told(
        "publish-forms", str(tmp_path / "form.json"), "--version", "1", "--effective-from", "2026-12-01"
    )
    desk.sync()

    assert sorted(desk.come) == ["calendar", "forms", "rules"]
    troubles = {
        (one.thing.kind, one.thing.version): one.trouble
        for one in desk.read(lambda r: r.things())
        if not one.held
    }
    assert list(troubles) == [("calendar", 1)]  # another document under the number of the program's own
    assert "khác bản cùng số" in troubles["calendar", 1]


class Elsewhere(HttpAbove):
    """Asks for a document that nobody has."""

    def part(self, enrolment, counter, sha256, start):
        return super().part(enrolment, counter, "0" * len(sha256), start)


def test_a_document_that_the_superior_no_longer_has_is_asked_for_another_time(desk):
    desk.told("publish-catalogue", catalogue(desk, version=2, effective_from="2026-12-01"))
    desk.sync(above=lambda: Elsewhere(desk.line.asking))
    trouble = desk.read(lambda reading: reading.things())[0].trouble
    desk.sync()

    assert trouble == ThingGone.sentence
    assert desk.come == [ThingKind.CATALOGUE]


class Cutting(HttpAbove):
    """The real line, cut after so many parts."""

    def __init__(self, asking, after):
        super().__init__(asking)
        self.after, self.starts = after, []

    def part(self, enrolment, counter, sha256, start):
        if len(self.starts) == self.after:
            raise SuperiorAway()
        self.starts.append(start)
        return super().part(enrolment, counter, sha256, start)[:5000]


def test_a_document_goes_on_from_the_byte_where_it_was_cut(desk):
    desk.told("publish-catalogue", catalogue(desk, version=2, effective_from="2026-12-01"))
    receive(desk.store, desk.clock)
    starts = []
    for _ in range(20):
        line = Cutting(desk.line.asking, 2)
        state = desk.sync(above=lambda line=line: line)
        starts += line.starts
        assert (state.pending_cases, state.last_error) == (0, "")  # the cases are safe whatever becomes of it
        if desk.come:
            break

    assert desk.come == [ThingKind.CATALOGUE]
    assert starts == list(range(0, 5000 * len(starts), 5000))  # no byte twice
    assert len(starts) > 3


def waiting(desk):
    return [one for one in desk.read(lambda reading: reading.things()) if not one.held]


def test_a_line_that_is_cut_beneath_a_document_is_no_failure_of_the_cases(desk):
    desk.told("publish-catalogue", catalogue(desk, version=2, effective_from="2026-12-01"))
    desk.told("publish-catalogue", catalogue(desk, version=3, effective_from="2026-12-02"))
    receive(desk.store, desk.clock)
    asked = []

    class Cut(HttpAbove):
        def part(self, *given):
            asked.append(given)
            raise LineCut()

    state = desk.sync(above=lambda: Cut(desk.line.asking))

    assert (state.pending_cases, state.last_error, len(asked)) == (0, "", 1)
    assert sorted(bool(one.trouble) for one in waiting(desk)) == [False, True]


@pytest.mark.parametrize("ours", [True, False])
def test_a_replay_beneath_a_document_stops_the_desk_unless_it_was_its_own(desk, ours):
    desk.told("publish-catalogue", catalogue(desk, version=2, effective_from="2026-12-01"))

    class Replayed(HttpAbove):
        def part(self, *_given):
            if ours:
                with desk.store.transaction() as books:
                    books.next_counter()
            raise CounterFellBack()

    with pytest.raises(ExchangeOvertaken if ours else CounterFellBack):
        desk.sync(above=lambda: Replayed(desk.line.asking))
    assert desk.read(lambda reading: reading.sync_state().stopped) is not ours


def test_documents_take_no_more_of_a_paid_line_than_its_day_allows(desk):
    desk.told("publish-catalogue", catalogue(desk, version=2, effective_from="2026-12-01"))
    meter, today = LineFile(desk.folder), desk.clock.now().date()
    meter.allow(CONNECTION_BYTES + 4 * QUESTION_BYTES)
    state = desk.sync(meter=meter)

    assert (state.last_error, meter.used(today) <= CONNECTION_BYTES + 4 * QUESTION_BYTES) == ("", True)
    (one,) = waiting(desk)
    assert one.got == 0
    assert "định mức" in one.trouble
    meter.allow(1_000_000)
    desk.sync(meter=meter)
    assert not waiting(desk)
    assert meter.used(today) > CONNECTION_BYTES + 4 * QUESTION_BYTES + one.thing.size


def test_one_line_serves_an_exchange_from_first_to_last_so_that_it_can_be_cut(desk):
    """The next one has a line of its own, which nobody would cut when the desk is locked."""
    asked = []
    news = NewsWiring(
        store=desk.store, desk=DESK, folder=desk.folder, clock=desk.clock, superior=lambda: asked.append(1) or desk.line
    )  # fmt: skip
    news.sync(lambda _progress: None)

    assert len(asked) == 1


def test_what_was_changed_on_the_way_is_refused_and_fetched_again(desk):
    desk.told("publish-catalogue", catalogue(desk, version=2, effective_from="2026-12-01"))

    class Spoiling(HttpAbove):
        def part(self, *asked):
            return bytes(byte ^ 1 for byte in super().part(*asked))

    desk.sync(above=lambda: Spoiling(desk.line.asking))
    new = desk.read(lambda reading: reading.things()[0])
    assert (new.held, new.got) == (False, 0)
    assert "tệp hỏng" in new.trouble
    assert not (desk.folder / "catalogue" / "2.json").exists()
    desk.sync()
    assert desk.read(lambda reading: reading.things()[0]).held


@pytest.mark.parametrize("change", [{"procedures": [{"code": "1"}]}, {"procedures": []}])
def test_a_catalogue_that_its_own_reader_refuses_never_counts(desk, change):
    document = {"version": 2, "effective_from": "2026-12-01"} | change
    with sqlite3.connect(desk.above / "superior.db") as ledger:  # past the checks of the command
        put(ledger, "catalogue", document)
    desk.sync()

    new = desk.read(lambda reading: reading.things()[0])
    assert (new.held, desk.come) == (False, [])
    assert "quy cách" in new.trouble


def put(ledger, kind, document):
    from wire.canonical import canonical
    from wire.thing import digest_of, name_of, pack_thing

    packed = pack_thing(json.dumps(document).encode())
    ledger.execute("insert into thing values (?, ?)", [name_of(packed), packed])
    body = {
        "version": 2,
        "effective_from": "2026-12-01",
        "sha256": name_of(packed),
        "size": len(packed),
        "of": digest_of(document),
    }
    say(ledger, kind, body=canonical(body).decode())


ODD = [
    ("decision", {"case": "H56.22.17-261123-5999", "outcome": "accepted"}, "mà quầy này không có"),
    ("decision", {"case": 5, "outcome": "accepted"}, "case"),
    ("decision", {"outcome": "eaten"}, "outcome"),
    ("decision", {"case": "x", "outcome": "accepted", "at": "hôm qua"}, "at"),
    ("decision", {"case": "x", "outcome": "accepted", "note": "x" * 501}, "note"),
    ("superior_code", {"case": "x"}, "code"),
    ("settled", {"seq": -1}, "seq"),
    ("settled", {"seq": True}, "seq"),
    ("notice", {"title": "x", "text": "y" * 1001, "from": "2026-11-01", "until": "2026-12-01"}, "text"),
    ("notice", {"title": "x", "text": "y", "from": 5, "until": "2026-12-01"}, "from"),
    ("catalogue", {"version": 2, "sha256": "../../x", "size": 5, "of": "0" * 64, "effective_from": "2026-12-01"}, "sha256"),
    ("catalogue", {"version": 2, "sha256": "0" * 64, "size": 2**31 - 1, "of": "0" * 64, "effective_from": "2026-12-01"}, "size"),
    ("catalogue", {"version": 2**40, "sha256": "0" * 64, "size": 5, "of": "0" * 64, "effective_from": "2026-12-01"}, "version"),
    ("key", {"ed25519": "AAAA", "x25519": "AAAA", "signature": "AAAA"}, "khóa cũ"),
    ("decision", {"case": "x", "outcome": "accepted", "at": "0001-01-01T00:00:00+14:00"}, "“at”"),
]  # fmt: skip


def test_odd_news_are_kept_with_their_reason_and_hold_up_nothing(desk):
    code = forwarded(desk)
    head = desk.read(lambda reading: reading.sync_state().acknowledged_seq)
    with sqlite3.connect(desk.above / "superior.db") as ledger:
        for n, (kind, body, _) in enumerate(ODD, 901):
            say(ledger, kind, json.dumps(body), n)
        say(ledger, "of_a_later_day", '{"x":1}', 990)
    desk.told("decide", code, "accepted")
    receive(desk.store, desk.clock)
    state = desk.sync()

    assert (state.pending_events, state.last_error) == (0, "")
    assert case_of(desk, code).superior_words[0].outcome is Outcome.ACCEPTED  # it came after them all
    reasons = desk.read(lambda reading: [one.why for one in reading.failed_news(50)])[::-1]
    assert len(reasons) == len(ODD)
    assert all(told in why for why, (_, _, told) in zip(reasons, ODD, strict=True))
    assert state.acknowledged_seq == head + 2  # the new case, and the one word that counted


def test_a_flood_of_news_ends_with_the_round_and_goes_on_with_the_next(desk):
    with sqlite3.connect(desk.above / "superior.db") as ledger:
        body = {"text": "y" * 1000, "from": "2026-11-01", "until": "2026-12-01"}
        for n in range(1000, 1420):
            say(ledger, "notice", json.dumps(body | {"title": str(n)}), n)
    receive(desk.store, desk.clock)
    state = desk.sync()
    first = desk.read(lambda reading: reading.cursor())

    assert state.pending_events == 0
    assert 1000 < first < 1419
    desk.sync()
    assert desk.read(lambda reading: reading.cursor()) == 1419
    assert (
        len(desk.read(lambda reading: reading.notices(desk.clock.now().date()))) == 50
    )  # as many as are shown


def restored(backup, ledger):
    """Put a backup into a ledger that a superior has open."""
    with sqlite3.connect(backup) as before, sqlite3.connect(ledger) as now:
        before.backup(now)


def refused_case(desk) -> str:
    with sqlite3.connect(desk.above / "superior.db") as ledger:
        ledger.execute("delete from procedure where code = '1.001193'")
    code = receive(desk.store, desk.clock)
    desk.sync()
    return code


def test_an_exception_names_reason_and_what_to_do_until_a_later_act_is_taken(desk):
    code = refused_case(desk)
    (one,) = desk.read(lambda reading: reading.exceptions(9))
    assert (one.case_code, one.kind, one.code, str(one.actor)) == (
        code,
        "received",
        "unknown_procedure",
        "Quầy",
    )
    assert "chọn lại thủ tục" in one.what_to_do
    assert case_of(desk, code).delivery is Delivery.REFUSED

    right = intake(procedure_code="1.004873", term="3wd")
    correct_case(
        code, right, "chọn nhầm thủ tục", staff="hoa", rules=RULES, store=desk.store, clock=desk.clock
    )
    assert (
        case_of(desk, code).delivery is Delivery.REFUSED
    )  # a correction that only we know of settles nothing
    state = desk.sync()

    assert (state.refused_cases, desk.read(lambda reading: reading.exceptions(9))) == (0, [])
    case = case_of(desk, code)
    assert (case.delivery, case.refusal) == (Delivery.ACKNOWLEDGED, "")
    with sqlite3.connect(desk.above / "superior.db") as ledger:
        assert ledger.execute("select case_code, procedure_code, state from case_record").fetchall() == [
            (code, "1.004873", 4)
        ]


def test_the_superior_can_say_that_nothing_more_is_to_be_done(desk):
    code = refused_case(desk)
    (one,) = desk.read(lambda reading: reading.exceptions(9))
    desk.told("settle", "--desk", "H56.22.17/1", "--seq", str(one.seq))
    state = desk.sync()

    assert state.refused_cases == 0
    assert case_of(desk, code).delivery is Delivery.ACKNOWLEDGED


def test_a_refusal_that_a_restored_superior_gives_again_can_be_settled_again(desk):
    receive(desk.store, desk.clock)
    desk.sync()
    shutil.copytree(desk.above, desk.folder / "backup")
    refused_case(desk)
    (one,) = desk.read(lambda reading: reading.exceptions(9))
    desk.told("settle", "--desk", "H56.22.17/1", "--seq", str(one.seq))
    assert desk.sync().refused_cases == 0

    restored(desk.folder / "backup" / "superior.db", desk.above / "superior.db")
    refused_case(desk)
    assert one.seq in [again.seq for again in desk.read(lambda reading: reading.exceptions(9))]
    desk.told("settle", "--desk", "H56.22.17/1", "--seq", str(one.seq))
    desk.sync()

    assert one.seq not in [again.seq for again in desk.read(lambda reading: reading.exceptions(9))]


def test_an_acknowledgement_counts_before_its_news_are_read_and_they_are_read_later(desk, monkeypatch):
    """The PC may stop right between the two."""
    code = forwarded(desk)
    desk.told("decide", code, "accepted")

    class Stopped(Exception):
        pass

    def stop(*_given):
        raise Stopped

    from desk_app.storage import news_books

    monkeypatch.setattr(news_books, "read_all", stop)
    other = receive(desk.store, desk.clock)
    with pytest.raises(Stopped):
        desk.sync()
    monkeypatch.undo()

    assert case_of(desk, other).delivery is Delivery.ACKNOWLEDGED
    assert case_of(desk, code).superior_words == ()
    desk.sync()
    assert len(case_of(desk, code).superior_words) == 1
