"""What requests and the sockets below it say, in the desk's words and by layer."""

from __future__ import annotations

import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from urllib.parse import urlsplit

import requests
import urllib3

from desk_app.domain.errors import (
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
)

UNREACHABLE = {101, 10051, 113, 10065}  # ENETUNREACH, EHOSTUNREACH, on Linux and Windows

OF_ANOTHER_TIME = {9, 10}  # X509_V_ERR_CERT_NOT_YET_VALID, X509_V_ERR_CERT_HAS_EXPIRED


@contextmanager
def line_errors(url: str) -> Iterator[None]:
    """Raise the LineError that a failed request means."""
    try:
        yield
    except requests.exceptions.SSLError as error:
        raise _of_tls(error) from error
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


def _of_tls(error: BaseException) -> LineError:
    causes = [*_causes(error)]
    if any(isinstance(one, ssl.SSLEOFError | ssl.SSLZeroReturnError) for one in causes):
        return LineCut()
    if any(
        isinstance(one, ssl.SSLCertVerificationError) and one.verify_code in OF_ANOTHER_TIME for one in causes
    ):
        return CertificateOfAnotherTime()
    return NotTrusted()


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
