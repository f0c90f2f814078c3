"""The reporting clause of a quotation: the cue and the speaker that stand before, after or around it."""

from __future__ import annotations

from typing import NamedTuple

from tellings.read import _speakers
from tellings.read._clauses import Sentence, Token, last_mark
from tellings.read._cues import Cue, cue
from tellings.read._speakers import Phrase

_REACH = 70  # tokens over which a cue is sought


class Attribution(NamedTuple):
    """Who says it (token offsets of the text; None: cannot be told) by which cue; ``side`` says how it was found."""

    speaker: tuple[int, int] | None
    cue: tuple[int, int] | None
    verb: str | None
    group: str | None
    side: str


def attribute(text: str, sentence: Sentence, k: int) -> Attribution | None:
    """The attribution of the quotation at token ``k`` that its own sentence gives."""
    tokens = sentence.tokens
    mark = last_mark(text, tokens[k])
    trailing = mark in ",?!-—" or (k == _first_word(tokens) and mark != ".") or _leads(tokens, k)
    order = (after, before) if trailing else (before, after)
    for look in order:
        found = look(tokens, k)
        if found:
            return found
    return around(tokens, k)


def _first_word(tokens: list[Token]) -> int:
    return next((k for k, token in enumerate(tokens) if token.quote is not None or token.text[0].isalnum()), 0)


def _leads(tokens: list[Token], k: int) -> bool:
    return all(token.quote is not None or not token.text[0].isalnum() for token in tokens[:k])


def after(tokens: list[Token], k: int) -> Attribution | None:
    """*“…,” said Smith*; *“…,” Smith, the mayor, told the BBC*; *“…,” according to Smith*."""
    low = k + 1
    while low < len(tokens) and tokens[low].text in (",", "-", "–", "—", "―"):
        low += 1
    high = _until_quote(tokens, low)
    if low >= high:
        return None
    found = _according(tokens, low, high)
    if found:
        return found
    for j in range(low, high):
        known = _verb(tokens, j, low)
        if known is None:
            if _breaks(tokens, j, low):
                return None
            continue
        inverted = j == low or all(t.tag.startswith("RB") for t in tokens[low:j])
        if inverted:
            phrase = _speakers.phrase_after(tokens, j + 1, high) if known.form in ("past", "s", "base") else None
            return _made(tokens, phrase, j, known, "after") if phrase else None
        if known.form == "ing" or _speakers.is_passive(tokens, j):
            continue
        phrase = _speakers.subject(tokens, j, low)
        if phrase:
            return _made(tokens, phrase, j, known, "after")
    return None


def _verb(tokens: list[Token], j: int, low: int) -> Cue | None:
    if j == low:
        known = cue(tokens[j].text) if tokens[j].quote is None and tokens[j].text.islower() else None
        return known
    return _speakers.verb_at(tokens, j)


def _breaks(tokens: list[Token], j: int, low: int) -> bool:
    """Whether a token shows that no reporting clause follows: the sentence runs on after a partial quotation."""
    token = tokens[j]
    return token.text == ";" or (j == low and token.tag in ("IN", "CC", "TO", "VBD", "VBZ", "MD", "VBG", ".") and token.text.lower() != "according")


def _until_quote(tokens: list[Token], low: int) -> int:
    for j in range(low, min(len(tokens), low + _REACH)):
        if tokens[j].quote is not None:
            return j
    return min(len(tokens), low + _REACH)


def before(tokens: list[Token], k: int) -> Attribution | None:
    """*Smith said: “…”*; *Smith called it a “…”*; *Smith: “…”*; *According to Smith, “…”*."""
    low = max(0, k - _REACH)
    for j in range(k - 1, low - 1, -1):
        if tokens[j].text == ";":
            break
        known = _speakers.verb_at(tokens, j)
        if known:
            found = _with_subject(tokens, j, known, low)
            if found:
                return found
    found = _according(tokens, low, k)
    if found:
        return found
    return _labelled(tokens, k)


def _with_subject(tokens: list[Token], j: int, known: Cue, low: int) -> Attribution | None:
    if _speakers.is_passive(tokens, j):
        phrase = _agent(tokens, j)
        return _made(tokens, phrase, j, known, "before") if phrase else None
    phrase = _speakers.subject(tokens, j, low)
    return _made(tokens, phrase, j, known, "before") if phrase else None


def _agent(tokens: list[Token], j: int) -> Phrase | None:
    for i in range(j + 1, min(len(tokens), j + 12)):
        if tokens[i].text.lower() == "by":
            return _speakers.phrase_after(tokens, i + 1, len(tokens))
    return None


def _according(tokens: list[Token], low: int, high: int) -> Attribution | None:
    for j in range(low, high - 1):
        if tokens[j].text.lower() == "according" and tokens[j + 1].text.lower() == "to":
            phrase = _speakers.phrase_after(tokens, j + 2, high)
            if phrase is None:
                return None
            span = (tokens[phrase.first].start, tokens[phrase.last].end)
            return Attribution(span, (tokens[j].start, tokens[j + 1].end), "according to", "neutral", "around")
    return None


def _labelled(tokens: list[Token], k: int) -> Attribution | None:
    """*SMITH: “…”* in transcripts and headlines."""
    if k < 2 or tokens[k - 1].text != ":":
        return None
    phrase = _speakers.noun_phrase(tokens, k - 2, max(0, k - 8))
    if phrase is None or not tokens[phrase.first].text[0].isupper():
        return None
    colon = (tokens[k - 1].start, tokens[k - 1].end)
    return Attribution((tokens[phrase.first].start, tokens[phrase.last].end), colon, ":", "neutral", "before")


def around(tokens: list[Token], k: int) -> Attribution | None:
    """*… “…” …, she argues*: a reporting clause at the end of the sentence."""
    for j in range(min(len(tokens), k + _REACH) - 1, k + 1, -1):
        known = _speakers.verb_at(tokens, j)
        if known and known.form in ("past", "s", "base") and not _speakers.is_passive(tokens, j):
            comma = next((i for i in range(j, k, -1) if tokens[i].text == ","), None)
            rest = tokens[j + 1].text if j + 1 < len(tokens) else "."
            phrase = _speakers.subject(tokens, j, comma + 1) if comma and rest in ".?!" else None
            if phrase:
                return _made(tokens, phrase, j, known, "around")
    return _according(tokens, k + 1, len(tokens))


def _made(tokens: list[Token], phrase: Phrase | None, j: int, known: Cue, side: str) -> Attribution:
    span = (tokens[phrase.first].start, tokens[phrase.last].end) if phrase else None
    return Attribution(span, (tokens[j].start, tokens[j].end), known.verb, known.group, side)
