"""The reporting clause of a quotation: the cue and the speaker that stand before, after or around it."""

from __future__ import annotations

from typing import NamedTuple

from tellings.read import _speakers
from tellings.read._clauses import Sentence, Token, last_mark
from tellings.read._cues import CUES, LIGHT, Cue, cue, noun_cue
from tellings.read._phrases import Phrase, is_pronoun, noun_phrase, phrase_after
from tellings.read._remembered import Remembered
from tellings.read._speech_words import TERMS
from tellings.read._verbs import is_passive, verb_at

# Parts of speech that cannot open a reporting clause: behind a partial quotation the sentence runs on with them.
_RUNS_ON = frozenset(("IN", "CC", "TO", "VBD", "VBZ", "MD", "VBG", ".", "WRB", "WP", "WDT"))
# *According to Smith*, *in the words of Smith*.
_SOURCES = {("according", "to"): "according to", ("words", "of"): "in the words of"}
_DASHES = frozenset("-–—―")
_ONE = frozenset(("a", "an", "this", "that", "each", "every", "another"))
_SEVERAL = frozenset(("these", "those", "many", "several", "few", "both", "two", "three"))
_REACH = 70  # tokens over which a cue is sought
# Words at which a reporting clause before a quotation may have its cue; most are none.
_signs = Remembered(lambda word: cue(word) is not None or word.lower() in LIGHT)
_openings = Remembered(lambda word: word.lower() in {first for first, _ in _SOURCES})


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
    trailing = mark in ",?!-—" or sentence.opening >= k
    order = (after, before) if trailing else (before, after)
    for look in order:
        found = look(tokens, k)
        if found:
            return found
    return around(tokens, k)


def after(tokens: list[Token], k: int) -> Attribution | None:
    """*“…,” said Smith*; *“…,” Smith, the mayor, told the BBC*; *“…,” according to Smith*."""
    low = k + 1
    while low < len(tokens) and tokens[low].text in (",", "-", "–", "—", "―"):
        low += 1
    high = _until_quote(tokens, low)
    if low >= high:
        return None
    if tokens[low - 1].text in _DASHES:
        return _signed(tokens, low, high)
    if tokens[low].text.lower() == "according":
        return _according(tokens, low, high)
    return _clause_after(tokens, low, high) or _according(tokens, low, high)


def _clause_after(tokens: list[Token], low: int, high: int) -> Attribution | None:
    only_adverbs = True
    for j in range(low, high):
        known = _verb(tokens, j, low)
        if known and only_adverbs:
            phrase = phrase_after(tokens, j + 1, high) if known.form != "ing" else None
            return _made(tokens, phrase, j, known, "after") if phrase else None
        if known and known.form != "ing" and not is_passive(tokens, j):
            phrase = _speakers.subject(tokens, j, low)
            if phrase:
                return _made(tokens, phrase, j, known, "after")
        if known is None and _breaks(tokens, j, low):
            return None
        only_adverbs = only_adverbs and tokens[j].tag.startswith("RB")
    return None


def _signed(tokens: list[Token], low: int, high: int) -> Attribution | None:
    """*“…” — Ada Brook*: a name behind a dash, as under a motto or a reader's letter."""
    phrase = phrase_after(tokens, low, high)
    rest = tokens[phrase.last + 1 : high] if phrase else []
    if (
        phrase is None
        or not tokens[low].text[0].isupper()
        or any(token.text[0].isalnum() for token in rest[:1])
    ):
        return None
    span = (tokens[phrase.first].start, tokens[phrase.last].end)
    return Attribution(span, (tokens[low - 1].start, tokens[low - 1].end), "—", "neutral", "after")


def _verb(tokens: list[Token], j: int, low: int) -> Cue | None:
    if j == low:
        return cue(tokens[j].text) if tokens[j].quote is None and tokens[j].text.islower() else None
    return verb_at(tokens, j)


def _breaks(tokens: list[Token], j: int, low: int) -> bool:
    """Whether a token shows that no reporting clause follows: the sentence runs on after a partial quotation."""
    token = tokens[j]
    return token.text == ";" or (j == low and token.tag in _RUNS_ON)


