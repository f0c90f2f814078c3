"""What opens the page on framing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pandas as pd

from tellings import compare
from tellings.compare._each import each
from tellings.show._frames import OTHER, plain
from tellings.show._publish import Finding, finding
from tellings.show._words import count, listed, percent

if TYPE_CHECKING:
    from tellings.read import Reading

_SOME = 5  # loaded words that a sentence names


def framing_opening(
    reading: Reading, keyness: pd.DataFrame, frames: pd.DataFrame, *, codebook: str = "policy",
    apart: pd.DataFrame | None = None,
) -> list[Finding]:  # fmt: skip
    """What differs most in words and frames, in sentences, and how sure that is.

    ``apart`` is what ``tl.compare.frame_differences`` returns, where it is made already.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> keyness, frames = tl.compare.keyness(reading, resamples=200), tl.compare.frames(reading)
    >>> len(tl.show.framing_opening(reading, keyness, frames)) > 1
    True
    """
    return [
        *_distinctive(keyness),
        *_apart(compare.frame_differences(reading, codebook=codebook) if apart is None else apart),
        *_loaded(reading),
        *_first_frames(frames),
        *_few(reading),
    ]


def _loaded(reading: Reading) -> Iterator[Finding]:
    found, rates = compare.loaded(reading), compare.loaded_rates(reading)
    for row in each(rates[(rates["voice"] == "outlet") & (rates["loaded"] > 0)]):
        here = found[(found["outlet"] == row.outlet) & (found["voice"] == "outlet")]
        every = list(dict.fromkeys(here.sort_values(["valence", "start"], kind="stable")["text"].str.lower()))
        quoted = int(((found["outlet"] == row.outlet) & (found["voice"] == "quoted")).sum())
        yield finding(
            f"{row.outlet} uses {count(row.loaded, 'loaded word')} of its own ({row.per_1000:.0f} per 1,000 words)"
            f"{':' if len(every) <= _SOME else ', such as'} {listed(every[:_SOME], quoted=True)}, "
            f"and quotes {count(quoted, 'more', 'more')}.",
            sure="found", link="#Loaded-words",
        )  # fmt: skip


def _few(reading: Reading) -> Iterator[Finding]:
    corpus = reading.corpus
    if len(corpus.outlets) < 2:
        yield finding(
            "There is one outlet, so nothing can be set against another.", sure="too few", beware=True
        )
        return
    single = corpus.articles.groupby("outlet", sort=False).size()
    if (single == 1).any():
        every = (
            "Each outlet has"
            if (single == 1).all()
            else f"{count(int((single == 1).sum()), 'outlet')} have".replace("1 outlet have", "1 outlet has")
        )
        yield finding(
            f"{every} a single article: the intervals come from its paragraphs and speak of these texts, not of "
            "the outlets.", sure="too few", link="#Distinctive-words", beware=True,
        )  # fmt: skip


def _distinctive(keyness: pd.DataFrame) -> Iterator[Finding]:
    compared = keyness["term"].nunique()
    for outlet, part in keyness[keyness["log_odds"] > 0].groupby("outlet", sort=False):
        clear = part[part["clear"]]
        shown = (clear if len(clear) else part).head(4)
        words = listed([_rate(row) for row in shown.to_dict("records")])
        if len(clear):
            text = f"{outlet} stands out by {words}."
        else:
            text = f"{outlet} says {words}, but none of its words stands out clearly from what chance would give."
        yield finding(text, sure="clear" if len(clear) else "unclear",
                      note=f"rates per 1,000 content words, its own and the others’; {count(compared, 'term')} compared",
                      link="#Distinctive-words")  # fmt: skip


def _rate(row: dict[Any, Any]) -> str:
    """The word with both rates, in as many places as it takes to tell them apart: of many articles both are small."""
    own, others = row["per_1000"], row["others_per_1000"]
    places = next((digits for digits in (1, 2, 3) if abs(own - others) >= 0.1**digits), 4)
    return f"“{row['word']}” ({own:.{places}f} to {others:.{places}f})"


def _apart(apart: pd.DataFrame) -> Iterator[Finding]:
    """The frame whose shares lie furthest apart, and whether that is clear among so many comparisons."""
    if apart.empty or apart["difference"].iloc[0] == 0:
        return
    clear = apart[apart["clear"]]
    row = (clear if len(clear) else apart).iloc[0]
    more, less, low, high = row["outlet"], row["other"], row["low"], row["high"]
    if row["difference"] < 0:  # told as “more”, so the interval turns round with the outlets
        more, less, low, high = less, more, -high, -low
    places = 0 if abs(row["difference"]) >= 0.1 else 1  # of small differences the tenths tell
    yield finding(
        f"The {plain(row['frame'])} frame comes first in more of {more}’s sentences than of {less}’s, by "
        f"{abs(100 * row['difference']):.{places}f} percentage points, the widest {'clear ' if len(clear) else ''}difference "
        "of all.",
        sure="clear" if len(clear) else "unclear", link="#Frames",
        note=f"95% for all {count(int(row['comparisons']), 'comparison')} together: "
        + f"{100 * low:.{places}f} to {100 * high:.{places}f} points".replace("-", "−"),
    )  # fmt: skip


def _first_frames(frames: pd.DataFrame) -> Iterator[Finding]:
    for outlet, part in frames[(frames["sentences"] > 0) & (frames["frame"] != OTHER)].groupby(
        "outlet", sort=False
    ):
        first = part.sort_values("share", ascending=False, kind="stable").head(3)
        told = listed([f"{plain(row.frame)} ({percent(row.share)})" for row in each(first)])
        yield finding(f"{outlet}’s sentences are framed first of all as {told}.", sure="found",
                      note=f"n = {first['n'].iloc[0]} sentences", link="#Frames")  # fmt: skip
