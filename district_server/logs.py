"""The server's log: one JSON object a line, and nothing in it that tells of a person."""

from __future__ import annotations

import json
import logging
import sys
import traceback
from datetime import datetime, timedelta, timezone
from types import TracebackType
from typing import TypeAlias

_VIETNAM = timezone(timedelta(hours=7))
_Caught: TypeAlias = tuple[type[BaseException] | None, BaseException | None, TracebackType | None]


class JsonLines(logging.Formatter):
    """Write time, level, what happened and its fields.

    Of an error only its kind and the places in the code: the text of a database's error holds the values of the row.
    """

    def format(self, record: logging.LogRecord) -> str:
        """Return one line."""
        at = datetime.fromtimestamp(record.created, _VIETNAM).isoformat(timespec="milliseconds")
        line: dict[str, object] = {"at": at, "level": record.levelname.lower(), "logger": record.name}
        if record.exc_info:
            line |= _error(record.exc_info)
        else:
            line["event"] = record.getMessage()
        line |= getattr(record, "fields", {})
        return json.dumps(line, ensure_ascii=False)


def told(log: logging.Logger, what: str, **fields: str | int) -> None:
    """Log that `what` happened: desk, seq, sizes, codes and times only."""
    log.info(what, extra={"fields": fields})


def begin() -> None:
    """Send everything that is logged in this process to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=logging.INFO, handlers=[handler])


def _error(caught: _Caught) -> dict[str, object]:
    kind, error, _ = caught
    places, at = [], error
    while at is not None:  # with what it came from: the innermost says where it began
        kinds = type(at).__name__
        where = traceback.extract_tb(at.__traceback__)
        places.append([kinds, *(f"{one.filename}:{one.lineno} {one.name}" for one in where[-6:])])
        at = at.__cause__ or at.__context__
    return {"event": "error", "error": kind.__name__ if kind else "", "trace": places}
