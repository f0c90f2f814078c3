"""The language of a text: English by its small words, any other by py3langid's finding."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

FEWEST_WORDS = 20
"""Fewer words than that tell no language surely; in scripts other than Latin, fewer letters."""
SURE, SURE_BY_SCRIPT = 0.9, 0.5
"""py3langid's probability from which its finding is taken; less is asked where another script rules English out."""
ENGLISH_SHARE = 0.15
"""Share of words that are among :data:`SMALL_WORDS` from which a text is English without a further look."""
SAMPLE = 6_000

SMALL_WORDS = frozenset({
    "the", "of", "and", "to", "that", "for", "with", "from", "by", "not", "it", "he", "his", "she", "her",
    "has", "have", "had", "said", "are", "were", "been", "be", "will", "would", "they", "their", "there",
    "which", "who", "this", "but", "what", "when", "you", "we", "i",
})  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")


def language(text: str) -> str | None:
    """The ISO 639-1 code of the language a text is in; None where it is too short or too mixed to tell.

    Texts whose words are to 15 % English function words are English; the rest is left to py3langid (Lui & Baldwin
    2012), if it is sure enough.

    >>> language("The minister said that the talks had failed, and that he would not go to the meeting of the six.")
    'en'
    >>> print(language("Too short."))
    None
    """
    sample = text[:SAMPLE]
    words = _WORD.findall(sample.lower())
    if sum(word in SMALL_WORDS for word in words) >= ENGLISH_SHARE * max(len(words), FEWEST_WORDS):
        return "en"
    letters = sum(len(word) for word in words)
    latin = sum(len(word) for word in words if word[0] < "\u0250")
    if (len(words) if 2 * latin >= letters else letters) < FEWEST_WORDS:
        return None
    found, confidence = _identifier().classify(sample)
    return str(found) if confidence >= (SURE if 2 * latin >= letters else SURE_BY_SCRIPT) else None


@cache
def _identifier() -> Any:
    # Loading the model takes half a second, which articles in English never need.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
