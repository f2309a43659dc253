"""The tables of a spreadsheet or text file, as findings: every procedure once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from desk_app.domain.importing.findings import Fault, Findings, Item, Known, Weight
from desk_app.domain.importing.names import NAMES
from desk_app.domain.importing.sheet import Sheet
from desk_app.domain.importing.tables import TableReader
from desk_app.domain.importing.vocabulary import Vocabulary


def read_sheets(sheets: Iterable[Sheet], vocabulary: Vocabulary, known: Known) -> Findings:
    """Read every sheet; a procedure that stands twice is taken once, and the second row named."""
    readers = [TableReader(sheet, vocabulary, known) for sheet in sheets]
    for reader in readers:
        reader.read()
    items, repeated = each_once([item for reader in readers for item in reader.items])
    whole, alone = _with_papers(items, [paper for reader in readers for paper in reader.papers], known)
    order = {reader.name: n for n, reader in enumerate(readers)}
    faults = [*(fault for reader in readers for fault in reader.faults), *repeated, *alone]
    return Findings(
        items=whole,
        faults=tuple(sorted(faults, key=lambda fault: (order[fault.sheet], fault.row))),
        tables=tuple(table for reader in readers for table in reader.tables),
    )


def each_once(items: Sequence[Item]) -> tuple[tuple[Item, ...], list[Fault]]:
    """Return the items, one a code, and a fault for every further row of the same code.

    Rows right below one another that differ in their time alone are the cases of one procedure.
    """
    taken: dict[str, Item] = {}
    last: dict[str, int] = {}
    faults = []
    for item in items:
        first = taken.setdefault(item.code, item)
        if first is not item:
            below = first.sheet == item.sheet and item.row == last[item.code] + 1
            cases = _as_cases(first, item) if below else None
            weight, told = _again(first, item)
            if cases and weight is Weight.REFUSED:
                taken[item.code] = cases
                weight, told = Weight.LOOK, f"Gộp vào dòng {first.row} như một trường hợp có thời hạn riêng."
            faults.append(_fault(item, weight, told))
        last[item.code] = item.row
    return tuple(taken.values()), faults


def _again(first: Item, item: Item) -> tuple[Weight, str]:
    """Return what a second row of a code is, and say so."""
    at = str(first.row) if first.sheet == item.sheet else f"{first.row} của “{first.sheet}”"
    keys = {**first.fields, **item.fields}
    differ = [key for key in keys if first.fields.get(key) != item.fields.get(key)]
    if not differ:
        return Weight.PASSED_OVER, f"Lặp lại nguyên dòng {at}; chỉ lấy dòng đầu."
    names = ", ".join(NAMES[key].lower() for key in NAMES if key in differ)
    return Weight.REFUSED, f"Trùng mã với dòng {at} nhưng khác {names}; chỉ lấy dòng đầu."


def _as_cases(first: Item, item: Item) -> Item | None:
    one, two = ({k: v for k, v in i.fields.items() if k != "processing_time"} for i in (first, item))
    times: list[Mapping[str, Any]] = [i.fields.get("processing_time", {}) for i in (first, item)]
    if one != two or not all(time.get("choices") for time in times):
        return None
    whole = {
        "text": "\n".join(time["text"] for time in times),
        "choices": [choice for time in times for choice in time["choices"]],
    }
    return replace(first, fields={**first.fields, "processing_time": whole})


def _with_papers(
    items: Sequence[Item], papers: Sequence[Item], known: Known
) -> tuple[tuple[Item, ...], list[Fault]]:
    """Return the items with the papers of tables of papers; a known procedure only named there is one too."""
    of_code: dict[str, list[Item]] = {}
    for one in papers:
        of_code.setdefault(one.code, []).append(one)
    whole = []
    for item in items:
        own = of_code.pop(item.code, ())
        whole.append(replace(item, fields=item.fields | _documents(own)) if own else item)
    faults = []
    for code, own in of_code.items():
        if code in known.codes:
            whole.append(replace(own[0], fields=_documents(own)))
        else:
            told = f"Giấy tờ của thủ tục {code} không có trong tệp và trong danh mục hiện hành."
            faults += [_fault(one, Weight.REFUSED, told) for one in own]
    return tuple(whole), faults


def _documents(papers: Iterable[Item]) -> dict[str, Any]:
    return {"documents": [document for paper in papers for document in paper.fields["documents"]]}


def _fault(item: Item, weight: Weight, told: str) -> Fault:
    return Fault(sheet=item.sheet, row=item.row, weight=weight, sentence=told, code=item.code)
