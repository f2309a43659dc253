"""Who works at the desk."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desk_app.domain.words import Words


class Role(StrEnum):
    """What somebody may do; one person may hold several (kiêm nhiệm)."""

    RECEIVE = "receive"
    PROCESS = "process"
    LEAD = "lead"
    ADMINISTER = "administer"


ROLE_NAMES = {
    Role.RECEIVE: Words("tiếp nhận"),
    Role.PROCESS: Words("xử lý"),
    Role.LEAD: Words("lãnh đạo"),
    Role.ADMINISTER: Words("quản trị"),
}
ALL_ROLES = frozenset(Role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Staff:
    """One member of staff (cán bộ). `login` is short ASCII and stands in the log; `name` is printed."""

    login: str
    name: str
    title: str = ""
    roles: frozenset[Role] = ALL_ROLES
