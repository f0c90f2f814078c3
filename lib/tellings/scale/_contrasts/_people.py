"""Who is named, over a store, summed by DuckDB."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from tellings.compare._people import COLUMNS
from tellings.scale._contrasts._sums import _ALL, _SAID, _most
from tellings.scale._contrasts._tables import connected

if TYPE_CHECKING:
    from tellings.scale._stored import Stored

_PROSE = "voice IN ('outlet', 'quoted')"
_WITH = 5
"""People named in the same sentences that are listed, at the most."""

_FOUND = f"""
CREATE TEMP TABLE found AS
WITH every AS (
  SELECT person, count(*) FILTER ({_PROSE}) AS every FROM contrast_people GROUP BY person
  ORDER BY every DESC, person LIMIT $most
)
SELECT p.*, a.outlet, a.article, every FROM contrast_people p JOIN every USING (person)
JOIN articles a USING (number)
"""


def _counted(columns: str, name: str) -> str:
    """A query for what stands with a name, the commonest first, of several the first of the first column."""
    parts = " UNION ALL ".join(
        f"SELECT outlet, person, {rank} AS rank, number, place, {column} AS said FROM found"
        for rank, column in enumerate(columns.split())
    )
    return f"""
SELECT outlet, person, string_agg(said, '; ' ORDER BY n DESC, one) AS {name} FROM (
  SELECT outlet, person, said, count(*) AS n, min((rank, number, place)) AS one FROM ({parts})
  WHERE said IS NOT NULL GROUP BY outlet, person, said
) GROUP BY outlet, person"""


# Others in the same sentences; of several as often, first whoever stands with the name first.
_TOGETHER = f"""
SELECT outlet, person, string_agg(other, ', ' ORDER BY rank) AS named_with FROM (
  SELECT *, row_number() OVER (PARTITION BY outlet, person ORDER BY n DESC, one) AS rank FROM (
    SELECT o.outlet, o.person, t.person AS other, count(*) AS n, min((o.number, t.first, t.place)) AS one
    FROM (SELECT DISTINCT outlet, person, number, sentence FROM found WHERE {_PROSE}) o JOIN (
      SELECT *, min(place) OVER (PARTITION BY number, sentence) AS first FROM (
        SELECT number, sentence, person, min(place) AS place FROM contrast_people
        WHERE {_PROSE} GROUP BY number, sentence, person
      )
    ) t ON t.number = o.number AND t.sentence = o.sentence AND t.person <> o.person GROUP BY ALL
  )
) WHERE rank <= {_WITH} GROUP BY outlet, person"""

_PEOPLE = f"""
WITH totals AS (
  SELECT a.outlet, count(*) FILTER ({_PROSE}) AS total FROM contrast_people JOIN articles a USING (number)
  GROUP BY a.outlet
), told AS (
  SELECT outlet, person, every, count(*) FILTER ({_PROSE}) AS mentions,
    count(*) FILTER (voice = 'caption') AS captions,
    arg_min(article, (number, place)) AS article, arg_min(sentence, (number, place)) AS first
  FROM found GROUP BY outlet, person, every
), said AS (SELECT outlet, speaker AS person, words, cues FROM ({_SAID}))
SELECT outlet, person, mentions, mentions / nullif(total, 0) AS share, captions, coalesce(words, 0) AS words_quoted,
  coalesce(titles, '') AS titles, coalesce(epithets, '') AS epithets, coalesce(cues, '') AS cues,
  coalesce(named_with, '') AS named_with, article, first
FROM told JOIN totals USING (outlet)
LEFT JOIN said USING (outlet, person)
LEFT JOIN ({_counted("title role", "titles")}) USING (outlet, person)
LEFT JOIN ({_counted("apposition", "epithets")}) USING (outlet, person)
LEFT JOIN ({_TOGETHER}) USING (outlet, person)
ORDER BY every DESC, person, mentions DESC, outlet
"""
_TYPES = {
    **dict.fromkeys(COLUMNS, "str"), "mentions": "int64", "share": "float64", "captions": "int64",
    "words_quoted": "int64", "first": "int64",
}  # fmt: skip


def people(
    stored: Stored, *, most: int | None = None, memory: str | None = None, threads: int | None = None
) -> pd.DataFrame:
    """How often each outlet names each person, as :func:`tellings.compare.people`, over all of a store.

    The table is the same; ``most`` keeps the people who are mentioned most often, and leaves ``share`` that of all.

    >>> import tempfile, tellings as tl
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     stored = tl.scale.read(tl.load("seeds"), store=folder)
    ...     tl.scale.people(stored).equals(tl.compare.people(stored.reading()))
    True
    """
    with connected(stored, ("contrast_people", "contrast_said"), memory=memory, threads=threads) as sql:
        sql.execute(_FOUND, {"most": _most(most)})
        found: pd.DataFrame = sql.execute(_PEOPLE, {"most": _ALL}).df()
    return found[list(COLUMNS)].astype(_TYPES)
