"""Keyness over a store: terms counted by DuckDB, resampled by products of sparse matrices of bounded size."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import pandas as pd

from tellings.compare import _resampling as resampling
from tellings.compare._keyness import COLUMNS, _one, _table
from tellings.compare._keyness_units import Compared, Floats, chance, limits, scores
from tellings.compare._ngrams import LONGEST, within_longer
from tellings.scale._contrasts._tables import connected

if TYPE_CHECKING:
    from tellings.scale._stored import Stored

UNITS = 5_000
"""Units that are resampled at the most; of more articles some are bound together at random."""


class _Units(NamedTuple):
    """What is resampled: terms by units, their sizes, the outlet of each by number, and what they are."""

    counts: Any
    sizes: Floats
    labels: Any
    kind: str


def keyness(
    stored: Stored,
    *,
    minimum: int = 2,
    longest: int = LONGEST,
    prior: float = 500.0,
    resamples: int = 2000,
    splits: int = 2000,
    confidence: float = 0.95,
    seed: int = 0,
    most: int = 20_000,
    memory: str | None = None,
    threads: int | None = None,
) -> pd.DataFrame:
    """The distinctive words and phrases of each outlet, as :func:`tellings.compare.keyness`, over all of a store.

    The columns are the same, and so are the figures, as long as a corpus has at most ``most`` terms and 5,000
    articles. Beyond that the ``most`` frequent terms are compared (``attrs["terms"]`` and ``attrs["terms_left"]``
    say how many there were and how many were left out), and units of resampling are bundles of so many articles
    of an outlet, dealt at random by the seed, which ``unit`` and ``split_unit`` say; ``spread`` is still the share
    of articles. Bundles keep the intervals what they are and make their time and memory independent of the number
    of articles. In a corpus of that size an outlet of a single article is split by articles as well.

    ``memory`` and ``threads`` are DuckDB's; beyond its memory it writes into the store's folder.

    >>> import tempfile, tellings as tl
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     stored = tl.scale.read(tl.load("seeds"), store=folder)
    ...     found = tl.scale.keyness(stored, resamples=50, splits=50)
    >>> found["unit"].unique().tolist()
    ['paragraph']
    """
    with connected(stored, ("contrast_words", "contrast_sizes"), memory=memory, threads=threads) as sql:
        told, terms = _told(sql, minimum, longest, most)
        outlets = _present(sql, stored)
        if len(outlets) < 2 or told.empty:
            return pd.DataFrame({name: pd.Series([], dtype=dtype) for name, dtype in COLUMNS.items()})
        kept = _kept(told)
        sql.register("kept", pd.DataFrame({"term": kept, "row": np.arange(len(kept))}))
        (content,) = sql.execute("SELECT sum(n) FROM contrast_sizes").fetchone()
        every = told.groupby("term")["n"].sum().reindex(kept).to_numpy(dtype=float)
        none = pd.DataFrame()
        compared = Compared(none, none, kept, outlets, prior, (prior * every / max(content, 1))[:, None])
        found = _contrasted(sql, compared, resamples, splits, confidence, seed)
    found.attrs = {"terms": terms, "terms_left": max(0, terms - most)}
    return found


def _told(sql: Any, minimum: int, longest: int, most: int) -> tuple[pd.DataFrame, int]:
    """How often each outlet says each of the most frequent terms, and how many there are that are frequent enough."""
    sql.execute(
        "CREATE TEMP TABLE frequent AS SELECT term, sum(n) AS n FROM contrast_words WHERE length <= ? "
        "GROUP BY term HAVING sum(n) >= ?",
        [longest, minimum],
    )
    (terms,) = sql.execute("SELECT count(*) FROM frequent").fetchone()
    sql.execute("CREATE TEMP TABLE chosen AS SELECT term FROM frequent ORDER BY n DESC, term LIMIT ?", [most])
    told = sql.execute(
        "SELECT w.term, a.outlet, sum(w.n)::BIGINT AS n FROM contrast_words w JOIN chosen USING (term) "
        "JOIN articles a USING (number) GROUP BY ALL ORDER BY ALL"
    ).df()
    return told, int(terms)


def _present(sql: Any, stored: Stored) -> list[str]:
    """The outlets that say anything, in the order of the corpus."""
    rows = sql.execute(
        "SELECT outlet, min(number) FROM articles GROUP BY outlet "
        "HAVING outlet IN (SELECT a.outlet FROM contrast_sizes JOIN articles a USING (number)) ORDER BY 2"
    ).fetchall()
    return [outlet for outlet, _ in rows]


def _kept(told: pd.DataFrame) -> pd.Index:
    counts = told.set_index(["term", "outlet"])["n"].unstack(fill_value=0)
    hidden = within_longer([str(term) for term in counts.index], counts.to_numpy(dtype=float))
    return pd.Index(sorted({str(term) for term in counts.index} - hidden), dtype=object)


def _contrasted(
    sql: Any, compared: Compared, resamples: int, splits: int, confidence: float, seed: int
) -> pd.DataFrame:
    every = _split_units(sql, compared, seed)
    own = [every.labels == k for k in range(len(compared.outlets))]
    told = np.stack([every.counts[:, mine].sum(axis=1).A1.astype(float) for mine in own])
    totals = np.array([every.sizes[mine].sum() for mine in own])
    held, articles = _held(sql, compared, every, own)
    scored = [scores(list(told[:, :, None]), totals[:, None], k, compared) for k in range(len(own))]
    z = np.stack([made[:, 0] for _, made in scored])
    parts = [_own_units(sql, compared, every, k) for k in range(len(own))]
    drawn = _drawn(parts, resamples, np.random.default_rng(seed))
    low, high = limits(compared, drawn, resamples, confidence)
    p, floor = chance(compared, (every.counts, every.sizes, every.labels), z, splits, confidence, seed)
    rows = [
        _one(k, compared, told, totals, held, articles).assign(
            log_odds=scored[k][0][:, 0], z=z[k], low=low[k], high=high[k], floor=floor[k], p=p[k],
            units=len(parts[k].sizes), unit=parts[k].kind, split_unit=every.kind,
        )
        for k in range(len(own))
    ]  # fmt: skip
    return _table(rows, _written(sql))


def _split_units(sql: Any, compared: Compared, seed: int) -> _Units:
    """Every outlet's units of one common kind, bundled where there are too many."""
    (fewest,) = sql.execute(
        "SELECT min(n) FROM (SELECT count(DISTINCT number) AS n FROM contrast_sizes JOIN articles USING (number) "
        "GROUP BY outlet)"
    ).fetchone()
    (paragraphs,) = sql.execute("SELECT count(*) FROM contrast_sizes").fetchone()
    return _units(sql, compared, compared.outlets, paragraphed=fewest == 1 and paragraphs <= UNITS, seed=seed)


