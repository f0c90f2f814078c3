"""Links from a row to its place on the side-by-side page: to its mark, or to its sentence where it has none."""

from __future__ import annotations

import os
from collections.abc import Iterable
from itertools import islice

from markupsafe import Markup

from tellings._pages import PAGES


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


def link(article: str, sentence: int, label: str, *, mark: str | None = None) -> Markup:
    """The label, as a link to the mark or the sentence where the run makes the page that holds it; else the label alone.

    ``mark`` is the mark's id (:func:`mark_anchor`); without one the link leads to the sentence.

    >>> link("sun", 3, "<b>")
    Markup('&lt;b&gt;')
    """
    if not os.environ.get(PAGES):
        return Markup("{}").format(label)
    return Markup('<a href="side-by-side.html#{}">{}</a>').format(mark or anchor(article, sentence), label)
