"""Joins the commune's own authority to its card; certificates are first read when a card asks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from desk_app.domain.authority import Authorities
from desk_app.machine.clock import SystemClock
from desk_app.ui.authority.card import AuthorityServices


def authority_services(folder: Path, trust_anew: Callable[[], None]) -> AuthorityServices:
    """Return what the card asks for; `trust_anew` tells the lines that are there already.

    Certificates are judged by the PC's own time, as TLS judges them: a demonstration's clock is another.
    """
    clock = SystemClock()

    def look(given: Path) -> Authorities:
        from desk_app.app.authority import look_at

        return look_at(given, clock.now())

    def keep(authorities: Authorities) -> None:
        from desk_app.app.authority import keep

        keep(folder, authorities)
        trust_anew()

    def kept() -> Authorities | None:
        from desk_app.app.authority import kept

        return kept(folder)

    return AuthorityServices(look=look, keep=keep, kept=kept, now=clock.now)
