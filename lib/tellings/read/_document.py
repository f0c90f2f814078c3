"""One text and what has been found in it: each finder runs once, and readers share what it found."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

T = TypeVar("T")


class Document:
    """A text that remembers the findings made in it.

    ``document(find)`` calls ``find(document)`` the first time and answers from memory after that, so that
    quotations, people and quantities share one set of sentences and tokens.

    >>> seen = []
    >>> def length(document):
    ...     seen.append("called")
    ...     return len(document.text)
    >>> document = Document("Two words")
    >>> document(length), document(length), seen
    (9, 9, ['called'])
    """

    __slots__ = ("_found", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self._found: dict[Callable[[Document], Any], Any] = {}

    def __call__(self, find: Callable[[Document], T]) -> T:
        if find not in self._found:
            self._found[find] = find(self)
        found: T = self._found[find]
        return found

    def learn(self, find: Callable[[Document], T], found: T) -> None:
        """Take what was found elsewhere for what ``find`` would find: it must be the very same."""
        self._found[find] = found
