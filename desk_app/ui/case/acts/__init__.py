"""The forms of the acts on a case: one module an act or a family of acts, all on form.ActForm."""

from __future__ import annotations
