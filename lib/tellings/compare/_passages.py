"""Passages: text that two articles share, verbatim or nearly, found through an index and never pair by pair."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from tellings.compare._shared_chains import Chain, chains, marked
from tellings.compare._shared_runs import Runs, runs
from tellings.compare._shared_words import Bools, Ints, Words, covered, shared_words

if TYPE_CHECKING:
    from tellings.read import Reading

_SEED = 5  # equal words in a row with which a passage is found
_COMMON = 100, 0.01  # an n-gram in more articles than this, and in more than this part of them, is an idiom
_QUOTED = ("direct", "scare")

COLUMNS = {
    "passage": "int64", "articles": "int64", "article": "str", "outlet": "str", "start": "int64", "end": "int64",
    "text": "str", "words": "int64", "quoted": "bool", "caption": "bool", "other_article": "str",
    "other_outlet": "str", "other_start": "int64", "other_end": "int64", "other_text": "str",
    "other_words": "int64", "other_quoted": "bool", "other_caption": "bool", "similarity": "float64",
    "differences": "str",
}  # fmt: skip


def passages(
    reading: Reading, *, minimum: int = 6, common: int | None = None, same_outlet: bool = False
) -> pd.DataFrame:
    """Text that two articles share, verbatim or nearly, from a few words up to whole agency copy.

    A passage has at least ``minimum`` words in common in the same order, some five of them in a row (all of them
    where ``minimum`` is smaller), and goes on over up to six words that differ. Case, marks, hyphens and line
    breaks make no difference; furniture is left out. Articles of one outlet are only compared with each other if
    ``same_outlet``. Sharing says nothing of who copied from whom; both may follow an agency, a release, a speech.

    Returns a row a pair of articles and passage, the article that comes first in the corpus first: ``passage``, a
    number that the rows share whose text is largely the same, and ``articles``, how many have it (agency copy:
    many); ``article, outlet, start, end, text, words``; ``quoted``, whether at least half of it stands in
    quotation marks there; ``caption``, whether at least half of it is a caption; the same of the other article
    with ``other_`` before it; ``similarity``, the part of both wordings' words that is shared, from 0 to 1;
    ``differences``, as wdiff writes them: ``[-only in article-]{+only in other_article+}``. Longest first.

    An index of hashed word n-grams finds them (Manber 1994; Broder 1997). Every n-gram counts, where winnowing
    (Schleimer, Wilkerson & Aiken 2003) keeps some, so that no run of that length is missed. Runs are then carried
    on in both directions over small differences (seed and extend, after Altschul et al. 1990; for reuse in news
    Clough et al. 2002). An n-gram in more than ``common`` articles (unless given, 100 or one in a hundred, whichever
    is more) is an idiom or a page's boilerplate and is cut off: ``attrs["ngrams_cut"]`` says how many were, of
    ``attrs["ngrams"]``. One in over 16 places is lined up only with the first of them and the first of another
    outlet, so agency copy in a thousand papers gives a thousand rows and not half a million. Time and memory grow
    with the words and the rows.

    Raises ValueError if ``minimum`` is below 2.

    >>> from tellings import load, read
    >>> found = passages(read.all(load("seeds")))
    >>> found[["words", "quoted", "other_quoted"]].values.tolist()
    [[7, True, True], [7, True, True]]
    """
    if minimum < 2:
        raise ValueError(f"minimum={minimum}: a passage has at least 2 words")
    words = shared_words(reading)
    outlets = pd.factorize(reading.corpus.articles["outlet"])[0]
    most = common if common is not None else max(_COMMON[0], int(_COMMON[1] * len(words.articles)))
    found = runs(words, outlets, size=min(minimum, _SEED), common=most, same_outlet=same_outlet)
    kept = [chain for chain in _chains(words, found) if chain.matched >= minimum]
    table = _table(reading, words, kept)
    table.attrs = {"ngrams": found.grams, "ngrams_cut": found.cut, "common": most, "minimum": minimum}
    return table


def _chains(words: Words, found: Runs) -> Iterator[Chain]:
    pairs = words.of[found.a] * len(words.articles) + words.of[found.b]
    rows = zip(pairs.tolist(), found.a.tolist(), found.b.tolist(), found.length.tolist(), strict=True)
    for _, part in groupby(rows, key=lambda row: row[0]):
        yield from chains(words, (row[1:] for row in part))


def _table(reading: Reading, words: Words, kept: list[Chain]) -> pd.DataFrame:
    quotes = reading.quotes
    quoted = covered(words, quotes[quotes["kind"].isin(_QUOTED)])
    caption = covered(words, reading.captions)
    outlet = reading.corpus.articles["outlet"].tolist()
    sides = [_side(words, [chain.here for chain in kept], outlet, quoted, caption)]
    sides.append(_side(words, [chain.there for chain in kept], outlet, quoted, caption).add_prefix("other_"))
    found = pd.concat(sides, axis=1)
    found["similarity"] = [chain.similarity for chain in kept]
    found["differences"] = [marked(words, chain) for chain in kept]
    found["passage"] = _numbered(kept)
    found["articles"] = _articles(found)
    order = found.sort_values(
        ["passage", "article", "other_article", "start", "other_start"], key=_corpus_order(words)
    )
    return order.reset_index(drop=True)[list(COLUMNS)].astype(COLUMNS)


def _corpus_order(words: Words) -> Callable[[pd.Series], pd.Series]:
    number = {article: place for place, article in enumerate(words.articles)}
    return lambda column: column.map(number) if str(column.name).endswith("article") else column


def _side(
    words: Words, spans: list[tuple[int, int]], outlet: list[str], quoted: Bools, caption: Bools
) -> pd.DataFrame:
    first = np.array([span[0] for span in spans], dtype=np.int64)
    stop = np.array([span[1] for span in spans], dtype=np.int64)
    of = words.of[first]
    return pd.DataFrame({
        "article": [words.articles[place] for place in of],
        "outlet": [outlet[place] for place in of],
        "start": words.starts[first],
        "end": words.ends[stop - 1],
        "text": [words.written(*span) for span in spans],
        "words": stop - first,
        "quoted": _mostly(quoted, first, stop),
        "caption": _mostly(caption, first, stop),
    })  # fmt: skip


def _mostly(inside: Bools, first: Ints, stop: Ints) -> Bools:
    """Whether at least half of the words of each span are of a kind."""
    total = np.concatenate([[0], np.cumsum(inside)])
    return np.asarray(2 * (total[stop] - total[first]) >= stop - first)


def _numbered(kept: list[Chain]) -> list[int]:
    """A number for each row; rows with largely the same text have the same, the longest passage has 0."""
    spans = sorted({span for chain in kept for span in (chain.here, chain.there)})
    group = dict(zip(spans, _clustered(spans), strict=True))
    parent = list(range(max(group.values(), default=-1) + 1))
    for chain in kept:
        one, two = _root(parent, group[chain.here]), _root(parent, group[chain.there])
        parent[max(one, two)] = min(one, two)
    roots = [_root(parent, group[chain.here]) for chain in kept]
    longest: dict[int, int] = {}
    for root, chain in zip(roots, kept, strict=True):
        longest[root] = max(longest.get(root, 0), chain.matched)
    numbers = {root: n for n, root in enumerate(sorted(longest, key=lambda root: (-longest[root], root)))}
    return [numbers[root] for root in roots]


def _clustered(spans: list[tuple[int, int]]) -> list[int]:
    """Spans in order, each with the number of its group: it and the group's first share half of the longer one."""
    groups: list[int] = []
    open_: list[tuple[int, tuple[int, int]]] = []
    count = 0
    for span in spans:
        open_ = [(number, head) for number, head in open_ if head[1] > span[0]][-8:]
        for number, head in open_:
            if 2 * (min(span[1], head[1]) - span[0]) >= max(span[1] - span[0], head[1] - head[0]):
                groups.append(number)
                break
        else:
            open_.append((count, span))
            groups.append(count)
            count += 1
    return groups


def _root(parent: list[int], place: int) -> int:
    while parent[place] != place:
        parent[place] = parent[parent[place]]
        place = parent[place]
    return place


def _articles(found: pd.DataFrame) -> pd.Series:
    """In how many articles each row's passage stands."""
    both = pd.concat(
        [
            found[["passage", "article"]],
            found[["passage", "other_article"]].set_axis(["passage", "article"], axis=1),
        ]
    )
    return found["passage"].map(both.groupby("passage")["article"].nunique())
