"""Words one after another that stay words: each is said in the clerk's language by itself."""

from __future__ import annotations

from collections.abc import Sequence

from desk_app.domain.words import Words


def listed(parts: Sequence[str]) -> str:
    """Return "một, hai, ba"; empty for nothing."""
    if len(parts) < 2:
        return parts[0] if parts else ""
    return Words("{one}, {other}", one=parts[0], other=listed(parts[1:]))


def one_after_another(sentences: Sequence[str]) -> str:
    """Return sentences as one text; empty for nothing."""
    if len(sentences) < 2:
        return sentences[0] if sentences else ""
    return Words("{one} {other}", one=sentences[0], other=one_after_another(sentences[1:]))