def _until_quote(tokens: list[Token], low: int) -> int:
    for j in range(low, min(len(tokens), low + _REACH)):
        if tokens[j].quote is not None:
            return j
    return min(len(tokens), low + _REACH)


def before(tokens: list[Token], k: int) -> Attribution | None:
    """*Smith said: “…”*; *Smith called it a “…”*; *Smith: “…”*; *According to Smith, “…”*."""
    low = max(0, k - _REACH)
    found = _phrase_used(tokens, k, low)
    unspoken: Attribution | None = None
    for j in range(k - 1, low - 1, -1):
        if found or tokens[j].text == ";":
            break
        if not _signs[tokens[j].text]:
            continue
        made = _nominal(tokens, j, k)
        if made:
            return made
        known = verb_at(tokens, j)
        if known:
            candidate = _with_subject(tokens, j, known, low)
            found = _climbed(tokens, j, known, low, candidate) if candidate and candidate.speaker else None
            unspoken = unspoken or candidate or _made(tokens, None, j, known, "before")
    found = found or _according(tokens, low, k) or _labelled(tokens, k)
    return found or unspoken or _announced(tokens, k, low)


def _nominal(tokens: list[Token], j: int, k: int) -> Attribution | None:
    """*The leaders made a joint call … to agree a “…”*: a noun of speaking with a verb of little meaning."""
    if j == 0 or not tokens[j].tag.startswith("VB") or tokens[j].text.lower() not in LIGHT:
        return None
    for i in range(j + 1, min(k, j + 5)):
        known = noun_cue(tokens[j].text.lower(), tokens[i].text.lower())
        if known:
            phrase = _speakers.subject(tokens, j, 0)
            made = _made(tokens, phrase, j, known, "before")
            return made._replace(cue=(tokens[j].start, tokens[i].end)) if phrase else None
    return None


def _announced(tokens: list[Token], k: int, low: int) -> Attribution | None:
    """*They have a new slogan: “…”*: a colon without a cue; whoever the clause is about."""
    if k < 3 or tokens[k - 1].text != ":":
        return None
    phrase = _speakers.head(tokens, k - 1, low)
    if phrase is None:
        return None
    span = (tokens[phrase.first].start, tokens[phrase.last].end)
    return Attribution(span, None, None, None, "before")


def _climbed(tokens: list[Token], j: int, known: Cue, low: int, found: Attribution) -> Attribution:
    """Of *the candidate added that he supported “…”* the outer clause: it tells whose words they are."""
    if known.group != "thinking" or found.speaker is None:
        return found
    first = next((i for i in range(j, low, -1) if tokens[i].start == found.speaker[0]), low)
    if first <= low or not is_pronoun(tokens[first]):
        return found
    i = first - 1 - (tokens[first - 1].text.lower() == "that")
    outer = verb_at(tokens, i) if i > low else None
    candidate = _with_subject(tokens, i, outer, low) if outer else None
    return candidate if candidate and candidate.speaker else found


def _phrase_used(tokens: list[Token], k: int, low: int) -> Attribution | None:
    """*Smith has used the phrase “…”*: the verb before a word for words."""
    if k < 3 or tokens[k - 1].text.lower() not in TERMS:
        return None
    for j in range(k - 2, max(low, k - 6), -1):
        if tokens[j].tag.startswith("VB"):
            phrase = _speakers.subject_of_finite(tokens, j, low)
            made = Cue("use", "neutral", "past")
            return _made(tokens, phrase, j, made, "before") if phrase else None
    return None


def _with_subject(tokens: list[Token], j: int, known: Cue, low: int) -> Attribution | None:
    if is_passive(tokens, j):
        return _made(tokens, _agent(tokens, j), j, known, "before")
    phrase = _speakers.subject(tokens, j, low)
    return _made(tokens, phrase, j, known, "before") if phrase and _agrees(tokens, phrase, j, known) else None


