"""Who a reporting verb belongs to: the noun phrase that is its subject, found without a parser."""

from __future__ import annotations

from typing import NamedTuple

from tellings.read._clauses import Token
from tellings.read._cues import Cue, cue

PRONOUNS = frozenset("he she they i we it who you one another others someone somebody everyone many some".split())
_TIMES = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december today yesterday tomorrow tonight earlier later recently now then once "
    "morning afternoon evening night week month year last next early late midday noon "
    "jan. feb. aug. sept. oct. nov. dec.".split()
)
_HELPERS = frozenset(
    "has have had is was are were be been being would will could can may might must did does do ’s 's ’ve 've ’d 'd "
    "not never also still just even n't n’t didn’t didn't doesn't doesn’t hasn't hasn’t won't won’t then later now "
    "already once again often so further ever only both all have".split()
)
_CATENATIVE = frozenset(
    "continued continues went goes seemed seems appeared appears began begins tried tries refused declined wants "
    "wanted managed came chose liked likes used has had have having is was expected going trying able".split()
)
_JOINS = frozenset(("of", "for", "at", "from", "in", "on", "with", "to", "behind", "against", "under", "near"))
_NOUNLIKE = ("NN", "JJ", "CD", "DT", "PRP$", "POS", "FW", "VBN", "VBG", "PDT", "RBS", "RBR")
_NEVER = frozenset(
    "that this which what there here when where while because if as after before since although though but and or "
    "until whether how why than so even".split()
)


class Phrase(NamedTuple):
    """Tokens ``first`` to ``last`` of a sentence, the last included."""

    first: int
    last: int


def nounlike(token: Token) -> bool:
    """Whether a token may stand within a noun phrase."""
    if token.quote is not None or token.text.lower() in _TIMES or token.text.lower() in _NEVER:
        return False
    return token.tag.startswith(_NOUNLIKE) or token.text in ("&", "No", "No.") or token.text[0].isupper()


def is_pronoun(token: Token) -> bool:
    return token.text.lower() in PRONOUNS and token.quote is None


def verb_at(tokens: list[Token], k: int) -> Cue | None:
    """The cue at a token, where it is a verb there and neither a noun (*the claims*) nor a modifier."""
    token = tokens[k]
    known = cue(token.text) if token.quote is None else None
    if known is None:
        return None
    before = tokens[k - 1] if k else None
    if before is None:
        return known if known.form == "ing" else None
    if token.text[0].isupper():
        return None
    return None if _is_noun(known, token, before) else known


def _is_noun(known: Cue, token: Token, before: Token) -> bool:
    word = before.text.lower()
    if before.tag in ("DT", "PRP$", "POS", "JJ", "CD", "JJR", "JJS") and not is_pronoun(before):
        return known.form != "past" or before.tag in ("DT", "PRP$", "POS")
    if known.form == "base":
        return not (before.tag in ("NNS", "MD", "TO", "PRP", "VBP") or word in ("who", "and", "also", "all", "not"))
    if before.tag == "IN" and known.form == "s":
        return True
    return known.form == "ing" and before.tag == "IN" and token.tag == "NN"


def subject(tokens: list[Token], verb: int, low: int) -> Phrase | None:
    """The subject of the verb at ``verb``, sought leftwards, not before token ``low``."""
    known = cue(tokens[verb].text)
    if known and known.form == "ing":
        return _of_participle(tokens, verb, low)
    k = _before_helpers(tokens, verb - 1, low)
    if k < low:
        return None
    return _leftwards(tokens, k, low)


def is_passive(tokens: list[Token], verb: int) -> bool:
    """Whether the verb is a passive: *was called*, *is being accused*."""
    known = cue(tokens[verb].text)
    if known is None or known.form not in ("past", "part"):
        return False
    k = verb - 1
    while k >= 0 and (tokens[k].tag.startswith("RB") or tokens[k].text.lower() in ("being", "not")):
        k -= 1
    return k >= 0 and tokens[k].text.lower() in ("is", "was", "are", "were", "be", "been", "being", "’re", "'re", "got")


