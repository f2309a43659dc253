"""What a list changes in the catalogue, by code and field; what it does not name is marked, never taken out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from desk_app.domain.amount import dong
from desk_app.domain.folding import fold
from desk_app.domain.importing.compare import same_value
from desk_app.domain.importing.findings import Fault, Item, Weight
from desk_app.domain.importing.names import NAMES
from desk_app.domain.importing.shown import shown
from desk_app.domain.procedure import ProcedureStatus
from desk_app.domain.procedure_document import BLANK, procedure_of

Document = dict[str, Any]

ENDED = (ProcedureStatus.REPLACED.value, ProcedureStatus.REPEALED.value)
_LEVELS = ("name_only", "summary", "full")


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportOrder:
    """What the officer said of the list: under which decision, from when, whether it is the whole catalogue."""

    decision: str
    effective_from: date
    source: str
    whole: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldChange:
    """One field of an entry, before and after, in words."""

    key: str
    before: str
    after: str

    @property
    def label(self) -> str:
        """Return what the field is called."""
        return NAMES[self.key]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryChange:
    """One entry: for a new one every field that it has, for an absent one none."""

    code: str
    name: str
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """What a list does to a version; `entries` are all entries as they would be, in their order."""

    new: tuple[EntryChange, ...]
    changed: tuple[EntryChange, ...]
    same: tuple[str, ...]
    absent: tuple[EntryChange, ...]
    faults: tuple[Fault, ...]
    entries: tuple[Document, ...]

    @property
    def changes_anything(self) -> bool:
        """Return whether a new version would differ."""
        return bool(self.new or self.changed or self.absent)


def lay(entries: Sequence[Document], items: Sequence[Item], order: ImportOrder) -> Difference:
    """Return what `items` do to the `entries` of a version. Nothing here is changed in place."""
    after = {entry["code"]: entry for entry in entries}
    new, changed, same, faults = [], [], [], []
    for item in items:
        old = after.get(item.code)
        refused = _refusal(item, old, order)
        if refused:
            faults.append(_fault(item, Weight.REFUSED, refused))
            continue
        made = _made(old or _begun(item.code, order), item, order)
        procedure_of(made)  # a version that this desk cannot read is never made
        changes = tuple(_changes(old or {}, made))
        if old is None:
            after[item.code] = made | {"decision": made.get("decision", order.decision)}
            new.append(EntryChange(code=item.code, name=made["name"], fields=changes))
        elif changes:
            told = (_lost_amount(old, made), _another_name(old, made))
            faults += [_fault(item, Weight.LOOK, sentence) for sentence in told if sentence]
            after[item.code] = made | {"decision": item.fields.get("decision", order.decision)}
            changed.append(EntryChange(code=item.code, name=made["name"], fields=changes))
        else:
            same.append(item.code)
    absent = _mark_absent(after, {item.code for item in items}, order) if order.whole else ()
    return Difference(
        new=tuple(new),
        changed=tuple(changed),
        same=tuple(same),
        absent=absent,
        faults=tuple(faults),
        entries=tuple(after.values()),
    )


def _refusal(item: Item, old: Document | None, order: ImportOrder) -> str:
    if old is None:
        return "" if item.fields.get("name") else f"Thủ tục mới {item.code} mà thiếu tên."
    begins = item.fields.get("effective_from", "")
    if begins > order.effective_from.isoformat() and begins != old.get("effective_from"):
        day = date.fromisoformat(begins)
        return (
            f"Dòng này có hiệu lực riêng từ {day:%d/%m/%Y}, sau ngày hiệu lực của danh mục;"
            f" hãy nhập riêng với --effective-from {begins} để nội dung hiện hành không mất."
        )
    return ""


def _begun(code: str, order: ImportOrder) -> Document:
    return {"code": code, **BLANK, "effective_from": order.effective_from.isoformat()}


def _made(old: Document, item: Item, order: ImportOrder) -> Document:
    """Return the entry with what the row says; what says the same keeps the old, fuller words."""
    fields = {k: v for k, v in item.fields.items() if k not in ("level", "decision")}
    kept = {key: value for key, value in fields.items() if not same_value(key, old.get(key), value)}
    made = {**old, **kept}
    if level := item.fields.get("level"):
        levels = old.get("levels", [])
        if not levels or levels[-1]["level"] != level:
            made["levels"] = [*levels, {"level": level, "from": order.effective_from.isoformat()}]
    if kept.keys() & {"documents", "processing_time"}:
        made["detail_level"] = max(_detail(made), old["detail_level"], key=_LEVELS.index)
    return _standing(made, old, item, order)


def _standing(made: Document, old: Document, item: Item, order: ImportOrder) -> Document:
    """An entry that ends has its last day; one that is listed again sheds its end and its mark."""
    status = made.get("status", ProcedureStatus.IN_FORCE.value)
    if status in ENDED:
        if "effective_to" not in made:
            made["effective_to"] = (order.effective_from - timedelta(days=1)).isoformat()
    elif old.get("status") in ENDED:
        made = {key: value for key, value in made.items() if key not in ("effective_to", "replaced_by")}
    drop = ({"absent_from"} - item.fields.keys()) | (
        {"status"} if status == ProcedureStatus.IN_FORCE else set()
    )
    return {key: value for key, value in made.items() if key not in drop}


def _changes(old: Document, made: Document) -> Iterator[FieldChange]:
    for key in NAMES:
        if key == "decision":
            continue
        before, after = shown(key, old), shown(key, made)
        if before != after:
            yield FieldChange(key=key, before=before, after=after)


def _mark_absent(after: dict[str, Document], named: set[str], order: ImportOrder) -> tuple[EntryChange, ...]:
    """Mark every entry in force that the list does not name; a mark stays until a list names it again."""
    marked = []
    for code, entry in after.items():
        waiting = entry.get("effective_from", "") > order.effective_from.isoformat()
        if code in named or waiting or entry.get("status") in ENDED or "absent_from" in entry:
            continue
        after[code] = entry | {"status": ProcedureStatus.TO_VERIFY.value, "absent_from": order.decision}
        marked.append(EntryChange(code=code, name=entry["name"]))
    return tuple(marked)


def _detail(entry: Document) -> str:
    return _LEVELS[bool(entry["documents"]) + bool(entry["processing_time"].get("text"))]


def _lost_amount(old: Document, made: Document) -> str:
    amount = old["fee"].get("amount_vnd")
    if amount is None or made["fee"].get("amount_vnd") is not None:
        return ""
    return f"Phí ghi theo cách mới; mức cũ {dong(amount)} không còn chắc, hãy nhập mức thu của xã."


def _another_name(old: Document, made: Document) -> str:
    """Tell of a name that shares hardly a word with the catalogue's: then it is more often the code that is wrong."""
    before, after = (set(fold(entry["name"]).split()) for entry in (old, made))
    if 3 * len(before & after) >= min(len(before), len(after)):
        return ""
    return f"Tên khác hẳn danh mục hiện hành (“{old['name']}”); kiểm tra lại mã {old['code']}."


def _fault(item: Item, weight: Weight, told: str) -> Fault:
    return Fault(sheet=item.sheet, row=item.row, weight=weight, sentence=told, code=item.code)
