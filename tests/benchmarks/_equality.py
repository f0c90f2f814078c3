"""Whether the bulk reading equals the readers and NLTK itself, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from typing import Any

from tests.benchmarks.corpus import articles
from tests.oracles import nltk_vader

from tellings.read import _chunk_tokens, _frames, _sentences
from tellings.read._document import Document
from tellings.scale import _bulk

_PART = 200


def differences(texts: Iterable[str]) -> tuple[int, list[str]]:
    """How many sentences were compared, and the first few that differ in anything, with what they differ in."""
    compared, wrong = 0, []
    cache, rest = _bulk.Cache(), iter(texts)
    while part := list(islice(rest, _PART)):
        found = _by_article(_bulk.read(part, cache=cache), len(part))
        for text, tables in zip(part, found, strict=True):
            compared += len(tables["sentences"])
            wrong += [f"{name}: {text[:60]}" for name in _differing(text, tables)]
    return compared, wrong[:20]


def equal(sentences: int) -> str:
    """A line that says whether made articles of so many sentences are read equally."""
    compared, wrong = differences(article.text for article in articles(1 + sentences // 23, seed=11))
    told = "every one" if not wrong else f"all but {len(wrong)} or more"
    return (
        f"Equality, on {compared:,} sentences: {told} is the reader's own sentence, with the tokens and offsets of "
        "`NLTKWordTokenizer`, the scores of NLTK's `SentimentIntensityAnalyzer` and the reader's own frame cues."
    )


def _by_article(tables: dict[str, Any], count: int) -> list[dict[str, list[dict[str, Any]]]]:
    found: list[dict[str, list[dict[str, Any]]]] = [{name: [] for name in tables} for _ in range(count)]
    for name, table in tables.items():
        for row in table.to_pylist():
            found[row.pop("article")][name].append(row)
    return found


def _differing(text: str, tables: dict[str, list[dict[str, Any]]]) -> list[str]:
    """The names of what differs in a text: boundaries by the reader, the rest by NLTK on those sentences."""
    document = Document(text)
    sentences = document(_sentences.find)
    pairs = {
        "sentences": (
            [(r["start"], r["end"], r["paragraph"], r["part"]) for r in tables["sentences"]],
            sentences,
        ),
        "tokens": (
            [(r["start"], r["end"], r["sentence"], r["token"], r["text"]) for r in tables["tokens"]],
            [
                (row.start + a, row.start + b, number, token, text[row.start + a : row.start + b])
                for number, row in enumerate(sentences)
                for a, b, token in _chunk_tokens.align(text[row.start : row.end])
            ],
        ),
        "vader": (
            [(r["negative"], r["neutral"], r["positive"], r["compound"]) for r in tables["vader"]],
            [tuple(nltk_vader().polarity_scores(text[row.start : row.end]).values()) for row in sentences],
        ),
        "frames": (
            [(r["start"], r["end"], r["frame"], r["cue"], r["sentence"]) for r in tables["frames"]],
            document(_frames.find),
        ),
    }
    return [name for name, (found, wanted) in pairs.items() if list(found) != [tuple(row) for row in wanted]]
