"""Folders: what the program brings along, and where the desk keeps its data."""

from __future__ import annotations

import os
from pathlib import Path

import appdirs

_PACKAGE = Path(__file__).parents[1]
AUTHORITY_FILE = "ca.pem"  # beside the store: the commune's own authority, for the superior's certificate


def brought(kind: str) -> Path:
    """Return the folder `resources` or `db`: inside an installed program, else beside the package."""
    inside = _PACKAGE / "_data" / kind
    return inside if inside.is_dir() else _PACKAGE.parent / kind


def data_folder() -> Path:
    """Return where the desk's store lies: one per PC where that can be written, else one per account."""
    shared = Path(appdirs.site_data_dir("QuayMotCua", appauthor=False))
    nearest = next(folder for folder in (shared, *shared.parents) if folder.exists())
    if os.access(nearest, os.W_OK):
        return shared
    return Path(appdirs.user_data_dir("QuayMotCua", appauthor=False))
