"""The command `district-server`."""

from __future__ import annotations

import argparse
import json
import logging
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import sqlalchemy as sa
import uvicorn

from district_server.app import create_app
from district_server.catalogue_file import read_catalogue
from district_server.desks import CODE_LIVES, new_enrolment
from district_server.errors import CannotServe
from district_server.ledger import Ledger
from district_server.listening import check_tls, listen
from district_server.national import commands as national_commands
from district_server.numbers import granted, is_desk
from district_server.operators import commands as operator_commands
from district_server.operators.catalogues import publish
from district_server.usb_file import import_to

VIETNAM = timezone(timedelta(hours=7))
KEEP_S = 60  # a desk's connection: making one anew takes three round trips of a second each
LAST_REQUESTS_S = 5  # at the end; without it an open browser holds a restart up for half a minute


def main(arguments: list[str] | None = None) -> int:
    """Run one command; 0 when it did its job, 2 with one sentence when it could not."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except CannotServe as error:
        sys.stderr.write(f"{error}\n")
    except (OSError, sa.exc.SQLAlchemyError) as error:
        sys.stderr.write(f"Không mở được dữ liệu ở {options.data}: {type(error).__name__}.\n")
    return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="district-server", description="Máy chủ cấp trên của Quầy Một Cửa")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--data", type=Path, required=True, metavar="DIR")
    common.add_argument("--json", action="store_true")
    common.add_argument("--starts-at", metavar="ISO", help="run on a clock of its own, for demonstrations")
    serve = commands.add_parser("serve", parents=[common])
    serve.add_argument("--host", default="127.0.0.1")
    serve.add_argument("--port", type=int, default=8700)
    serve.add_argument("--tls-cert", type=Path)
    serve.add_argument("--tls-key", type=Path)
    serve.add_argument(
        "--behind-proxy",
        action="store_true",
        help="a proxy on this PC says who asks (X-Forwarded-For); without it the header is not believed",
    )
    serve.set_defaults(run=_serve)
    enrol = commands.add_parser("enrol", parents=[common])
    enrol.add_argument("--agency", required=True)
    enrol.add_argument("--desk", type=int, default=1, choices=range(1, 6))
    enrol.add_argument("--name", required=True, help="what citizens call the commune")
    enrol.add_argument("--url", default="http://127.0.0.1:8700")
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
    return parser


def _serve(options: argparse.Namespace) -> int:
    tls = check_tls(options.host, options.tls_cert, options.tls_key)
    now = _clock(options)
    with listen(options.host, options.port) as listening:
        ledger = Ledger(options.data)
        logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
        config = uvicorn.Config(
            create_app(ledger, now),
            log_level="warning",
            access_log=False,
            timeout_graceful_shutdown=LAST_REQUESTS_S,
            timeout_keep_alive=KEEP_S,
            ssl_certfile=options.tls_cert,
            ssl_keyfile=options.tls_key,
            # else whoever asks from this PC names any address he likes and is never counted
            proxy_headers=options.behind_proxy,
            forwarded_allow_ips="127.0.0.1,::1",
        )
        port = listening.getsockname()[1]
        host = f"[{options.host}]" if ":" in options.host else options.host
        sys.stdout.write(f"{'https' if tls else 'http'}://{host}:{port}\n")
        sys.stdout.flush()
        uvicorn.Server(config).run(sockets=[listening])
    ledger.close()
    return 0


def _enrol(options: argparse.Namespace) -> int:
    desk, now = f"{options.agency}/{options.desk}", _clock(options)()
    if not is_desk(desk):
        raise CannotServe(f"“{options.agency}” không phải mã cơ quan; hãy viết như H56.22.17.")
    ledger = Ledger(options.data)
    code = new_enrolment(ledger, options.agency, options.desk, options.name, now)
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
        "PHIẾU ĐĂNG KÝ QUẦY",
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
    with ledger.act() as connection:
        publish(connection, catalogue)
    ledger.close()
    told = f"Đã công bố danh mục bản {version}: {many} thủ tục."
    _answer(options, {"version": version, "procedures": many}, [told])
    return 0


def _tell(options: argparse.Namespace) -> int:
    ledger = Ledger(options.data)
    try:
        data, told = options.deed(options, ledger, _clock(options)())
    finally:
        ledger.close()
    _answer(options, data, [told])
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


def _answer(options: argparse.Namespace, data: dict[str, object], lines: list[str]) -> None:
    text = json.dumps(data, ensure_ascii=False) if options.json else "\n".join(lines)
    sys.stdout.write(text + "\n")


def _clock(options: argparse.Namespace) -> Callable[[], datetime]:
    if options.starts_at is None:
        return lambda: datetime.now(VIETNAM).replace(microsecond=0)
    try:
        start, since = datetime.fromisoformat(options.starts_at), time.monotonic()
    except ValueError as error:
        raise CannotServe(
            f"Không hiểu --starts-at “{options.starts_at}”; hãy viết như 2026-11-23T08:00:00."
        ) from error
    start = start if start.tzinfo else start.replace(tzinfo=VIETNAM)
    return lambda: start + timedelta(seconds=int(time.monotonic() - since))


if __name__ == "__main__":
    sys.exit(main())
