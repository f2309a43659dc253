"""A day at the desk, worked through the real window by keys."""

from __future__ import annotations
