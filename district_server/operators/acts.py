"""The operators' own log: who did what, from where; it is written with the deed and never changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from district_server.ledger import Ledger, operator_act

PAGE = 100
ABOUT = 300  # letters
ACTS = {
    "signed_in": "Đăng nhập",
    "sign_in_failed": "Đăng nhập không được",
    "signed_out": "Đăng xuất",
    "added": "Tạo tài khoản",
    "passphrase": "Đổi mật khẩu",
    "ended": "Khóa tài khoản",
    "enrolment": "Lập phiếu đăng ký quầy",
    "revoked": "Thu hồi quầy",
    "published": "Công bố danh mục",
    "imported": "Nhập tệp USB",
    "settled": "Xử lý ngoại lệ",
    "exported": "Xuất dữ liệu quốc gia",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One line of the log as the page shows it; `at` is ISO 8601, `what` the Vietnamese name of the act."""

    at: str
    operator: str
    address: str
    what: str
    about: str


def note(
    connection: sa.Connection, at: datetime, name: str, act: str, about: str = "", address: str = ""
) -> None:
    """Write one line in the transaction of the deed itself: neither is there without the other."""
    row = {
        "at": at.isoformat(timespec="seconds"),
        "operator": name,
        "address": address[:64],
        "act": act,
        "about": about[:ABOUT],
    }
    connection.execute(sa.insert(operator_act), row)


def acts(ledger: Ledger, page: int) -> tuple[list[Act], bool]:
    """Return a page of the log, newest first (`page` from 0), and whether older ones follow."""
    with ledger.act() as connection:
        rows = connection.execute(
            sa.select(operator_act)
            .order_by(operator_act.c.id.desc())
            .limit(PAGE + 1)
            .offset(min(page, 10_000) * PAGE)
        ).all()
    told = [
        Act(
            at=row.at,
            operator=row.operator,
            address=row.address,
            what=ACTS.get(row.act, row.act),
            about=row.about,
        )
        for row in rows[:PAGE]
    ]
    return told, len(rows) > PAGE
