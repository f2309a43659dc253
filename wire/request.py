"""A request's body, written whole and read as it arrives (docs/protocol.md, 3)."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass

from wire.canonical import Json, canonical, read_body
from wire.errors import BadFrame, BadSignature, NotCanonical
from wire.limits import FRAME_BYTES, FRAMES, HEAD_BYTES, REQUEST_BYTES
from wire.signatures import bytes_of, text_of

_LENGTH = struct.Struct(">I")


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a desk sends: the frames after seq `after`, and up to where it has the superior's news."""

    after: int
    cursor: int
    frames: tuple[bytes, ...] = ()  # whole
    start: int = 0  # so many bytes of the first the superior has, from a request that was cut


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestHead:
    """What a request says first, and what its signature covers: `frames` are SHA-256 of whole frames, 32 bytes each."""

    after: int
    cursor: int
    frames: tuple[bytes, ...] = ()
    start: int = 0  # of the first only what follows this byte is sent


@dataclass(frozen=True, slots=True, kw_only=True)
class Half:
    """The beginning of a frame that a cut left: `digest` is the SHA-256 of the whole frame, 32 bytes."""

    digest: bytes
    data: bytes


def pack_head(request: Request) -> bytes:
    """Return what the signature of a request covers: its numbers, and the digest of each frame that follows."""
    digests: list[Json] = [text_of(hashlib.sha256(frame).digest()) for frame in request.frames]
    said: dict[str, Json] = {"after": request.after, "cursor": request.cursor, "frames": digests}
    return canonical(said | ({"start": request.start} if request.start else {}))


def pack_request(request: Request, head: bytes | None = None) -> bytes:
    """Return the body of `POST /v1/exchange`; `head` where it was packed before, to be signed."""
    parts = [pack_head(request) if head is None else head, *request.frames]
    if request.start:
        parts[1] = parts[1][request.start :]
    return b"".join(_LENGTH.pack(len(part)) + part for part in parts)


def read_request_head(part: bytes) -> RequestHead:
    """Read the first part of a request.

    Raises:
        BadFrame: it is none.
    """
    try:
        match read_body(part):
            case {"after": int(after), "cursor": int(cursor), "frames": list(frames)} as said:
                start = said.get("start", 0)
                if type(start) is not int or not 0 <= start < FRAME_BYTES or (start and not frames):
                    raise BadFrame("the request's head begins at an impossible byte")
                if min(after, cursor) < 0 or len(frames) > FRAMES or bool in map(type, (after, cursor)):
                    raise BadFrame("the request's head holds impossible numbers")
                digests = tuple(map(_digest, frames))
                return RequestHead(after=after, cursor=cursor, frames=digests, start=start)
    except (NotCanonical, BadSignature) as error:
        raise BadFrame("the request's head cannot be read") from error
    raise BadFrame("the request's head lacks something")


class RequestReader:
    """Takes a request apart as it arrives: the head, then each frame that the head names.

    It holds one part at most, besides what was fed last. Whoever reads the head of a request that begins inside a
    frame says with `resume` what came of that frame before, ere the next part is asked for.
    """

    def __init__(self) -> None:
        self.head: RequestHead | None = None
        self.taken = 0  # frames
        self.bytes = 0
        self._held = bytearray()
        self._before = b""  # of the frame at hand, from a request before this one

    def resume(self, before: bytes) -> None:
        """Take the beginning of the first frame, as long as the head says.

        Raises:
            BadFrame: it is shorter.
        """
        start = self.head.start if self.head else 0
        if len(before) < start:
            raise BadFrame("the beginning of the frame is not there")
        self._before = before[:start]

    @property
    def half(self) -> Half | None:
        """Return what is there of the frame at hand, as far as its size is allowed; None without a byte of it."""
        if self.head is None or self.taken >= len(self.head.frames) or len(self._held) <= _LENGTH.size:
            return None
        data = self._before + self._held[_LENGTH.size :]
        return Half(digest=self.head.frames[self.taken], data=data) if len(data) <= FRAME_BYTES else None

    def feed(self, data: bytes) -> Iterator[bytes]:
        """Give the parts that are whole now; what lies behind one is looked at when the next is asked for.

        Raises:
            BadFrame: the head is none, or a part is another than the head names, too large or too many.
        """
        self.bytes += len(data)
        if self.bytes > REQUEST_BYTES:
            raise BadFrame("the request is too large")
        self._held += data
        while len(self._held) >= _LENGTH.size:
            (length,) = _LENGTH.unpack_from(self._held)
            if length > (HEAD_BYTES if self.head is None else FRAME_BYTES - len(self._before)):
                raise BadFrame("a part is too large")
            end = _LENGTH.size + length
            if len(self._held) < end:
                return
            part, self._before = self._before + bytes(self._held[_LENGTH.size : end]), b""
            del self._held[:end]
            self._check(part)
            yield part

    def end(self) -> None:
        """Insist that everything came that the head names.

        Raises:
            BadFrame: cut.
        """
        if self._held or self.head is None or self.taken < len(self.head.frames):
            raise BadFrame("the request is cut")

    def _check(self, part: bytes) -> None:
        if self.head is None:
            self.head = read_request_head(part)
            return
        if self.taken == len(self.head.frames):
            raise BadFrame("more frames than the head names")
        if hashlib.sha256(part).digest() != self.head.frames[self.taken]:
            raise BadFrame("not the frame that the head names")
        self.taken += 1


def unpack_request(body: bytes) -> Request:
    """Read the body of a request at once.

    Raises:
        BadFrame: cut, too large, or not a request.
    """
    reader = RequestReader()
    parts = []
    for part in reader.feed(body):
        parts.append(part)
        if reader.head is not None and reader.head.start and len(parts) == 1:
            raise BadFrame("the beginning of the frame is not there")
    reader.end()
    assert reader.head is not None  # end() insisted
    return Request(after=reader.head.after, cursor=reader.head.cursor, frames=tuple(parts[1:]))


def _digest(text: Json) -> bytes:
    digest = bytes_of(text) if isinstance(text, str) else b""
    if len(digest) != 32:
        raise BadFrame("a digest that is none")
    return digest
