"""Omissions: the sentences of each outlet that no other outlet has a counterpart of, the most informative first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from tellings.compare._counterparts import sentence_spans, stems
from tellings.compare._facts import facts, tied_sentences
from tellings.compare._shared_words import shared_words

if TYPE_CHECKING:
    from tellings.read import Reading

_SHARING = ("number", "quotation")  # facts that tie two sentences by themselves

COLUMNS = {
    "article": "str", "outlet": "str", "start": "int64", "end": "int64", "text": "str", "sentence": "int64",
    "voice": "str", "information": "float64", "nearest_article": "str", "nearest_start": "Int64",
    "nearest_end": "Int64", "nearest_text": "str", "cosine": "float64",
}  # fmt: skip


def omissions(reading: Reading) -> pd.DataFrame:
    """The sentences of each outlet that no other outlet has a counterpart of: what the others leave out.

    A sentence has a counterpart where another outlet's sentence shares at least three stems and an idf-weighted
    cosine of .2 with it, or nearly all of both, or where both state one number of the ledger or one utterance of
    the genealogy. Captions and furniture do not count. That nothing was found is not that nothing is told: a
    counterpart in wholly other words is missed; and :func:`tellings.compare.coverage` says how much an article of
    that length could be expected to carry.

    Returns a row a sentence: ``article, outlet, start, end, text, sentence, voice``; ``information``, the bits of
    its different stems that no other outlet uses at all (a stem used once among n content words carries log2 n bits;
    0 upwards): long and specific sentences carry more; ``nearest_article, nearest_start, nearest_end,
    nearest_text``, the most similar sentence of another outlet, for the reader to judge, and its ``cosine`` (missing
    where no word is shared). The outlets in the order of the corpus, the most informative sentences first.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.compare.omissions(reading).columns[:3].tolist()
    ['article', 'outlet', 'start']
    """
    return reading.once(_left_out)


def _left_out(reading: Reading) -> pd.DataFrame:
    rows, found = tied_sentences(reading)
    told = {match.one for match in found}
    nearest = {match.one: match for match in tied_sentences(reading, nearest=True)[1]}
    rows["information"] = _information(reading, rows)
    near = [nearest.get(place) for place in range(len(rows))]
    rows["cosine"] = [match.cosine if match else np.nan for match in near]
    for name in ("article", "start", "end", "text"):
        values = rows[name].tolist()
        rows[f"nearest_{name}"] = pd.Series(
            [values[match.two] if match else None for match in near], dtype=COLUMNS[f"nearest_{name}"]
        )
    alone = rows[~rows.index.isin(told) & ~_sharing(reading, rows)]
    order = {outlet: n for n, outlet in enumerate(reading.corpus.outlets)}
    alone = alone.assign(place=alone["outlet"].map(order)).sort_values(
        ["place", "information", "article", "start"], ascending=[True, False, True, True]
    )
    return alone.reset_index(drop=True)[list(COLUMNS)].astype(COLUMNS)


def _information(reading: Reading, rows: pd.DataFrame) -> list[float]:
    """The bits of each sentence's stems that no other outlet uses."""
    words = shared_words(reading)
    stem = stems(words)
    outlets = np.asarray(pd.factorize(reading.corpus.articles["outlet"])[0], dtype=np.int64)
    used = np.unique(np.stack([stem.of[words.content], outlets[words.of[words.content]]]), axis=1)
    outlets_with = np.bincount(used[0], minlength=len(stem.bits))
    own = np.where(outlets_with == 1, stem.bits, 0.0)
    return [float(own[stem.telling(words, *span)].sum()) for span in sentence_spans(words, rows)]


def _sharing(reading: Reading, rows: pd.DataFrame) -> pd.Series:
    """Which sentences hold a number or an utterance that another outlet has as well."""
    found = facts(reading, kinds=_SHARING)
    outlets = reading.corpus.articles.set_index("article")["outlet"]
    found = found.assign(outlet=found["article"].map(outlets))
    found = found[found.groupby(["kind", "key"])["outlet"].transform("nunique") > 1]
    held = np.zeros(len(rows), dtype=bool)
    for article, part in rows.groupby("article", sort=False):
        starts = found.loc[found["article"] == article, "start"].to_numpy()
        place = np.searchsorted(part["start"].to_numpy(), starts, side="right") - 1
        held[part.index.to_numpy()[place[place >= 0]]] = True
    return pd.Series(held, index=rows.index)
