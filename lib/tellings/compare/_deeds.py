"""Deeds: the verbs of which a noun phrase is plainly the doer or the target, since they stand side by side."""

from __future__ import annotations

from typing import NamedTuple

from tellings.compare._lemmas import infinitive
from tellings.compare._noun_phrases import MARKS, Phrase, is_name
from tellings.read._clauses import Token

BE = frozenset(["be", "am", "is", "are", "was", "were", "been", "being", "’s", "'s", "’re", "'re"])


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
    if phrase.head + 1 < len(tokens) and tokens[phrase.head + 1].tag == "POS":
        return []  # a possessor: the deed is that of what it owns, or done to it
    found = []
    subject = _verb_after(tokens, phrase) if may_do(tokens, phrase) else None
    if subject is not None:
        suffers = passive(tokens, subject) or _reduced(tokens, phrase, subject)
        found.append(Deed(subject, "target" if suffers else "doer"))
    before = phrase.first - 1
    while before >= 0 and tokens[before].text in MARKS:
        before -= 1
    if before >= 0 and _acts(tokens, before) and not _begins_clause(tokens, phrase):
        found.append(Deed(before, "target"))
    elif before > 0 and tokens[before].text.lower() == "by" and passive(tokens, before - 1):
        found.append(Deed(before - 1, "doer"))
    return found


def _reduced(tokens: list[Token], phrase: Phrase, verb: int) -> bool:
    """Whether a participle stands for a relative clause: *migrants* **removed** *from the country*."""
    after = tokens[verb + 1] if verb + 1 < len(tokens) else None
    if verb != phrase.head + 1 or is_name(tokens, phrase) or after is None:
        return False
    if tokens[verb].tag == "VBN":
        return after.tag in ("IN", "TO", "RB", ",")
    joined = after.tag == "IN" and after.text.lower() not in _CLAUSE
    return joined and tokens[verb].text.endswith("ed") and _finite_follows(tokens, verb + 2)


def _finite_follows(tokens: list[Token], start: int) -> bool:
    """Whether another tense follows within the clause, so that the word before was none."""
    for token in tokens[start : start + 8]:
        if token.tag in (",", "CC", "WDT", "WP", ":") or (
            token.tag == "IN" and token.text.lower() in _CLAUSE
        ):
            return False
        if token.tag in ("MD", "VBZ", "VBP", "VBD"):
            return True
    return False


def _begins_clause(tokens: list[Token], phrase: Phrase) -> bool:
    """Whether a tense follows a phrase: it is then what that tense is told of, and not the object before it."""
    after = tokens[phrase.head + 1 : phrase.head + 2]
    return (
        bool(after)
        and after[0].tag in ("MD", "VBZ", "VBP", "VBD")
        and not _reduced(tokens, phrase, phrase.head + 1)
    )


def may_do(tokens: list[Token], phrase: Phrase) -> bool:
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
    return token.text.lower() in BE or infinitive(token.text.lower()) in ("have", "do", "be")


def passive(tokens: list[Token], verb: int) -> bool:
    """Whether a participle stands behind a form of *be*."""
    if verb < 1 or tokens[verb].tag not in ("VBN", "VBD"):
        return False
    k = verb - 1
    while k > 0 and tokens[k].tag == "RB":
        k -= 1
    return tokens[k].text.lower() in BE and tokens[k].tag != "POS"


def _acts(tokens: list[Token], k: int) -> bool:
    """Whether a verb takes what stands behind it as its object."""
    token = tokens[k]
    return token.tag.startswith("VB") and not _auxiliary(token) and not passive(tokens, k)
