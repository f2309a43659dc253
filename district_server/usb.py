"""Take what a desk brings on a stick: the same frames, the same judgement, the same word as over the line."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

import sqlalchemy as sa

from district_server import exchange, scans
from district_server.errors import Fork, Gap, Refused
from district_server.keys import signing_keys
from district_server.ledger import Ledger, desk, parcel
from district_server.logs import told
from district_server.numbers import is_desk
from district_server.usb_errors import (
    BadContent,
    Changed,
    CopiedDesk,
    CutShort,
    ForAnother,
    IsAnAnswer,
    NoSuchFile,
    NotAParcel,
    OldKey,
    ReadOtherwise,
    RevokedDesk,
    UnknownDesk,
)
from wire.canonical import read_body
from wire.errors import BadFrame, BadParcel, BadSignature, CutParcel, NotCanonical
from wire.exchange import Answer, Item, pack_answer
from wire.parcel import (
    ANSWER,
    ASKED,
    FRAME,
    GIVEN,
    LOG,
    SCAN,
    SCANS_HELD,
    SUFFIX,
    Label,
    Part,
    check_parcel,
    open_parts,
    read_label,
    seal,
)
from wire.scans import ASKED as MOST_SCANS
from wire.scans import Held, pack_carried, unpack_part
from wire.signatures import box_public_key, bytes_of, public_key, sign_answer, text_of

log = logging.getLogger("district_server")
MOST_ANSWERS = 256  # of 4 KB of news each, in one file; what is beyond comes with the next


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What a file from a stick did.

    `events` were new and are stored, `duplicates` were held before, `refused` of the new ones could not be used.
    `missing` = first and last seq that must come first, when the file begins after what is held: then nothing was
    taken, and `ack` tells the desk from where to send. `again` = the same file was here before. `ack` is the file that
    goes back to the desk, to be named `ack_name`.
    """

    desk: str
    first: int
    last: int
    events: int
    duplicates: int
    refused: int
    missing: tuple[int, int] | None
    again: bool
    ack: bytes
    ack_name: str

    @property
    def sentence(self) -> str:
        """Return what happened, and what to do, in one sentence."""
        back = f"hãy chép {self.ack_name} vào USB mang về quầy"
        if self.missing is not None:
            return (
                f"Tệp của quầy {self.desk} bắt đầu từ sự kiện {self.first} nhưng còn thiếu sự kiện "
                f"{self.missing[0]}-{self.missing[1]}; chưa nhận gì, hãy nhập tệp trước đó, "
                f"hoặc {back} để quầy chép lại từ chỗ thiếu."
            )
        refused = f", trong đó {self.refused} sự kiện không dùng được" if self.refused else ""
        if self.events:
            held = f" ({self.duplicates} sự kiện đã có từ trước)" if self.duplicates else ""
            return f"Đã nhận {self.events} sự kiện mới của quầy {self.desk}{held}{refused}; {back}."
        already = "Tệp này đã nhập trước đây" if self.again else "Mọi sự kiện trong tệp đã có từ trước"
        return f"{already}, không có gì thay đổi ở quầy {self.desk}; {back} nếu quầy chưa nhận được xác nhận."


