"""The list of cases: F3."""

from __future__ import annotations
