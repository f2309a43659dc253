"""A receipt for tests that are about printers."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from support.desk import HOA, Clock, new_store, receive

from desk_app.app.home import paper_maker

CODE = "H56.22.17-261123-5001"


@cache
def receipt_pdf() -> bytes:
    """Return the receipt of one stored case, two copies on A4."""
    with tempfile.TemporaryDirectory() as folder:
        store = new_store(Path(folder))
        code = receive(store, Clock())
        with store.reading() as reading:
            case, desk = reading.case(code), reading.desk()
        store.close()
    assert code == CODE
    return paper_maker().receipt(case, desk, HOA)
