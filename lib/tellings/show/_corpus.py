"""What the page on the corpus shows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pandas as pd

from tellings.compare import quotation_warnings, voiced, voices
from tellings.show._evidence import found
from tellings.show._publish import Finding, Published, finding
from tellings.show._table import table
from tellings.show._words import count, listed, percent

if TYPE_CHECKING:
    from tellings.corpus import Corpus
    from tellings.read import Reading

ARTICLES = {
    "article": "Article", "outlet": "Outlet", "title": "Title", "date": "Date", "words": "Words",
    "language": "Language", "encoding": "Read as", "notes": "Notes", "sha256": "SHA-256",
}  # fmt: skip


def articles(corpus: Corpus) -> Published:
    """The articles of a corpus as they were loaded.

    >>> import tellings as tl
    >>> corpus = tl.load("seeds")
    >>> tl.show.articles(corpus).rows
    2
    """
    shown = {"sha256": lambda value: f"{value[:12]}…"}
    return table(
        corpus.articles, name="articles", caption="Articles as loaded", columns=ARTICLES, formats=shown
    )


def corpus_opening(reading: Reading) -> list[Finding]:
    """What the corpus holds, in sentences: lengths, voices, captions, gaps, and what a reader should beware of.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> opening = tl.show.corpus_opening(reading)
    >>> {one.sure for one in opening} <= {"counted", "found"}
    True
    """
    return [*_beware(reading), *_gaps(reading), *_size(reading), *_quoted(reading), *_captions(reading)]


def _size(reading: Reading) -> Iterator[Finding]:
    corpus = reading.corpus
    words = voices(reading)
    prose = words["outlet_words"] + words["quoted_words"]
    held = f"{count(len(corpus), 'article')} by {count(len(corpus.outlets), 'outlet')}"
    total = f"{held}, {count(int(prose.sum()), 'word')} of prose."
    longest, shortest = int(prose.argmax()), int(prose.argmin())
    if prose.iloc[shortest] > 0 and prose.iloc[longest] >= 1.25 * prose.iloc[shortest]:
        names = [_named(words.iloc[place]) for place in (longest, shortest)]
        most, least = int(prose.iloc[longest]), int(prose.iloc[shortest])
        total += (
            f" The longest ({names[0]}, {most:,}) has {most / least:.1f} times the words of the shortest "
            f"({names[1]}, {least:,})."
        )
    yield finding(total, sure="counted", link="#Whose-words")


def _named(row: pd.Series) -> str:
    return str(row["outlet"]) if row["outlet"] == row["article"] else f"{row['outlet']}, {row['article']}"


def _quoted(reading: Reading) -> Iterator[Finding]:
    words = voices(reading).groupby("outlet", sort=False)[["outlet_words", "quoted_words"]].sum()
    shares = (words["quoted_words"] / words.sum(axis=1).where(words.sum(axis=1) > 0)).dropna()
    if len(shares):
        told = listed([f"{outlet} {percent(share)}" for outlet, share in shares.head(6).items()])
        yield finding(
            f"Direct speech makes up this much of each outlet’s prose: {told}.",
            sure="found",
            link="#Whose-words",
        )


def _captions(reading: Reading) -> Iterator[Finding]:
    captions, counted = voiced(reading, "captions"), voices(reading)
    for outlet, part in captions.groupby("outlet", sort=False):
        pictures = len(part[["article", "group"]].drop_duplicates())
        words = int(counted.loc[counted["outlet"] == outlet, "caption_words"].sum())
        yield finding(
            f"{outlet} carries the captions of {count(pictures, 'picture')} in its running text, "
            f"{count(words, 'word')} that are not counted as its prose.", sure="found", link="#Captions-and-credits",
        )  # fmt: skip


def _gaps(reading: Reading) -> Iterator[Finding]:
    gaps = voiced(reading, "gaps")
    if gaps.empty:
        yield finding("No place was found where words were lost.", sure="found", link="#Gaps")
        return
    by = gaps.groupby("outlet", sort=False).size()
    told = [f"{outlet} ({n:,})" for outlet, n in by.head(6).items()]
    told += [count(len(by) - 6, "more outlet")] if len(by) > 6 else []
    yield finding(
        f"Words are missing at {count(len(gaps), 'place')}, in {listed(told)}; what stood there is not known, and "
        "counts of names and places may be too low by up to as much.", sure="found", link="#Gaps", beware=True,
    )  # fmt: skip


def _beware(reading: Reading) -> Iterator[Finding]:
    corpus, said = reading.corpus, warnings(reading)
    if len(said):
        kinds = listed(list(dict.fromkeys(said["kind"])))
        yield finding(f"{count(len(said), 'warning').capitalize()}: {kinds}.", sure="counted",
                      link="#Warnings-and-what-was-left-out", beware=True)  # fmt: skip
    if len(corpus.problems):
        yield finding(f"{count(len(corpus.problems), 'file').capitalize()} could not be loaded.", sure="counted",
                      link="#Warnings-and-what-was-left-out", beware=True)  # fmt: skip


def warnings(reading: Reading) -> pd.DataFrame:
    """What was noticed at load, and in the quotation marks: ``article, kind, message``."""
    return pd.concat([reading.corpus.warnings, quotation_warnings(reading)], ignore_index=True)


def warnings_table(reading: Reading) -> Published:
    """Every warning.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.warnings_table(reading).caption
    'Warnings'
    """
    return table(warnings(reading), name="warnings", caption="Warnings")


def captions(reading: Reading) -> Published:
    """Every caption, alternative text and credit.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.captions(reading).caption
    'Captions, alternative texts and credits'
    """
    rows = voiced(reading, "captions").assign(picture=lambda found: found["group"] + 1)
    columns = {"outlet": "Outlet", "article": "Article", "picture": "Picture", "kind": "Kind", "text": "Text"}
    return table(rows, name="captions", caption="Captions, alternative texts and credits", columns=columns)


def gaps(reading: Reading) -> Published:
    """Every hole, in its sentence, with the reason why it is one.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.gaps(reading).rows == len(reading.gaps)
    True
    """
    return found(
        reading,
        "gaps",
        caption="Places where words were lost",
        columns={"article": "Article", "reason": "Why"},
    )


def furniture(reading: Reading) -> Published:
    """Bylines, datelines, links and other furniture.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.furniture(reading).caption
    'Furniture'
    """
    columns = {"outlet": "Outlet", "article": "Article", "kind": "Kind", "text": "Text"}
    return table(voiced(reading, "furniture"), name="furniture", caption="Furniture", columns=columns)
