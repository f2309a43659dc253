"""A day of a commune's desk as events, invented by a seeded generator: names, addresses and habits of use.

It is a model: names follow the known shares of Vietnamese family names, procedures the mix of a rural
commune. Numbers measured on it are ratios between encoders, not promises about any real commune.
"""

from __future__ import annotations

import random
from datetime import date, datetime, timedelta
from functools import cache
from typing import cast

from desk_app.domain.fee import FeeTable
from desk_app.domain.fee_lines import FeeAsked, fee_lines
from desk_app.domain.reckoned import reckoned, reckoned_body
from desk_app.machine.paths import brought
from desk_app.storage.fee_tables import read_fee_table
from wire.canonical import Json, canonical
from wire.event import FIRST_PREVIOUS, Event, next_event

KEY, DAY = bytes(32), date(2026, 11, 23)
SURNAMES = {
    "Nguyễn": 31.5, "Trần": 10.9, "Lê": 8.9, "Phạm": 5.9, "Hoàng": 3.6, "Bùi": 3.6, "Phan": 2.8, "Vũ": 2.9, "Võ": 2.0,
    "Đặng": 1.9, "Huỳnh": 1.5, "Đỗ": 1.4, "Hồ": 1.3, "Ngô": 1.3, "Dương": 1.0, "Đinh": 1.0, "Đoàn": 0.9, "Lương": 0.8,
    "Trịnh": 0.7, "Mai": 0.6, "Đào": 0.6, "Lý": 0.5, "Tạ": 0.5, "Cao": 0.5, "Lò": 0.4, "Vàng": 0.3, "Giàng": 0.3,
}  # fmt: skip
MIDDLE = {
    "Nam": [
        "Văn",
        "Hữu",
        "Đức",
        "Công",
        "Quang",
        "Minh",
        "Đình",
        "Xuân",
        "Ngọc",
        "Thanh",
        "Quốc",
        "Anh",
        "Trọng",
        "Bá",
        "Duy",
        "Gia",
        "Thế",
    ],
    "Nữ": [
        "Thị",
        "Thị Ngọc",
        "Thị Thu",
        "Thị Kim",
        "Ngọc",
        "Thanh",
        "Thu",
        "Thị Hồng",
        "Thùy",
        "Thị Bích",
        "Mỹ",
        "Khánh",
        "Bảo",
        "Kim",
    ],
}
GIVEN = {
    "Nam": [
        "Hùng",
        "Dũng",
        "Sơn",
        "Tuấn",
        "Cường",
        "Long",
        "Hải",
        "Thắng",
        "Nam",
        "Minh",
        "Đức",
        "Thành",
        "Hiếu",
        "Phúc",
        "Khoa",
        "Tùng",
        "Trung",
        "Kiên",
        "Quân",
        "Bình",
    ],
    "Nữ": [
        "Lan",
        "Hoa",
        "Hương",
        "Mai",
        "Hằng",
        "Nga",
        "Thủy",
        "Linh",
        "Trang",
        "Thảo",
        "Hà",
        "Phương",
        "Hạnh",
        "Huệ",
        "Yến",
        "Ngọc",
        "Nhung",
        "Oanh",
        "Loan",
        "Liên",
        "Thu",
    ],
}
HAMLETS = ["Đông", "Đoài", "Trung", "Thượng", "Hạ", "Đồng Tâm", "Phú Mỹ", "Yên Bình", "Xuân Lộc"]
# code, papers, fee, share, at once
PROCEDURES = (
    ("2.000815", 1, 2000, 22, True), ("1.001193", 3, 8000, 14, False), ("2.000884", 2, 10000, 12, True),
    ("1.004873", 2, 15000, 9, False), ("2.000635", 2, 8000, 8, False), ("1.000894", 3, 0, 6, False),
    ("1.000656", 2, 8000, 6, False), ("1.004859", 3, 15000, 4, False), ("1.001776", 3, None, 6, False),
    ("1.001612", 3, 100000, 5, False),
)  # fmt: skip
STAFF = ("hoa", "minh", "loc", "duyen")


