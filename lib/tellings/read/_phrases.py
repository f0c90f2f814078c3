"""Noun phrases, found without a parser: runs of nouns, adjectives and determiners, and what joins them."""

from __future__ import annotations

from typing import NamedTuple

from tellings.read._clauses import Token
from tellings.read._cues import cue
from tellings.read._speech_words import JOINS, OUTSIDE, PRONOUNS, TIMES

_TAGS = ("NN", "JJ", "CD", "DT", "PRP$", "POS", "FW", "VBN", "VBG", "PDT", "RBS", "RBR")
_CLOSED = frozenset(("IN", "CC", "TO", "WRB", "RB", "EX", "MD"))
_CLAUSE_WORDS = frozenset(("that", "while", "because", "as", "though"))
_ONWARDS = frozenset(("of", "for", "at", "from", "and", "&"))
_BRACKETED = 8  # tokens in a bracket behind a name: (D-Mo.)


class Phrase(NamedTuple):
    """Tokens ``first`` to ``last`` of a sentence, the last included."""

    first: int
    last: int


def is_pronoun(token: Token) -> bool:
    """Whether a token is a pronoun that can speak."""
    return token.quote is None and token.text.lower() in PRONOUNS


def nounlike(token: Token) -> bool:
    """Whether a token may stand within a noun phrase."""
    if token.quote is not None or token.text.lower() in TIMES or token.text.lower() in OUTSIDE:
        return False
    if not token.text[0].isalnum() and token.text not in ("&", "’", "'") and token.tag != "POS":
        return token.text[0] in "@$£€#"
    return token.tag.startswith(_TAGS) or (token.text[0].isupper() and token.tag not in _CLOSED)


def noun_phrase(tokens: list[Token], last: int, low: int) -> Phrase | None:
    """The noun phrase that ends at token ``last``, with what *of*, *for* or *and* joins to it."""
    first = _chunk(tokens, last, low)
    if first is None:
        return None
    joint = first - 1
    word = tokens[joint].text.lower() if joint > low else ""
    if (word in JOINS or word in ("and", "&")) and not is_pronoun(tokens[first]):
        outer = _chunk(tokens, joint - 1, low)
        if outer is not None and not _governed(tokens, outer, low):
            return Phrase(outer, last)
    return Phrase(first, last)


def _governed(tokens: list[Token], first: int, low: int) -> bool:
    """Whether a phrase hangs on a preposition or a verb, so that it is nobody's subject."""
    if first <= low:
        return False
    before = tokens[first - 1]
    if before.tag in ("IN", "TO"):
        return before.text.lower() not in _CLAUSE_WORDS
    return before.quote is None and before.tag.startswith("VB")


def _chunk(tokens: list[Token], last: int, low: int) -> int | None:
    """The first token of the run of nouns, adjectives and determiners that ends at ``last``."""
    if last < low:
        return None
    if is_pronoun(tokens[last]):
        return last
    k = last
    while k >= low:
        token = tokens[k]
        if token.text == ")":
            opened = _opening_bracket(tokens, k, low)
            if opened is None:
                break
            k = opened - 1
            continue
        if not nounlike(token) or (k < last and (is_pronoun(token) or _speaks(token))):
            break
        k -= 1
        if token.tag in ("DT", "PRP$") and token.text.lower() not in ("all", "both"):
            break
    return k + 1 if k < last and _has_noun(tokens[k + 1 : last + 1], ("NN", "CD")) else None


def _opening_bracket(tokens: list[Token], k: int, low: int) -> int | None:
    return next((j for j in range(k - 1, max(low, k - _BRACKETED) - 1, -1) if tokens[j].text == "("), None)


def _speaks(token: Token) -> bool:
    return token.tag.startswith("VB") and token.tag != "VBN" and cue(token.text) is not None


def _has_noun(tokens: list[Token], tags: tuple[str, ...]) -> bool:
    return any(token.tag.startswith(tags) or token.text[0].isupper() for token in tokens)


def phrase_after(tokens: list[Token], first: int, high: int) -> Phrase | None:
    """The noun phrase that starts at ``first``: *said* **Mr Finch**, *says* **a spokesman for the party**."""
    start = first
    while start < high and (tokens[start].tag.startswith("RB") or tokens[start].text.lower() in TIMES):
        start += 1
    if start < high and is_pronoun(tokens[start]):
        return Phrase(start, start)
    k = start
    while k < high:
        step = _step(tokens, k, start, high)
        if step == 0:
            break
        k += step
    return Phrase(start, k - 1) if _has_noun(tokens[start:k], ("NN",)) else None


def _step(tokens: list[Token], k: int, start: int, high: int) -> int:
    """How many tokens from ``k`` belong to a phrase that began at ``start``; 0 where it ends."""
    token = tokens[k]
    if token.text == "(":
        closed = next((j for j in range(k + 1, min(high, k + _BRACKETED)) if tokens[j].text == ")"), k - 1)
        return closed + 1 - k
    if nounlike(token):
        opens = k > start and token.tag == "DT" and token.text[0].islower() and tokens[k - 1].tag != "PDT"
        return 0 if opens else 1
    joins = k > start and token.text.lower() in _ONWARDS and k + 1 < high and nounlike(tokens[k + 1])
    return 2 if joins else 0
