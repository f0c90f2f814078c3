"""Plain terms of the field: what newspapers call institutions, procedures and positions, and mean no feeling by."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from tellings.read._lexica import VERB_BEFORE, Word, word_set, words

# Beside ``_lexica.PLAIN``, for the tone of whole sentences alone. Which words stand here changes the cross-validated
# figure by less than .001: they are left out for what they mean, not for what they gain.
FIELD = word_set(
    "agreement agreements appeal appeals attorney attorneys ballot boat boats budget case cases coalition counsel "
    "court courts crossing crossings election elections government hearing hearings immigrant immigrants immigration "
    "inquiries inquiry judge judges lawsuit lawsuits migration ministry office officer officers opposition pact pacts "
    "police policy prosecutor prosecutors referendum refugee refugees returns ruling rulings secretary tax taxes "
    "treaties treaty trial trials union unions"
)
PHRASES = frozenset(
    {
        ("chief", "justice"), ("civil", "service"), ("far", "left"), ("far", "right"), ("free", "trade"),
        ("general", "election"), ("hard", "left"), ("hard", "right"), ("home", "office"), ("human", "rights"),
        ("left", "wing"), ("right", "wing"), ("small", "boat"), ("small", "boats"),
    }
)  # fmt: skip
_FIRST = frozenset(one for one, _ in PHRASES)


def feelings(text: str) -> list[Word]:
    """The words of a sentence that may carry feeling: no names, no plain terms of the field unless they are verbs.

    >>> [word.key for word in feelings("The far-right party brought a frivolous lawsuit in the United States.")]
    ['the', 'brought', 'a', 'frivolous', 'in', 'the']
    """
    found = words(text)
    phrased = _in_phrases(found)
    before, kept = "", []
    for word in found:
        start, _, key, counts, *_ = word
        if counts and start not in phrased and (key not in FIELD or before in VERB_BEFORE):
            kept.append(word)
        before = key
    return kept


def _in_phrases(found: Sequence[Word]) -> set[int]:
    """Where the words of the phrases begin; a hyphen may stand between them."""
    if _FIRST.isdisjoint([word[2] for word in found]):
        return set()
    spoken = [word for word in found if word.key not in "-–"]
    pairs = [(one, two) for one, two in pairwise(spoken) if (one.key, two.key) in PHRASES]
    return {word.start for pair in pairs for word in pair}
