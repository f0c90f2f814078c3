"""Tone along the article: its opening, middle and end, a smoothed line, and the sentences behind the line's turns."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from tellings.compare._intervals import FEWEST, bootstrap_means
from tellings.compare._scorers import scores, voiced_sentences

if TYPE_CHECKING:
    from tellings.read import Reading

Floats = NDArray[np.float64]

_VOICES = {"outlet": 0, "quoted": 1, "all": 2}
_NAMES = {2: ("first half", "second half"), 3: ("opening", "middle", "end")}
_FEWEST, _MOST = 5, 51  # sentences under the window of the smoothed line
_LEAST = 0.05  # of a turn's change: a sentence with a smaller part in it is not behind it
_COURSE = {
    "outlet": "str", "part": "int64", "name": "str", "voice": "str", "sentences": "int64", "mean": "float64",
    "low": "float64", "high": "float64", "units": "int64", "unit": "str",
}  # fmt: skip


def course(
    reading: Reading,
    *,
    scorer: str = "valence",
    parts: int = 3,
    resamples: int = 2000,
    confidence: float = 0.95,
    seed: int = 0,
) -> pd.DataFrame:
    """The mean tone of each part of an outlet's articles, its own words and quoted words apart.

    An article's sentences of prose are dealt out in order to ``parts`` parts as equal as can be; captions and
    furniture have no part. Leads carry the news and ends the reactions, so a difference between parts may be the
    form of the news story (the inverted pyramid; Pöttker 2003) and no turn of feeling. The interval is a percentile
    bootstrap over whole articles, or over paragraphs where an outlet has one article; ``unit`` says which.

    Returns a row an outlet, part and voice: ``outlet``; ``part``, counted from 1; ``name`` (``opening``, ``middle``,
    ``end`` of three); ``voice`` (``outlet``, ``quoted`` or ``all``); ``sentences``, ``mean``, ``low``, ``high`` (on the
    scale of ``scorer``, one of :data:`SCORERS`; no limits below six units), ``units``, ``unit``.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> course = tl.compare.course(reading, resamples=200)
    >>> course["outlet"].unique().tolist()
    ['The Daily Kestrel', 'The Morning Sextant']
    """
    if parts < 1:
        raise ValueError(f"parts must be 1 or more, not {parts}")
    rows = voiced_sentences(reading)
    rows = rows.assign(score=scores(rows, scorer), part=rows["place"] * parts // rows["of"] + 1)
    tails = [(1 - confidence) / 2, (1 + confidence) / 2]
    names = _NAMES.get(parts) or [f"part {number} of {parts}" for number in range(1, parts + 1)]
    clusters = (
        rows.groupby("outlet")["article"]
        .transform("nunique")
        .map(lambda n: "article" if n > 1 else "paragraph")
    )
    order = {outlet: number for number, outlet in enumerate(dict.fromkeys(rows["outlet"]))}
    rows = rows.assign(unit=clusters, at=rows["outlet"].map(order), by=rows["voice"].map(_VOICES))
    made = []
    for _, held in rows.groupby(["at", "part", "by"]):
        part = int(held["part"].iloc[0])
        summary = _summary(held, tails, resamples, seed)
        made.append((held["outlet"].iloc[0], part, names[part - 1], held["voice"].iloc[0], *summary))
    return pd.DataFrame(made, columns=list(_COURSE)).astype(_COURSE)


def _summary(
    held: pd.DataFrame, tails: list[float], resamples: int, seed: int
) -> tuple[int, float, float, float, int, str]:
    unit = str(held["unit"].iloc[0])
    units, low, high = int(held[unit].nunique()), np.nan, np.nan
    if units >= FEWEST:
        means = bootstrap_means(held["score"], held[unit], resamples=resamples, seed=seed)
        low, high = (float(limit) for limit in np.quantile(means, tails))
    return len(held), float(held["score"].mean()), low, high, units, unit


def course_lines(reading: Reading, *, scorer: str = "valence", span: float = 0.3) -> pd.DataFrame:
    """A smoothed line of tone through each article's sentences, one for each voice and one for all prose.

    Locally weighted regression (LOWESS; Cleveland 1979) without its robust steps: at each sentence a straight line is
    fitted to the nearest ``span`` of the voice's sentences (five at least, 51 at most), the nearer ones weighing more
    (tricube). The line shows where a text turns; it is not a test, and with few sentences it follows single ones.

    Returns a row an article, line and sentence: ``article, outlet``; ``voice``, whose line it is (``outlet``,
    ``quoted`` or ``all``); ``sentence, start, end, text``; ``position``, from 0 to 1; ``score``; ``smoothed``, the
    line.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> lines = tl.compare.course_lines(reading)
    >>> lines["outlet"].unique().tolist()
    ['The Daily Kestrel', 'The Morning Sextant']
    """
    rows = voiced_sentences(reading)
    rows = rows.assign(score=scores(rows, scorer), position=(rows["place"] + 0.5) / rows["of"])
    drawn = [part.assign(smoothed=_smoother(part, span).line) for part in _lines(rows)]
    columns = [
        "article",
        "outlet",
        "voice",
        "sentence",
        "start",
        "end",
        "text",
        "position",
        "score",
        "smoothed",
    ]
    return pd.concat(drawn or [rows.assign(smoothed=rows["score"])], ignore_index=True)[columns]


def course_turns(
    reading: Reading, *, scorer: str = "valence", span: float = 0.3, top: int = 3, sentences: int = 3
) -> pd.DataFrame:
    """The largest rises and falls of each smoothed line, with the sentences that made them.

    A turn runs from one peak or trough of the line (:func:`course_lines`) to the next. The line is a weighted sum of
    the sentences' scores, so the change over a turn is a sum over sentences as well: ``share`` is a sentence's part
    in it, and the sentences with the greatest part are given, down to a twentieth of it. A line through fewer than five
    sentences has no turns. (Scores are taken less their median: the
    weights of a change add up to nothing, so that this alters no sum.)

    Returns a row a turn and sentence: ``article, outlet, voice``; ``turn``, 1 for the line's largest; ``change``;
    ``begins`` and ``ends``, positions from 0 to 1; then ``sentence, start, end, text, score, share``.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> turns = tl.compare.course_turns(reading)
    >>> set(turns["outlet"]) <= set(reading.corpus.outlets)
    True
    """
    rows = voiced_sentences(reading)
    rows = rows.assign(score=scores(rows, scorer), position=(rows["place"] + 0.5) / rows["of"])
    drawn = ((part, _smoother(part, span)) for part in _lines(rows) if len(part) >= _FEWEST)
    found = [row for part, smoother in drawn for row in _turns(part, smoother, top, sentences)]
    columns = ["article", "outlet", "voice", "turn", "change", "begins", "ends",
               "sentence", "start", "end", "text", "score", "share"]  # fmt: skip
    whole = dict.fromkeys(["turn", "sentence", "start", "end"], "int64")
    real = dict.fromkeys(["change", "begins", "ends", "score", "share"], "float64")
    return pd.DataFrame(found, columns=columns).astype({**whole, **real})


def _lines(rows: pd.DataFrame) -> list[pd.DataFrame]:
    order = {article: number for number, article in enumerate(dict.fromkeys(rows["article"]))}
    keys = [rows["article"].map(order), rows["voice"].map(_VOICES)]
    return [part.sort_values("place", kind="stable").reset_index(drop=True) for _, part in rows.groupby(keys)]


class _Smoother(NamedTuple):
    """The line through an article's scores; ``weights[i, k]`` is what the score ``near[i, k]`` has in it at ``i``."""

    line: Floats
    near: NDArray[np.int64]
    weights: Floats


