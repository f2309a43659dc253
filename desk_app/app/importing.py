"""What `desk-app import-catalogue` does and answers."""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from contextlib import nullcontext
from datetime import date
from pathlib import Path

from desk_app.app.commands.output import answer
from desk_app.app.home import catalogue_folders
from desk_app.domain.errors import DecisionMissing, EffectiveDayMissing, ImpossibleDate, MappingUnreadable
from desk_app.domain.importing.difference import EntryChange, ImportOrder
from desk_app.domain.importing.documents import read_documents
from desk_app.domain.importing.findings import Fault, Findings, Known, Weight
from desk_app.domain.importing.mapping import ImportMapping, mapping_from
from desk_app.domain.importing.spreadsheet import read_sheets
from desk_app.domain.importing.texts import day_of
from desk_app.domain.importing.vocabulary import Vocabulary, vocabulary_from
from desk_app.machine.clock import SystemClock
from desk_app.machine.paths import brought, data_folder
from desk_app.machine.single_instance import only_one
from desk_app.services.import_catalogue import ImportPlan, carry_out, plan_import
from desk_app.storage.catalogue_files import CatalogueFiles
from desk_app.storage.import_file import read_import

NO_DECISION = "chưa ghi quyết định"  # of a dry run
WORDS = {Weight.REFUSED: "không lấy", Weight.LOOK: "xem lại", Weight.PASSED_OVER: "bỏ qua"}


def run(options: argparse.Namespace) -> int:
    """Read, compare and, unless it is a dry run, write the new version."""
    folder = options.data or data_folder()
    order = _order(options)
    vocabulary = vocabulary_from(json.loads((brought("resources") / "catalogue_import.json").read_bytes()))
    mapping = _mapping(options.mapping, vocabulary)
    with nullcontext() if options.dry_run else only_one(folder):
        shelf = CatalogueFiles(catalogue_folders(folder))
        plan = plan_import(lambda known: _read(options.file, vocabulary, mapping, known), order, shelf)
        written = () if options.dry_run else carry_out(plan, shelf)
    answer(options, _data(plan, written), _lines(plan, written))
    return 0


def _order(options: argparse.Namespace) -> ImportOrder:
    decision, typed = " ".join(options.decision.split()), options.effective_from.strip()
    if options.dry_run:
        decision, typed = decision or NO_DECISION, typed or SystemClock().now().date().isoformat()
    if not decision:
        raise DecisionMissing()
    if not typed:
        raise EffectiveDayMissing()
    day = day_of(typed)
    if day is None:
        raise ImpossibleDate(text=options.effective_from)
    return ImportOrder(
        decision=decision, effective_from=day, source=options.file.name, whole=not options.partial
    )


def _mapping(path: Path | None, vocabulary: Vocabulary) -> ImportMapping:
    if path is None:
        return ImportMapping()
    try:
        return mapping_from(json.loads(path.read_bytes()), vocabulary)
    except OSError as error:
        raise MappingUnreadable(file=path.name, why="không đọc được tệp") from error
    except json.JSONDecodeError as error:
        raise MappingUnreadable(file=path.name, why=f"sai JSON ở dòng {error.lineno}") from error
    except ValueError as error:
        raise MappingUnreadable(file=path.name, why=str(error)) from error


def _read(path: Path, vocabulary: Vocabulary, mapping: ImportMapping, known: Known) -> Findings:
    own = vocabulary.also(mapping.columns)
    found = read_import(path, lambda cells: len(own.columns_of(cells)))
    findings = (
        read_sheets(found.sheets, own, known)
        if found.sheets
        else read_documents(found.documents, own, known, mapping.publishers)
    )
    return mapping.without_left(findings)


def _data(plan: ImportPlan, written: tuple[Path, ...]) -> dict[str, object]:
    difference = plan.difference
    return {
        "file": plan.order.source,
        "decision": plan.order.decision,
        "effective_from": plan.order.effective_from.isoformat(),
        "base_version": plan.base.number,
        "versions": [draft.number for draft in plan.drafts],
        "written": [str(path) for path in written],
        "counts": _counts(plan),
        "new": [_change(change) for change in difference.new],
        "changed": [_change(change) for change in difference.changed],
        "same": list(difference.same),
        "absent": [{"code": change.code, "name": change.name} for change in difference.absent],
        "faults": [_fault(fault) for fault in plan.faults],
        "tables": [
            {"sheet": t.sheet, "header_row": t.header_row, "columns": dict(t.columns), "left": list(t.left)}
            for t in plan.findings.tables
        ],
    }


def _counts(plan: ImportPlan) -> dict[str, int]:
    weights = Counter(fault.weight for fault in plan.faults)
    return {
        "read": len(plan.findings.items),
        "new": len(plan.difference.new),
        "changed": len(plan.difference.changed),
        "same": len(plan.difference.same),
        "absent": len(plan.difference.absent),
        **{weight.value: weights[weight] for weight in Weight},
    }


def _change(change: EntryChange) -> dict[str, object]:
    fields = [{"field": f.label, "before": f.before, "after": f.after} for f in change.fields]
    return {"code": change.code, "name": change.name, "fields": fields}


def _fault(fault: Fault) -> dict[str, object]:
    return {
        "sheet": fault.sheet,
        "row": fault.row,
        "column": fault.column,
        "code": fault.code,
        "weight": fault.weight.value,
        "sentence": fault.sentence,
    }


def _lines(plan: ImportPlan, written: tuple[Path, ...]) -> Iterator[str]:
    counts, difference = _counts(plan), plan.difference
    yield (
        f"{plan.order.source} so với danh mục bản {plan.base.number}, hiệu lực từ "
        f"{_day(plan.order.effective_from)} ({plan.order.decision}):"
    )
    yield (
        f"mới {counts['new']}, thay đổi {counts['changed']}, giữ nguyên {counts['same']}, "
        f"vắng mặt {counts['absent']}; không lấy {counts['refused']} dòng, xem lại {counts['look']}, "
        f"bỏ qua {counts['passed_over']}."
    )
    for change in difference.new:
        yield f"Mới {change.code} {change.name}"
    for change in difference.changed:
        yield f"Thay đổi {change.code} {change.name}"
        for field in change.fields:
            yield f"    {field.label}: {_one_line(field.before)} → {_one_line(field.after)}"
    for change in difference.absent:
        yield f"Vắng mặt {change.code} {change.name} → đánh dấu, không xóa"
    for fault in plan.faults:
        yield f"{WORDS[fault.weight].capitalize()}: {_place(fault)}: {fault.sentence}"
    yield _outcome(plan, written)


def _outcome(plan: ImportPlan, written: tuple[Path, ...]) -> str:
    if not plan.drafts:
        return "Không có gì thay đổi nên không tạo bản danh mục mới."
    numbers = ", ".join(str(draft.number) for draft in plan.drafts)
    if not written:
        return f"Chạy thử: chưa ghi gì; khi nhập sẽ tạo bản danh mục {numbers}."
    return f"Đã ghi bản danh mục {numbers} vào {written[0].parent}."


def _place(fault: Fault) -> str:
    parts = (
        fault.sheet,
        f"dòng {fault.row}" if fault.row else "",
        f"cột {fault.column}" if fault.column else "",
    )
    return ", ".join(filter(None, parts)) or "tệp"


def _one_line(text: str, most: int = 160) -> str:
    line = " ".join(text.split())
    return line if len(line) <= most else line[: most - 1] + "…"


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"
