"""JSON objects of a file, ours or the portal's, as findings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from desk_app.domain.importing.findings import Fault, Findings, Item, Known, Weight
from desk_app.domain.importing.own import own_item
from desk_app.domain.importing.portal import NotForCommunes, is_portal, portal_item
from desk_app.domain.importing.shape import WrongShape
from desk_app.domain.importing.spreadsheet import each_once
from desk_app.domain.importing.vocabulary import Vocabulary


def read_documents(
    documents: Iterable[object], vocabulary: Vocabulary, known: Known, publishers: frozenset[str]
) -> Findings:
    """Read every object; rows are counted from 1 as they stand in the file."""
    items: list[Item] = []
    faults: list[Fault] = []
    for row, document in enumerate(documents, 1):
        try:
            item = _item(document, vocabulary, known, publishers, row)
        except NotForCommunes as why:
            faults.append(_fault(row, Weight.PASSED_OVER, _sentence(why), document))
        except WrongShape as why:
            faults.append(_fault(row, Weight.REFUSED, _sentence(why), document))
        except (
            KeyError,
            TypeError,
            ValueError,
            AttributeError,
        ):  # a stranger's file: any part may be any kind
            faults.append(_fault(row, Weight.REFUSED, "Nội dung không đúng dạng của cổng.", document))
        else:
            items.append(item)
            faults += _judged(item, vocabulary, known)
    once, repeated = each_once(items)
    return Findings(items=once, faults=tuple(sorted([*faults, *repeated], key=lambda fault: fault.row)))


def _item(
    document: object, vocabulary: Vocabulary, known: Known, publishers: frozenset[str], row: int
) -> Item:
    if not isinstance(document, Mapping):
        raise WrongShape("không phải một thủ tục")
    if is_portal(document):
        return portal_item(document, vocabulary, known, publishers, row)
    return own_item(document, row)


def _judged(item: Item, vocabulary: Vocabulary, known: Known) -> list[Fault]:
    if item.code in vocabulary.placeholder_codes:
        told = f"Mã {item.code} từng được dùng làm mã giữ chỗ, hãy đối chiếu quyết định."
    elif item.code not in known.codes:
        told = f"Mã {item.code} chưa có trong danh mục hiện hành, hãy đối chiếu quyết định."
    else:
        return []
    return [Fault(sheet="", row=item.row, weight=Weight.LOOK, sentence=told, code=item.code)]


def _sentence(why: ValueError) -> str:
    told = str(why)
    return f"{told[:1].upper()}{told[1:]}."


def _fault(row: int, weight: Weight, told: str, document: object) -> Fault:
    fields: Mapping[str, Any] = document if isinstance(document, Mapping) else {}
    code = str(fields.get("proc_id") or fields.get("code") or "")[:40]
    return Fault(sheet="", row=row, weight=weight, sentence=told, code=code)
