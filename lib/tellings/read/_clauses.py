"""What stands around quotations: sentences of words, marks and whole quotations, for finding who speaks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import chain, islice
from operator import itemgetter
from typing import NamedTuple

from tellings.read import _marks, _paragraphs, _tagger
from tellings.read._clause_words import Token, last_mark, split, token_of, words
from tellings.read._document import Document
from tellings.read._lexicon import tag
from tellings.read._marks import Pair

__all__ = ["Sentence", "Token", "ahead", "find", "fold", "is_nickname", "last_mark", "nested"]

_NICKNAME = re.compile(r"[A-Z]\w*(?: [A-Z]\w*)?")
_NAME_BEFORE = re.compile(r"(?<!\S)[A-Z]\w+\.? $")
_NAME_AFTER = re.compile(r" [A-Z][a-z]")
_CLOSED = frozenset(("DT", "IN", "PRP", "PRP$", "CC", "WRB", "WP", "WDT", "TO", "MD", "EX", "RB", "CD", "UH"))
_text = itemgetter(2)
_DEEPEST = 3  # quotations within quotations within quotations, and no further: time stays linear


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


_Part = tuple[list[Token], int]
"""The tokens of a sentence, tagged each by itself, and its paragraph."""


def find(document: Document) -> list[Sentence]:
    """The sentences of a document, each outermost quotation folded into one token."""
    return _tagged(_outermost(document))


def nested(document: Document) -> list[list[Sentence]]:
    """The sentences within each quotation that holds others, which are folded there."""
    within = _within(document)
    return _apart(_tagged(list(chain.from_iterable(within))), map(len, within))


def ahead(documents: Sequence[Document]) -> None:
    """Find the sentences of several documents, whose words are tagged quicker at once."""
    outermost, within = list(map(_outermost, documents)), list(map(_within, documents))
    tagged = iter(
        _tagged([*chain.from_iterable(outermost), *chain.from_iterable(chain.from_iterable(within))])
    )
    for document, parts in zip(documents, outermost, strict=True):
        document.learn(find, list(islice(tagged, len(parts))))
    for document, stretches in zip(documents, within, strict=True):
        document.learn(nested, _apart(tagged, map(len, stretches)))


def _apart(sentences: Iterable[Sentence], counts: Iterable[int]) -> list[list[Sentence]]:
    each = iter(sentences)
    return [list(islice(each, count)) for count in counts]


def _outermost(document: Document) -> list[_Part]:
    pairs = document(_marks.find)
    outer = [k for k, pair in enumerate(pairs) if pair.depth == 0]
    stretches = [(paragraph.start, paragraph.end) for paragraph in document(_paragraphs.find)]
    return _folded(document.text, stretches, pairs, outer)


def _within(document: Document) -> list[list[_Part]]:
    pairs = document(_marks.find)
    inner: dict[int, list[int]] = {}
    around: list[int] = []
    for k, pair in enumerate(pairs):
        del around[pair.depth :]
        if around and pairs[around[-1]].depth < _DEEPEST:
            inner.setdefault(around[-1], []).append(k)
        around.append(k)
    return [
        _folded(document.text, [(pairs[outer].inner_start, pairs[outer].inner_end)], pairs, folded)
        for outer, folded in inner.items()
    ]


def fold(text: str, stretches: list[tuple[int, int]], pairs: list[Pair], folded: list[int]) -> list[Sentence]:
    """The sentences of some stretches of a text, with the pairs numbered in ``folded`` as single tokens."""
    return _tagged(_folded(text, stretches, pairs, folded))


def _folded(text: str, stretches: list[tuple[int, int]], pairs: list[Pair], folded: list[int]) -> list[_Part]:
    found: list[_Part] = []
    cursor, covered = 0, 0
    tokens: list[Token] = []
    for number, (start, end) in enumerate(stretches):
        position = max(start, covered)
        while cursor < len(folded) and pairs[folded[cursor]].start < end:
            pair = pairs[folded[cursor]]
            tokens += words(text, position, pair.start)
            if is_nickname(text, pair):
                tokens += words(text, pair.inner_start, pair.inner_end)
            else:
                tokens.append(Token(pair.start, pair.end, '"', "Q", folded[cursor]))
            position = covered = pair.end
            cursor += 1
        if position < end:
            tokens += words(text, position, end)
        following = stretches[number + 1] if number + 1 < len(stretches) else None
        within = following is not None and following[1] <= covered
        if not within and not (following and _goes_on(text, tokens, max(following[0], covered))):
            found.extend((part, number) for part in split(text, tokens))
            tokens = []
    return found


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


def _tagged(parts: list[_Part]) -> list[Sentence]:
    """The sentences with their parts of speech in context."""
    found = _tagger.tags_of([_texts(tokens) for tokens, _ in parts])
    for (tokens, _), tags in zip(parts, found, strict=True):
        for k, ((start, end, word, alone, quote), known) in enumerate(zip(tokens, tags, strict=True)):
            told = _amended(word, known, first=not k) if known[:3] != "NNP" and word[0].isupper() else known
            if told != alone and quote is None and alone != "POS":
                tokens[k] = token_of((start, end, word, told, None))
    return [Sentence(tokens, number, _opening(tokens)) for tokens, number in parts]


def _texts(tokens: list[Token]) -> list[str]:
    """The words of a sentence for the tagger: a quotation stands in its sentence as a mark does."""
    texts = list(map(_text, tokens))
    if '"' in texts:
        return [text if token[4] is None else "''" for text, token in zip(texts, tokens, strict=True)]
    return texts


def _amended(word: str, known: str, *, first: bool) -> str:
    """A capitalised word within a sentence is a name, whatever the tagger makes of a place it never saw."""
    if first or known.startswith("NN"):
        return "NNP" if tag(word) is None else known
    return known if tag(word.lower()) in _CLOSED else "NNP"
