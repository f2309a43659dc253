"""Commands that tell desks something: publish-forms, publish-calendar, publish-rules, notice, decide, settle."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from district_server import keys, publishing
from district_server.errors import CannotServe
from district_server.ledger import Ledger
from district_server.operators.acts import note
from district_server.operators.commands import AT_TERMINAL
from district_server.operators.refusals import mark_settled
from district_server.words import ALL

Told = tuple[dict[str, Any], str]  # the answer as data, and as a sentence
Deed = Callable[[argparse.Namespace, Ledger, datetime], Told]


def add(commands: Any, common: argparse.ArgumentParser, run: Callable[[argparse.Namespace], int]) -> None:  # noqa: ANN401 - argparse hides its type
    """Add the commands; `run` opens the ledger and calls `options.deed` with it."""

    def command(name: str, deed: Deed, about: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = commands.add_parser(name, parents=[common], help=about)
        made.set_defaults(run=run, deed=deed)
        return made

    forms = command("publish-forms", _forms, "forms that stand in place of those of the program")
    forms.add_argument("files", type=Path, nargs="+")
    forms.add_argument("--version", type=int, required=True)
    forms.add_argument("--effective-from", required=True, metavar="DAY")
    _add_desk(forms)
    for name, deed, about in (
        ("publish-calendar", _calendar, "working days and hours"),
        ("publish-rules", _rules, "rules of time around a term"),
    ):
        one = command(name, deed, about)
        one.add_argument("file", type=Path)
        one.add_argument("--effective-from", metavar="DAY")
        _add_desk(one)
    notice = command("notice", _notice, "a notice that desks show")
    notice.add_argument("--title", required=True)
    notice.add_argument("--text", required=True)
    notice.add_argument("--from", dest="begins", metavar="DAY")
    notice.add_argument("--until", required=True, metavar="DAY")
    _add_desk(notice)
    decide = command("decide", _decide, "what became of a forwarded case, or its national code")
    decide.add_argument("case")
    decide.add_argument("outcome", choices=("accepted", "returned", "result", "code"))
    decide.add_argument("--reference", default="", help="number of the decision or result; the national code")
    decide.add_argument("--note", default="")
    settle = command("settle", _settle, "a refusal needs nothing more from its desk")
    settle.add_argument("--desk", required=True)
    settle.add_argument("--seq", type=int, required=True)
    key = command("new-key", _new_key, "another signing key, announced to all desks with the present one")
    key.add_argument("--drop-old", action="store_true", help="sign with the present key alone from now on")


def _add_desk(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--desk", default=ALL, metavar="AGENCY/N", help="for this desk alone")


def _forms(options: argparse.Namespace, ledger: Ledger, now: datetime) -> Told:
    del now
    forms = [publishing.read_document(path, None) for path in options.files]
    document = {"version": options.version, "effective_from": options.effective_from, "forms": forms}
    return _published(ledger, "forms", document, options.desk, f"{len(forms)} biểu mẫu")


def _calendar(options: argparse.Namespace, ledger: Ledger, now: datetime) -> Told:
    document = publishing.read_document(options.file, options.effective_from or now.date().isoformat())
    return _published(ledger, "calendar", document, options.desk, "lịch làm việc")


def _rules(options: argparse.Namespace, ledger: Ledger, now: datetime) -> Told:
    del now
    document = publishing.read_document(options.file, options.effective_from)
    return _published(ledger, "rules", document, options.desk, "quy tắc thời hạn")


def _published(ledger: Ledger, kind: str, document: dict[str, Any], to: str, what: str) -> Told:
    with ledger.act() as connection:
        told = publishing.publish(connection, kind, document, to=to)
    return told, f"Đã công bố {what}, bản {told['version']}, hiệu lực từ {told['effective_from']}."


def _notice(options: argparse.Namespace, ledger: Ledger, now: datetime) -> Told:
    begins = _day(options.begins) if options.begins else now.date()
    with ledger.act() as connection:
        told = publishing.notify(
            connection, options.title, options.text, begins, _day(options.until), to=options.desk
        )
    return told, f"Đã gửi thông báo “{told['title']}” đến hết {told['until']}."


def _decide(options: argparse.Namespace, ledger: Ledger, now: datetime) -> Told:
    with ledger.act() as connection:
        told = publishing.decide(
            connection, options.case, options.outcome, options.reference, options.note, now
        )
    return told, f"Đã báo về quầy của hồ sơ {told['case']}."


def _settle(options: argparse.Namespace, ledger: Ledger, now: datetime) -> Told:
    with ledger.act() as connection:
        told = publishing.settle(connection, options.desk, options.seq)
        # else the pages would go on showing it as open, and their log would not know who ended it
        mark_settled(connection, options.desk, options.seq, AT_TERMINAL, "", now)
        note(connection, now, AT_TERMINAL, "settled", f"{options.desk}, sự kiện {options.seq}")
    return told, f"Đã báo quầy {told['desk']}: sự kiện {told['seq']} không còn phải làm gì."


def _new_key(options: argparse.Namespace, ledger: Ledger, now: datetime) -> Told:
    del now
    if options.drop_old:
        keys.drop_old(ledger)
        return {"dropped": True}, "Từ nay chỉ ký bằng khóa hiện tại; quầy chưa đổi khóa phải đăng ký lại."
    public = keys.change_key(ledger)
    return {"key": public}, f"Đã có khóa ký mới {public[:16]}…; các quầy đổi khóa ở lần gửi tới."


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise CannotServe(f"“{text}” không phải là ngày; hãy viết như 2026-12-01.") from error
