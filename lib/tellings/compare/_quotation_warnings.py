"""Where an article's quotation marks are read badly: figures on who is quoted then say little."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from tellings.read._marks import doubles, unpaired

if TYPE_CHECKING:
    from tellings.read import Reading

COLUMNS = ("article", "kind", "message")

_FEWEST_MARKS, _UNPAIRED = 4, 0.2  # marks without a partner, and their share of all, from which to warn
_FEWEST_QUOTATIONS, _SPEAKERLESS = (
    5,
    0.5,
)  # quotations, and the share nobody is told to say, from which to warn


def quotation_warnings(reading: Reading) -> pd.DataFrame:
    """The articles whose quotations should not be trusted, and why.

    Returns a row a warning: ``article``; ``kind``; ``message``, a sentence for a reader. The kinds:

    - ``unpaired marks``: at least four double quotation marks, and more than a fifth of all, have no partner: words
      quoted may count as the outlet's own, or the other way round;
    - ``untold speakers``: of at least five direct quotations more than half have no speaker that the text tells:
      shares of quoted words by speaker leave most of them out.

    Empty where every article is read well.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.compare.quotation_warnings(reading).columns.tolist()
    ['article', 'kind', 'message']
    """
    rows: list[tuple[str, str, str]] = []
    for article in reading.corpus.articles["article"]:
        own = reading.quotes[reading.quotes["article"] == article]
        rows += _of_marks(article, reading.corpus.text(article)) + _of_speakers(article, own)
    return pd.DataFrame(rows, columns=list(COLUMNS), dtype="str")


def _of_marks(article: str, text: str) -> list[tuple[str, str, str]]:
    lost, every = unpaired(text), doubles(text)
    if lost < _FEWEST_MARKS or lost <= _UNPAIRED * every:
        return []
    message = f"{lost} of {every} quotation marks have no partner: what is quoted here is uncertain."
    return [(article, "unpaired marks", message)]


def _of_speakers(article: str, quotes: pd.DataFrame) -> list[tuple[str, str, str]]:
    said = quotes[(quotes["kind"] == "direct") & quotes["level"].isin(["whole", "joined"])]
    lost = int(said["speaker"].isna().sum())
    if len(said) < _FEWEST_QUOTATIONS or lost <= _SPEAKERLESS * len(said):
        return []
    message = f"{lost} of {len(said)} quotations have no speaker that could be told."
    return [(article, "untold speakers", message)]
