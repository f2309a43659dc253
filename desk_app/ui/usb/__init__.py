"""Chép ra USB, over F7."""

from __future__ import annotations