def _before_helpers(tokens: list[Token], k: int, low: int) -> int:
    """Step left over auxiliaries and adverbs, and over *continued to*, *went on to*."""
    while k >= low:
        token = tokens[k]
        word = token.text.lower()
        if word in _HELPERS or (token.tag.startswith("RB") and word not in _NEVER) or token.tag == "MD":
            k -= 1
        elif token.tag == "POS" and k > low and is_pronoun(tokens[k - 1]):
            k -= 1
        elif word == "to" and k > low and (tokens[k - 1].tag.startswith("VB") or tokens[k - 1].text.lower() == "on"):
            k -= 1 if tokens[k - 1].text.lower() != "on" else 2
            k -= 1
        elif word in _TIMES:
            k -= 1
        else:
            break
    return k


def _of_participle(tokens: list[Token], verb: int, low: int) -> Phrase | None:
    """*Trump saying* has its subject beside it; *, saying* takes that of the clause before."""
    k = _before_helpers(tokens, verb - 1, low)
    if k >= low and tokens[k].text != "," and nounlike(tokens[k]) or k >= low and is_pronoun(tokens[k]):
        beside = noun_phrase(tokens, k, low)
        if beside and (k > verb - 2 or tokens[k + 1].text.lower() in _HELPERS):
            return beside
    return _of_clause(tokens, k, low)


def _of_clause(tokens: list[Token], k: int, low: int) -> Phrase | None:
    """The subject of the first finite verb of the clause that ends at token ``k``."""
    for j in range(low, k + 1):
        if is_finite(tokens, j) and j > low:
            found = subject_of_finite(tokens, j, low)
            if found:
                return found
    return None


def is_finite(tokens: list[Token], k: int) -> bool:
    token = tokens[k]
    if token.quote is not None:
        return False
    if token.tag in ("VBD", "VBZ", "VBP", "MD"):
        return True
    known = verb_at(tokens, k)
    if known and known.form in ("s", "past"):
        return True
    if token.tag == "VBN" and k and (tokens[k - 1].tag in ("PRP", "NNP") or is_pronoun(tokens[k - 1])):
        return True
    return token.tag == "POS" and k > 0 and is_pronoun(tokens[k - 1])


def subject_of_finite(tokens: list[Token], verb: int, low: int) -> Phrase | None:
    k = _before_helpers(tokens, verb - 1, low)
    return _leftwards(tokens, k, low) if k >= low else None


def _leftwards(tokens: list[Token], k: int, low: int) -> Phrase | None:
    """The subject whose last token may be ``k``: beside the verb, or before an apposition or a relative clause."""
    token = tokens[k]
    word = token.text.lower()
    if word in ("and", "but", "or", "then"):
        return _of_clause(tokens, k - 1, low)
    if word in ("who", "which", "that"):
        k -= 1
        while k >= low and tokens[k].text in (",", "and"):
            k -= 1
        return noun_phrase(tokens, k, low) if k >= low else None
    if token.text in (",", "-", "–", "—", ")") and k > low:
        return _over_apposition(tokens, k, low)
    return noun_phrase(tokens, k, low)


def _over_apposition(tokens: list[Token], k: int, low: int) -> Phrase | None:
    """*Flynn, a top surrogate, said*; *Flynn (above) said*; *he walked in, looked round and said*."""
    if tokens[k].text == ")":
        return noun_phrase(tokens, k, low)
    segments = _segments(tokens, k, low)
    for first, last in segments[1:]:
        if _starts_subject(tokens, first, last) and not _is_aside(tokens, first, last):
            return noun_phrase(tokens, last, first) or _of_clause(tokens, last, first)
    return _of_clause(tokens, k - 1, low)


def _segments(tokens: list[Token], k: int, low: int) -> list[tuple[int, int]]:
    """The stretches between commas or dashes, the last first, that end before the comma at ``k``."""
    stretches: list[tuple[int, int]] = []
    last = k - 1
    for j in range(k - 1, low - 1, -1):
        if tokens[j].text in (",", "—", "–", "-", ";", ":") or tokens[j].quote is not None:
            if j < last:
                stretches.append((j + 1, last))
            last = j - 1
    if last >= low:
        stretches.append((low, last))
    return stretches or [(low, k - 1)]


