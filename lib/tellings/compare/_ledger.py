"""The ledger: the same quantity across articles, lined up by what is counted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from tellings.compare._about import about
from tellings.compare._each import each
from tellings.compare._mentions import Mention, mentions
from tellings.compare._quantities import stated as stated_quantities
from tellings.compare._ties import grouped, relation
from tellings.read import _lexemes, _numerals
from tellings.read._bounds import sign
from tellings.read._document import Document

if TYPE_CHECKING:
    from tellings.read import Reading

_MOST = 500  # numbers of an article that are lined up: pairs of them are compared, and the longest reports have some 200
_OF = re.compile(r"\s(?:out of|in|of)\s(?:every\s)?")
COLUMNS = {
    "fact": "int64", "about": "str", "verdict": "str", "article": "str", "outlet": "str", "start": "int64", "end": "int64",
    "text": "str", "value": "float64", "unit": "str", "change": "str", "sentence": "int64", "voice": "str",
    "speaker": "str", "bound": "str", "otherwise": "bool",
}  # fmt: skip


def ledger(reading: Reading) -> pd.DataFrame:
    """Quantities that are stated more than once, within an article or across articles, lined up.

    Two quantities are one fact when their units measure the same (two counts, two percentages, two sums in one
    currency, two distances in whatever unit) and their values agree and so do the words around them. A value of
    three or more telling digits (``13,856``) needs no further tie; a rounder one needs like words, or the same event
    in other words (sent back, removed, deported); one of a single digit the same noun and further words in common.
    Values that differ need very like words, or the same toll (the dead, the hurt) with further words in common.
    A part with its whole (``two of its last five``) is one value. Never one fact: ages of two people, an earlier
    state (``up from £1.6m``) and the present one, a set and the rest of it (``another 150``), two differing values
    of one article, unless one speaks of the other (``the figure was £2.1m``). Captions do not count.

    Returns a row a mention, mentions of one ``fact`` together: ``fact``, its number; ``about``, what is counted in
    the fullest wording, with what happened to it, else what happened, else the nearest noun;
    ``verdict``: ``agrees`` (all the values can be the same number: ``153`` and ``more than 150``), ``rounded``
    (one is the other rounded), ``differs``; ``article, outlet, start, end, text, value, unit,
    change, sentence, voice``; ``speaker``, who says so where it is quoted; ``bound``, the words that bound it;
    ``otherwise``, whether it differs from the first mention of its fact. An outlet that is not among a fact's rows is
    silent on it (:func:`ledger_by_outlet`). Of an article with more than 500 numbers the first 500 are lined up. The
    lining up rests on words alone and can err both ways.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.compare.ledger(reading).columns[:3].tolist()
    ['fact', 'about', 'verdict']
    """
    return reading.once(_lined_up)


def _lined_up(reading: Reading) -> pd.DataFrame:
    found = rows(reading)
    found = found[found.groupby("article", sort=False).cumcount() < _MOST]
    parts = [
        found.loc[[mention.place for mention in fact]].assign(
            fact=number,
            verdict=_verdict(fact),
            about=about(reading, found, fact),
            otherwise=[relation(fact[0], mention) == "differs" for mention in fact],
        )
        for number, fact in enumerate(grouped(mentions(reading, found)))
    ]
    if not parts:
        return pd.DataFrame({name: pd.Series([], dtype=dtype) for name, dtype in COLUMNS.items()})
    return pd.concat(parts, ignore_index=True)[list(COLUMNS)].astype(COLUMNS)


def ledger_by_outlet(reading: Reading, found: pd.DataFrame) -> pd.DataFrame:
    """The ledger with a row a fact and a column an outlet: what each says, or that it is silent.

    Returns ``fact, about, verdict`` and a column an outlet with the numbers as written, several joined by ``"; "``,
    and ``silent`` where an outlet states none. ``found`` is a table of :func:`ledger`.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> ledger = tl.compare.ledger(reading)
    >>> tl.compare.ledger_by_outlet(reading, ledger).columns[:2].tolist()
    ['fact', 'about']
    """
    outlets = list(reading.corpus.outlets)
    if found.empty:
        return pd.DataFrame(columns=["fact", "about", "verdict", *outlets])
    wide = found.assign(text=_bounded(found)).groupby(["fact", "outlet"])["text"].agg("; ".join).unstack()
    wide = wide.reindex(columns=outlets).astype("str").fillna("silent")
    heads = found.drop_duplicates("fact").set_index("fact")[["about", "verdict"]]
    return heads.join(wide).reset_index()


def _bounded(found: pd.DataFrame) -> pd.Series:
    """The numbers as written, with the sign of their bound before them."""
    moves = {"up": "↑ ", "down": "↓ "}
    signs = [
        moves.get(change, f"{sign(change, bound)} ".lstrip())
        for change, bound in zip(found["change"], found["bound"], strict=True)
    ]
    return pd.Series(signs, index=found.index, dtype="str") + found["text"]


def rows(reading: Reading) -> pd.DataFrame:
    """The quantities to line up: those stated, with ``speaker``, and a part with its whole as one row.

    ``whole`` is the second number of ``two of its last five``, and its row is left out; ``text`` and ``end``
    reach to it.
    """
    found = stated_quantities(reading).reset_index(drop=True)
    found = found.assign(speaker=speakers(reading, found), whole=float("nan"))
    starts = {(row.article, row.start): row.Index for row in each(found)}
    wholes = []
    for row in each(found[found["out_of"].notna()]):
        whole = starts.get((row.article, row.out_of))
        if whole is not None:
            wholes.append(whole)
            found.loc[row.Index, "whole"] = found["value"][whole]
            found.loc[row.Index, "end"] = found["end"][whole]
            found.loc[row.Index, "text"] = reading.corpus.text(row.article)[row.start : found["end"][whole]]
    return _fractions(found.drop(index=wholes)).reset_index(drop=True)


def _fractions(found: pd.DataFrame) -> pd.DataFrame:
    """``three of five`` is read as a fraction: its two numbers."""
    told = [_parted(text) if kind == "fraction" and _OF.search(text) else None
            for text, kind in zip(found["text"], found["kind"], strict=True)]  # fmt: skip
    for place, pair in zip(found.index, told, strict=True):
        if pair is not None:
            found.loc[place, ["value", "whole"]] = pair
    return found


def _parted(text: str) -> tuple[float, float] | None:
    words = Document(text)(_lexemes.find)
    over = _numerals.at(words, 0)
    places = range(over.last, len(words)) if over else []
    under = next((found for found in (_numerals.at(words, place) for place in places) if found), None)
    return (over.value, under.value) if over and under else None


def speakers(reading: Reading, found: pd.DataFrame) -> pd.Series:
    """Who says each quantity, where it stands within a quotation whose speaker the text tells."""
    quotes = reading.quotes[reading.quotes["kind"].isin(["direct", "indirect"])]
    quotes = quotes.assign(named=quotes["person"].fillna(quotes["speaker"])).dropna(subset="named")
    by_article = {
        article: (part["start"].to_numpy(), part["end"].to_numpy(), part["named"].tolist())
        for article, part in quotes.groupby("article")
    }
    said = []
    for row in each(found):
        starts, ends, named = by_article.get(row.article, (np.array([]), np.array([]), []))
        over = np.flatnonzero((starts <= row.start) & (row.end <= ends))
        said.append(named[over[-1]] if len(over) else None)
    return pd.Series(said, index=found.index, dtype="str")


def _verdict(fact: list[Mention]) -> str:
    found = {relation(one, two) for place, one in enumerate(fact) for two in fact[place + 1 :]}
    return next(verdict for verdict in ("differs", "rounded", "agrees") if verdict in found)
