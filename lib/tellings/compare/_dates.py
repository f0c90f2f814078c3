"""Dates resolved: days told without a year, weekdays and ``yesterday``, by the date of their article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import pandas as pd

from tellings.compare._voice import voiced
from tellings.read._dates import MONTHS

if TYPE_CHECKING:
    from tellings.read import Reading

_WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "overnight": 0, "tomorrow": 1}
_AHEAD = re.compile(r"\b(?:next|on the coming|this coming|will|due|until|by|from)\s(?:\w+\s){0,4}$")
_LEAD = 60  # characters before a weekday in which a word may point ahead


def dates(reading: Reading) -> pd.DataFrame:
    """The dates of the articles, those that lean on the day of writing resolved by the article's date.

    Returns the rows of ``reading.dates`` with ``outlet, sentence, voice``; ``resolved``, the ISO 8601 form with the
    year filled in, missing where there is nothing to resolve it by; and ``how``: ``as written`` (the words tell it
    all), ``weekday before`` or ``weekday after`` the article's date (the article's own day counts as before),
    ``nearest year``, or ``day of the article`` (``yesterday``, ``last year``). The article's date is metadata; an
    article without one has only what is ``as written``. News tells of the past: a weekday is the last one, except
    where words that point ahead (``next``, ``will``, ``due``) stand before it. A nearest year can err in stories
    of anniversaries, and a weekday in one held over from an earlier week.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.compare.dates(reading).columns[:3].tolist()
    ['article', 'start', 'end']
    """
    found = voiced(reading, "dates")
    published = reading.corpus.articles.set_index("article")["date"]
    told = [
        _resolved(row, _day(published.get(row["article"])), reading.corpus.text(row["article"]))
        for row in found.to_dict("records")
    ]
    return found.assign(
        resolved=pd.Series([one[0] for one in told], index=found.index, dtype="str"),
        how=pd.Series([one[1] for one in told], index=found.index, dtype="str"),
    )


def _day(published: Any) -> date | None:
    """The day of an article's date, if it has one."""
    day = (
        pd.to_datetime(str(published), errors="coerce", utc=True, format="ISO8601")
        if pd.notna(published)
        else pd.NaT
    )
    return None if pd.isna(day) else day.date()


def _resolved(row: Mapping[Any, Any], day: date | None, text: str) -> tuple[str | None, str | None]:
    iso = row["iso"] if isinstance(row["iso"], str) else None
    if iso is not None and not iso.startswith("--"):
        return iso, "as written"
    if day is None:
        return None, None
    if iso is not None:
        return _with_year(iso, day), "nearest year"
    start = int(str(row["start"]))
    said = str(row["text"]).lower()
    if row["kind"] == "weekday":
        return _weekday(said, day, text[max(0, start - _LEAD) : start].lower())
    if row["kind"] == "relative":
        return _relative(said, day)
    return None, None


def _with_year(iso: str, day: date) -> str | None:
    """``--03-13`` or ``--03`` in the year that brings it nearest to a day."""
    month, *rest = (int(part) for part in iso[2:].split("-"))
    choices = []
    for year in (day.year - 1, day.year, day.year + 1):
        try:
            choices.append((abs((date(year, month, rest[0] if rest else 15) - day).days), year))
        except ValueError:  # 29 February in another year
            continue
    return f"{min(choices)[1]}{iso[1:]}" if choices else None


def _weekday(said: str, day: date, lead: str) -> tuple[str | None, str | None]:
    """The last such weekday, or the next where the words before it point ahead; none for ``Mondays``."""
    if said not in _WEEK:
        return None, None
    back = (day.weekday() - _WEEK.index(said)) % 7
    if _AHEAD.search(lead):
        return (day + timedelta(days=7 - back)).isoformat(), "weekday after"
    return (day - timedelta(days=back)).isoformat(), "weekday before"


def _relative(said: str, day: date) -> tuple[str | None, str | None]:
    """``yesterday``, ``last year``, ``next month``; ``last week`` has no day and is left open."""
    how = "day of the article"
    if said in _DAYS:
        return (day + timedelta(days=_DAYS[said])).isoformat(), how
    which, _, what = said.replace("’s", "").replace("'s", "").partition(" ")
    step = {"last": -1, "previous": -1, "this": 0, "next": 1}.get(which)
    if step is None:
        return None, None
    if what == "year":
        return str(day.year + step), how
    if what == "month":
        months = day.year * 12 + day.month - 1 + step
        return f"{months // 12}-{months % 12 + 1:02d}", how
    if what in MONTHS:
        month = MONTHS.index(what) + 1
        later = month > day.month if step < 0 else month <= day.month and step > 0
        return f"{day.year + (step if later else 0)}-{month:02d}", how
    return (_weekday(what, day, "next " if step > 0 else ""))[0], how if what in _WEEK else None
