"""The catalogue of procedures in force, and the words of every version, from files."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from desk_app.domain.calendar import Calendar, calendar_from
from desk_app.domain.catalogue_version import CatalogueVersion
from desk_app.domain.errors import CatalogueUnreadable, UnknownProcedure
from desk_app.domain.folding import fold, folded_words
from desk_app.domain.local_edits import LocalEdits, edits_out_of_date, laid_over
from desk_app.domain.procedure import Procedure, ProcedureTexts
from desk_app.domain.procedure_code import read_code
from desk_app.domain.procedure_document import procedure_of
from desk_app.domain.standing import standing
from desk_app.domain.time_rules import TimeRules, time_rules_from
from desk_app.storage.catalogue_files import CatalogueFiles
from desk_app.storage.published import in_force


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A procedure and what it is found by."""

    procedure: Procedure
    folded: str
    words: tuple[str, ...]
    initials: str


class FileCatalogue:
    """The procedures of the version in force on `day`, those not receivable with a note.

    The commune's own is laid over: `fees` and `at_once` codes of its settings, then `edits` of its officers.
    """

    def __init__(
        self,
        folders: Path | Sequence[Path],
        day: date,
        *,
        fees: Mapping[str, int] | None = None,
        at_once: frozenset[str] = frozenset(),
        edits: LocalEdits | None = None,
    ) -> None:
        current = CatalogueFiles(folders).in_force(day)
        self._version = current.number
        self._edits = edits or LocalEdits()
        self._published = {
            procedure.code: _localised(procedure, fees or {}, at_once)
            for procedure in _published(current, day)
        }
        self._procedures = {
            code: laid_over(procedure, self._edits.of(code)) for code, procedure in self._published.items()
        }
        self._entries = [_entry(procedure) for procedure in self._procedures.values()]

    @property
    def version(self) -> int:
        """Return the version of the file in force."""
        return self._version

    def get(self, code: str) -> Procedure:
        """Return a procedure by its code.

        Raises:
            UnknownProcedure: this version has none.
        """
        return _found(self._procedures, code)

    def published(self, code: str) -> Procedure:
        """Return a procedure without the officers' edits: what an edit is judged by.

        Raises:
            UnknownProcedure: this version has none.
        """
        return _found(self._published, code)

    def of_field(self, field_code: str) -> list[Procedure]:
        """Return the procedures of a field that may be received, by code: what is posted at the desk."""
        found = (one for one in self._procedures.values() if one.field_code == field_code and one.receivable)
        return sorted(found, key=lambda one: one.code)

    def edits_out_of_date(self) -> tuple[str, ...]:
        """Return a sentence for each edit that this version no longer bears."""
        return tuple(edits_out_of_date(self._edits, self.published))

    def search(self, words: str, limit: int = 20) -> list[Procedure]:
        """Return what fits, best first: code, initials ("dkks"), words in any order; "" = the common ones.

        What may not be received comes after all that may, and tells why in its note.
        """
        whole = read_code(words)
        wanted = whole.national if whole else fold(words)
        found = [(rank, entry) for entry in self._entries if (rank := _rank(entry, wanted)) is not None]
        found.sort(key=_order)
        return [entry.procedure for _, entry in found[:limit]]


class CatalogueTexts:
    """The words of every catalogue version on this PC: a case keeps those of its intake."""

    def __init__(self, folders: Path | Sequence[Path]) -> None:
        self._files = CatalogueFiles(folders)
        self._versions: dict[int, dict[str, ProcedureTexts]] = {}
        self._procedures: dict[int, dict[str, Procedure]] = {}
        self._named: list[int] = []
        self._names: dict[tuple[int, str], str] = {}

    def of(self, version: int, code: str) -> ProcedureTexts:
        """Return the words of a procedure in a version; of one that is not on this PC, those of the nearest that is.

        A machine in place of a burnt one gets of the superior what is in force today, and no file of before; its
        cases must be there all the same.

        Raises:
            CatalogueUnreadable: the version's file is broken, or no version here has the procedure.
            UnknownProcedure: that version has no such procedure.
        """
        here = (version,) if version in self._versions else self._files.numbers()
        if version not in here:
            for near in sorted(here, key=lambda number: abs(number - version)):
                if code in self._read(near):
                    return self._read(near)[code]
        try:
            return self._read(version)[code]
        except KeyError as error:
            raise UnknownProcedure(code=code) from error

    def procedure(self, version: int, code: str) -> Procedure:
        """Return a procedure as a version published it, whatever became of it since: cases of then are judged by it.

        Raises:
            CatalogueUnreadable: the version's file is not here, or a procedure in it is none.
            UnknownProcedure: that version has no such procedure.
        """
        if version not in self._procedures:
            self._procedures[version] = {one.code: one for one in _read_all(self._files.get(version))}
        return _found(self._procedures[version], code)

    def names(self) -> dict[tuple[int, str], str]:
        """Return what procedures are called, by version and code: a case keeps the name of its intake in lists too."""
        versions = [version.number for version in self._files.all()]
        if versions != self._named:  # a file may come while the desk is open
            self._named = versions
            self._names = {
                (version, code): texts.name
                for version in versions
                for code, texts in self._read(version).items()
            }
        return self._names

    def _read(self, version: int) -> dict[str, ProcedureTexts]:
        if version not in self._versions:
            self._versions[version] = {
                entry["code"]: ProcedureTexts(
                    name=entry["name"],
                    field=entry["field"],
                    papers=tuple(paper["name"] for paper in entry["documents"]),
                )
                for entry in self._files.get(version).entries
            }
        return self._versions[version]


