"""Which sticks are in the PC."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from desk_app.domain.usb import Drive

MOUNTS = Path("/proc/mounts")
UNDER = (Path("/media"), Path("/run/media"))  # where desktops of Linux put what is plugged in
_REMOVABLE = 2  # DRIVE_REMOVABLE of GetDriveTypeW
_NAME_LETTERS = 261  # MAX_PATH + 1, as GetVolumeInformationW wants it


def removable_drives() -> list[Drive]:
    """Return the sticks that are there now, by path; disks in a case of their own count as fixed on Windows."""
    found = _of_windows() if sys.platform == "win32" else mounted(MOUNTS, UNDER)
    drives = [drive for path, name in found if (drive := folder_drive(path, name)) is not None]
    return sorted(drives, key=lambda drive: drive.path)


def folder_drive(path: Path, name: str = "") -> Drive | None:
    """Return any folder as a place to copy to; None: pulled just now, or a reader without a card."""
    try:
        free = shutil.disk_usage(path).free
    except OSError:
        return None
    return Drive(path=path, name=name or str(path), free=free)


def mounted(mounts: Path, under: Sequence[Path]) -> list[tuple[Path, str]]:
    """Return (path, name) of what Linux mounted below one of `under`."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return []
    paths = [Path(_plain(line.split(" ")[1])) for line in lines if line.count(" ") >= 2]
    return [(path, path.name) for path in paths if any(path.is_relative_to(top) for top in under)]


def _plain(text: str) -> str:
    """Return a path of /proc/mounts as it is: spaces and the like stand there as three octal digits."""
    for code in (0o40, 0o11, 0o12, 0o134):
        text = text.replace(f"\\{code:03o}", chr(code))
    return text


def _of_windows() -> list[tuple[Path, str]]:
    found: list[tuple[Path, str]] = []
    if sys.platform == "win32":
        import ctypes  # imported here: Linux never needs it

        kernel, name = ctypes.windll.kernel32, ctypes.create_unicode_buffer(_NAME_LETTERS)
        letters = kernel.GetLogicalDrives()
        for n in range(26):
            root = f"{chr(ord('A') + n)}:\\"
            if letters >> n & 1 and kernel.GetDriveTypeW(root) == _REMOVABLE:
                name.value = ""
                kernel.GetVolumeInformationW(root, name, _NAME_LETTERS, None, None, None, None, 0)
                found.append((Path(root), f"{name.value} ({root[:2]})".strip()))
    return found
