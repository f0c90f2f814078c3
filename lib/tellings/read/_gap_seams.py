"""Seams: the places between neighbouring words of a paragraph, where a word may be missing."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter
from typing import NamedTuple

from tellings.read import _paragraphs, _tagger, _tokens
from tellings.read._document import Document
from tellings.read._gap_words import ABBREVIATIONS, AUXILIARIES, BE, LIGHT_NOUNS
from tellings.read._lexicon import tag

CLOSING = frozenset({"”", "’", '"', "''", "'"})
OPENING = frozenset({"“", "‘", '"', "``", "'"})
QUOTES = CLOSING | OPENING
STOPS = frozenset({".", "?", "!"})
_BEHIND_STOPS = CLOSING | {")"}
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD"})
QUESTIONS = frozenset({"WDT", "WP", "WP$", "WRB"})
POSSESSIVES = frozenset({"'s", "’s", "‘s"})
_GO_BY = frozenset({"gone", "went", "passed"})
# Text cut into tokens and joined again has a space before nearly every mark: there a space tells nothing.
_SPACED_MARK = re.compile(r"\w [,.;](?=\s)")
_MARK = re.compile(r"\w ?[,.;](?=\s)")
_FEWEST_SPACED = 3


class Word(NamedTuple):
    """A token, its part of speech, and whether white space stands before it."""

    start: int
    end: int
    text: str
    lower: str
    tag: str
    spaced: bool


NONE = Word(-1, -1, "", "", "", False)


class Cuts(NamedTuple):
    """The words of a document side by side: where they start and end, their texts and their parts of speech."""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    texts: Sequence[str]
    tags: Sequence[str]

    def word(self, at: int) -> Word:
        """One of the words."""
        start, text = self.starts[at], self.texts[at]
        return Word(start, self.ends[at], text, text.lower(), self.tags[at], self.spaced(at))

    def spaced(self, at: int) -> bool:
        """Whether white space stands before a word."""
        return self.starts[at] > 0 and self.text[self.starts[at] - 1].isspace()


class Paragraph(NamedTuple):
    """The words ``first`` to ``last`` (left out) of a document, and what holds for all seams among them.

    ``loose``: the text has spaces before its marks everywhere. ``whole``: the paragraph and the one before it end
    as sentences do, so that its first word should have a capital. ``led``: a paragraph stands before it.
    """

    cuts: Cuts
    first: int
    last: int
    loose: bool
    whole: bool
    led: bool

    @property
    def span(self) -> tuple[int, int]:
        """Where the first word starts and the last one ends."""
        return self.cuts.starts[self.first], self.cuts.ends[self.last - 1]

    def word(self, at: int) -> Word:
        """The word at a place of the document; none outside the paragraph."""
        return self.cuts.word(at) if self.first <= at < self.last else NONE

    def seam(self, at: int) -> Seam:
        """The seam before word ``at`` of the document, or after the paragraph's last."""
        return Seam(self, at, self.word(at - 1), self.word(at), self.loose, self.whole, self.led)


class Seam(NamedTuple):
    """The place before word ``at`` of a document, or after a paragraph's last word: between ``left`` and ``right``."""

    paragraph: Paragraph
    at: int
    left: Word
    right: Word
    loose: bool
    whole: bool
    led: bool

    def __call__(self, offset: int) -> Word:
        """The word so far to the right (0 is the next one), or to the left (-1 is the last one)."""
        return self.paragraph.word(self.at + offset)


def find(document: Document) -> tuple[Cuts, list[Paragraph]]:
    """The words of a document and its paragraphs in words, with a seam before each word and one after the last."""
    cuts, loose = _possessives(_cut(document)), _loose(document.text)
    paragraphs: list[Paragraph] = []
    first, whole_before = 0, True
    for span in document(_paragraphs.find):
        last = bisect_left(cuts.starts, span.end, first)
        whole = _whole(cuts.texts[first:last])
        paragraphs.append(Paragraph(cuts, first, last, loose, whole and whole_before, bool(paragraphs)))
        first, whole_before = last, whole
    return cuts, paragraphs


