"""Runs of equal words joined into passages across small differences, and the differences between two wordings."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from tellings.compare._shared_words import Words, words_of

_GAP = 6  # differing words between two runs of one passage
_REACH = 4  # differing words that a passage's ends may step over …
_STEP = 3  # … to this many equal ones, of which one tells
_OPEN = 12  # chains that a run may continue; more are only found in texts that repeat themselves

Run = tuple[int, int, int]


class Chain(NamedTuple):
    """A passage of two articles: its runs of equal words, ``(first word here, first word there, words)``."""

    runs: tuple[Run, ...]

    @property
    def here(self) -> tuple[int, int]:
        """The passage's first word in the one article, and the word after its last."""
        return self.runs[0][0], self.runs[-1][0] + self.runs[-1][2]

    @property
    def there(self) -> tuple[int, int]:
        """The same in the other article."""
        return self.runs[0][1], self.runs[-1][1] + self.runs[-1][2]

    @property
    def matched(self) -> int:
        """The words that are equal in both."""
        return sum(run[2] for run in self.runs)

    @property
    def similarity(self) -> float:
        """The part of both wordings' words that they have in common, in order; from 0 to 1 (Dice 1945)."""
        (a, b), (c, d) = self.here, self.there
        return 2 * self.matched / (b - a + d - c)


def chains(words: Words, found: Iterable[Run]) -> list[Chain]:
    """The passages that runs of one pair of articles make; the runs come sorted by their place in the first."""
    done: list[list[Run]] = []
    open_: list[list[Run]] = []
    for run in found:
        open_ = [chain for chain in open_ if run[0] - sum(chain[-1][::2]) <= _GAP][-_OPEN:]
        for chain in reversed(open_):
            if (fitted := _fitted(chain[-1], run)) is not None:
                if fitted[2] > 0:
                    chain.append(fitted)
                break
        else:
            open_.append([run])
            done.append(open_[-1])
    return _outermost([_stretched(words, chain) for chain in done])


def _fitted(last: Run, run: Run) -> Run | None:
    """A run as it continues a chain, without what the chain has of it already; None where it does not."""
    behind = max(last[0] + last[2] - run[0], last[1] + last[2] - run[1], 0)
    a, b, length = run[0] + behind, run[1] + behind, run[2] - behind
    gaps = a - last[0] - last[2], b - last[1] - last[2]
    return (a, b, max(length, 0)) if max(gaps) <= _GAP else None


def _outermost(found: list[Chain]) -> list[Chain]:
    """The chains that are no part of a larger one."""
    kept: list[Chain] = []
    for chain in sorted(found, key=lambda chain: (chain.here[0], -chain.here[1], chain.there)):
        if not any(
            _inside(chain.here, big.here) and _inside(chain.there, big.there) for big in kept[-_OPEN:]
        ):
            kept.append(chain)
    return kept


def _inside(one: tuple[int, int], two: tuple[int, int]) -> bool:
    return two[0] <= one[0] and one[1] <= two[1]


def _stretched(words: Words, chain: list[Run]) -> Chain:
    """A chain carried on at both ends, word by word and over a few differing words, as long as words are equal."""
    a, b, _ = chain[0]
    low = int(words.bounds[words.of[a]]), int(words.bounds[words.of[b]])
    high = int(words.bounds[words.of[a] + 1]), int(words.bounds[words.of[b] + 1])
    before = [
        (a - n + 1, b - n + 1, n) for a, b, n in _further(words, (a - 1, b - 1), (low[0] - 1, low[1] - 1), -1)
    ]
    end = chain[-1][0] + chain[-1][2], chain[-1][1] + chain[-1][2]
    return Chain(_joined([*reversed(before), *chain, *_further(words, end, high, 1)]))


def _further(words: Words, at: tuple[int, int], limit: tuple[int, int], way: int) -> Iterator[Run]:
    """Runs of equal words met on the way from two places; each begins at its place nearest to them."""
    while (run := _next_run(words, at, limit, way)) is not None:
        yield run
        at = run[0] + way * run[2], run[1] + way * run[2]


