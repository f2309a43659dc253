"""The days that a list is about: one day or one month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from desk_app.domain.register import day_period, month_period


@dataclass(frozen=True, slots=True)
class Period:
    """`first` to `last`, both inclusive."""

    first: date
    last: date

    @classmethod
    def of_day(cls, day: date) -> Period:
        """Return one day."""
        return cls(day, day)

    @classmethod
    def of_month(cls, day: date) -> Period:
        """Return the month of `day`."""
        first = day.replace(day=1)
        return cls(first, _next_month(first) - timedelta(days=1))

    @property
    def one_day(self) -> bool:
        """Return whether it is a single day."""
        return self.first == self.last

    @property
    def words(self) -> str:
        """Return what a paper says of it: "Ngày 23/11/2026", "Tháng 11/2026"."""
        return day_period(self.first) if self.one_day else month_period(self.first)

    @property
    def stamp(self) -> str:
        """Return it for a file's name: "2026-11-23", "2026-11"."""
        return self.first.isoformat() if self.one_day else f"{self.first:%Y-%m}"

    def moved(self, by: int) -> Period:
        """Return the period `by` days or months later."""
        if self.one_day:
            return Period.of_day(self.first + timedelta(days=by))
        months = self.first.year * 12 + self.first.month - 1 + by
        return Period.of_month(date(months // 12, months % 12 + 1, 1))


def _next_month(first: date) -> date:
    return (first + timedelta(days=31)).replace(day=1)
