"""Links from a row to its place on the side-by-side page: to its mark, or to its sentence where it has none."""

from __future__ import annotations

import os
from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING

from markupsafe import Markup

from tellings._pages import PAGES

if TYPE_CHECKING:
    from tellings.corpus import Corpus


def anchor(article: str, sentence: int) -> str:
    """The id of a sentence on the side-by-side page.

    >>> anchor("sun", 3)
    'sun-s3'
    """
    return f"{article}-s{sentence}"


def mark_anchor(article: str, layer: str, start: int, end: int) -> str:
    """The id of a mark on the side-by-side page: the article, the kind of mark, and where it begins and ends.

    >>> mark_anchor("sun", "quote", 120, 180)
    'sun-quote-120-180'
    """
    return f"{article}-{layer}-{start}-{end}"


ON_PAGE = 120  # articles that the side-by-side page holds; more would make it too heavy to open


def on_page(articles: Iterable[str]) -> frozenset[str]:
    """The articles of a corpus whose text the side-by-side page holds: the first ones.

    >>> sorted(on_page(["a", "b"]))
    ['a', 'b']
    """
    return frozenset(islice(articles, ON_PAGE))


LONGEST = 100_000  # characters of one text that it shows, where a long report has fifty thousand
MOST = 3_000_000  # characters of all texts together


def reach(corpus: Corpus) -> dict[str, int]:
    """How many characters of each article the side-by-side page shows; articles it does not hold are left out.

    >>> import tellings as tl
    >>> corpus = tl.load("seeds")
    >>> reach(corpus) == {article: len(corpus.text(article)) for article in corpus}
    True
    """
    held = on_page(corpus)
    rows = corpus.articles[["article", "chars"]].itertuples(index=False)
    chars = {str(article): int(size) for article, size in rows if article in held}
    longest = LONGEST
    while sum(min(size, longest) for size in chars.values()) > MOST:
        longest //= 2
    return {article: min(size, longest) for article, size in chars.items()}


def link(article: str, sentence: int, label: str, *, mark: str | None = None) -> Markup:
    """The label, as a link to the mark or the sentence where the run makes the page that holds it; else the label alone.

    ``mark`` is the mark's id (:func:`mark_anchor`); without one the link leads to the sentence.

    >>> link("sun", 3, "<b>")
    Markup('&lt;b&gt;')
    """
    if not os.environ.get(PAGES):
        return Markup("{}").format(label)
    return Markup('<a href="side-by-side.html#{}">{}</a>').format(mark or anchor(article, sentence), label)
