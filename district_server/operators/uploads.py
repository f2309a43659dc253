"""Forms with a file (multipart/form-data): streamed to a temporary file, bounded, then cut up there."""

from __future__ import annotations

import mmap
import re
import tempfile
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from fastapi import Request

from district_server.answering import pieces_of
from district_server.errors import TooLarge
from district_server.operators.errors import CannotDo

_COPIED_BYTES = 1024 * 1024  # at a time: of a file as large as a stick's nothing more is in memory
_AROUND_BYTES = 16 * 1024  # names, tokens, boundaries
_PARTS, _HEAD_BYTES, _FIELD_BYTES = 8, 2048, 4096
_BOUNDARY = re.compile(r'multipart/form-data;\s*boundary="?([0-9A-Za-z\'()+_,./:=?-]{1,70})"?\s*')
_NAME = re.compile(rb'(?i)content-disposition:\s*form-data;\s*name="([a-z_]{1,30})"')
_FILE_NAME = re.compile(rb'(?i);\s*filename="([^"\r\n]{0,200})"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Most:
    """How large a file a form takes, and the sentence about a larger one."""

    bytes: int
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """A form with at most one file; `file` stands at its first byte and ends with the request."""

    fields: dict[str, str]
    file_name: str
    file: BinaryIO
    size: int  # bytes


@asynccontextmanager
async def received(request: Request, most: int) -> AsyncIterator[BinaryIO]:
    """Give the body, with a file of up to `most` bytes, as a temporary file that nobody else can open.

    Raises:
        TooLarge, Stalled: whatever its length header says.
    """
    with tempfile.TemporaryFile() as body:
        async for piece in pieces_of(request, most + _AROUND_BYTES):
            body.write(piece)
        body.seek(0)
        yield body


@contextmanager
def read(content_type: str, body: BinaryIO, most: int) -> Iterator[Upload]:
    """Cut a body into fields and the file, of up to `most` bytes.

    Raises:
        CannotDo: it is no form of ours.
        TooLarge.
    """
    found = _BOUNDARY.fullmatch(content_type)
    if found is None or not body.read(1):
        raise _odd()
    with mmap.mmap(body.fileno(), 0, access=mmap.ACCESS_READ) as whole, tempfile.TemporaryFile() as file:
        fields: dict[str, str] = {}
        file_name, size = "", 0
        for start, end in _parts(whole, b"--" + found[1].encode()):
            name, named, start = _head(whole, start, end)
            if named is None:
                if end - start > _FIELD_BYTES:
                    raise _odd()
                fields[name] = whole[start:end].replace(b"\0", b"").decode(errors="replace")
                continue
            if file_name or size:
                raise CannotDo("Chỉ gửi một tệp mỗi lần; hãy chọn lại.")
            if end - start > most:
                raise TooLarge()
            file_name, size = named, end - start
            for at in range(start, end, _COPIED_BYTES):
                file.write(whole[at : min(at + _COPIED_BYTES, end)])
        file.seek(0)
        yield Upload(fields=fields, file_name=file_name, file=file, size=size)


def _parts(whole: mmap.mmap, boundary: bytes) -> Iterator[tuple[int, int]]:
    """Give where the parts begin and end: after the line of the boundary, before the line's end of the next."""
    if whole[: len(boundary)] != boundary:
        raise _odd()
    at = len(boundary)
    for _ in range(_PARTS):
        if whole[at : at + 2] == b"--":
            return
        if whole[at : at + 2] != b"\r\n":
            raise _odd()
        until = whole.find(b"\r\n" + boundary, at)
        if until < 0:
            raise _odd()
        yield at + 2, until
        at = until + 2 + len(boundary)
    raise _odd()


def _head(whole: mmap.mmap, start: int, end: int) -> tuple[str, str | None, int]:
    """Return name, file name (None for a field) and where the content begins."""
    until = whole.find(b"\r\n\r\n", start, min(end, start + _HEAD_BYTES))
    if until < 0:
        raise _odd()
    lines = whole[start:until]
    name, named = _NAME.search(lines), _FILE_NAME.search(lines)
    if name is None:
        raise _odd()
    return (
        name[1].decode("ascii"),
        named[1].replace(b"\0", b"").decode(errors="replace") if named else None,
        until + 4,
    )


def _odd() -> CannotDo:
    return CannotDo("Biểu mẫu gửi lên không đọc được; hãy mở lại trang rồi làm lại.")
