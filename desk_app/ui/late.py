"""A place whose screen is made when somebody first goes there."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

S = TypeVar("S", bound=QWidget)


class Late(QWidget, Generic[S]):
    """Holds the screen that `build` gives: what few clerks open in a day must not make every sign-in wait."""

    def __init__(self, build: Callable[[], S]) -> None:
        super().__init__()
        self._build = build
        self._screen: S | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)

    def inside(self) -> S:
        """Return the screen, made now where it was not yet."""
        if self._screen is None:
            self._screen = self._build()
            layout = self.layout()
            assert layout is not None, "made above"
            layout.addWidget(self._screen)
        return self._screen

    @property
    def hints(self) -> Any:  # noqa: ANN401 - pairs of key and words
        """Return what the keys do there."""
        return getattr(self.inside(), "hints", ())

    def start(self, *begin_with: str) -> None:
        """Begin anew."""
        inside: Any = self.inside()
        inside.start(*begin_with)
