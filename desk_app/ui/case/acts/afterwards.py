"""What an act leads to, in a line: told before it is done."""

from __future__ import annotations

from desk_app.domain.case import Case, State
from desk_app.domain.words import Words
from desk_app.ui.names import money_name, overpaid_words, state_name
from desk_app.ui.wording import moment_in_words, worded


def afterwards(before: Case, after: Case) -> str:
    """Return "Đang xử lý → Chờ bổ sung · bổ sung đến hết 08/12/2026"; what stays is not told."""
    told = []
    if before.state is not after.state:
        told.append(f"{state_name(before.state)} → {state_name(after.state)}")
    asked = after.supplements[-1] if after.state is State.WAITING else None
    if asked and asked.parts:
        told.append(worded(Words("còn thiếu: {papers}", papers="; ".join(one.name for one in asked.missing))))
    if asked and asked.until:
        told.append(worded(Words("bổ sung đến hết {day}", day=f"{asked.until:%d/%m/%Y}")))
    if after.due_at and after.due_at != before.due_at:
        told.append(worded(Words("hẹn trả {when}", when=moment_in_words(after.due_at))))
    was, now = before.money, after.money
    if was.state is not now.state:
        told.append(
            worded(
                Words("tiền: {before} → {after}", before=money_name(was.state), after=money_name(now.state))
            )
        )
    if now.overpaid > was.overpaid:
        told.append(overpaid_words(now.overpaid))
    if len(after.forwards) > len(before.forwards):
        told.append(worded(Words("chuyển đến {to}", to=after.forwards[-1].to)))
    line = " · ".join(told)
    return line[:1].upper() + line[1:] or worded(Words("Trạng thái và ngày hẹn giữ nguyên."))
