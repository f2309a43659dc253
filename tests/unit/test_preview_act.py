"""What an act's preview promises is what the act does; and a preview leaves nothing behind."""

from __future__ import annotations

from dataclasses import replace

import pytest
from support.desk import HOA, RULES, Clock, intake, new_store

from desk_app.app.home import paper_maker
from desk_app.domain.component import Component
from desk_app.domain.deed import Brought, Cancelled, Corrected, Deed, MoneyAct, Note, deeds_for
from desk_app.domain.errors import IntakeIncomplete, NotAllowedNow, NotYourRole
from desk_app.domain.lifecycle import ACTS, ActName
from desk_app.domain.moment import moment
from desk_app.domain.slip import SlipKind
from desk_app.domain.staff import Role, Staff
from desk_app.domain.turns import Ending, Extension, Forward, PaymentAsked, Supplement, Taking
from desk_app.services.do_act import act_on, do_act
from desk_app.services.presence import add_staff
from desk_app.services.preview_act import preview_act
from desk_app.services.receive_case import receive_case

PAPER = Component(name="Giấy chứng sinh bản gốc", originals=1)
WHY = Ending(reason="theo đơn", signer="Phạm Anh Tuấn", signer_title="Chủ tịch")
FIXED = replace(intake(term="5wd"), note="đã sửa")
ASKED = Deed(act=ActName.REQUEST_SUPPLEMENT, given=Supplement(papers=(PAPER,), reason="bị nhòe"))
SENT = Deed(act=ActName.FORWARD, given=Forward(to="Công an xã"))
BACK = Deed(act=ActName.TAKE_BACK, given=Note(text=""))
OWED = Deed(act=ActName.REQUEST_PAYMENT, given=PaymentAsked(amount=50_000, what="phí thẩm định"))
DONE = Deed(act=ActName.COMPLETE, given=Note(text="15/2026"))
DEEDS = [
    ((), ASKED, SlipKind.COMPLETION),
    ((ASKED,), Deed(act=ActName.TAKE_SUPPLEMENT, given=Brought(papers=(PAPER,))), SlipKind.RECEIPT),
    ((), OWED, SlipKind.PAYMENT_NOTICE),
    ((OWED,), Deed(act=ActName.TAKE_PAYMENT, given=Taking(amount=50_000)), None),
    ((), Deed(act=MoneyAct.COLLECT_FEE, given=Taking(amount=8000)), SlipKind.FEE_NOTE),
    ((), SENT, SlipKind.CONTROL),
    ((SENT, BACK), SENT, None),
    ((SENT,), BACK, None),
    ((), Deed(act=ActName.EXTEND, given=Extension(new_due=moment("2026-12-04T12:00"), reason="chờ", signer="A")),
     SlipKind.EXTENSION),
    ((), Deed(act=ActName.REFUSE, given=WHY), SlipKind.REFUSAL),
    ((), Deed(act=ActName.STOP, given=WHY), SlipKind.STOP_NOTICE),
    ((), Deed(act=ActName.WITHDRAW, given=WHY), SlipKind.RETURN_SLIP),
    ((), DONE, None),
    ((), Deed(act=ActName.CORRECT, given=Corrected(intake=FIXED, reason="thiếu ghi chú")), SlipKind.RECEIPT),
    ((), Deed(act=ActName.VOID, given=Ending(reason="nhầm")), None),
]  # fmt: skip


@pytest.fixture
def ports(tmp_path):
    store, clock = new_store(tmp_path), Clock()
    yield {"rules": RULES, "store": store, "clock": clock}
    store.close()


@pytest.fixture(scope="session")
def papers():
    return paper_maker()


def received(ports):
    got = receive_case(intake(term="5wd"), print_receipt=True, staff="hoa", **ports)
    return got.case_code


def stored(ports, code):
    with ports["store"].reading() as reading:
        return reading.case(code), reading.life(code), reading.sync_state().pending_events


@pytest.mark.parametrize(("before", "deed", "paper"), DEEDS, ids=lambda given: getattr(given, "act", ""))
def test_the_case_foreseen_is_the_case_stored(ports, papers, before, deed, paper):
    code = received(ports)
    for one in before:
        act_on(code, one, staff="hoa", **ports)
    untouched = stored(ports, code)
    foreseen = preview_act(code, deed, width_px=200, staff="hoa", papers=papers, **ports)
    assert stored(ports, code) == untouched, "a preview leaves nothing behind"
    gave = do_act(code, deed, staff="hoa", **ports)
    case, _, _ = stored(ports, code)

    assert (foreseen.paper, gave) == (paper, paper)
    assert bool(foreseen.png) is bool(paper)
    assert replace(foreseen.case, lookup=case.lookup) == case


def test_a_preview_refuses_what_the_act_would_refuse(ports, papers):
    code = received(ports)
    asked = {"width_px": 200, "staff": "hoa", "papers": papers, **ports}

    with pytest.raises(IntakeIncomplete):
        preview_act(code, Deed(act=ActName.REFUSE, given=Ending(reason=" ")), **asked)
    with pytest.raises(NotAllowedNow):
        preview_act(code, Deed(act=ActName.RECALL_RESULT, given=Note(text="sai")), **asked)


def test_money_needs_a_role_and_a_case_that_is_not_void(ports):
    leader = Staff(login="tuan", name="Phạm Anh Tuấn", roles=frozenset({Role.LEAD}))
    add_staff(leader, by="hoa", store=ports["store"], clock=ports["clock"])
    code = received(ports)
    taken = Deed(act=MoneyAct.COLLECT_FEE, given=Taking(amount=8000))

    with pytest.raises(NotYourRole):
        do_act(code, taken, staff="tuan", **ports)
    do_act(code, taken, staff="hoa", **ports)
    seq = stored(ports, code)[0].collected[0].seq
    with pytest.raises(NotYourRole):
        do_act(
            code,
            Deed(act=MoneyAct.CANCEL_FEE, given=Cancelled(seq=seq, reason="nhầm")),
            staff="tuan",
            **ports,
        )
    other = received(ports)
    do_act(other, Deed(act=ActName.VOID, given=Ending(reason="nhầm")), staff="hoa", **ports)
    with pytest.raises(NotAllowedNow):
        do_act(other, taken, staff="hoa", **ports)


def test_a_deed_is_not_done_with_what_belongs_to_another(ports):
    with pytest.raises(ValueError, match="not done with"):
        do_act(received(ports), Deed(act=ActName.REFUSE, given=Note(text="sai")), staff="hoa", **ports)


def test_every_act_on_a_case_is_offered_in_some_state_and_none_twice(ports):
    code = received(ports)
    case, _, _ = stored(ports, code)
    today = ports["clock"].now().date()
    offered = deeds_for(case, HOA.roles, today)

    assert len(offered) == len(set(offered))
    for act in offered:
        assert isinstance(act, MoneyAct) or case.state in ACTS[act].since
