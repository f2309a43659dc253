"""F8, the end of a day; and leaving with unsent work."""

from __future__ import annotations
