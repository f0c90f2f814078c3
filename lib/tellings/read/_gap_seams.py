"""Seams: the places between neighbouring words of a paragraph, where a word may be missing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tellings.read import _paragraphs, _tagger, _tokens
from tellings.read._document import Document
from tellings.read._gap_words import ABBREVIATIONS, AUXILIARIES, BE, LIGHT_NOUNS
from tellings.read._lexicon import tag

CLOSING = frozenset({"”", "’", '"', "''", "'"})
OPENING = frozenset({"“", "‘", '"', "``", "'"})
QUOTES = CLOSING | OPENING
STOPS = frozenset({".", "?", "!"})
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


class Seam(NamedTuple):
    """The place before ``words[at]`` of a paragraph, or after its last word: between ``left`` and ``right``.

    ``loose``: the text has spaces before its marks everywhere. ``whole``: the paragraph and the one before it end
    as sentences do, so that its first word should have a capital. ``led``: a paragraph stands before it.
    """

    words: Sequence[Word]
    at: int
    left: Word
    right: Word
    loose: bool
    whole: bool
    led: bool

    def __call__(self, offset: int) -> Word:
        """The word so far to the right (0 is the next one), or to the left (-1 is the last one)."""
        at = self.at + offset
        return self.words[at] if 0 <= at < len(self.words) else NONE


class Paragraph(NamedTuple):
    """The words of a paragraph, and what holds for all its seams (:class:`Seam`)."""

    words: Sequence[Word]
    loose: bool
    whole: bool
    led: bool

    def seam(self, at: int) -> Seam:
        """The seam before word ``at``, or after the last."""
        words = self.words
        left, right = words[at - 1] if at else NONE, words[at] if at < len(words) else NONE
        return Seam(words, at, left, right, self.loose, self.whole, self.led)


def find(document: Document) -> Iterator[Paragraph]:
    """The paragraphs of a document in words, with a seam before each word and one after the last."""
    spaced, marks = (len(pattern.findall(document.text)) for pattern in (_SPACED_MARK, _MARK))
    loose = spaced >= _FEWEST_SPACED and spaced > marks / 2
    led, whole_before = False, True
    for words in _by_paragraph(document):
        whole = _whole(words)
        yield Paragraph(words, loose, whole and whole_before, led)
        led, whole_before = True, whole


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


def _whole(words: Sequence[Word]) -> bool:
    marks = [word.text for word in words[-3:]]
    while marks and marks[-1] in CLOSING | {")"}:
        marks.pop()
    return bool(marks) and (marks[-1] in STOPS or words[-1].text in STOPS)


def _by_paragraph(document: Document) -> Iterator[list[Word]]:
    tagged = zip(document(_tokens.find), document(_tagger.find), strict=True)
    token, part = next(tagged, (None, ""))
    for paragraph in document(_paragraphs.find):
        words: list[Word] = []
        while token is not None and token.start < paragraph.end:
            _append(words, document.text, token.start, token.end, part)
            token, part = next(tagged, (None, ""))
        yield words


def _append(words: list[Word], text: str, start: int, end: int, part: str) -> None:
    word = text[start:end]
    # A possessive after white space is cut into a quotation mark and an "s".
    if word == "s" and words and words[-1].text in QUOTES and words[-1].end == start:
        mark = words.pop()
        words.append(Word(mark.start, end, "’s", "’s", "POS", mark.spaced))
        return
    words.append(Word(start, end, word, word.lower(), part, start > 0 and text[start - 1].isspace()))
