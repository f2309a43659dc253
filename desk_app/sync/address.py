"""The superior's address as somebody typed it."""

from __future__ import annotations

from urllib.parse import SplitResult, urlsplit

from desk_app.domain.errors import NotTrusted, WrongAddress

LOOPBACK = {"127.0.0.1", "::1", "localhost"}


def checked_address(text: str) -> str:
    """Return an address that requests can be made to, without a slash at its end.

    Raises:
        WrongAddress: it is none, or has more in it than an address needs.
        NotTrusted: it is neither TLS nor this PC itself.
    """
    url = text.strip().rstrip("/")
    parts = _parts(url)
    if parts is None:
        raise WrongAddress(url=url[:80])
    if parts.scheme == "http" and parts.hostname not in LOOPBACK:
        raise NotTrusted()
    return url


def _parts(url: str) -> SplitResult | None:
    if not url.isprintable() or " " in url:
        return None
    try:
        parts = urlsplit(url)
        (parts.hostname or "").encode("idna")
        fits = parts.port != 0
    except ValueError:  # also UnicodeError: a name that no resolver takes
        return None
    known = parts.scheme in {"http", "https"} and bool(parts.hostname)
    return parts if known and fits and not (parts.query or parts.fragment or "@" in parts.netloc) else None
