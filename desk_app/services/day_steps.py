"""What each step that ends a day does, and in which words it came out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from desk_app.domain.amount import dong
from desk_app.domain.day_end import Closing, DayCash, DayView, StoreCopy
from desk_app.domain.day_steps import Outcome, StepState
from desk_app.domain.errors import DayAlreadyClosed, DeskError
from desk_app.domain.joined_words import listed
from desk_app.domain.superior import SyncState
from desk_app.domain.words import Words
from desk_app.services.day_end import Morning

MEGABYTE = 10**6


def cash_outcome(cash: DayCash) -> Outcome:
    """Say whether the drawer agrees with the log."""
    if not cash.cash_moves and not cash.counted:
        return Outcome(state=StepState.DONE, said=Words("hôm nay không thu tiền mặt"))
    if cash.difference is None:
        said = Words("chưa đếm; theo sổ phải có {amount}", amount=dong(cash.cash))
        return Outcome(state=StepState.SKIPPED, said=said, lacking=True)
    if cash.difference == 0:
        return Outcome(state=StepState.DONE, said=Words("{amount} khớp", amount=dong(cash.cash)))
    said = Words(
        "đếm được {counted}, theo sổ {amount}: {difference}",
        counted=dong(cash.counted or 0),
        amount=dong(cash.cash),
        difference=difference_words(cash.difference),
    )
    return Outcome(state=StepState.ODD, said=said)


def difference_words(difference: int) -> Words:
    """Return "thừa 5.000 đ" or "thiếu 5.000 đ"."""
    amount = dong(abs(difference))
    return Words("thừa {amount}", amount=amount) if difference > 0 else Words("thiếu {amount}", amount=amount)


def print_outcome(
    view: DayView, print_register: Callable[[], object], print_collected: Callable[[], object]
) -> Outcome:
    """Print the day's register and collected list in one go; nothing for a day without cases and money.

    Raises:
        NoPrinter, PrintFailed, MissingGlyph.
    """
    many, takings = view.totals.received + view.totals.voided, view.cash.takings + len(view.cash.cancelled)
    if not many and not takings:
        return Outcome(state=StepState.SKIPPED, said=Words("hôm nay không có hồ sơ"))
    printed = []
    if many:
        print_register()
        printed.append(Words("sổ {n} hồ sơ", n=many))
    if takings:
        print_collected()
        printed.append(Words("{n} khoản thu", n=takings))
    return Outcome(state=StepState.DONE, said=listed(printed))


def sent_outcome(state: SyncState) -> Outcome:
    """Say what the superior holds after an exchange."""
    if state.pending_cases:
        said = Words("còn {n} hồ sơ chờ gửi", n=state.pending_cases)
        return Outcome(state=StepState.ODD, said=said)
    if state.refused_cases:
        said = Words("cấp trên đã nhận đủ, trả lại {n} hồ sơ: xem ở F7", n=state.refused_cases)
        return Outcome(state=StepState.ODD, said=said)
    return Outcome(state=StepState.DONE, said=Words("cấp trên đã nhận đủ"))


NOT_ENROLLED = Outcome(
    state=StepState.SKIPPED, said=Words("quầy chưa đăng ký với cấp trên (F7)"), lacking=True
)
NO_PLACE = Outcome(state=StepState.SKIPPED, said=Words("chưa chọn nơi sao lưu (Ctrl+O)"), lacking=True)


def copied_outcome(copy: StoreCopy, *, same_drive: bool) -> Outcome:
    """Say that a copy was made and checked, and whether it lies where it is of little use."""
    said = Words(
        "{time}, {size} MB, đã mở lại kiểm tra",
        time=f"{copy.at:%H:%M}",
        size=max(1, round(copy.size / MEGABYTE)),
    )
    if same_drive:
        here = Words("{told}; cùng ổ với kho: ổ hỏng thì mất cả hai", told=said)
        return Outcome(state=StepState.ODD, said=here)
    return Outcome(state=StepState.DONE, said=said)


def close_outcome(close: Callable[[], Closing], print_sheet: Callable[[Closing], object]) -> Outcome:
    """Close the day, then print its sheet: a jam does not open the book again."""
    try:
        closing = close()
    except DayAlreadyClosed as error:
        return Outcome(state=StepState.DONE, said=Words("đã khóa lúc {time}", time=str(error.fields["time"])))
    said = Words("lúc {time}, đã in biên bản", time=f"{closing.at:%H:%M}")
    try:
        print_sheet(closing)
    except DeskError:
        said = Words("lúc {time}; biên bản chưa in: in lại bằng Ctrl+B", time=f"{closing.at:%H:%M}")
        return Outcome(state=StepState.ODD, said=said)
    return Outcome(state=StepState.DONE, said=said)


def morning_words(told: Morning, today: date) -> list[str]:
    """Return what the next morning is told, a sentence each; what came over night first."""
    sentences: list[str] = []
    if told.last is not None and told.last.day < today:
        sentences += _since(told)
    if told.unclosed is not None:
        sentences.append(Words("Ngày {day} chưa khóa sổ.", day=f"{told.unclosed:%d/%m/%Y}"))
    if told.copy_days is None:
        sentences.append(Words("Chưa có bản sao lưu nào được kiểm tra."))
    elif told.copy_days > 1:
        sentences.append(Words("Bản sao lưu mới nhất đã cách đây {n} ngày.", n=told.copy_days))
    return sentences


def _since(told: Morning) -> list[str]:
    sentences: list[str] = []
    if told.acknowledged:
        sentences.append(Words("Cấp trên đã nhận thêm {n} hồ sơ từ lúc khóa sổ.", n=told.acknowledged))
    if told.pending:
        sentences.append(Words("Còn {n} hồ sơ của ngày trước chưa gửi được.", n=told.pending))
    if told.returned:
        sentences.append(Words("Cấp trên trả lại {n} hồ sơ: xem ở F7.", n=told.returned))
    if told.difference:
        said = difference_words(told.difference)
        sentences.append(Words("Tiền mặt hôm khóa sổ {difference}.", difference=said))
    return sentences
