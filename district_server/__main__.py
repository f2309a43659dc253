"""The command `district-server`."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from district_server import news_commands, recovery, serving
from district_server.app import create_app
from district_server.backup import copy_to
from district_server.catalogue_file import read_catalogue
from district_server.clock import clock
from district_server.desks import CODE_LIVES, new_enrolment
from district_server.engines import read_place, shown
from district_server.errors import CannotServe
from district_server.ledger import Ledger
from district_server.national import commands as national_commands
from district_server.numbers import granted, is_desk
from district_server.openapi import described
from district_server.operators import commands as operator_commands
from district_server.operators.catalogues import publish as keep_catalogue
from district_server.publishing import publish
from district_server.usb_file import import_to


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when it did its job, 2 with one sentence when it could not."""
    try:
        options = _parser().parse_args(arguments)
    except CannotServe as error:  # an address that is none
        sys.stderr.write(f"{error}\n")
        return 2
    try:
        return int(options.run(options))
    except CannotServe as error:
        sys.stderr.write(f"{error}\n")
    except (OSError, sa.exc.SQLAlchemyError) as error:
        sys.stderr.write(f"Không mở được dữ liệu ở {shown(options.data)}: {type(error).__name__}.\n")
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="district-server", description="Máy chủ cấp trên của Quầy Một Cửa")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    common = argparse.ArgumentParser(add_help=False)
    place = common.add_mutually_exclusive_group(required=True)
    place.add_argument("--data", type=Path, metavar="DIR", help="a folder of its own, with SQLite")
    place.add_argument(  # the same name: a command takes whichever was given
        "--database",
        type=read_place,
        dest="data",
        metavar="URL|FILE",
        help="PostgreSQL: postgresql+psycopg://user@host/name, or a file with that in its first line",
    )
    common.add_argument("--json", action="store_true")
    common.add_argument("--starts-at", metavar="ISO", help="run on a clock of its own, for demonstrations")
    serve = commands.add_parser("serve", parents=[common])
    serving.add(serve)
    serve.set_defaults(run=_serve)
    enrol = commands.add_parser("enrol", parents=[common])
    enrol.add_argument("--agency", required=True)
    enrol.add_argument("--desk", type=int, default=1, choices=range(1, 6))
    enrol.add_argument("--name", required=True, help="what citizens call the commune")
    enrol.add_argument("--url", default="http://127.0.0.1:8700")
    enrol.add_argument(
        "--recover",
        action="store_true",
        help="for a new machine: gives the desk its log back, with its recovery sheet",
    )
    enrol.add_argument(
        "--without-sheet", action="store_true", help="the sheet is gone too: only after looking at who asks"
    )
    enrol.set_defaults(run=_enrol)
    catalogue = commands.add_parser("publish-catalogue", parents=[common])
    catalogue.add_argument("file", type=Path)
    catalogue.set_defaults(run=_publish)
    operator_commands.add(commands, common, _tell)
    national_commands.add(commands, common, _tell)
    usb = commands.add_parser("import-usb", parents=[common], help="take a file that a desk wrote to a stick")
    usb.add_argument("file", type=Path)
    usb.add_argument(
        "--ack-to",
        type=Path,
        metavar="DIR",
        help="where the acknowledgement for the desk goes; beside FILE if not said",
    )
    usb.set_defaults(run=_import_usb)
    news_commands.add(commands, common, _tell)
    backup = commands.add_parser("backup", parents=[common], help="copy a folder while the server goes on")
    backup.add_argument("--to", type=Path, required=True, metavar="FILE")
    backup.set_defaults(run=_backup)
    document = commands.add_parser(
        "openapi", help="print what the server takes and answers (docs/openapi.json)"
    )
    document.set_defaults(run=_openapi, data=None)
    return parser


def _serve(options: argparse.Namespace) -> int:
    return serving.serve(options)


