"""The first start: whose desk it is and who works at it."""

from __future__ import annotations
