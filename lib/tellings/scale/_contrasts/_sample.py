"""A sample of articles for what is listed one by one: by outlet and month, in proportion, by seed."""

from __future__ import annotations

import numpy as np
import pandas as pd


def months(articles: pd.DataFrame) -> pd.Series:
    """The month of each article (``2025-03``), or ``no date``.

    >>> months(pd.DataFrame({"date": ["2025-03-09", None]})).tolist()
    ['2025-03', 'no date']
    """
    dated = articles["date"].str.fullmatch(r"\d{4}-\d\d-\d\d").fillna(False).astype(bool)
    return articles["date"].str.slice(0, 7).where(dated, "no date").astype("str")


def sample(articles: pd.DataFrame, *, n: int, seed: int = 0) -> list[str]:
    """Ids of ``n`` articles, in their order: each outlet and month has its share, by largest remainders.

    What a largest remainder leaves to chance, and which articles of an outlet and month are taken, is drawn by
    the seed. All of them where there are no more than ``n``.

    >>> table = pd.DataFrame({"article": list("abcd"), "outlet": ["A", "A", "B", "B"], "date": "2025-03-09"})
    >>> [len(set(sample(table, n=2)) & set(part)) for part in ("ab", "cd")]
    [1, 1]
    """
    if len(articles) <= n:
        return [str(article) for article in articles["article"]]
    rng = np.random.default_rng(seed)
    strata = pd.factorize(articles["outlet"].astype("str") + "\n" + months(articles), sort=True)[0]
    sizes = np.bincount(strata)
    due = n * sizes / len(articles)
    take = np.floor(due).astype(np.int64)
    rest = np.lexsort((rng.random(len(sizes)), take - due))
    take[rest[: n - int(take.sum())]] += 1
    order = np.lexsort((rng.random(len(articles)), strata))
    within = np.arange(len(articles)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    chosen = np.sort(order[within < np.repeat(take, sizes)])
    return [str(article) for article in articles["article"].iloc[chosen]]
