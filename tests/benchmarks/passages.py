"""Passages: 10,000 generated articles by the index, beside a plain comparison of every pair of a few hundred."""

from __future__ import annotations

import difflib
import random
import resource
import time
from typing import NamedTuple

import numpy as np
import pandas as pd

from tellings import compare, read
from tellings.compare._shared_words import words_of
from tellings.corpus import Corpus

SIZES = (300, 1_000, 3_000, 10_000)
PLAIN = 300  # articles that every pair is compared of: 44,850 pairs
WORDS, LENGTH, OUTLETS = 40_000, 400, 200
LEAST = 6
TELLING = 10  # words in a row that no idiom accounts for: what the two ways of looking are compared by


class Planted(NamedTuple):
    """Generated articles, and the pairs of which the second holds a passage of the first, edited."""

    texts: list[str]
    outlets: list[str]
    pairs: list[tuple[int, int]]


def generated(n: int, *, seed: int = 0) -> Planted:
    """Articles of 400 words drawn by Zipf's law with idioms, a third with a passage from an earlier article.

    Passages are 8 to 120 words long; one word in twenty of them is exchanged.
    """
    rng = random.Random(seed)
    draw = np.random.default_rng(seed)
    vocabulary = [_word(rank) for rank in range(WORDS)]
    idioms = [[vocabulary[k] for k in _zipf(draw, rng.randint(4, 7))] for _ in range(3_000)]
    articles: list[list[str]] = []
    pairs = []
    for place in range(n):
        words = [vocabulary[k] for k in _zipf(draw, LENGTH)]
        for k in _zipf(draw, 8):
            at = rng.randrange(LENGTH)
            words[at:at] = idioms[k % len(idioms)]
        if place and rng.random() < 1 / 3:
            source = rng.randrange(max(0, place - 60), place)
            words, length = words[: LENGTH // 2], rng.randint(8, 120)
            begin = rng.randrange(len(articles[source]) - length)
            copied = articles[source][begin : begin + length]
            words += [rng.choice(vocabulary) if rng.random() < 0.05 else word for word in copied]
            if _longest(copied, words[-length:]) >= LEAST:
                pairs.append((source, place))
        articles.append(words)
    outlets = [f"Outlet {place % OUTLETS}" for place in range(n)]
    kept = [(one, two) for one, two in pairs if outlets[one] != outlets[two]]
    return Planted([" ".join(words) + "." for words in articles], outlets, kept)


def _zipf(draw: np.random.Generator, n: int) -> list[int]:
    return [int(rank) for rank in np.floor(np.exp(draw.random(n) * np.log(WORDS))) - 1]


def _word(rank: int) -> str:
    letters = "".join("bcdfglmnprstv"[rank // 13**k % 13] + "aeiou"[(rank + k) % 5] for k in range(3))
    return f"{letters}{rank % 7}" if rank >= 2_197 else letters


def _longest(one: list[str], two: list[str]) -> int:
    best = run = 0
    for a, b in zip(one, two, strict=True):
        run = run + 1 if a == b else 0
        best = max(best, run)
    return best


def reading(planted: Planted) -> read.Reading:
    """The articles as a reading with nothing in its other tables: what passages need."""
    names = [f"a{place:05d}" for place in range(len(planted.texts))]
    articles = pd.DataFrame({"article": names, "outlet": planted.outlets})
    none = pd.DataFrame()
    corpus = Corpus(articles, dict(zip(names, planted.texts, strict=True)), none, none, none)
    spans = pd.DataFrame({"article": [], "start": [], "end": [], "kind": []})
    return read.Reading(corpus, {"quotes": spans, "captions": spans, "furniture": spans})


def plain(planted: Planted) -> set[tuple[int, int]]:
    """The pairs that share a run of ten words, every pair compared by difflib."""
    words = [[word for word, _, _ in words_of(text)] for text in planted.texts]
    found = set()
    for two in range(len(words)):
        matcher = difflib.SequenceMatcher(None, autojunk=False)
        matcher.set_seq2(words[two])
        for one in range(two):
            if planted.outlets[one] != planted.outlets[two]:
                matcher.set_seq1(words[one])
                if matcher.find_longest_match().size >= TELLING:
                    found.add((one, two))
    return found


def main() -> None:
    """Print time, memory and what was found at each size, and the same of the plain comparison."""
    print("| | articles | seconds | peak MB | rows | planted pairs found |\n|---|---|---|---|---|---|")
    few = generated(PLAIN)
    began = time.perf_counter()
    by_pairs = plain(few)
    slow = time.perf_counter() - began
    share = len(by_pairs & set(few.pairs)) / len(few.pairs)
    print(f"| every pair, difflib | {PLAIN} | {slow:.1f} | {_peak()} | {len(by_pairs)} pairs | {share:.3f} |")
    for size in SIZES:
        planted = generated(size)
        given = reading(planted)
        began = time.perf_counter()
        found = compare.passages(given, minimum=LEAST)
        taken = time.perf_counter() - began
        pairs = {
            (int(one[1:]), int(two[1:]))
            for one, two in zip(found["article"], found["other_article"], strict=True)
        }
        share = len(pairs & set(planted.pairs)) / len(planted.pairs)
        print(
            f"| compare.passages | {size:,} | {taken:.1f} | {_peak()} | {len(found):,} | {share:.3f} |",
            flush=True,
        )
        if size == PLAIN:
            both = len(pairs & by_pairs) / len(by_pairs)
            print(
                f"| … of the pairs that every pair gave | {size} | | | {len(by_pairs)} pairs | {both:.3f} |"
            )
    hours = slow * (SIZES[-1] / PLAIN) ** 2 / 3_600
    print(f"\nPair by pair, {SIZES[-1]:,} articles would take {hours:.1f} hours at the speed of the {PLAIN}.")


def _peak() -> int:
    """The most memory that this process has held so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


if __name__ == "__main__":
    main()
