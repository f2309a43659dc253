"""What the superior tells beside refusals: read strictly, so that an odd item is kept as such and changes nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from desk_app.domain.errors import BadNews
from desk_app.domain.moment import VIETNAM
from desk_app.domain.words import Words

SUPERIOR = "@superior"  # who "did" what the log keeps of the superior: no login has that sign
LONGEST = {"reference": 60, "note": 500, "title": 120, "text": 1000, "code": 60, "case": 60}  # letters
LARGEST_THING = 2 * 1024 * 1024  # bytes as they are fetched
_LARGEST = 2**31 - 1


class ThingKind(StrEnum):
    """What is published as a document and fetched by parts."""

    CATALOGUE = "catalogue"
    FORMS = "forms"
    CALENDAR = "calendar"
    RULES = "rules"


THING_NAMES = {
    ThingKind.CATALOGUE: Words("Danh mục thủ tục"),
    ThingKind.FORMS: Words("Biểu mẫu"),
    ThingKind.CALENDAR: Words("Lịch làm việc"),
    ThingKind.RULES: Words("Quy tắc thời hạn"),
}


class Outcome(StrEnum):
    """What became of a case with the superior."""

    ACCEPTED = "accepted"
    RETURNED = "returned"
    RESULT = "result"
    CODE = "code"  # its national code


OUTCOME_NAMES = {
    Outcome.ACCEPTED: Words("cấp trên đã nhận giải quyết"),
    Outcome.RETURNED: Words("cấp trên trả lại để xử lý ở quầy"),
    Outcome.RESULT: Words("cấp trên đã có kết quả"),
    Outcome.CODE: Words("mã hồ sơ của cấp trên"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SuperiorWord:
    """What the superior said of a case; `reference` is the number of its decision or result, or the national code."""

    outcome: Outcome
    at: datetime | None = None  # there
    reference: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OnCase:
    """Something about one case of this desk."""

    case_code: str
    word: SuperiorWord


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The superior needs nothing more for the refusal of event `seq`."""

    seq: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Shown from `begins` to the end of `until`."""

    title: str
    text: str
    begins: date
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """A document to be fetched: `size` bytes of that SHA-256, in force from a day on; `of` is its own digest."""

    kind: ThingKind
    version: int
    sha256: str
    size: int
    of: str
    effective_from: date


@dataclass(frozen=True, slots=True, kw_only=True)
class NewKey:
    """The superior's next public keys as they came, base64; `signature` is of the key before."""

    ed25519: str
    x25519: str
    signature: str


News = OnCase | Settled | Notice | Published | NewKey


def read_news(kind: str, body: Mapping[str, Any]) -> News:
    """Return what an item says.

    Raises:
        BadNews: a value is missing, of another type, or longer than is taken.
    """
    match kind:
        case "decision":
            outcome = _text(body, "outcome", most=20)
            if outcome not in ("accepted", "returned", "result"):
                raise BadNews(field="outcome")
            return OnCase(case_code=_text(body, "case"), word=word_of(body))
        case "superior_code":
            word = SuperiorWord(outcome=Outcome.CODE, reference=_text(body, "code"))
            return OnCase(case_code=_text(body, "case"), word=word)
        case "settled":
            return Settled(seq=_number(body, "seq"))
        case "notice":
            begins, until = _day(body, "from"), _day(body, "until")
            return Notice(title=_text(body, "title"), text=_text(body, "text"), begins=begins, until=until)
        case "key":
            return NewKey(**{name: _text(body, name, most=100) for name in NewKey.__slots__})
    if kind not in set(ThingKind):
        raise BadNews(field="kind")
    size = _number(body, "size")
    if size > LARGEST_THING:
        raise BadNews(field="size")
    return Published(
        kind=ThingKind(kind),
        version=_number(body, "version"),
        sha256=_hex(body, "sha256"),
        size=size,
        of=_hex(body, "of"),
        effective_from=_day(body, "effective_from"),
    )


def word_of(body: Mapping[str, Any]) -> SuperiorWord:
    """Return the word on a case of an item or of the event that keeps it."""
    return SuperiorWord(
        outcome=Outcome(_text(body, "outcome", most=20)),
        at=_moment(body, "at") if "at" in body else None,
        reference=_text(body, "reference") if "reference" in body else "",
        note=_text(body, "note") if "note" in body else "",
    )


def body_of(word: SuperiorWord) -> dict[str, object]:
    """Return a word as the log keeps it; `word_of` reads it again."""
    body: dict[str, object] = {"outcome": word.outcome.value}
    body |= {"at": word.at.isoformat()} if word.at else {}
    body |= {"reference": word.reference} if word.reference else {}
    return body | ({"note": word.note} if word.note else {})


def _text(body: Mapping[str, Any], field: str, most: int = 0) -> str:
    value = body.get(field)
    if not isinstance(value, str) or not value.strip() or len(value) > (most or LONGEST[field]):
        raise BadNews(field=field)
    return " ".join("".join(c if c.isprintable() else " " for c in value).split())


def _number(body: Mapping[str, Any], field: str) -> int:
    value = body.get(field)
    if type(value) is not int or not 0 < value <= _LARGEST:
        raise BadNews(field=field)
    return value


def _hex(body: Mapping[str, Any], field: str) -> str:
    value = body.get(field)
    if not isinstance(value, str) or len(value) != 64 or not set(value) <= set("0123456789abcdef"):
        raise BadNews(field=field)
    return value


def _day(body: Mapping[str, Any], field: str) -> date:
    try:
        return date.fromisoformat(body[field])
    except (KeyError, TypeError, ValueError) as error:
        raise BadNews(field=field) from error


def _moment(body: Mapping[str, Any], field: str) -> datetime:
    try:
        read = datetime.fromisoformat(body[field])
        here = read.astimezone(VIETNAM).replace(microsecond=0)
    except (TypeError, ValueError, OverflowError) as error:  # the last: a moment before the year 1 here
        raise BadNews(field=field) from error
    if read.tzinfo is None:
        raise BadNews(field=field)
    return here
