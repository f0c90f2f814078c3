"""Concordance: every place of a term, with what stands left and right of it (KWIC)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pandas as pd

if TYPE_CHECKING:
    from tellings.corpus import Corpus


def concordance(corpus: Corpus, term: str, *, width: int = 60) -> pd.DataFrame:
    """Every place where a word or phrase stands, in context (key word in context; Luhn 1960).

    ``term`` is plain text: upper and lower case are the same, any white space matches any other, curly and
    straight apostrophes match each other, and ``*`` at a word's end stands for any further letters. ``width`` is
    the number of characters of context on each side; the context stays within the paragraph.

    Returns a row a place: ``article, outlet, start, end, left, match, right``, in the order of the corpus.

    >>> from tellings.corpus import load
    >>> concordance(load("seeds"), "smokescreen")["match"].tolist()
    ['smokescreen', 'smokescreen']
    """
    pattern = _pattern(term)
    outlets = corpus.articles.set_index("article")["outlet"]
    rows = [
        (article, outlets[article], *_context(corpus.text(article), found, width))
        for article in corpus.articles["article"]
        for found in (pattern.finditer(corpus.text(article)) if pattern else ())
    ]
    columns = ["article", "outlet", "start", "end", "left", "match", "right"]
    return pd.DataFrame(rows, columns=columns).astype({"start": "int64", "end": "int64"})


def _pattern(term: str) -> re.Pattern[str] | None:
    words = [re.escape(word) for word in term.split()]
    if not words:
        return None
    wild = r"[^\W_]{0,60}"
    body = r"\s{1,3}".join(re.sub(r"['’]", "['’]", word).replace(r"\*", wild) for word in words)
    return re.compile(rf"(?<!\w){body}(?!\w)", re.IGNORECASE)


def _context(text: str, found: re.Match[str], width: int) -> tuple[int, int, str, str, str]:
    start, end = found.span()
    left = text[max(0, start - width) : start].rpartition("\n")[2]
    right = text[end : end + width].partition("\n")[0]
    return start, end, left, found.group(), right
