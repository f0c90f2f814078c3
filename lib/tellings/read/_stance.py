"""Stance: the tone of a sentence towards a target in it, and the words and cues that say so."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from math import sqrt
from types import MappingProxyType
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from tellings.read import _lexica
from tellings.read._lexica import Word
from tellings.read._rows import table
from tellings.read._stance_context import PLACES, ZONES, Context, Cue

_TABLE = "stance_weights.npz"
_DAMPING = 5.0  # as in training/stance.py: a zone's sum is divided by the root of its words and this
Scores = tuple[float, float]  # what is added to negative and to positive
_TIGHTEST = ("own", "theirs", "led in", "led out", "clause", "voice")


class Reason(NamedTuple):
    """A word or a cue, and what it adds to the scores of negative and positive; neutral's score is 0."""

    start: int
    end: int
    feature: str
    negative: float
    positive: float


class Stance(NamedTuple):
    """The scores of a stance against neutral's 0, and the label of the highest."""

    label: str
    negative: float
    positive: float


def judge(text: str, start: int, end: int) -> Stance:
    """The stance towards ``text[start:end]`` in a sentence, with its scores."""
    context = Context(text, start, end)
    added = [*_words_scores(context)[1], *_cues_scores(context).values(), _constant()]
    negative, positive = (sum(scores) for scores in zip(*added, strict=True))
    label = "neutral" if max(negative, positive) <= 0 else "negative" if negative > positive else "positive"
    return Stance(label, negative, positive)


def _reasons(context: Context) -> list[Reason]:
    """All that adds to the scores: the words, the cues, and the constant."""
    words = zip(*_words_scores(context), strict=True)
    return [
        *(Reason(word.start, word.end, _named(word, zones), *scores) for (word, zones), scores in words),
        *(Reason(cue.start, cue.end, cue.name, *scores) for cue, scores in _cues_scores(context).items()),
        Reason(context.start, context.end, "to begin with", *_constant()),
    ]


@cache
def _constant() -> Scores:
    negative, positive = _lexica.weights(_TABLE)["intercept"].tolist()
    return negative, positive


@cache
def _weights() -> NDArray[np.float64]:
    """The words' weights: a word, a zone, a label."""
    return np.ascontiguousarray(_lexica.weights(_TABLE)["weights"].transpose(1, 0, 2), dtype=float)


@cache
def _of_cues() -> Mapping[str, Scores]:
    weights = _lexica.weights(_TABLE)["cue_weights"].tolist()
    scores = ((negative, positive) for negative, positive in weights)
    return MappingProxyType(dict(zip(_lexica.index(_TABLE, "cues"), scores, strict=True)))


def _words_scores(context: Context) -> tuple[list[tuple[Word, tuple[int, ...]]], list[Scores]]:
    """The words that the model knows, with their zones; and what each adds to the scores."""
    rows = _lexica.index(_TABLE, "words")
    placed = context.placed()
    length = [0] * len(ZONES)
    for _, zones in placed:
        for zone in zones:
            length[zone] += 1
    roots = [sqrt(words + _DAMPING) for words in length]
    known = [(word, zones) for word, zones in placed if word.key in rows]
    # A zone, a word: its sign over the root of the zone's words where it stands there, else 0.
    factors = [[0.0] * len(known) for _ in ZONES]
    for column, (word, zones) in enumerate(known):
        sign = word.sign
        for zone in zones:
            factors[zone][column] = sign / roots[zone]
    weights = _weights()[[rows[word.key] for word, _ in known]].transpose(1, 0, 2)
    return known, np.einsum("zw,zwl->wl", np.array(factors), weights).tolist()


def _cues_scores(context: Context) -> dict[Cue, Scores]:
    """The cues that the model knows, the last of each name, with what each adds to the scores."""
    scores = _of_cues()
    once = {cue.name: cue for cue in context.cues() if cue.name in scores}
    return {cue: scores[name] for name, cue in once.items()}


def _named(word: Word, zones: tuple[int, ...]) -> str:
    zone = next((zone for zone in _TIGHTEST if ZONES.index(zone) in zones), "")
    return f"{PLACES.get(zone, 'elsewhere')}: {'not ' if word.negated else ''}{word.key}"


def stance(text: str, start: int, end: int) -> str:
    """The tone of a sentence towards the target at ``text[start:end]``: ``negative``, ``neutral`` or ``positive``.

    Give it one sentence and the place of a person or body in it, by name or pronoun. The label holds for what the
    sentence says, whoever says it: of a quotation it is the speaker's stance, so keep quoted words apart, as
    :func:`tellings.compare.stance` does. It is that of a linear model: the words around the target weigh by how
    near they stand, and cues tell its role (doer, object, what stands before and after it). Names have no weight,
    so nobody is liked or disliked for who they are. Neutral is what remains where neither negative nor positive
    scores above 0.

    Fitted by logistic regression to 8,739 targets in the news (NewsMTSC; Hamborg & Donnay 2021), over the lexicons
    of VADER and pattern, word vectors (GloVe), and :func:`valence`'s weights: ``training/stance.py``. About seven
    labels in ten agree with people's; METHOD.md has the figures. Single labels err: count many.

    Raises ``ValueError`` where the target lies outside the text or is empty.

    >>> sentence = "Critics accused Mrs Hale of lying about the disastrous scheme."
    >>> stance(sentence, 16, 24)
    'negative'
    """
    _check(text, start, end)
    return judge(text, start, end).label


def _check(text: str, start: int, end: int) -> None:
    if not 0 <= start < end <= len(text):
        raise ValueError(
            f"the target {start}:{end} lies outside the text of {len(text)} characters, or is empty"
        )


def stance_reasons(text: str, start: int, end: int) -> pd.DataFrame:
    """Why :func:`stance` answers as it does: every word and cue that counts, with what it adds.

    Returns a row a word or cue: ``start, end, text``; ``feature``, a readable name (``attached: slammed``: within
    three words before or five after the target; ``nearer another``: nearer to another name; ``clause``: in the
    target's clause; ``other voice``: on the other side of
    quotation marks; ``doer: accused``: the target's verb); ``negative`` and ``positive``, what it adds to the
    scores of these. The label is the one with the higher sum, or neutral where neither is above 0. The row
    ``to begin with`` is the constant. The rows that matter most come first.

    >>> found = stance_reasons("Critics accused Mrs Hale of lying.", 16, 24)
    >>> bool(found["negative"].sum() > found["positive"].sum())
    True
    """
    _check(text, start, end)
    reasons = _reasons(Context(text, start, end))
    return table(text, sorted(reasons, key=lambda r: -max(abs(r.negative), abs(r.positive))), Reason)
