"""Which articles share text: an index of hashed word n-grams over a store, sorted and joined by DuckDB."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from tellings.compare import passages as passages_of
from tellings.compare._passages import _COMMON, COLUMNS
from tellings.errors import ParameterError
from tellings.scale._contrasts._groups import Groups
from tellings.scale._contrasts._tables import connected
from tellings.scale._contrasts._within import reading_of

if TYPE_CHECKING:
    from tellings.scale._stored import Stored

_ALL_PAIRS = (
    16  # articles of an n-gram up to which every two are a pair; beyond, each with the first: agency copy
)
_AT_ONCE = 400  # articles whose passages are looked for at a time
_LARGEST = 2_000  # articles that share text in one chain, at the most
_READERS = ("furniture", "quotes", "captions")

# Sorted by article, so that two articles are never in a pair twice, and `common` is bound.
SHARED = """
CREATE TEMP TABLE shared AS
SELECT gram, number, outlet FROM (
  SELECT DISTINCT g.gram, g.number FROM contrast_grams g
  JOIN (SELECT gram FROM contrast_grams GROUP BY gram HAVING min(number) < max(number)) USING (gram)
) JOIN articles USING (number)
"""
PAIRS = f"""
CREATE TEMP TABLE pairs AS
WITH spread AS (SELECT gram, count(*) AS n, arg_min(outlet, number) AS outlet, min(number) AS first
                FROM shared GROUP BY gram HAVING count(*) <= $common),
few AS (SELECT s.* FROM shared s JOIN spread USING (gram) WHERE n <= {_ALL_PAIRS}),
heads AS (
  SELECT gram, first AS head FROM spread WHERE n > {_ALL_PAIRS}
  UNION
  SELECT gram, min(s.number) FROM shared s JOIN spread p USING (gram)
  WHERE p.n > {_ALL_PAIRS} AND s.outlet <> p.outlet GROUP BY gram
),
many AS (
  SELECT gram, least(h.head, s.number) AS a, greatest(h.head, s.number) AS b
  FROM heads h JOIN shared s USING (gram) WHERE h.head <> s.number
),
every AS (
  SELECT o.gram, o.number AS a, t.number AS b FROM few o JOIN few t USING (gram) WHERE o.number < t.number
  UNION ALL SELECT DISTINCT gram, a, b FROM many
)
SELECT a, b, count(*) AS grams FROM every JOIN articles x ON x.number = a JOIN articles y ON y.number = b
WHERE $same OR x.outlet <> y.outlet GROUP BY a, b
"""


def common_of(articles: int) -> int:
    """The number of articles beyond which an n-gram is an idiom: 100, or one in a hundred, whichever is more."""
    return max(_COMMON[0], int(_COMMON[1] * articles))


def paired(sql: Any, *, common: int, same_outlet: bool) -> tuple[int, int]:
    """Make the table ``pairs``; how many n-grams there are in more than one article, and how many are cut off."""
    sql.execute(SHARED)
    sql.execute(PAIRS, {"common": common, "same": same_outlet})
    several, cut = sql.execute(
        "SELECT count(*), count(*) FILTER (n > ?) FROM (SELECT count(*) AS n FROM shared GROUP BY gram)",
        [common],
    ).fetchone()
    return int(several), int(cut)


def passages(
    stored: Stored,
    *,
    minimum: int = 6,
    common: int | None = None,
    same_outlet: bool = False,
    memory: str | None = None,
    threads: int | None = None,
) -> pd.DataFrame:
    """Text that two articles share, as :func:`tellings.compare.passages`, over all of a store.

    An index of hashed n-grams of five words over the whole store says which articles have one in common; then
    the passages are looked for among these alone, some hundred articles at a time. The columns are the same. An
    n-gram in more than ``common`` articles (unless given, 100 or one in a hundred, whichever is more) is cut off:
    ``attrs["ngrams_cut"]`` says how many were, of ``attrs["ngrams"]`` that several articles have. It makes no two
    articles neighbours; among neighbours it counts where fewer than ``common`` of them have it, which is the one
    difference from :func:`tellings.compare.passages`.

    Raises :class:`tellings.errors.ParameterError` if ``minimum`` is below 5, the length of the index's n-grams.

    >>> import tempfile, tellings as tl
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     stored = tl.scale.read(tl.load("seeds"), store=folder)
    ...     tl.scale.passages(stored)["words"].tolist()
    [7, 7]
    """
    if minimum < 5:
        raise ParameterError(f"minimum={minimum}: the index of a store finds passages of 5 words and more.")
    most = common_of(len(stored)) if common is None else common
    with connected(stored, ("contrast_grams",), memory=memory, threads=threads) as sql:
        several, cut = paired(sql, common=most, same_outlet=same_outlet)
        pairs = sql.execute("SELECT a, b FROM pairs ORDER BY grams DESC, a, b").fetchnumpy()
    groups = Groups(len(stored), _LARGEST)
    for one, two in zip(pairs["a"].tolist(), pairs["b"].tolist(), strict=True):
        groups.join(one, two)
    articles = stored.articles["article"].to_numpy()
    parts: list[pd.DataFrame] = []
    for numbers in _batches(groups.several()):
        reading = reading_of(stored, articles[numbers].tolist(), _READERS)
        found = passages_of(reading, minimum=minimum, common=most, same_outlet=same_outlet)
        parts.append(found.assign(batch=len(parts)))
    table = _together(parts, {article: number for number, article in enumerate(articles)})
    table.attrs = {"ngrams": several, "ngrams_cut": cut, "common": most, "minimum": minimum}
    return table


def _batches(groups: list[list[int]]) -> list[np.ndarray]:
    """Groups put together to some hundred articles."""
    batches: list[list[int]] = []
    for group in groups:
        if not batches or len(batches[-1]) + len(group) > _AT_ONCE:
            batches.append([])
        batches[-1] += group
    return [np.array(sorted(batch)) for batch in batches]


def _together(parts: list[pd.DataFrame], number: dict[str, int]) -> pd.DataFrame:
    """The passages of all batches, numbered anew: the longest first, then in the order of the corpus."""
    if not parts:
        return pd.DataFrame({name: pd.Series([], dtype=dtype) for name, dtype in COLUMNS.items()})
    found = pd.concat(parts, ignore_index=True)
    found["matched"] = (found["similarity"] * (found["words"] + found["other_words"]) / 2).round()
    found["at"], found["other_at"] = found["article"].map(number), found["other_article"].map(number)
    found = found.sort_values(["at", "start", "other_at", "other_start"], kind="stable")
    keys = ["batch", "passage"]
    heads = found.groupby(keys, sort=False).agg(
        matched=("matched", "max"), at=("at", "first"), start=("start", "first")
    )
    order = heads.sort_values(["matched", "at", "start"], ascending=[False, True, True]).index
    numbers = pd.Series(np.arange(len(order)), index=order)
    found["passage"] = numbers.reindex(pd.MultiIndex.from_frame(found[keys])).to_numpy()
    found = found.sort_values(["passage", "at", "other_at", "start", "other_start"], kind="stable")
    return found[list(COLUMNS)].astype(COLUMNS).reset_index(drop=True)
