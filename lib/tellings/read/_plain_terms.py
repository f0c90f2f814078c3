"""Plain terms of the field: what newspapers call institutions, procedures and positions, and mean no feeling by."""

from __future__ import annotations

from tellings.read._lexica import VERB_BEFORE, Sentence, Word, sentence, word_set

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
_TERMS = FIELD | {word for phrase in PHRASES for word in phrase}


def feelings(text: str) -> list[Word]:
    """The words of a sentence that may carry feeling: no names, no plain terms of the field unless they are verbs.

    >>> [word.key for word in feelings("The far-right party brought a frivolous lawsuit in the United States.")]
    ['the', 'brought', 'a', 'frivolous', 'in', 'the']
    """
    found = sentence(text)
    without = unfeeling(found)
    return [found.word(place) for place in range(len(found.keys)) if place not in without]


def unfeeling(found: Sentence) -> set[int]:
    """The places of the words and marks of a sentence that carry no feeling."""
    keys, without = found.keys, set(found.silent)
    terms = [place for place, key in enumerate(keys) if key in _TERMS]
    for place in terms:
        if keys[place] in FIELD and not (place and keys[place - 1] in VERB_BEFORE):
            without.add(place)
        after = place + 1
        while after < len(keys) and keys[after] in "-–":
            after += 1
        if after < len(keys) and (keys[place], keys[after]) in PHRASES:
            without |= {place, after}
    return without
