"""Documents that the superior published, one file a version beside the bundled ones (news_ports.Shelves)."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from desk_app.domain.calendar import calendar_from
from desk_app.domain.catalogue_version import CatalogueVersion
from desk_app.domain.errors import CatalogueUnreadable, DeskError, ThingNotUsable
from desk_app.domain.news import Published, ThingKind
from desk_app.domain.procedure_document import procedure_of
from desk_app.domain.time_rules import time_rules_from
from desk_app.domain.words import Words
from desk_app.storage.catalogue_files import CatalogueFiles
from wire.errors import BadThing
from wire.thing import digest_of, unpack_thing

FormsCheck = Callable[[Sequence[str]], object]  # raises a DeskError for a form that cannot be used


class PublishedFiles:
    """`folder` is the desk's: it gets `catalogue/`, `forms/`, `calendar/`, `rules/`; `bundled` has the program's own.

    Forms are looked at by whoever draws them.
    """

    def __init__(self, folder: Path, bundled: Path, check_forms: FormsCheck) -> None:
        self._folder, self._bundled, self._check_forms = folder, bundled, check_forms

    def digest(self, kind: ThingKind, version: int) -> str:
        """Return the digest of the document of that number here, empty when there is none."""
        names = [self._folder / kind / f"{version}.json"]
        if kind is not ThingKind.FORMS:  # the program's own forms have no common number
            names.append(self._bundled / kind / f"{version}.json")
        for path in names:
            if path.exists():
                try:
                    return digest_of(json.loads(path.read_text(encoding="utf-8")))
                except (OSError, ValueError, RecursionError) as error:
                    raise CatalogueUnreadable(path=path) from error
        return ""

    def unpack(self, packed: bytes, thing: Published) -> Mapping[str, Any]:
        """Return the document of fetched bytes, or raise ThingNotUsable."""
        try:
            document = json.loads(unpack_thing(packed, thing.sha256))
            same = isinstance(document, dict) and digest_of(document) == thing.of
        except (BadThing, ValueError, RecursionError) as error:
            raise ThingNotUsable(version=thing.version, why=Words("tệp hỏng")) from error
        if not same:
            raise ThingNotUsable(version=thing.version, why=Words("tệp khác với tệp đã báo"))
        return dict(document)

    def check(self, thing: Published, document: Mapping[str, Any]) -> None:
        """Read a document as whoever will use it, or raise ThingNotUsable."""
        same_day = document.get("effective_from") == thing.effective_from.isoformat()
        if document.get("version") != thing.version or not same_day:
            raise ThingNotUsable(version=thing.version, why=Words("số bản hoặc ngày hiệu lực không khớp"))
        try:
            match thing.kind:
                case ThingKind.CATALOGUE:
                    _check_catalogue(thing, document)
                case ThingKind.FORMS:
                    self._check_forms(form_texts(document))
                case ThingKind.CALENDAR:
                    calendar_from(document)
                case ThingKind.RULES:
                    time_rules_from(document)
        except DeskError as error:
            raise ThingNotUsable(version=thing.version, why=str(error).rstrip(".")) from error
        except (KeyError, TypeError, ValueError, AttributeError) as error:
            raise ThingNotUsable(version=thing.version, why=Words("nội dung sai quy cách")) from error

    def write(self, thing: Published, document: Mapping[str, Any]) -> None:
        """Put it beside the others, whole or not at all."""
        CatalogueFiles(self._folder / thing.kind).write(thing.version, document)


def form_texts(document: Mapping[str, Any]) -> tuple[str, ...]:
    """Return the forms of a published set as JSON texts.

    Raises:
        ValueError: it is none.
    """
    forms = document.get("forms")
    if not isinstance(forms, list) or not forms or not all(isinstance(form, dict) for form in forms):
        raise ValueError("not a set of forms")
    return tuple(json.dumps(form, ensure_ascii=False) for form in forms)


def published_forms(folder: Path) -> tuple[str, ...]:
    """Return the forms of every published set on this PC as JSON texts, the oldest version first.

    Raises:
        CatalogueUnreadable: a file is broken.
    """
    texts: list[str] = []
    for path in _numbered(folder):
        try:
            texts += form_texts(json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError) as error:
            raise CatalogueUnreadable(path=path) from error
    return tuple(texts)


def in_force(folders: Sequence[Path], day: date) -> Path | None:
    """Return the file of the highest number whose document has begun by `day`; the program's own say no day.

    Raises:
        CatalogueUnreadable: a file is broken.
    """
    found: Path | None = None
    for path in sorted((path for folder in folders for path in _numbered(folder)), key=_number):
        try:
            begins = json.loads(path.read_text(encoding="utf-8")).get("effective_from")
            if begins is None or date.fromisoformat(begins) <= day:
                found = path
        except (OSError, ValueError, AttributeError, TypeError) as error:
            raise CatalogueUnreadable(path=path) from error
    return found


def _check_catalogue(thing: Published, document: Mapping[str, Any]) -> None:
    version = CatalogueVersion(number=thing.version, effective_from=thing.effective_from, document=document)
    entries = version.entries
    for entry in entries:
        procedure_of(entry)
        if not all(isinstance(entry[name], str) and entry[name] for name in ("code", "name", "field")):
            raise ValueError("an entry without its words")
    if not entries or len({entry["code"] for entry in entries}) != len(entries):
        raise ValueError("no entries, or one of them twice")


def _numbered(folder: Path) -> Iterator[Path]:
    return iter(
        sorted((p for p in folder.glob("*.json") if p.stem.isdecimal() and p.stem.isascii()), key=_number)
    )


def _number(path: Path) -> int:
    return int(path.stem)
