"""How much of each article is the outlet's own prose, how much quoted, how much in captions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from tellings.compare._terms import terms
from tellings.compare._voice import VOICES

if TYPE_CHECKING:
    from tellings.read import Reading


def voices(reading: Reading) -> pd.DataFrame:
    """The words of each article by whose words they are.

    Returns a row an article: ``article, outlet, outlet_words, quoted_words, caption_words, furniture_words`` and
    ``quoted_share``, the part of the prose (outlet and quoted) that is direct speech, from 0 to 1; missing for an
    article without prose.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> voices = tl.compare.voices(reading)
    >>> voices["outlet"].tolist()
    ['The Daily Kestrel', 'The Morning Sextant']
    """
    words = terms(reading, voices=VOICES, content=False)
    counted = pd.crosstab(words["article"], words["voice"]).reindex(columns=list(VOICES), fill_value=0)
    counted.columns = pd.Index([f"{voice}_words" for voice in counted.columns])
    articles = reading.corpus.articles[["article", "outlet"]]
    found = articles.merge(counted, how="left", left_on="article", right_index=True)
    numbers = [f"{voice}_words" for voice in VOICES]
    found[numbers] = found[numbers].fillna(0).astype("int64")
    prose = found["outlet_words"] + found["quoted_words"]
    return found.assign(quoted_share=found["quoted_words"] / prose.where(prose > 0)).reset_index(drop=True)
