"""Stance: the tone of a sentence towards a target in it, and the words and cues that say so."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from math import sqrt
from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from tellings.read import _lexica
from tellings.read._lexica import Word
from tellings.read._rows import table
from tellings.read._stance_context import OWN, PLACES, ZONES, Context

_TABLE = "stance_weights.npz"
_DAMPING = 5.0  # as in training/stance.py: a zone's sum is divided by the root of its words and this
Scores = tuple[float, float]  # what is added to negative and to positive
_SENTENCES = 64  # whose words' weights are remembered: one sentence often names several
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
    context, of_cues = Context(text, start, end), _of_cues()
    cues = {name: of_cues[name] for _, _, name in context.signs() if name in of_cues}
    added = [*_words_scores(context), *cues.values(), _constant()]
    negative, positive = (sum(scores) for scores in zip(*added, strict=True))
    label = "neutral" if max(negative, positive) <= 0 else "negative" if negative > positive else "positive"
    return Stance(label, negative, positive)


def _reasons(context: Context) -> list[Reason]:
    """All that adds to the scores: the words, the cues, and the constant."""
    rows, words = _lexica.index(_TABLE, "words"), context.words
    known = [(words.word(place), zones) for place, zones in context.placed() if words.keys[place] in rows]
    cues = {cue.name: cue for cue in context.cues() if cue.name in _of_cues()}  # the last of each name
    return [
        *(
            Reason(word.start, word.end, _named(word, zones), *scores)
            for (word, zones), scores in zip(known, _words_scores(context), strict=True)
        ),
        *(Reason(cue.start, cue.end, cue.name, *_of_cues()[cue.name]) for cue in cues.values()),
        Reason(context.start, context.end, "to begin with", *_constant()),
    ]


@cache
def _constant() -> Scores:
    negative, positive = _lexica.weights(_TABLE)["intercept"].tolist()
    return negative, positive


@cache
def _weights() -> NDArray[np.float16]:
    """The words' weights: a word, a zone, a label."""
    return np.ascontiguousarray(_lexica.weights(_TABLE)["weights"].transpose(1, 0, 2))


@cache
def _of_cues() -> dict[str, Scores]:
    weights = _lexica.weights(_TABLE)["cue_weights"].tolist()
    scores = ((negative, positive) for negative, positive in weights)
    return dict(zip(_lexica.index(_TABLE, "cues"), scores, strict=True))


class _Known(NamedTuple):
    """The words of a sentence that the model knows: their places, signs, and weights (a zone, a word, a label)."""

    places: list[int]
    signs: NDArray[np.float64]
    weights: NDArray[np.float64]


@lru_cache(_SENTENCES)
def _known(text: str) -> _Known:
    found, rows = _lexica.sentence(text), _lexica.index(_TABLE, "words")
    silent = set(found.silent)
    pairs = [
        (place, rows[key]) for place, key in enumerate(found.keys) if key in rows and place not in silent
    ]
    places = [place for place, _ in pairs]
    signs = [_lexica.NEGATED if place in found.negated else 1.0 for place in places]
    weights = _weights()[[row for _, row in pairs]].astype(np.float64)
    return _Known(places, np.array(signs), weights.transpose(1, 0, 2))


def _words_scores(context: Context) -> list[Scores]:
    """What each word that the model knows adds to the scores, in the order of ``context.placed``."""
    (places, signs, weights), silent = _known(context.text), context.words.silent
    length = [0] * len(ZONES)
    stretches, own = context.stretches(), context.own()
    for zone, begin, end in stretches:
        length[zone] += end - begin - (bisect_left(silent, end) - bisect_left(silent, begin))
    length[OWN] = len(own)
    # A zone, a word: the root of the zone's words where it stands there, else without bound.
    roots = np.full((len(ZONES), len(places)), np.inf)
    for zone, begin, end in stretches:
        roots[zone, bisect_left(places, begin) : bisect_left(places, end)] = sqrt(length[zone] + _DAMPING)
    factors, first, last = (
        signs / roots,
        bisect_left(places, context.first),
        bisect_left(places, context.last),
    )
    if first < last:
        counted = set(own)
        within = [column for column in range(first, last) if places[column] in counted]
        factors[OWN, within] = signs[within] / sqrt(len(own) + _DAMPING)
        order = [*range(first), *range(last, len(places)), *within]
        factors, weights = factors[:, order], weights[:, order]
    scores: list[Scores] = np.einsum("zw,zwl->wl", factors, weights).tolist()
    return scores


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
