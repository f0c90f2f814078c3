"""Patterns of words, looked up by the word that they begin with; a word of a pattern may be open at its end (``tax*``)."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping

Pattern = tuple[str, ...]


class Patterns:
    """Patterns, each with its number, by their first words.

    >>> patterns = Patterns({("tax",): 0, ("tax*", "cut"): 1, ("ta*",): 2, ("law",): 3})
    >>> patterns.at("tax"), patterns.at("taxes"), patterns.at("to")
    ([(0, ()), (1, ('cut',)), (2, ())], [(1, ('cut',)), (2, ())], [])
    """

    def __init__(self, numbers: Mapping[Pattern, int]) -> None:
        self.first: dict[str, list[tuple[int, Pattern]]] = {}
        for words, number in numbers.items():
            if words:  # a pattern of no words stands nowhere
                self.first.setdefault(words[0], []).append((number, words[1:]))
        self._stems = sorted(word[:-1] for word in self.first if word[-1] == "*")
        self._shorter = _shorter(self._stems)

    @property
    def open(self) -> bool:
        """Whether a first word is open at its end."""
        return bool(self._stems)

    def at(self, word: str) -> list[tuple[int, Pattern]]:
        """The patterns that a word may begin: of each its number and its further words."""
        found = list(self.first.get(word, ()))
        stem = bisect_right(self._stems, word) - 1
        while stem >= 0:  # every stem that begins the word is this one or begins it
            if word.startswith(self._stems[stem]):
                found += self.first[self._stems[stem] + "*"]
            stem = self._shorter[stem]
        return found


def _shorter(stems: list[str]) -> list[int]:
    """Of each of some sorted stems the number of the longest other one that begins it; -1 where none does.

    >>> _shorter(["law", "lawful", "lawless", "tax"])
    [-1, 0, 0, -1]
    """
    found: list[int] = []
    around: list[int] = []
    for number, stem in enumerate(stems):
        while around and not stem.startswith(stems[around[-1]]):
            around.pop()
        found.append(around[-1] if around else -1)
        around.append(number)
    return found
