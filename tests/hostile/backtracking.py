"""Can a regular expression backtrack without bound? Decided from its automaton, not by trying texts.

A backtracking matcher tries every path of the automaton that reads the same text. Where two paths through a loop
read the same word, the tries double with each repeat (exponential ambiguity); where one loop can hand over to another
at any place of the same word, they grow as a power of the length (polynomial ambiguity): Weber and Seidl, 1991; for
regular expressions in practice Weideman et al., 2016. A search adds a loop of its own in front, since it tries each place
of the text. A repeat with an upper bound is no loop: it costs a constant.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations, product
from typing import TypeVar

from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components

from hostile.automaton import Automaton, automaton

Pair = tuple[int, int]
T = TypeVar("T")


def ambiguity(pattern: str, flags: int = 0, *, search: bool, whole: bool = False) -> str:
    """``""`` for a pattern whose work is linear in any text, else ``"exponential"`` or ``"polynomial"``.

    ``search`` says that it is tried at each place of a text, ``whole`` that a match has to reach the text's end.
    """
    made = automaton(pattern, flags, search=search, whole=whole)
    # Whoever has matched stops: only paths that have not matched yet are tried again.
    unmatched = _loops(made, without=made.final)
    if any(_exponential(made, loop) for loop in unmatched):
        return "exponential"
    return "polynomial" if _polynomial(made, _loops(made, without=set()), unmatched) else ""


def _loops(made: Automaton, *, without: set[int]) -> list[set[int]]:
    """The states of each loop: strong components of more than one state, or of one that follows itself."""
    edges = [
        (one, two)
        for one, steps in enumerate(made.steps)
        for after in steps.values()
        for two in after
        if one not in without and two not in without
    ]
    if not edges:
        return []
    ones, twos = zip(*edges, strict=True)
    graph = coo_array(([1] * len(edges), (ones, twos)), shape=(len(made.steps),) * 2)
    loops: dict[int, set[int]] = defaultdict(set)
    for state, component in enumerate(connected_components(graph, connection="strong")[1]):
        loops[component].add(state)
    alone = {one for one, two in edges if one == two}
    return [loop for loop in loops.values() if len(loop) > 1 or loop <= alone]


def _search(begin: Iterable[T], after: Callable[[T], Iterable[T]]) -> Iterator[T]:
    """All that can be come by, each once."""
    seen, todo = set[T](), list(begin)
    while todo:
        if (one := todo.pop()) not in seen:
            seen.add(one)
            yield one
            todo.extend(after(one))


def _exponential(made: Automaton, loop: set[int]) -> bool:
    """Two different ways round a loop that read the same word: paths that part and meet again."""
    if any(one in loop and two in loop for one, two in made.doubled):
        return True

    def within(state: int, kind: int) -> list[int]:
        return [other for other in made.steps[state].get(kind, ()) if other in loop]

    def steps(pair: Pair) -> Iterator[Pair]:
        for kind in made.steps[pair[0]].keys() & made.steps[pair[1]].keys():
            for one, two in product(within(pair[0], kind), within(pair[1], kind)):
                yield min(one, two), max(one, two)

    parted = (
        pair
        for state in loop
        for kind in made.steps[state]
        for pair in combinations(sorted(within(state, kind)), 2)
    )
    return any(one == two for one, two in _search(parted, steps))


def _polynomial(made: Automaton, loops: list[set[int]], unmatched: list[set[int]]) -> bool:
    """A word that goes round one loop, round another, and leads from the first to the second."""
    before = _before(made)
    for second in unmatched:
        meet = _meeting(second, made, before)
        for first in loops:
            if first.isdisjoint(second):
                starts = ((p, p, q) for p, q in product(first, second) if q in meet.get(p, ()))
                if any(_leads(made, start, first, meet) for start in starts):
                    return True
    return False


def _before(made: Automaton) -> list[list[int]]:
    before: list[list[int]] = [[] for _ in made.steps]
    for one, steps in enumerate(made.steps):
        for after in steps.values():
            for two in after:
                before[two].append(one)
    return before


def _meeting(loop: set[int], made: Automaton, before: list[list[int]]) -> dict[int, set[int]]:
    """Of each state, those of the loop from which the same word leads both to one state of the loop."""

    def back(pair: Pair) -> Iterator[Pair]:
        by_class: dict[int, list[int]] = defaultdict(list)
        for other in before[pair[1]]:
            if other in loop:
                by_class[made.classes[other]].append(other)
        for one in before[pair[0]]:
            for other in by_class.get(made.classes[one], ()):
                yield one, other

    meet: dict[int, set[int]] = defaultdict(set)
    for one, other in _search(((state, state) for state in loop), back):
        meet[one].add(other)
    return meet


def _leads(made: Automaton, start: tuple[int, int, int], first: set[int], meet: dict[int, set[int]]) -> bool:
    """Whether a word leads the first path round to where it began, the third too, the second from one to the other."""

    def steps(triple: tuple[int, int, int]) -> Iterator[tuple[int, int, int]]:
        one, two, three = (made.steps[state] for state in triple)
        for kind in one.keys() & two.keys() & three.keys():
            for a, b, c in product(one[kind], two[kind], three[kind]):
                if a in first and c in meet.get(b, ()):
                    yield a, b, c

    p, _, q = start
    return any(triple == (p, q, q) for triple in _search([start], steps))
