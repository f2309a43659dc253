"""Years of a commune's desk as happenings, invented by a seeded generator: people who come back.

A model: family names follow the known shares of Vietnamese names, middle and given names fall off as lists of
names do. Nobody in it lives.
"""

from __future__ import annotations

import heapq
import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import accumulate, count

from benchmarks.model_day import HAMLETS, PROCEDURES, STAFF, SURNAMES
from desk_app.domain.case_code import serials
from desk_app.domain.desk import Desk
from desk_app.domain.happening import Happening, Kind
from desk_app.domain.moment import VIETNAM

MIDDLE = {
    "Nam": "Văn|Hữu|Đức|Văn|Đình|Công|Quang|Minh|Xuân|Ngọc|Thanh|Quốc|Anh|Trọng|Bá|Duy|Gia|Hoàng|Thế",
    "Nữ": "Thị|Thị Thu|Thị|Thị Ngọc|Thị Kim|Ngọc|Thanh|Thu|Thị Hồng|Thùy|Thị Bích|Mỹ|Khánh|Bảo|Thị Mỹ|Thị Phương|Kim",
}
GIVEN = {
    "Nam": "Hùng Dũng Sơn Tuấn Cường Long Hải Thắng Nam Minh Đức Thành Hiếu Phúc Khoa Khánh Tùng Trung Kiên Quân Bình An Đạt"
    " Lâm Phong Vinh Huy Hòa Toàn Tài Nghĩa Thịnh Lộc Hưng Việt Tâm Quý Sang Phát Chiến Tiến Dương Trường Giang Hoàng Định"
    " Đông Thái Thuận Vũ",
    "Nữ": "Lan Hoa Hương Mai Hằng Nga Thủy Linh Trang Thảo Hà Phương Hạnh Huệ Yến Ngọc Nhung Oanh Loan Liên Thu Vân Tuyết Hồng"
    " Dung Diệp Thúy Quyên Trâm Duyên Nhi My Châu Ánh Xuân Đào Giang Hiền Hoài Kiều Ly Minh Nguyệt Như Phượng Quỳnh Thơ"
    " Tiên Trinh Uyên Vy Xoan Đoan Bích",
}
LAST_DAY = date(2026, 11, 23)
CASES_A_DAY = 80  # 20,000 a year


