"""Who vouches for the superior's certificate: the known authorities, and the commune's own where it has one."""

from __future__ import annotations

import base64
import hashlib
import re
import ssl
from datetime import datetime
from pathlib import Path
from typing import Any

from desk_app.domain.authority import Authorities, Authority
from desk_app.domain.errors import AuthorityHasKey, AuthorityTooLarge, AuthorityUnreadable, NotAnAuthority
from desk_app.domain.letters import tidied
from desk_app.domain.moment import VIETNAM

MOST_BYTES = 64 * 1024  # of a file of certificates: the province's and those above it
LATEST = 253_402_214_400  # seconds, 9999-12-31: "never ends" (RFC 5280, 4.1.2.5) is a day too late for Viet Nam's clock
MOST_LETTERS = 120  # of a name
_KEY = re.compile(rb"-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----")
_BEGIN = re.compile(rb"-----BEGIN (?:X509 )?CERTIFICATE-----")
_WHOLE = re.compile(_BEGIN.pattern + rb"([A-Za-z0-9+/=\s]+)-----END (?:X509 )?CERTIFICATE-----")
_SEQUENCE, _INTEGER = 0x30, 0x02  # DER


def trusting(own: Path | None) -> ssl.SSLContext:
    """Return what checks the superior: the system's authorities, and those of the file `own` where it is there.

    Raises:
        AuthorityUnreadable: the file holds no authority.
    """
    context = ssl.create_default_context()
    if own is not None and own.exists():
        context.load_verify_locations(cadata=read_authorities(own).text)
        # what was chosen is believed also where its own issuer was not given along, and without the extensions that
        # `openssl req -x509` leaves out: Python 3.13 asks for them, those before it do not
        context.verify_flags |= ssl.VERIFY_X509_PARTIAL_CHAIN
        context.verify_flags &= ~ssl.VERIFY_X509_STRICT
    return context


def read_authorities(path: Path) -> Authorities:
    """Return the authorities in a file of certificates, PEM or DER: all of a bundle, but those that vouch for nobody.

    Raises:
        AuthorityUnreadable: it cannot be read, or one of its certificates cannot.
        AuthorityTooLarge, AuthorityHasKey, NotAnAuthority: an AuthorityUnreadable each.
    """
    try:
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise AuthorityUnreadable(file=path.name) from error
    if len(data) > MOST_BYTES:
        raise AuthorityTooLarge(file=path.name, most=MOST_BYTES // 1024)
    if _KEY.search(data) or _begins_with_a_number(data):
        raise AuthorityHasKey(file=path.name)
    try:
        certificates = _certificates(data)
        read = [(_authority(one), ssl.DER_cert_to_PEM_cert(one)) for one in certificates]
    except (OSError, ValueError) as error:  # ssl.SSLError is an OSError
        raise AuthorityUnreadable(file=path.name) from error
    if not any(one for one, _pem in read):  # a leaf is taken by load_verify_locations, and never vouches
        raise NotAnAuthority(file=path.name)
    return Authorities(
        members=tuple(one for one, _pem in read if one), text="".join(pem for one, pem in read if one)
    )


def _certificates(data: bytes) -> list[bytes]:
    """Return each certificate once, as DER; ValueError when one of them is not whole, or there is none."""
    whole = _WHOLE.findall(data)
    if len(whole) != len(_BEGIN.findall(data)):
        raise ValueError("a certificate was cut off")
    found = [base64.b64decode(one) for one in whole] or [data]
    return list(dict.fromkeys(found))


def _authority(der: bytes) -> Authority | None:
    """Return what a certificate says of itself; None: it may vouch for nobody."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.load_verify_locations(cadata=der)
    if context.cert_store_stats()["x509"] != 1:
        raise ValueError("more than one")
    for said in context.get_ca_certs():
        return Authority(
            subject=_name(said["subject"]),
            issuer=_name(said["issuer"]),
            begins=_moment(said["notBefore"]),
            ends=_moment(said["notAfter"]),
            fingerprint=hashlib.sha256(der).hexdigest().upper(),
        )
    return None


def _name(distinguished: Any) -> str:  # noqa: ANN401 - nested tuples, as ssl gives them
    """Return the common name with its organisation, of a name that has none whatever it has."""
    parts = [(str(kind), tidied(str(text))) for relative in distinguished for kind, text in relative]
    by_kind = dict(parts)
    kinds = ("commonName", "organizationName")
    named = [by_kind[kind] for kind in kinds if by_kind.get(kind)] or [text for _kind, text in parts]
    name = ", ".join(dict.fromkeys(named)) or "?"
    return name if len(name) <= MOST_LETTERS else name[: MOST_LETTERS - 1] + "…"


def _moment(text: Any) -> datetime:  # noqa: ANN401 - a text, as ssl gives it
    return datetime.fromtimestamp(min(ssl.cert_time_to_seconds(text), LATEST), VIETNAM)


def _begins_with_a_number(data: bytes) -> bool:
    """Return whether DER begins as a private key (PKCS #1, #8) or a .p12 with one does; a certificate never does."""
    if len(data) < 2 or data[0] != _SEQUENCE:
        return False
    head = 2 + (
        data[1] & 0x7F if data[1] & 0x80 else 0
    )  # a long length has its own length in the second byte
    return data[head : head + 1] == bytes([_INTEGER])
