"""Handing results over: F4."""

from __future__ import annotations
