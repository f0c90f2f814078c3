"""Noun phrases without a parser: a head noun with what stands before it, and what is plain about it.

Runs of determiners, adjectives and nouns by their parts of speech (the chunks of Abney 1991; the pattern of Justeson &
Katz 1995, with participles and genitives). Everything here looks a bounded number of words around.
"""

from __future__ import annotations

from typing import NamedTuple

from tellings.compare._lemmas import infinitive
from tellings.read._clauses import Token
from tellings.read._lexicon import tag

_DETERMINERS = ("DT", "PDT", "PRP$", "WP$")
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_ADJECTIVES = ("JJ", "JJR", "JJS")
_MARKS = frozenset("“”‘’\"'`«»")
_BE = frozenset(["be", "am", "is", "are", "was", "were", "been", "being", "’s", "'s", "’re", "'re"])
_LONGEST = 16  # words in a phrase


class Phrase(NamedTuple):
    """Tokens ``first`` to ``head`` of a sentence, both included; ``lead`` is the first after the determiner.

    ``owner`` is the head of the possessor within the phrase, -1 where there is none.
    """

    first: int
    lead: int
    head: int
    owner: int = -1


def phrases(tokens: list[Token]) -> list[Phrase]:
    """The noun phrases of a sentence in order; a possessor is a phrase, and again part of what it owns.

    >>> words = [("The", "DT"), ("party", "NN"), ("’s", "POS"), ("new", "JJ"), ("leader", "NN"), ("left", "VBD")]
    >>> phrases([Token(0, 1, word, tag) for word, tag in words])
    [Phrase(first=0, lead=1, head=1, owner=-1), Phrase(first=0, lead=1, head=4, owner=1)]
    """
    found: list[Phrase] = []
    k = 0
    while k < len(tokens):
        phrase = _from(tokens, k)
        if phrase is None:
            k += 1
            continue
        found.append(phrase)
        k = phrase.head + 1
        if k < len(tokens) and tokens[k].tag == "POS":
            owned = _from(tokens, k + 1, bare=True)
            if owned:
                found.append(Phrase(phrase.first, phrase.lead, owned.head, phrase.head))
                k = owned.head + 1
    return found


def _from(tokens: list[Token], start: int, *, bare: bool = False) -> Phrase | None:
    """The phrase that begins at a token, if one does."""
    k = start
    while not bare and k < len(tokens) and tokens[k].tag in _DETERMINERS and k - start < 3:
        k += 1
    lead, head = k, -1
    while k < len(tokens) and k - start < _LONGEST:
        token = tokens[k]
        if _noun(token):
            head = k
        elif not _modifies(tokens, k, lead):
            break
        k += 1
    return None if head < 0 else Phrase(start, _past_marks(tokens, lead, head), head)


def _past_marks(tokens: list[Token], lead: int, head: int) -> int:
    while lead < head and tokens[lead].text in _MARKS:
        lead += 1
    return lead


def _noun(token: Token) -> bool:
    return token.tag in _NOUNS and token.text[0].isalnum()


def _modifies(tokens: list[Token], k: int, lead: int) -> bool:
    """Whether a word that is no noun may stand before the noun of a phrase that begins at ``lead``."""
    token = tokens[k]
    following = tokens[k + 1].tag if k + 1 < len(tokens) else "."
    if token.tag in _ADJECTIVES or token.tag in ("CD", "FW", "$"):
        return True
    if token.text in _MARKS:
        return following.startswith(("NN", "JJ", "CD", "RB", "VBG", "VBN"))
    if token.tag in ("VBG", "VBN"):
        return _participle(tokens, k, lead)
    if token.tag in ("RB", "RBS", "RBR"):
        return following in (*_ADJECTIVES, "VBN")
    joins = token.text in (",", "and", "or", "but") and k > lead
    return joins and tokens[k - 1].tag in _ADJECTIVES and following in _ADJECTIVES


