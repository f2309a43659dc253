"""The superior takes every turn of a case's life that a desk can do, and tells the citizen what it means."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
import sqlalchemy as sa
from support.desk import RULES, Clock, intake, new_store, receive
from support.ledger import FIRST, open_ledger, rows_of

from desk_app.domain.case import HandOver, Receiver, ReturnMethod, State
from desk_app.domain.component import Component
from desk_app.domain.deed import Brought, Cancelled, Corrected, Deed, MoneyAct, Note, TakingBack
from desk_app.domain.errors import MoneyStillTaken
from desk_app.domain.guidance import Guidance
from desk_app.domain.lifecycle import ACTS, ActName
from desk_app.domain.moment import moment
from desk_app.domain.turns import Ending, Extension, Forward, PaymentAsked, Supplement, Taking
from desk_app.services.do_act import act_on
from desk_app.services.guide_citizen import guide_citizen
from desk_app.services.hand_over import hand_over
from desk_app.services.paper_numbers import set_numbers_aside
from desk_app.services.receive_case import receive_case
from desk_app.services.undo_act import may_undo, undo_act
from desk_app.storage import event_log
from district_server import exchange, ledger
from district_server.look_up import find
from wire.frame import encode
from wire.lookup import lookup_code

A = ActName
UNDO = TakingBack.UNDO
PAPER = Component(name="Giấy chứng sinh", originals=1)
WHY = Ending(reason="theo đề nghị", signer="Lê Văn A")
DEEDS = {
    A.REQUEST_PAYMENT: PaymentAsked(amount=50_000, what="phí thẩm định"),
    A.TAKE_PAYMENT: Taking(amount=50_000),
    A.REQUEST_SUPPLEMENT: Supplement(papers=(PAPER,), reason="thiếu giấy"),
    A.TAKE_SUPPLEMENT: Brought(papers=(PAPER,)),
    A.DO_WITHOUT: Note(text="đã tra cứu được"),
    A.CLOSE_UNCOMPLETED: WHY,
    A.REFUSE: WHY,
    A.FORWARD: Forward(to="Phòng Tư pháp"),
    A.TAKE_BACK: Note(text="đã xong"),
    A.EXTEND: Extension(new_due=moment("2026-12-18T17:00:00"), reason="cần xác minh", signer="Lê Văn A"),
    A.STOP: WHY,
    A.WITHDRAW: WHY,
    A.COMPLETE: Note(text="15/GKS"),
    A.RECALL_RESULT: Note(text="sai tên"),
    A.VOID: WHY,
    MoneyAct.COLLECT_FEE: Taking(amount=8000),
}
PAID = (A.REQUEST_PAYMENT, A.TAKE_PAYMENT)
SUPPLEMENTED = (A.REQUEST_SUPPLEMENT, A.TAKE_SUPPLEMENT)
LIVES = {  # each ends in the state whose words stand beside it
    (MoneyAct.COLLECT_FEE, MoneyAct.CANCEL_FEE, A.FORWARD, A.TAKE_BACK, A.EXTEND): "Đang được giải quyết",
    (A.REQUEST_PAYMENT,): "Chờ nộp tiền",
    (A.REQUEST_SUPPLEMENT, A.CORRECT): "Chờ bổ sung giấy tờ",
    (*PAID, *SUPPLEMENTED, A.COMPLETE): "Đã có kết quả, mời đến nhận",
    (A.CORRECT, A.COMPLETE, A.HAND_OVER): "Đã trả kết quả",
    (A.COMPLETE, A.HAND_OVER, A.RECALL_RESULT): "Đang được giải quyết",
    (*SUPPLEMENTED, A.REFUSE): "Không được giải quyết, xin hỏi Bộ phận Một cửa",
    (A.REQUEST_SUPPLEMENT, A.WITHDRAW): "Đã rút hồ sơ",
    (A.STOP,): "Đã dừng giải quyết",
    (A.REQUEST_PAYMENT, A.STOP): "Đã dừng giải quyết",
    (A.REQUEST_PAYMENT, A.WITHDRAW): "Đã rút hồ sơ",
    (A.REQUEST_SUPPLEMENT, A.DO_WITHOUT): "Đang được giải quyết",
    (A.REQUEST_SUPPLEMENT, A.CLOSE_UNCOMPLETED): "Đã đóng vì quá hạn bổ sung giấy tờ",
    (A.VOID,): "Mã hồ sơ đã hủy, xin hỏi Bộ phận Một cửa",
    (A.COMPLETE, A.HAND_OVER, UNDO): "Đã có kết quả, mời đến nhận",
    (A.EXTEND, A.STOP, UNDO, UNDO): "Đang được giải quyết",
}


@pytest.fixture
def store(tmp_path):
    made = new_store(tmp_path)
    yield made
    made.close()


@pytest.fixture
def superior(tmp_path, store):
    made = open_ledger(tmp_path / "superior")
    with made.act() as connection, store.reading() as reading:
        connection.execute(
            sa.update(ledger.desk).where(ledger.desk.c.desk == FIRST).values(log_key=reading.log_key())
        )
    yield made
    made.close()


def do(code, act, store, clock):
    ports = {"staff": "hoa", "store": store, "clock": clock}
    with store.reading() as reading:
        case = reading.case(code)
    if act is UNDO:
        seq = may_undo(code, window=timedelta(minutes=10), **ports).seq
        undo_act(code, seq, window=timedelta(minutes=10), **ports)
        return
    if act is A.HAND_OVER:
        hand_over(code, HandOver(receiver=Receiver.APPLICANT), **ports)
        return
    if act is A.CLOSE_UNCOMPLETED:
        clock.step(days=16)
    given = DEEDS.get(act)
    if act is A.CORRECT:
        right = replace(case.intake, applicant=replace(case.intake.applicant, phone="0987654321"))
        given = Corrected(intake=right, reason="gõ nhầm")
    if act is MoneyAct.CANCEL_FEE:
        given = Cancelled(seq=case.collected[-1].seq, reason="thu nhầm")
    act_on(code, Deed(act=act, given=given), rules=RULES, **ports)


def send(store, superior):
    """Send the whole log of the desk in one frame; return what the superior could not use."""
    with store.reading() as reading:
        events = list(event_log.events(reading._db))
    exchange.take_frames(superior, FIRST, [encode(events)])
    return rows_of(superior, ledger.item.c.seq, ledger.item.c.code)


def told(superior, store, code, clock):
    with store.reading() as reading:
        proof = lookup_code(reading.log_key(), code)
    return find(superior, code, proof, code, clock.now())


def test_the_lives_below_hold_every_act_on_a_case():
    done = {act for life in LIVES for act in life}
    assert {name for name, act in ACTS.items() if act.since} <= done


@pytest.mark.parametrize("life", LIVES, ids=lambda life: "-".join(life))
def test_every_turn_is_taken_and_the_citizen_reads_what_it_means(store, superior, life):
    clock = Clock()
    code = receive(store, clock, term="10wd")
    for act in life:
        do(code, act, store, clock)
    with store.reading() as reading:
        case = reading.case(code)

    assert send(store, superior) == []
    found = told(superior, store, code, clock)
    assert found.state == LIVES[life]
    due = f"{case.due_at:%H:%M ngày %d/%m/%Y}" if case.state is State.PROCESSING else ""
    assert found.due == due, "nothing is promised while somebody waits for the citizen, or after the end"


def test_half_a_supplement_leaves_the_case_waiting_above_as_at_the_desk(store, superior):
    clock, other = Clock(), Component(name="Giấy kết hôn", originals=0, copies=1)
    code = receive(store, clock, term="10wd")
    asked = Supplement(papers=(PAPER, other), reason="thiếu giấy")
    ports = {"rules": RULES, "staff": "hoa", "store": store, "clock": clock}
    act_on(code, Deed(act=A.REQUEST_SUPPLEMENT, given=asked), **ports)
    act_on(code, Deed(act=A.TAKE_SUPPLEMENT, given=Brought(papers=(PAPER,))), **ports)
    assert send(store, superior) == []
    found = told(superior, store, code, clock)
    assert (found.state, found.due) == ("Chờ bổ sung giấy tờ", "")
    act_on(code, Deed(act=A.TAKE_SUPPLEMENT, given=Brought(papers=(other,))), **ports)

    assert send(store, superior) == []
    assert told(superior, store, code, clock).state == "Đang được giải quyết"


def test_money_that_stands_is_cancelled_before_its_number_is_voided(store, superior):
    clock, ports = Clock(), {"print_receipt": False, "rules": RULES, "staff": "hoa", "store": store}
    given = intake(term="", fee=8000, at_once=True)
    code = receive_case(given, taken=Taking(amount=8000), clock=clock, **ports).case_code
    with pytest.raises(MoneyStillTaken, match=r"8\.000"):
        do(code, A.VOID, store, clock)
    do(code, MoneyAct.CANCEL_FEE, store, clock)
    do(code, A.VOID, store, clock)

    assert send(store, superior) == []
    assert told(superior, store, code, clock).state == "Mã hồ sơ đã hủy, xin hỏi Bộ phận Một cửa"


def test_a_mistyped_phone_no_longer_opens_the_case_and_the_right_one_does(store, superior):
    clock = Clock()
    code = receive(store, clock, term="10wd")
    do(code, A.CORRECT, store, clock)
    with store.reading() as reading:
        case = reading.case(code)
    by_post = replace(case.intake, return_method=ReturnMethod.POST, return_address="Thôn Giữa")
    deed = Deed(act=A.CORRECT, given=Corrected(intake=by_post, reason="xin gửi về nhà"))
    act_on(code, deed, rules=RULES, staff="hoa", store=store, clock=clock)

    assert send(store, superior) == []
    assert find(superior, code, "5678", "a", clock.now()) is None
    assert find(superior, code, "4321", "b", clock.now()).collect_at == "Gửi qua bưu chính"


def test_a_recalled_result_has_no_time_of_return_at_the_superior(store, superior):
    clock = Clock()
    code = receive(store, clock, term="10wd")
    for act in (A.COMPLETE, A.HAND_OVER, A.RECALL_RESULT):
        do(code, act, store, clock)
    send(store, superior)

    times = rows_of(superior, ledger.case_record.c.completed_at, ledger.case_record.c.returned_at)
    assert times == [(None, None)]


def test_what_is_no_case_is_kept_and_refused_by_nobody(store, superior):
    clock = Clock()
    ports = {"staff": "hoa", "store": store, "clock": clock}
    for act in (A.REQUEST_COMPLETION, A.NOT_RECEIVE):
        papers = (PAPER,) if act is A.REQUEST_COMPLETION else ()
        guide_citizen(
            act, intake(), Guidance(reason="thiếu giấy", papers=papers, guide="Hoa"), rules=RULES, **ports
        )
    set_numbers_aside(3, clock.now().date(), **ports)

    assert send(store, superior) == []
