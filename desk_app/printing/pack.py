"""A PDF made smaller without touching what it shows: its small objects are compressed together.

ISO 32000-1, 7.5.7 (object streams) and 7.5.8 (cross-reference streams); readers since 2003 know them.
"""

from __future__ import annotations

import re
import zlib
from itertools import pairwise

_KEPT = re.compile(rb"/(?:Root|Info) \d+ 0 R")


def packed(pdf: bytes) -> bytes:
    """Return what reportlab wrote with all but its streams in one object stream, and its places in another."""
    table = pdf.rindex(b"\nxref\n") + 1
    places, trailer = pdf[table:].split(b"trailer\n", 1)
    offsets = [int(line[:10]) for line in places.splitlines()[3:]]  # after xref, its range, object 0
    objects = [
        pdf[start:end].split(b" 0 obj\n", 1)[1].rpartition(b"endobj")[0].strip()
        for start, end in pairwise([*offsets, table])
    ]
    small = {n: body for n, body in enumerate(objects, 1) if not body.endswith(b"endstream")}
    out = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    at = {0: (0, 0, 65535)}  # object number -> kind, offset or holder, index
    for n, body in enumerate(objects, 1):
        if n not in small:
            at[n] = (1, len(out), 0)
            out += b"%d 0 obj\n%b\nendobj\n" % (n, body)
    holder = len(objects) + 1
    at |= {n: (2, holder, index) for index, n in enumerate(small)}
    at[holder] = (1, len(out), 0)
    out += _stream(holder, *_held(small))
    start = len(out)
    at[holder + 1] = (1, start, 0)
    rows = b"".join(
        kind.to_bytes(1) + place.to_bytes(4) + index.to_bytes(2)
        for _, (kind, place, index) in sorted(at.items())
    )
    kept = b" ".join(_KEPT.findall(trailer))
    out += _stream(holder + 1, b"/Type/XRef/Size %d/W[1 4 2]%b" % (len(at), kept), rows)
    out += b"startxref\n%d\n%%%%EOF\n" % start
    return bytes(out)


def _held(small: dict[int, bytes]) -> tuple[bytes, bytes]:
    index, offset = [], 0
    for n, body in small.items():
        index.append(b"%d %d" % (n, offset))
        offset += len(body) + 1
    head = b" ".join(index) + b"\n"
    return b"/Type/ObjStm/N %d/First %d" % (len(small), len(head)), head + b"\n".join(small.values())


def _stream(number: int, entries: bytes, content: bytes) -> bytes:
    data = zlib.compress(content, 9)
    head = b"%d 0 obj\n<<%b/Filter/FlateDecode/Length %d>>\nstream\n" % (number, entries, len(data))
    return head + data + b"\nendstream\nendobj\n"
