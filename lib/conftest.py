"""Doctests run as a reader of the README would: in the project's folder, where ``seeds`` lies."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tellings.corpus import Corpus
    from tellings.read import Reading

READ: dict[tuple[str, ...], Reading] = {}


@pytest.fixture(autouse=True)
def in_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parent.parent)


@pytest.fixture(autouse=True)
def read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Most examples begin by reading the kit's two articles: what was read of the same texts is kept."""
    from tellings import read

    whole = read.all

    def kept(corpus: Corpus, *, codebook: str = "policy") -> Reading:
        key = (codebook, *corpus.articles["outlet"], *corpus.articles["sha256"])
        if key not in READ:
            READ[key] = whole(corpus, codebook=codebook)
        return READ[key]

    monkeypatch.setattr(read, "all", kept)