def _participle(tokens: list[Token], k: int, lead: int) -> bool:
    """Whether a participle is an adjective here: behind a determiner or an adjective, or no form of a verb."""
    if k + 1 >= len(tokens) or not tokens[k + 1].tag.startswith(("NN", "JJ", "VBN", "VBG", "``", "''")):
        return False
    before = tokens[k - 1] if k else None
    if before is None or before.tag in (*_DETERMINERS, *_ADJECTIVES, "CD", "POS", "RB"):
        return before is None or before.tag != "RB" or k > lead
    return tokens[k].text.endswith("ing") and tag(infinitive(tokens[k].text.lower())) not in ("VB", "VBP")


def is_name(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether the head is a proper noun."""
    head = tokens[phrase.head]
    return head.tag in ("NNP", "NNPS") and head.text[0].isupper()


def longer(tokens: list[Token], phrase: Phrase, following: Phrase | None) -> int | None:
    """The last token of the phrase with what follows it: *leader* **of the party**, *boats* **carrying migrants**."""
    if following is None:
        return None
    between = tokens[phrase.head + 1 : following.first]
    words = [token.text.lower() for token in between if token.text not in _MARKS]
    if words == ["of"] or (
        len(words) == 1 and words[0] in ("for", "into", "against", "between", "behind", "about")
    ):
        return following.head
    common = not is_name(tokens, phrase)
    verbs = [token for token in between if token.text not in _MARKS]
    if common and len(verbs) == 1 and verbs[0].tag == "VBG":
        return following.head
    by = len(verbs) == 2 and verbs[0].tag in ("VBN", "VBD") and words[1] == "by"
    return following.head if common and by else None


class Deed(NamedTuple):
    """A verb (its token) and the phrase beside it that does it, or that it is done to."""

    verb: int
    relation: str


# Prepositions that may open a clause: what stands behind them can be its subject.
_CLAUSE = frozenset(
    ["that", "because", "while", "if", "although", "though", "unless", "whether", "as", "after", "before", "since",
     "until", "than", "when", "once", "where"]
)  # fmt: skip
_SKIPPED = ("RB", "MD", "TO")


def deeds(tokens: list[Token], phrase: Phrase) -> list[Deed]:
    """The verbs of which a phrase is plainly the doer or the target: those that stand beside it."""
    found = []
    subject = _verb_after(tokens, phrase) if _may_do(tokens, phrase) else None
    if subject is not None:
        found.append(Deed(subject, "target" if _passive(tokens, subject) else "doer"))
    before = phrase.first - 1
    while before >= 0 and tokens[before].text in _MARKS:
        before -= 1
    if before >= 0 and _acts(tokens, before):
        found.append(Deed(before, "target"))
    elif before > 0 and tokens[before].text.lower() == "by" and _passive(tokens, before - 1):
        found.append(Deed(before - 1, "doer"))
    return found


def _may_do(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether nothing before the phrase governs it: no preposition, no verb, no *and*."""
    if phrase.first == 0:
        return True
    before = tokens[phrase.first - 1]
    if before.tag == "IN":
        return before.text.lower() in _CLAUSE
    return not before.tag.startswith(("VB", "TO", "POS")) or before.tag in ("VBD", "VBZ", "VBP")


def _verb_after(tokens: list[Token], phrase: Phrase) -> int | None:
    """The main verb straight behind a phrase, auxiliaries and adverbs skipped; none where it is only *be*."""
    k, last = phrase.head + 1, None
    finite = False
    while k < len(tokens) and k <= phrase.head + 7:
        token = tokens[k]
        if token.tag.startswith("VB"):
            finite = finite or token.tag in ("VBD", "VBZ", "VBP", "VBN") or k > phrase.head + 1
            last = k
        elif token.tag not in ("RB", "MD") or (token.tag == "RB" and last and not _auxiliary(tokens[last])):
            break
        elif token.tag == "MD":
            finite = True
        k += 1
        if last is not None and not _auxiliary(tokens[last]):
            break
    return last if last is not None and finite and not _auxiliary(tokens[last]) else None


def _auxiliary(token: Token) -> bool:
    return token.text.lower() in _BE or infinitive(token.text.lower()) in ("have", "do", "be")


def _passive(tokens: list[Token], verb: int) -> bool:
    """Whether a participle stands behind a form of *be*."""
    if verb < 1 or tokens[verb].tag not in ("VBN", "VBD"):
        return False
    k = verb - 1
    while k > 0 and tokens[k].tag == "RB":
        k -= 1
    return tokens[k].text.lower() in _BE and tokens[k].tag != "POS"


def _acts(tokens: list[Token], k: int) -> bool:
    """Whether a verb takes what stands behind it as its object."""
    token = tokens[k]
    return token.tag.startswith("VB") and not _auxiliary(token) and not _passive(tokens, k)


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
_REACH = 10  # words from the verb to *as*


def callings(tokens: list[Token], found: list[Phrase]) -> list[Called]:
    """What phrases of a sentence are said to be."""
    made: list[Called] = []
    for n, phrase in enumerate(found):
        made += _set_off(tokens, found, n)
        made += _is(tokens, found, n)
        made += _named(tokens, found, n, phrase)
    return made


def _words_between(tokens: list[Token], first: int, last: int) -> list[str]:
    return [token.text.lower() for token in tokens[first:last] if token.text not in _MARKS]


def _set_off(tokens: list[Token], found: list[Phrase], n: int) -> list[Called]:
    """A name and a description behind a comma, closed by another: *Ann Lee, the party’s leader,*."""
    if n + 1 >= len(found) or not is_name(tokens, found[n]) or is_name(tokens, found[n + 1]):
        return []
    following = found[n + 1]
    if _words_between(tokens, found[n].head + 1, following.first) != [","]:
        return []
    determined = following.first < following.lead and tokens[following.first].tag in ("DT", "PRP$")
    after = tokens[following.head + 1].text if following.head + 1 < len(tokens) else "."
    return (
        [Called(n, n + 1, "apposition")]
        if determined and after in {",", ".", ";", "–", "—", "of", "who"}
        else []
    )


def _is(tokens: list[Token], found: list[Phrase], n: int) -> list[Called]:
    if n + 1 >= len(found) or not _may_do(tokens, found[n]):
        return []
    between = [t for t in tokens[found[n].head + 1 : found[n + 1].first] if t.text not in _MARKS]
    verbs = [t for t in between if t.tag not in ("RB", "MD")]
    plain = 0 < len(verbs) <= 3 and all(_is_be(t) for t in verbs)
    return [Called(n, n + 1, "is")] if plain else []


def _is_be(token: Token) -> bool:
    return token.tag != "POS" and (
        token.text.lower() in _BE or token.text.lower() in ("become", "became", "has", "have")
    )


def _named(tokens: list[Token], found: list[Phrase], n: int, saying: Phrase) -> list[Called]:
    """*called Farage a “patriot”*, *calling it a smokescreen*, *whom he called a patriot*, *slammed it as a ruse*."""
    k = saying.first - 1
    while k >= 0 and tokens[k].text in _MARKS:
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
    inside = [j for j in range(n) if verb < found[j].first and found[j].head <= end]
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
    before = [j for j in range(n) if found[j].head < verb]
    if not before:
        return None
    open_object = "it" in between or _passive(tokens, verb) or _relative(tokens, found[before[-1]], verb)
    return before[-1] if open_object else None


def _near(tokens: list[Token], verb: int, phrase: Phrase) -> bool:
    return all(t.text in _MARKS or t.tag == "RB" for t in tokens[verb + 1 : phrase.first])


def _relative(tokens: list[Token], phrase: Phrase, verb: int) -> bool:
    words = _words_between(tokens, phrase.head + 1, verb)
    return bool(words) and any(word in ("whom", "which", "who", "that") for word in words[:2])