def _starts_subject(tokens: list[Token], first: int, last: int) -> bool:
    head = tokens[first]
    if is_pronoun(head) and head.text.lower() not in ("who", "one"):
        return first == last or True
    return head.text[0].isupper() or head.tag in ("DT", "PRP$", "NN", "NNS", "JJ", "CC")


def _is_aside(tokens: list[Token], first: int, last: int) -> bool:
    """An age, a state or a place after a name: *, 43,* and *, R-Ky.,*; or an apposition that opens with *a*, *the*."""
    if first == last and tokens[first].tag == "CD":
        return True
    return first > 1 and tokens[first - 1].text == "," and tokens[first].text.lower() in ("a", "an", "one", "who")


def noun_phrase(tokens: list[Token], last: int, low: int) -> Phrase | None:
    """The noun phrase that ends at token ``last``, with what is joined to it by *of*, *for*, *and*."""
    first = _chunk(tokens, last, low)
    if first is None:
        return None
    joint = first - 1
    if joint > low and tokens[joint].text.lower() in _JOINS and not is_pronoun(tokens[first]):
        outer = _chunk(tokens, joint - 1, low)
        if outer is not None and not _governed(tokens, outer, low):
            return _widen(tokens, outer, last, low)
    elif joint > low and tokens[joint].text in ("and", "&") and not is_pronoun(tokens[first]):
        outer = _chunk(tokens, joint - 1, low)
        if outer is not None and (outer == low or not _governed(tokens, outer, low)):
            return Phrase(outer, last)
    return Phrase(first, last)


def _widen(tokens: list[Token], first: int, last: int, low: int) -> Phrase:
    wider = noun_phrase(tokens, first - 2, low) if False else None
    return wider or Phrase(first, last)


def _governed(tokens: list[Token], first: int, low: int) -> bool:
    """Whether a phrase hangs on a preposition or a verb, so that it is nobody's subject."""
    if first <= low:
        return False
    before = tokens[first - 1]
    return before.tag in ("IN", "TO") and before.text.lower() not in ("that", "while", "because", "as", "though") or (
        before.tag in ("VB", "VBD", "VBZ", "VBG", "VBN", "VBP") and before.quote is None
    )


def _chunk(tokens: list[Token], last: int, low: int) -> int | None:
    """The first token of the run of nouns, adjectives and determiners that ends at ``last``."""
    k = last
    if k < low:
        return None
    if is_pronoun(tokens[k]):
        return k
    while k >= low:
        token = tokens[k]
        if token.text == ")":
            opened = next((j for j in range(k - 1, max(low, k - 8) - 1, -1) if tokens[j].text == "("), None)
            if opened is None:
                break
            k = opened - 1
            continue
        if not nounlike(token) or (k < last and is_pronoun(token)):
            break
        if k < last and token.tag.startswith("VB") and cue(token.text) and token.tag != "VBN":
            break
        k -= 1
        if token.tag in ("DT", "PRP$") and token.text.lower() not in ("all", "both"):
            break
    return k + 1 if k < last and any(t.tag[:2] == "NN" or t.text[0].isupper() for t in tokens[k + 1 : last + 1]) else None


def phrase_after(tokens: list[Token], first: int, high: int) -> Phrase | None:
    """The noun phrase that starts at ``first``: *said* **Mr McGinley**, *says* **a spokesman for the party**."""
    k = first
    while k < high and (tokens[k].tag.startswith("RB") or tokens[k].text.lower() in _TIMES):
        k += 1
    start = k
    if k < high and is_pronoun(tokens[k]):
        return Phrase(k, k)
    while k < high:
        token = tokens[k]
        if token.text == "(":
            closed = next((j for j in range(k + 1, min(high, k + 8)) if tokens[j].text == ")"), None)
            if closed is None:
                break
            k = closed + 1
        elif nounlike(token) and not (k > start and token.tag == "DT" and token.text[0].islower() and tokens[k - 1].tag != "PDT"):
            k += 1
        elif k > start and token.text.lower() in ("of", "for", "at", "from", "and", "&") and k + 1 < high and nounlike(tokens[k + 1]):
            k += 2 if tokens[k + 1].tag != "DT" else 2
        else:
            break
    found = tokens[start:k]
    if any(t.tag[:2] == "NN" or t.text[0].isupper() for t in found):
        return Phrase(start, k - 1)
    return None
