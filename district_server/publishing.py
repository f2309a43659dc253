"""Publish what desks work by, and tell them: catalogue, forms, calendar, rules of time; notices; words on cases."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from district_server.errors import CannotServe
from district_server.ledger import desk, event, log_of, look_up, thing, word
from district_server.words import ALL, put_word
from wire.canonical import Json
from wire.errors import BadThing
from wire.thing import digest_of, name_of, pack_thing

TITLE, TEXT, NOTE, REFERENCE = 120, 1000, 500, 60  # letters: each item fits an answer beside others
_LARGEST = 10_000  # from 10,001 on the numbers are the desks' own


def publish(
    connection: sa.Connection, kind: str, document: Mapping[str, Any], *, to: str = ALL
) -> dict[str, Json]:
    """Keep a document and tell desks of it; return what they are told.

    Raises:
        CannotServe: it has no number, no day, is too large, or its number is another document's.
    """
    version, begins = document.get("version"), _day_of(document.get("effective_from"))
    if type(version) is not int or not 0 < version <= _LARGEST or begins is None:
        raise CannotServe(
            f"Cần version từ 1 đến {_LARGEST} và effective_from dạng 2026-12-01; chưa có gì thay đổi."
        )
    _check_desk(connection, to)
    try:
        content = pack_thing(json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode())
        of = digest_of(document)
    except (BadThing, ValueError) as error:
        raise CannotServe(
            "Tệp quá lớn hoặc sai dạng nên không gửi về quầy được; chưa có gì thay đổi."
        ) from error
    _check_number(connection, kind, version, of)
    name = name_of(content)
    if connection.execute(sa.select(thing.c.sha256).where(thing.c.sha256 == name)).first() is None:
        connection.execute(sa.insert(thing), {"sha256": name, "content": content})
    body: dict[str, Json] = {
        "version": version,
        "effective_from": begins.isoformat(),
        "sha256": name,
        "size": len(content),
        "of": of,
    }
    put_word(connection, to, kind, body, effective_from=begins)
    return body


def notify(
    connection: sa.Connection, title: str, text: str, begins: date, until: date, *, to: str = ALL
) -> dict[str, Json]:
    """Put a notice that desks show from `begins` to the end of `until`.

    Raises:
        CannotServe: empty, too long, or over before it begins.
    """
    if not title.strip() or not text.strip() or len(title) > TITLE or len(text) > TEXT:
        raise CannotServe(f"Thông báo cần tiêu đề (đến {TITLE} chữ) và nội dung (đến {TEXT} chữ).")
    if until < begins:
        raise CannotServe("Ngày hết hạn của thông báo đứng trước ngày bắt đầu; hãy sửa lại.")
    _check_desk(connection, to)
    body: dict[str, Json] = {
        "title": _clean(title),
        "text": _clean(text),
        "from": begins.isoformat(),
        "until": until.isoformat(),
    }
    put_word(connection, to, "notice", body, until=until)
    return body


def decide(
    connection: sa.Connection, code: str, outcome: str, reference: str, note: str, now: datetime
) -> dict[str, Json]:
    """Tell the desk of a case what became of it here: accepted, returned, result; or its national code.

    Raises:
        CannotServe: no such case, or a text is missing or too long.
    """
    whose = connection.execute(sa.select(look_up.c.desk).where(look_up.c.case_code == code)).scalar()
    if whose is None:
        raise CannotServe(f"Cấp trên không có hồ sơ {code[:60]}; hãy kiểm tra lại mã.")
    if len(reference) > REFERENCE or len(note) > NOTE:
        raise CannotServe(f"Số hiệu đến {REFERENCE} chữ, ghi chú đến {NOTE} chữ; hãy viết ngắn lại.")
    if outcome == "code":
        if not reference.strip():
            raise CannotServe("Cần --reference với mã hồ sơ quốc gia.")
        told: dict[str, Json] = {"case": code, "code": _clean(reference)}
        put_word(connection, whose, "superior_code", told)
        return told
    if outcome == "returned" and not note.strip():
        raise CannotServe("Trả lại hồ sơ cần --note nói rõ lý do.")
    told = {"case": code, "outcome": outcome, "at": now.isoformat(timespec="seconds")}
    told |= {"reference": _clean(reference)} if reference.strip() else {}
    told |= {"note": _clean(note)} if note.strip() else {}
    put_word(connection, whose, "decision", told)
    return told


def settle(connection: sa.Connection, name: str, seq: int) -> dict[str, Json]:
    """Tell a desk that the refusal of its event `seq` is settled here.

    Raises:
        CannotServe: we hold no such event.
    """
    known = sa.select(event.c.seq).where(log_of(name), event.c.seq == seq)
    if connection.execute(known).first() is None:
        raise CannotServe(f"Cấp trên không có sự kiện {seq} của quầy {name}; hãy kiểm tra lại.")
    put_word(connection, name, "settled", {"seq": seq})
    return {"desk": name, "seq": seq}


def read_document(path: Path, effective_from: str | None) -> dict[str, Any]:
    """Return the JSON object of a file, with the day it begins when the file says none.

    Raises:
        CannotServe: it cannot be read, or is none.
    """
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CannotServe(f"Không đọc được tệp {path}; hãy kiểm tra đường dẫn và quyền đọc.") from error
    except (ValueError, RecursionError) as error:
        raise CannotServe(f"{path} không phải tệp JSON; chưa có gì thay đổi.") from error
    if not isinstance(document, dict):
        raise CannotServe(f"{path} không phải tệp JSON của Quầy Một Cửa; chưa có gì thay đổi.")
    return document | ({"effective_from": effective_from} if effective_from else {})


def _check_number(connection: sa.Connection, kind: str, version: int, of: str) -> None:
    """Insist that no other document of its kind has the number: desks keep what they have under it."""
    told = connection.execute(
        sa.select(word.c.body).where(word.c.kind == kind, word.c.series.is_not(None))
    ).scalars()
    for body in map(json.loads, told):
        if body["version"] == version and body["of"] != of:
            raise CannotServe(
                f"Đã công bố bản {version} với nội dung khác; hãy đổi version trong tệp, chưa có gì thay đổi."
            )


def _check_desk(connection: sa.Connection, name: str) -> None:
    if name == ALL:
        return
    if connection.execute(sa.select(desk.c.desk).where(desk.c.desk == name)).first() is None:
        raise CannotServe(f"Chưa có quầy {name[:40]} ở đây; hãy kiểm tra lại.")


def _day_of(text: object) -> date | None:
    try:
        return date.fromisoformat(text) if isinstance(text, str) else None
    except ValueError:
        return None


def _clean(text: str) -> str:
    """Return a text as a sentence can hold it: composed, in one line."""
    return " ".join(unicodedata.normalize("NFC", text).split())
