"""What a pair of quotation marks is for: something said, a doubted word, or the title of a work."""

from __future__ import annotations

import re

from tellings.read._attribution import Attribution
from tellings.read._clauses import Sentence, Token, last_mark
from tellings.read._marks import Pair
from tellings.read._speech_words import NAMING, SMALL, WORKS

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_SHOWING = NAMING | {"refer", "tweet", "say"}  # verbs whose object may be a phrase in capitals
_MOST_WORDS = 4  # in a word or phrase that is held up rather than said
_LONGEST_TITLE = 12  # words


def kind(
    text: str, sentences: list[Sentence], number: int, k: int, pair: Pair, said: Attribution | None
) -> str:
    """What the quotation at token ``k`` of a sentence is: ``direct``, ``title``, ``scare`` or ``held``.

    ``held`` is a scare quote whatever is said around it; ``scare`` one that nobody is told to have said.
    """
    sentence = sentences[number]
    tokens = sentence.tokens
    words = _WORD.findall(text, pair.inner_start, pair.inner_end)
    if sentence.alone:
        return _heading(sentences, number, words)
    near = said is not None and _speaks_to(sentence, k, said)
    if _is_title(words, tokens, k, near):
        return "title"
    if _is_held_up(text, words, tokens, k, said):
        return "held"
    uttered = len(words) > 2 and words[0][0].isupper() and last_mark(text, tokens[k]) in ".?!"
    headed = (
        sentence.opening > k and k + 1 < len(tokens) and tokens[k + 1].text == ":"
    )  # “I won’t go”: MP stays
    return "direct" if said is not None or len(words) > _MOST_WORDS or uttered or headed else "scare"


def _heading(sentences: list[Sentence], number: int, words: list[str]) -> str:
    """A line of its own in capitals is a heading; what else stands by itself has been said."""
    own = sentences[number].paragraph
    alone = all(
        not 0 <= j < len(sentences) or sentences[j].paragraph != own for j in (number - 1, number + 1)
    )
    return "title" if alone and 1 < len(words) <= _LONGEST_TITLE and _capitals(words) else "direct"


def _capitals(words: list[str]) -> bool:
    return all(word[0].isupper() or word.lower() in SMALL for word in words)


def _speaks_to(sentence: Sentence, k: int, said: Attribution) -> bool:
    """Whether the reporting clause touches the quotation: no word but its object stands between."""
    if said.cue is None:
        return False
    tokens = sentence.tokens
    before = tokens[k - 1] if k else None
    if before and before.tag in ("POS", "IN", "TO"):
        return False
    if before and before.text in (":", ",") and said.side == "before":
        return True
    if said.side == "after":
        return sentence.opening >= k
    if before and before.end <= said.cue[1]:
        return True
    between = [token for token in tokens[max(0, k - 5) : k] if token.start >= said.cue[1]]
    return len(between) < 5 and said.verb in _SHOWING


def _is_title(words: list[str], tokens: list[Token], k: int, near: bool) -> bool:
    if not words or len(words) > _LONGEST_TITLE or not words[0][0].isupper() or not _capitals(words):
        return False
    work = _names_work(tokens, k)
    return work or (len(words) > 1 and not near)


def _names_work(tokens: list[Token], k: int) -> bool:
    return any(token.text.lower() in WORKS for token in tokens[max(0, k - 3) : k] if token.quote is None)


def _is_held_up(text: str, words: list[str], tokens: list[Token], k: int, said: Attribution | None) -> bool:
    """Within a noun phrase, before its noun: *the “in” route*, *his ‘one-in one-out’ scheme*; or *so-called “…”*."""
    if len(words) > _MOST_WORDS or last_mark(text, tokens[k]) in ".,?!":
        return False
    before = tokens[k - 1] if k else None
    following = tokens[k + 1] if k + 1 < len(tokens) else None
    if before is not None and before.text.lower() in ("so-called", "called", "as") and said is None:
        return True
    if before is None or (len(words) > 2 and before.tag not in ("DT", "PRP$", "POS", "JJ", "CD", "NN")):
        return False
    return following is not None and following.quote is None and following.tag in ("NN", "NNS", "JJ")
