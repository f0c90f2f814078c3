"""What a fact is about: the noun phrase counted, else what happened, else the nearest noun; never a unit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import pandas as pd

from tellings.compare._mentions import Mention
from tellings.compare._ties import TOLL
from tellings.read._lexicon import tag
from tellings.read._units import singular

if TYPE_CHECKING:
    from tellings.read import Reading

_NOUNS = ("NN", "NNS", "NNP", "NNPS")
_BACK = {"figure", "number", "sum", "total", "amount", "rise", "increase", "fall", "cut", "cent", "percent"}
# "the fifth closure": which one it is can be the very thing that two accounts differ in.
_ORDINAL = re.compile(
    r"(?:(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|latest|last|next)\s)+",
    re.IGNORECASE,
)
_TIMES = {
    "year",
    "month",
    "week",
    "day",
    "time",
    "today",
    "yesterday",
    "morning",
    "afternoon",
    "evening",
    "night",
}
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ON = re.compile(r"\s(on|for)\s([^.,;:()\n]{2,40})")
_OFF = re.compile(r"[\s)]{1,2}(off|from|to|of|north of|south of|east of|west of)\s([^.,;:()\n]{2,40})")


def about(reading: Reading, rows: pd.DataFrame, fact: list[Mention]) -> str:
    """What the mentions of one fact count, in their fullest wording, with what happened to it where all agree."""
    told = _told(reading, rows, fact)
    opening = _ORDINAL.match(told)
    return told[opening.end() :] if opening else told


def _told(reading: Reading, rows: pd.DataFrame, fact: list[Mention]) -> str:
    places = [mention.place for mention in fact]
    if any(mention.person for mention in fact):
        return next(mention.person for mention in fact if mention.person)
    counted = [text for text in rows.loc[places, "counted"].dropna() if str(text).lower() not in _BACK]
    shared = frozenset.intersection(*(mention.events for mention in fact)) & TOLL
    event = " ".join(sorted(shared))
    facts = zip(places, rows.loc[places].to_dict("records"), strict=True)
    told = sorted(
        ((_thing(reading, row), place) for place, row in facts), key=lambda one: (one[0][0], one[1])
    )
    if told[0][0][0] == 0 and set(rows.loc[places, "kind"]) == {"money"}:
        return told[0][0][1]  # who spends a sum is not what it is spent on
    if counted:
        fullest = str(max(counted, key=lambda text: (len(text), text)))
        return f"{fullest} {event}".strip() if not _names(fullest, shared) else fullest
    if event:
        return event
    return told[0][0][1]


def _names(counted: str, events: frozenset[str]) -> bool:
    return any(event[:4] in counted.lower() for event in events)


def _thing(reading: Reading, row: Mapping[Any, Any]) -> tuple[int, str]:
    """The noun phrase told of a sum or a measure, after it or before it, and how far to be trusted it is."""
    text = reading.corpus.text(row["article"])
    sentences = reading.sentences[reading.sentences["article"] == row["article"]]
    spans = list(zip(sentences["start"], sentences["end"], strict=True))
    start, end = spans[row["sentence"]] if row["sentence"] >= 0 else (row["start"], row["end"])
    joint = {"money": _ON, "measure": _OFF}.get(row["kind"])
    after = joint.match(text[row["end"] : end]) if joint else None
    phrase = _first_phrase(after.group(2)) if after else ""
    if after and phrase:
        return 0, phrase if row["kind"] == "money" else f"distance {after.group(1)} {phrase}"
    told = [(1, _last_phrase(text[start : row["start"]])), (2, _first_phrase(text[row["end"] : end]))]
    return next((one for one in told if one[1]), (3, "no noun beside it"))


def _first_phrase(text: str) -> str:
    """The noun phrase at the start of some words."""
    kept: list[str] = []
    for word in _WORD.findall(text)[:6]:
        known = tag(word) or ("NNP" if word[0].isupper() else "NN")
        if known.startswith(("DT", "PRP")) and not kept:
            continue
        if not known.startswith(("NN", "JJ")) or word.lower() in _TIMES:
            break
        kept.append(word)
    while kept and (tag(kept[-1]) or "NN").startswith("JJ"):
        kept.pop()
    return " ".join(kept)


def _last_phrase(text: str) -> str:
    """The last noun before a number, with the nouns and adjectives right before it."""
    words = _WORD.findall(text[-160:])
    for at in range(len(words) - 1, -1, -1):
        low = singular(words[at].lower())
        verb = at > 0 and (tag(words[at - 1].lower()) or "").startswith(("MD", "TO", "PRP"))
        if not verb and (tag(words[at]) or "NNP") in _NOUNS and low not in _TIMES | _BACK and len(low) > 2:
            first = at
            while first > 0 and (tag(words[first - 1]) or "").startswith(("NN", "JJ")):
                first -= 1
            return " ".join(words[first : at + 1])
    return ""
