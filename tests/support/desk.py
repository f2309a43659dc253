"""A real store for tests, and what goes into it."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import partial
from pathlib import Path

from desk_app.domain.applicant import Applicant, IdKind, Submitter
from desk_app.domain.case import Intake
from desk_app.domain.component import Component
from desk_app.domain.desk import Desk, Letterhead
from desk_app.domain.kept_papers import is_shown
from desk_app.domain.moment import moment
from desk_app.domain.staff import Staff
from desk_app.machine.paths import brought
from desk_app.services.presence import add_staff
from desk_app.services.receive_case import Rules, receive_case
from desk_app.storage.catalogue import (
    CatalogueTexts,
    FileCatalogue,
    pinned_time_rules,
    read_calendar,
    read_time_rules,
)
from desk_app.storage.store import Store

KEY = bytes(range(32))
HOA = Staff(login="hoa", name="Lê Thị Hoa", title="Tư pháp – Hộ tịch")
DESK = Desk(
    agency_code="H56.22.17",
    number=1,
    letterhead=Letterhead(
        superior_name="UBND TỈNH THANH HÓA",
        agency_name="UBND XÃ TÂN LẬP",
        desk_name="BỘ PHẬN TIẾP NHẬN VÀ TRẢ KẾT QUẢ",
        place="Tân Lập",
    ),
)
TEXTS = CatalogueTexts(brought("resources") / "catalogue")
RULES = Rules(
    catalogue=FileCatalogue(brought("resources") / "catalogue", date(2026, 11, 23)),
    calendar=read_calendar(brought("resources") / "calendar"),
    form_set_on=lambda _day: "2025",
    texts=TEXTS.of,
    time_rules=read_time_rules(brought("resources") / "rules", date(2026, 11, 23)),
    pinned_rules=partial(pinned_time_rules, brought("resources") / "rules"),
    pinned_procedure=TEXTS.procedure,
)


class Clock:
    """Stands still until it is moved."""

    def __init__(self, at: str = "2026-11-23T08:15:00") -> None:
        self.at = moment(at)

    def now(self) -> datetime:
        return self.at

    def step(self, **by: int) -> None:
        self.at += timedelta(**by)


def new_store(folder: Path) -> Store:
    """Make a store with one member of staff."""
    places = {"migrations": brought("db"), "catalogues": brought("resources") / "catalogue"}
    store = Store.create(folder / "desk.db", KEY, desk=DESK, **places)
    add_staff(HOA, by="hoa", store=store, clock=Clock("2026-11-23T07:30:00"))
    return store


def open_store(folder: Path, key: bytes = KEY) -> Store:
    """Open the store that `new_store` made."""
    return Store(
        folder / "desk.db", key, migrations=brought("db"), catalogues=brought("resources") / "catalogue"
    )


def intake(name: str = "Nguyễn Thị Minh Đức", number: str = "038190004217", **changes) -> Intake:
    """Return a whole intake for registering a birth."""
    papers = RULES.catalogue.get(str(changes.get("procedure_code", "1.001193"))).components
    whole = {
        "applicant": Applicant(
            name=name, id=number, id_kind=IdKind.PERSONAL, born="1990-02-14", sex="Nữ",
            address="Thôn Đồng Tâm, xã Tân Lập, tỉnh Thanh Hóa", phone="0912345678",
        ),
        "submitter": Submitter(),
        "procedure_code": "1.001193",
        "components": tuple(Component(name=p.name, originals=p.originals, copies=p.copies) for p in papers if p.required and not is_shown(p)),
        "term": "same-day@15",
        "fee": 8000,
    }  # fmt: skip
    return Intake(**(whole | changes))


def receive(store: Store, clock: Clock, **changes) -> str:
    """Receive one case and return its code."""
    given = intake(**changes)
    return receive_case(
        given, print_receipt=False, staff="hoa", rules=RULES, store=store, clock=clock
    ).case_code
