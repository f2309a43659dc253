"""A catalogue's file, as `publish-catalogue` and the operators' page take it."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from district_server.errors import CannotServe


@dataclass(frozen=True, slots=True, kw_only=True)
class Listed:
    """A procedure of a catalogue; its field (lĩnh vực) is empty where the file names none."""

    code: str
    name: str
    field_code: str
    field: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """A whole catalogue; `document` is the file as it was read."""

    version: int
    procedures: tuple[Listed, ...]
    document: dict[str, Any]


def read_catalogue(path: Path) -> Catalogue:
    """Return the catalogue of a file.

    Raises:
        CannotServe: it cannot be read, is none, or names a procedure twice.
    """
    try:
        return catalogue_of(path.read_bytes(), str(path))
    except OSError as error:
        raise CannotServe(f"Không đọc được tệp {path}; hãy kiểm tra đường dẫn và quyền đọc.") from error


def catalogue_of(content: bytes, shown: str) -> Catalogue:
    """Return the catalogue in a file's bytes; `shown` is what sentences call the file.

    Raises:
        CannotServe: it is none, or names a procedure twice.
    """
    try:
        data = json.loads(content.decode())
        version, listed = data["version"], tuple(_listed(one) for one in data["procedures"])
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise _no_catalogue(shown) from error
    if type(version) is not int or not 0 < version < 2**31 or not listed:
        raise _no_catalogue(shown)
    ((code, times),) = Counter(one.code for one in listed).most_common(1)
    if times > 1:
        raise CannotServe(
            f"{shown} có thủ tục {code} {times} lần; chưa có gì thay đổi, hãy sửa tệp rồi chạy lại."
        )
    return Catalogue(version=version, procedures=listed, document=data)


def _listed(one: dict[str, Any]) -> Listed:
    fields = [one.get(name) for name in ("field_code", "field")]
    field_code, field = (text if isinstance(text, str) else "" for text in fields)
    if not all(isinstance(one[name], str) and one[name] for name in ("code", "name")):
        raise ValueError(one)
    if "\0" in "".join(one[name] for name in ("code", "name")) + field_code + field:
        raise ValueError(one)  # no engine's text holds it
    (
        one["code"] + one["name"] + field_code + field
    ).encode()  # half a letter is a ValueError: none of ours either
    return Listed(code=one["code"], name=one["name"], field_code=field_code, field=field)


def _no_catalogue(shown: str) -> CannotServe:
    return CannotServe(f"{shown} không phải tệp danh mục; chưa có gì thay đổi.")
