"""Why this score: a sentence with its words' shares, for the valence and for VADER beside it."""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, Any

import pandas as pd
from markupsafe import Markup

from tellings import compare, read
from tellings.compare._each import each
from tellings.show._text import Mark, marked
from tellings.show._words import LONGEST, count, signed

if TYPE_CHECKING:
    from tellings.read import Reading

STRONG = 0.5  # of a word's weight: those below are mostly words of grammar, which the fit gave a little each
_TOLD = 60  # words of a sentence whose shares are told one by one
_DAMPING = 5  # of read.valence: under the root with the number of words


class Why:
    """The words behind the scores of a reading's sentences, by sentence and voice.

    ``sentence(row)`` is the row's sentence with the words that weigh most marked, ``shares(row)`` a fold with every
    share and with VADER's score beside: rows have ``article, sentence, start, end, voice``. Where a voice has too few
    words for a score of its own, the fold is that of the whole sentence, and says so.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self._words = _held(_shares(reading))
        self._gaps = dict(list(reading.gaps.groupby("article", sort=False)))
        self._vader = _held(_both(compare.voiced(reading, "vader_words")))
        tones = pd.concat(
            [compare.sentence_tone(reading), compare.placed_sentences(reading).assign(voice="all")]
        )
        self._tones = {_key(row): row for row in each(tones)}

    def _of(self, held: dict[Any, pd.DataFrame], row: Any) -> list[Any]:
        found = held.get(_key(row))
        return [] if found is None else list(each(found))

    def sentence(self, row: Any) -> Markup:
        """The sentence, each word of the row's voice with a weight that tells marked up or down; holes shown.

        Of a sentence without end its beginning.
        """
        shown = min(row.end, row.start + LONGEST)
        found = [
            Mark(word.start, word.end, "up" if word.share > 0 else "down", signed(word.share))
            for word in self._of(self._words, row)
            if abs(word.weight) >= STRONG and word.end <= shown
        ]
        text = self.reading.corpus.text(row.article)
        here = marked(text, row.start, shown, [*found, *self._holes(row, shown)])
        left = row.end - shown
        return here + Markup("… ({})").format(count(left, "more character")) if left else here

    def _holes(self, row: Any, end: int) -> list[Mark]:
        gaps = self._gaps.get(row.article)
        if gaps is None:
            return []
        within = gaps[(gaps["start"] == gaps["end"]) & gaps["start"].between(row.start, end)]
        return [Mark(gap.start, gap.end, "gap", gap.reason) for gap in each(within)]

    def told(self, row: Any) -> Markup:
        """The sentence with its fold below."""
        return self.sentence(row) + self.shares(row)

    def shares(self, row: Any) -> Markup:
        """The row's score as a sum, in a fold; nothing for a sentence that is no prose."""
        tone = self._tones.get(_key(row)) or self._tones.get((row.article, row.sentence, "all"))
        if tone is None:
            return Markup()
        part = " for the whole sentence" if tone.voice == "all" else ""
        return Markup('<details class="tl-why"><summary>Why {}{}?</summary>{}{}</details>').format(
            signed(tone.valence), part, self._valence(tone), self._by_vader(tone)
        )

    def _valence(self, tone: Any) -> Markup:
        words = self._of(self._words, tone)
        order = sorted(words, key=lambda word: (-abs(word.share), word.start))
        told = [*map(_share, order[:_TOLD]), *_rest(order)]
        base = read.valence("")
        if not words:
            return Markup("<p>No word with a weight: {}, what every sentence starts from.</p>").format(
                three(base)
            )
        return Markup(
            "<p><strong>Valence {}</strong> = {} (what every sentence starts from) {}. Length: {} words count, so a "
            "share is the word’s weight divided by √({} + {}) = {:.2f}.</p>"
        ).format(three(tone.valence), three(base), Markup(" ").join(told), words[0].counted, words[0].counted,
                 _DAMPING, sqrt(words[0].counted + _DAMPING))  # fmt: skip

    def _by_vader(self, tone: Any) -> Markup:
        words = self._of(self._vader, tone)
        told = [*map(_effects, words[:_TOLD]), *_rest(words)]
        return Markup("<p><strong>VADER {}</strong>: {}.</p>").format(
            signed(tone.vader), Markup("; ").join(told) if told else "no word of its lexicon"
        )


def _key(row: Any) -> tuple[str, int, str]:
    return row.article, row.sentence, row.voice


def _held(rows: pd.DataFrame) -> dict[Any, pd.DataFrame]:
    return dict(list(rows.groupby(["article", "sentence", "voice"], sort=False)))


def _both(rows: pd.DataFrame) -> pd.DataFrame:
    """Spans by their voice, and once more for the sentence as a whole."""
    return pd.concat([rows, rows.assign(voice="all")])


def _shares(reading: Reading) -> pd.DataFrame:
    counted = reading.valences[["article", "sentence", "words"]].rename(columns={"words": "counted"})
    whole = reading.valence_words.merge(counted, on=["article", "sentence"], how="left").assign(voice="all")
    return pd.concat([compare.tone_shares(reading), whole])


def _rest(words: list[Any]) -> list[Markup]:
    """How many words are not told one by one, where there are any, and what they come to."""
    rest = words[_TOLD:]
    share = three(sum(word.share for word in rest))
    return [Markup("and {} with {} in all").format(count(len(rest), "more word"), share)] if rest else []


def three(value: float) -> str:
    """A share to three decimals, with its sign.

    >>> three(-0.0339), three(0.25)
    ('−0.034', '+0.250')
    """
    return f"{value:+.3f}".replace("-", "−")


def _share(word: Any) -> Markup:
    sign, size = ("+" if word.share >= 0 else "−"), abs(word.share)
    turned = Markup(" × −0.4 negated") if word.negated else Markup()
    return Markup('<span class="tl-share" title="weight {}{}">{}&nbsp;{:.3f}&nbsp;{}</span>').format(
        three(word.weight), turned, sign, size, word.text
    )


def _effects(word: Any) -> Markup:
    steps = Markup(" ({}: {})").format(signed(word.valence), word.effects) if word.effects else Markup()
    return Markup("{} {}{}").format(word.text, signed(word.share), steps)
