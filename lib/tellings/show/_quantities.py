"""Quantities, dates, the ledger and the audit, on the page on public figures and numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd

from tellings import compare
from tellings.show._evidence import found
from tellings.show._numbers import AS_PRINTED, ranges, with_signs
from tellings.show._publish import Published
from tellings.show._table import table

if TYPE_CHECKING:
    from tellings.read import Reading

QUANTITY = {
    "value": "Value",
    "unit": "Unit",
    "sign": "Bound or change",
    "bound": "In words",
    "counted": "Of what",
    "voice": "Voice",
}


def quantities(reading: Reading) -> Published:
    """Every quantity in its sentence.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.quantities(reading).name
    'quantities'
    """
    return found(
        reading,
        "quantities",
        rows=with_signs(compare.stated(reading)),
        caption="Quantities, each in its sentence",
        columns=QUANTITY,
        formats=AS_PRINTED,
    )


def ranges_table(reading: Reading) -> Published:
    """Every quantity told by two ends (``between 5 and 7 per cent``, ``dozens of people``), in its sentence.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.ranges_table(reading).name
    'ranges'
    """
    columns = {"value": "From", "to": "To", **{key: name for key, name in QUANTITY.items() if key != "value"}}
    return found(reading, "ranges", rows=with_signs(ranges(reading)), columns=columns, formats=AS_PRINTED,
                 caption="Quantities told by two ends, each in its sentence")  # fmt: skip


def shared_quantities(reading: Reading) -> Published:
    """Quantities of the same value and unit in several articles.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.shared_quantities(reading).name
    'shared-quantities'
    """
    return found(reading, "quantities", rows=with_signs(compare.shared_quantities(reading)), published="shared-quantities",
                 caption="The same value and unit in more than one article", columns=QUANTITY, formats=AS_PRINTED)  # fmt: skip


def dates(reading: Reading) -> Published:
    """Every date in its sentence.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.dates(reading).rows == len(reading.dates)
    True
    """
    return found(
        reading,
        "dates",
        rows=compare.dates(reading),
        caption="Dates, each in its sentence",
        columns={"text": "As written", "kind": "Kind", "resolved": "ISO 8601", "how": "Resolved by"},
    )


LEDGER = {
    "about": "What is counted",
    "verdict": "Verdict",
    "text": "Number",
    "sign": "Bound",
    "voice": "Voice",
    "speaker": "Who says so",
}
AUDIT = {
    "text": "Stated",
    "check": "Check",
    "verdict": "Verdict",
    "arithmetic": "Arithmetic",
    "speaker": "Who says so",
    "tried": "Tried",
}


def ledger_table(reading: Reading, ledger: pd.DataFrame | None = None) -> Published:
    """What each outlet states on the same thing, and who is silent; ``ledger`` where it is made already.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.ledger_table(reading).name
    'ledger'
    """
    wide = compare.ledger_by_outlet(reading, compare.ledger(reading) if ledger is None else ledger)
    columns = {
        "about": "What is counted",
        "verdict": "Verdict",
        **{outlet: outlet for outlet in reading.corpus.outlets[:8]},
    }
    return table(wide, name="ledger", caption="The same quantity, outlet by outlet", columns=columns)


def ledger_places(reading: Reading, ledger: pd.DataFrame | None = None) -> Published:
    """Every mention behind the ledger, in its sentence; ``ledger`` where it is made already.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.ledger_places(reading).name
    'ledger-places'
    """
    rows = with_signs(compare.ledger(reading) if ledger is None else ledger)
    return found(reading, "quantities", rows=rows, published="ledger-places", caption="Where the ledger's numbers stand",
                 columns=LEDGER)  # fmt: skip


def audit_table(reading: Reading) -> Published:
    """Every number that other stated numbers determine, recomputed.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.audit_table(reading).name
    'audit'
    """
    return found(reading, "quantities", rows=compare.audit(reading), published="audit", columns=AUDIT,
                 caption="Figures recomputed from the figures beside them")  # fmt: skip
