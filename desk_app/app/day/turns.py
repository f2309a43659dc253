"""The turns that a case's life can take, each played once through the window: everything but a smooth day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt

from desk_app.app.day.hands import CTRL, Hands
from desk_app.domain.deed import AnyAct, MoneyAct
from desk_app.domain.lifecycle import ActName
from desk_app.domain.moment import moment
from desk_app.machine.clock import SteppedClock
from desk_app.ui.case.acts.table import LETTERS

LATER = moment("2026-12-09T08:00:00")  # the citizen's fifteen days for a supplement are over
REASONS = {
    "supplement": "Giấy tờ nộp bị nhòe, không đọc được ngày cấp",
    "extend": "Chờ cơ quan nơi cư trú trước đây trả lời xác minh",
    "refuse": "Không đủ điều kiện theo quy định của pháp luật hộ tịch",
    "stop": "Công dân có đơn đề nghị dừng giải quyết",
    "withdraw": "Công dân rút hồ sơ để bổ sung giấy tờ rồi nộp lại",
    "correct": "Gõ nhầm số điện thoại",
    "void": "Lập nhầm hồ sơ cho thủ tục khác",
    "without": "Đã tra cứu được trong cơ sở dữ liệu",
    "recall": "Kết quả ghi sai tên đệm",
    "close": "Quá hạn bổ sung mà không nhận được giấy tờ",
}
LEADER, TITLE = "Phạm Anh Tuấn", "Chủ tịch Ủy ban nhân dân xã"


@dataclass(frozen=True, slots=True)
class Stage:
    """Whoever plays: the clerk's hands, the clock, and the cases still free for a turn."""

    hands: Hands
    clock: SteppedClock
    codes: Iterator[str]
    returned: str  # a case whose result was handed over
    pictured: set[str]

    def open(self, code: str) -> None:
        """Open a case's page by its code."""
        hands = self.hands
        hands.key(Qt.Key.Key_F3)
        search = hands.program.screens["cases"].search
        search.clear()
        hands.settle()
        hands.type_into(search, code)
        hands.settle()
        hands.key(Qt.Key.Key_Return)
        hands.settle()

    def choose(self, act: AnyAct) -> Any:  # noqa: ANN401 - the form of the act
        """Choose an act by F6 and its letter; return its form."""
        self.hands.key(Qt.Key.Key_F6)
        self.hands.key(getattr(Qt.Key, f"Key_{LETTERS[act]}"))
        self.hands.settle()
        return self._form(act)

    def lead_on(self, act: AnyAct) -> Any:  # noqa: ANN401 - the form of the act
        """Begin the act that F9 offers; return its form."""
        self.hands.key(Qt.Key.Key_F9)
        self.hands.settle()
        return self._form(act)

    def do(self, act: AnyAct, *, sure: bool = False) -> None:
        """Do the act under way, keep a picture of its form, and wait until it is done and printed."""
        panel = self.hands.program.screens["case"].panel
        if act not in self.pictured:
            self.pictured.add(act)
            self.hands.picture(f"13_{len(self.pictured):02d}_{act}")
        self.hands.key(Qt.Key.Key_F9)
        self.hands.settle()
        if sure:
            self.hands.key(Qt.Key.Key_Return, CTRL)
            self.hands.settle()
        self.hands.wait_for(lambda: self.hands.program.screens["case"].panel is not panel, act)

    def _form(self, act: AnyAct) -> Any:  # noqa: ANN401
        screen = self.hands.program.screens["case"]
        self.hands.wait_for(lambda: screen.panel is not None, act)
        return screen.panel.form


def _pay(stage: Stage, code: str) -> None:
    form = stage.choose(ActName.REQUEST_PAYMENT)
    stage.hands.type_into(form.amount, "150000")
    stage.hands.type_into(form.what, "Phí thẩm định theo thông báo của cơ quan thuế")
    stage.do(ActName.REQUEST_PAYMENT)
    form = stage.lead_on(ActName.TAKE_PAYMENT)
    for line, text in ((form.form, "01BLP2-001"), (form.sign, "AA-26T"), (form.number, "0001234")):
        stage.hands.type_into(line, text)
    stage.do(ActName.TAKE_PAYMENT)


