"""Seal what goes on a stick, open what comes back on one (domain.usb.Parcels)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from io import BytesIO
from itertools import chain

from desk_app.domain.errors import (
    AnswerChanged,
    AnswerCut,
    AnswerForOther,
    AnswerFromOther,
    NotAnAnswer,
    OurOwnParcel,
    StrangeAnswer,
    TooMuchToCopy,
)
from desk_app.domain.moment import iso
from desk_app.domain.scan import HeldScan, HeldState
from desk_app.domain.superior import Acknowledgement, Enrolment, Frame
from desk_app.domain.usb import Carrier, Exported, Sealed
from desk_app.sync.asking import Heard, desk_name
from desk_app.sync.superior_api import acknowledgement_of
from wire.canonical import canonical
from wire.errors import CutParcel, WireError
from wire.limits import PARCEL_BYTES, PARTS
from wire.parcel import (
    ANSWER,
    ASKED,
    FRAME,
    GIVEN,
    LOG,
    SCAN,
    SCANS_HELD,
    Label,
    Part,
    check_parcel,
    open_parts,
    read_label,
    seal,
    sealed_size,
)
from wire.scans import PART_BODY_BYTES, pack_part, unpack_carried
from wire.scans import PART_BYTES as SCAN_PART_BYTES
from wire.scans import Part as ScanPart
from wire.signatures import box_public_key, public_key, text_of

_SIGNATURE_BYTES = 64


class SealedParcels:
    """Parcels of protocol v1."""

    def seal(
        self,
        enrolment: Enrolment,
        export: Exported,
        frames: Sequence[Frame],
        *,
        after: int,
        cursor: int,
        scans: Carrier | None = None,
    ) -> Sealed:
        """Return the parcel of these frames; see domain.usb.Parcels.

        Raises:
            TooMuchToCopy: the superior would take no file of this size.
        """
        label = Label(
            kind=LOG,
            desk=desk_name(enrolment),
            sender=public_key(enrolment.signing_key),
            receiver=enrolment.superior_box_key,
            counter=export.counter,
            at=iso(export.at),
            cases=export.cases,
            first=export.first,
            last=export.last,
        )
        superior = text_of(enrolment.superior_key)
        asked = Part(ASKED, canonical({"after": after, "cursor": cursor, "superior": superior}))
        parts = [asked, *(Part(FRAME, frame.data) for frame in frames)]
        sizes = [len(part.data) for part in parts]
        for scan in scans.scans if scans else ():
            whole, rest = divmod(scan.size, SCAN_PART_BYTES)
            sizes += [PART_BODY_BYTES] * whole + ([PART_BODY_BYTES - SCAN_PART_BYTES + rest] if rest else [])
        size = sealed_size(label, sizes)
        if size > PARCEL_BYTES or len(sizes) > PARTS:
            raise TooMuchToCopy()
        carried = chain(parts, _scan_parts(scans) if scans else ())
        return Sealed(size=size, chunks=seal(label, carried, enrolment.signing_key))

    def answers(self, enrolment: Enrolment, start: bytes) -> int:
        """Return the counter that an acknowledgement file for this desk answers; 0 for any other file."""
        try:
            label = read_label(BytesIO(start))
        except WireError:
            return 0
        ours = label.kind == ANSWER and label.desk == desk_name(enrolment)
        return label.counter if ours and label.sender == enrolment.superior_key else 0

    def open(self, enrolment: Enrolment, data: bytes, name: str) -> Acknowledgement:
        """Return the superior's word out of an acknowledgement file.

        Raises:
            NotAnAnswer, OurOwnParcel, AnswerForOther, AnswerFromOther: another file.
            AnswerCut, AnswerChanged: not as it was written.
        """
        file = BytesIO(data)
        try:
            label = read_label(file)
        except CutParcel as error:
            raise AnswerCut(file=name) from error
        except WireError as error:
            raise NotAnAnswer(file=name) from error
        _check_label(enrolment, label, name)
        try:
            check_parcel(file, label, enrolment.box_key)
            parts = list(open_parts(file, label, enrolment.box_key))
            given = [part.data for part in parts if part.kind == GIVEN]
            held = [unpack_carried(part.data) for part in parts if part.kind == SCANS_HELD]
            words = [acknowledgement_of(enrolment, label.counter, _heard(one)) for one in given]
        except CutParcel as error:
            raise AnswerCut(file=name) from error
        except (WireError, StrangeAnswer) as error:
            raise AnswerChanged(file=name) from error
        if not words:
            raise NotAnAnswer(file=name)
        return replace(
            words[-1],
            refusals=tuple(one for word in words for one in word.refusals),
            scans=tuple(
                (sha256, HeldScan(bytes=one.bytes, state=HeldState(one.state)))
                for words_on in held
                for sha256, one in words_on.items()
            ),
            earlier=tuple(word.body for word in words[:-1]),
        )


def _scan_parts(scans: Carrier) -> Iterator[Part]:
    for scan in scans.scans:
        with scans.open(scan.sha256) as file:
            offset = 0
            while data := file.read(SCAN_PART_BYTES):
                yield Part(SCAN, pack_part(ScanPart(sha256=scan.sha256, offset=offset, data=data)))
                offset += len(data)


def _check_label(enrolment: Enrolment, label: Label, name: str) -> None:
    if label.kind == LOG:
        raise OurOwnParcel(file=name)
    if label.kind != ANSWER:
        raise NotAnAnswer(file=name)
    if label.desk != desk_name(enrolment):
        raise AnswerForOther(file=name, desk=label.desk)
    if label.sender != enrolment.superior_key or label.receiver != box_public_key(enrolment.box_key):
        raise AnswerFromOther(file=name)


def _heard(part: bytes) -> Heard:
    return Heard(body=part[_SIGNATURE_BYTES:], signature=text_of(part[:_SIGNATURE_BYTES]))
