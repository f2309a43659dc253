"""Ask the superior one thing and hear it in full: whoever speaks HTTP to it does so through here."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

import requests

from desk_app.domain.errors import (
    CounterFellBack,
    DeskRefused,
    Forked,
    HasLog,
    LineCut,
    LineError,
    StrangeAnswer,
    SuperiorAway,
    SuperiorBehind,
    WrongEnrolmentCode,
)
from desk_app.domain.superior import Enrolment
from desk_app.sync.errors import line_errors
from desk_app.sync.line import Line, adapter_of
from wire.errors import WireError
from wire.exchange import unpack_refused
from wire.limits import ANSWER_BYTES
from wire.signatures import sign_request, verify_reply

CONNECT_S = 30.0  # requests counts the sending of a block of 16 KB into it: 5 kbit/s
READ_S = 30.0  # from one byte to the next
WHOLE_S = 120.0  # one question with its answer, whatever trickles: 96 KB at 8 kbit/s
_REFUSED: dict[str, type[LineError]] = {
    "unknown_signer": DeskRefused,
    "replayed": CounterFellBack,
    "wrong_code": WrongEnrolmentCode,
    "fork": Forked,
    "has_log": HasLog,
    "gap": SuperiorBehind,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What a superior answered with 200, in full."""

    body: bytes
    signature: str


class Asking:
    """One connection kept, no proxy, no redirect, nothing believed unsigned."""

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

    def signed(self, enrolment: Enrolment, method: str, path: str, counter: int, body: bytes) -> Heard:
        """Ask in the desk's name; the caller checks the answer's signature."""
        desk = desk_name(enrolment)
        headers = {
            "Desk": desk,
            "Counter": str(counter),
            "Signature": sign_request(enrolment.signing_key, method, path, desk, counter, body),
            "Content-Type": "application/octet-stream",
        }
        return self.ask(method, enrolment.url, path, headers, body)

    def reply(self, enrolment: Enrolment, method: str, path: str, counter: int, body: bytes = b"") -> bytes:
        """Return what the superior gave for this request and signed: bytes that are no acknowledgement."""
        heard = self.signed(enrolment, method, path, counter, body)
        try:
            verify_reply(enrolment.superior_key, heard.signature, desk_name(enrolment), counter, heard.body)
        except WireError as error:
            raise StrangeAnswer() from error
        return heard.body

    def ask(self, method: str, url: str, path: str, headers: dict[str, str], body: bytes) -> Heard:
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
        return Heard(body=content, signature=response.headers.get("Superior-Signature", ""))


def desk_name(enrolment: Enrolment) -> str:
    """Return how the protocol names a desk."""
    return f"{enrolment.agency_code}/{enrolment.desk}"


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
