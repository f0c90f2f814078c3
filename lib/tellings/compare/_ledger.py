"""The ledger: the same quantity across articles, lined up by what is counted."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from tellings.compare._precision import exact, stated
from tellings.compare._quantities import stated as stated_quantities
from tellings.compare._terms import terms

if TYPE_CHECKING:
    from tellings.read import Reading

# How alike the words around two mentions must be (cosine of idf-weighted words, from 0 to 1) to make them one fact.
# A value of three telling digits hardly recurs by chance, one of a single digit does all the time; and where values
# differ, words are all that ties them.
_SAME_VALUE = {1: 0.35, 2: 0.15}
_NEAR_VALUE, _OTHER_VALUE = 0.25, 0.62
_NEAR = 1.1  # bounds and roundings within this factor of each other
_CLAUSE = (", ", "; ", " – ", " — ", ": ")
_FAR = 3.0  # a differing value further off than this is another fact

COLUMNS = {
    "fact": "int64", "about": "str", "verdict": "str", "article": "str", "outlet": "str", "start": "int64", "end": "int64",
    "text": "str", "value": "float64", "unit": "str", "change": "str", "sentence": "int64", "voice": "str",
    "speaker": "str",
}  # fmt: skip


class _Mention(NamedTuple):
    place: int
    article: str
    value: float
    text: str
    change: str
    measure: str
    words: dict[str, float]
    events: frozenset[str]


def ledger(reading: Reading) -> pd.DataFrame:
    """Quantities that are stated more than once, within an article or across articles, lined up.

    Two quantities are one fact when their units measure the same (two counts, two percentages, two sums in one
    currency) and their values agree and so do the words around them. A value of three or more telling digits
    (``13,856``) needs no further tie; a rounder one needs like words, or the same event in other words (sent back,
    removed, deported); values that differ need very like words. Captions do not count.

    Returns a row a mention, mentions of one ``fact`` together: ``fact``, its number; ``about``, what is counted in
    the fullest wording; ``verdict``: ``agrees`` (all the values can be the same number: ``153`` and ``more than
    150``), ``rounded`` (one is the other rounded), ``differs``; ``article, outlet, start, end, text, value, unit,
    change, sentence, voice``; ``speaker``, who says so where it is quoted. An outlet that is not among a fact's rows
    is silent on it (:func:`ledger_by_outlet`). The lining up rests on words alone and can err both ways.
    """
    mentions = _mentions(reading)
    rows = _rows(reading)
    facts = _grouped(mentions, _linked(mentions))
    parts = [
        rows.loc[[mention.place for mention in fact]].assign(
            fact=number, verdict=_verdict(fact), about=_about(rows, fact)
        )
        for number, fact in enumerate(facts)
    ]
    if not parts:
        return pd.DataFrame({name: pd.Series([], dtype=dtype) for name, dtype in COLUMNS.items()})
    return pd.concat(parts, ignore_index=True)[list(COLUMNS)].astype(COLUMNS)


def ledger_by_outlet(reading: Reading, found: pd.DataFrame) -> pd.DataFrame:
    """The ledger with a row a fact and a column an outlet: what each says, or that it is silent.

    Returns ``fact, about, verdict`` and a column an outlet with the numbers as written, several joined by ``"; "``,
    and ``silent`` where an outlet states none. ``found`` is a table of :func:`ledger`.
    """
    outlets = list(reading.corpus.outlets)
    if found.empty:
        return pd.DataFrame(columns=["fact", "about", "verdict", *outlets])
    wide = found.assign(text=_bounded(found)).groupby(["fact", "outlet"])["text"].agg("; ".join).unstack()
    wide = wide.reindex(columns=outlets).astype("str").fillna("silent")
    heads = found.drop_duplicates("fact").set_index("fact")[["about", "verdict"]]
    return heads.join(wide).reset_index()


def _bounded(found: pd.DataFrame) -> pd.Series:
    signs = {">": "> ", "<": "< ", "~": "~ ", "up": "↑ ", "down": "↓ "}
    return found["change"].map(lambda change: signs.get(change, "")) + found["text"]


def _rows(reading: Reading) -> pd.DataFrame:
    found = stated_quantities(reading).reset_index(drop=True)
    return found.assign(speaker=_speakers(reading, found))


def _speakers(reading: Reading, found: pd.DataFrame) -> pd.Series:
    """Who says each quantity, where it stands within a quotation whose speaker the text tells."""
    quotes = reading.quotes[reading.quotes["kind"].isin(["direct", "indirect"])]
    named = quotes["person"].fillna(quotes["speaker"])
    by_article = {article: part.index for article, part in quotes.groupby("article")}
    said = []
    for row in found.itertuples():
        over = [
            named[place]
            for place in by_article.get(row.article, [])
            if quotes["start"][place] <= row.start
            and row.end <= quotes["end"][place]
            and pd.notna(named[place])
        ]
        said.append(over[-1] if over else None)
    return pd.Series(said, index=found.index, dtype="str")


def _mentions(reading: Reading) -> list[_Mention]:
    rows = _rows(reading)
    context, happened = _context(reading, rows), events(reading, rows)
    return [
        _Mention(
            int(place),
            row["article"],
            float(row["value"]),
            row["text"],
            row["change"],
            _measure(row),
            context[int(place)],
            happened[int(place)],
        )  # fmt: skip
        for place, row in rows.iterrows()
        if np.isfinite(row["value"])
    ]


def _measure(row: pd.Series) -> str:
    """What a value is measured in; all counts are of one measure, since outlets name the counted differently."""
    return "count" if row["kind"] == "count" else f"{row['kind']}:{row['unit']}"


def _context(reading: Reading, rows: pd.DataFrame) -> dict[int, dict[str, float]]:
    """The telling words around each quantity: those of its sentence, of what is counted twice, weighted by idf."""
    words = terms(reading)
    words = words[~words["text"].str.contains(r"\d")]
    by_sentence = {key: list(part["term"]) for key, part in words.groupby(["article", "sentence"])}
    bags: dict[int, Counter[str]] = {}
    for place, row in rows.iterrows():
        bag = Counter(_stem(term) for term in by_sentence.get((row["article"], row["sentence"]), []))
        for word in str(row["counted"] if pd.notna(row["counted"]) else "").lower().split():
            bag[_stem(word)] += 2
        bags[int(str(place))] = bag
    seen = Counter(stem for bag in bags.values() for stem in bag)
    weigh = {stem: np.log((1 + len(bags)) / count) for stem, count in seen.items()}
    return {place: {stem: n * float(weigh[stem]) for stem, n in bag.items()} for place, bag in bags.items()}


@cache
def _concepts() -> list[tuple[str, re.Pattern[str]]]:
    listed = tomllib.loads((files("tellings.compare") / "concepts.toml").read_text(encoding="utf-8"))
    return [
        (name, re.compile("|".join(_phrase(phrase) for phrase in phrases)))
        for name, phrases in listed.items()
    ]


def _phrase(phrase: str) -> str:
    open_end = phrase.endswith("*")
    words = r"\s".join(re.escape(word) for word in phrase.removesuffix("*").split())
    return rf"\b{words}" + ("" if open_end else r"\b")


def events(reading: Reading, rows: pd.DataFrame) -> dict[int, frozenset[str]]:
    """What happened to what is counted, as far as the clause of each quantity says: ``removed``, ``killed`` …

    The clause runs from the last mark before the number to the next one after it, but not beyond the sentence.
    """
    spans = {
        article: list(zip(part["start"], part["end"], strict=True))
        for article, part in reading.sentences.groupby("article", sort=False)
    }
    found = {}
    for place, row in rows.iterrows():
        text = reading.corpus.text(row["article"])
        start, end = (
            spans[row["article"]][row["sentence"]] if row["sentence"] >= 0 else (row["start"], row["end"])
        )
        left = max(start, *(text.rfind(mark, start, row["start"]) + 1 for mark in _CLAUSE))
        ends = [text.find(mark, row["end"], end) for mark in _CLAUSE]
        right = min([end, *(stop for stop in ends if stop >= 0)])
        clause = text[left:right].lower()
        found[int(str(place))] = frozenset(name for name, pattern in _concepts() if pattern.search(clause))
    return found


def _stem(word: str) -> str:
    """A word without the endings that news English inflects by; enough to tie ``migrants`` to ``migrant``.

    >>> [_stem(word) for word in ("migrants", "removals", "removed", "crossing", "countries")]
    ['migrant', 'remov', 'remov', 'cross', 'country']
    """
    word = word.removesuffix("'s")
    if word.endswith("ies") and len(word) > 5:
        return f"{word[:-3]}y"
    for ending in ("als", "al", "ings", "ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word


def _alike(one: _Mention, two: _Mention) -> float:
    shared = sum(weight * two.words[stem] for stem, weight in one.words.items() if stem in two.words)
    sizes = [np.sqrt(sum(weight**2 for weight in mention.words.values())) for mention in (one, two)]
    return float(shared / (sizes[0] * sizes[1])) if min(sizes) > 0 else 0.0


def relation(one: _Mention, two: _Mention) -> str:
    """How two values stand to each other: ``agrees``, ``rounded`` or ``differs``."""
    if one.change == two.change and one.value == two.value:
        return "agrees"
    reach = [stated(mention.value, mention.text, mention.change) for mention in (one, two)]
    if not (_within(one, two, _NEAR) and reach[0].meets(reach[1])):
        return "differs"
    bounded = {one.change, two.change} & {">", "<", "~"}
    if bounded or not {"up", "down"}.isdisjoint({one.change, two.change}):
        return "agrees"
    plain = [exact(mention.value, mention.text) for mention in (one, two)]
    return "rounded" if plain[0].holds(two.value) or plain[1].holds(one.value) else "differs"


def _within(one: _Mention, two: _Mention, factor: float) -> bool:
    small, large = sorted((abs(one.value), abs(two.value)))
    return large <= factor * small


def telling_digits(value: float) -> int:
    """The digits of a number without the noughts at its ends.

    >>> [telling_digits(value) for value in (13856, 150, 5, 1.1, 0.05)]
    [5, 2, 1, 2, 1]
    """
    return max(1, len(f"{value:.10g}".replace(".", "").replace("-", "").strip("0").split("e")[0]))


def _linked(mentions: list[_Mention]) -> list[tuple[int, int]]:
    return [
        (i, j)
        for (i, one), (j, two) in combinations(enumerate(mentions), 2)
        if one.measure == two.measure and _one_fact(one, two)
    ]


def _one_fact(one: _Mention, two: _Mention) -> bool:
    how, alike, event = relation(one, two), _alike(one, two), bool(one.events & two.events)
    if one.value == two.value:
        least = _SAME_VALUE.get(telling_digits(one.value), 0.0)
        return alike >= least or (event and telling_digits(one.value) > 1)
    if how != "differs":
        return alike >= _NEAR_VALUE or event
    return one.article != two.article and _within(one, two, _FAR) and alike >= _OTHER_VALUE


def _grouped(mentions: list[_Mention], links: list[tuple[int, int]]) -> list[list[_Mention]]:
    """The mentions joined by links, each group in the order of the corpus."""
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    if not links:
        return []
    ones, twos = zip(*links, strict=True)
    graph = coo_array((np.ones(len(links)), (ones, twos)), shape=(len(mentions), len(mentions)))
    groups: dict[int, list[_Mention]] = {}
    for mention, label in zip(mentions, connected_components(graph, directed=False)[1], strict=True):
        groups.setdefault(int(label), []).append(mention)
    return [group for group in groups.values() if len(group) > 1]


def _verdict(fact: list[_Mention]) -> str:
    found = {relation(one, two) for one, two in combinations(fact, 2)}
    return next(verdict for verdict in ("differs", "rounded", "agrees") if verdict in found)


def _about(rows: pd.DataFrame, fact: list[_Mention]) -> str:
    counted = rows.loc[[mention.place for mention in fact], "counted"].dropna()
    return max(
        counted, key=lambda text: (len(text), text), default=fact[0].measure.partition(":")[2] or "a count"
    )
