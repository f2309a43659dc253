"""The fee tables that we bring, and small ones of a test's own."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

from desk_app.domain.fee import FeeTable
from desk_app.domain.fee_lines import FeeAsked, FeeLines, fee_lines
from desk_app.machine.paths import brought
from desk_app.storage.fee_tables import read_fee_table

FOLDER = brought("resources") / "fees"
DAY = date(2026, 11, 23)
NATIONAL = read_fee_table(FOLDER)
HAI_PHONG = read_fee_table(FOLDER, province="31", former_province="31")
HAI_DUONG = read_fee_table(FOLDER, province="31", former_province="30")


def costs(code: str, table: FeeTable = NATIONAL, day: date = DAY, **asked: object) -> FeeLines:
    """Return what a procedure costs."""
    return fee_lines(code, FeeAsked(**asked), table, day)


def row(**changed: object) -> dict[str, object]:
    """Return the JSON of a right row, changed."""
    right = {
        "id": "a",
        "name": "Lệ phí thử",
        "kind": "charge",
        "procedures": ["1.000001"],
        "basis": "case",
        "amount": 5000,
        "unit": "lần",
        "instrument": "NQ 1/2026",
        "valid_from": "2026-01-01",
        "valid_to": None,
        "verified": True,
    }
    return {key: value for key, value in (right | changed).items() if value is not ...}


def table_file(path: Path, *rows: object, **head: object) -> Path:
    """Write a national table with these rows."""
    path.write_text(json.dumps({"scope": "national", "rows": list(rows)} | head, ensure_ascii=False))
    return path
