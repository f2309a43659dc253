"""`desk-app recover`: a new machine in a burnt one's place, or a restored disk back onto its superior's log."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from desk_app.app.authority import kept_authority
from desk_app.app.commands.output import add_common, answer
from desk_app.app.commands.store_access import add_access, home_of, login_of, read_passphrase
from desk_app.app.home import Home
from desk_app.app.recovering import Burnt, NewMachine, rebase_desk
from desk_app.domain.errors import StrangeDesk
from desk_app.domain.recovery import Pulled, Rebased
from desk_app.domain.staff import Staff
from desk_app.machine.clock import SystemClock
from desk_app.machine.paths import data_folder
from desk_app.machine.single_instance import only_one
from desk_app.sync.recovery_api import HttpRecovery
from desk_app.sync.superior_api import HttpSuperior


def add(parser: argparse.ArgumentParser) -> None:
    """Tell argparse what the command takes."""
    parser.add_argument("--url", help="address on the superior's slip")
    parser.add_argument("--code", help="one-time code on the superior's slip")
    parser.add_argument("--desk", metavar="AGENCY/N", help="desk on the slip, H56.22.17/1")
    parser.add_argument(
        "--recovery-file",
        metavar="FILE",
        help="the 32 characters of the old recovery sheet; - reads standard input",
    )
    parser.add_argument("--without-sheet", action="store_true", help="the slip was made without one")
    parser.add_argument("--login", help="who signs in at the new machine first")
    parser.add_argument("--name", default="", help="as it is printed")
    parser.add_argument("--title", default="")
    parser.add_argument("--new-passphrase-file", metavar="FILE", help="- reads standard input")
    parser.add_argument(
        "--rebase",
        action="store_true",
        help="a restored or copied disk: its own work goes after the superior's log; --url, --code if it was stopped",
    )
    parser.add_argument(
        "--ca",
        type=Path,
        metavar="FILE",
        help="believe this authority (PEM or DER) too: a new machine knows none of the commune's own",
    )
    add_access(parser)
    add_common(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Recover; the words of the new sheet are written once."""
    return _rebase(options) if options.rebase else _new_machine(options)


def _new_machine(options: argparse.Namespace) -> int:
    home = Home(folder=options.data or data_folder(), clock=SystemClock())
    agency, number = _desk(options.desk or "")
    login = (options.login or "").lower()
    first = Staff(login=login, name=options.name or login, title=options.title)
    words = (
        ""
        if options.without_sheet
        else read_passphrase(options.recovery_file, "32 ký tự của tờ khôi phục cũ: ")
    )
    asked = Burnt(
        url=options.url or "",
        code=options.code or "",
        agency_code=agency,
        desk=number,
        words=words,
        first=first,
        passphrase=read_passphrase(options.new_passphrase_file, f"Mật khẩu mới của {first.name}: "),
    )
    with only_one(home.folder):
        own = kept_authority(home.folder, options.ca, SystemClock().now())
        back = NewMachine(home, HttpRecovery(authority=own)).go_on(asked, _tell)
        home.keep()
    lines = [
        f"Đã khôi phục quầy {options.desk} từ cấp trên: {back.events} sự kiện.",
        f"TỜ KHÔI PHỤC MỚI: {back.recovery}",
        "Chép 32 ký tự này ra giấy, cất vào két thay tờ cũ: máy không giữ lại.",
    ]
    if not back.described:
        lines.append("Nhật ký cũ không ghi tiêu đề phiếu; hãy kiểm tra tên cơ quan trên giấy in đầu tiên.")
    answer(
        options, {"events": back.events, "recovery": back.recovery, "letterhead_known": back.described}, lines
    )
    return 0


def _rebase(options: argparse.Namespace) -> int:
    home = home_of(options)
    with only_one(home.folder):
        login, own = login_of(options, home), kept_authority(home.folder, options.ca, SystemClock().now())
        done, kept = rebase_desk(
            home,
            login,
            read_passphrase(options.passphrase_file, "Mật khẩu: "),
            slip=(options.url, options.code) if options.url and options.code else None,
            superior=HttpSuperior(authority=own),
            source=HttpRecovery(authority=own),
            progress=_tell,
        )
    data = {
        "common": done.common,
        "pulled": done.pulled,
        "carried": done.carried,
        "renumbered": [[one.old, one.new] for one in done.renumbered],
        "set_aside": [[one.seq, one.kind.value, one.case_code] for one in done.set_aside],
        "kept": str(kept) if kept else None,
    }
    answer(options, data, _lines(done, str(kept) if kept else ""))
    return 0


def _lines(done: Rebased, kept: str) -> list[str]:
    lines = [f"Đã đưa {done.carried} việc chỉ có ở máy này vào nhật ký của cấp trên; hãy gửi lại (F9)."]
    if kept:
        lines.append(f"Kho cũ còn nguyên, chỉ đọc: {kept}")
    lines += [
        f"Hồ sơ {one.old} có mã mới {one.new}: in lại giấy tiếp nhận, đổi cho công dân."
        for one in done.renumbered
    ]
    lines += [
        f"Cần xem lại hồ sơ {one.case_code or '–'}: việc “{one.kind.value}” ở máy này không còn hợp với cấp trên."
        for one in done.set_aside
    ]
    return lines


def _desk(text: str) -> tuple[str, int]:
    """Return agency and number of AGENCY/N.

    Raises:
        StrangeDesk.
    """
    agency, _, number = text.strip().upper().rpartition("/")
    if not agency or number not in {"1", "2", "3", "4", "5"}:
        raise StrangeDesk(text=text)
    return agency, int(number)


def _tell(pulled: Pulled) -> None:
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{pulled.done}/{pulled.total}")
