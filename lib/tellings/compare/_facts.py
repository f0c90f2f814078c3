"""Facts: what articles tell that another may tell as well, gathered from the tables of a reading."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from tellings.compare._counterparts import Match, matches, sentence_spans, stems
from tellings.compare._genealogy import genealogy
from tellings.compare._ledger import ledger
from tellings.compare._persons import canonical
from tellings.compare._quantities import stated
from tellings.compare._shared_words import shared_words
from tellings.compare._voice import placed, voiced
from tellings.compare._wording import NEGATIONS

if TYPE_CHECKING:
    from tellings.read import Reading

# From where on two sentences of different outlets tell the same: this cosine, and so many stems in common. Between
# each published article and a rewriting of it 80 of 84 sentences have their own counterpart as the best match so
# tied, and none another's; between two outlets' articles some four of five pairs so tied tell the same.
ALIKE, SHARED = 0.2, 3
NEARLY_EQUAL = 0.8  # or this cosine, for sentences too short to share so many
KINDS = ("number", "quotation", "person", "place", "organisation", "sentence")
_PROSE = ("outlet", "quoted")
_WORD = re.compile(r"\w+")

COLUMNS = {
    "kind": "str", "key": "str", "about": "str", "article": "str", "start": "int64", "end": "int64", "text": "str",
    "otherwise": "bool",
}  # fmt: skip


def facts(reading: Reading, *, kinds: Sequence[str] = KINDS) -> pd.DataFrame:
    """Every mention of every fact: ``kind, key`` name the fact, ``otherwise`` says that it is told differently here.

    Numbers are lined up by the ledger, quotations by the genealogy, people, places and organisations by their name
    in the corpus, sentences by their telling words; the latter are facts only where another outlet has a counterpart.
    """
    tables = [reading.once(_GATHER[kind]) for kind in KINDS if kind in kinds]
    kept = [table[list(COLUMNS)] for table in tables if len(table)]
    return pd.concat(kept or [pd.DataFrame(columns=list(COLUMNS))], ignore_index=True).astype(COLUMNS)


def _numbers(reading: Reading) -> pd.DataFrame:
    found = ledger(reading)
    lined = found.assign(kind="number", key=found["fact"].astype("str"))
    lined["about"] = lined["about"] + ": " + lined.groupby("fact")["text"].transform("first")
    every = stated(reading)
    known = set(zip(found["article"], found["start"], strict=True))
    pairs = zip(every["article"], every["start"], strict=True)
    lone = every[pd.Series([pair not in known for pair in pairs], index=every.index, dtype="bool")]
    named = lone["counted"].where(lone["counted"].notna(), lone["unit"].replace("-", "number"))
    return pd.concat([lined, _lone(lone, "number", named + ": " + lone["text"])])


def _lone(rows: pd.DataFrame, kind: str, about: pd.Series) -> pd.DataFrame:
    """Facts of one mention each."""
    key = rows["article"] + ":" + rows["start"].astype("str")
    return rows.assign(kind=kind, key=key, about=about, otherwise=False)


def _quotations(reading: Reading) -> pd.DataFrame:
    found = genealogy(reading)
    turned = found["reattributed"] | found[["dropped", "added"]].map(_negated).any(axis=1)
    turned &= found["relation"] != "paraphrased"
    # Whoever quotes less of a sentence does not say otherwise; whoever takes a word out of its middle may.
    pairs = zip(found["text"], found["other_text"], strict=True)
    whole = pd.Series([_stands_in(part, told) for part, told in pairs], index=found.index, dtype="bool")
    turned &= found["reattributed"] | ~whole
    key, span = found["utterance"].astype("str"), ["article", "start", "end", "text"]
    versions = found[span].assign(kind="quotation", key=key, about=found["other_text"], otherwise=turned)
    fullest = found[[f"other_{name}" for name in span]].set_axis(span, axis=1)
    fullest = fullest.assign(
        kind="quotation", key=key, about=found["other_text"], otherwise=False
    ).drop_duplicates()
    lined = pd.concat([fullest, versions])
    quotes = reading.quotes
    said = placed(reading, quotes[(quotes["kind"] == "direct") & (quotes["level"] != "joined")])
    said = said[~_touching(said, lined)]
    return pd.concat([lined, _lone(said, "quotation", said["text"])])


def _stands_in(part: str, told: str) -> bool:
    """Whether the words of one text stand in a row in another."""
    short, long = (f" {' '.join(_WORD.findall(text.casefold()))} " for text in (part, told))
    return short in long


def _negated(words: str) -> bool:
    return not set(NEGATIONS).isdisjoint(words.split(", "))


def _touching(rows: pd.DataFrame, spans: pd.DataFrame) -> pd.Series:
    """Which rows overlap a span of their article."""
    by_article = {
        article: part.sort_values("start")[["start", "end"]].to_numpy()
        for article, part in spans.groupby("article")
    }
    found = []
    for article, start, end in zip(rows["article"], rows["start"], rows["end"], strict=True):
        known = by_article.get(article, np.empty((0, 2)))
        reach = np.maximum.accumulate(known[:, 1]) if len(known) else known[:, 1]
        before = int(np.searchsorted(known[:, 0], end, side="left")) if len(known) else 0
        found.append(before > 0 and bool(reach[before - 1] > start))
    return pd.Series(found, index=rows.index, dtype="bool")


def _people(reading: Reading) -> pd.DataFrame:
    found = canonical(voiced(reading, "people"))
    found = found[found["voice"].isin(_PROSE)]
    return found.assign(kind="person", key=found["person"], about=found["person"], otherwise=False)


def _places(reading: Reading) -> pd.DataFrame:
    return _names(reading, "places", "place")


def _organisations(reading: Reading) -> pd.DataFrame:
    return _names(reading, "organisations", "organisation")


def _names(reading: Reading, name: str, kind: str) -> pd.DataFrame:
    if name not in reading.tables:
        return pd.DataFrame(columns=list(COLUMNS))
    found = voiced(reading, name)
    found = found[found["voice"].isin(_PROSE)]
    return found.assign(kind=kind, key=found["name"], about=found["name"], otherwise=False)


def _sentences(reading: Reading) -> pd.DataFrame:
    """Sentences that are each other's best match in two outlets, as one fact."""
    rows, found = tied_sentences(reading)
    best: dict[tuple[int, str], int] = {}
    outlet = rows["outlet"].tolist()
    for match in sorted(found, key=lambda match: (-match.cosine, match.one, match.two)):
        best.setdefault((match.one, outlet[match.two]), match.two)
    parent = list(range(len(rows)))
    for (one, _), two in best.items():
        if best.get((two, outlet[one])) == one:
            heads = sorted((_root(parent, one), _root(parent, two)))
            parent[heads[1]] = heads[0]
    roots = pd.Series([_root(parent, place) for place in range(len(rows))], index=rows.index, dtype="int64")
    kept = rows[roots.map(roots.value_counts()) > 1]
    about = roots[kept.index].map(rows["text"])
    return kept.assign(kind="sentence", key=roots[kept.index].astype("str"), about=about, otherwise=False)


