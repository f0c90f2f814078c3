"""Words for numbers, so that sentences made from data read like sentences."""

from __future__ import annotations

import math
from collections.abc import Sequence

NEAR_ZERO = 0.005
_HUGE = 1e16  # beyond the whole numbers that a float tells apart
LONGEST = (
    1_000  # characters of a text that one place of a page shows; an article may be one sentence of a million
)


def shortened(text: str, most: int = LONGEST) -> str:
    """A text, or its beginning and how much is left out.

    >>> shortened("tall"), shortened("taller", 4)
    ('tall', 'tall… (2 more characters)')
    """
    return text if len(text) <= most else f"{text[:most]}… ({count(len(text) - most, 'more character')})"


def count(n: int, what: str, plural: str | None = None) -> str:
    """A number and its noun.

    >>> count(1, "article"), count(1200, "word"), count(0, "person", "people")
    ('1 article', '1,200 words', 'no people')
    """
    noun = what if n == 1 else plural or f"{what}s"
    return f"{n:,} {noun}" if n else f"no {noun}"


def listed(items: Sequence[str], *, quoted: bool = False) -> str:
    """Items as a sentence lists them.

    >>> listed(["a", "b", "c"]), listed(["tax"], quoted=True)
    ('a, b and c', '“tax”')
    """
    shown = [f"“{item}”" for item in items] if quoted else list(items)
    if len(shown) < 2:
        return "".join(shown)
    return f"{', '.join(shown[:-1])} and {shown[-1]}"


def figure(value: float) -> str:
    """A number as print has it: thousands parted, as many digits as tell, a minus that is one.

    >>> figure(2.4e6), figure(1 / 3), figure(13856.0), figure(-5), figure(1.1), figure(0.00012), figure(3.1e13)
    ('2,400,000', '0.33', '13,856', '−5', '1.1', '0.00012', '31,000,000,000,000')
    >>> figure(float("nan"))
    '–'
    """
    if not math.isfinite(value):
        return "–"
    if float(value).is_integer():
        shown = f"{value:,.0f}" if abs(value) < _HUGE else f"{value:.3g}"
    elif abs(value) >= 1:
        shown = f"{value:,.2f}".rstrip("0").rstrip(".")
    else:
        shown = f"{value:.2g}"
    return shown.replace("-", "−")


def signed(value: float) -> str:
    """A number with its sign, as print has it.

    >>> signed(-0.25), signed(0.1), signed(-0.001)
    ('−0.25', '+0.10', '0.00')
    """
    return "0.00" if abs(value) < NEAR_ZERO else f"{value:+.2f}".replace("-", "−")


def percent(share: float) -> str:
    """A share as a percentage without decimals.

    >>> percent(0.126)
    '13%'
    """
    return f"{share:.0%}"
