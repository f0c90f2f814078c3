"""Dispersion: where in its articles an outlet uses a term, and how evenly."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pandas as pd

from tellings.compare._association import deviation
from tellings.compare._concordance import concordance
from tellings.compare._terms import paragraphs, terms
from tellings.compare._voice import placed

if TYPE_CHECKING:
    from tellings.read import Reading

PLACES = {
    "term": "str", "article": "str", "outlet": "str", "start": "int64", "end": "int64", "text": "str",
    "sentence": "int64", "paragraph": "int64", "voice": "str", "position": "float64",
}  # fmt: skip
COLUMNS = {
    "outlet": "str", "term": "str", "count": "int64", "per_1000": "float64", "articles": "int64",
    "units": "int64", "unit": "str", "held": "int64", "spread": "float64", "dp": "float64", "first": "float64",
}  # fmt: skip


def dispersion_places(
    reading: Reading, sought: Sequence[str], *, voices: Sequence[str] = ("outlet", "quoted")
) -> pd.DataFrame:
    """Every place of some terms, with how far into its article it stands: what a dispersion plot shows.

    Terms are as in :func:`concordance`: words or phrases, with ``*``. Returns a row a place, by term and the order of
    the corpus: ``term, article, outlet, start, end, text, sentence, paragraph, voice`` and ``position``, the share
    of the article's characters before it, from 0 to 1.

    >>> from tellings.corpus import load
    >>> from tellings.read import all as read_all
    >>> dispersion_places(read_all(load("seeds")), ["smokescreen"])["position"].round(1).tolist()
    [0.2, 0.1]
    """
    parts = [
        concordance(reading.corpus, term).assign(term=term) for term in dict.fromkeys(sought) if term.strip()
    ]
    found = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame()
    if found.empty:
        return pd.DataFrame({name: pd.Series([], dtype=dtype) for name, dtype in PLACES.items()})
    found = placed(reading, found.rename(columns={"match": "text"}))
    found = found[found["voice"].isin(list(voices))]
    length = {article: max(len(reading.corpus.text(article)), 1) for article in found["article"].unique()}
    found = found.assign(
        position=found["start"] / found["article"].map(length).astype(float),
        paragraph=paragraphs(reading, found),
    )
    return found[list(PLACES)].astype(PLACES).reset_index(drop=True)


def dispersion(
    reading: Reading, sought: Sequence[str], *, voices: Sequence[str] = ("outlet", "quoted")
) -> pd.DataFrame:
    """How evenly each outlet spreads some terms over its articles, or its paragraphs where it has one article.

    Returns a row an outlet and term, in the order asked: ``count``, places; ``per_1000``, per thousand words;
    ``articles`` that have it; ``units`` and ``unit``, what it is spread over; ``held``, the units that hold it, and
    ``spread``, their share; ``dp``, Gries's deviation of proportions (2008): 0 where the term is spread as the
    words are, towards 1 where it is crowded into a small part, missing where the outlet never says it, and
    never near 0 for a term said fewer times than there are units; ``first``, how far into its article it comes
    first, from 0 to 1, at the earliest.

    >>> from tellings.corpus import load
    >>> from tellings.read import all as read_all
    >>> dispersion(read_all(load("seeds")), ["asylum"])[["count", "held", "unit"]].values.tolist()
    [[5, 5, 'paragraph'], [1, 1, 'paragraph']]
    """
    words = terms(reading, voices=voices, content=False)
    places = dispersion_places(reading, sought, voices=voices)
    rows = [
        _row(term, outlet, words[words["outlet"] == outlet],
             places[(places["outlet"] == outlet) & (places["term"] == term)])
        for term in dict.fromkeys(sought) if term.strip()
        for outlet in reading.corpus.outlets
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=list(COLUMNS)).astype(COLUMNS)


def _row(term: str, outlet: str, words: pd.DataFrame, places: pd.DataFrame) -> tuple[object, ...]:
    unit = "article" if words["article"].nunique() > 1 else "paragraph"
    sizes = words.groupby(unit).size()
    counts = places.groupby(unit).size().reindex(sizes.index, fill_value=0)
    held = int((counts > 0).sum())
    return (
        outlet, term, len(places), 1000 * len(places) / max(len(words), 1), places["article"].nunique(),
        len(sizes), unit, held, held / max(len(sizes), 1), deviation(counts, sizes),
        float(places["position"].min()) if len(places) else float("nan"),
    )  # fmt: skip
