"""Patterns of news sentences: slots in braces, filled from the word lists and from the event's own people."""

from __future__ import annotations

import re
from functools import cache

from tests.benchmarks._words import TAGS
from tests.benchmarks.measure import ROOT

from tellings.read import _lexicon

# P a person, S the person's family name, O a body of the event, and what `_words.pools` holds.
PLAIN = """
The {JJ} {NN} of {GPE} was {VBN} by {P} on {DAY}, after {N} {NNS} had {VBN} the {NN} and {VBD} a {NN} on {DATE}.
{P}, who {VBD} the {NN} in {GPE}, has {VBN} a {JJ} {NN} that could {VB} {N} {UNIT} and {VB} the {NNS}.
But the {NN} is not {JJ}: {S} {VBD} {RB} that {PCT} of {NNS} had been {VBN}, up from {PCT} a year before.
According to {O}, {N} {UNIT} were {VBN} between {DATE} and {DATE}, at a cost of {MONEY} to the {NN}.
Dr. {P} of {O} {VBD} the {NN}, which {VBZ} {NNS} {RB}, and never {VBD} the {JJ} {NNS} of {GPE}.
In {GPE}, {JJ} {NNS} {VBD} the {NN} at {TIME} on {DAY}; {N} {UNIT} have since {VBN} the {NN}.
Mr {S} will {VB} the {JJ} {NN} – a {NN} of {MONEY} – before the {NN} of {O} {VBZ} its {NNS} in {GPE}.
The {NN} ({O}) {VBZ} that the {NNS} aren't {JJ}, and it doesn't {VB} {NNS} who {VB} the {NN}’s {NN}.
{O} has {VBN} {MONEY} for the {NN}, {PCT} more than the {MONEY} that the {NN} had {VBN} in {GPE}.
Those {NNS} are very {JJ}, {S} {VBD}, because the {NN} of the {NN} was {VBN} and {RB} {VBN} in the {NN}.
The U.S. {NN} and the {JJ} {NN} from {GPE} {VBD} No. 10 on {DAY}, a {NN} which {VBD} the {NNS} of {P}.
When the {NNS} {VBD}, {N} {UNIT} {VBD} {RB} towards {GPE}, {VBG} {NNS} and {VBG} a {JJ} {NN} on the way.
Critics of the {NN} say it is too {JJ}, too {JJ} and least of all {JJ}; supporters call it {JJ}.
It was {JJ} {NN}, and the {NN} which {P} {VBD} in {DATE} had not {VBN} the {JJ} {NNS} of {O}.
Hardly any {NN} has {VBN} so many {NNS}, yet {GPE} {VBZ} {N} {UNIT} for {MONEY} and {VBZ} the {NN} {RB}.
Mrs. {S} and {P} {VBD} each other at {TIME} in {GPE}, where the {NN} is {VBN} to {VB} the {NN} by {DATE}.
Last year's {NN} of {NNS} {VBD} {PCT}, to {N}, as the {JJ} {NN} {VBD} the {NNS} with a {JJ} {NN}.
Nobody {VBD} the {NN}. Police {VBD} {N} {UNIT} near {GPE}, e.g. the {JJ} {NNS} {VBN} by {O}.
"""
SAID = """
“{Q},” {P} {VBD} the {NN} of {O} on {DAY}.
{P} told {O}: “{Q}.”
“{Q},” said {P}, a {JJ} {NN}. “{Q}.”
“{Q}?” asked Ms {S}, who had {VBN} the {NN} of {GPE} in {DATE}.
{S} called the {NN} a “{JJ} {NN}” and said that “{Q}”.
Asked about the {NN}, {P} replied: “{Q}! {Q}.”
“{Q} and {Q},” {S} wrote in {O}, “{Q}.”
"""
QUOTED = """
We will not {VB} the {NNS} of {GPE} until the {NN} is {VBN}
It's a {JJ} {NN} for {NNS} who {VBD} {RB}, and I don't think the {NN} can {VB} it
The {NN} has {VBN} {N} {UNIT} in {GPE} and that isn't {JJ}
Every {NN} of ours {VBZ} that {JJ} {NNS} {VB} the {NN}
There was no ‘{JJ} {NN}’ in {GPE}, only {JJ} {NNS} without a {NN}
I've {VBN} the {NNS} for {N} years, and never {VBD} so {JJ} a {NN} as this
They can't {VB} {MONEY} on {NNS} and {VB} the {JJ} {NN} of {GPE}
"""
SHARED = """
the {JJ} {NN} which {VBD} {N} {UNIT} in {GPE} had {VBN} the {NNS} of {O} {RB} since {DATE}
{PCT} of the {NNS} and {N} {UNIT} were {VBN} by the {NN} in a {JJ} {NN} worth {MONEY}
{P} would {VB} the {JJ} {NNS} of {GPE} and {VB} a {NN} against {O} before {DATE}
"""
AROUND = """
It emerged on {DAY} that {X}, the {NN} of {GPE} {VBD}.
Officials {VBD} the {JJ} {NN} and said {X}.
A {NN} in {O} {VBZ} that {X}, and that the {NNS} {VB} it {RB}.
While {NNS} {VBD} the {NN}, {X}, {S} said.
"""
CAPTIONS = """
{P} and {P} at the {NN} in {GPE}Credit: {P}/{AGENCY}
{P} {VBZ} a {JJ} {NN} outside {O}. Photograph: {P}/{AGENCY}
{NNS} in {GPE} on {DAY}.The {JJ} {NN} of {NNS} in {GPE}Credit: {P}/{AGENCY}
"""


@cache
def patterns() -> dict[str, list[str]]:
    """Every kind of pattern; the plain ones are joined by the seeds' own sentences with slots for words."""
    lists = {
        "plain": PLAIN,
        "said": SAID,
        "quoted": QUOTED,
        "shared": SHARED,
        "around": AROUND,
        "captions": CAPTIONS,
    }
    return {name: text.strip().splitlines() for name, text in lists.items()} | {"seeds": _seeds()}


def _seeds() -> list[str]:
    texts = (path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt")))
    lines = [line for text in texts for line in text.splitlines() if "Credit" not in line]
    cut = [each for line in lines for each in re.findall(r"[A-Z][^.]{60,220}\.(?=\s|$)", line)]
    return [
        " ".join(_slot(word) for word in each.split()) for each in cut if each.count("“") == each.count("”")
    ]


def _slot(chunk: str) -> str:
    core = re.search(r"[A-Za-z][a-z]+|\d[\d,]*", chunk)
    if not core or not (bare := core.group()) or (bare.islower() and len(bare) < 4):
        return chunk
    if bare in ("Farage", "Bardella", "Starmer", "Macron", "Nigel", "Jordan", "Keir", "Emmanuel"):
        return chunk.replace(bare, "{S}")
    if bare[0].isdigit():
        return chunk.replace(bare, "{N}") if len(bare) > 2 else chunk
    if bare in (
        "France",
        "Britain",
        "Calais",
        "Europe",
        "London",
        "Channel",
        "Eritrea",
        "Sudan",
        "Afghanistan",
    ):
        return chunk.replace(bare, "{GPE}")
    tag = _lexicon.tag(bare)
    return chunk.replace(bare, f"{{{tag}}}") if bare.islower() and tag in TAGS and len(bare) > 4 else chunk
