"""What an officer says of one file: what its columns are called, what to leave, whose procedures to take."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from desk_app.domain.importing.findings import Findings
from desk_app.domain.importing.names import NAMES
from desk_app.domain.importing.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportMapping:
    """`columns`: header to meaning. `leave`: fields that stay as they are. `publishers`: codes (H31, G15)."""

    columns: Mapping[str, str] = field(default_factory=dict)
    leave: frozenset[str] = frozenset()
    publishers: frozenset[str] = frozenset()

    def without_left(self, findings: Findings) -> Findings:
        """Return the findings without the fields that are to stay as they are."""
        return replace(
            findings,
            items=tuple(
                replace(item, fields={k: v for k, v in item.fields.items() if k not in self.leave})
                for item in findings.items
            ),
        )


def mapping_from(data: object, vocabulary: Vocabulary) -> ImportMapping:
    """Read a mapping file's JSON.

    Raises:
        ValueError: saying in Vietnamese what is not understood.
    """
    if not isinstance(data, dict):
        raise ValueError("không phải một đối tượng JSON")
    unknown = data.keys() - {"columns", "leave", "publishers"}
    if unknown:
        raise ValueError(f"không có mục “{min(map(str, unknown))}”")
    columns, leave, publishers = data.get("columns", {}), data.get("leave", []), data.get("publishers", [])
    if not isinstance(columns, dict) or not isinstance(leave, list) or not isinstance(publishers, list):
        raise ValueError("columns là đối tượng; leave, publishers là danh sách")
    for header, meaning in columns.items():
        if meaning not in vocabulary.meanings:
            known = ", ".join(sorted(vocabulary.meanings))
            raise ValueError(f"cột “{header}” ghi “{meaning}”; chỉ có {known}")
    for name in leave:
        if name not in NAMES:
            raise ValueError(f"không có trường “{name}”; chỉ có {', '.join(NAMES)}")
    return ImportMapping(columns=columns, leave=frozenset(leave), publishers=frozenset(map(str, publishers)))
