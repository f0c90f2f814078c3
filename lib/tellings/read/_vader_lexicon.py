"""VADER's words: the lexicon, the words that change the valence of others, and what each chunk of a text is.

The lists and figures are those of NLTK 3.10 (``nltk.sentiment.vader``, Apache License 2.0), after Hutto & Gilbert
(2014). They stand here because importing them from NLTK takes seconds; a test compares them with NLTK's own.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from string import punctuation
from types import MappingProxyType
from typing import NamedTuple

from tellings.read._shipped import shipped_file

BOOST = 0.293  # what a booster adds to the word after it; a dampener takes as much away
CAPITALS = 0.733  # what capitals add where other words have none
NEGATED = -0.74  # what a negation multiplies by

NEGATIONS = frozenset(
    """aint arent cannot cant couldnt darent didnt doesnt ain't aren't can't couldn't daren't didn't doesn't dont
    hadnt hasnt havent isnt mightnt mustnt neither don't hadn't hasn't haven't isn't mightn't mustn't neednt needn't
    never none nope nor not nothing nowhere oughtnt shant shouldnt uhuh wasnt werent oughtn't shan't shouldn't uh-uh
    wasn't weren't without wont wouldnt won't wouldn't rarely seldom despite""".split()  # noqa: SIM905  # read and compared as text
)
BOOSTERS = frozenset(
    """absolutely amazingly awfully completely considerably decidedly deeply effing enormously entirely especially
    exceptionally extremely fabulously flipping flippin fricking frickin frigging friggin fully fucking greatly hella
    highly hugely incredibly intensely majorly more most particularly purely quite really remarkably so substantially
    thoroughly totally tremendously uber unbelievably unusually utterly very""".split()  # noqa: SIM905  # read and compared as text
)
DAMPENERS = frozenset(
    """almost barely hardly kinda kindof kind-of less little marginally occasionally partly scarcely slightly somewhat
    sorta sortof sort-of""".split()  # noqa: SIM905  # read and compared as text
)
DAMPENING_PAIRS = frozenset({"just enough", "kind of", "sort of"})
IDIOMS: Mapping[str, float] = MappingProxyType(
    {
        "the shit": 3,
        "the bomb": 3,
        "bad ass": 1.5,
        "yeah right": -2,
        "cut the mustard": 2,
        "kiss of death": -1.5,
        "hand to mouth": -2,
    }
)
# The marks that are taken off the end, or off the beginning, of a chunk.
MARKS = (*".!?,;:-'\"", "!!", "!!!", "??", "???", "?!?", "!?!", "?!?!", "!?!?")

_TURNING = frozenset({"but", "least", "at", "very", "kind", "of", "so", "this", "never"})
IN_PHRASES = frozenset(word for phrase in (*IDIOMS, *DAMPENING_PAIRS) for word in phrase.split())
_ASKED = NEGATIONS | BOOSTERS | DAMPENERS | _TURNING
_MARKED = frozenset(punctuation)
_REMEMBERED, _LONGEST = 1 << 18, 48  # chunks held at once, and the characters of the longest one held


class Word(NamedTuple):
    """What VADER's rules ask of a chunk between blanks.

    ``word`` is the chunk without its marks and ``lower`` its small letters; ``valence`` the lexicon's figure, 0
    where a word of the lexicon is a booster and so has none of its own; ``known``, whether the lexicon has it;
    ``boost``, what it adds to a good word after it; ``negates``; ``capitals``, whether it is all in capitals.
    """

    word: str
    lower: str
    valence: float
    known: bool
    boost: float
    negates: bool
    capitals: bool


@cache
def lexicon() -> Mapping[str, float]:
    """VADER's lexicon: the valence of each word and emoticon, from -4 to 4.

    The file is the one that the authors' own package ships. The package is located, not imported: importing it
    loads an HTTP client that nothing here uses.
    """
    found: dict[str, float] = {}
    for line in lexicon_file().read_text(encoding="utf-8").strip("\n").split("\n"):
        word, valence = line.strip().split("\t")[:2]
        found[word] = float(valence)
    return MappingProxyType(found)


def lexicon_file() -> Path:
    """Where the lexicon lies."""
    return shipped_file("vaderSentiment", "vader_lexicon.txt", install="vaderSentiment")


def bare(chunk: str) -> str:
    """A chunk without the mark at its end or its beginning, where a plain word of two letters or more is left.

    NLTK looks a chunk up among all words of the sentence with every mark before and after each. Those words are
    the sentence's chunks less their punctuation, so a chunk is among them if and only if what is left of it holds
    no punctuation: it needs no look at the rest of the sentence.

    >>> bare("war!!"), bare("--war"), bare("don't."), bare("'war'"), bare(":)")
    ('war', '--war', "don't.", "'war'", ':)')
    """
    if chunk[0] not in _MARKED and chunk[-1] not in _MARKED:
        return chunk
    rest = chunk.strip(punctuation)
    mark = chunk.removeprefix(rest) if chunk.startswith(rest) else chunk.removesuffix(rest)
    return rest if len(rest) > 1 and mark in MARKS and _MARKED.isdisjoint(rest) else chunk


def word(chunk: str) -> Word:
    """A chunk as the rules see it."""
    written = bare(chunk)
    low = written.lower()
    known = low in lexicon()
    boost = BOOST if low in BOOSTERS else -BOOST if low in DAMPENERS else 0.0
    valence = lexicon()[low] if known and not boost else 0.0
    negates = low in NEGATIONS or "n't" in low
    return Word(written, low, valence, known, boost, negates, written.isupper())


class Chunks(dict[str, Word | None]):
    """The word of each chunk, made when it is first met; None for the many that no rule asks about.

    It forgets everything when it holds ``_REMEMBERED`` chunks and never holds a long one, so that it stays small
    whatever the texts are.

    >>> chunks = Chunks()
    >>> chunks["council,"] is None, chunks["horrible!"].valence
    (True, -2.5)
    """

    def __missing__(self, chunk: str) -> Word | None:
        written = bare(chunk)
        low = written.lower()
        asked = low in _ASKED or "n't" in low or written in IN_PHRASES or low in lexicon()
        kept = word(chunk) if asked else None
        if len(chunk) <= _LONGEST:
            if len(self) >= _REMEMBERED:
                self.clear()
            self[chunk] = kept
        return kept
