"""The automaton of a regular expression, as Python's own parser reads it.

Glushkov's: a state is a place in the pattern that reads a character, of one class of characters that the pattern
does not tell apart. What reads nothing (a word's edge, a look at one character on either side) allows a step
or not by the classes before and after it. A longer look ahead is a way that leads nowhere; a longer look back
costs no more than its width. A possessive repeat of one character ends only where that character does not follow.
"""

from __future__ import annotations

import re
import re._constants as sre
import re._parser as parser
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import product
from typing import Any

# One of each kind of character that patterns tell apart; those that stand in the pattern itself are added.
SAMPLE = "aZ5_ \n\t.,:;!?-–—'’\"“”()[]{}<>/\\@#$£%&*+=~^|é漢\u00a0\u200d\ud800🎉"
COPIES = 2  # a bounded repeat is unrolled this often: enough to tell what may follow what
LONG = 256  # a repeat with a bound this high is taken for one without
REPEATS = {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}
SINGLE = {sre.LITERAL, sre.NOT_LITERAL, sre.ANY, sre.IN}
LOOKS = {sre.ASSERT, sre.ASSERT_NOT, sre.AT}
UNKNOWN = -1  # a condition of which nothing is known but that it may fail

Guard = frozenset[int]  # conditions that all have to hold
Ways = dict[int, set[Guard]]  # a place in the pattern, and under which conditions it is come by
FREE: Guard = frozenset()


@dataclass(frozen=True)
class Piece:
    """A part of a pattern: where it can begin and end, and under which conditions it can be empty."""

    first: Ways
    last: Ways
    empty: set[Guard]


NOTHING = Piece({}, {}, {FREE})


@dataclass
class Automaton:
    """States by number: the class each reads, its steps, those that two loops both give, where a match is made."""

    classes: list[int] = field(default_factory=list)
    steps: list[dict[int, list[int]]] = field(default_factory=list)
    doubled: set[tuple[int, int]] = field(default_factory=set)
    final: set[int] = field(default_factory=set)


def automaton(pattern: str, flags: int, *, search: bool, whole: bool) -> Automaton:
    """``search``: it is tried at each place of a text. ``whole``: a match has to reach the text's end."""
    tree = parser.parse(pattern, flags)
    build = _Builder(tree.state.flags, _alphabet(tree, tree.state.flags))
    piece = build.sequence(list(tree))
    if search:
        start = build.place(build.alphabet)
        everywhere = Piece({start: {FREE}}, {start: {FREE}}, set())
        build.join(everywhere.last, everywhere.first)
        build.join(everywhere.last, piece.first)
    return _states(
        build, set() if whole else {place for place, ways in piece.last.items() if build.sure(ways)}
    )


def _alphabet(tree: Any, flags: int) -> list[str]:
    said = {chr(code) for code in _literals(tree)}
    cased = {other for one in said if flags & re.IGNORECASE for other in one.swapcase()}
    return sorted(said | cased | set(SAMPLE))


def _literals(node: Any) -> Iterator[int]:
    if isinstance(node, tuple) and len(node) == 2 and node[0] in {sre.LITERAL, sre.NOT_LITERAL}:
        yield node[1]
    elif isinstance(node, tuple) and len(node) == 2 and node[0] is sre.RANGE:
        yield from node[1]
    elif isinstance(node, (tuple, list, parser.SubPattern)):
        for each in node:
            yield from _literals(each)


