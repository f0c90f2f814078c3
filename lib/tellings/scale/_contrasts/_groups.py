"""Things joined two by two to groups that do not grow beyond a size."""

from __future__ import annotations


class Groups:
    """Union-find over the numbers up to ``n`` (Tarjan 1975) that joins nothing to more than ``largest``.

    >>> groups = Groups(5, 2)
    >>> [groups.join(0, 1), groups.join(1, 2), groups.join(3, 4)], groups.several()
    ([True, False, True], [[0, 1], [3, 4]])
    """

    def __init__(self, n: int, largest: int) -> None:
        self._parent = list(range(n))
        self._size = [1] * n
        self._largest = largest

    def root(self, number: int) -> int:
        """The first member of a number's group."""
        parent = self._parent
        while parent[number] != number:
            parent[number] = parent[parent[number]]
            number = parent[number]
        return number

    def join(self, one: int, two: int) -> bool:
        """Join the groups of two numbers; False where that would be too large a group."""
        first, second = sorted((self.root(one), self.root(two)))
        if first == second:
            return True
        if self._size[first] + self._size[second] > self._largest:
            return False
        self._parent[second] = first
        self._size[first] += self._size[second]
        return True

    def several(self) -> list[list[int]]:
        """The groups of more than one, by their first members."""
        found: dict[int, list[int]] = {}
        for number in range(len(self._parent)):
            root = self.root(number)
            if self._size[root] > 1:
                found.setdefault(root, []).append(number)
        return list(found.values())
