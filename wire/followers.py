"""Words by what they follow: a case's next kind, or the staff who goes on with it (docs/protocol.md, 2)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from wire.canonical import Json
from wire.errors import BadFrame

MOST = 16  # remembered of what followed one word: the list is searched for each event


class Followers:
    """0 = what followed last time, 1 = before that, …; then all words by their place; the next number: a new word."""

    def __init__(self) -> None:
        self._known: list[str] = []
        self._places: dict[str, int] = {}
        self._followed: dict[str, list[str]] = defaultdict(list)

    def say(self, before: str, word: str, new: list[Json]) -> int:
        """Return the number of `word` after `before`; a word that was never said is added to `new`."""
        followed = self._followed[before]
        if word in followed:
            number = followed.index(word)
        else:
            number = len(followed) + self._places.get(word, len(self._known))
            if word not in self._places:
                new.append(word)
        self._meet(followed, word)
        return number

    def hear(self, before: str, number: int, new: Callable[[], str]) -> str:
        """Return the word of a number; `new` gives the next one that was said in full.

        Raises:
            BadFrame: there is no such number yet.
        """
        followed = self._followed[before]
        place = number - len(followed)
        if place > len(self._known):
            raise BadFrame("a word that was never said")
        word = new() if place == len(self._known) else followed[number] if place < 0 else self._known[place]
        self._meet(followed, word)
        return word

    def _meet(self, followed: list[str], word: str) -> None:
        if word not in self._places:
            self._places[word] = len(self._known)
            self._known.append(word)
        if word in followed:
            followed.remove(word)
        followed.insert(0, word)
        del followed[MOST:]
