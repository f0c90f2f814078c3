"""The two pairs of articles that tests run on, with what a careful reader finds in them.

`SEEDS` is the project's own pair, `ORIGINALS` the published pair it was written after, or None where that is
absent. Each tells the same event twice: a tabloid first, damaged by its scraper, then a shorter clean report.

    from pairs import SEEDS, each_pair

    @each_pair
    def test_finds_the_holes(pair):
        assert len(tellings.read.gaps(pair.texts[0])) == len(pair.holes[0])
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
HOLE = "▢"
TABLOID, REPORT = 0, 1
BARDELLA, STARMER, HOME_OFFICE, KOSOVO = "Bardella", "Starmer", "Home Office", "prime minister of Kosovo"
BOTH_LEADERS = "Starmer and Frederiksen"
NOBODY = ""  # words set apart by the outlet: said by no one in the article


@dataclass(frozen=True)
class Pair:
    """Two articles about one event, and a human reader's notes on each.

    `traces` show each hole (`HOLE`) in the few words around it. `speakers` names who said each span between
    double quotation marks, in order; `NOBODY` where the outlet only sets words apart.
    """

    name: str
    folder: Path
    traces: tuple[tuple[str, ...], tuple[str, ...]]
    speakers: tuple[tuple[str, ...], tuple[str, ...]]

    @property
    def paths(self) -> list[Path]:
        return sorted(self.folder.glob("*.txt"))

    @cached_property
    def texts(self) -> tuple[str, str]:
        """Both texts as the kit loads them: NFC, lines ended by `\\n`."""
        first, second = (unicodedata.normalize("NFC", path.read_text("utf-8")) for path in self.paths)
        return first, second

    @cached_property
    def holes(self) -> tuple[list[int], list[int]]:
        """Offsets at which words were lost, in each text."""
        first, second = (
            sorted(place for trace in traces for place in _places(text, trace))
            for text, traces in zip(self.texts, self.traces, strict=True)
        )
        return first, second

    @cached_property
    def captions(self) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
        """Offsets of the paragraphs that are picture captions, in each text."""
        first, second = (
            [p for p in paragraphs(text) if "Credit: " in text[slice(*p)]] for text in self.texts
        )
        return first, second

    @cached_property
    def quotations(self) -> tuple[list[str], list[str]]:
        """What stands between double quotation marks, in each text, in order; over paragraphs too."""
        first, second = (re.findall(r"“([^”]*)”", text) for text in self.texts)
        return first, second


def paragraphs(text: str) -> list[tuple[int, int]]:
    """Offsets of the runs of lines that hold anything."""
    return [match.span() for match in re.finditer(r"[^\n]+", text)]


def _places(text: str, trace: str) -> list[int]:
    bare = trace.replace(HOLE, "")
    assert text.count(bare) == 1, f"{bare!r} must stand in the text exactly once"
    before = trace.split(HOLE)[:-1]
    return [text.index(bare) + len("".join(before[: i + 1])) for i in range(len(before))]


SEEDS = Pair(
    name="seeds",
    folder=ROOT / "seeds",
    traces=(
        (
            "lunch in ▢, National",
            "once ▢‘s two",
            "overhaul” of ▢and said",
            "immigration in ▢.”",
            "slammed ▢‘s",
            "if ▢can’t",
            "since ▢signed",
            "be in ▢with",
            "centre in ▢with",
            "join the ▢.",
            "\n\n▢began formal",
            "hand the ▢a means",
            "\n\n▢and ▢are other",
        ),
        (),
    ),
    speakers=(
        (
            *(BARDELLA,) * 8,
            NOBODY,
            *(HOME_OFFICE,) * 7,
            NOBODY,
            STARMER,
            KOSOVO,
            STARMER,
        ),
        (*(BARDELLA,) * 6, STARMER, BOTH_LEADERS),
    ),
)

_PUBLISHED = Pair(
    name="originals",
    folder=ROOT.parent / "shared" / "seeds",
    traces=(
        (
            "in ▢, who",
            "after ▢‘s",
            "of ▢and would",
            "in ▢. And",
            "slammed ▢‘s",
            "if ▢can’t",
            "since ▢signed",
            "be in ▢with",
            "centre in ▢with",
            "joining the ▢.",
            "\n\n▢entered formal",
            "the ▢a way",
            "\n\n▢and ▢are among",
        ),
        (),
    ),
    speakers=(
        (
            *(BARDELLA,) * 5,
            NOBODY,
            HOME_OFFICE,
            NOBODY,
            STARMER,
            KOSOVO,
            STARMER,
        ),
        (*(BARDELLA,) * 6, STARMER, BOTH_LEADERS),
    ),
)
ORIGINALS: Pair | None = _PUBLISHED if any(_PUBLISHED.folder.glob("*.txt")) else None

needs_originals = pytest.mark.skipif(ORIGINALS is None, reason="the published pair is not here")
each_pair = pytest.mark.parametrize(
    "pair",
    [pytest.param(SEEDS, id="seeds"), pytest.param(_PUBLISHED, id="originals", marks=needs_originals)],
)
each_article = pytest.mark.parametrize("article", [TABLOID, REPORT], ids=["tabloid", "report"])
