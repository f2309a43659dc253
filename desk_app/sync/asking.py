"""Ask the superior one thing and hear it in full: whoever speaks HTTP to it does so through here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import requests

from desk_app.domain.errors import (
    CounterFellBack,
    DeskRefused,
    Forked,
    HalfGone,
    HasLog,
    LineCut,
    LineError,
    NotReached,
    StrangeAnswer,
    SuperiorAway,
    SuperiorBehind,
    ThingGone,
    WrongEnrolmentCode,
)
from desk_app.domain.superior import Enrolment
from desk_app.sync.authority import trusting
from desk_app.sync.errors import line_errors
from desk_app.sync.line import Line, adapter_of
from desk_app.sync.patience import MARGIN_S, Patience
from wire.errors import WireError
from wire.exchange import unpack_refused
from wire.limits import ANSWER_BYTES
from wire.signatures import sign_request, verify_reply

WHOLE_S = 120.0  # one question with its answer, whatever trickles
BLOCK = 2048  # bytes
SLOWEST = 800.0  # bytes a second of a body: what it adds to that
_REFUSED: dict[str, type[LineError]] = {
    "unknown_signer": DeskRefused,
    "replayed": CounterFellBack,
    "wrong_code": WrongEnrolmentCode,
    "fork": Forked,
    "has_log": HasLog,
    "gap": SuperiorBehind,
    "half_gone": HalfGone,
    "unknown_thing": ThingGone,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What a superior answered with 200, in full."""

    body: bytes
    signature: str


class Asking:
    """One connection kept, no proxy, no redirect, nothing believed unsigned."""

    def __init__(
        self, *, whole_s: float = WHOLE_S, margin_s: float = MARGIN_S, authority: Path | None = None
    ) -> None:
        self._whole_s = whole_s
        self._session = requests.Session()
        self._session.trust_env = False  # a proxy from the environment would see a loopback server
        self._session.headers["Accept-Encoding"] = "identity"  # 64 KB could swell to any size
        self._line = Line(Patience(margin_s))
        self._authority = authority
        context = trusting(authority)
        for scheme in ("http://", "https://"):
            self._session.mount(scheme, adapter_of(self._line, context))

    def trust_anew(self) -> None:
        """Go by the authority's file as it is now; nothing may be under way.

        Raises:
            AuthorityUnreadable: it holds none; what was trusted stays.
        """
        fresh = adapter_of(self._line, trusting(self._authority))
        self._session.get_adapter("https://").close()
        self._session.mount("https://", fresh)

    def cut(self) -> None:
        """End what is under way on another thread, and let nothing begin; what was under way raises LineCut."""
        self._line.cut()

    def pause(self, seconds: float) -> None:
        """Wait before the next try; LineCut when cut() was called, before or meanwhile."""
        self._line.pause(seconds)

    def signed(
        self,
        enrolment: Enrolment,
        method: str,
        path: str,
        counter: int,
        body: bytes,
        covered: bytes | None = None,
        sent: Callable[[int], None] = lambda _bytes: None,
    ) -> Heard:
        """Ask in the desk's name; the caller checks the answer's signature.

        `covered` is what the signature is over where that is not the body: it must lead to all of it.
        """
        desk = desk_name(enrolment)
        headers = {
            "Desk": desk,
            "Counter": str(counter),
            "Signature": sign_request(
                enrolment.signing_key, method, path, desk, counter, body if covered is None else covered
            ),
            "Content-Type": "application/octet-stream",
        }
        return self.ask(method, enrolment.url, path, headers, body, sent)

    def reply(self, enrolment: Enrolment, method: str, path: str, counter: int, body: bytes = b"") -> bytes:
        """Return what the superior gave for this request and signed: bytes that are no acknowledgement."""
        heard = self.signed(enrolment, method, path, counter, body)
        try:
            verify_reply(enrolment.superior_key, heard.signature, desk_name(enrolment), counter, heard.body)
        except WireError as error:
            raise StrangeAnswer() from error
        return heard.body

    def ask(
        self,
        method: str,
        url: str,
        path: str,
        headers: dict[str, str],
        body: bytes,
        sent: Callable[[int], None] = lambda _bytes: None,
    ) -> Heard:
        """Send one request and return the answer: 200, not larger than allowed, in the time there is.

        `sent` gets how many bytes of the body were handed to the connection so far.

        Raises:
            NotReached: also when the superior got everything and nothing more came.
            LineCut: also when nothing moved any more, or it took all the time there was.
        """
        whole_s = self._whole_s + len(body) / SLOWEST
        try:
            with line_errors(url), self._line.asking(whole_s):
                response = self._session.request(
                    method,
                    url + path,
                    headers=headers,
                    data=_Body(body, self._line.moved, sent) if body else None,
                    timeout=2
                    * (whole_s + 5,),  # requests counts sending into the first; the watch is quicker
                    allow_redirects=False,
                    stream=True,
                )
                content = self._content(response)
        except LineError as error:
            meant = self._meant(error)
            if isinstance(meant, LineCut | SuperiorAway):
                self._line.patience.cut()
            raise meant from error
        if self._line.is_over or self._line.is_silent:
            raise self._meant(LineCut())  # a body without a stated length ends well when its line is shut
        self._line.patience.answered()
        if response.status_code != 200:
            raise _refusal(response.status_code, content)
        return Heard(body=content, signature=response.headers.get("Superior-Signature", ""))

    def _meant(self, error: LineError) -> LineError:
        if self._line.is_over:
            return LineCut()
        if self._line.is_silent:
            return NotReached() if self._line.all_arrived else LineCut()
        return error

    def _content(self, response: requests.Response) -> bytes:
        """Read to the end, which says whether all came, and not beyond what an answer may be."""
        content = b""
        while part := response.raw.read(ANSWER_BYTES + 1 - len(content), decode_content=False):
            content += part
            self._line.moved(len(part))
            if len(content) > ANSWER_BYTES:
                response.close()
                raise StrangeAnswer()
        return content


class _Body(BytesIO):
    """A body that tells how much of it was taken, and is taken in small blocks whatever is asked for.

    Each becomes a TLS record, and of a record that a cut left half the other side reads nothing.
    """

    def __init__(self, body: bytes, moved: Callable[[int], None], sent: Callable[[int], None]) -> None:
        super().__init__(body)
        self._moved, self._sent = moved, sent

    def read(self, _size: int | None = -1) -> bytes:
        block = super().read(BLOCK)
        if block:
            self._moved(len(block))
            self._sent(self.tell())
        return block


def desk_name(enrolment: Enrolment) -> str:
    """Return how the protocol names a desk."""
    return f"{enrolment.agency_code}/{enrolment.desk}"


def _refusal(status: int, body: bytes) -> LineError:
    if status >= 500:
        return SuperiorAway()
    return _REFUSED.get(unpack_refused(body), StrangeAnswer)()