class _Builder:
    def __init__(self, flags: int, alphabet: list[str]) -> None:
        self.flags, self.alphabet = flags, alphabet
        self.reads: list[frozenset[str]] = []
        self.edges: dict[tuple[int, int], set[Guard]] = defaultdict(set)
        self.twice: list[tuple[tuple[int, int], set[Guard], Guard]] = []
        self.conditions: list[Callable[[str], object]] = []
        self.settled: set[int] = set()  # conditions that a possessive repeat always comes to meet
        self.widths: dict[int, int] = {}  # of each group, the most characters it can hold
        self.idle = 0  # branches that can be empty in two ways: as many ways round a loop
        self._known: dict[str, int] = {}

    def place(self, characters: Iterable[str]) -> int:
        self.reads.append(frozenset(characters))
        return len(self.reads) - 1

    def sure(self, ways: set[Guard]) -> bool:
        return any(way <= self.settled for way in ways)

    def join(self, left: Ways, right: Ways, *, loop: bool = False) -> None:
        for (one, before), (two, after) in product(left.items(), right.items()):
            for guard in {a | b for a, b in product(before, after)}:
                if loop and (one, two) in self.edges:
                    self.twice.append(((one, two), set(self.edges[one, two]), guard))
                self.edges[one, two].add(guard)

    def sequence(self, nodes: list[Any]) -> Piece:
        done = NOTHING
        for operation, argument in nodes:
            done = self._then(done, self.piece(operation, argument))
        return done

    def _then(self, left: Piece, right: Piece) -> Piece:
        self.join(left.last, right.first)
        empty = {a | b for a, b in product(left.empty, right.empty)}
        return Piece(
            _led(left.first, right.first, left.empty), _led(right.last, left.last, right.empty), empty
        )

    def piece(self, operation: Any, argument: Any) -> Piece:
        if operation in REPEATS:
            return self._repeat(operation, *argument)
        if operation is sre.SUBPATTERN:
            self.widths[argument[0]] = argument[3].getwidth()[1]
            return self.sequence(list(argument[3]))
        if operation is sre.ATOMIC_GROUP:
            return self._atomic(list(argument))
        if operation is sre.BRANCH:
            return self._either([self.sequence(list(one)) for one in argument[1]])
        if operation is sre.GROUPREF_EXISTS:
            return self._either([self.sequence(list(one or [])) for one in argument[1:]])
        if operation in LOOKS:
            return self._look(operation, argument)
        if operation is sre.GROUPREF:
            return self._repeat(sre.MAX_REPEAT, 0, self.widths[argument], [(sre.ANY_ALL, None)])
        return self._single(self.place(self._characters(operation, argument)), {FREE})

    def _single(self, place: int, after: set[Guard]) -> Piece:
        return Piece({place: {FREE}}, {place: after}, set())

    def _atomic(self, nodes: list[Any]) -> Piece:
        if len(nodes) == 1 and nodes[0][0] is sre.MAX_REPEAT:
            return self._repeat(sre.POSSESSIVE_REPEAT, *nodes[0][1])
        return self.sequence(nodes)

    def _either(self, pieces: list[Piece]) -> Piece:
        first = {place: ways for piece in pieces for place, ways in piece.first.items()}
        last = {place: ways for piece in pieces for place, ways in piece.last.items()}
        self.idle += sum(FREE in piece.empty for piece in pieces) > 1
        return Piece(first, last, {way for piece in pieces for way in piece.empty})

    def _repeat(self, operation: Any, low: int, high: Any, body: Any) -> Piece:
        end = {FREE}
        if operation is sre.POSSESSIVE_REPEAT and len(body) == 1 and body[0][0] in SINGLE:
            end = {frozenset({self._condition(sre.ASSERT_NOT, (1, body), settled=True)})}
        if high is sre.MAXREPEAT or high >= LONG:
            idle, piece = self.idle, self.sequence(list(body))
            if self.idle > idle:
                self.join(piece.last, piece.first)
            return _ending(self._repeated(piece, may_be_none=not low), end)
        done, sure = NOTHING, min(low, COPIES)
        for _ in range(sure):
            done = self._then(done, self.sequence(list(body)))
        for _ in range(min(high - low, COPIES)):
            one = self.sequence(list(body))
            done = self._then(done, Piece(one.first, one.last, one.empty | end))
        return done

    def _repeated(self, piece: Piece, *, may_be_none: bool) -> Piece:
        self.join(piece.last, piece.first, loop=True)
        return Piece(piece.first, piece.last, piece.empty | {FREE}) if may_be_none else piece

    def _look(self, operation: Any, argument: Any) -> Piece:
        if operation is sre.AT or argument[1].getwidth()[1] <= 1:
            return Piece({}, {}, {frozenset({self._condition(operation, argument)})})
        ahead = self.sequence(list(argument[1])).first if argument[0] > 0 else {}
        return Piece(ahead, {}, {frozenset({UNKNOWN})})

    def _compiled(self, operation: Any, argument: Any) -> re.Pattern[str]:
        node = parser.SubPattern(parser.State(), [(operation, argument)])
        node.state.flags = self.flags
        made: re.Pattern[str] = re._compiler.compile(node, self.flags)  # type: ignore[attr-defined]
        return made

    def _condition(self, operation: Any, argument: Any, *, settled: bool = False) -> int:
        if (key := f"{operation} {argument} {settled}") not in self._known:
            compiled = self._compiled(operation, argument)
            self.conditions.append(
                lambda pair: any(compiled.match(pair + end, 1) for end in ("", "a", " ", "\n"))
            )
            self._known[key] = len(self.conditions) - 1
            self.settled.update({len(self.conditions) - 1} if settled else ())
        return self._known[key]

    def _characters(self, operation: Any, argument: Any) -> Iterable[str]:
        """The characters of the sample that the node reads, by asking the matcher itself."""
        if operation is sre.LITERAL and not self.flags & re.IGNORECASE:
            return {chr(argument)}
        if operation is sre.ANY_ALL:
            return self.alphabet
        compiled = self._compiled(operation, argument)
        return (one for one in self.alphabet if compiled.match(one))


