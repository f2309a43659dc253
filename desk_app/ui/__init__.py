"""Owns the window.

Importing PySide6 puts a function of its own in place of `import`, for its `__feature__` switches, which we do not use:
it reads the source of every module that is imported later, once more, to look for the word PySide6. The one before it
is put back: a start opens 60 files less and takes a third less time.
"""

from __future__ import annotations

import builtins

import PySide6  # noqa: F401 - sets builtins.__orig_import__

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
