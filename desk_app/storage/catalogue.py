"""The catalogue of procedures, from files: one file a version, each with the day it takes effect."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from desk_app.domain.calendar import Calendar, calendar_from
from desk_app.domain.errors import CatalogueUnreadable, UnknownProcedure
from desk_app.domain.folding import fold, folded_words
from desk_app.domain.procedure import Procedure, ProcedureTexts, RequiredComponent, TermChoice
from desk_app.domain.time_rules import TimeRules, time_rules_from

UNITS = {"ngày làm việc": "wd", "ngày": "d", "giờ": "h"}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A procedure and what it is found by."""

    procedure: Procedure
    folded: str
    words: tuple[str, ...]
    initials: str


class FileCatalogue:
    """The procedures in force on `day`; the commune's own `fees` and `at_once` codes are laid over them."""

    def __init__(
        self,
        folder: Path,
        day: date,
        *,
        fees: Mapping[str, int] | None = None,
        at_once: frozenset[str] = frozenset(),
    ) -> None:
        data = _in_force(folder, day)
        self._version: int = data["version"]
        own = (_localised(_procedure(entry), fees or {}, at_once) for entry in data["procedures"])
        self._procedures = {procedure.code: procedure for procedure in own}
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
        try:
            return self._procedures[code]
        except KeyError as error:
            raise UnknownProcedure(code=code) from error

    def search(self, words: str, limit: int = 20) -> list[Procedure]:
        """Return what fits, best first: code, initials ("dkks"), words in any order; "" = the common ones."""
        wanted = fold(words)
        found = [(rank, entry) for entry in self._entries if (rank := _rank(entry, wanted)) is not None]
        found.sort(key=lambda pair: (pair[0], not pair[1].procedure.common, len(pair[1].folded)))
        return [entry.procedure for _, entry in found[:limit]]


class CatalogueTexts:
    """The words of every catalogue version on this PC: a case keeps those of its intake."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._versions: dict[int, dict[str, ProcedureTexts]] = {}
        self._named: list[int] = []
        self._names: dict[str, str] = {}

    def of(self, version: int, code: str) -> ProcedureTexts:
        """Return the words of a procedure in a version.

        Raises:
            CatalogueUnreadable: the version's file is not here.
            UnknownProcedure: that version has no such procedure.
        """
        try:
            return self._read(version)[code]
        except KeyError as error:
            raise UnknownProcedure(code=code) from error

    def newest_names(self) -> dict[str, str]:
        """Return what procedures are called in a list, by code: the newest version here that knows one."""
        versions = sorted(int(path.stem) for path in self._folder.glob("*.json"))
        if versions != self._named:  # a file may come while the desk is open
            self._named = versions
            self._names = {
                code: texts.name for version in versions for code, texts in self._read(version).items()
            }
        return self._names

    def _read(self, version: int) -> dict[str, ProcedureTexts]:
        if version not in self._versions:
            data = _file(self._folder / f"{version}.json")
            self._versions[version] = {
                entry["code"]: ProcedureTexts(
                    name=entry["name"],
                    field=entry["field"],
                    papers=tuple(paper["name"] for paper in entry["documents"]),
                )
                for entry in data["procedures"]
            }
        return self._versions[version]


def read_calendar(folder: Path) -> Calendar:
    """Return the newest calendar file of `folder`: each holds all years and corrects earlier ones whole.

    Raises:
        CatalogueUnreadable: no file, or not a calendar.
    """
    path = max(folder.glob("*.json"), key=lambda file: int(file.stem), default=folder)
    try:
        return calendar_from(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise CatalogueUnreadable(path=path) from error


def read_time_rules(folder: Path, day: date) -> TimeRules:
    """Return the newest rules of time in force on `day`.

    Raises:
        CatalogueUnreadable: a file is broken, or none was in force.
    """
    versions = [_time_rules(path) for path in folder.glob("*.json")]
    current = [rules for rules in versions if rules.effective_from <= day]
    if not current:
        raise CatalogueUnreadable(path=folder)
    return max(current, key=lambda rules: rules.version)


def pinned_time_rules(folder: Path, version: int) -> TimeRules:
    """Return the rules that a case was received under.

    Raises:
        CatalogueUnreadable: the version's file is not here, or broken.
    """
    return _time_rules(folder / f"{version}.json")


def _time_rules(path: Path) -> TimeRules:
    try:
        return time_rules_from(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise CatalogueUnreadable(path=path) from error


def _in_force(folder: Path, day: date) -> dict[str, Any]:
    versions = [_file(path) for path in folder.glob("*.json")]
    current = [data for data in versions if date.fromisoformat(data["effective_from"]) <= day]
    if not current:
        raise CatalogueUnreadable(path=folder)
    return max(current, key=lambda data: int(data["version"]))


def _file(path: Path) -> dict[str, Any]:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise CatalogueUnreadable(path=path) from error
    if not isinstance(data, dict) or not {"version", "effective_from", "procedures"} <= data.keys():
        raise CatalogueUnreadable(path=path)
    return data


def _localised(procedure: Procedure, fees: Mapping[str, int], at_once: frozenset[str]) -> Procedure:
    return replace(
        procedure,
        fee=fees.get(procedure.code, procedure.fee),
        at_once=procedure.at_once or procedure.code in at_once,
    )


def _procedure(entry: Mapping[str, Any]) -> Procedure:
    fee = entry["fee"]
    varies = fee.get("varies_by_province", False)
    return Procedure(
        code=entry["code"],
        name=entry["name"],
        field_code=entry["field_code"],
        field=entry["field"],
        terms=tuple(_terms(entry["processing_time"])),
        fee=None if varies else fee.get("amount_vnd"),
        fee_unit=fee.get("unit", ""),
        fee_text=fee.get("text", ""),
        fee_varies=varies,
        components=tuple(_component(paper) for paper in entry["documents"]),
        result=entry["result"],
        at_once=entry["at_once"],
        common=entry["common"],
        name_only=entry["detail_level"] == "name_only",
    )


def _component(paper: Mapping[str, Any]) -> RequiredComponent:
    return RequiredComponent(
        name=paper["name"],
        originals=paper.get("originals") or 0,
        copies=paper.get("copies") or 0,
        required=paper.get("required", False),
        note=paper.get("note", ""),
        group=paper.get("group", ""),
        lookup_first=paper.get("lookup_first", False),
    )


def _terms(time: Mapping[str, Any]) -> Iterator[TermChoice]:
    """Yield the usual term first, then those of special cases whose unit is known."""
    if usual := _term(time):
        yield TermChoice(term=usual, text=time.get("text", ""))
    for case in time.get("cases", ()):
        if term := _term(case):
            yield TermChoice(term=term, text=case["name"])


def _term(time: Mapping[str, Any]) -> str:
    """Return a time as `desk-app due` reads it, empty when its unit is not known."""
    cutoff = time.get("cutoff_hour")
    if time.get("same_day"):
        return f"same-day@{cutoff or 15}"
    amount = _amount(time)
    return f"{amount}@{cutoff}" if amount and cutoff else amount


def _amount(time: Mapping[str, Any]) -> str:
    if stages := time.get("stages"):  # they say more than their sum
        return "+".join(map(_amount, stages))
    if time.get("working_days"):
        return f"{time['working_days']}wd"
    if time.get("calendar_days"):
        return f"{time['calendar_days']}d"
    unit = UNITS.get(time.get("unit", ""))
    return f"{time['value']}{unit}" if unit else ""


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
        return 0 if entry.procedure.common else None
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
