"""What stands around quotations: sentences of words, marks and whole quotations, for finding who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from tellings.read import _marks, _paragraphs, _tagger
from tellings.read._cues import cue
from tellings.read._document import Document
from tellings.read._lexicon import tag
from tellings.read._marks import Pair
from tellings.read._remembered import Remembered

_TOKEN = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Capt|Sgt|Rev|Hon|Prof|Jr|Sr|St|vs|No|Jan|Feb|Aug|Sept|Oct"
    r"|Nov|Dec|Inc|Corp|Co|Ltd|Del|Adm|Supt|Atty)\.(?=\s|,|’|')"
    r"|[A-Z]\.(?:[A-Z]\.)*|@\w+|[£$€#]?\d+(?:[.,:/]\d+)*(?:%|\w{1,3})?(?:-\w+)*|\w+(?:[-’'&]\w+|\.[a-z]\w*)*|\.\.\.|\S"
)
_GENITIVE = re.compile(r".(?=[’']s$)|[sS](?=[’']$)")
_NICKNAME = re.compile(r"[A-Z]\w*(?: [A-Z]\w*)?")
_NAME_BEFORE = re.compile(r"(?<!\S)[A-Z]\w+\.? $")
_NAME_AFTER = re.compile(r" [A-Z][a-z]")
_CLOSED = frozenset(("DT", "IN", "PRP", "PRP$", "CC", "WRB", "WP", "WDT", "TO", "MD", "EX", "RB", "CD", "UH"))
_TERMINAL = frozenset((".", "?", "!"))


class Token(NamedTuple):
    """A word, a mark, or (``quote`` not None) an outermost quotation as a whole, with its Penn tag."""

    start: int
    end: int
    text: str
    tag: str
    quote: int | None = None


_token = partial(tuple.__new__, Token)


class Sentence(NamedTuple):
    """The tokens of a sentence with quotations folded up, the paragraph it stands in, and its first word.

    ``opening`` is the number of the first token that is a word; that of the tokens where there is none.
    """

    tokens: list[Token]
    paragraph: int
    opening: int

    @property
    def alone(self) -> bool:
        """Whether the sentence holds quotations and marks, and no word beside them."""
        return self.opening == len(self.tokens)


def find(document: Document) -> list[Sentence]:
    """The sentences of a document, each outermost quotation folded into one token."""
    pairs = document(_marks.find)
    outer = [k for k, pair in enumerate(pairs) if pair.depth == 0]
    stretches = [(paragraph.start, paragraph.end) for paragraph in document(_paragraphs.find)]
    return fold(document.text, stretches, pairs, outer)


def fold(text: str, stretches: list[tuple[int, int]], pairs: list[Pair], folded: list[int]) -> list[Sentence]:
    """The sentences of some stretches of a text, with the pairs numbered in ``folded`` as single tokens."""
    found: list[tuple[list[Token], int]] = []
    cursor, covered = 0, 0
    tokens: list[Token] = []
    for number, (start, end) in enumerate(stretches):
        position = max(start, covered)
        while cursor < len(folded) and pairs[folded[cursor]].start < end:
            pair = pairs[folded[cursor]]
            tokens += _words(text, position, pair.start)
            if is_nickname(text, pair):
                tokens += _words(text, pair.inner_start, pair.inner_end)
            else:
                tokens.append(Token(pair.start, pair.end, '"', "Q", folded[cursor]))
            position = covered = pair.end
            cursor += 1
        if position < end:
            tokens += _words(text, position, end)
        following = stretches[number + 1] if number + 1 < len(stretches) else None
        within = following is not None and following[1] <= covered
        if not within and not (following and _goes_on(text, tokens, max(following[0], covered))):
            found.extend((part, number) for part in _split(text, tokens))
            tokens = []
    tagged = _tagged([part for part, _ in found])
    return [Sentence(part, number, _opening(part)) for part, (_, number) in zip(tagged, found, strict=True)]


def _goes_on(text: str, tokens: list[Token], position: int) -> bool:
    """Whether a sentence goes on where the next line, or the rest of it behind a quotation, begins.

    A quotation that runs over lines has its reporting clause behind its end; where marks stand free (a sentence a
    line), also on the line that follows it.
    """
    if not tokens or tokens[-1].quote is None:
        return False
    end = tokens[-1].end
    if end == position:
        return "\n" in text[tokens[-1].start : end] and text[end : end + 1] not in ("", "\n")
    return text[end - 2 : end - 1].isspace() and text[position].islower()


def _opening(tokens: list[Token]) -> int:
    for k, (_, _, text, _, quote) in enumerate(tokens):
        if quote is None and text[0].isalnum():
            return k
    return len(tokens)


def is_nickname(text: str, pair: Pair) -> bool:
    """Whether a pair stands within a name: *Marcia “Cia” Price*."""
    if pair.end - pair.start > 24 or not _NICKNAME.fullmatch(text, pair.inner_start, pair.inner_end):
        return False
    named = _NAME_BEFORE.search(text, max(0, pair.start - 30), pair.start)
    return named is not None and _NAME_AFTER.match(text, pair.end) is not None


def _tagged(sentences: list[list[Token]]) -> Iterator[list[Token]]:
    """The tokens with their parts of speech in context; a quotation stands in the sentence as a mark does."""
    words = [[text if quote is None else "''" for _, _, text, _, quote in tokens] for tokens in sentences]
    for tokens, found in zip(sentences, _tagger.tags_of(words), strict=True):
        tagged: list[Token] = []
        for token, known in zip(tokens, found, strict=True):
            start, end, word, alone, quote = token
            if word[0].isupper() and known[:3] != "NNP":
                known = _amended(word, known, first=not tagged)
            if known == alone or quote is not None or alone == "POS":
                tagged.append(token)
            else:
                tagged.append(_token((start, end, word, known, None)))
        yield tagged


def _amended(word: str, known: str, *, first: bool) -> str:
    """A capitalised word within a sentence is a name, whatever the tagger makes of a place it never saw."""
    if first or known.startswith("NN"):
        return "NNP" if tag(word) is None else known
    return known if tag(word.lower()) in _CLOSED else "NNP"


def _words(text: str, start: int, end: int) -> list[Token]:
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text, start, end):
        first, last = match.span()
        word, alone, genitive = _read[match.group()]
        if genitive:
            tokens.append(_token((first, last - len(genitive), word, alone, None)))
            tokens.append(_token((last - len(genitive), last, genitive, "POS", None)))
        else:
            tokens.append(_token((first, last, word, alone, None)))
    return tokens


def _read_word(word: str) -> tuple[str, str, str]:
    """A word without its genitive's ending, its tag by itself, and the ending."""
    genitive = word[-2:] if len(word) > 2 and word[-2:] in ("’s", "'s") else ""
    word = word.removesuffix(genitive)
    known = tag(word)
    if not word[0].isalnum() and word[0] not in "@£$€#":
        known = word if len(word) == 1 else known or word
    elif word[0].isupper() and (known is None or (len(word) > 1 and word.isupper())):
        known = "NNP"
    return word, known or "NN", genitive


