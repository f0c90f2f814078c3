"""What a function says of a string, remembered within bounds: news repeats its words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

_LONGEST = 64  # characters of the longest string that is remembered


class Remembered(dict[str, T]):
    """The value of each string, made when it is first asked for; when ``most`` are held, all are forgotten.

    A value must rest on its string alone. Looking one up costs no call, as a call of a cached function would.

    >>> lengths = Remembered(len, most=2)
    >>> [lengths[word] for word in ("a", "bb", "a")], dict(lengths), lengths["ccc"], dict(lengths)
    ([1, 2, 1], {'a': 1, 'bb': 2}, 3, {'ccc': 3})
    """

    def __init__(self, make: Callable[[str], T], *, most: int = 1 << 15) -> None:
        self._make, self._most = make, most

    def __missing__(self, string: str) -> T:
        made = self._make(string)
        if len(string) <= _LONGEST:
            if len(self) >= self._most:
                self.clear()
            self[string] = made
        return made
