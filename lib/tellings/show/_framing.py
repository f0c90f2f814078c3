"""What the page on framing shows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import pandas as pd

from tellings import compare
from tellings.compare._each import each
from tellings.read import codebook as read_codebook
from tellings.show._charts import intervals
from tellings.show._evidence import found, places
from tellings.show._figure import Figure
from tellings.show._publish import Finding, Published, finding
from tellings.show._table import Format, table
from tellings.show._words import count, listed, percent

if TYPE_CHECKING:
    from tellings.read import Reading

KEYNESS = {
    "outlet": "Outlet", "term": "Word", "count": "Times", "others": "Others", "per_1000": "Per 1,000 content words",
    "others_per_1000": "Others, per 1,000", "log_odds": "Log-odds", "low": "95% from", "high": "to", "clear": "Clear",
}  # fmt: skip
KEYNESS_FORMATS = dict.fromkeys(("log_odds", "low", "high"), ".2f") | {
    "per_1000": ".1f",
    "others_per_1000": ".1f",
}
FRAMES = {
    "outlet": "Outlet", "frame": "Frame", "sentences": "Sentences", "n": "of", "share": "Share",
    "low": "95% from", "high": "to", "with_cue": "With a cue", "cues": "Cues",
}  # fmt: skip
OTHER = "other"
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
    return f"“{row['word']}” ({row['per_1000']:.1f} to {row['others_per_1000']:.1f})"


def _apart(apart: pd.DataFrame) -> Iterator[Finding]:
    """The frame whose shares lie furthest apart, and whether that is clear among so many comparisons."""
    if apart.empty or apart["difference"].iloc[0] == 0:
        return
    clear = apart[apart["clear"]]
    row = (clear if len(clear) else apart).iloc[0]
    more, less, low, high = row["outlet"], row["other"], row["low"], row["high"]
    if row["difference"] < 0:  # told as “more”, so the interval turns round with the outlets
        more, less, low, high = less, more, -high, -low
    yield finding(
        f"The {_plain(row['frame'])} frame comes first in more of {more}’s sentences than of {less}’s, by "
        f"{abs(100 * row['difference']):.0f} percentage points, the widest {'clear ' if len(clear) else ''}difference of all.",
        sure="clear" if len(clear) else "unclear", link="#Frames",
        note=f"95% for all {count(int(row['comparisons']), 'comparison')} together: "
        + f"{100 * low:.0f} to {100 * high:.0f} points".replace("-", "−"),
    )  # fmt: skip


def _first_frames(frames: pd.DataFrame) -> Iterator[Finding]:
    for outlet, part in frames[(frames["sentences"] > 0) & (frames["frame"] != OTHER)].groupby(
        "outlet", sort=False
    ):
        first = part.sort_values("share", ascending=False, kind="stable").head(3)
        told = listed([f"{_plain(row.frame)} ({percent(row.share)})" for row in each(first)])
        yield finding(f"{outlet}’s sentences are framed first of all as {told}.", sure="found",
                      note=f"n = {first['n'].iloc[0]} sentences", link="#Frames")  # fmt: skip


def _plain(frame: str) -> str:
    return frame.replace("_", " and ") if frame == "legality_crime" else frame.replace("_", " ")


def keyness_figure(keyness: pd.DataFrame, *, outlets: Sequence[str], top: int = 10) -> Figure:
    """The first words of each outlet with their intervals.

    >>> import tellings as tl
    >>> corpus = tl.load("seeds")
    >>> reading = tl.read.all(corpus)
    >>> keyness = tl.compare.keyness(reading, resamples=200)
    >>> figure = tl.show.keyness_figure(keyness, outlets=corpus.outlets)
    >>> "The Daily Kestrel" in figure.alt
    True
    """
    first = keyness[keyness["log_odds"] > 0].groupby("outlet", sort=False).head(top)
    return intervals(
        first, label="word", value="log_odds", name="keyness", outlets=outlets,
        xlabel="weighted log-odds against the others (0: no difference)",
        caption="Distinctive words of each outlet with 95% intervals; filled where that is clear.",
    )  # fmt: skip


def keyness_table(keyness: pd.DataFrame) -> Published:
    """Every word compared; the page shows those that an outlet says more than the others.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> keyness = tl.compare.keyness(reading, resamples=200)
    >>> tl.show.keyness_table(keyness).rows == len(keyness)
    True
    """
    first = keyness[keyness["log_odds"] > 0].groupby("outlet", sort=False).head(25)
    rows = keyness.loc[[*first.index, *keyness.index.difference(first.index, sort=False)]]
    return table(rows, name="keyness", caption="Distinctive words, by outlet and strength",
                 columns=KEYNESS, formats=KEYNESS_FORMATS, limit=len(first))  # fmt: skip


def concordance(reading: Reading, words: Sequence[str], *, width: int = 60) -> Published:
    """Every place of each word, with its context, in one table.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.concordance(reading, ["smokescreen"]).rows
    2
    """
    parts = [
        compare.concordance(reading.corpus, word, width=width).assign(term=word)
        for word in dict.fromkeys(words)
    ]
    columns = ["term", "outlet", "article", "start", "end", "left", "match", "right"]
    rows = pd.concat(parts, ignore_index=True)[columns] if parts else pd.DataFrame(columns=columns)
    placed = compare.placed(reading, rows) if len(rows) else rows.assign(sentence=0, voice="")
    shown = {
        "term": "Word",
        "outlet": "Outlet",
        "left": "Before",
        "match": "Match",
        "right": "After",
        "voice": "Voice",
        "place": "Sentence",
    }
    return table(
        placed,
        name="concordance",
        caption="Words in context",
        columns=shown,
        html={"place": places(reading, placed)},
    )


def frames_figure(frames: pd.DataFrame, *, outlets: Sequence[str]) -> Figure:
    """The share of each outlet's sentences by their primary frame, the commonest first, without the unframed.

    >>> import tellings as tl
    >>> corpus = tl.load("seeds")
    >>> reading = tl.read.all(corpus)
    >>> figure = tl.show.frames_figure(tl.compare.frames(reading), outlets=corpus.outlets)
    >>> "political" in figure.alt
    True
    """
    seen = frames[(frames["frame"] != OTHER) & (frames.groupby("frame")["sentences"].transform("sum") > 0)]
    most = seen.groupby("frame")["share"].transform("max")
    order = seen.assign(most=most).sort_values(["most", "frame"], ascending=[False, True], kind="stable")
    return intervals(
        order.assign(label=order["frame"].map(_plain)), label="label", value="share", name="frames", outlets=outlets,
        zero=False, xlabel="share of sentences", number=".0%",
        caption="Share of sentences, captions apart, by their primary frame, with 95% intervals.",
    )  # fmt: skip


def frames_table(frames: pd.DataFrame) -> Published:
    """The shares behind the figure.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.frames_table(tl.compare.frames(reading)).caption
    'Sentences by primary frame and outlet'
    """
    formats: dict[str, Format] = {"share": ".0%", "low": ".0%", "high": ".0%", "frame": _plain}
    return table(
        frames,
        name="frames",
        caption="Sentences by primary frame and outlet",
        columns=FRAMES,
        formats=formats,
    )


def cues_table(reading: Reading) -> Published:
    """Every cue in its sentence.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.cues_table(reading).caption
    'Frame cues in their sentences'
    """
    rows = compare.voiced(reading, "frames")
    rows = rows[rows["voice"].isin(["outlet", "quoted"])].sort_values(
        ["frame", "cue", "article", "start"], kind="stable"
    )
    columns = {"frame": "Frame", "text": "Cue", "voice": "Voice"}
    return found(reading, "frames", rows=rows, published="frame-cues", caption="Frame cues in their sentences",
                 columns=columns, formats={"frame": _plain}, limit=200)  # fmt: skip


def loaded_table(reading: Reading) -> Published:
    """Every loaded word in its sentence, the strongest first.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.loaded_table(reading).caption
    'Loaded words in their sentences'
    """
    rows = compare.loaded(reading).sort_values(["valence", "article", "start"], kind="stable")
    columns = {"text": "Word", "kind": "Kind", "plainer": "Plainer", "voice": "Voice"}
    return found(reading, "loaded", rows=rows, published="loaded-words", caption="Loaded words in their sentences",
                 columns=columns, limit=120)  # fmt: skip


def loaded_rates_table(reading: Reading) -> Published:
    """How many loaded words, by outlet and voice.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.loaded_rates_table(reading).caption
    'Loaded words by outlet and voice'
    """
    columns = {
        "outlet": "Outlet",
        "voice": "Voice",
        "loaded": "Loaded",
        "words": "of words",
        "per_1000": "Per 1,000",
    }
    return table(compare.loaded_rates(reading), name="loaded-rates", caption="Loaded words by outlet and voice",
                 columns=columns, formats={"per_1000": ".1f"})  # fmt: skip


def codebook_table(codebook: str) -> Published:
    """The frames of a codebook with their definitions and cues.

    >>> import tellings as tl
    >>> tl.show.codebook_table("policy").rows == len(tl.read.codebook("policy").frames)
    True
    """
    book = read_codebook(codebook)
    rows = pd.DataFrame(
        [(_plain(frame.name), frame.definition, ", ".join(frame.cues)) for frame in book.frames],
        columns=["frame", "definition", "cues"],
    )
    return table(rows, name="codebook", caption=f"{book.title}: frames and their cues")
