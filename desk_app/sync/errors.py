"""What requests and the sockets below it say, in the desk's words and by layer."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import requests
import urllib3

from desk_app.domain.errors import (
    CertificateOfAnotherName,
    CertificateOfAnotherTime,
    LineCut,
    LineError,
    NameNotFound,
    NoLine,
    NotReached,
    NotTrusted,
    StrangeAnswer,
    SuperiorAway,
    SuperiorClosed,
    UnknownAuthority,
)

UNREACHABLE = {101, 10051, 113, 10065}  # ENETUNREACH, EHOSTUNREACH, on Linux and Windows

# X509_V_ERR_… of OpenSSL's x509_vfy.h
OF_ANOTHER_TIME = {9, 10}  # CERT_NOT_YET_VALID, CERT_HAS_EXPIRED
OF_ANOTHER_NAME = {62, 64}  # HOSTNAME_MISMATCH, IP_ADDRESS_MISMATCH
UNVOUCHED = {2, 7, 18, 19, 20, 21}  # no issuer, one of the same name with another key, signed by itself


@contextmanager
def line_errors(url: str) -> Iterator[None]:
    """Raise the LineError that a failed request means."""
    try:
        yield
    except requests.exceptions.SSLError as error:
        raise _of_tls(error, url) from error
    except requests.exceptions.ConnectTimeout as error:
        raise NotReached() from error
    except requests.exceptions.ReadTimeout as error:
        raise SuperiorAway() from error
    except requests.exceptions.ConnectionError as error:
        raise _by_cause(error, url) from error
    except (
        requests.exceptions.ChunkedEncodingError,
        urllib3.exceptions.ProtocolError,
        urllib3.exceptions.ReadTimeoutError,
    ) as error:
        raise LineCut() from error
    except (requests.exceptions.RequestException, urllib3.exceptions.HTTPError, UnicodeError) as error:
        raise StrangeAnswer() from error


def _of_tls(error: BaseException, url: str) -> LineError:
    causes = [*_causes(error)]
    if any(isinstance(one, ssl.SSLEOFError | ssl.SSLZeroReturnError) for one in causes):
        return LineCut()
    codes = {one.verify_code for one in causes if isinstance(one, ssl.SSLCertVerificationError)}
    if codes & OF_ANOTHER_TIME:
        return CertificateOfAnotherTime()
    if codes & OF_ANOTHER_NAME:
        return CertificateOfAnotherName(host=urlsplit(url).hostname)
    return UnknownAuthority() if codes & UNVOUCHED else NotTrusted()


def _by_cause(error: BaseException, url: str) -> LineError:
    """Look down the chain of causes for the layer that failed."""
    for seen in _causes(error):
        if isinstance(seen, urllib3.exceptions.NameResolutionError):
            return NameNotFound(host=urlsplit(url).hostname)
        if isinstance(seen, ConnectionRefusedError):
            return SuperiorClosed()
        if isinstance(seen, urllib3.exceptions.ProtocolError | ConnectionResetError | BrokenPipeError):
            return LineCut()
        if isinstance(seen, OSError) and seen.errno in UNREACHABLE:
            return NoLine()
    return SuperiorAway()


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: BaseException | None = error
    while seen is not None:
        yield seen
        inner = seen.args[0] if seen.args and isinstance(seen.args[0], BaseException) else None
        reason = getattr(seen, "reason", None)  # of ssl's own errors it is a text
        outer = reason if isinstance(reason, BaseException) else seen.__cause__
        seen = outer or inner or seen.__context__