def _loose(text: str) -> bool:
    if sum(map(text.count, (" ,", " .", " ;"))) < _FEWEST_SPACED:  # what is spaced has one of these
        return False
    spaced, marks = (len(pattern.findall(text)) for pattern in (_SPACED_MARK, _MARK))
    return spaced >= _FEWEST_SPACED and spaced > marks / 2


def finite(word: Word) -> bool:
    """Whether a word is a verb that has a subject."""
    return word.tag in {"VBZ", "VBD", "MD"} or word.lower in AUXILIARIES


def ends(seam: Seam) -> bool:
    """Whether a sentence ends at the seam, and not an abbreviation."""
    stop, last = seam.left, seam(-2)
    if stop.text in CLOSING:
        stop, last = last, seam(-3)
    if stop.text not in STOPS:
        return False
    if last.text in {")", "]"} or last.text in CLOSING:
        return True
    letters = last.text.replace("-", "")
    return (
        len(letters) > 2 and letters.isalnum() and last.lower not in ABBREVIATIONS and not letters.isupper()
    )


def relative(seam: Seam, *, reach: int = 12) -> bool:
    """Whether a relative or a question before the seam may have taken a preposition's object away."""
    for offset in range(-2, -reach, -1):
        word = seam(offset)
        if word is NONE or word.text in {".", ";"}:
            return False
        if word.tag in QUESTIONS or word.lower == "that":
            return True
    return False


def by_nobody(seam: Seam) -> bool:
    """Whether a passive's "by" stands before the seam: "statements made by are"."""
    verb = seam(-2)
    return seam.left.text == "by" and verb.tag in {"VBN", "VBD"} and verb.lower not in _GO_BY


def bound(seam: Seam) -> bool:
    """Whether the preposition before the seam cannot be stranded: what it governs must follow."""
    before, preposition = seam(-2), seam.left.lower
    if before.text in CLOSING or (before.lower, preposition) == ("according", "to"):
        return True
    if before.text == ",":
        return seam.right.text != "and" or preposition not in {"by", "to", "in", "on"}
    if before.lower in BE | {"be", "been"}:
        return _located(seam)
    if before.tag not in NOUNS or before.lower in LIGHT_NOUNS:
        return False
    if seam(-3).tag not in {"DT", "PRP$", "JJ"} and before.text.islower() and _listed_verb(before):
        return False
    return not (relative(seam) and seam(-3).tag.startswith(("VB", "PRP", "IN", "NNS")))


def _located(seam: Seam) -> bool:
    """Whether a form of "be" and a preposition ask for a place: "must be in with a passport"."""
    if (seam.left.lower, seam.right.text) == ("in", "with"):
        return seam(2).lower not in {"chance", "shout"} and not relative(seam)
    return seam.left.lower in {"of", "at", "from", "with", "by", "to"} and not relative(seam)


def _listed_verb(word: Word) -> bool:
    return (tag(word.text) or "").startswith("VB")


def _whole(texts: Sequence[str]) -> bool:
    marks = list(texts[-3:])
    while marks and marks[-1] in _BEHIND_STOPS:
        marks.pop()
    return bool(marks) and (marks[-1] in STOPS or texts[-1] in STOPS)


def _cut(document: Document) -> Cuts:
    tokens = document(_tokens.find)
    starts, ends = list(map(itemgetter(0), tokens)), list(map(itemgetter(1), tokens))
    return Cuts(document.text, starts, ends, document(_tokens.texts), document(_tagger.find))


def _possessives(cuts: Cuts) -> Cuts:
    """The words with a possessive after white space made whole: it is cut into a quotation mark and an "s"."""
    cut = [at for at, text in enumerate(cuts.texts) if text == "s"] if "s" in cuts.texts else []
    cut = [at for at in cut if at and cuts.texts[at - 1] in QUOTES and cuts.ends[at - 1] == cuts.starts[at]]
    if not cut:
        return cuts
    ends, texts, tags = list(cuts.ends), list(cuts.texts), list(cuts.tags)
    for at in cut:
        ends[at - 1], texts[at - 1], tags[at - 1] = ends[at], "’s", "POS"
    gone = set(cut)
    kept = [at for at in range(len(texts)) if at not in gone]
    starts = [cuts.starts[at] for at in kept]
    return Cuts(
        cuts.text, starts, [ends[at] for at in kept], [texts[at] for at in kept], [tags[at] for at in kept]
    )
