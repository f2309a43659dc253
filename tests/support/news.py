"""A desk with its folder, a real superior beside it, and what it is told."""

from __future__ import annotations

from contextlib import contextmanager
from functools import partial
from pathlib import Path

from support.desk import RULES, Clock, new_store, receive
from support.superior import command, enrol, serving

from desk_app.app.home import paper_maker
from desk_app.domain.turns import Bound, Forward
from desk_app.machine.paths import brought
from desk_app.services.exchange_all import exchange_all
from desk_app.services.forward_case import forward_case
from desk_app.storage.published import PublishedFiles
from desk_app.sync.above import HttpAbove
from desk_app.sync.superior_api import HttpSuperior


class NewsDesk:
    """`told(name, ...)` runs a command of the superior; `sync()` exchanges and fetches."""

    def __init__(self, folder: Path, url: str) -> None:
        self.folder, self.above, self.clock, self.url = folder, folder / "superior", Clock(), url
        self.store = new_store(folder)
        enrol(self.above, url, self.store)
        self.line = HttpSuperior()
        self.come: list = []

    def told(self, name: str, *arguments: str) -> dict:
        return command(self.above, name, *arguments, "--starts-at", "2026-11-23T09:00:00+07:00")

    def shelves(self) -> PublishedFiles:
        def check(forms):
            return [paper_maker().forms.checked(text, f"#{n}") for n, text in enumerate(forms, 1)]

        return PublishedFiles(self.folder, brought("resources"), check)

    def sync(self, line=None, above=None, meter=None):
        line = line or self.line
        return exchange_all(
            store=self.store, superior=line, above=above or partial(HttpAbove, self.line.asking), shelves=self.shelves,
            clock=self.clock, progress=lambda _progress: None, use=self.come.extend, meter=meter,
        )  # fmt: skip

    def read(self, ask):
        with self.store.reading() as reading:
            return ask(reading)


@contextmanager
def news_desk(folder: Path):
    """Give a desk that is enrolled at a real superior in a process of its own."""
    with serving(folder / "superior") as url:
        desk = NewsDesk(folder, url)
        try:
            yield desk
        finally:
            desk.store.close()


def forwarded(desk) -> str:
    """Return a case that went to the superior, and was exchanged."""
    code = receive(desk.store, desk.clock, procedure_code="1.004873", term="3wd")
    sent = Forward(to="Sở Tư pháp", bound=Bound.SUPERIOR)
    forward_case(code, sent, staff="hoa", rules=RULES, store=desk.store, clock=desk.clock)
    desk.sync()
    return code


def say(ledger, kind, body, cursor=901):
    """Put an item into a superior's ledger, past the checks of its commands."""
    ledger.execute("insert into item values (?, 'H56.22.17/1', 0, '', '', '')", [cursor])
    ledger.execute("insert into word values (?, ?, ?, null, null, null)", [cursor, kind, body])
