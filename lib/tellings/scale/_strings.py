"""Strings each kept once, by number, with an Arrow array of them that grows."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt
import pyarrow as pa


class Strings(dict[str, int]):
    """The number of each string, and the strings by their numbers.

    >>> strings = Strings()
    >>> strings["war"], strings["peace"], strings["war"]
    (0, 1, 0)
    >>> strings.take(np.array([1, 1, 0])).to_pylist()
    ['peace', 'peace', 'war']
    """

    def __init__(self) -> None:
        self.list: list[str] = []
        self._array: Any = pa.array([], pa.string())

    def __missing__(self, string: str) -> int:
        self[string] = number = len(self.list)
        self.list.append(string)
        return number

    def take(self, numbers: npt.NDArray[np.integer[Any]]) -> Any:
        """The strings of these numbers, as an Arrow array."""
        if len(self.list) > len(self._array):
            new = pa.array(self.list[len(self._array) :], pa.string())
            self._array = pa.concat_arrays([self._array, new])
        return self._array.take(pa.array(numbers))
