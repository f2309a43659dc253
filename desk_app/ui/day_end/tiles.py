"""The day in five numbers, and in a line what else was done."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_app.domain.day_end import DayView
from desk_app.domain.words import Words
from desk_app.ui.parts import Card, label, name_style, show_state
from desk_app.ui.wording import worded


class Tile(Card):
    """A heading, a number, a note."""

    def __init__(self, heading: str, *, late: bool = False) -> None:
        super().__init__(heading)
        self._heading, self._late = heading, late
        self.number, self.note = label("–", "bigger"), label("", "label", wrap=True)
        self.body.setContentsMargins(13, 10, 11, 9)
        self.body.setSpacing(3)
        self.body.addWidget(self.number)
        self.body.addWidget(self.note)
        self.body.addStretch(1)

    def show_number(self, number: str, note: str, *, wrong: bool = False) -> None:
        """Show a number; red only where it counts what is late."""
        self.number.setText(number)
        self.note.setText(note)
        show_state(self.number, "wrong" if self._late and wrong else "")
        name_style(self.note, "wrong" if self._late and wrong else "label")
        self.setAccessibleName(f"{self._heading}: {number}. {note}")


class Tiles(QWidget):
    """Received, handed over, waiting, late, money."""

    def __init__(self) -> None:
        super().__init__()
        self.received, self.given = Tile(self.tr("Tiếp nhận")), Tile(self.tr("Đã trả"))
        self.waiting, self.late = Tile(self.tr("Chờ trả")), Tile(self.tr("Quá hạn"), late=True)
        self.money = Tile(self.tr("Phí, lệ phí"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for tile in (self.received, self.given, self.waiting, self.late, self.money):
            row.addWidget(tile, 1)

    def show_day(self, view: DayView) -> None:
        """Show a day's numbers."""
        totals, cash = view.totals, view.cash
        notes = []
        if totals.at_once:
            notes.append(self.tr("{n} giải quyết ngay", n=totals.at_once).format(n=totals.at_once))
        if totals.voided:
            notes.append(self.tr("{n} mã đã hủy", n=totals.voided).format(n=totals.voided))
        self.received.show_number(str(totals.received), " · ".join(notes) or self.tr("hồ sơ"))
        self.given.show_number(
            str(totals.handed_over),
            self.tr("{n} đúng hạn", n=totals.on_time).format(n=totals.on_time),
        )
        self.waiting.show_number(
            str(totals.waiting), self.tr("kết quả chưa ai nhận") if totals.waiting else self.tr("không còn")
        )
        self.late.show_number(
            str(totals.late),
            self.tr("cần thư xin lỗi (F5)") if totals.late else self.tr("không có"),
            wrong=bool(totals.late),
        )
        self.money.show_number(
            points(cash.cash + cash.transfer),
            self.tr("đồng · {n} khoản thu", n=cash.takings).format(n=cash.takings),
        )


def also_done(view: DayView) -> str:
    """Return what else was done on a day, only what was: "Có kết quả 4 · Yêu cầu bổ sung 1"."""
    totals, cash = view.totals, view.cash
    done = (
        (Words("Có kết quả {n}", n=totals.completed), totals.completed),
        (Words("Yêu cầu bổ sung {n}", n=totals.supplements_asked), totals.supplements_asked),
        (Words("Nhận bổ sung {n}", n=totals.supplemented), totals.supplemented),
        (Words("Xin lỗi, hẹn lại {n}", n=totals.extended), totals.extended),
        (Words("Từ chối {n}", n=totals.refused), totals.refused),
        (Words("Rút {n}", n=totals.withdrawn), totals.withdrawn),
        (Words("Dừng {n}", n=totals.stopped), totals.stopped),
        (Words("Đóng vì không bổ sung {n}", n=totals.closed), totals.closed),
        (Words("Hướng dẫn, không tiếp nhận {n}", n=totals.not_received), totals.not_received),
        (Words("Tiền mặt {amount}", amount=points(cash.cash)), cash.cash),
        (Words("Chuyển khoản {amount}", amount=points(cash.transfer)), cash.transfer),
    )
    return " · ".join(worded(words) for words, count in done if count)


def receipts_line(view: DayView) -> str:
    """Return which biên lai the day used and cancelled, and what is odd about them; empty when there were none."""
    cash = view.cash
    parts: list[str] = [
        worded(
            Words(
                "Biên lai {kind}: {first}–{last} ({n})",
                kind=f"{used.form} {used.sign}",
                first=used.first,
                last=used.last,
                n=used.count,
            )
        )
        for used in cash.receipts
    ]
    if cash.cancelled:
        parts.append(
            worded(Words("đã hủy {numbers}", numbers=", ".join(n.split(" ")[-1] for n in cash.cancelled)))
        )
    if cash.without_receipt:
        parts.append(worded(Words("{n} khoản chưa ghi biên lai", n=cash.without_receipt)))
    if cash.twice:
        parts.append(worded(Words("ghi hai lần: {marks}", marks=", ".join(cash.twice))))
    return " · ".join(parts)


def points(amount: int) -> str:
    """Return an amount as it is written without its unit: 412.000."""
    return f"{amount:,}".replace(",", ".")
