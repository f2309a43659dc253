"""The line to the superior over HTTP (ports.Superior)."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from io import BytesIO

import requests

from desk_app.domain.errors import (
    CounterFellBack,
    DeskRefused,
    Forked,
    LineCut,
    LineError,
    StrangeAnswer,
    SuperiorAway,
    SuperiorBehind,
    WrongEnrolmentCode,
)
from desk_app.domain.superior import Acknowledgement, Enrolment, Frame, Refusal
from desk_app.sync.address import checked_address
from desk_app.sync.errors import line_errors
from desk_app.sync.line import Line, adapter_of
from wire.canonical import canonical, read_body
from wire.enrolment import check_seal, code_key, sealed
from wire.errors import WireError
from wire.exchange import Answer, Request, pack_request, unpack_answer, unpack_refused
from wire.limits import ANSWER_BYTES
from wire.signatures import box_public_key, bytes_of, public_key, sign_request, text_of, verify_answer

CONNECT_S = 30.0  # requests counts the sending of a block of 16 KB into it: 5 kbit/s
READ_S = 30.0  # from one byte to the next
WHOLE_S = 120.0  # one question with its answer, whatever trickles: 96 KB at 8 kbit/s
_REFUSED: dict[str, type[LineError]] = {
    "unknown_signer": DeskRefused,
    "replayed": CounterFellBack,
    "wrong_code": WrongEnrolmentCode,
    "fork": Forked,
    "gap": SuperiorBehind,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Heard:
    """What a superior answered with 200, in full."""

    body: bytes
    signature: str


class HttpSuperior:
    """Speaks protocol v1; one connection kept, no proxy, no redirect, nothing believed unsigned."""

    def __init__(self, *, whole_s: float = WHOLE_S) -> None:
        self._whole_s = whole_s
        self._session = requests.Session()
        self._session.trust_env = False  # a proxy from the environment would see a loopback server
        self._session.headers["Accept-Encoding"] = "identity"  # 64 KB could swell to any size
        self._line = Line()
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, adapter_of(self._line))

    def cut(self) -> None:
        """End what is under way on another thread, and let nothing begin; what was under way raises LineCut."""
        self._line.cut()

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
        body = pack_request(Request(after=after, cursor=cursor, frames=tuple(frame.data for frame in frames)))
        answer = self._signed(enrolment, "POST", "/v1/exchange", counter, body)
        sent(len(body))
        return answer

    def enrol(self, url: str, code: str, agency_code: str, desk: int, log_key: bytes) -> Enrolment:
        """Make this desk known with a one-time code, with fresh keys of its own.

        Raises:
            WrongAddress, NotTrusted: the address is none, or neither TLS nor this PC itself.
            WrongEnrolmentCode, and every other LineError.
        """
        url = checked_address(url)
        signing, box = secrets.token_bytes(32), secrets.token_bytes(32)
        try:
            key = code_key(code)
        except WireError as error:
            raise WrongEnrolmentCode() from error
        message = sealed(
            key,
            {
                "desk": f"{agency_code}/{desk}",
                "ed25519": text_of(public_key(signing)),
                "x25519": text_of(box_public_key(box)),
                "log_key": text_of(log_key),
            },
        )
        headers = {"Content-Type": "application/json"}
        heard = self._asked("POST", url, "/v1/enrol", headers, canonical(message))
        superior, superior_box = _their_keys(heard.body, key, str(message["mac"]))
        return Enrolment(
            url=url,
            agency_code=agency_code,
            desk=desk,
            superior_key=superior,
            superior_box_key=superior_box,
            signing_key=signing,
            box_key=box,
        )

    def _signed(
        self, enrolment: Enrolment, method: str, path: str, counter: int, body: bytes
    ) -> Acknowledgement:
        desk = f"{enrolment.agency_code}/{enrolment.desk}"
        headers = {
            "Desk": desk,
            "Counter": str(counter),
            "Signature": sign_request(enrolment.signing_key, method, path, desk, counter, body),
            "Content-Type": "application/octet-stream",
        }
        heard = self._asked(method, enrolment.url, path, headers, body)
        try:
            answer = unpack_answer(heard.body)
            verify_answer(
                enrolment.superior_key,
                heard.signature,
                desk,
                counter,
                answer.seq,
                answer.hash,
                answer.server_time,
                heard.body,
            )
        except WireError as error:
            raise StrangeAnswer() from error
        if any(not 0 < item.seq <= answer.seq for item in answer.items):
            raise StrangeAnswer()  # it refuses what it does not hold
        return _acknowledgement(answer, counter, bytes_of(heard.signature), heard.body)

    def _asked(self, method: str, url: str, path: str, headers: dict[str, str], body: bytes) -> _Heard:
        """Send one request and return the answer: 200, not larger than allowed, in the time there is."""
        try:
            with line_errors(url), self._line.asking(self._whole_s):
                response = self._session.request(
                    method,
                    url + path,
                    headers=headers,
                    data=BytesIO(body) if body else None,  # sent by blocks: each has its own time-out
                    timeout=(CONNECT_S, READ_S),
                    allow_redirects=False,
                    stream=True,
                )
                content = _content(response)
        except LineError as error:
            raise (LineCut() if self._line.is_over else error) from error
        if self._line.is_over:  # a body without a stated length ends well when its line is shut
            raise LineCut()
        if response.status_code != 200:
            raise _refusal(response.status_code, content)
        return _Heard(body=content, signature=response.headers.get("Superior-Signature", ""))


def _content(response: requests.Response) -> bytes:
    """Read to the end, which says whether all came, and not beyond what an answer may be."""
    content = b""
    while part := response.raw.read(ANSWER_BYTES + 1 - len(content), decode_content=False):
        content += part
        if len(content) > ANSWER_BYTES:
            response.close()
            raise StrangeAnswer()
    return content


def _refusal(status: int, body: bytes) -> LineError:
    if status >= 500:
        return SuperiorAway()
    return _REFUSED.get(unpack_refused(body), StrangeAnswer)()


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
        refusals=tuple(
            Refusal(
                cursor=item.cursor,
                seq=item.seq,
                code=item.code,
                sentence=item.sentence,
                who_acts=item.who_acts,
            )
            for item in answer.items
        ),
    )
