"""A text file that a clerk chose."""

from __future__ import annotations

from pathlib import Path

from desk_app.domain.form_faults import FormFileUnreadable

MOST_BYTES = 200_000  # a form is 2-6 KB; a chosen film must not fill the memory


def read_form_file(path: Path) -> str:
    """Return the text of a form file.

    Raises:
        FormFileUnreadable: it cannot be read, is no UTF-8, or is far too big for a form.
    """
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FormFileUnreadable(path=path)
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise FormFileUnreadable(path=path) from error
