"""VADER by sentence: the kit's scores and shares beside NLTK's scores, same sentences, same results."""

from __future__ import annotations

import itertools

from tellings.read import _vader, sentences

from tests.benchmarks.measure import articles, seconds


def main() -> None:
    """Print sentences a second, and whether every score is NLTK's."""
    texts = list(itertools.chain.from_iterable(sentences(text)["text"] for text in articles(200)))
    nltk = _vader.analyzer()
    ours = [nltk.score_valence(_vader.shares(text)[1], text) for text in texts]
    equal = ours == [nltk.polarity_scores(text) for text in texts]
    slow = seconds(lambda: [nltk.polarity_scores(text) for text in texts])
    quick = seconds(lambda: [nltk.score_valence(_vader.shares(text)[1], text) for text in texts])
    print("| | sentences a second | ratio |\n|---|---|---|")
    print(f"| NLTK polarity_scores | {len(texts) / slow:,.0f} | 1.0 |")
    print(f"| read.vader, with each word's share | {len(texts) / quick:,.0f} | {slow / quick:.1f} |")
    print(f"\n{len(texts):,} sentences, {len(set(texts)):,} of them different; scores equal: {equal}")