def _agrees(tokens: list[Token], phrase: Phrase, j: int, known: Cue) -> bool:
    """Whether a verb in the present can have this subject: in *a nuclear weapons state* it is a noun."""
    first = tokens[phrase.first].text.lower()
    if known.form == "base" and phrase.last == j - 1:
        return first not in _ONE
    return not (known.form == "s" and phrase.last == j - 1 and first in _SEVERAL)


def of_verb(tokens: list[Token], j: int, known: Cue) -> Attribution | None:
    """The attribution that a cue makes by itself: with its subject, or as a passive with its agent."""
    return _with_subject(tokens, j, known, max(0, j - _REACH))


def _agent(tokens: list[Token], j: int) -> Phrase | None:
    for i in range(j + 1, min(len(tokens), j + 12)):
        if tokens[i].text.lower() == "by":
            return phrase_after(tokens, i + 1, min(len(tokens), i + 25))
    return None


def _according(tokens: list[Token], low: int, high: int) -> Attribution | None:
    for j in [j for j in range(low, high - 1) if _openings[tokens[j].text]]:
        source = _SOURCES.get((tokens[j].text.lower(), tokens[j + 1].text.lower()))
        if source:
            phrase = phrase_after(tokens, j + 2, high)
            if phrase is None:
                return None
            span = (tokens[phrase.first].start, tokens[phrase.last].end)
            return Attribution(span, (tokens[j].start, tokens[j + 1].end), source, "neutral", "around")
    return None


def _labelled(tokens: list[Token], k: int) -> Attribution | None:
    """*SMITH: “…”* in transcripts and headlines."""
    if k < 2 or tokens[k - 1].text != ":":
        return None
    phrase = noun_phrase(tokens, k - 2, max(0, k - 8))
    if phrase is None or not tokens[phrase.first].text[0].isupper():
        return None
    colon = (tokens[k - 1].start, tokens[k - 1].end)
    return Attribution((tokens[phrase.first].start, tokens[phrase.last].end), colon, ":", "neutral", "before")


def around(tokens: list[Token], k: int) -> Attribution | None:
    """*… “…” …, she argues*: a reporting clause at the end of the sentence."""
    for j in range(min(len(tokens), k + _REACH) - 1, k + 1, -1):
        known = verb_at(tokens, j) if CUES[tokens[j].text] else None
        if known and known.form in ("past", "s", "base") and not is_passive(tokens, j):
            comma = next((i for i in range(j, k, -1) if tokens[i].text == ","), None)
            phrase = _speakers.subject(tokens, j, comma + 1) if comma and _closes(tokens, j) else None
            if phrase:
                return _made(tokens, phrase, j, known, "around")
    return _according(tokens, k + 1, min(len(tokens), k + _REACH))


def _closes(tokens: list[Token], j: int) -> bool:
    """Whether a reporting clause ends soon after its verb: *he told the BBC.*, *she said, and …*."""
    for token in tokens[j + 1 : j + 6]:
        if token.text in ".?!,":
            return True
        if token.quote is not None or token.tag.startswith(("VB", "MD", "IN", "TO")):
            return False
    return j + 6 > len(tokens)


def main(sentence: Sentence) -> Attribution | None:
    """What a sentence without a quotation says of speech: its first finite cue that has a subject."""
    tokens = sentence.tokens
    for j in range(1, min(len(tokens), _REACH)):
        known = verb_at(tokens, j) if CUES[tokens[j].text] else None
        if known and known.form in ("past", "s", "base", "ing"):
            found = _with_subject(tokens, j, known, 0)
            if found and found.speaker:
                return found
    return _according(tokens, 0, min(len(tokens), _REACH))


def across(tokens: list[Token]) -> Attribution | None:
    """*Smith continued:* with the quotation in the paragraph that follows."""
    if not tokens or tokens[-1].text not in (":", ","):
        return None
    return before(tokens, len(tokens))


def _made(tokens: list[Token], phrase: Phrase | None, j: int, known: Cue, side: str) -> Attribution:
    span = (tokens[phrase.first].start, tokens[phrase.last].end) if phrase else None
    return Attribution(span, (tokens[j].start, tokens[j].end), known.verb, known.group, side)
