"""The address of a superior's server, as an enrolment slip gives it."""

from __future__ import annotations

from urllib.parse import urlsplit


def is_server_address(text: str) -> bool:
    """Return whether `text` can be the address of a server: a scheme and a host, nothing that is no number as port."""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError:
        return False
    named = bool(parts.hostname) and not any(letter.isspace() for letter in text)
    return parts.scheme in {"https", "http"} and named and port != 0
