"""What is half typed: kept, cleared, had back, and never mixed into the next case."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from support.clerk import BIRTH, CARD, CTRL, OTHER_CARD, Clerk, close, closes

from desk_app.app.program import Program
from desk_app.printing.pdf_folder import PdfFolder


def again(qtbot, clerk, tmp_path):
    """Return a clerk at the same desk after the next start."""
    program = Program(clerk.program.home, PdfFolder(tmp_path / "papers"))
    closes(qtbot, program)
    program.start()
    program.window.activateWindow()
    qtbot.waitUntil(program.window.isActiveWindow)
    made = Clerk(qtbot, program)
    made.sign_in()
    return made


def sign_out(clerk):
    clerk.key(Qt.Key.Key_L, CTRL)
    clerk.qtbot.waitUntil(lambda: clerk.program.sign_in.isVisible() and not clerk.program.jobs.busy)


def leave_the_window(clerk):
    close(clerk.qtbot, clerk.program)


@pytest.mark.parametrize("leave", [sign_out, leave_the_window])
def test_leaving_keeps_even_the_last_letter(qtbot, clerk, tmp_path, leave):
    clerk.scan(CARD)
    clerk.choose(BIRTH)
    clerk.go(clerk.intake.applicant.phone)
    clerk.type("0912345678")
    leave(clerk)
    later = again(qtbot, clerk, tmp_path)

    assert later.intake.applicant.name.text() == "Nguyễn Thị Minh Đức"
    assert later.intake.applicant.phone.text() == "0912345678"
    assert later.intake.procedure.procedure.code == "1.001193"


def test_a_form_that_was_emptied_by_hand_leaves_no_draft(qtbot, clerk, tmp_path):
    clerk.type_into(clerk.intake.applicant.phone, "0912")
    qtbot.waitUntil(lambda: not clerk.intake.draft.timer.isActive())
    clerk.settle()
    clerk.intake.applicant.phone.selectAll()
    clerk.key(Qt.Key.Key_Delete)
    sign_out(clerk)
    later = again(qtbot, clerk, tmp_path)

    assert later.intake.state().is_empty


def test_a_received_case_leaves_no_draft(qtbot, clerk, tmp_path):
    clerk.receive()
    sign_out(clerk)
    later = again(qtbot, clerk, tmp_path)

    assert later.intake.state().is_empty


@pytest.mark.parametrize("where", ["number", "name", "sex", "phone"])
def test_what_escape_took_comes_back_by_ctrl_z_wherever_the_cursor_is(clerk, where):
    clerk.scan(CARD)
    clerk.choose(BIRTH)
    before = clerk.intake.state()
    clerk.key(Qt.Key.Key_Escape)
    assert clerk.intake.state().is_empty
    clerk.go(getattr(clerk.intake.applicant, where))
    clerk.key(Qt.Key.Key_Z, CTRL)

    assert clerk.intake.state() == before
    assert not clerk.told


def test_the_undo_is_in_sight_and_can_be_clicked(qtbot, clerk):
    clerk.scan(CARD)
    clerk.key(Qt.Key.Key_Escape)
    undo = clerk.window.messages.undo
    assert (undo.text(), undo.isVisible()) == ("Hoàn tác", True)
    qtbot.mouseClick(undo, Qt.MouseButton.LeftButton)

    assert clerk.intake.applicant.name.text() == "Nguyễn Thị Minh Đức"


def test_the_undo_never_overwrites_who_came_next(clerk):
    clerk.scan(CARD)
    clerk.key(Qt.Key.Key_Escape)
    clerk.scan(OTHER_CARD)
    assert clerk.window.messages.undo is None
    clerk.go(clerk.intake.due.receive)
    clerk.key(Qt.Key.Key_Z, CTRL)

    assert clerk.intake.applicant.name.text() == "Trần Văn Bảo"


def test_a_fields_own_undo_works_while_there_is_nothing_to_give_back(clerk):
    clerk.type_into(clerk.intake.applicant.phone, "0912")
    clerk.key(Qt.Key.Key_Z, CTRL)

    assert clerk.intake.applicant.phone.text() == ""


@pytest.mark.parametrize("field", ["submitter_name", "role", "kind", "fee"])
def test_escape_clears_a_form_that_holds_only_that(clerk, field):
    card = clerk.intake.applicant
    if field == "fee":
        clerk.type_into(clerk.intake.due.fees.fee, "5000")
    else:
        clerk.go(card.kind if field == "kind" else card.role)
        clerk.key(Qt.Key.Key_Down)
    if field == "submitter_name":
        clerk.type_into(card.submitter_name, "Lê Văn Cường")
    assert not clerk.intake.state().is_empty
    clerk.key(Qt.Key.Key_Escape)

    assert clerk.intake.state().is_empty


def test_escape_clears_from_the_table_too(clerk):
    clerk.scan(CARD)
    clerk.choose(BIRTH)
    clerk.go(clerk.intake.procedure.table)
    clerk.key(Qt.Key.Key_Escape)

    assert clerk.intake.state().is_empty
