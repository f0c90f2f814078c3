"""Numbers in tables and sentences: as printed, with their bounds as written, and whose they are."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pandas as pd

from tellings import compare
from tellings.read._bounds import sign
from tellings.show._table import Format
from tellings.show._words import figure

if TYPE_CHECKING:
    from tellings.read import Reading

_OPENING = {"The", "A", "An", "Its", "His", "Her", "Their", "Our"}
AS_PRINTED: dict[str, Format] = {"value": figure, "to": figure}


def who(row: Any) -> str:
    """Who states a figure: the outlet, or whom it quotes; a quoted figure is not the outlet's own."""
    if isinstance(row.speaker, str):
        return f"{row.speaker[:1].upper()}{row.speaker[1:]}, in {row.outlet}, states"
    return f"Somebody quoted by {row.outlet} states" if row.voice == "quoted" else f"{row.outlet} states"


def as_written(row: Any) -> str:
    """A number with the words that bound it, before it or after it as they are: ``at least 30``, ``30 or more``."""
    if not isinstance(row.bound, str):
        return str(row.text)
    bound = row.bound.lower()
    after = bound.startswith(("or ", "and ", "plus", "- ", "odd", "ish", "+")) or bound == "-plus"
    return f"{row.text}{'' if bound == '+' else ' '}{bound}" if after else f"{bound} {row.text}"


def said_by(row: Any) -> str:
    """In brackets, who says a number that the outlet quotes or reports."""
    return f" (according to {_within(row.speaker)})" if isinstance(row.speaker, str) else ""


def _within(speaker: str) -> str:
    """A speaker within a sentence: ``The operator`` loses its capital, a name keeps it."""
    first, _, rest = speaker.partition(" ")
    return f"{first.lower()} {rest}" if first in _OPENING and rest else speaker


def ranges(reading: Reading) -> pd.DataFrame:
    """The ranges of the prose, captions apart."""
    rows = compare.voiced(reading, "ranges")
    return rows[rows["voice"].isin(["outlet", "quoted"])]


def with_signs(rows: pd.DataFrame) -> pd.DataFrame:
    """Quantities with the sign of their bound as written: ``≥`` of ``at least``, ``>`` of ``more than``, ``up``."""
    told = zip(rows["change"], rows["bound"], strict=True)
    signs = [change if change in ("up", "down") else sign(change, bound) for change, bound in told]
    return rows.assign(sign=pd.Series(signs, index=rows.index, dtype="str"))
