"""The line to the superior over HTTP (ports.Superior)."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlsplit

import requests

from desk_app.domain.errors import (
    DeskRefused,
    Forked,
    LineCut,
    LineError,
    NotTrusted,
    StrangeAnswer,
    SuperiorAway,
    WrongEnrolmentCode,
)
from desk_app.domain.superior import Acknowledgement, Enrolment, Frame, Refusal
from desk_app.sync.errors import line_errors
from desk_app.sync.line import Line, adapter_of
from wire.enrolment import check_seal, code_key, sealed
from wire.errors import WireError
from wire.exchange import Answer, Request, pack_request, unpack_answer
from wire.limits import ANSWER_BYTES
from wire.signatures import box_public_key, bytes_of, public_key, sign_request, text_of, verify_answer

CONNECT_S = 30.0  # requests counts the sending of the body into it: 64 KB at 32 kbit/s take 16 s
READ_S = 30.0
LOOPBACK = {"127.0.0.1", "::1", "localhost"}
_REFUSED: dict[str, type[LineError]] = {
    "unknown_signer": DeskRefused,
    "replayed": DeskRefused,
    "wrong_code": WrongEnrolmentCode,
    "fork": Forked,
}


class HttpSuperior:
    """Speaks protocol v1; one connection kept, no proxy, no redirect, nothing believed unsigned."""

    def __init__(self) -> None:
        self._session = requests.Session()
        self._session.trust_env = False  # a proxy from the environment would see a loopback server
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
            NotTrusted: the address is neither TLS nor this PC itself.
            WrongEnrolmentCode, and every other LineError.
        """
        url = url.strip().rstrip("/")
        parts = urlsplit(url)
        if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
            raise NotTrusted()
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
        answer = self._asked("POST", url, "/v1/enrol", json=message).json()
        try:
            check_seal(key, answer, str(message["mac"]))
            superior, superior_box = bytes_of(answer["ed25519"]), bytes_of(answer["x25519"])
        except (WireError, KeyError, TypeError, AttributeError) as error:
            raise StrangeAnswer() from error
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
        response = self._asked(method, enrolment.url, path, data=body, headers=headers)
        signature = response.headers.get("Superior-Signature", "")
        try:
            answer = unpack_answer(response.content)
            verify_answer(
                enrolment.superior_key,
                signature,
                desk,
                counter,
                answer.seq,
                answer.hash,
                answer.server_time,
                response.content,
            )
        except WireError as error:
            raise StrangeAnswer() from error
        return _acknowledgement(answer, counter, bytes_of(signature), response.content)

    def _asked(self, method: str, url: str, path: str, **request: Any) -> requests.Response:  # noqa: ANN401
        """Send one request and return the answer, 200 and not larger than allowed."""
        try:
            with self._line.asking():
                return self._answered(method, url, path, **request)
        except LineError as error:
            if self._line.is_cut:  # whatever it looked like from here
                raise LineCut() from error
            raise

    def _answered(self, method: str, url: str, path: str, **request: Any) -> requests.Response:  # noqa: ANN401
        with line_errors(url):
            response = self._session.request(
                method,
                url + path,
                timeout=(CONNECT_S, READ_S),
                allow_redirects=False,
                stream=True,
                **request,
            )
            content = response.raw.read(ANSWER_BYTES + 1, decode_content=True)
        if self._line.is_cut:  # half an answer may look like a whole one
            raise LineCut()
        if len(content) > ANSWER_BYTES:
            response.close()
            raise StrangeAnswer()
        response._content = content  # noqa: SLF001 - the one way to bound what requests reads
        if response.status_code != 200:
            raise _refusal(response)
        return response


def _refusal(response: requests.Response) -> LineError:
    try:
        word = str(response.json()["error"])
    except (ValueError, KeyError, TypeError):
        word = ""
    if response.status_code >= 500:
        return SuperiorAway()
    return _REFUSED.get(word, StrangeAnswer)()


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
