"""Labels, stance and quotation over a store, summed by DuckDB."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from tellings.compare._intervals import FEWEST
from tellings.compare._labels import COLUMNS as LABELS
from tellings.compare._labels import RELATIONS
from tellings.compare._stance import _STANCES as STANCES
from tellings.scale._contrasts._keyness import UNITS
from tellings.scale._contrasts._tables import connected

if TYPE_CHECKING:
    from tellings.scale._stored import Stored

PLACES = 200
"""Places of a label that are listed at the most."""
_WEIGHTS = 4_000_000  # numbers of a block of bootstrap weights

_LABELS = f"""
WITH found AS (
  SELECT l.*, a.outlet, a.article FROM contrast_labels l JOIN articles a USING (number)
  WHERE l.relation IN (SELECT unnest($relations)) AND l.voice IN (SELECT unnest($voices))
), actors AS (
  SELECT actor, count(*) AS every FROM found GROUP BY actor HAVING count(*) >= $minimum
  ORDER BY every DESC, actor LIMIT $most
), counted AS (
  SELECT every, actor, kind, relation, outlet, voice, key, count(*) AS count,
    count(*) FILTER (link = 'likely') AS likely
  FROM found JOIN actors USING (actor) GROUP BY every, actor, kind, relation, outlet, voice, key
  QUALIFY row_number() OVER (PARTITION BY actor, kind, relation, outlet ORDER BY count(*) DESC, key, voice) <= $each
), ranked AS (
  SELECT f.*, row_number() OVER (
    PARTITION BY actor, kind, relation, outlet, voice, key ORDER BY number, start, "end", f.label, link
  ) AS rank FROM found f SEMI JOIN counted USING (actor, kind, relation, outlet, voice, key)
), written AS (
  SELECT actor, kind, relation, outlet, voice, key, first(label ORDER BY n DESC, label) AS label FROM (
    SELECT actor, kind, relation, outlet, voice, key, label, count(*) AS n FROM ranked GROUP BY ALL
  ) GROUP BY ALL
), placed AS (
  SELECT actor, kind, relation, outlet, voice, key,
    first(loaded) FILTER (rank = 1) AS loaded, first(valence) FILTER (rank = 1) AS valence,
    first(article) FILTER (rank = 1) AS article, first(start) FILTER (rank = 1) AS start,
    first("end") FILTER (rank = 1) AS "end",
    string_agg(article || ':' || start || '-' || "end", ' ' ORDER BY rank) FILTER (rank <= {PLACES}) AS places
  FROM ranked GROUP BY actor, kind, relation, outlet, voice, key
)
SELECT actor, kind, relation, label, outlet, voice, count, likely, loaded, valence, article, start, "end", places
FROM counted JOIN placed USING (actor, kind, relation, outlet, voice, key)
JOIN written USING (actor, kind, relation, outlet, voice, key)
ORDER BY every DESC, actor, kind, list_position($order, relation), outlet, count DESC, key, voice
"""

_STANCE = """
SELECT a.outlet, s.person, s.voice, a.article, s.paragraph, count(*) AS sentences,
  count(*) FILTER (s.stance = 'negative') AS negative, count(*) FILTER (s.stance = 'neutral') AS neutral,
  count(*) FILTER (s.stance = 'positive') AS positive
