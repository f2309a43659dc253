"""A print server of our own: own folder, own socket, gone afterwards."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

KEEPER = """#!/bin/sh
# keep the bytes that the spooler was given
if [ $# -eq 0 ]; then echo 'direct keeper:/ "Keeper" "Keeper"'; exit 0; fi
cat ${6:-} > "${DEVICE_URI#keeper:}/$1.bytes"
"""
QUEUE = f"quaytest{os.getpid()}"  # cups-pdf reads this folder alone, and two test processes may run at once
PDF_CONF = Path(f"/etc/cups/cups-pdf-{QUEUE}.conf")


def missing() -> str:
    """Return why CUPS cannot be used here, empty when it can."""
    if os.geteuid() != 0:
        return "a private cupsd with cups-pdf needs root"
    for tool in ("cupsd", "lp", "lpadmin"):
        if shutil.which(tool) is None:
            return f"{tool} is not installed"
    return "" if Path("/usr/lib/cups/backend/cups-pdf").exists() else "cups-pdf is not installed"


@contextmanager
def private_cups(folder: Path) -> Iterator[Path]:
    """Run a cupsd with two printers: Desk prints PDF pictures into papers/, Keeper keeps the bytes."""
    if why := missing():
        pytest.skip(why)
    for part in ("spool/tmp", "cache", "run/certs", "log", "ppd", "papers", "kept", "lib/backend"):
        (folder / part).mkdir(parents=True)
    shutil.chown(folder / "spool", "root", "lp")
    for part, mode in (("spool", 0o710), ("spool/tmp", 0o1770), ("papers", 0o777), ("kept", 0o777)):
        (folder / part).chmod(mode)
    for parent in (folder, *folder.parents):  # cups-pdf works as nobody and must get through
        if parent.stat().st_uid == os.geteuid() and parent != Path("/"):
            parent.chmod(parent.stat().st_mode | 0o011)
    _server_bin(folder)
    (folder / "cupsd.conf").write_text(
        f"Listen {folder}/run/cups.sock\nWebInterface No\nBrowsing Off\nLogLevel warn\n"
        "<Location />\nAllow all\n</Location>\n<Policy default>\n<Limit All>\nAllow all\n</Limit>\n</Policy>\n"
    )
    (folder / "cups-files.conf").write_text(
        f"ServerRoot {folder}\nServerBin {folder}/lib\nRequestRoot {folder}/spool\nTempDir {folder}/spool/tmp\n"
        f"CacheDir {folder}/cache\nStateDir {folder}/run\nErrorLog {folder}/log/error_log\nSystemGroup root\n"
    )
    PDF_CONF.write_text(
        f"Out {folder}/papers\nAnonDirName {folder}/papers\nTitlePref 1\nLabel 1\nLog {folder}/log\n"
    )
    server = subprocess.Popen(["cupsd", "-c", folder / "cupsd.conf", "-s", folder / "cups-files.conf", "-f"])
    before = os.environ.get("CUPS_SERVER")
    os.environ["CUPS_SERVER"] = str(folder / "run" / "cups.sock")
    try:
        wait_for(
            lambda: b"is running" in subprocess.run(["lpstat", "-r"], capture_output=True, check=False).stdout
        )
        ppd = "/usr/share/ppd/cups-pdf/CUPS-PDF_noopt.ppd"
        run("lpadmin", "-p", "Desk", "-v", f"cups-pdf:/{QUEUE}", "-P", ppd, "-o", "PageSize=A4", "-E")
        run("lpadmin", "-p", "Keeper", "-v", f"keeper:{folder}/kept", "-m", "raw", "-E")
        yield folder
    finally:
        server.terminate()
        server.wait(timeout=20)
        PDF_CONF.unlink()
        if before is None:
            del os.environ["CUPS_SERVER"]
        else:
            os.environ["CUPS_SERVER"] = before


def wait_for(there, seconds=20):
    """Wait until `there()` gives something true and return it."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if found := there():
            return found
        time.sleep(0.05)
    raise AssertionError("it never came")


def run(*command: str) -> None:
    """Run a command of the print system; its deprecation talk is not ours."""
    subprocess.run(command, check=True, capture_output=True)


def _server_bin(folder: Path) -> None:
    """Lend the system's filters, and put our own backend beside the system's."""
    for part in Path("/usr/lib/cups").iterdir():
        if part.name != "backend":
            (folder / "lib" / part.name).symlink_to(part)
    for backend in Path("/usr/lib/cups/backend").iterdir():
        (folder / "lib" / "backend" / backend.name).symlink_to(backend)
    keeper = folder / "lib" / "backend" / "keeper"
    keeper.write_text(KEEPER)
    keeper.chmod(0o700)
