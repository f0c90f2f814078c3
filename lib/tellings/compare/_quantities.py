"""Numbers across outlets: the same value and unit, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from tellings.compare._voice import voiced

if TYPE_CHECKING:
    from tellings.read import Reading


def stated(reading: Reading) -> pd.DataFrame:
    """The quantities of the prose, captions apart, without the ``one`` of ``one of the boats``, which counts nothing.

    Returns the rows of ``reading.quantities`` concerned, with ``outlet``, ``sentence`` and ``voice``.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.compare.stated(reading)["outlet"].nunique()
    2
    """
    found = voiced(reading, "quantities")
    return found[found["voice"].isin(["outlet", "quoted"]) & (found["kind"] != "member")]


def shared_quantities(reading: Reading) -> pd.DataFrame:
    """Quantities that more than one article states with the same value and unit.

    That they count the same thing is not checked: the sentences beside them are for the reader to compare.
    Captions do not count.

    Returns the rows of ``reading.quantities`` concerned, with ``outlet``, ``sentence`` and ``voice``, sorted by
    unit, value and article.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.compare.shared_quantities(reading).columns[:3].tolist()
    ['article', 'start', 'end']
    """
    found = stated(reading)
    where = found.groupby(["value", "unit"], dropna=False)["article"].transform("nunique")
    return (
        found[where > 1]
        .sort_values(["unit", "value", "article", "start"], kind="stable")
        .reset_index(drop=True)
    )
