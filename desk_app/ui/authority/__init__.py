"""The commune's own authority in the window: looked at before it is believed."""

from __future__ import annotations