def _supplement(stage: Stage, code: str) -> None:
    """Two papers are asked for where there are two: one comes, then the other."""
    _ask(stage, papers=2)
    form = stage.lead_on(ActName.TAKE_SUPPLEMENT)
    if len(form.table.papers.papers) > 1:
        form.table.setFocus()
        form.table.selectRow(1)
        stage.hands.key(Qt.Key.Key_Space)
        stage.do(ActName.TAKE_SUPPLEMENT)
        stage.lead_on(ActName.TAKE_SUPPLEMENT)
    stage.do(ActName.TAKE_SUPPLEMENT)


def _do_without(stage: Stage, code: str) -> None:
    _ask(stage)
    form = stage.choose(ActName.DO_WITHOUT)
    stage.hands.type_into(form.reason, REASONS["without"])
    stage.do(ActName.DO_WITHOUT)


def _ask(stage: Stage, papers: int = 1) -> None:
    form = stage.choose(ActName.REQUEST_SUPPLEMENT)
    stage.hands.type_into(form.reason, REASONS["supplement"])
    if not any(paper.handed_in for paper in form.table.papers.papers):
        form.table.setFocus()
        for row in range(min(papers, len(form.table.papers.papers))):
            form.table.selectRow(row)
            stage.hands.key(Qt.Key.Key_Space)
    stage.do(ActName.REQUEST_SUPPLEMENT)


def _wait_in_vain(stage: Stage, code: str) -> None:
    _ask(stage)


def _forward(stage: Stage, code: str) -> None:
    stage.choose(ActName.FORWARD)
    stage.do(ActName.FORWARD)
    form = stage.choose(ActName.TAKE_BACK)
    stage.hands.type_into(form.remark, "Đã có ý kiến của cán bộ chuyên môn")
    stage.do(ActName.TAKE_BACK)


def _extend(stage: Stage, code: str) -> None:
    form = stage.choose(ActName.EXTEND)
    stage.hands.type_into(form.reason, REASONS["extend"])
    _sign(stage, form)
    stage.do(ActName.EXTEND)


def _sign(stage: Stage, form: Any) -> None:  # noqa: ANN401
    """Write who signs, where the desk does not remember it yet."""
    if not form.signer.text():
        stage.hands.type_into(form.signer, LEADER)
        stage.hands.type_into(form.title, TITLE)


def _end(act: AnyAct, why: str) -> Callable[[Stage, str], None]:
    def play(stage: Stage, code: str) -> None:
        form = stage.choose(act)
        stage.hands.type_into(form.reason, REASONS[why])
        if form.signer.isVisible():
            _sign(stage, form)
        stage.do(act, sure=True)

    return play


def _correct(stage: Stage, code: str) -> None:
    form = stage.choose(ActName.CORRECT)
    stage.hands.type_into(form.reason, REASONS["correct"])
    form.phone.clear()
    stage.hands.type_into(form.phone, "0987000111")
    stage.do(ActName.CORRECT)


def _collect(stage: Stage, code: str) -> None:
    form = stage.choose(MoneyAct.COLLECT_FEE)
    if not form.amount.text():
        stage.hands.type_into(form.amount, "8000")
    stage.do(MoneyAct.COLLECT_FEE)


TURNS: tuple[Callable[[Stage, str], None], ...] = (
    _wait_in_vain,
    _extend,
    _supplement,
    _correct,
    _forward,
    _pay,
    _collect,
    _end(ActName.REFUSE, "refuse"),
    _end(ActName.STOP, "stop"),
    _end(ActName.WITHDRAW, "withdraw"),
    _end(ActName.VOID, "void"),
    _do_without,
)


def play_turns(stage: Stage) -> str:
    """Play each turn on a case of its own, as far as there are cases; return the one that waits for its supplement."""
    waiting = ""
    for turn, code in zip(TURNS, stage.codes, strict=False):
        stage.open(code)
        turn(stage, code)
        waiting = waiting or code
    if stage.returned:
        stage.open(stage.returned)
        form = stage.choose(ActName.RECALL_RESULT)
        stage.hands.type_into(form.reason, REASONS["recall"])
        stage.do(ActName.RECALL_RESULT)
        stage.hands.type_into(stage.hands.program.screens["case"].next.result_number, "1a/2026/TL")
        stage.hands.key(Qt.Key.Key_F9)
        stage.hands.settle()
    return waiting


def close_what_never_came(stage: Stage, waiting: str) -> None:
    """Sixteen days later: nobody brought the supplement, the desk closes the case."""
    stage.clock.advance_to(LATER)
    stage.open(waiting)
    form = stage.choose(ActName.CLOSE_UNCOMPLETED)
    stage.hands.type_into(form.reason, REASONS["close"])
    stage.do(ActName.CLOSE_UNCOMPLETED, sure=True)
