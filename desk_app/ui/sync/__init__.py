"""The exchange with the superior: F7."""

from __future__ import annotations
