"""A catalogue's file, as `publish-catalogue` takes it."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

from district_server.errors import CannotServe


def read_catalogue(path: Path) -> tuple[int, list[dict[str, Any]]]:
    """Return version and rows (version, code, name) of a catalogue.

    Raises:
        CannotServe: it cannot be read, is none, or names a procedure twice.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        version = data["version"]
        rows = [{"version": version, "code": one["code"], "name": one["name"]} for one in data["procedures"]]
    except OSError as error:
        raise CannotServe(f"Không đọc được tệp {path}; hãy kiểm tra đường dẫn và quyền đọc.") from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _no_catalogue(path) from error
    if type(version) is not int or not 0 < version < 2**31 or not rows:
        raise _no_catalogue(path)
    if not all(isinstance(row[name], str) and row[name] for row in rows for name in ("code", "name")):
        raise _no_catalogue(path)
    ((code, times),) = Counter(row["code"] for row in rows).most_common(1)
    if times > 1:
        raise CannotServe(
            f"{path} có thủ tục {code} {times} lần; chưa có gì thay đổi, hãy sửa tệp rồi chạy lại."
        )
    return version, rows


def _no_catalogue(path: Path) -> CannotServe:
    return CannotServe(f"{path} không phải tệp danh mục; chưa có gì thay đổi.")
