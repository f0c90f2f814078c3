"""Collocations: the words that keep a word company, by outlet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from tellings.compare._association import log_dice, log_likelihood_table
from tellings.compare._terms import is_content, terms, written

if TYPE_CHECKING:
    from tellings.read import Reading

COLUMNS = {
    "outlet": "str", "node": "str", "collocate": "str", "word": "str", "count": "int64", "left": "int64",
    "right": "int64", "articles": "int64", "node_count": "int64", "collocate_count": "int64",
    "expected": "float64", "log_dice": "float64", "log_likelihood": "float64",
}  # fmt: skip


class _Near(NamedTuple):
    """The words near the node, by their row: which node, and whether left of it."""

    row: int
    node: int
    left: bool


def collocations(
    reading: Reading,
    node: str,
    *,
    window: int = 5,
    minimum: int = 2,
    voices: Sequence[str] = ("outlet", "quoted"),
    content: bool = True,
) -> pd.DataFrame:
    """The words that stand near a word or phrase more often than their frequency would have it, by outlet.

    ``node`` is one word or several, ``*`` for any further letters (``migra*``). Near is within ``window`` words
    to either side, in the same sentence; the node's own words are not its collocates. ``content`` leaves
    function words out of the collocates; they count as words of the window all the same.

    Returns a row an outlet and collocate that stands near at least ``minimum`` times, by outlet and logDice:
    ``collocate``, in small letters, and ``word``, as most often written; ``count``, its places near the node, of
    which ``left`` before and ``right`` behind the nearest node; ``articles`` that have it there; ``node_count`` and
    ``collocate_count``, places in the outlet; ``expected``, the count that chance would give; ``log_dice`` (Rychlý
    2008), at most 14, the same scale in every corpus; ``log_likelihood``, G² of places near or not by this or
    another word (Dunning 1993). Logs of rare pairs mislead: read ``count`` first, and the concordance.

    Empty where the node does not stand.

    >>> from tellings.corpus import load
    >>> from tellings.read import all as read_all
    >>> found = collocations(read_all(load("seeds")), "hub*")
    >>> found["collocate"].tolist()[:1]
    ['return']
    """
    words = terms(reading, voices=voices, content=False)
    parts = [
        _outlet(part.reset_index(drop=True), str(outlet), node, window, minimum, content)
        for outlet, part in words.groupby("outlet", sort=False)
    ]
    empty = pd.DataFrame({name: pd.Series([], dtype=dtype) for name, dtype in COLUMNS.items()})
    found = (
        pd.concat([part for part in parts if len(part)], ignore_index=True) if any(map(len, parts)) else empty
    )
    return found.assign(word=found["collocate"].map(written(words)))[list(COLUMNS)].astype(COLUMNS)


def _outlet(
    words: pd.DataFrame, outlet: str, node: str, window: int, minimum: int, content: bool
) -> pd.DataFrame:
    places = _nodes(words, node)
    near = pd.DataFrame(list(_near(words, places, window)), columns=list(_Near._fields))
    if near.empty:
        return pd.DataFrame()
    near = near.assign(
        term=words["term"].to_numpy()[near["row"]], article=words["article"].to_numpy()[near["row"]]
    )
    found = near.groupby("term").agg(
        count=("row", "size"),
        left=("left", "sum"),
        articles=("article", "nunique"),
        nodes=("node", "nunique"),
    )
    kept = [not content or (len(str(term)) > 1 and is_content(str(term))) for term in found.index]
    found = found[np.array(kept, dtype=bool) & (found["count"] >= minimum).to_numpy()]
    every = words["term"].value_counts().reindex(found.index).to_numpy(dtype=float)
    measured = _measured(found, np.asarray(every), len(places), len(near["row"]), len(words))
    return measured.assign(outlet=outlet, node=node).sort_values(
        ["log_dice", "count", "collocate"], ascending=[False, False, True]
    )


def _measured(
    found: pd.DataFrame, every: NDArray[np.float64], nodes: int, near: int, words: int
) -> pd.DataFrame:
    count = found["count"].to_numpy(dtype=float)
    # Two places near one node are one company; so logDice stays at most 14.
    together = np.minimum(count, found["nodes"].to_numpy(dtype=float))
    return pd.DataFrame({
        "collocate": found.index, "count": count, "left": found["left"].to_numpy(),
        "right": count - found["left"].to_numpy(), "articles": found["articles"].to_numpy(),
        "node_count": nodes, "collocate_count": every, "expected": every * near / words,
        "log_dice": log_dice(together, nodes, every),
        "log_likelihood": log_likelihood_table(
            count, near - count, every - count, words - near - every + count
        ),
    })  # fmt: skip


def _nodes(words: pd.DataFrame, node: str) -> list[tuple[int, int]]:
    """The rows of the first and the last word of each place of the node."""
    asked = [_matching(part, words["term"]) for part in node.lower().replace("’", "'").split()]
    if not asked:
        return []
    sentence = _sentences(words)
    found: list[tuple[int, int]] = []
    for first in np.flatnonzero(asked[0]):
        last = int(first) + len(asked) - 1
        whole = last < len(words) and all(asked[step][first + step] for step in range(len(asked)))
        if whole and sentence[first] == sentence[last] and (not found or found[-1][1] < first):
            found.append((int(first), last))
    return found


def _matching(part: str, column: pd.Series) -> NDArray[np.bool_]:
    """The words that a part of the node stands for; each different word is looked at once."""
    pattern = re.compile(r"[^\W_]{0,60}".join(re.escape(piece) for piece in re.split(r"\*+", part)[:4]))
    known = [term for term in column.unique() if pattern.fullmatch(str(term)[:120])]
    return np.asarray(column.isin(known).to_numpy())


def _sentences(words: pd.DataFrame) -> NDArray[np.int64]:
    return np.asarray(words.groupby(["article", "sentence"], sort=False).ngroup().to_numpy())


def _near(words: pd.DataFrame, places: list[tuple[int, int]], window: int) -> Iterator[_Near]:
    """Each word near a node, once, with the nearest node."""
    sentence = _sentences(words)
    own = {row for first, last in places for row in range(first, last + 1)}
    nearest: dict[int, tuple[int, int, bool]] = {}
    for number, (first, last) in enumerate(places):
        for row in range(max(0, first - window), min(len(words), last + window + 1)):
            if row in own or sentence[row] != sentence[first]:
                continue
            away = first - row if row < first else row - last
            if row not in nearest or away < nearest[row][0]:
                nearest[row] = (away, number, row < first)
    for row, (_, number, left) in sorted(nearest.items()):
        yield _Near(row, number, left)
