"""Does the order of the outlets hold, whichever way the tone is measured?"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from tellings.compare._intervals import FEWEST, bootstrap_means
from tellings.compare._scorers import SCORERS, scorer_named, scores, voiced_sentences

if TYPE_CHECKING:
    from tellings.read import Reading

WAY = ["scorer", "voice", "unit", "statistic"]
_VOICES, _UNITS = ("outlet", "all"), ("sentence", "paragraph")
_STATISTICS: dict[str, Callable[[pd.Series], float]] = {
    "mean": lambda values: float(values.mean()),
    "median": lambda values: float(values.median()),
}
_EQUAL = 1e-9  # differences no larger than this are none
_DTYPES = {
    "outlet": "str", "other": "str", "scorer": "str", "voice": "str", "unit": "str", "statistic": "str",
    "difference": "float64", "low": "float64", "high": "float64", "n": "int64", "other_n": "int64",
    "baseline": "bool", "verdict": "str",
}  # fmt: skip


def robustness(
    reading: Reading,
    *,
    scorers: Sequence[str] | None = None,
    baseline: tuple[str, str, str, str] = ("valence", "outlet", "sentence", "mean"),
    resamples: int = 1000,
    confidence: float = 0.95,
    seed: int = 0,
) -> pd.DataFrame:
    """The difference in tone of every two outlets, in every way that it can be measured (after Steegen et al. 2016).

    The ways are all combinations of: the scorer (:data:`SCORERS`, or those named); the voice, the outlet's own
    words (``outlet``, without quotations) or all prose (``all``); the unit that is scored, ``sentence`` or
    ``paragraph``; and the statistic, ``mean`` or ``median``. The ways are not independent of one another: that most
    agree is no test, but where they do not, a finding rests on the choice of the method. Medians of VADER's scores
    by sentence are often 0 on both sides, which is a tie.

    Returns a row a pair of outlets and way: ``outlet`` and ``other``, the one that is higher by the ``baseline``
    first; ``scorer, voice, unit, statistic``; ``difference``, on the scorer's own scale; ``low`` and ``high``, a
    bootstrap interval over whole articles, or over paragraphs where an outlet has one (of means only, and of six
    units or more; else missing); ``n`` and ``other_n``, units scored; ``baseline``, whether it is that way;
    ``verdict``, ``holds``, ``tied`` or ``reversed`` against the baseline. :func:`robustness_pairs`,
    :func:`robustness_orders` and :func:`robustness_summary` count them.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> ways = tl.compare.robustness(reading, resamples=100)
    >>> len(ways) > 1
    True
    """
    names = list(SCORERS) if scorers is None else list(scorers)
    if baseline[0] not in names:
        names.insert(0, baseline[0])
    rows = voiced_sentences(reading)
    rows = rows[rows["voice"].isin(_VOICES)]
    parts = [_ways(rows, name, resamples, confidence, seed) for name in names]
    found = pd.DataFrame([row for part in parts for row in part], columns=list(_DTYPES)[:-2])
    return _judged(found, baseline)


def _ways(
    rows: pd.DataFrame, scorer: str, resamples: int, confidence: float, seed: int
) -> Iterator[tuple[object, ...]]:
    scored = {"sentence": rows.assign(score=scores(rows, scorer)), "paragraph": _paragraphs(rows, scorer)}
    for voice in _VOICES:
        for unit, every in scored.items():
            chosen = every[every["voice"] == voice]
            held = {str(name): part for name, part in chosen.groupby("outlet", sort=False)}
            drawn = {name: _drawn(part, resamples, seed + n) for n, (name, part) in enumerate(held.items())}
            for statistic, of in _STATISTICS.items():
                for one, two in combinations(held, 2):
                    gap = drawn[one] - drawn[two] if statistic == "mean" else np.full(1, np.nan)
                    low, high = np.quantile(gap, [(1 - confidence) / 2, (1 + confidence) / 2])
                    difference = of(held[one]["score"]) - of(held[two]["score"])
                    n = len(held[one]), len(held[two])
                    yield one, two, scorer, voice, unit, statistic, difference, low, high, *n


def _drawn(part: pd.DataFrame, resamples: int, seed: int) -> np.ndarray:
    clusters = part["article"] if part["article"].nunique() > 1 else part["paragraph"]
    if clusters.nunique() < FEWEST:
        return np.full(resamples, np.nan)
    return bootstrap_means(part["score"], clusters, resamples=resamples, seed=seed)


def _paragraphs(rows: pd.DataFrame, scorer: str) -> pd.DataFrame:
    """Each paragraph's words of a voice, scored as one text."""
    key = ["article", "outlet", "paragraph", "voice"]
    joined = rows.groupby(key, sort=False)["words"].agg(" ".join).reset_index()
    score = scorer_named(scorer)
    return joined.assign(score=[float(score(words)) for words in joined["words"]])


