"""Which of the texts wanted a store has already, reader by reader, and what is left to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from tellings.scale._engines import Engine, batched
from tellings.scale._store import Part, Store
from tellings.scale._work import check

_CHECKED = 64  # files that are checked as one task
LARGEST, SMALLEST = 500, 25
_OF_A_CORPUS = 16  # parts that articles make, where neither limit is met


class Have(NamedTuple):
    """Parts that have no text in common, and the texts that none of them has."""

    covers: tuple[str, ...]
    missing: frozenset[bytes]


@dataclass
class Coverage:
    """The parts of a store that hold what is wanted, all of them as they were written."""

    store: Store
    wanted: Mapping[bytes, int]
    keys: Mapping[str, str]
    engine: Engine
    parts: dict[str, dict[str, Part]] = field(init=False)
    have: dict[str, Have] = field(init=False)

    def __post_init__(self) -> None:
        self._held = held = _Held(self.store, self.wanted)
        found = {reader: self.store.parts(reader, key) for reader, key in self.keys.items()}
        usable = {reader: [part for part in parts if held(part.cover)] for reader, parts in found.items()}
        spoilt = set(_spoilt(usable.values(), self.engine))
        self.parts = {
            reader: {part.cover: part for part in parts if str(part.path) not in spoilt}
            for reader, parts in usable.items()
        }
        known: dict[frozenset[str], Have] = {}
        self.have = {}
        for reader, parts in self.parts.items():
            covers = frozenset(parts)
            if covers not in known:
                known[covers] = held.choose(covers)
            self.have[reader] = known[covers]

    def chosen(self, reader: str) -> list[Part]:
        """The parts of a reader that serve."""
        return [self.parts[reader][cover] for cover in self.have[reader].covers]

    def first(self, cover: str) -> int:
        """The number of the first text of a cover."""
        return self.wanted[self._held(cover)[0]]

    def left(self) -> Iterator[tuple[tuple[str, ...], list[bytes]]]:
        """What is left to read: readers, and some hundred texts that just these have not read, in order."""
        groups: dict[frozenset[bytes], list[str]] = {}
        for reader, have in self.have.items():
            groups.setdefault(have.missing, []).append(reader)
        lacking = [(missing, readers) for missing, readers in groups.items() if missing]
        together: dict[tuple[int, ...], list[bytes]] = {}
        for text in self.wanted:
            lack = tuple(number for number, (missing, _) in enumerate(lacking) if text in missing)
            if lack:
                together.setdefault(lack, []).append(text)
        order = {reader: number for number, reader in enumerate(self.keys)}
        for lack, texts in together.items():
            readers = sorted(
                (reader for number in lack for reader in lacking[number][1]), key=order.__getitem__
            )
            for some in batched(texts, part_size(len(self.wanted))):
                yield tuple(readers), some


def part_size(articles: int) -> int:
    """Texts of a part: by the number of articles alone, so that every engine makes the same parts.

    >>> part_size(2), part_size(1_000), part_size(1_000_000)
    (25, 63, 500)
    """
    return min(LARGEST, max(SMALLEST, -(-articles // _OF_A_CORPUS)))


class _Held:
    """Which wanted texts each cover holds."""

    def __init__(self, store: Store, wanted: Mapping[bytes, int]) -> None:
        self._store, self._wanted = store, wanted
        self._known: dict[str, list[bytes]] = {}

    def __call__(self, cover: str) -> list[bytes]:
        if cover not in self._known:
            texts = self._store.covered(cover) or []
            self._known[cover] = [text for text in texts if text in self._wanted]
        return self._known[cover]

    def choose(self, covers: Iterable[str]) -> Have:
        """Covers that share no text, the largest first, so that no row can count twice."""
        missing = set(self._wanted)
        chosen = []
        for cover in sorted(covers, key=lambda name: (-len(self(name)), name)):
            if missing.issuperset(self(cover)):
                missing.difference_update(self(cover))
                chosen.append(cover)
        return Have(tuple(sorted(chosen, key=lambda name: self._wanted[self(name)[0]])), frozenset(missing))


def _spoilt(parts: Iterable[Sequence[Part]], engine: Engine) -> Iterator[str]:
    paths = [str(part.path) for some in parts for part in some]
    for found in engine.light(check, list(batched(paths, _CHECKED))):
        yield from found
