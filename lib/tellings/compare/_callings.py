"""Callings: where one noun phrase says what another is, by a verb of naming, by *is*, or set off by a comma."""

from __future__ import annotations

from typing import NamedTuple

from tellings.compare._deeds import BE, may_do, passive
from tellings.compare._lemmas import infinitive
from tellings.compare._noun_phrases import MARKS, Phrase, behind, is_name
from tellings.read._clauses import Token


class Called(NamedTuple):
    """One phrase says what the other is: by a verb of naming, by *is*, or set off by a comma."""

    named: int
    saying: int
    relation: str


_NAMING = frozenset(["call", "brand", "dub", "label", "name", "nickname", "deem", "declare", "term"])
_AS = frozenset(
    ["describe", "slam", "brand", "denounce", "condemn", "dismiss", "hail", "praise", "portray", "regard", "see",
     "cast", "depict", "decry", "label", "deride", "mock", "attack", "criticise", "criticize", "blast", "view",
     "paint", "characterise", "characterize", "view", "reject", "tout", "frame", "celebrate", "treat", "welcome"]
)  # fmt: skip
_HAVE = ("has", "have", "had")
# What may stand behind a description set off by a comma.
_CLOSING = frozenset([",", ".", ";", "–", "—", "of", "who"])
_REACH = 14  # words from the verb to *as*


def callings(tokens: list[Token], found: list[Phrase]) -> list[Called]:
    """What phrases of a sentence are said to be."""
    made: list[Called] = []
    for n, phrase in enumerate(found):
        made += _set_off(tokens, found, n)
        made += _is(tokens, found, n)
        made += _named(tokens, found, n, phrase)
    return made


def _words_between(tokens: list[Token], first: int, last: int) -> list[str]:
    return [token.text.lower() for token in tokens[first:last] if token.text not in MARKS]


def _set_off(tokens: list[Token], found: list[Phrase], n: int) -> list[Called]:
    """A name and a description behind a comma, closed by another: *Ann Lee, the party’s leader,*."""
    after = behind(found, n)
    if after is None or not is_name(tokens, found[n]) or is_name(tokens, found[after]):
        return []
    following = found[after]
    if _words_between(tokens, found[n].head + 1, following.first) != [","]:
        return []
    determined = tokens[following.first].tag in ("DT", "PRP$")
    closing = tokens[following.head + 1].text if following.head + 1 < len(tokens) else "."
    return [Called(n, after, "apposition")] if determined and closing in _CLOSING else []


def _is(tokens: list[Token], found: list[Phrase], n: int) -> list[Called]:
    after = behind(found, n)
    if after is None or not may_do(tokens, found[n]):
        return []
    between = [t for t in tokens[found[n].head + 1 : found[after].first] if t.text not in MARKS]
    verbs = [t for t in between if t.tag not in ("RB", "MD")]
    plain = 0 < len(verbs) <= 3 and all(_is_be(t) for t in verbs) and verbs[-1].text.lower() not in _HAVE
    return [Called(n, after, "is")] if plain else []


def _is_be(token: Token) -> bool:
    return token.tag != "POS" and (
        token.text.lower() in BE or token.text.lower() in ("become", "became", "has", "have")
    )


def _named(tokens: list[Token], found: list[Phrase], n: int, saying: Phrase) -> list[Called]:
    """*called Farage a “patriot”*, *calling it a smokescreen*, *whom he called a patriot*, *slammed it as a ruse*."""
    k = saying.first - 1
    while k >= 0 and tokens[k].text in MARKS:
        k -= 1
    if k < 1:
        return []
    if tokens[k].text.lower() == "as":
        verb = _back_to(tokens, k, _AS | _NAMING)
    else:
        # The object stands between the verb and what it is called.
        direct = infinitive(tokens[k].text.lower()) in _NAMING and tokens[k].tag.startswith("VB")
        verb = k if direct else _back_to(tokens, k + 1, _NAMING)
    if verb is None:
        return []
    named = _object(tokens, found, n, verb, k)
    return [] if named is None else [Called(named, n, "called")]


def _back_to(tokens: list[Token], k: int, verbs: frozenset[str]) -> int | None:
    for j in range(k - 1, max(-1, k - _REACH), -1):
        if tokens[j].tag.startswith("VB") and infinitive(tokens[j].text.lower()) in verbs:
            return j
        if tokens[j].tag.startswith("VB") or tokens[j].text in (".", ";", ","):
            return None
    return None


def _object(tokens: list[Token], found: list[Phrase], n: int, verb: int, end: int) -> int | None:
    """The phrase that is given the name: the verb's object; before a passive, a relative pronoun or *it*."""
    inside = [j for j in range(max(0, n - _REACH), n) if verb < found[j].first and found[j].head <= end]
    if inside:
        # Only one object may stand between a verb of naming and the name; *as* may be further on.
        return (
            inside[0]
            if tokens[found[inside[0]].first - 1 :] and _near(tokens, verb, found[inside[0]])
            else None
        )
    between = {token.text.lower() for token in tokens[verb + 1 : end + 1]}
    if between & {"him", "her", "them", "himself", "herself", "me", "us", "you"}:
        return None
    before = [j for j in range(max(0, n - _REACH), n) if found[j].head < verb]
    if not before:
        return None
    if "it" in between or passive(tokens, verb):
        return before[-1]
    return next((j for j in reversed(before[-3:]) if _relative(tokens, found[j], verb)), None)


def _near(tokens: list[Token], verb: int, phrase: Phrase) -> bool:
    return all(t.text in MARKS or t.tag in ("RB", "POS") for t in tokens[verb + 1 : phrase.first])


def _relative(tokens: list[Token], phrase: Phrase, verb: int) -> bool:
    words = _words_between(tokens, phrase.head + 1, verb)
    return bool(words) and any(word in ("whom", "which", "who", "that") for word in words[:2])
