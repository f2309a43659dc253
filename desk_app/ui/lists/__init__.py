"""Báo cáo: the lists of a day or a month."""

from __future__ import annotations
