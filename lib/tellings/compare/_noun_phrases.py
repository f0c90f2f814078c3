"""Noun phrases without a parser: a head noun with what stands before it, and what is plain about it.

Runs of determiners, adjectives and nouns by their parts of speech (the chunks of Abney 1991; the pattern of Justeson &
Katz 1995, with participles and genitives). Everything here looks a bounded number of words around.
"""

from __future__ import annotations

from typing import NamedTuple

from tellings.compare._actor_words import HUMAN
from tellings.compare._lemmas import infinitive, singular
from tellings.read._clauses import Token
from tellings.read._lexicon import tag
from tellings.read._speech_words import PRONOUNS, TIMES

_DETERMINERS = ("DT", "PDT", "PRP$", "WP$")
_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_ADJECTIVES = ("JJ", "JJR", "JJS")
#: Quotation marks, that may stand anywhere in a phrase.
MARKS = frozenset("“”‘’\"'`«»")
_LONGEST = 16  # words in a phrase


# Words of time, that name no actor, and that begin a phrase of their own behind a noun: *Macron* **last month**.
_TIME = TIMES | frozenset(
    """moment hour minute second decade century summer autumn spring winter weekend sunday-night april may march
    january february june july august september october november december""".split()  # noqa: SIM905
)
# Adjectives in -ing that are no verb's, or hardly ever.
_ING = frozenset(
    ["rightwing", "leftwing", "upcoming", "ongoing", "outgoing", "incoming", "forthcoming", "neighbouring",
     "neighboring", "outstanding", "longstanding", "underlying", "surrounding", "leading", "sitting", "opposing",
     "ruling", "existing", "remaining", "developing", "growing", "rising"]
)  # fmt: skip
_QUANTITIES = frozenset(
    ["many", "several", "few", "more", "most", "some", "dozen", "dozens", "hundred", "hundreds", "thousand",
     "thousands", "million", "millions", "numerous", "various", "countless"]
)  # fmt: skip
# What a sentence begins with and is no name, whatever its capital.
_OPENERS = ("MD", "VBZ", "VBD", "VBP", "WRB", "WP", "WDT", "IN", "DT", "PRP", "PRP$", "RB", "CC", "TO", "EX")
_WHEN = frozenset(["last", "next", "earlier", "later", "late", "early", "previous"])
# What joins a phrase to the phrase that it belongs to, wherever that stands; and where that is no object.
_JOINS = frozenset(["of", "for", "into", "against", "between", "behind", "about"])
# Verbs whose object is followed by what they take from it or tell of it: *strip the firm of its contract*.
_OF_VERBS = frozenset(
    ["accuse", "acquit", "assure", "clear", "convict", "convince", "deprive", "inform", "notify", "relieve", "remind", "rid",
     "rob", "strip", "suspect", "warn"]
)  # fmt: skip
_LOOSE = _JOINS | frozenset(["from", "in", "on", "with", "to", "at", "near", "over", "under", "without"])


class Phrase(NamedTuple):
    """Tokens ``first`` to ``head`` of a sentence, both included; ``lead`` is the first after the determiner.

    ``owner`` is the head of the possessor within the phrase, -1 where there is none.
    """

    first: int
    lead: int
    head: int
    owner: int = -1


def mended(tokens: list[Token]) -> list[Token]:
    """The tokens with tags put right that the reader of clauses leaves as they are, having no need of them.

    A word behind an opening mark is capitalised because the sentence begins there; *who’ve* is a pronoun; an
    *s* left over where a name was lost is a genitive.
    """
    found = list(tokens)
    opening = next((k for k, token in enumerate(tokens) if token.text[0].isalnum()), len(tokens))
    for k, token in enumerate(tokens):
        usual = (tag(token.text) or "") if k == opening and token.tag == "NNP" else ""
        if usual in _OPENERS or (k and usual and not usual.startswith("NNP")):
            found[k] = token._replace(tag=usual)
        elif token.text == "s" and k and tokens[k - 1].text in MARKS:
            found[k] = token._replace(tag="POS")
        elif token.text.lower().replace("'", "’").partition("’")[0] in PRONOUNS and not token.tag.startswith(
            "PRP"
        ):
            found[k] = token._replace(tag="PRP" if "’" in token.text or "'" in token.text else token.tag)
    return found


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
        if head >= 0 and (token.text.lower() in _WHEN or is_time(token)):
            break
        if 0 <= head == k - 1 and _apart(tokens[head], token):
            break
        if _noun(token):
            head = k
        elif not _modifies(tokens, k, lead):
            break
        k += 1
    return None if head < 0 else Phrase(start, _past_marks(tokens, lead, head), head)


def _apart(noun: Token, token: Token) -> bool:
    """Whether a phrase ends with a noun, whatever follows: with a time, or before a name that it is no role of."""
    if is_time(noun):
        return not _noun(token)
    name = token.tag in ("NNP", "NNPS") and token.text[0].isupper() and noun.text.islower()
    return name and (noun.tag == "NNS" or singular(noun.text.lower()) not in HUMAN)