def _root(parent: list[int], place: int) -> int:
    while parent[place] != place:
        parent[place] = parent[parent[place]]
        place = parent[place]
    return place


def tied_sentences(reading: Reading, *, nearest: bool = False) -> tuple[pd.DataFrame, list[Match]]:
    """The sentences of prose, numbered from 0, and the pairs of different outlets that tell the same.

    With ``nearest`` the pairs are each sentence with the most similar one, however little that is.
    """
    rows = voiced(reading, "sentences")
    rows = rows[(rows["part"] == "prose") & (rows["text"].str.strip() != "")].reset_index(drop=True)
    words = shared_words(reading)
    spans = sentence_spans(words, rows)
    kept = [place for place, span in enumerate(spans) if span[1] > span[0]]
    outlets = np.asarray(pd.factorize(reading.corpus.articles["outlet"])[0], dtype=np.int64)
    chosen = [spans[place] for place in kept]
    least = 0.0 if nearest else ALIKE
    found = matches(words, stems(words), chosen, chosen, outlets, least=least, nearest=nearest)
    tied = [match for match in found if nearest or match.shared >= SHARED or match.cosine >= NEARLY_EQUAL]
    return rows, [match._replace(one=kept[match.one], two=kept[match.two]) for match in tied]


_GATHER: dict[str, Callable[[Reading], pd.DataFrame]] = {
    "number": _numbers,
    "quotation": _quotations,
    "person": _people,
    "place": _places,
    "organisation": _organisations,
    "sentence": _sentences,
}