def read_calendar(folders: Path | Sequence[Path], day: date = date.max) -> Calendar:
    """Return the newest calendar that has begun by `day`: each holds all years and corrects earlier ones whole.

    Raises:
        CatalogueUnreadable: no file, or not a calendar.
    """
    places = _several(folders)
    path = in_force(places, day) or places[0]
    try:
        return calendar_from(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise CatalogueUnreadable(path=path) from error


def read_time_rules(folders: Path | Sequence[Path], day: date) -> TimeRules:
    """Return the newest rules of time in force on `day`.

    Raises:
        CatalogueUnreadable: a file is broken, or none was in force.
    """
    places = _several(folders)
    versions = [_time_rules(path) for folder in places for path in folder.glob("*.json")]
    current = [rules for rules in versions if rules.effective_from <= day]
    if not current:
        raise CatalogueUnreadable(path=places[0])
    return max(current, key=lambda rules: rules.version)


def pinned_time_rules(folders: Path | Sequence[Path], version: int) -> TimeRules:
    """Return the rules that a case was received under.

    Raises:
        CatalogueUnreadable: the version's file is not here, or broken.
    """
    paths = [folder / f"{version}.json" for folder in _several(folders)]
    return _time_rules(next((path for path in paths if path.exists()), paths[0]))


def _several(folders: Path | Sequence[Path]) -> tuple[Path, ...]:
    return (folders,) if isinstance(folders, Path) else tuple(folders)


def _time_rules(path: Path) -> TimeRules:
    try:
        return time_rules_from(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise CatalogueUnreadable(path=path) from error


def _read_all(version: CatalogueVersion) -> list[Procedure]:
    try:
        return [procedure_of(entry) for entry in version.entries]
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise CatalogueUnreadable(path=f"{version.number}.json") from error


def _published(version: CatalogueVersion, day: date) -> list[Procedure]:
    stands = [(procedure, standing(procedure, day)) for procedure in _read_all(version)]
    return [replace(procedure, receivable=at.receivable, note=at.note) for procedure, at in stands]


def _found(procedures: Mapping[str, Procedure], code: str) -> Procedure:
    try:
        return procedures[code]
    except KeyError as error:
        raise UnknownProcedure(code=code) from error


def _localised(procedure: Procedure, fees: Mapping[str, int], at_once: frozenset[str]) -> Procedure:
    return replace(
        procedure,
        fee=fees.get(procedure.code, procedure.fee),
        at_once=procedure.at_once or procedure.code in at_once,
    )


def _order(ranked: tuple[int, _Entry]) -> tuple[bool, int, bool, int]:
    rank, entry = ranked
    return not entry.procedure.receivable, rank, not entry.procedure.common, len(entry.folded)


def _entry(procedure: Procedure) -> _Entry:
    words = tuple(folded_words(procedure.name))
    return _Entry(
        procedure=procedure,
        folded=fold(procedure.name),
        words=words,
        initials="".join(word[0] for word in words),
    )


def _rank(entry: _Entry, wanted: str) -> int | None:
    """Return how well an entry fits, 0 best, None not at all."""
    if not wanted:
        return 0 if entry.procedure.common and entry.procedure.receivable else None
    if entry.procedure.code.startswith(wanted):
        return 0
    if " " not in wanted and entry.initials.startswith(wanted):
        return 1
    if entry.folded.startswith(wanted):
        return 2
    asked = wanted.split()
    if all(any(word.startswith(start) for word in entry.words) for start in asked):
        return 3 if wanted in entry.folded else 4
    return None