_read = Remembered(_read_word)


def _split(text: str, tokens: list[Token]) -> list[list[Token]]:
    """Cut a paragraph's tokens where a sentence ends, be it before or within a closing mark."""
    parts: list[list[Token]] = []
    first = 0
    for k, (_, _, word, _, quote) in enumerate(tokens):
        if (word in _TERMINAL or quote is not None) and _ends(text, tokens, k):
            parts.append(tokens[first : k + 1])
            first = k + 1
    return [*parts, tokens[first:]] if first < len(tokens) else parts


def _ends(text: str, tokens: list[Token], k: int) -> bool:
    token = tokens[k]
    following = tokens[k + 1] if k + 1 < len(tokens) else None
    if following is None:
        return True
    if token.quote is None:
        if token.text not in _TERMINAL:
            return False
        fresh = following.quote is not None or not following.text[0].islower()
        return fresh and following.start > token.end and following.text not in _TERMINAL
    last = last_mark(text, token)
    if last not in _TERMINAL or following.text in _TERMINAL or following.text in ",;-–—―)":
        return False
    return following.quote is not None or not _clause_of_speech(tokens, k + 1, strict=last == ".")


def last_mark(text: str, token: Token) -> str:
    """The last character within a quotation's marks; of nested quotations the innermost's."""
    k = token.end - 1
    while k > token.start and text[k] in "”\"'’»`″ \xa0":
        k -= 1
    return text[k]


def _clause_of_speech(tokens: list[Token], k: int, *, strict: bool) -> bool:
    """Whether what follows a quotation is its reporting clause: *she asked.*, *Smith told the BBC.*"""
    for j in range(k, min(k + 24, len(tokens))):
        token = tokens[j]
        if token.quote is not None or token.text in _TERMINAL:
            return False
        known = cue(token.text)
        if known and j > k and known.form in ("past", "s") and token.tag.startswith(("VB", "NN")):
            if not strict and token.tag.startswith("VB"):
                return True
            end = tokens[j + 1] if j + 1 < len(tokens) else None
            return end is None or end.text == "."
        if token.tag in ("VBD", "VBZ", "VBP", "MD", ":") or (known and j == k and not strict):
            return bool(known and j == k)
    return False
