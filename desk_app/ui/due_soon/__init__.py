"""F5, Sắp đến hạn."""

from __future__ import annotations