@dataclass(frozen=True, slots=True, kw_only=True)
class Citizen:
    """An invented person."""

    name: str
    sex: str
    born: str
    id: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a clerk may later look a case up by; `seq` is the event that received it."""

    code: str
    name: str
    id: str
    seq: int


class Commune:
    """`cases` cases of `people` people up to a Monday in November 2026; `told` fills as they happen."""

    def __init__(self, desk: Desk, cases: int, people: int, seed: int = 1) -> None:
        self._chance, self._desk, self._cases = random.Random(seed), desk, cases
        self.people = [_citizen(self._chance) for _ in range(people)]
        # most come a few times, some every other month
        self._visits = list(accumulate(self._chance.lognormvariate(0, 0.8) for _ in self.people))
        self.told: list[Told] = []

    def happenings(self) -> Iterator[Happening]:
        """Yield the desk's acts in order of time; the first is to be event 1."""
        waiting: list[tuple[datetime, int, Happening]] = []
        order, seq = count(), 1
        for happening in self._received():
            while waiting and waiting[0][0] <= happening.at:
                yield heapq.heappop(waiting)[2]
                seq += 1
            applicant = happening.body["applicant"]
            assert isinstance(applicant, dict)
            self.told.append(
                Told(code=str(happening.case_code), name=applicant["name"], id=applicant["id"], seq=seq)
            )
            yield happening
            seq += 1
            for later in self._later(happening):
                heapq.heappush(waiting, (later.at, next(order), later))

    def _received(self) -> Iterator[Happening]:
        day = LAST_DAY - timedelta(days=self._cases * 7 // (5 * CASES_A_DAY) + 7)
        numbers: dict[int, int] = {}
        done = 0
        while done < self._cases:
            day += timedelta(days=3 if day.weekday() == 4 else 1)
            today = min(CASES_A_DAY, self._cases - done)
            for n, second in enumerate(sorted(self._chance.randrange(9 * 3600) for _ in range(today))):
                at = datetime(day.year, day.month, day.day, 7, 30, tzinfo=VIETNAM) + timedelta(seconds=second)
                number = numbers[day.year] = numbers.get(day.year, 0) + 1
                yield self._one(at, serials(self._desk.number).start + n, number)
            done += today

    def _one(self, at: datetime, serial: int, number: int) -> Happening:
        chance = self._chance
        who = chance.choices(self.people, cum_weights=self._visits)[0]
        procedure, papers, fee, _, at_once = chance.choices(PROCEDURES, [p[3] for p in PROCEDURES])[0]
        body: dict[str, object] = {
            "applicant": {
                "address": who.address, "born": who.born, "checked": "by_eye", "id": who.id, "id_kind": "personal",
                "kind": "person", "name": who.name, "sex": who.sex,
            },
            "book": f"{at.year}-{self._desk.number}", "book_no": number, "calendar": 1, "catalogue": 1,
            "components": [[place, 1, 0] for place in range(papers)], "form_set": "2025", "procedure": procedure,
            "return_method": "desk", "sets": 1, "submitter": {"role": "self"}, "term": "same-day@15",
        }  # fmt: skip
        if fee is not None:
            body["fee"] = fee
        if at_once:
            body["at_once"] = True
        else:
            body |= {"due_at": at.replace(hour=17, minute=0, second=0).isoformat(), "slip_no": number}
        return Happening(
            kind=Kind.RECEIVED, at=at, staff=chance.choice(STAFF), body=body,
            case_code=f"{self._desk.agency_code}-{at:%y%m%d}-{serial}",
        )  # fmt: skip

    def _later(self, received: Happening) -> Iterator[Happening]:
        """Yield what follows: nearly all results are fetched within days, one in two hundred never."""
        at, code, staff = received.at, received.case_code, received.staff
        if "at_once" in received.body:
            yield Happening(kind=Kind.COMPLETED, at=at, staff=staff, body={}, case_code=code)
            yield Happening(
                kind=Kind.HANDED_OVER, at=at, staff=staff, body={"receiver": "applicant"}, case_code=code
            )
            return
        printed: dict[str, object] = {"nth": 1, "printer": "Desk", "slip": "receipt"}
        yield Happening(kind=Kind.PRINTED, at=at, staff=staff, body=printed, case_code=code)
        done = at + timedelta(seconds=self._chance.randrange(3600, 5 * 86400))
        given = done + timedelta(seconds=self._chance.randrange(3600, 4 * 86400))
        yield Happening(kind=Kind.COMPLETED, at=done, staff=staff, body={}, case_code=code)
        if self._chance.random() > 0.005:
            yield Happening(
                kind=Kind.HANDED_OVER, at=given, staff=staff, body={"receiver": "applicant"}, case_code=code
            )


def _citizen(chance: random.Random) -> Citizen:
    sex, year = chance.choice(("Nam", "Nữ")), chance.randint(1945, 2008)
    digit = (0 if year < 2000 else 2) + (sex == "Nữ")
    province = chance.choices(("038", "001", "036", "040"), (85, 5, 5, 5))[0]
    name = " ".join(
        (
            chance.choices(list(SURNAMES), list(SURNAMES.values()))[0],
            _falling(chance, MIDDLE[sex].split("|")),
            _falling(chance, GIVEN[sex].split()),
        )
    )
    return Citizen(
        name=name,
        sex=sex,
        born=f"{year}-{chance.randint(1, 12):02d}-{chance.randint(1, 28):02d}",
        id=f"{province}{digit}{year % 100:02d}{chance.randrange(10**6):06d}",
        address=f"Thôn {chance.choice(HAMLETS)}, xã Tân Lập, tỉnh Thanh Hóa",
    )


def _falling(chance: random.Random, names: list[str]) -> str:
    """Choose a name: the first of the list is the most common, the n-th 1/sqrt(n) as common."""
    return chance.choices(names, [n**-0.5 for n in range(1, len(names) + 1)])[0]
