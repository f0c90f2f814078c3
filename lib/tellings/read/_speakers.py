"""Who a reporting verb belongs to: the noun phrase that is its subject, found without a parser."""

from __future__ import annotations

from typing import NamedTuple

from tellings.read._clauses import Token
from tellings.read._cues import Cue, cue

PRONOUNS = frozenset("he she they i we it who you one another others someone somebody everyone many some".split())
TIMES = frozenset(
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
    "continued continues seemed seems appeared appears began begins tried tries managed came chose likes liked used "
    "has had have going trying able".split()
)
# Verbs whose bare participle says what others call or ask somebody: *a man described as …*.
_OF_OTHERS = frozenset("call dub label describe ask tell quote report refer put propose write".split())
_JOINS = frozenset(("of", "for", "at", "from", "in", "on", "with", "to", "behind", "against", "under", "near"))
_NOUNLIKE = ("NN", "JJ", "CD", "DT", "PRP$", "POS", "FW", "VBN", "VBG", "PDT", "RBS", "RBR")
_NEVER = frozenset(
    "that this which what there here when where while because if as after before since although though but and or "
    "until whether how why than so even".split()
)


_WINDOW = 60  # tokens over which a subject is sought


class Phrase(NamedTuple):
    """Tokens ``first`` to ``last`` of a sentence, the last included."""

    first: int
    last: int


def nounlike(token: Token) -> bool:
    """Whether a token may stand within a noun phrase."""
    if token.quote is not None or token.text.lower() in TIMES or token.text.lower() in _NEVER:
        return False
    if not token.text[0].isalnum() and token.text not in ("&", "’", "'") and token.tag != "POS":
        return token.text[0] in "@$£€#"
    return token.tag.startswith(_NOUNLIKE) or token.text[0].isupper()


def is_pronoun(token: Token) -> bool:
    return token.text.lower() in PRONOUNS and token.quote is None


def verb_at(tokens: list[Token], k: int) -> Cue | None:
    """The cue at a token, where it is a verb there and neither a noun (*the claims*) nor a modifier."""
    token = tokens[k]
    known = cue(token.text) if token.quote is None else None
    if known is None or token.text[0].isupper() and k:
        return None
    following = tokens[k + 1] if k + 1 < len(tokens) else None
    if known.verb == "put" and not (following and following.text.lower() == "it"):
        return None
    if k == 0:
        return known if known.form == "ing" else None
    before = tokens[k - 1]
    if not token.tag.startswith("VB") and not _still_verb(known, before, following):
        return None
    ends = following is None or following.text == "."
    if known.form in ("past", "part") and token.tag != "VBD" and not ends and _modifies(known, tokens, k):
        return None
    return known


def _still_verb(known: Cue, before: Token, following: Token | None) -> bool:
    """Whether a cue that the tagger holds for a noun or an adjective is a verb by what stands beside it."""
    if before.tag in ("DT", "PRP$", "POS", "CD") and not is_pronoun(before):
        return False
    ends = following is None or following.quote is not None or following.text in ",:." or following.tag == "PRP"
    if known.form == "ing":
        return ends or before.text == ","
    if known.form in ("past", "part"):
        return before.tag not in ("JJ", "IN") or ends
    return ends and before.tag.startswith(("NN", "PRP"))


def _modifies(known: Cue, tokens: list[Token], k: int) -> bool:
    """Whether a participle has no auxiliary: *a film called …*, *people accused of …*."""
    if known.group in ("neutral", "continuing", "conceding", "endorsing", "voicing") and known.verb not in _OF_OTHERS:
        return False
    j = k - 1
    while j >= 0 and tokens[j].tag.startswith("RB"):
        j -= 1
    before = tokens[j]
    helped = before.text.lower() in _HELPERS or before.tag in ("POS", "MD", "CC")
    return not helped and not before.tag.startswith(("NNP", "PRP")) and before.text != ","


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
        adverb = token.tag.startswith("RB") or (word.endswith("ly") and word.islower())
        if word in _HELPERS or (adverb and word not in _NEVER) or token.tag == "MD":
            k -= 1
        elif token.tag == "POS" and k > low and is_pronoun(tokens[k - 1]):
            k -= 1
        elif word == "to" and k - 2 > low and tokens[k - 1].text.lower() == "on":
            k -= 3
        elif word == "to" and k > low and tokens[k - 1].text.lower() in _CATENATIVE:
            k -= 2
        elif word in TIMES:
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
            found = noun_phrase(tokens, j - 1, low) if before.text != "," else _over_apposition(tokens, j - 1, low)
            if found:
                return found
    return None


def is_finite(tokens: list[Token], k: int) -> bool:
    token = tokens[k]
    if token.quote is not None:
        return False
    if token.tag in ("VBD", "VBZ", "VBP", "MD"):
        return True
    if token.tag == "VBN" and k and (tokens[k - 1].tag in ("PRP", "NNP") or is_pronoun(tokens[k - 1])):
        return True
    known = verb_at(tokens, k)
    if known and known.form == "past" and token.tag != "VBN":
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
        return _of_clause(tokens, k - 1, low, nearest=True)
    if word in ("who", "which", "that"):
        k -= 1
        while k >= low and tokens[k].text in (",", "and"):
            k -= 1
        return noun_phrase(tokens, k, low) if k >= low else None
    if token.text in (",", "-", "–", "—", ")") and k > low:
        return _over_apposition(tokens, k, low)
    found = noun_phrase(tokens, k, low)
    if found and found.first > low and tokens[found.first - 1].tag in ("IN", "TO", "RP"):
        return _head_of_clause(tokens, found.first - 1, low) or found
    return found


def _head_of_clause(tokens: list[Token], k: int, low: int) -> Phrase | None:
    """The noun phrase at the head of a clause whose verb stands after a modifier: *people in the streets said*."""
    first = k
    while first > low and tokens[first - 1].quote is None and tokens[first - 1].text not in (",", ";", ":", "–", "—"):
        if tokens[first - 1].tag in ("CC", "WRB", "VBD", "VBZ") or k - first > _WINDOW:
            break
        first -= 1
    while first < k and tokens[first].text.lower() in _NEVER:
        first += 1
    return phrase_after(tokens, first, k) if nounlike(tokens[first]) or is_pronoun(tokens[first]) else None


def _over_apposition(tokens: list[Token], k: int, low: int) -> Phrase | None:
    """*Flynn, a top surrogate, said*; *Flynn (above) said*; *he walked in, looked round and said*."""
    if tokens[k].text == ")":
        return noun_phrase(tokens, k, low)
    segments = _segments(tokens, k, low)
    for first, last in segments[1:]:
        if _starts_subject(tokens, first, last) and not _is_aside(tokens, first, last):
            return noun_phrase(tokens, last, first) or _of_clause(tokens, last, first)
    return _of_clause(tokens, segments[-1][1], low)


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
    return k + 1 if k < last and any(t.tag[:2] in ("NN", "CD") or t.text[0].isupper() for t in tokens[k + 1 : last + 1]) else None


def phrase_after(tokens: list[Token], first: int, high: int) -> Phrase | None:
    """The noun phrase that starts at ``first``: *said* **Mr McGinley**, *says* **a spokesman for the party**."""
    k = first
    while k < high and (tokens[k].tag.startswith("RB") or tokens[k].text.lower() in TIMES):
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
