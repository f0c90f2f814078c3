"""Words for made articles, drawn as news uses them: few of them often, most of them seldom (Zipf 1949)."""

from __future__ import annotations

import random
from functools import cache

import numpy as np
from tests.benchmarks.measure import ROOT

from tellings.read import _lexicon, _vader_lexicon, codebook

TAGS = ("NN", "NNS", "JJ", "RB", "VB", "VBD", "VBG", "VBN", "VBZ")
_DRAWS = 1 << 17  # entries of a list to draw from: the seldom words of a long list stand in it once
_AGENCIES = ("AP", "AFP", "PA", "Reuters", "dpa", "EPA", "Getty Images", "Alamy", "Shutterstock", "PA Wire")
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December", "Jan.", "Feb.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.",
)  # fmt: skip
_CLOCKS = ("a.m.", "p.m.", "am", "pm", "GMT")
_UNITS = (
    "people",
    "migrants",
    "homes",
    "jobs",
    "patients",
    "pupils",
    "miles",
    "km",
    "tonnes",
    "cases",
    "votes",
)


def skewed(words: list[str], *, seed: str, draws: int = _DRAWS) -> list[str]:
    """A list to draw from evenly that gives the words, in an order of its own, by Zipf's law."""
    order = sorted(set(words))
    random.Random(seed).shuffle(order)
    weights = np.cumsum((np.arange(len(order)) + 3.0) ** -1.06)
    places = np.searchsorted(weights, (np.arange(draws) + 0.5) * (weights[-1] / draws))
    return [order[place] for place in places.tolist()]


@cache
def pools() -> dict[str, list[str]]:
    """What each slot of a pattern may be filled with."""
    tagged = _tagged()
    found = {tag: _mixed(tag, tagged[tag]) for tag in TAGS}
    found["GPE"] = skewed(
        [name for name in _listed("places") if len(name) < 25], seed="places", draws=1 << 15
    )
    rng = random.Random("figures")
    found["DAY"] = list(_DAYS)
    found["DATE"] = [_date(rng) for _ in range(4000)]
    found["N"] = [_count(rng) for _ in range(20_000)]
    found["MONEY"] = [_money(rng) for _ in range(8000)]
    found["PCT"] = [_share(rng) for _ in range(2000)]
    found["TIME"] = [
        f"{rng.randint(1, 12)}{rng.choice((':30', '', ':15'))} {rng.choice(_CLOCKS)}" for _ in range(99)
    ]
    found["UNIT"], found["AGENCY"] = list(_UNITS), list(_AGENCIES)
    return found


@cache
def names() -> tuple[list[str], list[str]]:
    """Given names and family names to draw from."""
    given = [name for line in _listed("given") if (name := line.split()[0]).isalpha()]
    family = [name for line in _listed("family") if (name := line.split()[0]).isalpha()]
    return skewed(given, seed="given"), skewed(family, seed="family")


def _listed(name: str) -> list[str]:
    lines = (ROOT / f"lib/tellings/read/data/{name}.txt").read_text(encoding="utf-8").splitlines()
    return [line.split("\t")[0] for line in lines if line.strip() and not line.startswith("#")]


def _tagged() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {tag: [] for tag in TAGS}
    for word, tag in _lexicon._listed().items():
        if (
            tag in found
            and len(word) > 2
            and word.isascii()
            and word.replace("-", "a").isalpha()
            and word.islower()
        ):
            found[tag].append(word)
    return found


def _mixed(tag: str, words: list[str]) -> list[str]:
    """Seven in ten any words, two in ten cues of the codebooks, one in ten words of VADER's lexicon."""
    cues = {
        cue.rstrip("*")
        for book in ("policy", "immigration")
        for frame in codebook(book).frames
        for cue in frame.cues
    }
    hot = set(_vader_lexicon.lexicon())
    framed, felt = ([word for word in words if word in some] for some in (cues, hot))
    parts = [(words, 0.7), (framed or words, 0.2), (felt or words, 0.1)]
    return [word for some, part in parts for word in skewed(some, seed=tag, draws=int(part * _DRAWS))]


def _count(rng: random.Random) -> str:
    number = int(10 ** rng.uniform(0.3, 6))
    return rng.choice(
        (
            f"{number:,}",
            f"{number:,}",
            str(number % 100 + 2),
            f"about {number:,}",
            "two",
            "three",
            "dozens of",
        )
    )


def _money(rng: random.Random) -> str:
    return f"{rng.choice('£$€£')}{rng.uniform(1, 900):.{rng.choice((0, 1))}f}{rng.choice(('', 'm', 'bn', ' million', 'k'))}"


def _share(rng: random.Random) -> str:
    return f"{rng.uniform(0, 99):.{rng.choice((0, 0, 1))}f}{rng.choice((' per cent', '%', ' percent'))}"


def _date(rng: random.Random) -> str:
    day, month = rng.randint(1, 28), rng.choice(_MONTHS)
    return rng.choice((f"{day} {month}", f"{month} {day}", f"{month} {day}, {rng.randint(2015, 2025)}"))
