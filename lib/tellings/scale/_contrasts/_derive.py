"""What is counted in some hundred articles, as tables that DuckDB sums: one task an engine's worker does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import NamedTuple

import numpy as np
import pandas as pd
import pyarrow as pa

from tellings.compare import _people, _stance
from tellings.compare._label_rows import key, label_rows
from tellings.compare._labels import _loaded
from tellings.compare._ngrams import phrases
from tellings.compare._shared_runs import _hashed, _places
from tellings.compare._shared_words import shared_words
from tellings.compare._terms import is_content, terms
from tellings.compare._voice import placed, voiced
from tellings.read import Reading
from tellings.scale._contrasts import _tallies
from tellings.scale._contrasts._blocks import Block, Names
from tellings.scale._store import Store

SEED = 5
"""Words of an n-gram of the index of passages."""
_content = cache(is_content)


class Counted(NamedTuple):
    """A block to count in, what is asked, and the keys to write under."""

    block: Block
    cover: str
    keys: tuple[tuple[str, str], ...]


class Done(NamedTuple):
    """How many articles were counted in, the block's first, and the file of each table."""

    articles: int
    first: int
    files: tuple[tuple[str, str], ...]


def count(task: Counted) -> Done:
    """Count, and write a part a table."""
    from pathlib import Path

    reading, known = task.block.reading(), task.block.known()
    store = Store(Path(task.block.store))
    files = []
    for name, under in task.keys:
        table = pa.Table.from_pandas(
            _numbered(TABLES[name](reading, known), task.block), preserve_index=False
        )
        files.append((name, str(store.put(name, under, task.cover, table).path)))
    return Done(len(task.block.articles), task.block.first, tuple(files))


def _numbered(table: pd.DataFrame, block: Block) -> pd.DataFrame:
    """The articles by their numbers in the whole corpus."""
    if "article" not in table:
        return table
    number = {article: block.first + at for at, article in enumerate(block.articles["article"])}
    return table.assign(article=table["article"].map(number).astype("int32")).rename(
        columns={"article": "number"}
    )


def words(reading: Reading, known: Names) -> pd.DataFrame:
    """Terms of one to three words by article and paragraph, and how each is written there."""
    found = phrases(terms(reading, content=False))
    keys = ["article", "paragraph", "term", "text", "length"]
    return found.groupby(keys, sort=True, observed=True).size().rename("n").reset_index()


def sizes(reading: Reading, known: Names) -> pd.DataFrame:
    """Content words by article and paragraph."""
    found = terms(reading, content=False)
    told = {term: len(term) > 1 and _content(term) for term in found["term"].unique()}
    found = found[found["term"].map(told).astype(bool)]
    return found.groupby(["article", "paragraph"], sort=True).size().rename("n").reset_index()


def labels(reading: Reading, known: Names) -> pd.DataFrame:
    """What actors are called: the rows of :func:`tellings.compare.label_places`, with the corpus's roles."""
    found = placed(reading, label_rows(reading, reading.people, known.roles))
    found = found[found["voice"].isin(["outlet", "quoted"])]
    marked = {label: _loaded(label) for label in found["label"].unique()}
    return found.assign(
        loaded=[marked[label][0] for label in found["label"]],
        valence=np.array([marked[label][1] for label in found["label"]], dtype=float),
        key=found["label"].map(key),
    ).drop(columns=["outlet", "sentence"])


def stances(reading: Reading, known: Names) -> pd.DataFrame:
    """Each judged mention of a person."""
    found = _stance.stances(reading)
    return found[["article", "person", "voice", "paragraph", "stance"]]


def said(reading: Reading, known: Names) -> pd.DataFrame:
    """Each direct quotation: its speaker, its words, its cue."""
    quotes = voiced(reading, "quotes")
    found = _people.quoted(reading, quotes)
    return found[["article", "start", "speaker", "words", "whole", "cue"]].reset_index(drop=True)


def grams(reading: Reading, known: Names) -> pd.DataFrame:
    """The word n-grams of the texts, furniture apart, by their hashes: what articles share is found by them."""
    found = shared_words(reading)
    at = _places(found, SEED)
    article = found.of[at]
    return pd.DataFrame({
        "article": np.array(found.articles, dtype=object)[article],
        "place": (at - found.bounds[article]).astype("int32"),
        "start": found.starts[at].astype("int32"),
        "end": found.ends[at + SEED - 1].astype("int32"),
        "gram": _hashed(found, at, SEED),
    })  # fmt: skip


def named(reading: Reading, known: Names) -> pd.DataFrame:
    """Who and what each article names."""
    parts = [reading.people[["article", "person"]].rename(columns={"person": "name"})]
    parts += [reading.tables[reader][["article", "name"]] for reader in ("organisations", "places")]
    kinds = ("person", "organisation", "place")
    every = pd.concat(
        [part.assign(kind=kind) for part, kind in zip(parts, kinds, strict=True)], ignore_index=True
    )
    return every.groupby(["article", "kind", "name"], sort=True).size().rename("n").reset_index()


_Table = Callable[[Reading, Names], pd.DataFrame]
TABLES: Mapping[str, _Table] = {
    "contrast_words": words,
    "contrast_sizes": sizes,
    "contrast_labels": labels,
    "contrast_stances": stances,
    "contrast_said": said,
    "contrast_grams": grams,
    "contrast_named": named,
    "contrast_frames": _tallies.frames,
    "contrast_tones": _tallies.tones,
    "contrast_people": _tallies.people,
}
READS: Mapping[str, tuple[str, ...]] = {
    "contrast_words": ("tokens", "sentences", "quotes"),
    "contrast_sizes": ("tokens", "sentences", "quotes"),
    "contrast_labels": ("people", "sentences", "quotes", "organisations", "places"),
    "contrast_stances": ("people", "sentences", "quotes"),
    "contrast_said": ("quotes", "sentences", "people", "tokens"),
    "contrast_grams": ("furniture",),
    "contrast_named": ("people", "organisations", "places"),
    "contrast_frames": ("frames", "primary_frames", "sentences", "quotes"),
    "contrast_tones": ("tokens", "sentences", "quotes", "valences", "valence_words", "vader", "vader_words"),
    "contrast_people": ("people", "sentences", "quotes"),
}
"""The readers that each table is made from."""


def modules(name: str) -> tuple[str, ...]:
    """The kit's modules that a table rests on, besides the readers' and this one."""
    return {
        "contrast_words": ("tellings.compare._ngrams", "tellings.compare._terms"),
        "contrast_sizes": ("tellings.compare._terms",),
        "contrast_labels": ("tellings.compare._labels",),
        "contrast_stances": ("tellings.compare._stance",),
        "contrast_said": ("tellings.compare._people",),
        "contrast_grams": ("tellings.compare._shared_runs", "tellings.compare._shared_words"),
        "contrast_named": ("tellings.compare._persons",),
        "contrast_frames": ("tellings.compare._frames", "tellings.compare._terms"),
        "contrast_tones": ("tellings.compare._sentiment",),
        "contrast_people": ("tellings.compare._persons", "tellings.compare._voice"),
    }[name]
