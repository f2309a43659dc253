"""What a case costs, reckoned while the citizen waits: by keys, with its reasons, kept with the case."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from support.clerk import AT_ONCE, CARD, CTRL, OTHER_CARD

from desk_app.domain.case import State
from desk_app.domain.payment import MoneyState, PaymentWay
from desk_app.ui.intake.form_state import from_draft
from desk_app.ui.intake.ways import Way

MARRIAGE, EXTRACT, STAY, BIRTH_LATE = "1.000894", "2.000635", "1.004194", "1.001193"
COPIES = "3 bản × (2 trang × 2.000 đ + 5 trang × 1.000 đ) = 27.000 đ"


@pytest.fixture
def fees(clerk):
    return clerk.intake.due.fees


def begin(clerk, code, card=CARD):
    clerk.scan(card)
    clerk.choose(code)
    clerk.settle()


def receive(clerk):
    """Press F9 and return the newest case."""
    clerk.key(Qt.Key.Key_F9)
    clerk.settle()
    return clerk.stored(clerk.rows()[0].code)


def count_seven_pages_three_times(clerk):
    clerk.key(Qt.Key.Key_E, CTRL)
    clerk.type("7")
    clerk.key(Qt.Key.Key_Return)
    clerk.type("3")
    clerk.settle()


def test_pages_and_copies_are_reckoned_as_they_are_typed_and_kept(clerk, fees):
    """The window said 2.000 for nine copies of anything."""
    begin(clerk, AT_ONCE)
    assert fees.fee.text() == "2.000"
    assert clerk.focus() is fees.counts.first()  # what is settled at once has no term to look at
    count_seven_pages_three_times(clerk)
    assert (fees.fee.text(), fees.how.text()) == ("27.000", COPIES)
    case = receive(clerk)

    assert (case.intake.fee, case.intake.reckoned.words) == (27_000, COPIES)
    assert (case.intake.reckoned.rows, case.intake.reckoned.pages, case.intake.reckoned.copies) == (
        ("certified-copy",), 7, 3,
    )  # fmt: skip
    assert "Chưa thu 27.000 đ" in clerk.told
    assert clerk.intake.state().is_empty


def test_several_originals_are_reckoned_each_by_itself(clerk, fees):
    """The first two pages of each cost 2.000: 2 + 5 + 1 pages are no 8 pages; nor does one cap hold for all."""
    begin(clerk, AT_ONCE)
    clerk.key(Qt.Key.Key_E, CTRL)
    clerk.type("2+5+1")
    clerk.key(Qt.Key.Key_Return)
    clerk.type("2")
    clerk.settle()
    assert fees.fee.text() == "26.000"
    assert fees.how.text() == (
        "2 bản × 2 trang × 2.000 đ = 8.000 đ; 2 bản × (2 trang × 2.000 đ + 3 trang × 1.000 đ) = 14.000 đ;"
        " 2 bản × 1 trang × 2.000 đ = 4.000 đ; cộng 26.000 đ"
    )
    draft = clerk.intake.state()
    assert (draft.pages, from_draft(draft.to_draft())) == ("2+5+1", draft)
    case = receive(clerk)

    assert (case.intake.fee, case.intake.reckoned.pages, case.intake.reckoned.rows) == (
        26_000,
        8,
        ("certified-copy",),
    )
    begin(clerk, AT_ONCE)
    clerk.type_into(fees.counts.lines["pages"], "300+300")
    assert fees.fee.text() == "400.000"
    clerk.type_into(fees.counts.lines["pages"], "+")
    assert fees.fee.text() == "400.000"


def test_only_what_the_procedure_counts_is_asked_for(clerk, fees):
    begin(clerk, EXTRACT)
    assert [count.value for count in fees.counts.lines if fees.counts.lines[count].isVisible()] == [
        "copies", "cases",
    ]  # fmt: skip
    begin(clerk, MARRIAGE)
    assert not fees.counts.isVisible()


def test_no_fee_is_said_and_not_left_empty(clerk, fees):
    begin(clerk, MARRIAGE)
    assert (fees.fee.text(), fees.how.text()) == ("0", "Không thu: Luật Hộ tịch 2014, Điều 11")
    assert not fees.paid.isVisible()

    assert receive(clerk).intake.fee == 0


def test_a_fee_with_several_rows_waits_for_the_choice(clerk, fees):
    begin(clerk, STAY)
    assert (fees.fee.text(), fees.how.text()) == (
        "", "Chưa chọn trường hợp: Cá nhân, hộ gia đình; Theo danh sách.",
    )  # fmt: skip
    clerk.go(fees.choice)
    clerk.key(Qt.Key.Key_Down, times=2)
    clerk.key(Qt.Key.Key_E, CTRL)
    clerk.type("4")
    clerk.settle()
    assert fees.fee.text() == "40.000"
    clerk.intake.due.channel.way.choose(Way.ONLINE)

    assert (fees.fee.text(), fees.how.text()) == ("20.000", "4 người × 5.000 đ = 20.000 đ")


def test_an_exemption_is_kept_with_its_reason(clerk, fees):
    begin(clerk, EXTRACT)
    clerk.go(fees.freed)
    clerk.key(Qt.Key.Key_Down, times=2)
    assert (fees.fee.text(), fees.how.text()) == ("0", "Miễn: Người thuộc hộ nghèo")
    case = receive(clerk)

    assert (case.money.state, case.intake.reckoned.exemption) == (MoneyState.EXEMPT, "Người thuộc hộ nghèo")


def test_a_reason_of_the_clerks_own_frees_too_and_an_empty_one_does_not(clerk, fees):
    begin(clerk, EXTRACT)
    clerk.go(fees.freed)
    fees.freed.lineEdit().selectAll()
    clerk.key(Qt.Key.Key_Delete)
    assert fees.fee.text() == "8.000"
    clerk.type("Bị thiên tai")
    clerk.settle()
    assert fees.fee.text() == "0"
    case = receive(clerk)

    assert (case.money.state, case.intake.reckoned.exemption) == (MoneyState.EXEMPT, "Bị thiên tai")


def test_another_amount_can_be_typed_and_the_tables_stays_in_sight(clerk, fees):
    begin(clerk, EXTRACT)
    clerk.go(fees.fee)
    fees.fee.selectAll()
    clerk.type("5000")
    clerk.settle()
    assert fees.how.text() == "Gõ tay; theo biểu 8.000 đ: 1 bản × 8.000 đ = 8.000 đ"
    case = receive(clerk)

    assert (case.intake.fee, case.intake.reckoned.amount) == (5000, 8000)


def test_the_money_is_taken_in_the_same_act_with_its_receipt(clerk, fees):
    begin(clerk, AT_ONCE)
    clerk.key(Qt.Key.Key_D, CTRL)
    assert clerk.focus() is fees.paid.form
    clerk.type("01blp2-001")
    clerk.settle()
    clerk.key(Qt.Key.Key_F9)
    clerk.settle()
    assert clerk.rows() == []
    assert "thiếu ký hiệu" in clerk.told
    clerk.type_into(fees.paid.sign, "AA-26T")
    clerk.type_into(fees.paid.number, "0000123")
    case = receive(clerk)
    taken = case.collected[0]
    assert (case.state, case.money.state) == (State.RETURNED, MoneyState.PAID)
    assert (taken.amount, taken.way, taken.payer) == (2000, PaymentWay.CASH, "Nguyễn Thị Minh Đức")
    assert (taken.receipt_form, taken.receipt_sign, taken.receipt_number) == (
        "01BLP2-001",
        "AA-26T",
        "0000123",
    )
    assert "Chưa thu" not in clerk.told
    begin(clerk, AT_ONCE, OTHER_CARD)
    assert not fees.paid.paid.isChecked()
    clerk.key(Qt.Key.Key_D, CTRL)

    assert (fees.paid.form.text(), fees.paid.sign.text(), fees.paid.number.text()) == (
        "01BLP2-001",
        "AA-26T",
        "",
    )
    assert clerk.focus() is fees.paid.number
    assert receive(clerk).collected[0].receipt_form == ""  # the book alone is no biên lai


def test_escape_takes_it_all_and_ctrl_z_and_the_draft_give_it_back(clerk, fees):
    begin(clerk, AT_ONCE)
    count_seven_pages_three_times(clerk)
    clerk.key(Qt.Key.Key_D, CTRL)
    clerk.type_into(fees.paid.number, "0000123")
    before = clerk.intake.state()
    assert (before.pages, before.copies, before.fee, before.paid) == ("7", "3", "27.000", True)
    assert from_draft(before.to_draft()) == before
    clerk.key(Qt.Key.Key_Escape)
    assert clerk.intake.state().is_empty
    clerk.key(Qt.Key.Key_Z, CTRL)

    assert clerk.intake.state() == before
    assert fees.how.text() == COPIES


def test_an_amount_that_was_typed_comes_back_as_it_was(clerk, fees):
    begin(clerk, AT_ONCE)
    clerk.go(fees.fee)
    fees.fee.selectAll()
    clerk.type("5000")
    clerk.settle()
    clerk.key(Qt.Key.Key_Escape)
    clerk.key(Qt.Key.Key_Z, CTRL)

    assert fees.fee.text() == "5000"


def test_an_exemption_does_not_pass_to_whoever_is_scanned_next(clerk, fees):
    begin(clerk, EXTRACT)
    fees.freed.setCurrentIndex(2)
    assert fees.fee.text() == "0"
    clerk.scan(OTHER_CARD)
    clerk.settle()

    assert (fees.fee.text(), fees.reason()) == ("8.000", "")


def test_a_card_scanned_into_a_count_changes_no_count(clerk, fees):
    begin(clerk, AT_ONCE)
    count_seven_pages_three_times(clerk)
    clerk.key(Qt.Key.Key_Return)
    clerk.scan(OTHER_CARD)
    clerk.settle()

    assert clerk.intake.applicant.name.text() == "Trần Văn Bảo"
    assert [line.text() for line in fees.counts.lines.values()] == ["7", "3", "1"]
    assert fees.fee.text() == "27.000"


def choose_area(clerk, row):
    """Choose whose table counts, in the settings: 0 = nobody's but the country's."""
    settings = clerk.program.screens["commune"].inside()
    settings.start()
    clerk.settle()
    settings.fee_area.area.setCurrentIndex(row)
    settings.fee_area.area.activated.emit(row)
    clerk.settle()
    assert "biểu mức thu" in clerk.told


def test_the_provinces_table_counts_at_once_in_the_form_that_is_open(clerk, fees):
    begin(clerk, "1.004873")
    assert fees.fee.text() == ""
    choose_area(clerk, 1)

    assert fees.fee.text() == "5.000"


def test_a_fee_that_is_selected_is_typed_over_also_when_a_minute_has_gone(clerk, fees):
    begin(clerk, EXTRACT)
    clerk.go(fees.fee)
    fees.fee.selectAll()
    clerk.intake.on_minute()
    clerk.type("5000")
    clerk.settle()

    assert fees.fee.text() == "5000"


def test_a_choice_that_the_table_of_now_does_not_know_is_let_go(clerk, fees):
    choose_area(clerk, 1)
    begin(clerk, BIRTH_LATE)
    fees.choice.setCurrentIndex(1)
    assert (fees.choice.currentText(), fees.fee.text()) == ("Khai sinh không đúng hạn", "8.000")
    choose_area(clerk, 0)

    assert (fees.choice.count(), fees.fee.text()) == (0, "8.000")  # the catalogue's
    assert receive(clerk).intake.reckoned.choice == ""


def test_an_amount_that_changed_under_the_clerks_hand_is_looked_at_before_it_is_received(clerk, fees):
    begin(clerk, "1.004772")
    clerk.program.bulletin.changed.disconnect(clerk.intake._on_desk_changed)
    choose_area(clerk, 1)
    assert fees.fee.text() == ""
    clerk.key(Qt.Key.Key_F9)
    clerk.settle()
    assert "tính lại" in clerk.told
    assert (clerk.rows(), fees.fee.text()) == ([], "8.000")

    assert receive(clerk).intake.fee == 8_000


def test_a_draft_of_what_was_paid_without_its_number_is_received_after_a_restart(clerk, fees):
    """The book of the case before stood there by itself; opened anew, it was taken for half a biên lai."""
    begin(clerk, EXTRACT)
    clerk.key(Qt.Key.Key_D, CTRL)
    for line, text in zip(
        (fees.paid.form, fees.paid.sign, fees.paid.number), ("01BLP2-001", "AA-26T", "0000123"), strict=True
    ):
        clerk.type_into(line, text)
    receive(clerk)
    begin(clerk, EXTRACT, OTHER_CARD)
    clerk.key(Qt.Key.Key_D, CTRL)
    assert fees.paid.sign.text() == "AA-26T"
    draft = clerk.intake.state().to_draft()
    clerk.key(Qt.Key.Key_Escape)
    fees.paid._book = ("", "")  # as in another process
    clerk.intake.show_form(from_draft(draft))
    case = receive(clerk)

    assert (case.money.paid, case.collected[0].receipt_sign) == (8_000, "")


def test_what_is_typed_in_stays_where_it_is_while_it_is_counted(clerk, fees):
    """The clerk looks at the paper and not at the screen."""
    begin(clerk, AT_ONCE)
    places = [fees.fee, *fees.counts.lines.values(), fees.freed, clerk.intake.due.channel.way]
    before = [place.mapTo(clerk.window, place.rect().topLeft()) for place in places]
    count_seven_pages_three_times(clerk)
    clerk.key(Qt.Key.Key_D, CTRL)
    QApplication.processEvents()

    assert [place.mapTo(clerk.window, place.rect().topLeft()) for place in places] == before
    assert clerk.window.height() == 768
    assert not clerk.intake.due.receive.visibleRegion().isEmpty()


def test_what_was_typed_and_taken_stays_when_the_way_of_handing_in_changes(clerk, fees):
    begin(clerk, "1.001776")  # no table and no list knows its fee
    clerk.type_into(fees.fee, "50000")
    clerk.key(Qt.Key.Key_D, CTRL)
    clerk.intake.due.channel.way.choose(Way.POST)
    assert fees.paid.isVisible()
    case = receive(clerk)

    assert (case.intake.fee, case.money.paid) == (50_000, 50_000)


def test_what_is_ticked_as_paid_needs_an_amount(clerk, fees):
    begin(clerk, "1.001776")
    clerk.type_into(fees.fee, "50000")
    clerk.key(Qt.Key.Key_D, CTRL)
    fees.fee.selectAll()
    clerk.go(fees.fee)
    clerk.key(Qt.Key.Key_Delete)
    clerk.key(Qt.Key.Key_F9)
    clerk.settle()

    assert "số tiền đã thu" in clerk.told
    assert clerk.rows() == []


def test_a_reduced_amount_stays_under_its_reason_and_goes_with_its_person(clerk, fees):
    begin(clerk, EXTRACT)
    clerk.go(fees.fee)
    fees.fee.selectAll()
    clerk.type("4000")
    clerk.go(fees.freed)
    fees.freed.lineEdit().selectAll()
    clerk.type("giảm một nửa")
    clerk.settle()
    assert fees.amount() == 4000
    clerk.scan(OTHER_CARD)
    clerk.settle()

    assert (fees.reason(), fees.amount()) == ("", 8000)


def test_the_card_of_the_same_person_leaves_exemption_and_payment(clerk, fees):
    clerk.go(clerk.intake.applicant.number)
    clerk.type(CARD.split("|")[0])
    clerk.choose(EXTRACT)
    clerk.settle()
    clerk.go(fees.freed)
    clerk.key(Qt.Key.Key_Down, times=2)
    clerk.scan(CARD)
    clerk.settle()

    assert fees.reason() == "Người thuộc hộ nghèo"
