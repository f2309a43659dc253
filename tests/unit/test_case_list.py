"""Whatever a citizen brings finds the case: the list is compared with a plain walk over what was received."""

from __future__ import annotations

import random
import tempfile
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

import pytest
from support.desk import DESK, KEY, RULES, Clock, new_store, receive

from benchmarks.big_store import big_store
from benchmarks.model_commune import LAST_DAY, Commune
from desk_app.domain.case import State
from desk_app.domain.folding import folded_words
from desk_app.domain.happening import Happening, Kind
from desk_app.services.complete_case import complete_case

CASES, PEOPLE = 1200, 600


@dataclass
class Received:
    code: str
    words: list[str]
    name_words: list[str]
    day: str
    due_at: str
    state: State = State.PROCESSING


class Recorded(Commune):
    """A commune that remembers what became of each case."""

    def __init__(self):
        super().__init__(DESK, CASES, PEOPLE)
        self.cases: dict[str, Received] = {}

    def happenings(self):
        for happening in super().happenings():
            self._remember(happening)
            yield happening

    def _remember(self, happening: Happening) -> None:
        code = happening.case_code
        if happening.kind is Kind.RECEIVED:
            person = happening.body["applicant"]
            names = folded_words(person["name"])
            self.cases[code] = Received(
                code, [*names, person["id"], *code.split("-")[1:]], names, happening.at.date().isoformat(),
                happening.body.get("due_at", "9"),
            )  # fmt: skip
        elif happening.kind in (Kind.COMPLETED, Kind.HANDED_OVER):
            done = happening.kind is Kind.COMPLETED
            self.cases[code].state = State.RESULT_WAITING if done else State.RETURNED


@pytest.fixture(scope="module")
def commune():
    with tempfile.TemporaryDirectory() as folder:
        made = Recorded()
        store = big_store(Path(folder), KEY, DESK, made.happenings())
        yield store, list(made.cases.values())[::-1]
        store.close()


def fitting(cases, words):
    starts = folded_words(words)
    return [
        case for case in cases if all(any(word.startswith(start) for word in case.words) for start in starts)
    ]


def kept(cases, *, state=None, due_until=None, received_on=None, limit=200):
    return [
        case.code
        for case in cases
        if (state is None or case.state is state)
        and (
            due_until is None
            or (case.state is State.PROCESSING and case.due_at[:10] <= due_until.isoformat())
        )
        and (received_on is None or case.day == received_on.isoformat())
    ][:limit]


def asked(chance, cases):
    """Yield what clerks type about one case: parts of its words, in any order."""
    case = chance.choice(cases)
    yield " ".join(case.name_words)
    yield " ".join(case.name_words)[: chance.randint(1, 12)]
    yield f"{case.name_words[-1]} {case.name_words[0]}"
    yield from (word[: chance.randint(1, len(word))] for word in case.words)
    yield f"{case.name_words[0]} {case.words[-1]}"
    yield f"{case.words[-1]} {case.name_words[-1][:1]}"
    yield case.code[-11:]
    yield " ".join(word[:2] for word in chance.sample(case.words, 2))
    yield f"{case.name_words[0]} không ai tên thế"


def filters(chance):
    yield {}
    yield {"state": chance.choice(list(State))}
    yield {"due_until": LAST_DAY - timedelta(days=chance.randint(-10, 30))}
    yield {"received_on": LAST_DAY - timedelta(days=chance.randint(5, 40))}
    yield {"limit": chance.choice((1, 7, 10_000))}
    yield {"state": State.RETURNED, "limit": 900}


def test_every_question_gives_the_newest_cases_that_a_walk_gives(commune):
    store, cases = commune
    chance = random.Random(4)
    with store.reading() as reading:
        for _ in range(16):
            for words in asked(chance, cases):
                fit = fitting(cases, words)
                for narrowed in filters(chance):
                    found = [row.code for row in reading.find_cases(words, **narrowed)]

                    assert found == kept(fit, **narrowed), (words, narrowed)


def test_a_code_is_found_as_it_is_typed_from_the_left(commune):
    store, cases = commune
    code = cases[700].code
    with store.reading() as reading:
        for length in range(3, len(code) + 1):
            found = [row.code for row in reading.find_cases(code[:length].lower())]

            assert found == [case.code for case in cases if case.code.startswith(code[:length])][:200]
        assert reading.find_cases(code, state=cases[700].state)
        assert not reading.find_cases(code, received_on=date(2020, 1, 1))


@pytest.fixture
def store(tmp_path):
    made = new_store(tmp_path)
    yield made
    made.close()


@pytest.mark.parametrize(
    ("name", "typed"),
    [("Đỗ Thị Đào", "do dao"), ("ĐỖ THỊ ĐÀO", "đào đỗ"), ("Ðỗ Thị Ðào", "do thi dao"), ("H'Bia Ksor", "hbia"),
     ("K’Sor Y Bhăm", "ksor bham"), ("Công ty TNHH 27/7", "tnhh 27/7"), ("Hộ kinh doanh Lan-Anh", "lan anh"),
     ("Nguye\u0302\u0303n Ước", "nguyen uoc")],
)  # fmt: skip
def test_a_name_is_found_as_it_is_typed_in_a_hurry(store, name, typed):
    code = receive(store, Clock(), name=name)
    receive(store, Clock(), name="Lò Văn Pán", number="014090000001")
    with store.reading() as reading:
        assert [row.code for row in reading.find_cases(typed)] == [code]


def test_a_case_that_moves_on_is_found_where_it_is_now(store):
    clock = Clock()
    code = receive(store, clock)
    with store.reading() as reading:
        assert not reading.find_cases("minh duc", state=State.RESULT_WAITING)
    complete_case(code, "", staff="hoa", store=store, clock=clock)

    with store.reading() as reading:
        assert [row.code for row in reading.find_cases("minh duc", state=State.RESULT_WAITING)] == [code]
        assert not reading.find_cases("minh duc", state=State.PROCESSING)
        assert reading.results_waiting() == 1


@pytest.mark.parametrize(
    "damage",
    ["insert into case_search (case_search, rowid, search_words) select 'delete', received_seq, search_words from case_record",
     "insert into name_search (rowid, words) values (77, 'nobody')",
     "insert into case_search (rowid, search_words) values (99, 'ghost')"],
)  # fmt: skip
def test_an_index_that_does_not_say_what_the_rows_say_is_told_and_made_anew(store, damage):
    code = receive(store, Clock())
    with store.transaction() as books:
        books._db.execute(damage)

    assert not store.health().projections
    assert not store.rebuild()
    assert store.health().projections
    with store.reading() as reading:
        assert [row.code for row in reading.find_cases("duc")] == [code]


def test_names_that_come_back_are_kept_once(store):
    clock = Clock()
    for name in ("Nguyễn Thị Lan", "NGUYỄN THỊ LAN", "Nguyễn Thị Làn", "Trần Văn B"):
        receive(store, clock, name=name)
    with store.reading() as reading:
        kept = reading._db.execute("select words from folded_name order by name_id").fetchall()

    assert kept == [("nguyen thi lan",), ("tran van b",)]


def test_the_list_uses_the_procedures_own_names(store):
    receive(store, Clock())
    with store.reading() as reading:
        (row,) = reading.find_cases()

    assert row.procedure_name == RULES.catalogue.get("1.001193").name
