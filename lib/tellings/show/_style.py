"""One style for every figure: colours that the page may change, shapes that need none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

import matplotlib as mpl

# Ink, grid and outlets are drawn in colours that nothing else uses; the page's style sheet may then set its
# own for light, dark and print (`--tl-ink` …). Where there is no style sheet the fallback shows.
INK, FAINT, PAPER = "#191b1f", "#b9bdc6", "#fdfdfc"
VARIABLES = {INK: "currentColor", FAINT: f"var(--tl-faint, {FAINT})", PAPER: f"var(--tl-paper, {PAPER})"}


class Mark(NamedTuple):
    """How an outlet is drawn wherever it appears: a colour and a marker."""

    colour: str
    marker: str


# Okabe & Ito (2008), darkened or lightened until each stands out from white and from near-black alike.
PALETTE = (
    Mark("#2a7ab8", "o"),
    Mark("#c45a11", "s"),
    Mark("#148a68", "^"),
    Mark("#a8569b", "D"),
    Mark("#8a7a10", "v"),
    Mark("#4f8fa8", "P"),
    Mark("#b8453f", "X"),
    Mark("#74777d", "h"),
)

# The same markers as outlines in a box of ten by ten, for the page's own markup.
OUTLINES = {
    "o": "M5 1a4 4 0 1 0 .01 0z", "s": "M1.5 1.5h7v7h-7z", "^": "M5 1l4.3 8H.7z", "D": "M5 .5L9.5 5 5 9.5.5 5z",
    "v": "M5 9L.7 1h8.6z", "P": "M3.3 1h3.4v2.3H9v3.4H6.7V9H3.3V6.7H1V3.3h2.3z",
    "X": "M1 2.8L2.8 1 5 3.2 7.2 1 9 2.8 6.8 5 9 7.2 7.2 9 5 6.8 2.8 9 1 7.2 3.2 5z", "h": "M5 .8l3.8 2.1v4.2L5 9.2 1.2 7.1V2.9z",
}  # fmt: skip


def marks(outlets: Sequence[str]) -> dict[str, Mark]:
    """The colour and marker of each outlet: by its place in the corpus, so the same on every page.

    From the ninth outlet on colours come again, each with another marker: 64 outlets are apart.

    >>> marks(["Lantern", "Courier"])["Courier"].marker
    's'
    """
    n = len(PALETTE)
    return {
        outlet: Mark(PALETTE[place % n].colour, PALETTE[(place + place // n) % n].marker)
        for place, outlet in enumerate(outlets)
    }


RC: Any = {
    "svg.fonttype": "none",
    "svg.hashsalt": "tellings",
    "font.family": "sans-serif",
    "font.size": 11,
    "text.color": INK,
    "text.parse_math": False,  # a dollar sign in an outlet's name is a dollar sign
    "axes.edgecolor": FAINT,
    "axes.labelcolor": INK,
    "axes.facecolor": "none",
    "axes.grid": True,
    "axes.grid.axis": "x",
    "axes.axisbelow": True,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "axes.titlelocation": "left",
    "axes.titlesize": 11,
    "axes.titleweight": "bold",
    "figure.facecolor": "none",
    "figure.constrained_layout.use": True,
    "grid.color": FAINT,
    "grid.linewidth": 0.6,
    "legend.frameon": False,
    "lines.linewidth": 1.8,
    "xtick.color": FAINT,
    "xtick.labelcolor": INK,
    "ytick.color": FAINT,
    "ytick.labelcolor": INK,
    "ytick.left": False,
}


@contextmanager
def style() -> Iterator[None]:
    """Draw in the kit's style and leave the user's own settings as they were."""
    with mpl.rc_context(RC):
        yield
