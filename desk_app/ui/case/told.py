"""The turns of a case and its timeline, in the clerk's words."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from desk_app.domain.amount import dong
from desk_app.domain.case import SHOWN_NAMES, Case, Delivery, Receiver, TimelineEntry
from desk_app.domain.component import Component
from desk_app.domain.happening import Kind
from desk_app.domain.news import OUTCOME_NAMES, SUPERIOR, SuperiorWord
from desk_app.domain.payment import WAY_NAMES
from desk_app.domain.slip import SlipKind
from desk_app.domain.turns import STAGE_NAMES, Forward, PaymentAsked, Supplement, Taking
from desk_app.domain.words import Words
from desk_app.ui.names import act_name, delivery_name, slip_name, state_name
from desk_app.ui.wording import worded

Turns = list[tuple[Words, list[str]]]


def entry_words(entry: TimelineEntry, nth: int = 1) -> tuple[str, str]:
    """Return what happened, and who did it, with whether the superior has it; `nth` print of one paper."""
    name = act_name(entry.kind)
    if entry.kind == Kind.PRINTED and entry.detail:
        what = f"{name} {slip_name(SlipKind(entry.detail))}"
        if nth > 1:
            what = worded(Words("{print}, lần thứ {nth}", print=what, nth=nth))
    elif entry.kind == Kind.UNDONE:
        what = f"{name}: {act_name(entry.detail)}"
    else:
        what = f"{name}: {worded(entry.detail)}" if entry.detail else name
    if entry.undone:
        what = worded(Words("{act} (đã hoàn tác)", act=what))
    received = f" · {delivery_name(Delivery.ACKNOWLEDGED)}" if entry.acknowledged else ""
    return f"{entry.at:%H:%M %d/%m/%Y}   {what}", f"{worded(entry.staff)}{received}"


def turns_of(case: Case, names: Mapping[str, str]) -> Turns:
    """Return heading and lines of each kind of turn that the case has taken; `names` are staff by login."""
    found: Turns = [
        (Words("Bổ sung"), [_supplement(one) for one in case.supplements]),
        (Words("Tiền"), [*map(_asked, case.payments), *map(_taken, case.collected)]),
        (Words("Chuyển xử lý"), [_forward(one, names) for one in case.forwards]),
        (Words("Cấp trên"), [_above(one) for one in case.superior_words]),
        (Words("Gia hạn"), _extension(case)),
        (Words("Sửa"), [_when(one.at, one.reason) for one in case.corrections]),
        (Words("Kết quả thu hồi"), [_when(one.at, one.reason) for one in case.recalls]),
        (Words("Trả kết quả"), _handed(case)),
        (Words("Kết thúc"), _ending(case)),
    ]
    return [(heading, lines) for heading, lines in found if lines]


def _when(at: datetime | None, text: str) -> str:
    return f"{at:%d/%m/%Y} · {text}" if at else text


def _supplement(one: Supplement) -> str:
    lines = [_when(one.at, f"{one.reason} ({worded(STAGE_NAMES[one.stage])})"), _papers(one.papers)]
    if one.leader:
        lines.append(worded(Words("Lãnh đạo đồng ý yêu cầu lại: {leader}", leader=one.leader)))
    lines += [
        worded(
            Words(
                "Nhận một phần {when}: {papers}",
                when=f"{part.at:%H:%M %d/%m/%Y}",
                papers=_papers(part.papers),
            )
        )
        for part in one.parts
        if part.missing
    ]
    if one.let_go:
        lines.append(
            worded(Words("Không cần nữa: {papers} ({why})", papers=_papers(one.let_go), why=one.why_not))
        )
    elif one.taken_at:
        lines.append(worded(Words("Đã nhận {when}", when=f"{one.taken_at:%H:%M %d/%m/%Y}")))
    elif one.parts:
        lines.append(worded(Words("Còn thiếu: {papers}", papers=_papers(one.missing))))
    if one.until and not one.taken_at:
        lines.append(worded(Words("Chờ đến hết {day}", day=f"{one.until:%d/%m/%Y}")))
    return "\n".join(lines)


def _papers(papers: Iterable[Component]) -> str:
    return "; ".join(paper.name for paper in papers)


def _asked(one: PaymentAsked) -> str:
    paid = Words("đã nộp {when}", when=f"{one.paid_at:%H:%M %d/%m/%Y}") if one.paid_at else Words("chờ nộp")
    paid = Words("không phải nộp nữa") if one.lapsed_at else paid
    return _when(one.at, f"{dong(one.amount)}, {one.what} · {worded(paid)}")


def _taken(one: Taking) -> str:
    number = " ".join(filter(None, (one.receipt_form, one.receipt_sign, one.receipt_number)))
    way = worded(WAY_NAMES[one.way]).lower() if one.amount else ""
    receipt = worded(Words("biên lai {number}", number=number)) if number else ""
    cancelled = worded(Words("ĐÃ HỦY: {why}", why=one.cancelled)) if one.cancelled else ""
    return _when(one.at, " · ".join(filter(None, (dong(one.amount), way, one.exemption, receipt, cancelled))))


def _forward(one: Forward, names: Mapping[str, str]) -> str:
    sent = _when(one.at, " · ".join(filter(None, (one.to, one.note, names.get(one.by, one.by)))))
    if one.back_at is None:
        return sent
    by = f" ({worded(Words('cấp trên báo'))})" if one.back_by == SUPERIOR else ""
    back = worded(Words("về quầy {when}", when=f"{one.back_at:%H:%M %d/%m/%Y}"))
    return f"{sent}\n" + " · ".join(filter(None, (back + by, one.back_note)))


def _above(one: SuperiorWord) -> str:
    said = worded(OUTCOME_NAMES[one.outcome])
    return _when(one.at, " · ".join(filter(None, (said, one.reference, one.note))))


def _extension(case: Case) -> list[str]:
    one = case.extension
    if one is None:
        return []
    late = worded(Words("báo chậm, vẫn tính quá hạn")) if one.late else ""
    old = worded(Words("hẹn cũ {day}", day=f"{one.old_due:%d/%m/%Y}")) if one.old_due else ""
    return [_when(one.at, " · ".join(filter(None, (one.reason, old, late, one.signer))))]


def _handed(case: Case) -> list[str]:
    given = case.hand_over
    if given is None or given.at is None:
        return []
    to = {Receiver.APPLICANT: case.intake.applicant.name, Receiver.POST: worded(Words("qua bưu chính"))}
    who = given.name or to.get(given.receiver, "")
    shown = worded(SHOWN_NAMES[given.shown]) if given.shown in SHOWN_NAMES else ""
    return [_when(given.at, " · ".join(filter(None, (who, given.id, shown, given.paper, given.post_code))))]


def _ending(case: Case) -> list[str]:
    one = case.ending
    if one is None:
        return []
    back = worded(Words("đã trả lại giấy tờ")) if one.papers_back else ""
    return [_when(one.at, " · ".join(filter(None, (state_name(case.state), one.reason, back, one.signer))))]