def _own_units(sql: Any, compared: Compared, every: _Units, place: int) -> _Units:
    """What one outlet is resampled by: its articles or bundles of them; the paragraphs of a single article."""
    mine = every.labels == place
    (articles,) = sql.execute(
        "SELECT count(DISTINCT number) FROM contrast_sizes JOIN articles USING (number) WHERE outlet = ?",
        [compared.outlets[place]],
    ).fetchone()
    paragraphed = articles == 1
    if paragraphed == (every.kind == "paragraph"):
        return _Units(
            every.counts[:, np.flatnonzero(mine)], every.sizes[mine], every.labels[mine], every.kind
        )
    return _units(sql, compared, [compared.outlets[place]], paragraphed=paragraphed, seed=0)


def _units(sql: Any, compared: Compared, outlets: list[str], *, paragraphed: bool, seed: int) -> _Units:
    part = "paragraph" if paragraphed else "0::BIGINT"
    sizes = sql.execute(
        f"SELECT a.outlet, a.number, {part} AS part, sum(s.n)::DOUBLE AS n FROM contrast_sizes s "
        "JOIN articles a USING (number) WHERE a.outlet IN (SELECT unnest(?)) "
        "GROUP BY a.outlet, a.article, a.number, part ORDER BY a.outlet, a.article, part",
        [outlets],
    ).df()
    bundled, many = _bundled(sizes["outlet"], seed)
    sizes = sizes.assign(unit=bundled)
    sql.register("units", sizes[["number", "part", "unit"]])
    cells = sql.execute(
        f"SELECT k.row, u.unit, sum(w.n)::FLOAT AS n FROM contrast_words w JOIN kept k USING (term) "
        f"JOIN units u ON u.number = w.number AND u.part = {'w.paragraph' if paragraphed else '0'} GROUP BY ALL"
    ).fetchnumpy()
    sql.unregister("units")
    from scipy.sparse import csr_matrix  # here, since it takes longer to import than the rest

    shape = len(compared.terms), int(bundled.max()) + 1
    counts = csr_matrix((cells["n"].astype(np.float32), (cells["row"], cells["unit"])), shape=shape)
    number = {outlet: k for k, outlet in enumerate(compared.outlets)}
    first = sizes.drop_duplicates("unit").sort_values("unit")
    labels = first["outlet"].map(number).to_numpy(dtype=np.min_scalar_type(len(number)))
    kind = "paragraph" if paragraphed else "article" if many == 1 else f"{many} articles"
    return _Units(counts, sizes.groupby("unit")["n"].sum().to_numpy(dtype=float), labels, kind)


