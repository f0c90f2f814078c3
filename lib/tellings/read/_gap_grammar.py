"""Rules on which words cannot stand side by side unless one between them is missing."""

from __future__ import annotations

from tellings.read._gap_seams import (
    NONE,
    NOUNS,
    POSSESSIVES,
    QUESTIONS,
    QUOTES,
    STOPS,
    Seam,
    Word,
    bound,
    by_nobody,
    finite,
)
from tellings.read._gap_words import (
    ARTICLES,
    AUXILIARIES,
    BEFORE_AND,
    CONJUNCTIONS,
    DETERMINERS,
    DITRANSITIVE,
    PARTICLES,
    PAST,
    PLAIN_AUXILIARIES,
    PURE,
    SAYING,
    SUBORDINATORS,
    TIMES,
    TITLES,
)
from tellings.read._lexicon import tag

_OBJECT = frozenset({"DT", "PRP$", "PRP"})
_PARTICIPLES = frozenset({"VBN", "VBD"})


def title_alone(seam: Seam) -> bool:
    """A title without a name: "Mr said"."""
    right = seam.right
    return seam.left.text in TITLES and right.text.islower() and finite(right)


def bare_determiner(seam: Seam) -> bool:
    """A determiner without a noun: "give the a way", "the of", "the has", "joined the, which"."""
    left, right, after = seam.left, seam.right, seam(1)
    if left.lower not in DETERMINERS or (left.text.isupper() or left.text == "A"):
        return False
    if right.text in {",", ";", "."}:
        spoken = after.text.startswith((".", "…")) or after.lower in {"you", "uh", "um", "er", "i", "like"}
        return not right.spaced and not spoken and left.text.islower()
    if not right.spaced or (right.text, after.text) == (seam(-2).text, left.text):
        return False
    if left.lower in ARTICLES and right.text in DETERMINERS | {"this", "these", "those", "his"}:
        return left.lower != right.text
    if right.tag in _PARTICIPLES | {"JJ"} and right.text.endswith("ed") and _active(right, after):
        return True
    if left.lower == "its":
        return False
    if right.tag == "MD" and right.text not in PLAIN_AUXILIARIES:
        return after.lower in {"be", "have", "not"} or (left.lower == "the" and after.tag == "VB")
    return right.text in PLAIN_AUXILIARIES or (right.text in PURE | CONJUNCTIONS and after.text != "-")


def nothing_joined(seam: Seam) -> bool:
    """A preposition before a conjunction: "an overhaul of and would", "between and"."""
    left, right, after = seam.left, seam.right, seam(1)
    if right.text not in {"and", "or", "but"} or not right.spaced:
        return False
    if left.lower in BEFORE_AND and right.text == "and":
        return True
    if left.text in {"includes", "involves", "included"} and left.tag in {"VBZ", "VBD"}:
        return seam(-2).tag in NOUNS
    if left.text in {"And", "But"}:
        return True
    if left.text not in PURE | {"like"} or after.tag in {"IN", "RP", "TO"}:
        return False
    return not (right.text == "or" and after.tag in {"JJ", "JJR", "VBN", "RB"}) and bound(seam)


def preposition_twice(seam: Seam) -> bool:
    """A preposition before another: "the centre in with their papers"."""
    left, right, after = seam.left, seam.right, seam(1)
    if left.lower not in PURE or right.text not in PURE | {"since", "until", "because"}:
        return False
    if after.tag == "CD" or after.lower in {"least", "most", "about", "all", "last", "first"}:
        return False
    if left.lower == "from" and (
        right.text in {"on", "of"} or after.lower in {"front", "here", "there", "and"}
    ):
        return False
    if right.text == "between" or (left.lower, right.text) in {("in", "to"), ("on", "to"), ("in", "for")}:
        return False
    return by_nobody(seam) or bound(seam)


def preposition_time(seam: Seam) -> bool:
    """A preposition before a time: "the university in this week"."""
    right, after, then = seam.right, seam(1), seam(2)
    if seam.left.lower not in {"in", "at"} or seam(-2).tag not in NOUNS:
        return False
    if right.text == "yesterday":
        return after.text not in POSSESSIVES
    if right.text not in {"last", "this", "earlier"} or (after.text not in TIMES and after.text != "this"):
        return False
    return then.text not in POSSESSIVES and then.tag not in NOUNS


def preposition_verb(seam: Seam) -> bool:
    """A preposition before a verb: "the town of was", "seen by says"."""
    left, right, after = seam.left, seam.right, seam(1)
    if left.lower not in PURE:
        return False
    verb = right.text in PLAIN_AUXILIARIES | PAST or right.text == "says"
    verb = verb or (right.text == "said" and after.tag not in NOUNS)
    verb = verb or (right.tag == "MD" and after.tag in {"VB", "RB"})
    verb = verb or (right.tag in _PARTICIPLES and _active(right, after))
    verb = verb or (right.tag == "VBZ" == tag(right.text))
    return verb and (by_nobody(seam) or bound(seam))


