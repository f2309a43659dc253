"""Other ways in: online, for another agency, and on paper during a power cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from support.intake_window import CARD, choose, key, picture, printed, settle, signed_in, stored, way

from desk_app.app.startup import application
from desk_app.domain.fee import Channel
from desk_app.domain.moment import moment
from desk_app.machine.clock import SteppedClock
from desk_app.ui.intake.ways import Way
from desk_app.ui.typed_text import press, type_text


@pytest.fixture(scope="session")
def qapp():
    return application()


@pytest.fixture
def clock():
    return SteppedClock(moment("2026-11-23T08:15"))


@pytest.fixture
def desk(qtbot, tmp_path, clock):
    with signed_in(qtbot, tmp_path, clock) as made:
        yield made


def test_an_online_dossier_keeps_the_superiors_code_beside_ours(qtbot, desk):
    channel = desk.screens["intake"].due.channel
    desk.screens["intake"].applicant.take_scan(CARD)
    way(desk, Way.ONLINE)
    type_text(channel.superior_code, "h56.22.17-261123-0975")
    choose(qtbot, desk, "dkks")
    picture(qtbot, desk, "9_truc_tuyen")
    key(qtbot, Qt.Key.Key_F9)
    settle(qtbot, desk)

    (case,) = stored(desk)
    assert (case.superior_code, case.intake.channel) == ("H56.22.17-261123-0975", Channel.ONLINE)


def test_an_online_dossier_says_by_when_it_must_be_answered(qtbot, desk):
    """Filed on Sunday evening: eight working hours from Monday's opening."""
    channel = desk.screens["intake"].due.channel
    desk.screens["intake"].applicant.take_scan(CARD)
    choose(qtbot, desk, "dkks")
    way(desk, Way.ONLINE)
    assert channel.answer_by.isHidden()
    type_text(channel.sent_day, "22/11/2026")
    type_text(channel.sent_hour, "21h30")

    assert channel.answer_by.text() == (
        "Phải trả lời (tiếp nhận hoặc yêu cầu bổ sung) chậm nhất Hôm nay, 17:00."
    )
    picture(qtbot, desk, "11_han_tra_loi_truc_tuyen")
    channel.sent_day.setText("19/11/2026")
    channel.sent_hour.setText("08:00")
    assert channel.answer_by.text() == (
        "Lẽ ra phải trả lời (tiếp nhận hoặc yêu cầu bổ sung) trước Thứ Sáu 20/11, 08:00; vẫn tiếp nhận được."
    )
    assert channel.answer_by.objectName() == "odd"
    key(qtbot, Qt.Key.Key_F9)
    settle(qtbot, desk)

    (case,) = stored(desk)
    assert case.intake.sent_at == moment("2026-11-19T08:00")
    assert channel.sent_hour.text() == "", "the next citizen's form has nothing of it"


@pytest.mark.parametrize(
    ("day", "hour", "told"),
    [
        ("22/11/2026", "", "Không hiểu lúc nộp trực tuyến “22/11/2026”"),
        ("31/11/2026", "8:00", "Không hiểu lúc nộp trực tuyến “31/11/2026 8:00”"),
        ("24/11/2026", "8:00", "Lúc nộp trực tuyến 08:00 24/11/2026 chưa đến"),
    ],
)
def test_a_filing_time_that_is_none_is_told_and_the_form_stays(qtbot, desk, day, hour, told):
    channel = desk.screens["intake"].due.channel
    desk.screens["intake"].applicant.take_scan(CARD)
    choose(qtbot, desk, "dkks")
    way(desk, Way.ONLINE)
    type_text(channel.sent_day, day)
    type_text(channel.sent_hour, hour)
    key(qtbot, Qt.Key.Key_F9)
    settle(qtbot, desk)

    assert told in desk.window.told.text()
    assert stored(desk) == []
    assert channel.sent_day.text() == day


def test_a_case_for_another_agency_says_when_it_must_be_sent_on(qtbot, desk):
    channel = desk.screens["intake"].due.channel
    desk.screens["intake"].applicant.take_scan(CARD)
    way(desk, Way.OTHER)
    type_text(channel.unit, "H56.22.18")
    type_text(channel.unit_name, "UBND xã Bình Minh")
    choose(qtbot, desk, "dkks")
    assert "Thứ Tư 25/11" in channel.send_by.text()  # 24/11 is a holiday
    picture(qtbot, desk, "10_nop_ho_don_vi_khac")
    key(qtbot, Qt.Key.Key_F9)
    settle(qtbot, desk)

    (case,) = stored(desk)
    assert case.code.startswith("H56.22.18-261123-5")
    assert (case.intake.for_unit_name, case.intake.channel) == ("UBND xã Bình Minh", Channel.DESK)
    assert desk.screens["intake"].due.channel.chosen is Way.DESK


def test_a_wrong_agency_is_told_and_the_form_stays(qtbot, desk):
    intake = desk.screens["intake"]
    intake.applicant.take_scan(CARD)
    way(desk, Way.OTHER)
    type_text(intake.due.channel.unit, "xã Bình Minh")
    choose(qtbot, desk, "dkks")
    key(qtbot, Qt.Key.Key_F9)
    settle(qtbot, desk)

    assert "H56.22.18" in desk.window.told.text()
    assert intake.due.channel.unit.text() == "xã Bình Minh"
    assert stored(desk) == []


def test_numbers_go_to_paper_and_come_back_with_the_papers_hour(qtbot, desk, clock, tmp_path):
    intake = desk.screens["intake"]
    box = intake.due.channel.paper
    way(desk, Way.PAPER)
    settle(qtbot, desk)
    picture(qtbot, desk, "11_chua_co_so_giay")
    box.count.selectAll()
    type_text(box.count, "3")
    press(box.more, Qt.Key.Key_Space)
    settle(qtbot, desk)
    assert [box.number.itemText(n)[-4:] for n in range(box.number.count())] == ["5001", "5002", "5003"]
    assert printed(tmp_path) == ["so-giay-H56.22.17-261123.pdf"]

    clock.advance_to(moment("2026-11-25T08:00"))
    intake.applicant.take_scan(CARD)
    box.number.setFocus()
    press(box.number, Qt.Key.Key_Down)
    type_text(box.hour, "15:20")
    choose(qtbot, desk, "dkks")
    assert box.day.text() == "23/11/2026"
    assert "Hôm nay, 17:00" in intake.due.moment.text()
    picture(qtbot, desk, "12_so_giay")
    key(qtbot, Qt.Key.Key_F9)
    settle(qtbot, desk)

    (case,) = stored(desk)
    assert (case.code, case.received_at) == ("H56.22.17-261123-5002", moment("2026-11-23T15:20"))
    assert case.due_at == moment("2026-11-25T17:00")
    way(desk, Way.PAPER)
    settle(qtbot, desk)
    assert [box.number.itemText(n)[-4:] for n in range(box.number.count())] == ["5001", "5003"]


def test_a_paper_without_its_hour_is_not_keyed_in(qtbot, desk):
    intake = desk.screens["intake"]
    way(desk, Way.PAPER)
    settle(qtbot, desk)
    press(intake.due.channel.paper.more, Qt.Key.Key_Space)
    settle(qtbot, desk)
    intake.applicant.take_scan(CARD)
    choose(qtbot, desk, "dkks")
    key(qtbot, Qt.Key.Key_F9)
    settle(qtbot, desk)

    assert "ngày và giờ nhận ghi trên giấy" in desk.window.told.text()
    assert intake.applicant.name.text() == "Nguyễn Thị Minh Đức"
