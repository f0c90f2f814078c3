"""What NLTK makes of a white-space chunk: asked of NLTK itself, many chunks at a time, and the same in any sentence.

NLTK's patterns look within a chunk, with four exceptions: whether it opens its sentence, whether it closes it, whether
blanks of an unusual sort stand beside it, and, for bare marks, what their neighbours are. The first two are variants of
the chunk; a sentence with the others is given to NLTK whole.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cache

from nltk.tokenize.destructive import NLTKWordTokenizer

FIRST, LAST = 1, 2
"""Variants of a chunk, to be added up: the first of its sentence, and the last."""
LONG = 48
"""Characters of the longest chunk that is a word of some language."""

Piece = tuple[int, int, str]
"""A token: its beginning and end within what it was cut from, and how NLTK writes it."""

# What NLTK writes for a double mark, as the Penn Treebank does: `` where it opens, '' where it closes.
TREEBANK_MARKS = ("``", "''")
_CLOSING = frozenset("])}>\"'»”’`")
_SPLIT = re.compile(r"(?i)cannot|gimme|gonna|gotta|lemme|wanna")
_SPLIT_FIRST = frozenset("cglwCGLW")  # the letters with which these begin: most words need no closer look
_SIMPLE = re.compile(r"([^\W\d_]+)[.,:;?!]?")
# At the end of a sentence its stop is a token, and a mark after it.
_ENDED = re.compile(r"([^.]*\w)([.][”\"]?)")
# Letters and figures of which NLTK asks nothing but that they are some; those beside an apostrophe it reads.
_ANY = re.compile(r"(?<![^\W\d_])(?<!')[^\W\d_]++(?!'(?!s\b))|\d+")
_WORD, _NUMBER = "council", "20"
_AT_ONCE = 100  # shapes that NLTK is given in one line
_KEPT = 1 << 14  # shapes remembered; then all are forgotten, and learnt anew


@cache
def _tokenizer() -> NLTKWordTokenizer:
    return NLTKWordTokenizer()


def align(sentence: str) -> Iterator[Piece]:
    """NLTK's tokens with their places: it adds and drops blanks and rewrites double marks, nothing else."""
    place = 0
    for token in _tokenizer().tokenize(sentence):
        while sentence[place].isspace():
            place += 1
        length = 1 if token in TREEBANK_MARKS and sentence[place] == '"' else len(token)
        yield place, place + length, token
        place += length


def core(chunk: str) -> str:
    """The letters of a chunk that is a word with one mark after it or none; nothing of any other.

    >>> core("left,"), core("can't")
    ('left', '')
    """
    simple = _SIMPLE.fullmatch(chunk)
    return simple[1] if simple else ""


def is_bare(chunk: str) -> bool:
    """Whether a chunk is marks alone, which NLTK reads by their neighbours."""
    return not chunk[0].isalnum() and _CLOSING.issuperset(chunk)


def minds(chunk: str) -> int:
    """The variants of a chunk that NLTK may read in a way of their own.

    >>> minds("left"), minds("left.") == LAST, minds("'''") == FIRST + LAST
    (0, True, True)
    """
    opens = chunk[0] in ".`" or (chunk[0] in "\"'" and not chunk[1:2].isalnum())
    closes = "." in chunk or chunk[-1] in "'`" or (chunk[-1] in ",:" and not chunk[-2:-1].isalnum())
    return opens * FIRST + closes * LAST


def cut(chunks: Iterable[tuple[str, str, int]]) -> list[list[Piece]]:
    """What becomes of each chunk, given with its core and its variant.

    >>> cut([("left.", "left", 0), ("left.", "left", LAST), ("can't", "", 0)])
    [[(0, 5, 'left.')], [(0, 4, 'left'), (4, 5, '.')], [(0, 2, 'ca'), (2, 5, "n't")]]
    """
    found: list[list[Piece]] = []
    hard: list[tuple[int, str, str, int]] = []
    for number, (chunk, letters, variant) in enumerate(chunks):
        found.append(_simple(chunk, letters, variant))
        if not found[-1]:
            hard.append((number, chunk, _shape(chunk), variant))
    if len(_of_shape) > _KEPT:
        _of_shape.clear()
    _learn({(shape, variant) for _, _, shape, variant in hard}.difference(_of_shape))
    for number, chunk, shape, variant in hard:
        found[number] = _fitted(chunk, shape, _of_shape[shape, variant])
    return found


