"""`district-server operator …`: who may sign in is decided at the server's own terminal."""

from __future__ import annotations

import argparse
import getpass
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

from district_server.errors import CannotServe
from district_server.ledger import Ledger
from district_server.operators import accounts
from district_server.operators.accounts import ROLES
from district_server.operators.errors import CannotDo

AT_TERMINAL = "(máy chủ)"  # who did it, in the log: nobody signed in
Told = tuple[dict[str, object], str]


def add(commands: Any, common: argparse.ArgumentParser, run: Callable[[argparse.Namespace], int]) -> None:  # noqa: ANN401 - argparse names its own kind privately
    """Add `operator` with its deeds; `run` calls `options.deed(options, ledger, now)`."""
    operator = commands.add_parser("operator", help="accounts for /quan-ly")
    deeds = operator.add_subparsers(metavar="DEED", required=True)
    for name, deed, told in (
        ("add", _add, "make an account"),
        ("passphrase", _passphrase, "give an account another passphrase"),
        ("end", _end, "end an account"),
        ("list", _list, "name every account"),
    ):
        parser = deeds.add_parser(name, parents=[common], help=told)
        parser.set_defaults(run=run, deed=deed)
        if name != "list":
            parser.add_argument("name")
        if name == "add":
            parser.add_argument("--role", action="append", required=True, choices=list(ROLES))
        if name in {"add", "passphrase"}:
            parser.add_argument(
                "--passphrase-file", type=Path, help="its first line, instead of the terminal"
            )


def _add(options: argparse.Namespace, ledger: Ledger, now: datetime) -> Told:
    passphrase = _asked(options.passphrase_file)
    with _sentences(), ledger.act() as connection:
        accounts.add(connection, options.name, passphrase, sorted(set(options.role)), AT_TERMINAL, now)
    told = f"Đã tạo tài khoản {options.name}; đăng nhập ở /quan-ly."
    return {"name": options.name, "roles": sorted(set(options.role))}, told


def _passphrase(options: argparse.Namespace, ledger: Ledger, now: datetime) -> Told:
    passphrase = _asked(options.passphrase_file)
    with _sentences(), ledger.act() as connection:
        accounts.change_passphrase(connection, options.name, passphrase, AT_TERMINAL, now)
    return {"name": options.name}, f"Đã đổi mật khẩu của {options.name}; các phiên đang mở đã kết thúc."


def _end(options: argparse.Namespace, ledger: Ledger, now: datetime) -> Told:
    with _sentences(), ledger.act() as connection:
        accounts.end(connection, options.name, AT_TERMINAL, now)
    return {"name": options.name}, f"Đã khóa tài khoản {options.name}."


def _list(options: argparse.Namespace, ledger: Ledger, now: datetime) -> Told:
    del options, now
    found = accounts.accounts(ledger)
    lines = [
        f"{one.name}: {', '.join(sorted(one.roles))}{' (đã khóa)' if one.ended_at else ''}" for one in found
    ]
    data = [{"name": one.name, "roles": sorted(one.roles), "ended_at": one.ended_at} for one in found]
    return {"operators": data}, "\n".join(lines) or "Chưa có tài khoản nào."


class _sentences:  # noqa: N801 - reads as what it does
    """A sentence for the page is one for the terminal."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _trace: object) -> None:
        if isinstance(error, CannotDo):
            raise CannotServe(str(error)) from error


def _asked(path: Path | None) -> str:
    if path is not None:
        try:
            return path.read_text(encoding="utf-8").partition("\n")[0].rstrip("\r")
        except (OSError, UnicodeDecodeError) as error:
            raise CannotServe(f"Không đọc được tệp {path}; hãy kiểm tra đường dẫn và quyền đọc.") from error
    if not sys.stdin.isatty():
        raise CannotServe("Hãy chạy ở cửa sổ dòng lệnh để gõ mật khẩu, hoặc dùng --passphrase-file.")
    first = getpass.getpass("Mật khẩu: ")
    if getpass.getpass("Gõ lại mật khẩu: ") != first:
        raise CannotServe("Hai lần gõ không giống nhau; chưa tạo gì, hãy chạy lại.")
    return first
