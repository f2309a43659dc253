"""Taking a case: the screen of F2."""

from __future__ import annotations
