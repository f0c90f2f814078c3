"""Contrasts: span tables in, outlet tables out, each with its uncertainty and its n."""

from tellings.compare._concordance import concordance
from tellings.compare._intervals import bootstrap_means, wilson
from tellings.compare._keyness import keyness
from tellings.compare._readability import readability, syllables
from tellings.compare._sentiment import sentence_tone, tone, tone_differences
from tellings.compare._terms import is_content, terms
from tellings.compare._voice import VOICES, voiced

__all__ = [
    "VOICES",
    "bootstrap_means",
    "concordance",
    "is_content",
    "keyness",
    "readability",
    "sentence_tone",
    "syllables",
    "terms",
    "tone",
    "tone_differences",
    "voiced",
    "wilson",
]