def _smoother(part: pd.DataFrame, span: float) -> _Smoother:
    position, score = part["position"].to_numpy(float), part["score"].to_numpy(float)
    n = len(score)
    width = min(n, max(_FEWEST, min(_MOST, round(span * n))))
    first = np.clip(np.arange(n) - width // 2, 0, n - width)
    near = first[:, None] + np.arange(width)
    away = position[near] - position[:, None]
    weights = _local_lines(away)
    return _Smoother((weights * score[near]).sum(axis=1), near, weights)


def _local_lines(away: Floats) -> Floats:
    """The weights of a local straight line at 0, given the distances of the points; of a local mean where it must."""
    reach = np.abs(away).max(axis=1, keepdims=True) * 1.05  # so that the farthest point keeps a little weight
    tricube = (1 - np.clip(np.abs(away) / np.where(reach > 0, reach, 1.0), 0, 1) ** 3) ** 3
    tricube /= tricube.sum(axis=1, keepdims=True)
    centre = (tricube * away).sum(axis=1, keepdims=True)
    spread = (tricube * (away - centre) ** 2).sum(axis=1, keepdims=True)
    slope = np.where(spread > 1e-12, -centre / np.where(spread > 1e-12, spread, 1.0), 0.0)
    return np.asarray(tricube * (1 + slope * (away - centre)))


def _turns(part: pd.DataFrame, smoother: _Smoother, top: int, sentences: int) -> list[tuple[object, ...]]:
    runs = [run for run in _runs(smoother.line) if abs(smoother.line[run[1]] - smoother.line[run[0]]) > 1e-9]
    runs.sort(key=lambda run: (-abs(smoother.line[run[1]] - smoother.line[run[0]]), run))
    made: list[tuple[object, ...]] = []
    for turn, (begin, end) in enumerate(runs[:top], start=1):
        shares = _shares(part["score"].to_numpy(float), smoother, begin, end)
        change = float(smoother.line[end] - smoother.line[begin])
        ahead = np.argsort(-shares * np.sign(change), kind="stable")[:sentences]
        for place in sorted(int(place) for place in ahead if shares[place] / change >= _LEAST):
            row = part.iloc[place]
            made.append((row["article"], row["outlet"], row["voice"], turn, change, part["position"].iloc[begin],
                         part["position"].iloc[end], row["sentence"], row["start"], row["end"], row["text"],
                         row["score"], float(shares[place])))  # fmt: skip
    return made


def _runs(line: Floats) -> list[tuple[int, int]]:
    """From each peak or trough to the next."""
    signs = np.sign(np.round(np.diff(line), 12))
    runs: list[tuple[int, int]] = []
    begin, going = 0, 0.0
    for place, sign in enumerate(signs):
        if sign and going and sign != going:
            runs.append((begin, place))
            begin = place
        going = sign or going
    return [*runs, (begin, len(line) - 1)] if len(line) > 1 else []


def _shares(score: Floats, smoother: _Smoother, begin: int, end: int) -> Floats:
    """What each sentence has in the change of the line from one place to another."""
    made = np.zeros(len(score))
    middle = score - np.median(score)
    for place, sign in ((end, 1.0), (begin, -1.0)):
        near = smoother.near[place]
        made[near] += sign * smoother.weights[place] * middle[near]
    return made