def _judged(found: pd.DataFrame, baseline: tuple[str, str, str, str]) -> pd.DataFrame:
    """Each pair with the outlet that is higher by the baseline first, and its ways compared with the baseline.

    A pair that the baseline cannot order, since one of the two has no sentence to it, has no rows.
    """
    if not _possible(baseline):
        raise ValueError(
            f"the baseline {baseline!r} is none of the ways; a way is (scorer, voice, unit, statistic)"
        )
    pairs = found.set_index(["outlet", "other"]).index
    base = found[_is(found, baseline)].set_index(["outlet", "other"])["difference"]
    found = found[pairs.isin(base.index)].reset_index(drop=True)
    is_base = _is(found, baseline)
    first = np.array([base[pair] for pair in zip(found["outlet"], found["other"], strict=True)])
    down = first < 0
    turned = found.assign(
        outlet=found["other"].where(down, found["outlet"]), other=found["outlet"].where(down, found["other"]),
        difference=found["difference"].where(~down, -found["difference"]),
        low=(-found["high"]).where(down, found["low"]), high=(-found["low"]).where(down, found["high"]),
        n=found["other_n"].where(down, found["n"]), other_n=found["n"].where(down, found["other_n"]), baseline=is_base,
    )  # fmt: skip
    sign = np.where(turned["difference"].abs() <= _EQUAL, 0, np.sign(turned["difference"]))
    agrees = sign * np.where(np.abs(first) <= _EQUAL, 0, 1)
    verdict = np.select([agrees > 0, agrees < 0], ["holds", "reversed"], "tied")
    return turned.assign(verdict=verdict).astype(_DTYPES)[list(_DTYPES)]


def _is(found: pd.DataFrame, way: tuple[str, str, str, str]) -> pd.Series:
    return (found[WAY] == list(way)).all(axis=1)


def _possible(way: tuple[str, str, str, str]) -> bool:
    """Whether there is such a way, be it that these articles have no sentence to go it with."""
    return way[1] in _VOICES and way[2] in _UNITS and way[3] in _STATISTICS


def robustness_pairs(ways: pd.DataFrame) -> pd.DataFrame:
    """For every two outlets, in how many of the ways of :func:`robustness` their order is that of the baseline.

    Returns a row a pair: ``outlet, other``; ``difference, low, high`` by the baseline; ``holds``, ``tied``,
    ``reversed`` and ``ways``, counts; ``clear``, ways whose interval leaves out 0 on the baseline's side; ``says``,
    the count in words.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> ways = tl.compare.robustness(reading, resamples=100)
    >>> tl.compare.robustness_pairs(ways).empty
    False
    """
    columns = [
        "outlet",
        "other",
        "difference",
        "low",
        "high",
        "holds",
        "tied",
        "reversed",
        "ways",
        "clear",
        "says",
    ]
    made = []
    for (outlet, other), part in ways.groupby(["outlet", "other"], sort=False):
        base = part[part["baseline"]].iloc[0]
        told = {verdict: int((part["verdict"] == verdict).sum()) for verdict in ("holds", "tied", "reversed")}
        clear = int((part["low"] > 0).sum())
        says = f"{outlet} above {other} holds in {told['holds']} of {len(part)} ways"
        measured = (base["difference"], base["low"], base["high"])
        made.append((outlet, other, *measured, *told.values(), len(part), clear, says))
    return pd.DataFrame(made, columns=columns)


