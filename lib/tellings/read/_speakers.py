"""Who a verb belongs to: the noun phrase that is its subject, found leftwards without a parser."""

from __future__ import annotations

from tellings.read._clauses import Token
from tellings.read._cues import cue
from tellings.read._phrases import Phrase, is_pronoun, noun_phrase, nounlike, phrase_after
from tellings.read._speech_words import CATENATIVE, HELPERS, OUTSIDE, TIMES
from tellings.read._verbs import is_finite

_WINDOW = 60  # tokens over which a subject is sought
_BREAKS = frozenset((",", "—", "–", "-", ";", ":"))


def subject(tokens: list[Token], verb: int, low: int) -> Phrase | None:
    """The subject of the verb at ``verb``, sought leftwards, not before token ``low``."""
    known = cue(tokens[verb].text)
    if known and known.form == "ing":
        return _of_participle(tokens, verb, low)
    k = _before_helpers(tokens, verb - 1, low)
    if k < low:
        return None
    return _leftwards(tokens, k, low)


def _before_helpers(tokens: list[Token], k: int, low: int) -> int:
    """Step left over auxiliaries and adverbs, and over *continued to*, *went on to*."""
    while k >= low:
        token = tokens[k]
        word = token.text.lower()
        adverb = token.tag.startswith("RB") or (word.endswith("ly") and word.islower())
        contracted = token.tag == "POS" and k > low and is_pronoun(tokens[k - 1])
        if (
            word in HELPERS
            or word in TIMES
            or (adverb and word not in OUTSIDE)
            or token.tag == "MD"
            or contracted
        ):
            k -= 1
        elif word == "to" and k - 2 > low and tokens[k - 1].text.lower() == "on":
            k -= 3
        elif word == "to" and k > low and tokens[k - 1].text.lower() in CATENATIVE:
            k -= 2
        else:
            break
    return k


def _of_participle(tokens: list[Token], verb: int, low: int) -> Phrase | None:
    """*Trump saying* has its subject beside it; *, saying* takes that of the clause before."""
    k = _before_helpers(tokens, verb - 1, low)
    if k >= low and (nounlike(tokens[k]) or is_pronoun(tokens[k])):
        beside = noun_phrase(tokens, k, low)
        if beside and (k > verb - 2 or tokens[k + 1].text.lower() in HELPERS):
            return beside
    return _of_clause(tokens, k, low)


def first_subject(tokens: list[Token]) -> Phrase | None:
    """The subject of a sentence's first finite verb."""
    return _of_clause(tokens, min(len(tokens), _WINDOW) - 1, 0)


def head(tokens: list[Token], k: int, low: int) -> Phrase | None:
    """The subject of the nearest finite verb before token ``k``."""
    return _of_clause(tokens, k - 1, low, nearest=True)


def _of_clause(tokens: list[Token], k: int, low: int, *, nearest: bool = False) -> Phrase | None:
    """The subject of the first (or the nearest) finite verb between ``low`` and ``k``."""
    low = max(low, k - _WINDOW)
    for j in range(k, low, -1) if nearest else range(low + 1, k + 1):
        if is_finite(tokens, j):
            found = subject_of_finite(tokens, j, low)
            if found:
                return found
    return _of_bare_participle(tokens, k, low)


def _of_bare_participle(tokens: list[Token], k: int, low: int) -> Phrase | None:
    """The subject of a past tense that the tagger holds for a participle: *Finch, a doctor, poked fun at …*."""
    for j in range(low + 1, k):
        before = tokens[j - 1]
        if tokens[j].tag == "VBN" and (before.tag.startswith("NN") or before.text == ","):
            found = (
                noun_phrase(tokens, j - 1, low)
                if before.text != ","
                else _over_apposition(tokens, j - 1, low)
            )
            if found:
                return found
    return None


def subject_of_finite(tokens: list[Token], verb: int, low: int) -> Phrase | None:
    """The subject of a verb that has a tense."""
    k = _before_helpers(tokens, verb - 1, low)
    return _leftwards(tokens, k, low) if k >= low else None


def _leftwards(tokens: list[Token], k: int, low: int) -> Phrase | None:
    """The subject whose last token may be ``k``: beside the verb, or before an apposition or a relative clause."""
    token = tokens[k]
    word = token.text.lower()
    if word in ("and", "but", "or", "then"):
        return _of_clause(tokens, k - 1, low, nearest=True)
    if word in ("who", "which", "that"):
        k -= 1
        while k >= low and tokens[k].text in (",", "and"):
            k -= 1
        return noun_phrase(tokens, k, low) if k >= low else None
    if token.text in (",", "-", "–", "—", ")") and k > low:
        return _over_apposition(tokens, k, low)
    found = noun_phrase(tokens, k, low)
    hangs = found is not None and found.first > low and tokens[found.first - 1].tag in ("IN", "TO", "RP")
    if found and hangs and tokens[found.first - 1].text.lower() not in OUTSIDE:
        return _head_of_clause(tokens, found.first - 1, low) or found
    return found


def _head_of_clause(tokens: list[Token], k: int, low: int) -> Phrase | None:
    """The noun phrase at the head of a clause whose verb stands after a modifier: *people in the streets said*."""
    first = k
    while first > low and tokens[first - 1].quote is None and tokens[first - 1].text not in _BREAKS:
        if tokens[first - 1].tag in ("CC", "WRB", "VBD", "VBZ") or k - first > _WINDOW:
            break
        first -= 1
    while first < k and tokens[first].text.lower() in OUTSIDE:
        first += 1
    return phrase_after(tokens, first, k) if nounlike(tokens[first]) or is_pronoun(tokens[first]) else None


def _over_apposition(tokens: list[Token], k: int, low: int) -> Phrase | None:
    """*Flynn, a top surrogate, said*; *Flynn (above) said*; *he walked in, looked round and said*."""
    if tokens[k].text == ")":
        return noun_phrase(tokens, k, low)
    segments = _segments(tokens, k, low)
    for first, last in segments[1:]:
        if _starts_subject(tokens[first]) and not _is_aside(tokens, first, last):
            return noun_phrase(tokens, last, first) or _of_clause(tokens, last, first)
    return _of_clause(tokens, segments[-1][1], low)


def _segments(tokens: list[Token], k: int, low: int) -> list[tuple[int, int]]:
    """The stretches between commas or dashes, the last first, that end before the comma at ``k``."""
    stretches: list[tuple[int, int]] = []
    last = k - 1
    for j in range(k - 1, low - 1, -1):
        if tokens[j].text in _BREAKS or tokens[j].quote is not None:
            if j < last:
                stretches.append((j + 1, last))
            last = j - 1
    if last >= low:
        stretches.append((low, last))
    return stretches or [(low, k - 1)]


def _starts_subject(head: Token) -> bool:
    if is_pronoun(head) and head.text.lower() not in ("who", "one"):
        return True
    return head.text[0].isupper() or head.tag in ("DT", "PRP$", "NN", "NNS", "JJ", "CC")


def _is_aside(tokens: list[Token], first: int, last: int) -> bool:
    """An age, a state or a place after a name: *, 43,* and *, R-Ky.,*; or an apposition that opens with *a*, *the*."""
    if first == last and tokens[first].tag == "CD":
        return True
    return (
        first > 1
        and tokens[first - 1].text == ","
        and tokens[first].text.lower() in ("a", "an", "one", "who")
    )