FROM contrast_stances s JOIN articles a USING (number)
WHERE s.person IN (SELECT person FROM contrast_stances GROUP BY person ORDER BY count(*) DESC, person LIMIT $most)
GROUP BY ALL ORDER BY a.outlet, s.person, s.voice, a.article, s.paragraph
"""

_SAID = """
WITH found AS (SELECT s.*, a.outlet FROM contrast_said s JOIN articles a USING (number)),
cues AS (
  SELECT outlet, speaker, string_agg(cue, ', ' ORDER BY n DESC, one) AS cues FROM (
    SELECT outlet, speaker, cue, count(*) AS n, min((number, start)) AS one
    FROM found WHERE whole AND cue IS NOT NULL GROUP BY outlet, speaker, cue
  ) GROUP BY outlet, speaker
), told AS (
  SELECT outlet, speaker, count(*) FILTER (whole) AS quotations, sum(words)::BIGINT AS words
  FROM found GROUP BY outlet, speaker
), shared AS (
  SELECT *, words / nullif(sum(words) OVER (PARTITION BY outlet), 0) AS share FROM told
)
SELECT outlet, speaker, quotations, words, share::DOUBLE AS share, coalesce(cues, '') AS cues
FROM shared LEFT JOIN cues USING (outlet, speaker) ORDER BY words DESC, speaker, outlet LIMIT $most
"""
_ALL = 2**62


def labels(
    stored: Stored,
    *,
    relations: Sequence[str] = RELATIONS,
    voices: Sequence[str] = ("outlet", "quoted"),
    minimum: int = 1,
    most: int | None = None,
    each: int | None = None,
    memory: str | None = None,
    threads: int | None = None,
) -> pd.DataFrame:
    """How each outlet names and describes each actor, as :func:`tellings.compare.labels`, over all of a store.

    The table is the same, but that ``places`` lists the first 200. ``most`` keeps the actors with the most places,
    ``each`` the most frequent labels of an actor by relation and outlet.

    >>> import tempfile, tellings as tl
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     stored = tl.scale.read(tl.load("seeds"), store=folder)
    ...     found = tl.scale.labels(stored, relations=["described"])
    >>> found.loc[found["actor"] == "National Rally", "label"].tolist()[:2]
    ['French rightwing party', 'far-right National Rally party']
    """
    asked = {
        "relations": list(relations), "voices": list(voices), "minimum": minimum, "most": _most(most),
        "each": _most(each), "order": list(RELATIONS),
    }  # fmt: skip
    with connected(stored, ("contrast_labels",), memory=memory, threads=threads) as sql:
        return _typed(sql.execute(_LABELS, asked).df(), LABELS)


def stance(
    stored: Stored,
    *,
    least: int = 1,
    resamples: int = 2000,
    confidence: float = 0.95,
    seed: int = 0,
    most: int | None = None,
    memory: str | None = None,
    threads: int | None = None,
) -> pd.DataFrame:
    """How each outlet speaks of each person, as :func:`tellings.compare.stance`, over all of a store.

    The table is the same; a person in more than 5,000 articles of an outlet is resampled by bundles of them.
    ``most`` keeps the people in the most sentences.

    >>> import tempfile, tellings as tl
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     stored = tl.scale.read(tl.load("seeds"), store=folder)
    ...     tl.scale.stance(stored, resamples=50).columns[:3].tolist()
    ['outlet', 'person', 'voice']
    """
    with connected(stored, ("contrast_stances",), memory=memory, threads=threads) as sql:
        units = sql.execute(_STANCE, {"most": _most(most)}).df()
    rows = [
        (*names, *_summary(part, resamples, confidence, seed))
        for names, part in units.groupby(["outlet", "person", "voice"], sort=True)
        if part["sentences"].sum() >= least
    ]
    found = pd.DataFrame(rows, columns=list(STANCES))
    every = found.groupby("person")["sentences"].transform("sum")
    order = found.assign(every=every).sort_values(
        ["every", "person", "outlet", "voice"], ascending=[False, True, True, True], kind="stable"
    )
    return _typed(order.drop(columns="every"), STANCES)


def _summary(part: pd.DataFrame, resamples: int, confidence: float, seed: int) -> tuple[object, ...]:
    unit = "article" if part["article"].nunique() > 1 else "paragraph"
    each = part.groupby(unit, sort=True)[["sentences", "negative", "positive"]].sum()
    low = high = float("nan")
    if len(each) >= FEWEST:
        sums = (each["positive"] - each["negative"]).to_numpy(float)
        means = _means(sums, each["sentences"].to_numpy(float), resamples, seed)
        low, high = (float(x) for x in np.quantile(means, [(1 - confidence) / 2, (1 + confidence) / 2]))
    n, negative, neutral, positive = (
        int(part[name].sum()) for name in ("sentences", "negative", "neutral", "positive")
    )
    net = (positive - negative) / n
    return n, negative, neutral, positive, net, low, high, len(each), unit, low > 0 or high < 0


def _means(sums: Any, sizes: Any, resamples: int, seed: int) -> Any:
    """The mean in each bootstrap sample of whole units, some samples at a time."""
    rng = np.random.default_rng(seed)
    if len(sums) > UNITS:
        many = -(-len(sums) // UNITS)
        bundle = np.random.default_rng([seed, 2]).permutation(len(sums)) // many
        sums, sizes = np.bincount(bundle, weights=sums), np.bincount(bundle, weights=sizes)
    n, found = len(sums), np.empty(resamples)
    width = max(1, _WEIGHTS // n)
    for begin in range(0, resamples, width):
        block = slice(begin, min(begin + width, resamples))
        weights = rng.multinomial(n, np.full(n, 1 / n), size=block.stop - block.start)
        found[block] = (weights @ sums) / (weights @ sizes)
    return found


def quote_shares(
    stored: Stored, *, most: int | None = None, memory: str | None = None, threads: int | None = None
) -> pd.DataFrame:
    """Who is quoted directly, with how many words, as :func:`tellings.compare.speakers`, over all of a store.

    The table is the same; ``most`` keeps the rows with the most words, and leaves ``share`` that of all.

    >>> import tempfile, tellings as tl
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     stored = tl.scale.read(tl.load("seeds"), store=folder)
    ...     tl.scale.quote_shares(stored).columns[:3].tolist()
    ['outlet', 'speaker', 'quotations']
    """
    types = {"outlet": "str", "speaker": "str", "quotations": "int64", "words": "int64", "share": "float64",
             "cues": "str"}  # fmt: skip
    with connected(stored, ("contrast_said",), memory=memory, threads=threads) as sql:
        return _typed(sql.execute(_SAID, {"most": _most(most)}).df(), types)


def _most(most: int | None) -> int:
    return _ALL if most is None else most


def _typed(found: pd.DataFrame, types: dict[str, str]) -> pd.DataFrame:
    return found[list(types)].astype(types).reset_index(drop=True)
