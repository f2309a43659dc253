"""settings.json beside the store: what the window must know before anybody has opened the store."""

from __future__ import annotations

import json
from pathlib import Path

from desk_app.machine.whole_file import write_whole

FILE = "settings.json"
LANGUAGES = ("vi", "en")


def kept_language(folder: Path) -> str:
    """Return the language chosen at the last sign-in; Vietnamese when there is none or the file is spoilt."""
    try:
        kept = json.loads((folder / FILE).read_text(encoding="utf-8"))["language"]
    except (OSError, ValueError, KeyError, TypeError):
        return LANGUAGES[0]
    return kept if kept in LANGUAGES else LANGUAGES[0]


def keep_language(folder: Path, language: str) -> None:
    """Keep the language for the next start.

    Raises:
        StorageFull, StorageUnreadable: the folder cannot be written.
    """
    write_whole(folder / FILE, json.dumps({"language": language}) + "\n")
