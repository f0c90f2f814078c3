"""Keyness of 10,000 articles with 10,000 resamples, beside a plain implementation of the same measure."""

from __future__ import annotations

import resource
import time

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from tellings.compare._keyness import contrasted

OUTLETS, WORDS, VOCABULARY, PRIOR = ("Alpha", "Beta"), 250, 20_000, 500.0
MINIMUM = 20
PLAIN = 20  # resamples that the plain implementation is timed on


def corpus(articles: int, *, seed: int = 0) -> pd.DataFrame:
    """A table of all words of so many articles; words as frequent as Zipf's law has it, articles of many lengths."""
    rng = np.random.default_rng(seed)
    shares = 1 / np.arange(2, VOCABULARY + 2)
    lengths = rng.poisson(WORDS, articles) + 1
    codes = rng.choice(VOCABULARY, size=int(lengths.sum()), p=shares / shares.sum())
    number = np.repeat(np.arange(articles), lengths)
    # Made-up words, none of them an English function word.
    names = np.array([f"zq{_letters(code)}" for code in range(VOCABULARY)], dtype=object)
    place = np.arange(len(codes))
    return pd.DataFrame({
        "article": pd.Series(number.astype(str), dtype="str"),
        "outlet": pd.Series(np.array(OUTLETS, dtype=object)[number % len(OUTLETS)], dtype="str"),
        "start": place, "end": place + 1, "text": pd.Series(names[codes], dtype="str"),
        "term": pd.Series(names[codes], dtype="str"), "paragraph": 0, "sentence": place // 20,
        "voice": pd.Series(np.full(len(codes), "outlet", dtype=object), dtype="str"),
    })  # fmt: skip


def _letters(code: int) -> str:
    return "".join("abcdefghij"[int(digit)] for digit in str(code))


def plain(words: pd.DataFrame, terms: list[str], resamples: int, *, seed: int = 0) -> NDArray[np.float64]:
    """Log-odds of the first outlet in each bootstrap sample, the way one writes it down: a dense table of articles
    by terms, and for each resample its rows drawn and added up."""
    known = words[words["term"].isin(terms)]
    tables, sizes = {}, {}
    for outlet, part in words.groupby("outlet"):
        sizes[outlet] = part.groupby("article").size()
        counted = known[known["outlet"] == outlet].groupby(["article", "term"]).size().unstack(fill_value=0)
        tables[outlet] = counted.reindex(index=sizes[outlet].index, columns=terms, fill_value=0).to_numpy()
    background = PRIOR * known["term"].value_counts().reindex(terms).to_numpy() / len(words)
    rng, found = np.random.default_rng(seed), []
    for _ in range(resamples):
        odds = []
        for outlet in OUTLETS:
            rows = rng.integers(0, len(tables[outlet]), len(tables[outlet]))
            a = tables[outlet][rows].sum(axis=0) + background
            odds.append(np.log(a / (sizes[outlet].to_numpy()[rows].sum() + PRIOR - a)))
        found.append(odds[0] - odds[1])
    return np.array(found)


def _memory() -> float:
    """The most memory that the process has held so far, in GB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6


def main() -> None:
    """Print time and memory for growing corpora, then the plain implementation's in the same run."""
    print("| articles | resamples and splits | terms | words a term | time | memory, at most |")
    print("|---|---|---|---|---|---|")
    for articles, resamples, longest in ((1_000, 1_000, 3), (10_000, 1_000, 1), (10_000, 10_000, 1)):
        words = corpus(articles)
        began = time.perf_counter()
        options = {"minimum": MINIMUM, "longest": longest, "resamples": resamples, "splits": resamples}
        found = contrasted(words, OUTLETS, prior=PRIOR, **options)
        taken, terms = time.perf_counter() - began, len(found) // len(OUTLETS)
        row = f"{articles:,} | {resamples:,} | {terms:,} | {longest} | {taken:.0f} s | {_memory():.1f} GB"
        print(f"| {row} |", flush=True)
    _beside(words, sorted(found["term"].unique()), resamples)


def _beside(words: pd.DataFrame, terms: list[str], resamples: int) -> None:
    """Time the plain implementation on a few resamples, its table of counts apart."""
    before, began = _memory(), time.perf_counter()
    plain(words, terms, 0)
    made = time.perf_counter() - began
    plain(words, terms, PLAIN)
    each = (time.perf_counter() - began - 2 * made) / PLAIN
    minutes = (made + resamples * each) / 60
    print(f"\nPlain implementation on the last corpus, intervals only: {1000 * each:.0f} ms a resample over {PLAIN}, "
          f"so {minutes:.0f} minutes for {resamples:,}; memory from {before:.1f} to {_memory():.1f} GB, and "
          f"{resamples * len(terms) * 8 / 1e9:.1f} GB more for all its log-odds.")  # fmt: skip
