"""The line to the superior over HTTP (ports.Superior)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from desk_app.domain.errors import StrangeAnswer
from desk_app.domain.superior import Acknowledgement, DeskKeys, Enrolment, Frame, HalfFrame, Refusal
from desk_app.sync.address import checked_address
from desk_app.sync.asking import WHOLE_S, Asking, Heard, desk_name
from desk_app.sync.patience import MARGIN_S
from desk_app.sync.slip_code import slip_digest, slip_key
from wire.canonical import canonical, read_body
from wire.enrolment import check_seal, sealed
from wire.errors import WireError
from wire.exchange import Answer, Item, unpack_answer
from wire.request import Request, pack_head, pack_request
from wire.signatures import box_public_key, bytes_of, public_key, text_of, verify_answer


class HttpSuperior:
    """Speaks protocol v1 over one way of asking.

    `margin_s` comes upon three round trips until a silent line counts as dead; `authority` is the file of
    the commune's own authority, believed beside the known ones where it is there.

    Raises:
        AuthorityUnreadable: when it is made, for a file that holds no certificate.
    """

    def __init__(
        self, *, whole_s: float = WHOLE_S, margin_s: float = MARGIN_S, authority: Path | None = None
    ) -> None:
        self.asking = Asking(whole_s=whole_s, margin_s=margin_s, authority=authority)

    def cut(self) -> None:
        """End what is under way on another thread, and let nothing begin; what was under way raises LineCut."""
        self.asking.cut()

    def trust_anew(self) -> None:
        """Go by the authority's file as it is now; nothing may be under way."""
        self.asking.trust_anew()

    def pause(self, seconds: float) -> None:
        """Wait before the next try; LineCut when cut() was called, before or meanwhile."""
        self.asking.pause(seconds)

    def head(self, enrolment: Enrolment, counter: int) -> Acknowledgement:
        """Ask up to where the superior has this desk's log."""
        return self._signed(enrolment, "GET", "/v1/head", counter, b"")

    def exchange(
        self,
        enrolment: Enrolment,
        counter: int,
        frames: Sequence[Frame],
        cursor: int,
        sent: Callable[[int], None],
    ) -> Acknowledgement:
        """Send frames and return the superior's checked word; see ports.Superior."""
        after = frames[0].first - 1 if frames else 0
        start = frames[0].held if frames else 0
        request = Request(
            after=after, cursor=cursor, frames=tuple(frame.data for frame in frames), start=start
        )
        head = pack_head(request)
        body = pack_request(request, head)
        return self._signed(enrolment, "POST", "/v1/exchange", counter, body, head, sent)

    def code_digest(self, code: str) -> bytes:
        """Return by what a code is known again; see ports.Superior."""
        return slip_digest(code)

    def enrol(
        self,
        url: str,
        code: str,
        agency_code: str,
        desk: int,
        log_key: bytes,
        *,
        keys: DeskKeys,
        recovery_key: bytes = b"",
    ) -> Enrolment:
        """Make this desk known with a one-time code; all else being the same, the message is the same to the byte.

        Raises:
            WrongAddress, NotTrusted: the address is none, or neither TLS nor this PC itself.
            WrongEnrolmentCode, and every other LineError.
        """
        url, key = checked_address(url), slip_key(code)
        message = sealed(
            key,
            {
                "desk": f"{agency_code}/{desk}",
                "ed25519": text_of(public_key(keys.signing)),
                "x25519": text_of(box_public_key(keys.box)),
                "log_key": text_of(log_key),
            }
            | ({"recovery": text_of(recovery_key)} if recovery_key else {}),
        )
        headers = {"Content-Type": "application/json"}
        heard = self.asking.ask("POST", url, "/v1/enrol", headers, canonical(message))
        superior, superior_box = _their_keys(heard.body, key, str(message["mac"]))
        return Enrolment(
            url=url,
            agency_code=agency_code,
            desk=desk,
            superior_key=superior,
            superior_box_key=superior_box,
            signing_key=keys.signing,
            box_key=keys.box,
        )

    def _signed(
        self,
        enrolment: Enrolment,
        method: str,
        path: str,
        counter: int,
        body: bytes,
        covered: bytes | None = None,
        sent: Callable[[int], None] = lambda _bytes: None,
    ) -> Acknowledgement:
        return acknowledgement_of(
            enrolment,
            counter,
            self.asking.signed(enrolment, method, path, counter, body, covered, sent),
        )


def acknowledgement_of(enrolment: Enrolment, counter: int, heard: Heard) -> Acknowledgement:
    """Return the superior's word for request `counter`, by whatever way it came.

    Raises:
        StrangeAnswer: it is not in its form, or not signed by this superior for this request.
    """
    try:
        answer = unpack_answer(heard.body)
        signature = verify_answer(
            enrolment.superior_key,
            heard.signature,
            desk_name(enrolment),
            counter,
            answer.seq,
            answer.hash,
            answer.server_time,
            heard.body,
        )
    except WireError as error:
        raise StrangeAnswer() from error
    return _acknowledgement(answer, counter, signature, heard.body)


def _their_keys(body: bytes, key: bytes, mac: str) -> tuple[bytes, bytes]:
    """Return the superior's two keys from its answer to an enrolment."""
    try:
        answer = read_body(body)
        check_seal(key, answer, mac)
        keys = bytes_of(str(answer.get("ed25519"))), bytes_of(str(answer.get("x25519")))
    except WireError as error:
        raise StrangeAnswer() from error
    if any(len(one) != 32 for one in keys):
        raise StrangeAnswer()
    return keys


def _acknowledgement(answer: Answer, counter: int, signature: bytes, body: bytes) -> Acknowledgement:
    return Acknowledgement(
        counter=counter,
        seq=answer.seq,
        hash=answer.hash,
        server_time=answer.server_time,
        signature=signature,
        body=body,
        cursor=answer.cursor,
        told=answer.told,
        half=HalfFrame(digest=answer.half.digest, held=answer.half.bytes) if answer.half else None,
        refusals=tuple(
            Refusal(
                cursor=item.cursor,
                seq=item.seq,
                code=item.code,
                sentence=item.sentence,
                who_acts=item.who_acts,
            )
            for item in answer.items
            if isinstance(item, Item)
        ),
    )
