"""A frame in a file, to look at."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from desk_app.domain.errors import NotAFrame
from wire.errors import WireError
from wire.frame import rows


def frame_lines(path: Path) -> Iterator[str]:
    """Yield the events of a frame as JSON lines; the chain needs the desk's key and is not checked.

    Raises:
        NotAFrame: the file cannot be read or is no frame.
    """
    try:
        found = rows(path.read_bytes())
    except (OSError, WireError) as error:
        raise NotAFrame(path=path) from error
    for seq, kind, case_code, at, staff, body in found:
        fields = {"seq": seq, "kind": kind, "case_code": case_code, "at": at, "staff": staff}
        yield json.dumps(fields | {"body": json.loads(body) if body else None}, ensure_ascii=False)