def robustness_orders(ways: pd.DataFrame) -> pd.DataFrame:
    """The order of all outlets in each way, and how near it is to that of the baseline.

    Returns a row a way: ``scorer, voice, unit, statistic``; ``order``, the outlets from the highest to the lowest
    (``=`` where two are level); ``tau``, Kendall's (1938) rank correlation with the baseline, from -1 (turned round)
    to 1 (the same), ties counting for neither; ``holds``, whether every pair keeps its order; ``baseline``.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> ways = tl.compare.robustness(reading, resamples=100)
    >>> tl.compare.robustness_orders(ways).empty
    False
    """
    made = []
    for way, part in ways.groupby(WAY, sort=False):
        held = part["verdict"].map({"holds": 1, "tied": 0, "reversed": -1})
        made.append(
            (*way, _order(part), float(held.mean()), bool((held == 1).all()), bool(part["baseline"].any()))
        )
    return pd.DataFrame(made, columns=[*WAY, "order", "tau", "holds", "baseline"])


def _order(part: pd.DataFrame) -> str:
    """Differences of all pairs are differences of one value each: take every outlet against the first."""
    outlets = list(dict.fromkeys([*part["outlet"], *part["other"]]))
    pairs = zip(part["outlet"], part["other"], strict=True)
    gaps: dict[tuple[str, str], float] = dict(zip(pairs, part["difference"].tolist(), strict=True))
    value = {name: gaps.get((name, outlets[0]), -gaps.get((outlets[0], name), 0.0)) for name in outlets}
    ranked = sorted(outlets, key=lambda name: (-round(value[name], 9), name))
    said = str(ranked[0])
    for before, name in pairwise(ranked):
        said += f" {'=' if abs(value[before] - value[name]) <= _EQUAL else '>'} {name}"
    return said


def _ends(ways: pd.DataFrame, n: int) -> str:
    """Which outlet stands alone at one end of the order in most ways, even where the order between changes."""
    others = len({*ways["outlet"], *ways["other"]}) - 1
    told = ""
    for end, sign in (("last", 1), ("first", -1)):
        gap = sign * ways["difference"]
        there = ways["other"].where(gap > _EQUAL, ways["outlet"].where(gap < -_EQUAL))
        beaten = ways.assign(there=there).groupby([*WAY, "there"], sort=False).size()
        times = beaten[beaten == others].groupby("there").size().sort_values(ascending=False, kind="stable")
        if len(times) and times.iloc[0] > n / 2:
            told += f" {times.index[0]} comes {end} in {times.iloc[0]} of them."
    return told


def robustness_summary(ways: pd.DataFrame) -> str:
    """What :func:`robustness` found, in words: "holds in k of n ways".

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> ways = tl.compare.robustness(reading, resamples=100)
    >>> tl.compare.robustness_summary(ways).endswith(".")
    True
    """
    orders = robustness_orders(ways)
    if orders.empty:
        return "There are not two outlets to compare."
    base = orders[orders["baseline"]].iloc[0]
    if (ways.loc[ways["baseline"], "difference"].abs() <= _EQUAL).any():
        return f"By the baseline outlets are level ({base['order']}): there is no order that could hold."
    holds = f"{int(orders['holds'].sum())} of {len(orders)} ways"
    said = f"Highest tone first, the order {base['order']} holds in {holds} of measuring"
    if len(ways) > len(orders):
        tau = f"Kendall’s tau with it is {orders['tau'].mean():.2f} on average"
        return f"{said} ({tau}).{_ends(ways, len(orders))}"
    told = ways["verdict"].value_counts()
    clear = int((ways["low"] > 0).sum())
    return (
        f"{said}; the outlets are level in {told.get('tied', 0)} and the order is reversed in {told.get('reversed', 0)}. "
        f"The interval leaves out 0 in {clear or 'none'} of the {int(ways['low'].notna().sum())} ways that have one."
    )
