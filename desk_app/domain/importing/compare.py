"""Whether what a list says of a field is what the catalogue already has, in other words or fewer."""

from __future__ import annotations

from typing import Any

from desk_app.domain.importing.texts import say_the_same
from desk_app.domain.importing.times import read_time
from desk_app.domain.procedure_document import choices_of


def same_value(key: str, old: Any, new: Any) -> bool:  # noqa: ANN401 - values of a JSON object
    """Return whether a field stays as it is."""
    match key:
        case "processing_time":
            return _same_time(old or {}, new)
        case "commitments":
            return bool((old or []) == new)
        case "fee":
            return _same_fee(old or {}, new)
        case "documents":
            return _papers(old or []) == _papers(new)
        case "status":
            return str(old or "in_force") == str(new)
        case "legal_basis":
            return sorted(map(_plain, old or [])) == sorted(map(_plain, new))
    if isinstance(old, str) and isinstance(new, str):
        return say_the_same(old, new)
    return bool(old == new)


def _same_time(old: dict[str, Any], new: dict[str, Any]) -> bool:
    """The same words, or nothing but the term that is there already with more words around it."""
    text = new.get("text", "")
    if say_the_same(old.get("text", ""), text):
        return [c.term for c in choices_of(old)] == [c.term for c in choices_of(new)] or "choices" not in old
    terms = [choice.term for choice in choices_of(old)]
    given = [choice.term for choice in choices_of(new)]
    return bool(terms) and given == terms[:1] and read_time(text).bare


def _same_fee(old: dict[str, Any], new: dict[str, Any]) -> bool:
    if say_the_same(old.get("text", ""), new.get("text", "")):
        return True
    amount, unit = new.get("amount_vnd"), new.get("unit", "")
    if amount is None or amount != old.get("amount_vnd") or old.get("varies_by_province"):
        return False
    return unit in ("", old.get("unit", ""))


def _papers(papers: list[dict[str, Any]]) -> list[tuple[str, int, int]]:
    return sorted((_plain(p["name"]), p.get("originals") or 0, p.get("copies") or 0) for p in papers)


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold().rstrip(" .;")