def _bundled(outlets: pd.Series, seed: int) -> tuple[Any, int]:
    """The unit that each row belongs to, and how many rows make a unit; rows of an outlet stand together."""
    many = -(-len(outlets) // UNITS)
    if many == 1:
        return np.arange(len(outlets)), 1
    rng = np.random.default_rng([seed, 2])
    units = np.empty(len(outlets), dtype=np.int64)
    begin = 0
    for _, part in outlets.groupby(outlets, sort=True):
        at = rng.permutation(len(part)) // many
        units[part.index] = begin + at
        begin += int(at.max()) + 1
    return units, many


def _held(sql: Any, compared: Compared, every: _Units, own: list[Any]) -> tuple[Floats, Any]:
    """In how many units, or articles where these are bundled, each outlet has each term; and how many there are."""
    if every.kind in ("article", "paragraph"):
        held = np.stack([(every.counts[:, mine] > 0).sum(axis=1).A1 for mine in own])
        return held, np.bincount(every.labels)
    held = np.zeros((len(own), len(compared.terms)))
    number = {outlet: k for k, outlet in enumerate(compared.outlets)}
    for outlet, row, n in sql.execute(
        "SELECT a.outlet, k.row, count(DISTINCT w.number) FROM contrast_words w JOIN kept k USING (term) "
        "JOIN articles a USING (number) GROUP BY ALL"
    ).fetchall():
        held[number[outlet], row] = n
    told = dict(
        sql.execute(
            "SELECT a.outlet, count(DISTINCT s.number) FROM contrast_sizes s JOIN articles a USING (number) GROUP BY ALL"
        ).fetchall()
    )
    return held, np.array([told[outlet] for outlet in compared.outlets])


def _drawn(units: list[_Units], samples: int, rng: np.random.Generator) -> list[resampling.Part]:
    return [
        resampling.drawn_part(each.counts, each.sizes, resampling.bootstrap(len(each.sizes), samples, rng))
        for each in units
    ]


def _written(sql: Any) -> pd.Series:
    """Each term as it is most often written; in small letters where that is as frequent as any other."""
    rows = sql.execute(
        "SELECT term, first(text ORDER BY n DESC, text <> term, text) AS text FROM (SELECT w.term, w.text, "
        "sum(w.n) AS n FROM contrast_words w JOIN kept USING (term) GROUP BY ALL) GROUP BY term ORDER BY term"
    ).df()
    written: pd.Series = rows.set_index("term")["text"]
    return written
