"""The words and marks of clauses, and where a sentence ends among them and the quotations folded up there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import NamedTuple

from tellings.read._cues import cue
from tellings.read._lexicon import tag
from tellings.read._remembered import Remembered

_TOKEN = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Capt|Sgt|Rev|Hon|Prof|Jr|Sr|St|vs|No|Jan|Feb|Aug|Sept|Oct"
    r"|Nov|Dec|Inc|Corp|Co|Ltd|Del|Adm|Supt|Atty)\.(?=\s|,|’|')"
    r"|[A-Z]\.(?:[A-Z]\.)*|@\w+|[£$€#]?\d+(?:[.,:/]\d+)*(?:%|\w{1,3})?(?:-\w+)*|\w+(?:[-’'&]\w+|\.[a-z]\w*)*|\.\.\.|\S"
)
_TERMINAL = frozenset((".", "?", "!"))


class Token(NamedTuple):
    """A word, a mark, or (``quote`` not None) an outermost quotation as a whole, with its Penn tag."""

    start: int
    end: int
    text: str
    tag: str
    quote: int | None = None


token_of = partial(tuple.__new__, Token)
"""A token of five values, without a look at their names."""


def words(text: str, start: int, end: int) -> list[Token]:
    """The words and marks of a stretch of text, chunk by chunk: none has a blank in it."""
    tokens: list[Token] = []
    *chunks, last = text[start:end].split(" ")
    for chunk in chunks:
        for first, behind, word, alone in _cut[chunk]:
            tokens.append(token_of((start + first, start + behind, word, alone, None)))
        start += len(chunk) + 1
    for first, behind, word, alone in _pieces(last):
        tokens.append(token_of((start + first, start + behind, word, alone, None)))
    return tokens


def _pieces(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Where the words and marks of a text begin and end, what they are and their tags by themselves."""
    for match in _TOKEN.finditer(text):
        first, last = match.span()
        word, alone, genitive = _read[match.group()]
        if genitive:
            yield first, last - len(genitive), word, alone
            yield last - len(genitive), last, genitive, "POS"
        else:
            yield first, last, word, alone


# What a chunk is cut into where a blank follows: at the end of a stretch *Mr.* is a word and a stop.
_cut = Remembered(lambda chunk: tuple(_pieces(f"{chunk} ")))


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


def split(text: str, tokens: list[Token]) -> list[list[Token]]:
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
