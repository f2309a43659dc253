"""Which form an act has, and which letter chooses it."""

from __future__ import annotations

from desk_app.domain.deed import AnyAct, MoneyAct, TakingBack
from desk_app.domain.lifecycle import ActName
from desk_app.ui.case.acts.correct import CorrectForm
from desk_app.ui.case.acts.ending import CloseForm, RefuseForm, StopForm, VoidForm, WithdrawForm
from desk_app.ui.case.acts.extend import ExtendForm
from desk_app.ui.case.acts.form import ActForm
from desk_app.ui.case.acts.forward import ForwardForm, TakeBackForm
from desk_app.ui.case.acts.money import CancelFeeForm, CollectFeeForm, RequestPaymentForm, TakePaymentForm
from desk_app.ui.case.acts.recall import RecallForm
from desk_app.ui.case.acts.supplement import DoWithoutForm, RequestSupplementForm, TakeSupplementForm

_FORMS: tuple[type[ActForm], ...] = (
    RequestPaymentForm, TakePaymentForm, CollectFeeForm, CancelFeeForm, RequestSupplementForm, TakeSupplementForm,
    DoWithoutForm, CloseForm, RefuseForm, ForwardForm, TakeBackForm, ExtendForm, StopForm, WithdrawForm, RecallForm,
    CorrectForm, VoidForm,
)  # fmt: skip
FORMS: dict[AnyAct, type[ActForm]] = {form.act: form for form in _FORMS}
# one letter an act, the same in every state; none that an input method waits with (W, Z, J)
LETTERS: dict[AnyAct, str] = {
    ActName.COMPLETE: "K",
    ActName.HAND_OVER: "Q",
    ActName.REQUEST_SUPPLEMENT: "B",
    ActName.TAKE_SUPPLEMENT: "N",
    ActName.DO_WITHOUT: "X",
    ActName.FORWARD: "C",
    ActName.TAKE_BACK: "L",
    ActName.EXTEND: "G",
    MoneyAct.COLLECT_FEE: "P",
    MoneyAct.CANCEL_FEE: "Y",
    ActName.REQUEST_PAYMENT: "V",
    ActName.TAKE_PAYMENT: "I",
    ActName.CORRECT: "S",
    ActName.RECALL_RESULT: "H",
    ActName.REFUSE: "T",
    ActName.STOP: "D",
    ActName.WITHDRAW: "R",
    ActName.CLOSE_UNCOMPLETED: "O",
    ActName.VOID: "M",
    TakingBack.UNDO: "U",
}
