"""settings.json beside the store: what the window must know before anybody has opened the store."""

from __future__ import annotations

import json
from pathlib import Path

from desk_app.machine.whole_file import write_whole

FILE = "settings.json"
LANGUAGES = ("vi", "en")
IDLE_MINUTES = 5
UNDO_MINUTES = 10
LONGEST_UNDO = 60  # minutes; 0 = nothing is taken back
LONGEST_IDLE = 60  # minutes: a desk that never locks shows one citizen's data to the next


def kept_language(folder: Path) -> str:
    """Return the language chosen at the last sign-in; Vietnamese when there is none or the file is spoilt."""
    kept = _kept(folder).get("language")
    return kept if isinstance(kept, str) and kept in LANGUAGES else LANGUAGES[0]


def kept_idle_minutes(folder: Path) -> int:
    """Return after how many minutes without key or mouse this PC locks; 5 where the file says nothing usable."""
    kept = _kept(folder).get("idle_minutes")
    return kept if type(kept) is int and 1 <= kept <= LONGEST_IDLE else IDLE_MINUTES


def kept_undo_minutes(folder: Path) -> int:
    """Return for how many minutes an act can be taken back; 10 where the file says nothing usable."""
    kept = _kept(folder).get("undo_minutes")
    return kept if type(kept) is int and 0 <= kept <= LONGEST_UNDO else UNDO_MINUTES


def keep_language(folder: Path, language: str) -> None:
    """Keep the language for the next start.

    Raises:
        StorageFull, StorageUnreadable: the folder cannot be written.
    """
    write_whole(folder / FILE, json.dumps({**_kept(folder), "language": language}) + "\n")


def _kept(folder: Path) -> dict[str, object]:
    try:
        kept = json.loads((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}
