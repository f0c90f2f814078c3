"""VADER's scores of many sentences at once: what most words come to by a table, what their context changes by rule.

A word that counts comes to the lexicon's own figure unless one of the three words before it is a booster, a negation
or part of an idiom, a "but" stands in its sentence, or it is in capitals. Those sentences go through the rules.
"""

from __future__ import annotations

import sys
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from tellings.read import _vader_lexicon, _vader_rules
from tellings.scale._chunks import Chunks, Places
from tellings.scale._cuts import Cuts, Pieces
from tellings.scale._lines import Lines

_COMPENSATED = sys.version_info >= (3, 12)  # since then sum() of floats keeps what it would round away
_Floats = npt.NDArray[np.float64]
# Whether a chunk is a word to VADER; whether it changes words after it, or the next one alone; "but"; and whether it is
# itself changed by more than such words: capitals, or part of a phrase.
_COUNTS, _TURNS, _NEXT, _BUT, _MINDED = 1, 2, 4, 8, 16
# Every phrase that VADER knows holds one of these.
_PHRASES = _vader_lexicon.IN_PHRASES - {"the", "of", "to"}
_CHANGING = (
    _vader_lexicon.BOOSTERS | _vader_lexicon.DAMPENERS | _vader_lexicon.NEGATIONS | _vader_lexicon._TURNING
)


class Scores(NamedTuple):
    """The columns of the table of scores, a row a sentence."""

    compound: _Floats
    negative: _Floats
    neutral: _Floats
    positive: _Floats
    total: _Floats
    emphasis: _Floats


class Tone:
    """What VADER asks of each chunk, by its number."""

    def __init__(self, chunks: Chunks) -> None:
        self._chunks = chunks
        self._words: list[_vader_lexicon.Word | None] = []
        self._valence = np.zeros(0)
        self._kind = np.zeros(0, np.uint8)

    def _grow(self) -> None:
        new = self._chunks.strings[len(self._words) :]
        if new:
            cores = self._chunks.cores[len(self._words) :]
            words = [_word(chunk, core) for chunk, core in zip(new, cores, strict=True)]
            kinds = [_kind(chunk, word) for chunk, word in zip(new, words, strict=True)]
            valences = [word.valence if word else 0.0 for word in words]
            self._words += words
            self._valence = np.concatenate([self._valence, np.array(valences)])
            self._kind = np.concatenate([self._kind, np.array(kinds, np.uint8)])

    def read(self, lines: Lines, cuts: Cuts, pieces: Pieces) -> Scores:
        """The scores of all sentences."""
        self._grow()
        count = len(cuts.starts)
        kind = self._kind[pieces.numbers]
        kept = np.flatnonzero(kind & _COUNTS)
        numbers, sentence, kind = pieces.numbers[kept], pieces.sentence[kept], kind[kept]
        words = np.bincount(sentence, minlength=count)
        begins = np.concatenate([[0], np.cumsum(words)])
        hot = np.flatnonzero(self._valence[numbers])
        ruled = self._ruled(kind, sentence, hot, count)
        quick = hot[~ruled[sentence[hot]]]
        of, shares = [sentence[quick]], [self._valence[numbers[quick]]]
        for number in np.flatnonzero(ruled).tolist():
            run = numbers[begins[number] : begins[number + 1]].tolist()
            found = [part.share for part in _vader_rules.parts(self._context(run))]
            of.append(np.full(len(found), number))
            shares.append(np.array(found, np.float64))
        of_, shares_ = np.concatenate(of), np.concatenate(shares)
        order = np.argsort(of_, kind="stable")
        return _scored(of_[order], shares_[order], words, _emphasis(lines, cuts))

    def _ruled(
        self, kind: npt.NDArray[np.uint8], sentence: Places, hot: Places, count: int
    ) -> npt.NDArray[np.bool_]:
        """The sentences with a word whose context changes it."""
        ruled = np.zeros(count, np.bool_)
        ruled[sentence[hot[(kind[hot] & _MINDED) != 0]]] = True
        for distance in (1, 2, 3):
            near = np.maximum(hot - distance, 0)
            turns = _TURNS | _NEXT if distance == 1 else _TURNS
            turned = ((kind[near] & turns) != 0) & (sentence[near] == sentence[hot])
            ruled[sentence[hot[turned]]] = True
        but, warm = np.zeros(count, np.bool_), np.zeros(count, np.bool_)
        but[sentence[(kind & _BUT) != 0]] = True
        warm[sentence[hot]] = True
        return ruled | (but & warm)

    def _context(self, numbers: list[int]) -> _vader_rules.Context:
        made = _vader_rules.Context("")
        made.kept = list(map(self._chunks.strings.__getitem__, numbers))
        made.words = list(map(self._words.__getitem__, numbers))
        return made


