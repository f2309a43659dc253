"""What a new machine asks of the superior: to be let in as the old one, and its log (recovery.LogSource)."""

from __future__ import annotations

from pathlib import Path

from desk_app.domain.errors import StrangeAnswer, WrongSheet
from desk_app.domain.recovery import LogPart, Readmitted
from desk_app.domain.superior import DeskKeys, Enrolment
from desk_app.sync.address import checked_address
from desk_app.sync.asking import WHOLE_S, Asking, desk_name
from desk_app.sync.slip_code import slip_digest, slip_key
from wire.canonical import Json, canonical, read_body
from wire.enrolment import check_seal, sealed
from wire.errors import BadSignature, WireError
from wire.recovery import log_proof, open_sealed, pack_log_request, sheet_seed, unpack_log_part
from wire.signatures import box_public_key, bytes_of, public_key, text_of


class HttpRecovery:
    """Speaks chapter 11 of the protocol over one way of asking."""

    def __init__(self, *, whole_s: float = WHOLE_S, authority: Path | None = None) -> None:
        self.asking = Asking(whole_s=whole_s, authority=authority)

    def cut(self) -> None:
        """End what is under way on another thread, and let nothing begin; what was under way raises LineCut."""
        self.asking.cut()

    def trust_anew(self) -> None:
        """Go by the authority's file as it is now; nothing may be under way."""
        self.asking.trust_anew()

    def checked(self, url: str, code: str, words: str) -> bytes:
        """Return the digest by which a code is known again, when all that was typed has its form.

        Raises:
            WrongAddress, NotTrusted, WrongSheet, WrongEnrolmentCode: nothing was asked.
        """
        checked_address(url)
        _seed(words)
        return slip_digest(code)

    def recover(
        self,
        url: str,
        code: str,
        agency_code: str,
        desk: int,
        words: str,
        *,
        keys: DeskKeys,
        recovery_key: bytes,
    ) -> Readmitted:
        """Be let in as a desk whose log the superior holds, and get the log's key; with the same keys the same again.

        `words` of the old recovery sheet open it; empty where the superior gave the code without a sheet.
        `recovery_key` is the new sheet's.

        Raises:
            WrongAddress, NotTrusted: the address is none, or neither TLS nor this PC itself.
            WrongSheet: these words do not open it; with the same keys others can be tried.
            WrongEnrolmentCode, and every other LineError.
        """
        url, sheet, key = checked_address(url), _seed(words), slip_key(code)
        said: dict[str, Json] = {
            "desk": f"{agency_code}/{desk}",
            "ed25519": text_of(public_key(keys.signing)),
            "x25519": text_of(box_public_key(keys.box)),
            "recovery": text_of(recovery_key),
        }
        message = sealed(key, said)
        headers = {"Content-Type": "application/json"}
        heard = self.asking.ask("POST", url, "/v1/recover", headers, canonical(message))
        answer = _checked(heard.body, key, str(message["mac"]))
        enrolment = Enrolment(
            url=url,
            agency_code=agency_code,
            desk=desk,
            superior_key=_key(answer, "ed25519"),
            superior_box_key=_key(answer, "x25519"),
            signing_key=keys.signing,
            box_key=keys.box,
        )
        return _readmitted(answer, enrolment, sheet if answer.get("sheet") is not False else keys.box)

    def part(self, enrolment: Enrolment, counter: int, after: int, log_key: bytes) -> LogPart:
        """Return what follows seq `after` of the desk's own log, signed by the superior."""
        body = pack_log_request(after, log_proof(log_key, desk_name(enrolment), counter))
        heard = self.asking.reply(enrolment, "POST", "/v1/log", counter, body)
        try:
            part = unpack_log_part(heard)
        except WireError as error:
            raise StrangeAnswer() from error
        return LogPart(seq=part.seq, hash=part.hash, frame=part.frame)


def _seed(words: str) -> bytes:
    """Return the sheet's seed; empty without words. What no sheet says is told before a code is used up."""
    try:
        return sheet_seed(words) if words.strip() else b""
    except WireError as error:
        raise WrongSheet() from error


def _checked(body: bytes, key: bytes, mac: str) -> dict[str, Json]:
    try:
        answer = read_body(body)
        check_seal(key, answer, mac)
    except WireError as error:
        raise StrangeAnswer() from error
    return answer


def _key(answer: dict[str, Json], name: str) -> bytes:
    try:
        key = bytes_of(str(answer.get(name)))
    except WireError as error:
        raise StrangeAnswer() from error
    if len(key) != 32:
        raise StrangeAnswer()
    return key


def _readmitted(answer: dict[str, Json], enrolment: Enrolment, seed: bytes) -> Readmitted:
    match answer:
        case {"name": str(name), "seq": int(seq), "sealed": list(boxes)}:
            pass
        case _:
            raise StrangeAnswer()
    if not seed:
        raise WrongSheet()
    try:
        log_key = open_sealed(seed, [bytes_of(str(box)) for box in boxes])
    except BadSignature as error:
        raise WrongSheet() from error
    if len(log_key) != 32:
        raise StrangeAnswer()
    return Readmitted(enrolment=enrolment, log_key=log_key, commune=name, seq=seq)