def _backup(options: argparse.Namespace) -> int:
    size = copy_to(options.data, options.to)
    _answer(options, {"file": str(options.to), "bytes": size}, [f"Đã sao lưu vào {options.to}: {size} byte."])
    return 0


def _openapi(_options: argparse.Namespace) -> int:
    with tempfile.TemporaryDirectory() as folder:  # the routes want a ledger, and ask nothing of it here
        ledger = Ledger(Path(folder))
        document = described(create_app(ledger, clock(None)))
        ledger.close()
    sys.stdout.write(json.dumps(document, ensure_ascii=False, indent=1) + "\n")
    return 0


def _enrol(options: argparse.Namespace) -> int:
    desk, now = f"{options.agency}/{options.desk}", _clock(options)()
    if not is_desk(desk):
        raise CannotServe(f"“{options.agency}” không phải mã cơ quan; hãy viết như H56.22.17.")
    ledger = Ledger(options.data)
    recovers = options.recover or options.without_sheet
    try:
        if recovers:
            recovery.check_recoverable(ledger, desk, needs_sheet=not options.without_sheet)
        code = new_enrolment(ledger, options.agency, options.desk, options.name, now)
        if recovers:
            recovery.allow(ledger, desk, code, needs_sheet=not options.without_sheet)
    finally:
        ledger.close()
    first, last = granted(desk)
    data = {
        "url": options.url,
        "desk": desk,
        "code": code,
        "block": [first, last],
        "expires_at": (now + CODE_LIVES).isoformat(timespec="seconds"),
    }
    lines = [
        "PHIẾU KHÔI PHỤC QUẦY: máy mới thay máy hỏng" if recovers else "PHIẾU ĐĂNG KÝ QUẦY",
        f"Địa chỉ máy chủ:  {data['url']}",
        f"Quầy:             {data['desk']}",
        f"Mã đăng ký:       {code}",
        f"Dãy số hồ sơ:     {first}-{last} mỗi ngày",
        f"Dùng một lần, đến {data['expires_at']}.",
    ]
    _answer(options, data, lines)
    return 0


def _publish(options: argparse.Namespace) -> int:
    catalogue = read_catalogue(options.file)
    version, many = catalogue.version, len(catalogue.procedures)
    ledger = Ledger(options.data)
    try:
        with ledger.act() as connection:
            keep_catalogue(connection, catalogue)
            if "effective_from" in catalogue.document:
                publish(connection, "catalogue", catalogue.document)
    finally:
        ledger.close()
    told = f"Đã công bố danh mục bản {version}: {many} thủ tục."
    if "effective_from" not in catalogue.document:
        told += " Tệp không có effective_from nên chỉ dùng để đối chiếu, không gửi về quầy."
    _answer(options, {"version": version, "procedures": many}, [told])
    return 0


def _import_usb(options: argparse.Namespace) -> int:
    now = _clock(options)()
    ledger = Ledger(options.data)
    try:
        imported, ack = import_to(ledger, options.file, options.ack_to or options.file.parent, now)
    finally:
        ledger.close()
    data = {
        "desk": imported.desk,
        "events": imported.events,
        "duplicates": imported.duplicates,
        "refused": imported.refused,
        "missing": list(imported.missing) if imported.missing else None,
        "again": imported.again,
        "ack": str(ack),
    }
    _answer(options, data, [imported.sentence])
    return 2 if imported.missing else 0


def _tell(options: argparse.Namespace) -> int:
    ledger = Ledger(options.data)
    try:
        data, told = options.deed(options, ledger, _clock(options)())
    finally:
        ledger.close()
    _answer(options, data, [told])
    return 0


def _answer(options: argparse.Namespace, data: dict[str, object], lines: list[str]) -> None:
    text = json.dumps(data, ensure_ascii=False) if options.json else "\n".join(lines)
    sys.stdout.write(text + "\n")


def _clock(options: argparse.Namespace) -> Callable[[], datetime]:
    return clock(options.starts_at)


if __name__ == "__main__":
    sys.exit(main())
