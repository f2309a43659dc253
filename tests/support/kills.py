"""A desk that receives and prints as fast as it can, and what must be true after it was killed."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from support.desk import new_store, open_store

ROOT = Path(__file__).parents[2]
DESK = """
import sys
sys.path[:0] = [{root!r}, {tests!r}]
from pathlib import Path
from support.desk import Clock, RULES, intake, open_store
from desk_app.printing.pdf_folder import PdfFolder
from desk_app.services.print_slip import Press, print_slip
from desk_app.services.receive_case import receive_case
from desk_app.domain.slip import SlipKind
from desk_app.app.home import paper_maker
folder = Path({folder!r})
store, clock = open_store(folder), Clock()
with store.reading() as reading:  # a new day at each start: a desk has 899 numbers a day
    clock.at = reading.last_event_at()
clock.step(days=1)
press = Press(papers=paper_maker(), printer=PdfFolder(folder / "papers"))
with store.transaction() as books:
    books.set_setting("printer", "Thư mục PDF")
print("ready", flush=True)
while True:
    got = receive_case(intake(), print_receipt=True, staff="hoa", rules=RULES, store=store, clock=clock)
    print(got.case_code, flush=True)
    print_slip(got.case_code, SlipKind.RECEIPT, staff="hoa", press=press, store=store, clock=clock)
"""


@dataclass
class Tally:
    """What many kills left behind."""

    kept: int = 0
    lost: int = 0
    half: int = 0
    orphans: int = 0
    broken: int = 0

    @property
    def bad(self) -> bool:
        """Return whether anything was lost, half written, without its row, or broken."""
        return any((self.lost, self.half, self.orphans, self.broken))

    def __str__(self) -> str:
        return (
            f"{self.kept} cases kept, {self.lost} lost, {self.half} half, "
            f"{self.orphans} orphan papers, {self.broken} broken stores"
        )


def prepare(folder: Path) -> Path:
    """Make an empty desk."""
    new_store(folder).close()
    return folder


def one_kill(folder: Path, after_s: float, tally: Tally) -> None:
    """Start the desk, kill it `after_s` seconds after its first sign of life, check what it left."""
    script = DESK.format(root=str(ROOT), tests=str(ROOT / "tests"), folder=str(folder))
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as desk:
        if desk.stdout.readline() != "ready\n":
            raise subprocess.SubprocessError("no sign of life")
        time.sleep(after_s)
        desk.kill()
        said = desk.stdout.read().split("\n")[:-1]
    check(folder, said, tally)


def check(folder: Path, said: list[str], tally: Tally) -> None:
    """Count what the desk had said it stored, and what is there."""
    store = open_store(folder)
    try:
        health = store.health()
        with store.reading() as reading:
            rows = {row.code for row in reading.find_cases(limit=10**9)}
            whole = [code for code in rows if reading.case(code).intake.applicant.name]
    finally:
        store.close()
    papers = {path.name.removesuffix("-receipt.pdf") for path in (folder / "papers").glob("*.pdf")}
    tally.kept = len(rows)
    tally.lost += len(set(said) - rows)
    tally.half += len(rows) - len(whole)
    tally.orphans += len(papers - rows)
    tally.broken += not (health.integrity and health.chain and health.projections)
