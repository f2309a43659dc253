"""`desk-app staff add`: another member of staff gets a key slot."""

from __future__ import annotations

import argparse

from desk_app.app.commands.output import add_common, answer
from desk_app.app.commands.store_access import add_access, home_of, login_of, read_passphrase
from desk_app.domain.staff import Staff
from desk_app.machine.single_instance import only_one


def add(parser: argparse.ArgumentParser) -> None:
    """Tell argparse what the command takes."""
    group = parser.add_subparsers(metavar="ACT", required=True)
    parser = group.add_parser("add", help="add a member of staff")
    parser.add_argument("login", help="letters and digits; stands in the log for ever")
    parser.add_argument("name", help="as it is printed")
    parser.add_argument("--title", default="")
    parser.add_argument(
        "--new-passphrase-file", metavar="FILE", help="the new member's; - reads standard input"
    )
    add_access(parser)
    add_common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Add the slot and the event."""
    home = home_of(options)
    member = Staff(login=options.login.lower(), name=options.name, title=options.title)
    with only_one(home.folder):
        home.add_member(
            login_of(options, home),
            read_passphrase(options.passphrase_file, "Mật khẩu của bạn: "),
            member,
            read_passphrase(options.new_passphrase_file, f"Mật khẩu của {member.name}: "),
        )
    answer(options, {"login": member.login}, [f"Đã thêm {member.name}, đăng nhập “{member.login}”."])
    return 0
