"""Who vouches for the superior's certificate: the known authorities, and the commune's own where it has one."""

from __future__ import annotations

import ssl
from pathlib import Path

from desk_app.domain.errors import AuthorityUnreadable

MOST_BYTES = 64 * 1024  # of a file of certificates: the province's and those above it


def trusting(own: Path | None) -> ssl.SSLContext:
    """Return what checks the superior: the system's authorities, and those of the file `own` where it is there.

    Raises:
        AuthorityUnreadable: the file holds no certificates.
    """
    context = ssl.create_default_context()
    if own is not None and own.exists():
        context.load_verify_locations(cadata=read_authorities(own))
    return context


def read_authorities(path: Path) -> str:
    """Return the text of a file of authorities' certificates.

    Raises:
        AuthorityUnreadable: it cannot be read, holds none, or a certificate that may vouch for nobody.
    """
    try:
        with path.open("rb") as file:
            text = file.read(MOST_BYTES).decode("ascii")
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.load_verify_locations(cadata=text)
    except (OSError, ValueError) as error:  # ssl.SSLError is an OSError
        raise AuthorityUnreadable(path=path) from error
    if not context.get_ca_certs():  # a leaf is taken by load_verify_locations, and never vouches
        raise AuthorityUnreadable(path=path)
    return text
