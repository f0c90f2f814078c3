"""Links from a row to its sentence on the side-by-side page."""

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


ON_PAGE = 120  # articles that the side-by-side page holds; more would make it too heavy to open


def on_page(articles: Iterable[str]) -> frozenset[str]:
    """The articles of a corpus whose text the side-by-side page holds: the first ones.

    >>> sorted(on_page(["a", "b"]))
    ['a', 'b']
    """
    return frozenset(islice(articles, ON_PAGE))


def link(article: str, sentence: int, label: str) -> Markup:
    """The label, as a link to the sentence where the run makes the page that holds it; else the label alone.

    >>> link("sun", 3, "<b>")
    Markup('&lt;b&gt;')
    """
    if not os.environ.get(PAGES):
        return Markup("{}").format(label)
    return Markup('<a href="side-by-side.html#{}">{}</a>').format(anchor(article, sentence), label)