def model_day(cases: int, seed: int = 1) -> list[Event]:
    """Return the log of one day: 4 to 5 events a case, all cases interleaved by time."""
    chance = random.Random(seed)
    start = datetime.fromisoformat("2026-11-23T07:30:00+07:00")
    rows: list[tuple[datetime, str, str, str, dict[str, Json]]] = []
    arrivals = sorted(chance.randrange(9 * 3600) for _ in range(cases))
    for n, seconds in enumerate(arrivals, 1):
        rows += _case(chance, n, start + timedelta(seconds=seconds))
    rows.sort(key=lambda row: row[0])
    events, previous = [], (0, FIRST_PREVIOUS)
    for at, kind, code, staff, body in rows:
        event = next_event(
            KEY, previous, kind=kind, case_code=code, at=at.isoformat(), staff=staff, body=canonical(body)
        )  # fmt: skip
        events.append(event)
        previous = event.seq, event.hash
    return events


def _case(
    chance: random.Random, n: int, at: datetime
) -> list[tuple[datetime, str, str, str, dict[str, Json]]]:
    code = f"H54.21-{at:%y%m%d}-{5000 + n}"
    procedure, papers, fee, _, at_once = chance.choices(PROCEDURES, [p[3] for p in PROCEDURES])[0]
    staff = chance.choice(STAFF)
    body: dict[str, Json] = {
        "applicant": _applicant(chance), "book": "2026-1", "book_no": n, "calendar": 1, "catalogue": 1,
        "components": [[place, 1 + (chance.random() < 0.1), int(chance.random() < 0.2)] for place in range(papers)],
        "form_set": "2025", "procedure": procedure, "return_method": "post" if chance.random() < 0.05 else "desk",
        "sets": 1, "submitter": {"role": "self"}, "term": "same-day@15",
    }  # fmt: skip
    if fee is not None:
        times = chance.choices((1, 2, 3, 5), (70, 20, 6, 4))[0]
        body["fee"] = fee * times
        body |= _how(procedure, times)
    if at_once:
        taken: dict[str, Json] = {"receiver": "applicant"}
        body["at_once"] = True
        return [
            (at, "received", code, staff, body),
            (at, "completed", code, staff, {}),
            (at, "handed_over", code, staff, taken),
        ]
    body |= {"due_at": at.replace(hour=17, minute=0, second=0).isoformat(), "slip_no": n}
    done = at + timedelta(seconds=chance.randrange(1800, 20000))
    given = done + timedelta(seconds=chance.randrange(60, 6000))
    taken = {"receiver": "applicant", "slip_no": n}
    if chance.random() < 0.1:
        taken = {"receiver": "proxy", "name": _name(chance, "Nam"), "slip_no": n}
    return [
        (at, "received", code, staff, body),
        (at + timedelta(seconds=chance.randrange(2, 6)), "printed", code, staff, {"nth": 1, "printer": "Desk", "slip": "receipt"}),
        (done, "completed", code, chance.choice(STAFF), {"result_no": f"{n}/2026"}),
        (given, "handed_over", code, staff, taken),
        (given + timedelta(seconds=3), "printed", code, staff, {"nth": 1, "printer": "Desk", "slip": "return_slip"}),
    ]  # fmt: skip


@cache
def _how(procedure: str, times: int) -> dict[str, Json]:
    """Return what the intake keeps of how a fee was reckoned; nothing where no table has the procedure."""
    asked = FeeAsked(cases=times)
    how = reckoned(asked, fee_lines(procedure, asked, _fees(), DAY), "")
    return {"fee_how": cast("Json", reckoned_body(how))} if how is not None else {}


@cache
def _fees() -> FeeTable:
    return read_fee_table(brought("resources") / "fees")


def _applicant(chance: random.Random) -> dict[str, Json]:
    sex, year = chance.choice(("Nam", "Nữ")), chance.randint(1950, 2008)
    digit = (0 if year < 2000 else 2) + (sex == "Nữ")
    province = chance.choices(("034", "001", "036", "033"), (85, 5, 5, 5))[0]
    return {
        "address": f"Thôn {chance.choice(HAMLETS)}, xã Đông Thượng, tỉnh Thái Bình",
        "born": f"{year}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}",
        "checked": "by_eye",
        "id": f"{province}{digit}{year % 100:02d}{chance.randrange(10**6):06d}",
        "id_kind": "personal",
        "kind": "person",
        "name": _name(chance, sex),
        "phone": f"0{chance.choice(('35', '36', '38', '90', '91', '97', '98'))}{chance.randrange(10**7):07d}",
        "sex": sex,
    }


def _name(chance: random.Random, sex: str) -> str:
    surname = chance.choices(list(SURNAMES), list(SURNAMES.values()))[0]
    return f"{surname} {chance.choice(MIDDLE[sex])} {chance.choice(GIVEN[sex])}"
