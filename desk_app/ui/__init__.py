"""Owns the window.

Importing PySide6 puts a function of its own in place of `import`, for its `__feature__` switches, which we do not use:
it reads the source of every module that is imported later, once more, to look for the word PySide6. The one before it
is put back, which spares 45 files before the sign-in, 230 before the first field, and 7 MB.
"""

from __future__ import annotations

import builtins

import PySide6  # noqa: F401 - sets builtins.__orig_import__

builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
