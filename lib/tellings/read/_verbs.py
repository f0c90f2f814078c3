"""Verbs in their sentences: which words are cues there, which verbs are finite, which are passive."""

from __future__ import annotations

from tellings.read._clauses import Token
from tellings.read._cues import CUES, Cue, cue
from tellings.read._phrases import is_pronoun
from tellings.read._speech_words import BE, BY_OTHERS, HELPERS

# Groups of verbs that nobody is the object of: their bare participles are past tenses that the tagger mistook.
_INTRANSITIVE = frozenset(("neutral", "continuing", "conceding", "endorsing", "voicing"))

_PARTICULAR = {"put": "it", "go": "on", "find": "that"}


def verb_at(tokens: list[Token], k: int) -> Cue | None:
    """The cue at a token, where it is a verb there and neither a noun (*the claims*) nor a modifier."""
    token = tokens[k]
    known = CUES[token.text]
    if known is None or token.quote is not None or (k and token.text[0].isupper()):
        return None
    following = tokens[k + 1] if k + 1 < len(tokens) else None
    if known.verb in _PARTICULAR and not _in_full(known, tokens, k):
        return None
    if k == 0:
        return known if known.form == "ing" else None
    before = tokens[k - 1]
    if not token.tag.startswith("VB") and not _still_verb(known, before, following):
        return None
    if known.verb == "call" and following and following.text.lower() in ("for", "on", "upon"):
        known = Cue("call for", "directing", known.form)
    if known.group == "continuing" and following and following.text.lower() == "to":
        return None
    ends = following is None or following.text == "." or following.text.lower() == "by"
    if known.form in ("past", "part") and token.tag != "VBD" and not ends and _modifies(known, tokens, k):
        return None
    return known


def _in_full(known: Cue, tokens: list[Token], k: int) -> bool:
    """Whether a verb of many uses reports here: *put* it, *went* on, *found* that."""
    if k + 1 >= len(tokens):
        return False
    following = tokens[k + 1]
    if known.verb == "find":
        return following.quote is not None or following.text.lower() == "that"
    last = tokens[k + 2] if k + 2 < len(tokens) else None
    ends = last is None or last.quote is not None or last.text in ",:."
    return following.text.lower() == _PARTICULAR[known.verb] and (known.verb == "put" or ends)


def _still_verb(known: Cue, before: Token, following: Token | None) -> bool:
    """Whether a cue that the tagger holds for a noun or an adjective is a verb by what stands beside it."""
    if before.tag in ("DT", "PRP$", "POS", "CD") and not is_pronoun(before):
        return False
    ends = (
        following is None or following.quote is not None or following.text in ",:." or following.tag == "PRP"
    )
    if known.form == "ing":
        return ends or before.text == ","
    if known.form in ("past", "part"):
        return before.tag not in ("JJ", "IN") or ends
    reports = following is not None and following.text.lower() == "that" and before.tag == "NNP"
    return reports or (ends and before.tag.startswith(("NN", "PRP")))


def _modifies(known: Cue, tokens: list[Token], k: int) -> bool:
    """Whether a participle has no auxiliary: *a film called …*, *people accused of …*."""
    if known.group in _INTRANSITIVE and known.verb not in BY_OTHERS:
        return False
    j = k - 1
    while j >= 0 and tokens[j].tag.startswith("RB"):
        j -= 1
    if j < 0:
        return True
    before = tokens[j]
    helped = before.text.lower() in HELPERS or before.tag in ("POS", "MD", "CC")
    return not helped and not before.tag.startswith(("NNP", "PRP")) and before.text != ","


def is_passive(tokens: list[Token], verb: int) -> bool:
    """Whether the verb is a passive: *was called*, *is being accused*."""
    known = cue(tokens[verb].text)
    if known is None or known.form not in ("past", "part"):
        return False
    if verb + 1 < len(tokens) and tokens[verb + 1].text.lower() == "by":
        return True
    k = verb - 1
    while k >= 0 and (tokens[k].tag.startswith("RB") or tokens[k].text.lower() in ("being", "not")):
        k -= 1
    return k >= 0 and tokens[k].text.lower() in BE


def is_finite(tokens: list[Token], k: int) -> bool:
    """Whether a verb has a subject of its own: a tense, a modal, or a pronoun's *’s*."""
    token = tokens[k]
    if token.quote is not None:
        return False
    if token.tag in ("VBD", "VBZ", "VBP", "MD"):
        return True
    if token.tag == "VBN" and k and (tokens[k - 1].tag in ("PRP", "NNP") or is_pronoun(tokens[k - 1])):
        return True
    known = verb_at(tokens, k)
    if known and known.form in ("past", "s") and token.tag != "VBN":
        return True
    return token.tag == "POS" and k > 0 and is_pronoun(tokens[k - 1])