def _past_marks(tokens: list[Token], lead: int, head: int) -> int:
    """The first word of a phrase behind quotation marks, numbers and words such as *many*."""
    while lead < head and (tokens[lead].text in MARKS or is_quantity(tokens[lead])):
        lead += 1
    return lead


def is_quantity(token: Token) -> bool:
    """Whether a word says how many: *13,856*, *several*, *hundreds*."""
    return token.tag == "CD" or token.text.lower() in _QUANTITIES


def _noun(token: Token) -> bool:
    return token.tag in _NOUNS and token.text[0].isalnum() and (len(token.text) > 1 or token.text.isupper())


def is_time(token: Token) -> bool:
    """Whether a noun is a day, a month or another time."""
    return token.tag in _NOUNS and singular(token.text.lower()) in _TIME


def _modifies(tokens: list[Token], k: int, lead: int) -> bool:
    """Whether a word that is no noun may stand before the noun of a phrase that begins at ``lead``."""
    token = tokens[k]
    following = tokens[k + 1].tag if k + 1 < len(tokens) else "."
    if token.tag in _ADJECTIVES or token.tag in ("CD", "FW", "$"):
        return True
    if token.text in MARKS:
        return following.startswith(("NN", "JJ", "CD", "RB", "VBG", "VBN"))
    if token.tag in ("VBG", "VBN"):
        return _participle(tokens, k, lead)
    if token.tag in ("RB", "RBS", "RBR"):
        before = tokens[k - 1].tag if k else ""
        return following in _ADJECTIVES or (following == "VBN" and before in (*_DETERMINERS, "POS"))
    if token.text in ("-", "–") and k > lead:
        tight = tokens[k - 1].end == token.start and k + 1 < len(tokens) and tokens[k + 1].start == token.end
        return tight and _noun(tokens[k - 1])
    joins = token.text in (",", "and", "or", "but") and k > lead
    return joins and tokens[k - 1].tag in _ADJECTIVES and following in _ADJECTIVES


def _participle(tokens: list[Token], k: int, lead: int) -> bool:
    """Whether a participle is an adjective here: behind a determiner or an adjective, or no form of a verb."""
    if k + 1 >= len(tokens) or not tokens[k + 1].tag.startswith(("NN", "JJ", "VBN", "VBG", "``", "''")):
        return False
    before = tokens[k - 1] if k else None
    if before is None or before.tag in (*_DETERMINERS, *_ADJECTIVES, "CD", "POS", "RB"):
        return before is None or before.tag != "RB" or k > lead
    return tokens[k].text.lower() in _ING


def is_name(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether the head is a proper noun."""
    head = tokens[phrase.head]
    return head.tag in ("NNP", "NNPS") and head.text[0].isupper()


def longer(tokens: list[Token], found: list[Phrase], n: int) -> list[int]:
    """The last tokens of a phrase with what follows it: *leader* **of the party**, *boats* **carrying migrants**.

    At most two steps: *leader of the party of farmers* gives two. A preposition behind the object of a verb may
    belong to the verb, so that only those that hardly do so count there.
    """
    made: list[int] = []
    last, allowed = n, _JOINS if _governed(tokens, found[n]) else _LOOSE
    if found[n].first and infinitive(tokens[found[n].first - 1].text.lower()) in _OF_VERBS:
        allowed = allowed - {"of"}
    for _ in range(2):
        after = behind(found, last)
        if after is None or not _continues(tokens, found[last], found[after], allowed):
            break
        made.append(found[after].head)
        last, allowed = after, _JOINS
    return made


def behind(found: list[Phrase], n: int) -> int | None:
    """The phrase behind another; of a possessor and what it owns, the whole."""
    after = n + 1
    while after < len(found) and found[after].first <= found[n].head:
        after += 1
    if after + 1 < len(found) and found[after + 1].first == found[after].first:
        after += 1
    return after if after < len(found) else None


def _governed(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether a phrase is a name, or stands behind a verb or a preposition that may own what follows."""
    before = tokens[phrase.first - 1].tag if phrase.first else ""
    return is_name(tokens, phrase) or before.startswith(("VB", "IN", "TO", "RP"))


def _continues(tokens: list[Token], phrase: Phrase, following: Phrase, allowed: frozenset[str]) -> bool:
    between = [token for token in tokens[phrase.head + 1 : following.first] if token.text not in MARKS]
    words = [token.text.lower() for token in between]
    if is_time(tokens[following.head]):
        return False
    if len(words) == 1 and words[0] in allowed:
        return True
    if is_name(tokens, phrase):
        return False
    carrying = len(between) == 1 and between[0].tag == "VBG"
    return carrying or (len(between) == 2 and between[0].tag in ("VBN", "VBD") and words[1] == "by")
