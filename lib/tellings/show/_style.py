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


def marks(outlets: Sequence[str]) -> dict[str, Mark]:
    """The colour and marker of each outlet: by its place in the corpus, so the same on every page.

    >>> marks(["Lantern", "Courier"])["Courier"].marker
    's'
    """
    return {outlet: PALETTE[place % len(PALETTE)] for place, outlet in enumerate(outlets)}


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
