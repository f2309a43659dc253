"""Importing a list by the command, into a data folder of its own."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from desk_app.app.cli import main
from desk_app.app.home import catalogue_folders
from desk_app.storage.catalogue import FileCatalogue
from desk_app.storage.catalogue_files import CatalogueFiles

SAMPLES = Path(__file__).parents[1] / "samples" / "catalogue"
DAY = date(2026, 12, 1)


def importer(folder, capsys):
    """Return a function that imports a file into the data folder and gives what the command answered."""

    def bring_in(file, *options, decision="QĐ 999/QĐ-UBND", day="2026-12-01"):
        arguments = ["import-catalogue", str(file), "--decision", decision, "--effective-from", day]
        assert main([*arguments, "--data", str(folder), "--json", *options]) == 0
        return json.loads(capsys.readouterr().out)

    return bring_in


def written(tmp_path):
    folder = tmp_path / "data" / "catalogue"
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def catalogue(tmp_path, day=DAY):
    return FileCatalogue(catalogue_folders(tmp_path / "data"), day)


def entry(tmp_path, code, number=10_001):
    version = CatalogueFiles(catalogue_folders(tmp_path / "data")).get(number)
    return next(entry for entry in version.entries if entry["code"] == code)
