"""VADER by sentence: the kit's scores and shares beside NLTK's scores, same sentences, same results, one core."""

from __future__ import annotations

import itertools
import random
import time
from collections.abc import Callable
from typing import Any

from tests.benchmarks.measure import articles, seconds
from tests.oracles import nltk_vader

from tellings.read import _vader, _vader_lexicon, _vader_rules, sentences

SENTENCES = 100_000
_FEWEST = 8  # words of a sentence; with fewer, too many come out the same


def varied(n: int, *, seed: int = 0) -> list[str]:
    """Sentences of newspaper length, nearly all different, with feeling, boosters, negations and names in them.

    The seeds' sentences with words exchanged among one another and, one in twelve, for a word of the lexicon or
    one that changes it.
    """
    rng = random.Random(seed)
    found = itertools.chain.from_iterable(sentences(text)["text"] for text in articles(40))
    patterns = [words for words in map(str.split, found) if len(words) >= _FEWEST]
    plain = sorted({word for words in patterns for word in words if word.isalpha() and word.islower()})
    hot = sorted(word for word in _vader_lexicon.lexicon() if word.isalpha())
    turns = sorted([*_vader_lexicon.BOOSTERS, *_vader_lexicon.NEGATIONS, "but", "least", "kind of"])
    return [" ".join(_word(word, plain, hot, turns, rng) for word in rng.choice(patterns)) for _ in range(n)]


def _word(word: str, plain: list[str], hot: list[str], turns: list[str], rng: random.Random) -> str:
    drawn = rng.random()
    if not word.isalpha() or drawn > 0.45:
        return word
    return rng.choice(hot if drawn < 0.05 else turns if drawn < 0.08 else plain)


def main() -> None:
    """Print sentences a second, and whether every score is NLTK's."""
    texts = varied(SENTENCES)
    began = time.perf_counter()
    wanted = [nltk_vader().polarity_scores(text) for text in texts]
    slow = time.perf_counter() - began
    print("| | sentences a second | ratio | scores equal |\n|---|---|---|---|")
    print(f"| NLTK polarity_scores | {len(texts) / slow:,.0f} | 1.0 | |", flush=True)
    _row("the kit's scores, first time", _scores, texts, wanted, slow, repeats=1)
    _row("the kit's scores, words seen before", _scores, texts, wanted, slow, repeats=2)
    _row("the same with each word's share, place and effects", _with_shares, texts, wanted, slow, repeats=2)
    words = sum(len(text.split()) for text in texts) / len(texts)
    print(f"\n{len(texts):,} sentences, {len(set(texts)) / len(texts):.1%} of them different, {words:.0f} words each; "
          f"{sum(bool(each['compound']) for each in wanted) / len(texts):.0%} with a score.")  # fmt: skip


def _row(
    name: str,
    work: Callable[[list[str]], list[Any]],
    texts: list[str],
    wanted: list[Any],
    slow: float,
    *,
    repeats: int,
) -> None:
    _vader_rules.chunks.clear() if repeats == 1 else None
    quick = seconds(lambda: work(texts), repeats=repeats)
    equal = work(texts) == wanted
    print(f"| {name} | {len(texts) / quick:,.0f} | {slow / quick:.1f} | {equal} |", flush=True)


def _scores(texts: list[str]) -> list[dict[str, float]]:
    return [_vader.polarity(text) for text in texts]


def _with_shares(texts: list[str]) -> list[dict[str, float]]:
    made = []
    for text in texts:
        context = _vader_rules.Context(text)
        parts = _vader_rules.parts(context)
        places = zip(_vader_rules.located(text, parts), parts, strict=True)
        rows = [(*place, part.share, _vader.effects(part)) for place, part in places]
        made.append(_vader_rules.polarity([row[2] for row in rows], len(context.words), text))
    return made