def _word(chunk: str, core: str) -> _vader_lexicon.Word | None:
    """A chunk as the rules see it; None, as for most, where they ask nothing of it."""
    if len(chunk) < 2:
        return None
    if len(core) > 1:
        low = core.lower()
        if not (low in _CHANGING or low in _vader_lexicon.IN_PHRASES or low in _vader_lexicon.lexicon()):
            return None
    return _vader_rules.chunks[chunk]


def _kind(chunk: str, word: _vader_lexicon.Word | None) -> int:
    kind = _COUNTS if len(chunk) > 1 else 0
    if word is None:
        return kind
    phrase = word.word in _PHRASES
    if word.boost or word.negates or phrase:
        kind |= _TURNS
    if word.lower in ("this", "so", "least"):
        kind |= _NEXT
    if phrase or word.capitals or word.lower == "kind":
        kind |= _MINDED
    return kind | (_BUT if word.lower == "but" else 0)


def _emphasis(lines: Lines, cuts: Cuts) -> _Floats:
    """What marks add, by sentence."""
    made = np.zeros(len(cuts.starts))
    marked = set()
    for mark in "!?":
        place = lines.whole.find(mark)
        while place >= 0:
            marked.add(int(np.searchsorted(cuts.starts, place, side="right")) - 1)
            place = lines.whole.find(mark, place + 1)
    for number in marked:
        made[number] = _vader_rules.emphasis(lines.whole[cuts.starts[number] : cuts.ends[number]])
    return made


def _scored(of: Places, shares: _Floats, words: npt.NDArray[np.int64], stress: _Floats) -> Scores:
    """The arithmetic of :func:`tellings.read._vader_rules.polarity`, in its order, for all sentences together."""
    number = np.bincount(of, minlength=len(words))
    begins = np.cumsum(number) - number
    rank = np.arange(len(of)) - begins[of]
    total, low, good, bad = np.zeros((4, len(words)))
    for step in range(int(number.max(initial=0))):
        at = rank == step
        where, share = of[at], shares[at]
        _add(total, low, where, share)
        good[where] += np.where(share > 0, share + 1, 0.0)
        bad[where] += np.where(share > 0, 0.0, share - 1)
    total += low
    found = np.flatnonzero(number)
    raw = total.copy()
    total += np.where(total > 0, stress, np.where(total < 0, -stress, 0.0))
    more, less = good > -bad, good < -bad
    good[more] += stress[more]
    bad[less] -= stress[less]
    rest = (words - number)[found]
    size = good[found] - bad[found] + rest
    compound, negative, positive = np.zeros((3, len(words)))
    neutral = (words > 0).astype(np.float64)
    negative[found] = _rounded(np.fabs(bad[found] / size), 3)
    neutral[found] = _rounded(rest / size, 3)
    positive[found] = _rounded(good[found] / size, 3)
    compound[found] = _rounded(total[found] / np.sqrt(total[found] * total[found] + _vader_rules.ALPHA), 4)
    return Scores(compound, negative, neutral, positive, raw, np.where(words > 0, stress, 0.0))


def _add(total: _Floats, low: _Floats, where: Places, share: _Floats) -> None:
    """One more term of each sum, as this Python's sum() adds it."""
    old = total[where]
    new = old + share
    if _COMPENSATED:
        lost = np.where(np.fabs(old) >= np.fabs(share), (old - new) + share, (share - new) + old)
        low[where] += lost
    total[where] = new


def _rounded(numbers: _Floats, digits: int) -> list[float]:
    """Rounded as Python rounds, which NumPy does not."""
    return [round(number, digits) for number in numbers.tolist()]
