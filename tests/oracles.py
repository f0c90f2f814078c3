"""Other people's programs that the kit must agree with."""

from __future__ import annotations

from functools import cache
from typing import Any

from tellings.read import _vader_lexicon


@cache
def nltk_vader() -> Any:
    """NLTK's VADER with the lexicon that the kit reads.

    NLTK reads its lexicon from a download folder and from nowhere else, so the object is filled by hand.
    """
    from nltk.sentiment.vader import SentimentIntensityAnalyzer, VaderConstants

    made = SentimentIntensityAnalyzer.__new__(SentimentIntensityAnalyzer)
    made.lexicon_file = _vader_lexicon.lexicon_file().read_text(encoding="utf-8").strip("\n")
    made.lexicon = made.make_lex_dict()
    made.constants = VaderConstants()
    return made