def _led(near: Ways, far: Ways, between: set[Guard]) -> Ways:
    """The places come by at once, and those come by where what is between is empty."""
    ways = {place: set(guards) for place, guards in near.items()}
    for place, guards in far.items() if between else ():
        ways.setdefault(place, set()).update(a | b for a, b in product(guards, between))
    return ways


def _ending(piece: Piece, end: set[Guard]) -> Piece:
    last = {place: {a | b for a, b in product(ways, end)} for place, ways in piece.last.items()}
    return Piece(piece.first, last, {a | b for a, b in product(piece.empty, end)})


def _states(build: _Builder, final: set[int]) -> Automaton:
    """Places and classes of characters to states."""
    allowed = [
        {a + b for a, b in product(build.alphabet, repeat=2) if holds(a + b)} for holds in build.conditions
    ]
    kinds = _kinds(build, allowed)
    one_of = {kind: character for character, kind in kinds.items()}
    numbers = [
        (place, kind)
        for place, read in enumerate(build.reads)
        for kind in sorted({kinds[one] for one in read})
    ]
    number = {state: index for index, state in enumerate(numbers)}
    of_place: dict[int, list[int]] = defaultdict(list)
    for place, kind in numbers:
        of_place[place].append(kind)

    def lets(guards: Iterable[Guard], a: int, b: int) -> bool:
        pair = one_of[a] + one_of[b]
        return any(all(each == UNKNOWN or pair in allowed[each] for each in guard) for guard in guards)

    made = Automaton([kind for _, kind in numbers], [{} for _ in numbers])
    for (one, two), guards in build.edges.items():
        free = FREE in guards
        for a, b in product(of_place[one], of_place[two]):
            if free or lets(guards, a, b):
                made.steps[number[one, a]].setdefault(b, []).append(number[two, b])
    for (one, two), old, new in build.twice:
        for a, b in product(of_place[one], of_place[two]):
            if lets(old, a, b) and lets([new], a, b):
                made.doubled.add((number[one, a], number[two, b]))
    made.final = {index for index, (place, _) in enumerate(numbers) if place in final}
    return made


def _kinds(build: _Builder, allowed: list[set[str]]) -> dict[str, int]:
    """Characters that no place and no condition tells apart have one number."""
    read: dict[str, list[int]] = {character: [] for character in build.alphabet}
    for place, characters in enumerate(build.reads):
        for one in characters:
            read[one].append(place)
    numbers: dict[Any, int] = {}
    kinds = {}
    for one in build.alphabet:
        sides = tuple(
            (one + other in pairs, other + one in pairs) for pairs in allowed for other in build.alphabet
        )
        kinds[one] = numbers.setdefault((tuple(read[one]), sides), len(numbers))
    return kinds
