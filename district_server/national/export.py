"""Write the national export: one request body a line (JSON Lines), in the order in which they are to be sent."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from pathlib import Path
from typing import Any

import sqlalchemy as sa

from district_server.errors import CannotServe
from district_server.ledger import (
    Ledger,
    case_record,
    desk,
    event,
    log_of,
    look_up,
    procedure,
    procedure_field,
)
from district_server.national.life import Life, life_of, refused_at_the_door
from district_server.national.record import Names, Record, progress, record
from district_server.numbers import agency_of
from district_server.operators.acts import note

AT_ONCE = 10  # records of one request
_CASES = 200  # read in one transaction: desks are not held up meanwhile


@dataclass(frozen=True, slots=True, kw_only=True)
class Exported:
    """What a file holds."""

    desks: int
    cases: int
    turns: int


def export(
    ledger: Ledger, first: date, last: date, file: Path, *, persons: bool, by: str, now: datetime
) -> Exported:
    """Write the cases that something happened to from `first` to the end of `last`, as they stood then.

    The file is readable by its owner alone and stands under its name only when it is whole. It is in the operators' log
    before it is there: a line without a file is better than a file of citizens' data that the log does not know.

    Raises:
        CannotServe: the file cannot be written, or the days are the wrong way round.
    """
    if last < first:
        raise CannotServe("--to đứng trước --from; hãy sửa lại.")
    with ledger.act() as connection:
        about = f"{first:%d/%m/%Y}-{last:%d/%m/%Y}, {'có' if persons else 'không có'} thông tin cá nhân, {file.name}"
        note(connection, now, by, "exported", about)
    part = file.with_name(f"{file.name}.part")
    try:
        with suppress(FileNotFoundError):
            part.unlink()  # of a run that was cut; another's rights must not stay on ours
        with os.fdopen(
            os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="utf-8"
        ) as out:
            written = _write(
                ledger, first.isoformat(), (last + timedelta(days=1)).isoformat(), out, persons=persons
            )
            out.flush()
            os.fsync(out.fileno())
        part.replace(file)
    except OSError as error:
        raise CannotServe(f"Không ghi được tệp {file}; hãy kiểm tra đường dẫn và chỗ trống.") from error
    return written


def _write(ledger: Ledger, since: str, until: str, out: Any, *, persons: bool) -> Exported:  # noqa: ANN401 - a text file
    desks = cases = turns = 0
    with ledger.act() as connection:
        names = connection.execute(sa.select(desk.c.desk, desk.c.name).order_by(desk.c.desk)).all()
    for one in names:
        told = 0
        staff = _staff(ledger, one.desk, until)
        for lives in _lives(ledger, one.desk, since, until):
            told += len(lives)
            called = [_names(ledger, life, one.name, staff) for life in lives]
            for updating in ("False", "True"):  # what is new first: an update of an unknown case fails
                records = [
                    record(life, of, persons=persons)
                    for life, of in zip(lives, called, strict=True)
                    if (life.received_at < since) == (updating == "True")
                ]
                _say(out, one.desk, "DongBoHoSoMC", records, isUpdating=updating)
            rows = [row for life, of in zip(lives, called, strict=True) for row in progress(life, of, since)]
            turns += len(rows)
            _say(out, one.desk, "CapNhatTienDoHoSoMC", rows)
        refused = _refused(ledger, one.desk, since, until)
        called = [_names(ledger, life, one.name, staff) for life in refused]
        # the portal gave these codes: it knows the dossiers
        records = [record(life, of, persons=persons) for life, of in zip(refused, called, strict=True)]
        _say(out, one.desk, "DongBoHoSoMC", records, isUpdating="True")
        rows = [row for life, of in zip(refused, called, strict=True) for row in progress(life, of, since)]
        _say(out, one.desk, "CapNhatTienDoHoSoMC", rows)
        told, turns = told + len(refused), turns + len(rows)
        cases, desks = cases + told, desks + (told > 0)
    return Exported(desks=desks, cases=cases, turns=turns)


def _say(out: Any, name: str, service: str, records: Sequence[Record], **more: str) -> None:  # noqa: ANN401 - a text file
    for at in range(0, len(records), AT_ONCE):
        body = {"madonvi": agency_of(name), "service": service, **more, "data": records[at : at + AT_ONCE]}
        out.write(json.dumps(body, ensure_ascii=False, separators=(",", ":")) + "\n")


def _lives(ledger: Ledger, name: str, since: str, until: str) -> Iterator[list[Life]]:
    """Give the desk's cases that are its own and that something happened to, by code, some at a time.

    Which those are is asked first: a desk has years of cases, and a day's export is of one day.
    """
    codes = _moved(ledger, name, since, until)
    for at in range(0, len(codes), _CASES):
        told = _told(ledger, name, codes[at : at + _CASES], until)
        yield [life for life in told if any(step.at >= since for step in life.steps)]


def _moved(ledger: Ledger, name: str, since: str, until: str) -> Sequence[str]:
    """Return the codes of the desk's own cases with an event in this time, used or not, in order."""
    e, kept = event.c, case_record.c
    happened = sa.select(e.case_code).where(log_of(name), e.at >= since, e.at < until)
    with ledger.act() as connection:
        return (
            connection.execute(
                sa.select(kept.case_code)
                .join(  # where two desks gave a number, the case is whose look-up it is
                    look_up, sa.and_(look_up.c.case_code == kept.case_code, look_up.c.desk == kept.desk)
                )
                .where(kept.desk == name, kept.case_code.in_(happened))
                .order_by(kept.case_code)
            )
            .scalars()
            .all()
        )