def _shape(chunk: str) -> str:
    """A chunk with its words and numbers exchanged for a word and a number, where NLTK would not tell them apart.

    >>> _shape("“life-long,”"), _shape("$3,500m"), _shape("can't"), _shape("gonna")
    ('“council-council,”', '$20,20council', "can't", 'gonna')
    """
    return chunk if _SPLIT.search(chunk) else _ANY.sub(_alike, chunk)


def _alike(found: re.Match[str]) -> str:
    return _NUMBER if found.group()[0].isdecimal() else _WORD


def _fitted(chunk: str, shape: str, pieces: list[Piece]) -> list[Piece]:
    """The pieces of a shape, as long as they are in the chunk."""
    if chunk == shape:
        return pieces
    since, by = [0], [0]  # from where in the shape on all is moved, and by how much
    for found in _ANY.finditer(chunk):
        end = found.start() - by[-1] + len(_alike(found))
        since.append(end)
        by.append(found.end() - end)

    def place(at: int) -> int:
        return at + by[bisect_right(since, at) - 1]

    return [
        (place(start), place(end), token if token in TREEBANK_MARKS else chunk[place(start) : place(end)])
        for start, end, token in pieces
    ]


_of_shape: dict[tuple[str, int], list[Piece]] = {}


def _learn(shapes: set[tuple[str, int]]) -> None:
    """Ask NLTK what becomes of shapes, those within a sentence many at a time."""
    within: list[tuple[str, int, str, str]] = []
    for shape, variant in shapes:
        if not variant:
            within.append((shape, variant, shape, ""))
        elif variant == LAST and (ended := _ENDED.fullmatch(shape)):
            within.append((shape, variant, ended[1], ended[2]))
        else:
            _of_shape[shape, variant] = _asked([shape], variant)[0]
    for first in range(0, len(within), _AT_ONCE):
        some = within[first : first + _AT_ONCE]
        asked = _asked([chunk for *_, chunk, _ in some], 0)
        for (shape, variant, chunk, marks), pieces in zip(some, asked, strict=True):
            _of_shape[shape, variant] = [*pieces, *_after(len(chunk), marks)]


def _simple(chunk: str, letters: str, variant: int) -> list[Piece]:
    """What becomes of a plain word with one mark after it or none; nothing where NLTK must be asked."""
    if not letters or (letters[0] in _SPLIT_FIRST and _SPLIT.fullmatch(letters)):
        return []
    if letters == chunk or (chunk[-1] == "." and not variant & LAST):
        return [(0, len(chunk), chunk)]
    return [(0, len(letters), letters), (len(letters), len(chunk), chunk[-1])]


def _after(end: int, marks: str) -> Iterator[Piece]:
    for at, mark in enumerate(marks, end):
        yield at, at + 1, "''" if mark == '"' else mark


def _asked(chunks: list[str], variant: int) -> list[list[Piece]]:
    """What NLTK makes of chunks in a sentence: of several within one, or of one that opens or closes it."""
    before, after = "" if variant & FIRST else "Xx ", "" if variant & LAST else " xx"
    found: list[list[Piece]] = [[] for _ in chunks]
    edges, at = [], len(before)
    for chunk in chunks:
        edges.append((at, at + len(chunk)))
        at += len(chunk) + 1
    place = 0
    for start, end, token in align(before + " ".join(chunks) + after):
        while place < len(edges) and start >= edges[place][1]:
            place += 1
        if place < len(edges) and start >= edges[place][0]:
            found[place].append((start - edges[place][0], end - edges[place][0], token))
    return found