def subordinator_verb(seam: Seam) -> bool:
    """A conjunction before a verb: "if can't run", "since signed the agreement"."""
    left, right, after, then = seam.left, seam.right, seam(1), seam(2)
    if left.lower not in SUBORDINATORS or seam(-2).lower in AUXILIARIES | {"ever", "be", "been"}:
        return False
    if left.lower in {"before", "since", "though"} and seam(-2).tag.startswith("VB"):
        return False
    if right.tag == "RB" and left.lower in {"if", "because", "although", "while", "whether"}:
        right, after, then = after, then, seam(3)
    if right.text in AUXILIARIES:
        sure = right.text in {"ca", "wo"} or left.lower not in {"after", "before", "though"}
        return sure or after.tag in {"VB", "VBN", "RB", "VBG"}
    phrasal = after.text in PARTICLES and then.tag in {"TO", "IN"} and then.text != "by"
    phrasal = phrasal and left.text == "since" and seam(-2).tag in NOUNS
    active = phrasal or right.text in PAST or _active(right, after, names=True)
    return right.tag in {"VBD", "VBN", "VBZ"} and active


def question_verb(seam: Seam) -> bool:
    """A question word before a verb: "asked how could win", "why didn't pay", "when cut the budget"."""
    left, right, after = seam.left, seam.right, seam(1)
    if left.lower not in {"how", "why", "where", "when"}:
        return False
    if right.text in AUXILIARIES and after.text in {"n't", "n’t"}:
        return seam(2).tag == "VB"
    if right.tag == "MD":
        return after.tag == "VB" and after.text != "be"
    if left.lower == "when" and right.text in AUXILIARIES - {"do", "does", "did"}:
        return after.tag in {"VBN", "VBG"} and seam(-2) is not NONE
    finite_verb = right.tag == "VBZ" or right.text in PAST or (left.lower == "when" and right.tag == "VBD")
    finite_verb = finite_verb and right.text not in AUXILIARIES | DITRANSITIVE
    return finite_verb and left.lower != "where" and after.tag in {"DT", "PRP$", "NNP"}


def told_nobody(seam: Seam) -> bool:
    """A verb of telling without a listener: "he told in August", "he urged to resign"."""
    left, right = seam.left, seam.right
    if seam(-2).tag not in {"NNP", "PRP", "WP"} or left.text not in {"told", "urged"}:
        return False
    if left.text == "urged":
        return right.text == "to"
    return right.text in {"in", "on", "at", "during"} or (right.text == "that" and seam(1).tag in _OBJECT)


def said_verb(seam: Seam) -> bool:
    """A reporting verb before another verb, at the head of a sentence: "Ann Lee said will resign"."""
    left, right = seam.left, seam.right
    if left.text not in SAYING or not right.text.islower() or not finite(right) or seam(-2).tag != "NNP":
        return False
    head = seam(-3) if seam(-3).tag != "NNP" else seam(-4)
    return head is NONE or head.text in STOPS


def front_verb(seam: Seam) -> bool:
    """An opening phrase, a comma, and then a verb: "In the second half, was booked"."""
    right, at = seam.right, 1
    if seam.left.text != ",":
        return False
    if right.tag == "RB":
        right, at = seam(1), 2
    after = seam(at + 1) if seam(at).text in QUOTES else seam(at)
    if not right.text.islower() or right.text in SAYING | {"do"}:
        return False
    if right.text in AUXILIARIES:
        verb = after.tag in {"VBN", "VB", "RB", "VBG", "JJ", "TO"} or after.text in {"n't", "n’t"}
    else:
        verb = right.text in PAST or (
            right.tag in {"VBD", "VBN", "VBZ"} and _active(right, after, names=True)
        )
    return verb and _only_a_phrase(seam)


def _active(verb: Word, after: Word, *, names: bool = False) -> bool:
    """Whether a verb has an object, so that it is no participle of the passive: "signed the agreement"."""
    has_object = after.tag in _OBJECT or (names and after.tag == "NNP" and verb.tag != "VBN")
    return has_object and verb.text not in DITRANSITIVE and verb.text.islower()


def _only_a_phrase(seam: Seam) -> bool:
    """Whether nothing but an adverb or a preposition with its nouns stands between a sentence's head and here."""
    for offset in range(-2, -14, -1):
        word, before = seam(offset), seam(offset - 1)
        if word.text in {",", ";", ":"} or finite(word):
            return False
        if word.tag in QUESTIONS | {"VBP", "VB", "PRP", "VBG", "VBN", "CC"}:
            return False
        if before is NONE or before.text in STOPS:
            return word.tag in {"IN", "RB", "TO"} or word.lower in {"last", "this", "that"}
    return False
