"""Dates as newspapers and archives write them, to ``YYYY-MM-DD``, where they can be read in one way only."""

from __future__ import annotations

import datetime
import re

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_YEAR = r"(?P<year>(?:1[89]|20)\d\d)(?!\d)"
_DAY = r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_YEAR}[-/.](?P<month>\d{{1,2}})[-/.]{_DAY}(?!\d)",
        r"^(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?:T?\d{4,6}Z?)?$",
        rf"{_DAY}[ -](?:of )?{_MONTH},?[ -]{_YEAR}",
        rf"\b{_MONTH} {_DAY},? {_YEAR}",
    )
)
_SLASHED = re.compile(rf"(?<!\d)(?P<first>\d{{1,2}})[-/.](?P<second>\d{{1,2}})[-/.]{_YEAR}")
LONGEST = 64


def iso(given: str) -> str | None:
    """The date as ``YYYY-MM-DD``, without its time of day; None where it is no date, or could be two.

    >>> iso("Thu, 20 Nov 2025 18:04:00 GMT"), iso("November 3rd, 2025"), iso("20/11/2025"), iso("5/5/2025")
    ('2025-11-20', '2025-11-03', '2025-11-20', '2025-05-05')
    >>> print(iso("05/06/2025"), iso("last Tuesday"))
    None None
    """
    text = " ".join(given.split())
    if len(text) > LONGEST:
        return None
    for form in _FORMS:
        if found := form.search(text):
            month = found["month"].lower()
            number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
            return _date(int(found["year"]), number, int(found["day"]))
    slashed = _SLASHED.search(text)
    return _slashed(slashed) if slashed else None


def _slashed(found: re.Match[str]) -> str | None:
    """Day and month in figures: read only where one order is possible."""
    first, second, year = int(found["first"]), int(found["second"]), int(found["year"])
    readings = {_date(year, second, first), _date(year, first, second)} - {None}
    return readings.pop() if len(readings) == 1 else None


def _date(year: int, month: int, day: int) -> str | None:
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return None
