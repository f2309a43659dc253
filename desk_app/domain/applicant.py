"""Whose case it is, and who stands at the desk."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ApplicantKind(StrEnum):
    """Kinds of chủ hồ sơ (national code LoaiDoiTuong, DOMAIN 4.3)."""

    PERSON = "person"
    BUSINESS = "business"  # household business or company
    AGENCY = "agency"
    OTHER = "other"


class IdKind(StrEnum):
    """What the number in `id` is."""

    PERSONAL = "personal"  # 12 digits
    OLD = "old"  # 9 digits
    PASSPORT = "passport"
    TAX = "tax"  # of a business
    NONE = "none"


class IdentityCheck(StrEnum):
    """How the identity was checked (NĐ 118 Đ.17 k.2a); a QR scan is not authentication."""

    BY_EYE = "by_eye"
    VNEID = "vneid"
    CARD_READER = "card_reader"
    LATER = "later"


class SubmitterRole(StrEnum):
    """In what right the submitter acts."""

    SELF = "self"
    AUTHORISED = "authorised"
    REPRESENTATIVE = "representative"  # by law: a parent, a guardian, a director


@dataclass(frozen=True, slots=True, kw_only=True)
class Applicant:
    """Chủ hồ sơ. `born` is ISO 8601 of what is known: 1990, 1990-02 or 1990-02-14. Empty = not given."""

    name: str
    kind: ApplicantKind = ApplicantKind.PERSON
    id_kind: IdKind = IdKind.NONE
    id: str = ""
    born: str = ""
    sex: str = ""  # "Nam", "Nữ" or empty
    address: str = ""
    phone: str = ""
    email: str = ""
    identity_check: IdentityCheck = IdentityCheck.BY_EYE


@dataclass(frozen=True, slots=True, kw_only=True)
class Submitter:
    """Người nộp; for SELF the other fields are empty."""

    role: SubmitterRole = SubmitterRole.SELF
    name: str = ""
    id: str = ""
    phone: str = ""
