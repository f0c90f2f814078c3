"""Mentions of quantities, with what ties them to one another: event, telling words, names, person, time."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

import numpy as np
import pandas as pd

from tellings.compare._each import each
from tellings.compare._measures import Measure, measure
from tellings.compare._persons import canonical
from tellings.compare._terms import terms
from tellings.compare._voice import voiced

if TYPE_CHECKING:
    from tellings.read import Reading

_CLAUSE = (", ", "; ", " – ", " — ", ": ")
_JOINED = (" and ", " while ", " but ")  # these part two clauses only where a quantity stands on either side
_FEW = (
    6  # sentences that may share a word and it still tells something of a fact; more only in a larger corpus
)
_EARLIER = re.compile(
    r"\b(?:(?:up|down|rose|risen|fell|fallen|increased?|cut|climbed|dropped)\s(?:\w+\s){0,4}from|compared (?:with|to)"
    r"|against|previously|instead of|rather than)\s(?:an?\s|the\s|just\s|about\s|some\s|around\s)?$"
)
_REST = re.compile(
    r"\b(?:another|a further|further|the other|the remaining|the rest|additional)\s(?:\w+\s)?$"
)
_UNDONE = re.compile(r"\byet to\b|\brefus\w+|\bnever\b|\bfailed to\b")
_NAME = re.compile(r"(?<![.!?]\s)(?<!^)\b[A-Z][^\W\d_]{2,30}\b")
_BACK = {
    "figure",
    "number",
    "sum",
    "total",
    "amount",
}  # "the figure was £2.1m" speaks of a figure told before
_FAR = (
    1_000  # characters on either side of a number that its clause may reach, in a sentence that does not end
)
_AGE_GAP = 30  # characters between an age and the name it is told of


@dataclass(frozen=True)
class Mention:
    """A quantity as it is lined up: its value, how it is bounded and measured, and what ties it to others."""

    place: int
    article: str
    sentence: int
    value: float
    text: str
    change: str
    measure: str
    unit: Measure | None
    whole: float | None  # of "two of five" the five
    counted: frozenset[str]
    words: dict[str, float]
    telling: frozenset[str]
    names: frozenset[str]
    events: frozenset[str]
    person: str | None
    earlier: bool
    rest: bool
    undone: bool
    again: int | None  # the mention that it gives again or speaks of


def mentions(reading: Reading, rows: pd.DataFrame) -> list[Mention]:
    """The mentions of a table of quantities that :func:`tellings.compare._ledger.rows` makes."""
    words, telling = _context(reading, rows)
    happened, people = events(reading, rows), _people(reading, rows)
    clauses = _clauses(reading, rows)
    starts = {(row.article, row.start): int(row.Index) for row in each(rows)}
    made: list[Mention] = []
    for place, row in zip(rows.index, rows.to_dict("records"), strict=True):
        if not np.isfinite(row["value"]):
            continue
        text = reading.corpus.text(row["article"])
        left, right = clauses[int(place)]
        lead, unit = text[max(left, row["start"] - 60) : row["start"]].lower(), _unit(row)
        made.append(
            Mention(
                int(place), row["article"], int(row["sentence"]),
                float(row["value"]), row["text"], row["change"], _measure(row, unit), unit,
                None if pd.isna(row["whole"]) else float(row["whole"]), _stems(row["counted"]), words[int(place)],
                telling[int(place)] - _stems(row["counted"]), frozenset(_NAME.findall(text[left : right])),
                happened[int(place)], people[int(place)], bool(_EARLIER.search(lead)), bool(_REST.search(lead)),
                bool(_UNDONE.search(text[left : right])), _again(row, made, starts),
            )
        )  # fmt: skip
    return made


def _unit(row: Mapping[Any, Any]) -> Measure | None:
    return measure(str(row["unit"])) if row["kind"] in {"measure", "duration"} else None


def _measure(row: Mapping[Any, Any], unit: Measure | None) -> str:
    """What a value is measured in; all counts are of one measure, since outlets name the counted differently."""
    if pd.notna(row["whole"]):
        return "part"
    if row["kind"] == "count":
        return "count"
    return f"{row['kind']}:{unit.dimension if unit else row['unit']}"


def _again(row: Mapping[Any, Any], made: list[Mention], starts: dict[tuple[str, int], int]) -> int | None:
    """The place of the quantity that one gives in another unit, or that ``the figure was …`` speaks of."""
    if pd.notna(row["restates"]) and _unit(row) is not None:
        return starts.get((str(row["article"]), int(str(row["restates"]))))
    if pd.isna(row["counted"]) or str(row["counted"]).lower() not in _BACK or not made:
        return None
    before = made[-1]
    near = before.article == row["article"] and before.measure == _measure(row, _unit(row))
    return before.place if near and not before.earlier else None


def _stems(counted: object) -> frozenset[str]:
    words = str(counted).lower().split() if isinstance(counted, str) else []
    return frozenset() if set(words) <= _BACK else frozenset(stem(word) for word in words)


def _context(
    reading: Reading, rows: pd.DataFrame
) -> tuple[dict[int, dict[str, float]], dict[int, frozenset[str]]]:
    """The words around each quantity weighted by idf, what is counted twice, and those of them that are telling."""
    words = terms(reading)
    words = words[~words["text"].str.contains(r"\d")]
    by_sentence = {
        key: [stem(term) for term in part["term"]] for key, part in words.groupby(["article", "sentence"])
    }
    spread = Counter(word for said in by_sentence.values() for word in set(said))
    most = max(_FEW, np.sqrt(len(by_sentence)))
    bag_of = {key: Counter(said) for key, said in by_sentence.items()}
    telling_of = {key: frozenset(word for word in bag if spread[word] <= most) for key, bag in bag_of.items()}
    bags: dict[int, Counter[str]] = {}
    telling: dict[int, frozenset[str]] = {}
    for place, row in rows.iterrows():
        key = (row["article"], row["sentence"])
        telling[int(str(place))] = telling_of.get(key, frozenset())
        bag = bag_of.get(key, Counter[str]()).copy()
        for word in str(row["counted"] if pd.notna(row["counted"]) else "").lower().split():
            bag[stem(word)] += 2
        bags[int(str(place))] = bag
    seen = Counter(word for bag in bags.values() for word in bag)
    weigh = {word: np.log((1 + len(bags)) / count) for word, count in seen.items()}
    weighed = {
        place: {word: n * float(weigh[word]) for word, n in bag.items()} for place, bag in bags.items()
    }
    return weighed, telling


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
    """What happened to what is counted, as far as the clause of each quantity says: ``removed``, ``killed`` …"""
    clauses, found = _clauses(reading, rows), {}
    for place, article in zip(rows.index, rows["article"], strict=True):
        left, right = clauses[int(place)]
        said = reading.corpus.text(article)[left:right].lower()
        found[int(place)] = frozenset(name for name, pattern in _concepts() if pattern.search(said))
    return found


def _clauses(reading: Reading, rows: pd.DataFrame) -> dict[int, tuple[int, int]]:
    """The clause of each quantity: from the last mark before it to the next after it, within the sentence.

    ``And`` parts clauses where another quantity stands beyond it: ``three died and 41 were hurt``.
    """
    spans = {
        article: list(zip(part["start"], part["end"], strict=True))
        for article, part in reading.sentences.groupby("article", sort=False)
    }
    found: dict[int, tuple[int, int]] = {}
    for article, part in rows.groupby("article", sort=False):
        text, here = reading.corpus.text(str(article)), part.sort_values("start")
        before = [0, *here["end"].tolist()[:-1]]
        beyond = [*here["start"].tolist()[1:], len(text)]
        for row, since, until in zip(each(here), before, beyond, strict=True):
            start, end = spans[article][row.sentence] if row.sentence >= 0 else (row.start, row.end)
            start, end = max(start, row.start - _FAR), min(end, row.end + _FAR)
            found[int(row.Index)] = (
                max(start, _last(text, start, row.start, since)),
                min(end, _next(text, row.end, end, until)),
            )
    return found


def _last(text: str, start: int, stop: int, since: int) -> int:
    marks = [text.rfind(mark, start, stop) + 1 for mark in _CLAUSE]
    return max(marks + [text.rfind(word, since, stop) + 1 for word in _JOINED if start <= since])


def _next(text: str, start: int, stop: int, until: int) -> int:
    marks = [text.find(mark, start, stop) for mark in _CLAUSE]
    marks += [text.find(word, start, until) for word in _JOINED if until < stop]
    return min([stop, *(mark for mark in marks if mark >= 0)])


def _people(reading: Reading, rows: pd.DataFrame) -> dict[int, str | None]:
    """Of an age, whose it is: the person named right before it, else right after it."""
    named = canonical(voiced(reading, "people"))
    by_article = {
        article: list(zip(part["start"], part["end"], part["person"], strict=True))
        for article, part in named.groupby("article", sort=False)
    }
    found: dict[int, str | None] = dict.fromkeys((int(place) for place in rows.index), None)
    for row in each(rows[rows["kind"] == "age"]):
        near = [
            (min(abs(row.start - end), abs(start - row.end)), person)
            for start, end, person in by_article.get(row.article, [])
            if 0 <= row.start - end <= _AGE_GAP or 0 <= start - row.end <= _AGE_GAP
        ]
        found[int(row.Index)] = str(min(near)[1]) if near else None
    return found


def stem(word: str) -> str:
    """A word without the endings that news English inflects by; enough to tie ``migrants`` to ``migrant``.

    >>> [stem(word) for word in ("migrants", "removals", "removed", "crossing", "countries")]
    ['migrant', 'remov', 'remov', 'cross', 'country']
    """
    word = word.removesuffix("'s")
    if word.endswith("ies") and len(word) > 5:
        return f"{word[:-3]}y"
    for ending in ("als", "al", "ings", "ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word.removesuffix(ending)
    return word
