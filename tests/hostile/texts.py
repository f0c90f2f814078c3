"""Texts for properties: made news, with marks and characters set into it that readers stumble over."""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from benchmarks.measure import articles
from hostile.fuzz import TOKENS

# Nothing that a text is cleaned of as it is loaded, so that what is read alone is what is read in a corpus.
KEPT = [token for token in TOKENS if token.isprintable() and "\u00a0" not in token]


def sentences() -> SearchStrategy[str]:
    """A sentence or a caption of a made article, as it stands or with something set into it."""
    lines = [line for article in articles(12) for line in article.splitlines() if line.strip()]
    return st.builds(_set_into, st.sampled_from(lines), st.floats(0, 1), st.just("") | st.sampled_from(KEPT))


def _set_into(line: str, where: float, odd: str) -> str:
    place = int(where * len(line))
    return line[:place] + odd + line[place:]


def scraps() -> SearchStrategy[str]:
    """Words and marks in no order."""
    return st.lists(st.sampled_from(KEPT), min_size=1, max_size=25).map("".join)


def paragraphs() -> SearchStrategy[list[str]]:
    whole = (sentences() | scraps()).map(str.strip).filter(bool)
    return st.lists(whole, min_size=1, max_size=6)


def texts() -> SearchStrategy[str]:
    return paragraphs().map("\n\n".join) | st.text(max_size=60)