def _next_run(words: Words, at: tuple[int, int], limit: tuple[int, int], way: int) -> Run | None:
    for skipped in range(2 * _REACH + 1):
        for here in range(max(0, skipped - _REACH), min(skipped, _REACH) + 1):
            a, b = at[0] + way * here, at[1] + way * (skipped - here)
            length = _equal(words, (a, b), limit, way)
            if length and (skipped == 0 or (length >= max(_STEP, skipped) and _tells(words, a, length, way))):
                return a, b, length
    return None


def _equal(words: Words, at: tuple[int, int], limit: tuple[int, int], way: int) -> int:
    """How many words from two places on are equal."""
    keys, (a, b) = words.keys, at
    room = max(0, min(way * (limit[0] - a), way * (limit[1] - b)))
    length = 0
    while length < room and keys[a] == keys[b]:
        a, b, length = a + way, b + way, length + 1
    return length


def _tells(words: Words, a: int, length: int, way: int) -> bool:
    first = a if way > 0 else a - length + 1
    return bool(words.content[first : first + length].any())


def _joined(runs: list[Run]) -> tuple[Run, ...]:
    """Runs that touch in both articles made into one."""
    made = runs[:1]
    for a, b, length in runs[1:]:
        last = made[-1]
        if (a, b) == (last[0] + last[2], last[1] + last[2]):
            made[-1] = (last[0], last[1], last[2] + length)
        else:
            made.append((a, b, length))
    return tuple(made)


def marked(words: Words, chain: Chain) -> str:
    """The differences of two wordings, in order, as wdiff writes them: ``[-only here-]{+only there+}``."""
    told = []
    for (a, b, n), (c, d, _) in zip(chain.runs, chain.runs[1:], strict=False):
        told.append(_mark(words.written(a + n, c), words.written(b + n, d)))
    return " … ".join(told)


def _mark(here: str, there: str) -> str:
    return (f"[-{here}-]" if here else "") + (f"{{+{there}+}}" if there else "")


class Difference(NamedTuple):
    """A step from one wording to another: ``equal``, ``replace``, ``delete`` or ``insert``."""

    op: str
    start: int
    end: int
    text: str
    other_start: int
    other_end: int
    other_text: str


def differences(text: str, other: str) -> list[Difference]:
    """Two wordings word by word: what is equal, replaced, left out and put in, with the offsets in both.

    The fewest words are changed (Levenshtein 1966); case, marks and hyphens make no difference.

    >>> [(step.op, step.text, step.other_text) for step in differences("the broad plan", "A plan")]
    [('replace', 'the broad', 'A'), ('equal', 'plan', 'plan')]
    """
    from rapidfuzz.distance import Indel

    ours, theirs = list(words_of(text)), list(words_of(other))
    steps = Indel.opcodes([word for word, _, _ in ours], [word for word, _, _ in theirs])
    return [
        _step(text, other, ours, theirs, piece)
        for piece in _gathered([(str(s[0]), int(s[1]), int(s[2]), int(s[3]), int(s[4])) for s in steps])
    ]


def _gathered(steps: list[tuple[str, int, int, int, int]]) -> Iterator[tuple[str, int, int, int, int]]:
    """Words left out and words put in at one place, told as one replacement."""
    waiting: tuple[str, int, int, int, int] | None = None
    for op, a, b, c, d in steps:
        if waiting is not None and (op == "equal") == (waiting[0] == "equal"):
            waiting = (waiting[0] if waiting[0] == op else "replace", waiting[1], b, waiting[3], d)
            continue
        if waiting is not None:
            yield waiting
        waiting = (op, a, b, c, d)
    if waiting is not None:
        yield waiting


def _step(
    text: str,
    other: str,
    ours: list[tuple[str, int, int]],
    theirs: list[tuple[str, int, int]],
    piece: tuple[str, int, int, int, int],
) -> Difference:
    op, a, b, c, d = piece
    start, end = _offsets(text, ours, a, b)
    other_start, other_end = _offsets(other, theirs, c, d)
    return Difference(op, start, end, text[start:end], other_start, other_end, other[other_start:other_end])


def _offsets(text: str, words: list[tuple[str, int, int]], first: int, stop: int) -> tuple[int, int]:
    if stop > first:
        return words[first][1], words[stop - 1][2]
    place = words[first][1] if first < len(words) else len(text)
    return place, place
