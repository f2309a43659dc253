"""A day of cases whose every random choice is counted: its size in bits is the floor for any encoder of it."""

from __future__ import annotations

import math
import random
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any, TypeVar

from benchmarks.line import tables as t

One = TypeVar("One")
DAY = date(2026, 11, 24)


@dataclass(frozen=True, kw_only=True)
class Day:
    """`cases` as a portal would keep them; `bits` of everything drawn, `uuid_bits` of them for the uuids."""

    cases: list[dict[str, Any]]
    bits: float
    uuid_bits: float


class _Chance:
    """Draws, and adds up -log2 of the probability of what it drew."""

    def __init__(self, seed: int) -> None:
        self.random, self.bits, self.uuid_bits = random.Random(seed), 0.0, 0.0

    def one(self, of: Sequence[One]) -> One:
        self.bits += math.log2(len(of))
        return of[self.random.randrange(len(of))]

    def weighed(self, pairs: Sequence[tuple[One, float]]) -> One:
        total = sum(weight for _, weight in pairs)
        at, reached = self.random.random() * total, 0.0
        drawn = pairs[-1]
        for pair in pairs:
            reached += pair[1]
            if at < reached:
                drawn = pair
                break
        self.bits -= math.log2(drawn[1] / total)
        return drawn[0]

    def whole(self, least: int, most: int) -> int:
        self.bits += math.log2(most - least + 1)
        return self.random.randint(least, most)

    def yes(self, share: float) -> bool:
        value = self.random.random() < share
        self.bits -= math.log2(share if value else 1 - share)
        return value

    def uuid(self) -> str:
        self.uuid_bits += 122
        return str(uuid.UUID(int=self.random.getrandbits(128), version=4))


def synthetic_day(cases: int, seed: int = 1) -> Day:
    """Return a day from half past seven on; cases in order of arrival, each with its 4 to 8 statuses."""
    chance = _Chance(seed)
    arrivals = sorted(chance.whole(0, 9 * 3600) for _ in range(cases))
    chance.bits -= math.lgamma(cases + 1) / math.log(2)  # they are sorted: their order says nothing
    start = datetime.fromisoformat("2026-11-24T07:30:00+07:00")
    made = [_case(chance, n, start + timedelta(seconds=at)) for n, at in enumerate(arrivals)]
    return Day(cases=made, bits=chance.bits + chance.uuid_bits, uuid_bits=chance.uuid_bits)


def _case(chance: _Chance, n: int, at: datetime) -> dict[str, Any]:
    female, year = chance.yes(0.52), chance.whole(1950, 2008)
    code, name, field, fee, papers, _, days = chance.weighed([(one, one[5]) for one in t.PROCEDURES])
    province = chance.weighed(t.PROVINCES)
    digit = (0 if year < 2000 else 2) + female
    citizen_id = f"{province}{digit}{year % 100:02d}{chance.whole(0, 999999):06d}"
    hamlet, street, number = chance.one(t.HAMLETS), chance.one(t.STREETS), chance.whole(1, 180)
    many = min(6, max(3, len(papers) - chance.yes(0.2) + chance.yes(0.1)))
    fees = []
    if fee:
        quantity = chance.weighed([(1, 60), (2, 20), (3, 10), (5, 6), (10, 4)])
        fees = [{"name": "Lệ phí " + field.lower(), "unit_price": fee, "quantity": quantity, "amount": fee * quantity,
                 "currency": "VND", "paid": True, "receipt_no": f"{DAY.year % 100}BL{4100 + n:06d}"}]  # fmt: skip
    statuses = _statuses(chance, at)
    middle, given = (t.MIDDLE_F, t.GIVEN_F) if female else (t.MIDDLE_M, t.GIVEN_M)
    return {
        "id": chance.uuid(), "case_no": f"H54.21.{DAY:%y%m%d}-{n + 1:04d}", "procedure_code": code, "procedure_name": name, "field": field,
        "applicant": {
            "full_name": f"{chance.weighed(t.SURNAMES)} {chance.one(middle)} {chance.one(given)}", "sex": "Nữ" if female else "Nam",
            "birth_date": f"{year:04d}-{chance.whole(1, 12):02d}-{chance.whole(1, 28):02d}", "citizen_id": citizen_id,
            "phone": f"0{chance.one(t.PREFIXES)}{chance.whole(0, 9999999):07d}",
            "address": ", ".join(part for part in (f"Số {number}", street, hamlet, t.COMMUNE) if part),
        },
        "documents": [
            {"code": one, "name": t.DOCUMENTS[one], "kind": chance.weighed([*zip(t.KINDS, (50, 25, 20, 5), strict=True)]),
             "quantity": chance.weighed([(1, 80), (2, 15), (3, 5)])}
            for one in [*papers, "HDUQ", "BHYT", "ANH"][:many]
        ],
        "fees": fees, "received_at": _iso(at), "due_date": (DAY + timedelta(days=days)).isoformat(),
        "channel": chance.weighed([("counter", 85), ("online", 12), ("post", 3)]),
        "events": statuses, "version": len(statuses), "status": "returned",
    }  # fmt: skip


def _statuses(chance: _Chance, at: datetime) -> list[dict[str, Any]]:
    who, many, found = chance.one(t.STAFF), chance.whole(4, 8), []
    for n in range(many):
        at += timedelta(seconds=chance.whole(5, 900))
        if n and not chance.yes(0.7):
            who = chance.one(t.STAFF)
        status = t.STATUSES[0 if n == 0 else -1 if n == many - 1 else min(n, 6)]
        note = chance.one(t.NOTES)
        if chance.yes(0.08):
            note = " ".join(chance.one(t.WORDS) for _ in range(chance.whole(4, 14)))
        found.append(
            {
                "id": chance.uuid(),
                "seq": n + 1,
                "at": _iso(at),
                "status": status,
                "actor_code": who[0],
                "actor_name": who[1],
                "note": note,
            }
        )
    return found


def _iso(at: datetime) -> str:
    return at.isoformat(timespec="seconds")
