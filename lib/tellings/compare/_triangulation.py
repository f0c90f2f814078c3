"""Triangulation: every fact by outlet: said so, said otherwise or passed over, and how much was to be expected."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from tellings.compare._facts import KINDS, facts
from tellings.compare._terms import terms

if TYPE_CHECKING:
    from tellings.read import Reading

SAYS_SO, OTHERWISE, SILENT = "says so", "says otherwise", "silent"

COLUMNS = {
    "fact": "int64", "kind": "str", "about": "str", "told_by": "int64", "outlet": "str", "status": "str",
    "mentions": "int64", "article": "str", "start": "Int64", "end": "Int64", "text": "str",
}  # fmt: skip
_COVERAGE = {
    "outlet": "str", "articles": "int64", "words": "int64", "told": "int64", "others": "int64", "carried": "int64",
    "expected": "float64", "low": "int64", "high": "int64", "verdict": "str", "outlets": "int64",
}  # fmt: skip


def triangulation(reading: Reading) -> pd.DataFrame:
    """Every fact that an outlet tells, and whether each outlet says so, says otherwise or is silent.

    Facts are numbers (lined up by :func:`tellings.compare.ledger`), quotations
    (:func:`tellings.compare.genealogy`), people, places and organisations by name, and sentences with a counterpart
    in another outlet (idf-weighted cosine of their words). Captions and furniture do not count. The articles should
    be about one event: what other events' articles leave out means nothing.

    Returns a row a fact and outlet: ``fact``, its number; ``kind``: number, quotation, person, place, organisation
    or sentence; ``about``, what it is; ``told_by``, how many outlets have it; ``outlet``; ``status``: ``says so``;
    ``says otherwise`` (a number that cannot be the first outlet's; a quotation given to another speaker, or with a
    negation lost or added within it: one cut short says so); ``silent``; ``mentions``, how many; and ``article, start,
    end, text`` of the first of them, missing where the outlet is silent. Told by the most outlets first. Silence is
    what the kit found no words for: another wording may hide, and a short article cannot hold all
    (:func:`tellings.compare.coverage`).

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.compare.triangulation(reading).columns[:3].tolist()
    ['fact', 'kind', 'about']
    """
    found = _numbered(reading)
    outlets = list(reading.corpus.outlets)
    heads = found.drop_duplicates("fact")[["fact", "kind", "about", "told_by"]]
    grid = heads.merge(pd.DataFrame({"outlet": pd.Series(outlets, dtype="str")}), how="cross")
    told = found.groupby(["fact", "outlet"], sort=False)
    first = found[found["otherwise"] == told["otherwise"].transform("min")]
    first = first.drop_duplicates(["fact", "outlet"])[
        ["fact", "outlet", "otherwise", "article", "start", "end", "text"]
    ]
    made = grid.merge(first, how="left", on=["fact", "outlet"])
    made = made.merge(told.size().rename("mentions").reset_index(), how="left", on=["fact", "outlet"])
    otherwise = made["otherwise"].fillna(False).astype("bool")
    made["status"] = np.where(made["article"].isna(), SILENT, np.where(otherwise, OTHERWISE, SAYS_SO))
    made["mentions"] = made["mentions"].fillna(0)
    return made[list(COLUMNS)].astype(COLUMNS)


def _numbered(reading: Reading, *, kinds: Sequence[str] = KINDS) -> pd.DataFrame:
    """The mentions of facts with outlets and numbers, the facts told by the most outlets first."""
    found = facts(reading, kinds=kinds)
    articles = reading.corpus.articles.reset_index(drop=True)
    found["outlet"] = found["article"].map(articles.set_index("article")["outlet"]).astype("str")
    found["told_by"] = found.groupby(["kind", "key"])["outlet"].transform("nunique")
    found["place"] = found["article"].map({name: n for n, name in enumerate(articles["article"])})
    found["rank"] = found["kind"].map({kind: n for n, kind in enumerate(KINDS)})
    head = found.sort_values(["place", "start"]).drop_duplicates(["kind", "key"])
    head = head.sort_values(["told_by", "rank", "place", "start"], ascending=[False, True, True, True])
    number = pd.Series(range(len(head)), index=pd.MultiIndex.from_frame(head[["kind", "key"]]), dtype="int64")
    found["fact"] = number.reindex(pd.MultiIndex.from_frame(found[["kind", "key"]])).to_numpy()
    return found.sort_values(["fact", "place", "start"]).reset_index(drop=True)


def coverage(reading: Reading) -> pd.DataFrame:
    """How many of the others' facts each outlet carries, beside how many its length would lead one to expect.

    Absence is not silence: a short article cannot tell all. The facts are the numbers, quotations, people, places
    and organisations of :func:`tellings.compare.triangulation`. Each word of the *other* outlets is taken to meet a
    given fact of theirs at one rate, so that an outlet with ``words`` carries a fact with the chance
    1 − exp(−rate · words); the rate is the one at which the others carry what is told outside them (pooled). The
    interval is the beta-binomial's, 95 %, with as many trials behind the rate as the others had facts before them on
    average; facts that come in bundles make it too narrow. With two outlets all there is to go by is how densely
    the one tells what the other has.

    Returns a row an outlet: ``outlet, articles, words``; ``told``, the facts it tells; ``others``, the facts that
    another outlet tells; ``carried``, how many of these it tells; ``expected, low, high``; ``verdict``: ``fewer``,
    ``as expected``, ``more``, or ``too few to tell`` where there is no other outlet or no fact; ``outlets``, how many
    others the expectation rests on.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> coverage = tl.compare.coverage(reading)
    >>> coverage.columns[:3].tolist()
    ['outlet', 'articles', 'words']
    """
    return reading.once(_covered)


def _covered(reading: Reading) -> pd.DataFrame:
    found = _numbered(reading, kinds=KINDS[:-1])
    outlets = list(reading.corpus.outlets)
    has = pd.crosstab(found["outlet"], found["fact"]).reindex(outlets, fill_value=0).to_numpy() > 0
    others = (has.sum(axis=0) - has) > 0
    pool, carried = others.sum(axis=1), (others & has).sum(axis=1)
    words = terms(reading, content=False)["outlet"].value_counts().reindex(outlets, fill_value=0).to_numpy()
    articles = reading.corpus.articles["outlet"].value_counts()
    rows = []
    for place, outlet in enumerate(outlets):
        rest = np.arange(len(outlets)) != place
        expected, low, high = _expected(pool, carried, words, place, rest)
        verdict = _verdict(int(carried[place]), low, high, int(pool[place]))
        counts = words[place], has[place].sum(), pool[place], carried[place]
        rows.append((outlet, articles[outlet], *counts, expected, low, high, verdict, rest.sum()))
    return pd.DataFrame(rows, columns=list(_COVERAGE)).astype(_COVERAGE)


def _expected(
    pool: np.ndarray, carried: np.ndarray, words: np.ndarray, place: int, rest: np.ndarray
) -> tuple[float, int, int]:
    """The facts that the others' rate and an outlet's length give, with the interval of the number carried."""
    from scipy.stats import betabinom

    behind = int(pool[rest].sum())
    if not behind or not pool[place]:
        return float("nan"), 0, int(pool[place])
    share = min(carried[rest].sum() / behind, 1 - 0.5 / behind)
    length = float((words[rest] * pool[rest]).sum() / behind)
    chance = -np.expm1(np.log1p(-share) * words[place] / max(length, 1.0))
    trials = behind / rest.sum()
    law = betabinom(int(pool[place]), trials * chance + 0.5, trials * (1 - chance) + 0.5)
    return float(pool[place] * chance), int(law.ppf(0.025)), int(law.ppf(0.975))


def _verdict(carried: int, low: int, high: int, pool: int) -> str:
    if not pool or (low, high) == (0, pool):
        return "too few to tell"
    return "fewer" if carried < low else "more" if carried > high else "as expected"
