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


@cache
def nltk_sentences() -> Any:
    """NLTK's Punkt with its English model, which is read from a package instead of a download folder."""
    import punkt
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

    known = punkt.load_model("english")
    made = PunktParameters()
    made.abbrev_types = set(known.abbrev_types)
    made.collocations = set(known.collocations)
    made.sent_starters = set(known.sent_starters)
    made.ortho_context.update({word: int(context) for word, context in known.ortho_context.items()})
    return PunktSentenceTokenizer(made)
