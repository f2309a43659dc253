"""The commune's own edits as one JSON document: whole numbers only, nothing empty, as bodies of events are."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desk_app.domain.errors import LocalEditsUnreadable
from desk_app.domain.local_edits import Commitment, LocalEdit, LocalEdits
from desk_app.domain.procedure import ProcessStep


def edits_document(edits: LocalEdits) -> dict[str, object]:
    """Return the document of all edits, by code: the same edits always give the same document."""
    return {"edits": [edit_document(edit) for edit in sorted(edits.edits, key=lambda edit: edit.code)]}


def edits_of(document: Mapping[str, Any]) -> LocalEdits:
    """Return the edits that a document was made from.

    Raises:
        LocalEditsUnreadable: it is none, or holds one procedure twice.
    """
    match document:
        case {"edits": list(items)}:
            edits = tuple(edit_of(item) for item in items)
            if len({edit.code for edit in edits}) == len(edits):
                return LocalEdits(edits)
    raise LocalEditsUnreadable(what="edits")


def edit_document(edit: LocalEdit) -> dict[str, object]:
    """Return the document of one edit."""
    return _filled(
        code=edit.code,
        fee=edit.fee,
        fee_text=edit.fee_text,
        decision=edit.decision,
        terms=[_filled(by_law=p.by_law, promised=p.promised, case=p.case) for p in edit.commitments],
        steps=[
            _filled(action=s.action, role=s.role, department=s.department, minutes=s.minutes)
            for s in edit.steps
        ],
    )


def edit_of(document: Mapping[str, Any]) -> LocalEdit:
    """Return the edit that a document was made from.

    Raises:
        LocalEditsUnreadable: naming the procedure, or what stands where its code should.
    """
    match document:
        case {"code": str(code)}:
            try:
                return _edit(code, document)
            except (KeyError, TypeError, ValueError) as error:
                raise LocalEditsUnreadable(what=code) from error
    raise LocalEditsUnreadable(what="code")


def _edit(code: str, document: Mapping[str, Any]) -> LocalEdit:
    return LocalEdit(
        code=code,
        fee=_whole(document.get("fee")),
        fee_text=_text(document, "fee_text"),
        decision=_text(document, "decision"),
        commitments=tuple(
            Commitment(by_law=_text(t, "by_law"), promised=_text(t, "promised"), case=_text(t, "case"))
            for t in document.get("terms", ())
        ),
        steps=tuple(
            ProcessStep(
                action=_text(s, "action"),
                role=_text(s, "role"),
                department=_text(s, "department"),
                minutes=_whole(s.get("minutes")),
            )
            for s in document.get("steps", ())
        ),
    )


def _text(document: object, name: str) -> str:
    if not isinstance(document, Mapping) or not isinstance(document.get(name, ""), str):
        raise TypeError(name)
    return str(document.get(name, ""))


def _whole(value: object) -> int | None:
    if value is not None and (not isinstance(value, int) or isinstance(value, bool)):
        raise TypeError(value)
    return value


def _filled(**fields: object) -> dict[str, object]:
    return {name: value for name, value in fields.items() if value not in (None, "", [])}
