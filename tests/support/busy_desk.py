"""A desk in the middle of its weeks: cases late, due, waiting, not collected, forwarded, paid, voided."""

from __future__ import annotations

from datetime import date

from support.desk import RULES, receive

from desk_app.domain.component import Component
from desk_app.domain.moment import moment
from desk_app.domain.payment import PaymentWay
from desk_app.domain.turns import Extension, Forward, PaymentAsked, Supplement, Taking
from desk_app.services import end_case, payment
from desk_app.services.complete_case import complete_case
from desk_app.services.extend_case import extend_case
from desk_app.services.forward_case import forward_case
from desk_app.services.supplement import request_supplement

TODAY = date(2026, 11, 23)
PEOPLE = ("Trần Văn Bảo", "Lò Thị Pán", "Phạm Văn Sơn", "Hoàng Đình Ước", "Vũ Thị Thùy Dương", "Lê Thị Ngọc Ánh",
          "Đặng Quốc Thắng", "Nguyễn Thị Minh Đức", "Lò Văn Pán", "Bùi Thị Hạnh")  # fmt: skip


def busy(store, clock, rules=RULES):
    """Make the cases; leaves the clock at 23/11/2026 10:00. Returns their codes by what they are."""
    ports = {"staff": "hoa", "store": store, "clock": clock}
    people = iter(PEOPLE)

    def take(at, term, **changes):
        clock.at = moment(at)
        return receive(store, clock, name=next(people), term=term, **changes)

    codes = {
        "late": take("2026-11-13T09:00", "5wd"),
        "ready": take("2026-11-13T09:20", "3wd"),
        "waiting": take("2026-11-16T09:00", "10wd"),
        "paying": take("2026-11-16T09:30", "10wd"),
        "extended": take("2026-11-17T08:00", "3wd"),
    }
    clock.at = moment("2026-11-17T09:00")
    complete_case(codes["ready"], "15/2026", **ports)
    clock.at = moment("2026-11-17T15:00")
    asked = Supplement(papers=(Component(name="Giấy chứng sinh", originals=1),), reason="thiếu")
    request_supplement(codes["waiting"], asked, rules=rules, **ports)
    payment.request_payment(
        codes["paying"], PaymentAsked(amount=250_000, what="Lệ phí trước bạ nhà đất"), **ports
    )
    clock.at = moment("2026-11-18T10:00")
    later = Extension(new_due=moment("2026-11-23T17:00"), reason="cần xác minh", signer="Trần Văn Minh")
    extend_case(codes["extended"], later, rules=rules, **ports)
    codes["tomorrow"] = take("2026-11-18T14:00", "4wd")
    codes["today"] = take("2026-11-20T14:00", "1wd")
    clock.at = moment("2026-11-23T08:15")
    codes["void"] = take("2026-11-23T08:15", "5wd")
    end_case.void_case(codes["void"], "nhập nhầm người", **ports)
    codes["new"] = take("2026-11-23T08:40", "5wd", fee=8000)
    clock.at = moment("2026-11-23T09:00")
    forward_case(
        codes["new"], Forward(to="Công chức Tư pháp – Hộ tịch", note="bản chính"), rules=rules, **ports
    )
    forward_case(codes["today"], Forward(to="Công an xã"), rules=rules, **ports)
    given = Taking(amount=8000, way=PaymentWay.CASH, receipt_form="01BLP2-001", receipt_sign="AA-26T",
                   receipt_number="0000012")  # fmt: skip
    payment.collect_fee(codes["new"], given, **ports)
    clock.at = moment("2026-11-23T10:00")
    return codes
