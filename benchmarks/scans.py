"""What a scanned page takes: as G4, JPEG and PNG, at rest in three places, and on a bad line.

python benchmarks/scans.py
"""

from __future__ import annotations

import hashlib
import secrets
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import sqlcipher3

sys.path.insert(0, str(Path(__file__).parents[1]))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from support.scanned import page, picture

from desk_app.domain.scan import ScanMode
from desk_app.machine.scan_files import SealedScans
from desk_app.printing.scans.capture import capture
from desk_app.services.send_scans import PART_BYTES, REQUEST_BYTES

RATE, ROUND_TRIP_S = 64_000 / 8, 0.8  # the bad line of docs: 64 kbit/s, 800 ms
ANSWER_BYTES = 420
ROUNDS = 60


def main() -> None:
    """Print three tables."""
    write = sys.stdout.write
    pages = {
        "text, grain 10": page(),
        "text, grain 20": page(grain=20),
        "300 dpi": page(dpi=300),
        "red seal": page(seal=True),
    }
    write(f"{'A4, KB a page':18}{'PNG':>8}{'JPEG 75':>9}{'G4':>7}{'colour':>8}{'kept':>7}{'ms':>7}\n")
    kept = b""
    for name, image in pages.items():
        source = picture(image, dpi=(300, 300) if "300" in name else (200, 200))
        began = time.perf_counter()
        made = capture(source)
        took = (time.perf_counter() - began) * 1000
        sizes = [
            len(picture(image)),
            len(picture(image, "JPEG", quality=75)),
            _mono(source),
            _colour(source),
            len(made.pdf),
        ]
        write(
            f"{name:18}"
            + "".join(f"{size / 1000:>{w}.0f}" for size, w in zip(sizes, (8, 9, 7, 8, 7), strict=True))
            + f"{took:7.0f}\n"
        )
        kept = kept or made.pdf
    write(f"\n{'at rest, ' + str(len(kept) // 1000) + ' KB':34}{'ms write':>9}{'p95':>7}{'ms read':>9}\n")
    with tempfile.TemporaryDirectory() as folder:
        for place, (put, get) in _places(Path(folder)).items():
            writes, reads = _measured(put, get, kept)
            p95 = sorted(writes)[int(len(writes) * 0.95)]
            write(f"{place:34}{statistics.median(writes):9.2f}{p95:7.2f}{statistics.median(reads):9.2f}\n")
    write(f"\n{'on 64 kbit/s, 800 ms (reckoned)':34}{'bytes':>9}{'s':>7}\n")
    for name, size in (
        ("one page as G4", len(kept)),
        ("the same as JPEG 75", len(picture(pages["text, grain 10"], "JPEG", quality=75))),
    ):
        parts = -(-size // PART_BYTES)
        sent = size + (parts + 1) * (REQUEST_BYTES + ANSWER_BYTES)
        write(f"{name:34}{sent:9}{sent / RATE + (parts + 1) * ROUND_TRIP_S:7.1f}\n")


def _mono(source: bytes) -> int:
    return len(capture(source, ScanMode.MONO).pdf)


def _colour(source: bytes) -> int:
    return len(capture(source, ScanMode.COLOUR).pdf)


Put, Get = Callable[[bytes, bytes], None], Callable[[bytes], bytes]


def _places(folder: Path) -> dict[str, tuple[Put, Get]]:
    key = secrets.token_bytes(32)
    files = SealedScans(folder)
    return {
        "a sealed file each (ours)": (
            lambda name, data: files.write(name, data, key),
            lambda name: files.read(name, key),
        ),
        "rows of the store (SQLCipher)": _rows(folder / "store.db", 300),
        "rows of a second SQLCipher file": _rows(folder / "scans.db", 0),
    }


def _rows(path: Path, beside: int) -> tuple[Put, Get]:
    """Return writing and reading of rows in an encrypted file that holds `beside` scans already."""
    database = sqlcipher3.connect(str(path), isolation_level=None)
    for pragma in (
        f"key = \"x'{secrets.token_bytes(32).hex()}'\"",
        "journal_mode = wal",
        "synchronous = full",
        "wal_autocheckpoint = 0",
    ):
        database.execute(f"pragma {pragma}")
    database.execute("create table scan (name blob primary key, data blob)")
    for _ in range(beside):
        database.execute(
            "insert into scan values (?, ?)", [secrets.token_bytes(32), secrets.token_bytes(60_000)]
        )

    def put(name: bytes, data: bytes) -> None:
        database.execute("insert into scan values (?, ?)", [name, data])

    def get(name: bytes) -> bytes:
        return bytes(database.execute("select data from scan where name = ?", [name]).fetchone()[0])

    return put, get


def _measured(put: Put, get: Get, kept: bytes) -> tuple[list[float], list[float]]:
    writes, reads = [], []
    for number in range(ROUNDS):
        data = kept[:-8] + number.to_bytes(8, "big")
        name = hashlib.sha256(data).digest()
        began = time.perf_counter()
        put(name, data)
        writes.append((time.perf_counter() - began) * 1000)
        began = time.perf_counter()
        if get(name) != data:
            raise SystemExit("a scan did not come back as it was")
        reads.append((time.perf_counter() - began) * 1000)
    return writes, reads


if __name__ == "__main__":
    main()
