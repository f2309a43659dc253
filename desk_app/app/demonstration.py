"""The demonstration commune: invented people, a desk of its own, a superior of its own on this PC."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desk_app.app.home import Home
from desk_app.domain.desk import Desk, Letterhead
from desk_app.domain.errors import SuperiorAway
from desk_app.domain.moment import moment
from desk_app.domain.staff import Staff
from desk_app.machine.demonstration_mark import claim
from desk_app.machine.paths import brought
from desk_app.services.sync_round import enrol_desk
from desk_app.sync.superior_api import HttpSuperior

MORNING = moment("2026-11-23T08:15:00")


@dataclass(frozen=True, slots=True, kw_only=True)
class Citizen:
    """An invented person, as a card says it: dates ddMMyyyy."""

    id: str
    name: str
    born: str
    sex: str
    address: str
    issued: str
    phone: str

    @property
    def card(self) -> str:
        """Return the QR text of this person's card."""
        return "|".join((self.id, "", self.name, self.born, self.sex, self.address, self.issued))


@dataclass(frozen=True, slots=True, kw_only=True)
class Commune:
    """The demonstration commune."""

    desk: Desk
    staff: tuple[Staff, ...]
    passphrase: str
    citizens: tuple[Citizen, ...]


def read_commune() -> Commune:
    """Return the commune of resources/demonstration/."""
    folder = brought("resources") / "demonstration"
    data = json.loads((folder / "commune.json").read_text(encoding="utf-8"))
    people = json.loads((folder / "citizens.json").read_text(encoding="utf-8"))
    desk = data["desk"]
    letterhead, at_once = Letterhead(**desk.pop("letterhead")), frozenset(desk.pop("at_once"))
    return Commune(
        desk=Desk(letterhead=letterhead, at_once=at_once, **desk),
        staff=tuple(Staff(**member) for member in data["staff"]),
        passphrase=data["passphrase"],
        citizens=tuple(Citizen(**person) for person in people),
    )


def prepare(home: Home, commune: Commune) -> str:
    """Make the commune's desk anew in its folder and return the words of its recovery sheet.

    Raises:
        NotADemonstration: what lies there is no demonstration's.
    """
    claim(home.folder)
    for name in ("desk.db", "desk.db-wal", "desk.db-shm", "keys.json"):
        (home.folder / name).unlink(missing_ok=True)
    store, words = home.create(commune.desk, commune.staff[0], commune.passphrase)
    store.close()
    for member in commune.staff[1:]:
        home.add_member(commune.staff[0].login, commune.passphrase, member, commune.passphrase)
    return words


@contextmanager
def superior(folder: Path) -> Iterator[str]:
    """Run the real district server on this PC until the block ends; gives its address."""
    shutil.rmtree(folder, ignore_errors=True)
    arguments = ["serve", "--data", str(folder), "--port", "0", "--starts-at", MORNING.isoformat()]
    with subprocess.Popen(
        _server(*arguments), stdout=subprocess.PIPE, text=True, stderr=subprocess.DEVNULL
    ) as server:
        try:
            address = server.stdout.readline().strip() if server.stdout else ""
            if not address:
                raise SuperiorAway()
            yield address
        finally:
            server.terminate()


def enrol(home: Home, commune: Commune, folder: Path, url: str) -> None:
    """Publish the catalogue at the superior, let it write an enrolment slip, and use it at the desk."""
    catalogue = brought("resources") / "catalogue" / "1.json"
    _asked("publish-catalogue", "--data", str(folder), str(catalogue))
    slip = _asked(
        "enrol", "--data", str(folder), "--agency", commune.desk.agency_code, "--desk", str(commune.desk.number),
        "--name", "Bộ phận Một cửa UBND xã Tân Lập", "--url", url, "--starts-at", MORNING.isoformat(),
    )  # fmt: skip
    store = home.open(commune.staff[0].login, commune.passphrase)
    try:
        enrol_desk(slip["url"], slip["code"], store=store, superior=HttpSuperior())
    finally:
        store.close()


def _asked(*arguments: str) -> dict[str, Any]:
    ran = subprocess.run(_server(*arguments, "--json"), capture_output=True, text=True, check=False)
    if ran.returncode != 0:
        raise SuperiorAway()
    return dict(json.loads(ran.stdout))


def _server(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "district_server", *arguments]
