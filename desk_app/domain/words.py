"""Vietnamese words for the clerk that can be said in another language later."""

from __future__ import annotations


class Words(str):
    """A text as the clerk reads it in Vietnamese, which remembers its pattern and what was filled in.

    `ui/wording.py` says it in the chosen language; whoever knows nothing of languages uses it as the text
    that it is. A field `n` is a count: languages with a plural choose their form by it.
    """

    __slots__ = ("fields", "pattern")
    pattern: str
    fields: dict[str, object]

    def __new__(cls, pattern: str, /, **fields: object) -> Words:
        made = super().__new__(cls, pattern.format(**fields) if fields else pattern)
        made.pattern, made.fields = pattern, fields
        return made
