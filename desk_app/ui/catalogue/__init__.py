"""Danh mục: procedures, and what the commune laid over them."""

from __future__ import annotations
