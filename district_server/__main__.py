"""The command `district-server`."""

from __future__ import annotations

import argparse
import json
import logging
import socket
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

import sqlalchemy as sa
import uvicorn

from district_server.app import create_app
from district_server.desks import CODE_LIVES, new_enrolment
from district_server.errors import CannotServe
from district_server.ledger import Ledger, procedure

VIETNAM = timezone(timedelta(hours=7))
LOOPBACK = {"127.0.0.1", "::1", "localhost"}


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
    serve.set_defaults(run=_serve)
    enrol = commands.add_parser("enrol", parents=[common])
    enrol.add_argument("--agency", required=True)
    enrol.add_argument("--desk", type=int, default=1, choices=range(1, 6))
    enrol.add_argument("--name", required=True, help="what citizens call the commune")
    enrol.add_argument("--url", default="http://127.0.0.1:8700")
    enrol.set_defaults(run=_enrol)
    publish = commands.add_parser("publish-catalogue", parents=[common])
    publish.add_argument("file", type=Path)
    publish.set_defaults(run=_publish)
    return parser


def _serve(options: argparse.Namespace) -> int:
    tls = options.tls_cert and options.tls_key
    if options.host not in LOOPBACK and not tls:
        raise CannotServe(
            "Chưa có chứng chỉ TLS nên chỉ nghe trên máy này; hãy thêm --tls-cert và --tls-key."
        )
    ledger = Ledger(options.data)
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    config = uvicorn.Config(
        create_app(ledger, _clock(options)),
        log_level="warning",
        access_log=False,
        ssl_certfile=options.tls_cert,
        ssl_keyfile=options.tls_key,
    )
    with socket.create_server((options.host, options.port)) as listening:
        port = listening.getsockname()[1]
        sys.stdout.write(f"{'https' if tls else 'http'}://{options.host}:{port}\n")
        sys.stdout.flush()
        uvicorn.Server(config).run(sockets=[listening])
    ledger.close()
    return 0


def _enrol(options: argparse.Namespace) -> int:
    ledger = Ledger(options.data)
    now = _clock(options)()
    code = new_enrolment(ledger, options.agency, options.desk, options.name, now)
    ledger.close()
    first = 1000 * (options.desk + 4) + 1
    data = {
        "url": options.url,
        "desk": f"{options.agency}/{options.desk}",
        "code": code,
        "block": [first, first + 898],
        "expires_at": (now + CODE_LIVES).isoformat(timespec="seconds"),
    }
    lines = [
        "PHIẾU ĐĂNG KÝ QUẦY",
        f"Địa chỉ máy chủ:  {data['url']}",
        f"Quầy:             {data['desk']}",
        f"Mã đăng ký:       {code}",
        f"Dãy số hồ sơ:     {first}-{first + 898} mỗi ngày",
        f"Dùng một lần, đến {data['expires_at']}.",
    ]
    _answer(options, data, lines)
    return 0


def _publish(options: argparse.Namespace) -> int:
    try:
        data = json.loads(options.file.read_text(encoding="utf-8"))
        version = int(data["version"])
        rows = [
            {"version": version, "code": str(one["code"]), "name": str(one["name"])}
            for one in data["procedures"]
        ]
    except (ValueError, KeyError, TypeError) as error:
        raise CannotServe(f"{options.file} không phải tệp danh mục; chưa có gì thay đổi.") from error
    ledger = Ledger(options.data)
    with ledger.act() as connection:
        connection.execute(sa.delete(procedure).where(procedure.c.version == version))
        connection.execute(sa.insert(procedure), rows)
    ledger.close()
    told = f"Đã công bố danh mục bản {version}: {len(rows)} thủ tục."
    _answer(options, {"version": version, "procedures": len(rows)}, [told])
    return 0


def _answer(options: argparse.Namespace, data: dict[str, object], lines: list[str]) -> None:
    text = json.dumps(data, ensure_ascii=False) if options.json else "\n".join(lines)
    sys.stdout.write(text + "\n")


def _clock(options: argparse.Namespace) -> Callable[[], datetime]:
    if options.starts_at is None:
        return lambda: datetime.now(VIETNAM).replace(microsecond=0)
    start, since = datetime.fromisoformat(options.starts_at), time.monotonic()
    start = start if start.tzinfo else start.replace(tzinfo=VIETNAM)
    return lambda: start + timedelta(seconds=int(time.monotonic() - since))


if __name__ == "__main__":
    sys.exit(main())
