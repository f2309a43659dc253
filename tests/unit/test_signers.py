"""A paper bears the name of whoever did what it tells, not of whoever stands first in the list of staff."""

from __future__ import annotations

import pytest
from support.desk import Clock, new_store, receive
from support.drawn import PAPERS, text_of

from desk_app.domain.case import HandOver, Receiver
from desk_app.domain.slip import SlipKind
from desk_app.domain.staff import Staff
from desk_app.printing.pdf_folder import PdfFolder
from desk_app.services.complete_case import complete_case
from desk_app.services.hand_over import hand_over
from desk_app.services.presence import add_staff
from desk_app.services.print_slip import Press, print_slip

FIRST, LAST = Staff(login="an", name="An Văn Ất", title=""), Staff(login="yen", name="Vũ Thị Yến", title="")


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def store(tmp_path, clock):
    made = new_store(tmp_path)
    for member in (FIRST, LAST):
        add_staff(member, by="hoa", store=made, clock=clock)
    yield made
    made.close()


def printed(store, clock, folder, code, kind):
    press = Press(papers=PAPERS, printer=PdfFolder(folder))
    print_slip(code, kind, staff="an", press=press, store=store, clock=clock)
    (paper,) = folder.glob(f"{code}-{kind}.pdf")
    return text_of(paper)


def test_each_paper_bears_the_name_of_who_did_it(tmp_path, store, clock):
    code = receive(store, clock)
    complete_case(code, "1", staff="an", store=store, clock=clock)
    hand_over(code, HandOver(receiver=Receiver.APPLICANT), staff="yen", store=store, clock=clock)
    receipt, slip = (
        printed(store, clock, tmp_path / "papers", code, kind)
        for kind in (SlipKind.RECEIPT, SlipKind.RETURN_SLIP)
    )

    assert ("Lê Thị Hoa" in receipt, LAST.name in receipt, FIRST.name in receipt) == (True, False, False)
    assert ("Lê Thị Hoa" in slip, LAST.name in slip, FIRST.name in slip) == (False, True, False)