def _told(ledger: Ledger, name: str, codes: Sequence[str], until: str) -> Iterator[Life]:
    """Give the lives of these cases, as far as they had come by then."""
    e, kept = event.c, case_record.c
    with ledger.act() as connection:
        cases = {
            row.case_code: row
            for row in connection.execute(
                sa.select(kept.case_code, kept.received_seq, kept.procedure_code).where(
                    kept.desk == name, kept.case_code.in_(codes)
                )
            )
        }
        begun = min((row.received_seq for row in cases.values()), default=0)
        rows = connection.execute(
            sa.select(event)
            .where(log_of(name), e.case_code.in_(cases), e.at < until, e.seq >= begun)
            .order_by(e.case_code, e.seq)
        ).all()
    for code, of in groupby(rows, key=lambda row: row.case_code):
        case = cases[code]
        life = life_of(name, code, case.procedure_code, [row for row in of if row.seq >= case.received_seq])
        if life is not None:
            yield life


def _refused(ledger: Ledger, name: str, since: str, until: str) -> list[Life]:
    """Return the online dossiers that the desk refused at the door in this time, by the portal's code.

    The last word on a code stands. One that is a case's own is nobody's to refuse at the door.
    """
    e = event.c
    with ledger.act() as connection:
        rows = connection.execute(
            sa.select(event)
            .where(log_of(name), e.kind == "not_received", e.at >= since, e.at < until)
            .order_by(e.seq)
        ).all()
        found = {life.code: life for row in rows if (life := refused_at_the_door(name, row)) is not None}
        codes = list(found)
        for at in range(0, len(codes), _CASES):
            part = case_record.c.case_code.in_(codes[at : at + _CASES])
            for code in connection.execute(sa.select(case_record.c.case_code).where(part)).scalars():
                found.pop(code, None)
    return [found[code] for code in sorted(found)]


def _staff(ledger: Ledger, name: str, until: str) -> dict[str, tuple[str, str]]:
    """Return name and title by login, as the desk told them last."""
    with ledger.act() as connection:
        told = connection.execute(
            sa.select(event.c.body)
            .where(log_of(name), event.c.kind == "staff_added", event.c.at < until)
            .order_by(event.c.seq)
        ).scalars()
        bodies = [json.loads(body) for body in told if body]
    found = {}
    for body in bodies:
        told_of = [body.get(key, "") for key in ("login", "name", "title")] if isinstance(body, dict) else []
        if told_of and all(isinstance(text, str) for text in told_of) and told_of[1]:
            found[told_of[0]] = (told_of[1], told_of[2])
    return found


def _names(ledger: Ledger, life: Life, desk_name: str, staff: dict[str, tuple[str, str]]) -> Names:
    p, f, version = procedure.c, procedure_field.c, life.received.get("catalogue")
    code = life.received.get("procedure")
    code = code if isinstance(code, str) else life.procedure
    pinned = sa.case((p.version == (version if type(version) is int else 0), 0), else_=1)
    with ledger.act() as connection:
        found = connection.execute(
            sa.select(p.name, f.field_code, f.field)
            .select_from(
                procedure.outerjoin(procedure_field, sa.and_(f.version == p.version, f.code == p.code))
            )
            .where(p.code == code)
            .order_by(pinned, p.version.desc())
        ).first()
    return Names(
        procedure=found.name if found else f"Thủ tục {code}",
        field_code=(found.field_code or "") if found else "",
        field=(found.field or "") if found else "",
        desk=desk_name,
        staff=staff,
    )
