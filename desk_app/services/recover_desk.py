"""Make a new machine the desk that burnt: its log from the superior, somebody who signs in, numbers kept apart."""

from __future__ import annotations

from collections.abc import Callable

from desk_app.domain.desk import Desk, Letterhead, desk_of
from desk_app.domain.ports import Clock, Store
from desk_app.domain.recovery import LogSource, Pulled, Readmitted
from desk_app.domain.staff import Staff
from desk_app.domain.words import Words
from desk_app.services.presence import add_staff
from desk_app.services.pull_log import counting, pull_log
from desk_app.services.rebase import mark_recovered

MARKED_SETTING = "recovered"  # the log is here to its end, and the event that says so behind it
DESK_NAME = str(Words("Bộ phận Tiếp nhận và Trả kết quả")).upper()


def bare_desk(readmitted: Readmitted) -> Desk:
    """Return the desk as far as the superior knows it: until its log says more."""
    enrolment = readmitted.enrolment
    head = Letterhead(superior_name="", agency_name=readmitted.commune.upper(), desk_name=DESK_NAME, place="")
    return Desk(agency_code=enrolment.agency_code, number=enrolment.desk, letterhead=head)


def fill_store(
    first: Staff,
    *,
    store: Store,
    source: LogSource,
    clock: Clock,
    progress: Callable[[Pulled], None],
    wait: Callable[[int], None],
) -> bool:
    """Pull the log into an enrolled store that has none; return whether the log said what the desk is.

    Can be called again after a LineError or a kill, also when it was done: it goes on where it stopped.

    Raises:
        LineError.
    """
    with store.reading() as reading:
        marked = reading.setting(MARKED_SETTING)
    if not marked:
        pull_log(store=store, source=source, count=counting(store), progress=progress, wait=wait)
    with store.transaction() as books:
        described, members = books.described(), {member.login for member in books.staff()}
        if not marked:  # with what is ours behind it, the log would not end as the superior's any more
            if described:
                books.describe_desk(desk_of(described))
            mark_recovered("new_machine", staff=first.login, books=books, clock=clock)
            books.set_setting(MARKED_SETTING, "1")
    if first.login not in members:
        add_staff(first, by=first.login, store=store, clock=clock)
    return bool(described)
