"""Sticks are found where the system puts them; nothing else is taken for one."""

from __future__ import annotations

from pathlib import Path

from desk_app.machine.drives import folder_drive, mounted, removable_drives

MOUNTS = r"""/dev/sda2 / ext4 rw 0 0
/dev/sdb1 /media/hoa/USB\040cua\040Hoa vfat rw,nosuid 0 0
/dev/sdc1 /run/media/hoa/KINGSTON exfat rw 0 0
tmpfs /run tmpfs rw 0 0
/dev/sdd1 /mediathek ext4 rw 0 0
broken
"""


def test_what_is_mounted_below_media_is_a_stick(tmp_path):
    file = tmp_path / "mounts"
    file.write_text(MOUNTS)
    under = (Path("/media"), Path("/run/media"))

    assert [name for _, name in mounted(file, under)] == ["USB cua Hoa", "KINGSTON"]
    assert mounted(tmp_path / "none", under) == []


def test_a_folder_serves_as_a_stick_while_it_is_there(tmp_path):
    drive = folder_drive(tmp_path)

    assert (drive.path, drive.name) == (tmp_path, str(tmp_path))
    assert drive.free > 0
    assert folder_drive(tmp_path / "gone") is None


def test_asking_this_pc_never_fails():
    assert all(drive.path.is_dir() for drive in removable_drives())
