"""Opening the desk with a passphrase."""

from __future__ import annotations
