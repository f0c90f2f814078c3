"""No text makes a reader fail: garbled news, marks of all kinds, and generated articles."""

from __future__ import annotations

import random

import pytest

from benchmarks.measure import articles
from tellings import read
from tellings.read._all import READERS
from tellings.read._document import Document

ODD = [
    "“", "”", '"', "'", "‘", "’", "``", "''", "\n", "\n\n", " ", ".", ",", "—", "(", ")", "£", "%", "Credit:", "Getty", "©",
    "READ MORE", "the", "The", "Mr", "Sir", "said", "he", "of", "to", "from", "up", "5", "3.5", "per cent", "No 10", "1e999999",
    "NaN", "9" * 400, "a" * 300, "\u202e", "\u200d", "漢字", "🎉", "=cmd()", "<b>", "A.", "\ufffd", "one of the",
]  # fmt: skip


def read_all(text: str) -> None:
    document = Document(text)
    for name, reader in READERS.items():
        rows = document(reader.find)
        starts = [row[0] for row in rows]
        assert starts == sorted(starts), name
        assert all(0 <= row[0] <= row[1] <= len(text) for row in rows), name
    read.frame(text)
    assert read.valence(text) == read.valence(text)


@pytest.mark.parametrize("seed", range(8))
def test_garbled_news_is_read(seed: int) -> None:
    rng = random.Random(seed)
    for article in articles(12, seed=seed):
        place = rng.randrange(len(article))
        text = article[place : place + rng.randint(0, 1500)]
        for _ in range(rng.randint(0, 8)):
            cut = rng.randrange(len(text) + 1)
            text = text[:cut] + rng.choice(ODD) + text[cut + rng.randint(0, 12) :]
        read_all(text)
        read_all(rng.choice(["", " "]).join(rng.choices(ODD, k=40)))


def test_generated_articles_are_read() -> None:
    for article in articles(60)[20:30]:
        read_all(article)