def import_file(ledger: Ledger, source: Path | bytes | BinaryIO, now: datetime) -> Imported:
    """Take a parcel of a desk whole: first all of it is checked, then its frames are stored and judged in order.

    Raises:
        CannotImport: with the sentence for the operator; nothing was taken, unless it is BadContent or ReadOtherwise,
            or the stick was pulled meanwhile.
    """
    with _opened(source) as file:
        label = _read(read_label, file)
        _check_label(ledger, label)
        _read(lambda whole: check_parcel(whole, label, ledger.key("box")), file)
        digest = _read(_digest, file)
        again = _is_known(ledger, label, digest)
        before = _head(ledger, label.desk)
        held_scans: dict[bytes, Held] = {}
        asked, missing = _take(ledger, label, open_parts(file, label, ledger.key("box")), held_scans, now)
    if not missing:
        _remember(ledger, label, digest, now)
    answers = _answers(ledger, label.desk, asked.cursor, now)
    held = answers[-1].seq
    fresh = 0 if missing else max(0, min(held, label.last) - max(before, label.first - 1))
    refused = (
        [
            one
            for given in answers
            for one in given.items
            if isinstance(one, Item) and held - fresh < one.seq <= held
        ]
        if fresh
        else []
    )
    told(log, "usb", desk=label.desk, first=label.first, last=label.last, fresh=fresh)
    return Imported(
        desk=label.desk,
        first=label.first,
        last=label.last,
        events=fresh,
        duplicates=0 if missing else label.last - label.first + 1 - fresh,
        refused=len(refused),
        missing=(held + 1, label.first - 1) if missing else None,
        again=again,
        ack=_answer_file(ledger, label, _seed_of(ledger, asked.superior), answers, held_scans),
        ack_name=f"xac-nhan_{label.desk.replace('/', '-')}_{now:%Y%m%d}_{held}_{label.counter}{SUFFIX}",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What a desk says beside its frames: up to where it has our news, and which key of ours it goes by."""

    cursor: int = 0
    superior: str = ""


@contextmanager
def _opened(source: Path | bytes | BinaryIO) -> Iterator[BinaryIO]:
    if isinstance(source, bytes):
        yield BytesIO(source)
    elif isinstance(source, Path):
        try:
            with source.open("rb") as file:
                yield file
        except OSError as error:
            raise NoSuchFile() from error
    else:
        yield source


def _read(reader: Any, file: BinaryIO) -> Any:  # noqa: ANN401 - gives what the reader gives
    try:
        file.seek(0)
        return reader(file)
    except OSError as error:  # the stick was pulled
        raise NoSuchFile() from error
    except CutParcel as error:
        raise CutShort() from error
    except BadParcel as error:
        raise (NotAParcel if reader is read_label else Changed)() from error
    except BadSignature as error:
        raise Changed() from error


def _digest(file: BinaryIO) -> bytes:
    said = hashlib.sha256()
    while block := file.read(1024 * 1024):
        said.update(block)
    return said.digest()


def _check_label(ledger: Ledger, label: Label) -> None:
    """Look at what stands outside, before anything inside costs time."""
    if not is_desk(label.desk):
        raise NotAParcel()
    if label.kind == ANSWER:
        raise IsAnAnswer(label.desk)
    if label.kind != LOG or not 0 < label.first <= label.last:
        raise NotAParcel()
    with ledger.act() as connection:
        row = connection.execute(sa.select(desk).where(desk.c.desk == label.desk)).first()
    if label.receiver != box_public_key(ledger.key("box")):
        raise ForAnother(label.desk)
    if row is None:
        raise UnknownDesk(label.desk)
    if row.revoked_at is not None:
        raise RevokedDesk(label.desk)
    if bytes(row.ed25519) != label.sender:
        raise OldKey(label.desk)


def _is_known(ledger: Ledger, label: Label, digest: bytes) -> bool:
    """Return whether this file was here before; another file of the same number comes from a copied desk."""
    with ledger.act() as connection:
        held = connection.execute(
            sa.select(parcel.c.digest).where(
                parcel.c.desk == label.desk, parcel.c.key == label.sender, parcel.c.counter == label.counter
            )
        ).scalar()
    if held is not None and bytes(held) != digest:
        raise CopiedDesk(label.desk)
    return held is not None


def _remember(ledger: Ledger, label: Label, digest: bytes, now: datetime) -> None:
    row = {
        "desk": label.desk, "key": label.sender, "counter": label.counter, "digest": digest,
        "first": label.first, "last": label.last, "at": now.isoformat(),
    }  # fmt: skip
    if _is_known(ledger, label, digest):
        return
    try:
        with ledger.act() as connection:
            connection.execute(sa.insert(parcel), row)
    except sa.exc.IntegrityError:  # somebody imports it at this very moment too
        _is_known(ledger, label, digest)


def _head(ledger: Ledger, name: str) -> int:
    with ledger.act() as connection:
        return int(connection.execute(sa.select(desk.c.seq).where(desk.c.desk == name)).scalar_one())


def _take(
    ledger: Ledger, label: Label, parts: Iterator[Part], held_scans: dict[bytes, Held], now: datetime
) -> tuple[_Asked, bool]:
    """Take the frames, then the scans, of which `held_scans` gets what we have.

    Return what the desk asks, and whether events before are missing.
    """
    asked, taken = _Asked(), 0
    try:
        for part in parts:
            if part.kind == ASKED:
                asked = _asked(part.data)
            elif part.kind == FRAME:
                exchange.take_frames(ledger, label.desk, [part.data])
                taken += 1
            elif part.kind == SCAN:
                scan = unpack_part(part.data)
                if len(held_scans) == MOST_SCANS and scan.sha256 not in held_scans:
                    continue  # an acknowledgement names no more: they come with the next
                held_scans[scan.sha256] = scans.take_part(ledger, label.desk, scan, now)
    except (
        OSError
    ) as error:  # the stick was pulled; what was taken is whole frames, and known when it comes again
        raise NoSuchFile() from error
    except (BadParcel, BadSignature) as error:  # likewise: it was whole a moment ago, the stick is failing
        raise ReadOtherwise(label.desk) from error
    except BadFrame as error:
        raise BadContent(label.desk) from error
    except Fork as error:
        raise CopiedDesk(label.desk) from error
    except Refused as error:
        if isinstance(error, Gap) and not taken:
            return asked, True
        raise BadContent(label.desk) from error
    return asked, False


def _asked(said: bytes) -> _Asked:
    """Read what the desk asks; a cursor that it cannot say counts as from the first."""
    try:
        body = read_body(said)
    except NotCanonical:
        return _Asked()
    cursor, superior = body.get("cursor"), body.get("superior")
    return _Asked(
        cursor=cursor if type(cursor) is int and cursor >= 0 else 0,
        superior=superior if isinstance(superior, str) else "",
    )


def _seed_of(ledger: Ledger, superior: str) -> bytes:
    """Return the seed of our key that the desk goes by, else of the present one.

    A stick has one signature: a desk that has not heard of a new key yet would take it for a stranger's, and
    without a line it could hear of the key in no other way.
    """
    seeds = signing_keys(ledger)
    return next((seed for seed in seeds if text_of(public_key(seed)) == superior), seeds[0])


def _answers(ledger: Ledger, name: str, cursor: int, now: datetime) -> list[Answer]:
    """Return what the line would answer, one after the other, until there are no news."""
    answers = [exchange.answer(ledger, name, cursor, now)]
    while answers[-1].items and answers[-1].cursor > cursor and len(answers) < MOST_ANSWERS:
        cursor = answers[-1].cursor
        answers.append(exchange.answer(ledger, name, cursor, now))
    return answers


def _answer_file(
    ledger: Ledger, asked: Label, seed: bytes, answers: list[Answer], held_scans: dict[bytes, Held]
) -> bytes:
    held = answers[-1]
    with ledger.act() as connection:
        row = connection.execute(sa.select(desk.c.x25519).where(desk.c.desk == asked.desk)).one()
    label = Label(
        kind=ANSWER,
        desk=asked.desk,
        sender=public_key(seed),
        receiver=bytes(row.x25519),
        counter=asked.counter,
        at=held.server_time,
        cases=0,
        first=0,
        last=held.seq,
    )
    parts = [Part(GIVEN, _signed(seed, asked, given)) for given in answers]
    if held_scans:
        parts.append(Part(SCANS_HELD, pack_carried(held_scans)))
    return b"".join(seal(label, parts, seed))


def _signed(seed: bytes, asked: Label, given: Answer) -> bytes:
    body = pack_answer(given)
    signature = sign_answer(seed, asked.desk, asked.counter, given.seq, given.hash, given.server_time, body)
    return bytes_of(signature) + body
