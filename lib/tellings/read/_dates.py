"""Dates: when things happen, so that a year is never taken for a number of things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pandas as pd

from tellings.read import _lexemes, _units
from tellings.read._document import Document
from tellings.read._figure_words import listed
from tellings.read._lexemes import Lexemes
from tellings.read._rows import table

MONTHS = ("january", "february", "march", "april", "may", "june",
          "july", "august", "september", "october", "november", "december")  # fmt: skip
WEEKDAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?)"
)
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?(?![\w:%]|[.,]\d)"
_TO = rf"\s?(?:-|–|to|and)\s?{_DAY}"
_YEAR = r"(?:1[1-9]\d\d|20\d\d)(?![\w%]|[.,]\d)"
# Units that in the singular follow a year: "the 2018 season".
_SINGLE = {"season", "quarter", "day", "week", "month", "year", "m"}
_NEAR = {"last", "this", "next", "previous", "past", "coming", "following"}
_AGO = {"ago", "earlier", "later"}
_DEICTIC = {"yesterday", "today", "tonight", "tomorrow", "overnight"}


@cache
def _periods() -> frozenset[str]:
    """What ``last`` and ``next`` tell a time of."""
    return listed("periods") | WEEKDAYS | set(MONTHS)


@cache
def _when() -> frozenset[str]:
    """Words right before a number that dates something."""
    return listed("date_what_follows") | set(MONTHS)


@cache
def _named_by() -> frozenset[str]:
    """Words one of which a date without figures begins with, or tells it from the day of writing; and years."""
    days = (f"{day}s" for day in WEEKDAYS)
    return frozenset({*MONTHS, *WEEKDAYS, *days, *_DEICTIC, *_NEAR, *_AGO, _lexemes.NUMBER})


class Date(NamedTuple):
    """A date: its kind, and its ISO 8601 form where the words alone tell it."""

    start: int
    end: int
    kind: str
    iso: str | None


# Where dates with figures can begin: where a month's name does, and where figures do, their apostrophe with them.
_MONTH_STARTS = re.compile(r"[JFMASOND](?:an|eb|ar|pr|ay|u[nlg]|ep|ct|ov|ec)")
_FIGURES = re.compile(r"\d+")
# From the beginning of a month's name to its figures: ``September the 9``, ``September, of 1999``.
_MONTH_REACH = 14
# What the figures of a date go on with: all that the patterns below ask for at least.
_GOES_ON = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)?(?:\s?(?:-|–|to|and)\s?\d{1,2}(?:st|nd|rd|th)?)?(?:\s|-|\sof\s)[JFMASOND]"
    r"|\d{4}-\d|\d{1,2}[/.:]\d|['’]?\d{1,3}0s|\d{1,2}\s?[aApPoGB]"
)


@cache
def _patterns() -> list[tuple[str, re.Pattern[str]]]:
    """Calendar dates by how they are written; each is bounded, so each place is looked at once."""
    clock = r"(?P<hour>[01]?\d|2[0-3])"
    return [
        ("date", re.compile(rf"\b(?P<day>{_DAY})(?:{_TO})?(?:\s|-|\sof\s)(?P<month>{_MONTH})"
                            rf"(?:,?\s(?P<year>{_YEAR}))?(?!\w)")),
        ("date", re.compile(rf"\b(?P<month>{_MONTH})\s?(?:the\s)?(?P<day>{_DAY})(?:{_TO})?(?:,?\s(?P<year>{_YEAR}))?")),
        ("month", re.compile(rf"\b(?P<month>{_MONTH}),?\s(?:of\s)?(?P<year>{_YEAR})")),
        ("date", re.compile(r"(?<![\w/-])(?P<iso>(?:1[1-9]|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?!\w)")),
        ("date", re.compile(r"(?<![\w/.])\d{1,2}([/.])\d{1,2}\1(?:\d{4}|\d{2})(?![\w/]|\.\d)")),
        ("decade", re.compile(r"\b(?P<decade>(?:1[1-9]|20)\d)0s\b|(?<!\w)['’]?[1-9]0s\b")),
        ("time", re.compile(rf"\b{clock}(?:[:.](?P<minute>[0-5]\d))?\s?"
                            r"(?:(?P<half>[aApP]\.[mM]\.|(?:[ap]m|[AP]M)\b)|(?P<zone>o['’]clock|GMT|BST)\b)")),
        ("time", re.compile(rf"(?<![\d:.]){clock}:(?P<minute>[0-5]\d)(?![\d:])")),
    ]  # fmt: skip


_NUMBERS = {name[:3]: number for number, name in enumerate(MONTHS, start=1)}


def _iso(match: re.Match[str]) -> str | None:
    """The ISO form of what a pattern found; ``--10-31`` is a day of a year not named, ``199X`` a decade."""
    part = match.groupdict()
    if part.get("iso"):
        return part["iso"]
    if part.get("hour"):
        return _clock(part)
    if part.get("decade"):
        return f"{part['decade']}X"
    if not part.get("month"):
        return None
    year, month = part.get("year") or "-", _NUMBERS[part["month"][:3].lower()]
    day = re.match(r"\d+", part.get("day") or "")
    return f"{year}-{month:02d}" + (f"-{int(day.group()):02d}" if day else "")


def _clock(part: dict[str, str | None]) -> str | None:
    """A time of day: ``T04:20``, ``T16``, ``T09:00Z``; none for ``four o'clock``, which is told of two hours."""
    half, zone = (part.get("half") or "").lower().replace(".", ""), (part.get("zone") or "").upper()
    hour = int(part["hour"] or 0)
    if "CLOCK" in zone or (half and not 0 < hour <= 12 and half == "am"):
        return None
    if half and hour <= 12:
        hour = hour % 12 + 12 * (half == "pm")
    minute = f":{part['minute']}" if part.get("minute") else ""
    return f"T{hour:02d}{minute}" + {"GMT": "Z", "BST": "+01:00"}.get(zone, "")


def _written(text: str, words: Lexemes, places: list[int]) -> Iterator[Date]:
    """Dates that figures are part of: those of the numbers among these places."""
    found = _figures(words, places)
    figures = [place for place in _with_apostrophes(text, found) if _GOES_ON.match(text, place)]
    months = _months(text, found)
    for kind, pattern in _patterns():
        end = 0
        for place in months if pattern.pattern.startswith(r"\b(?P<month>") else figures:
            match = pattern.match(text, place) if place >= end else None
            if match:
                end = match.end()
                yield Date(match.start(), end, kind, _iso(match))


def _figures(words: Lexemes, places: list[int]) -> list[int]:
    """Where figures begin: those of one number are several where it has a comma or a point (``1,200``)."""
    found: list[int] = []
    for place in places:
        if words[place].number:
            start, text = words.start(place), words[place].text
            found += [start] if text.isdecimal() else [start + at.start() for at in _FIGURES.finditer(text)]
    return found


def _months(text: str, figures: list[int]) -> list[int]:
    """Where a month's name may begin from which a date reaches to its figures."""
    months: dict[int, None] = {}
    for place in figures:
        near = _MONTH_STARTS.finditer(text, max(0, place - _MONTH_REACH), place)
        months.update(dict.fromkeys(match.start() for match in near))
    return list(months)


def _with_apostrophes(text: str, figures: list[int]) -> Iterator[int]:
    """The places of figures, and those of the apostrophes before them."""
    for place in figures:
        if place and text[place - 1] in "'’":
            yield place - 1
        yield place


def _named(words: Lexemes, places: list[int]) -> Iterator[Date]:
    """Months and weekdays by name, years in figures, and dates told from the day of writing."""
    for place in places:
        word = words[place]
        low = word.low
        if word.number:
            if is_year(words, place):
                yield _year(words, place)
        elif low in MONTHS and word.capital and _is_month(words, place):
            yield Date(words.start(place), words.end(place), "month", f"--{MONTHS.index(low) + 1:02d}")
        elif word.capital and low.removesuffix("s") in WEEKDAYS:
            yield Date(words.start(place), words.end(place), "weekday", None)
        elif low in _DEICTIC:
            yield Date(words.start(place), words.end(place), "relative", None)
        elif low in _NEAR and words.low(place + 1).removesuffix("’s").removesuffix("'s") in _periods():
            yield Date(words.start(place), words.end(place + 1), "relative", None)
    yield from _ago(words, [place for place in places if words[place].low in _AGO])


def _is_month(words: Lexemes, place: int) -> bool:
    """Whether a capitalised month is one: May and March open sentences as other words, and are names."""
    if words[place].low not in {"may", "march"}:
        return True
    return words.low(place - 1) in _when() | _NEAR | {"every", "each"} and not words.opens(place)


def is_year(words: Lexemes, place: int) -> bool:
    """Whether a number stands for a year."""
    word = words.at(place)
    if not (word.number and word.text.isdigit() and len(word.text) == 4 and 1100 <= int(word.text) <= 2199):
        return False
    before, after = words.at(place - 1), words.at(place + 1)
    if (
        before.low in {"$", "£", "€", "¥", "#", "."}
        or (before.word and word.glued)
        or before.low in listed("count_what_follows")
    ):
        return False
    if before.text == "-" and word.glued and words.at(place - 2).number:
        return False
    fused = after.capital and len(after.text) > 3  # a caption's end run into its credit
    if after.glued and ((after.word and not fused) or after.text in "%°€£$"):
        return False
    if _units.at(words, place + 1) and after.low not in _SINGLE:
        return False
    recent = 1900 <= int(word.text) <= 2100 and (int(word.text) % 100 or int(word.text) in {1900, 2000, 2100})
    return bool(recent) or (before.low in _when() and not _noun_follows(words, place + 1))


def _noun_follows(words: Lexemes, place: int) -> bool:
    following = words.at(place)
    return (
        following.word
        and not following.capital
        and following.low.endswith("s")
        and following.low not in {"was", "is", "has", "s"}
    )


def _year(words: Lexemes, place: int) -> Date:
    """A year, with the one it reaches to: ``2018-19``."""
    word, until = words[place], words.at(place + 2)
    start = words.start(place)
    if words.low(place + 1) in {"-", "–", "/"} and until.number and until.glued and len(until.text) in {2, 4}:
        iso = f"{word.text}/{word.text[: 4 - len(until.text)]}{until.text}"
        return Date(start, words.end(place + 2), "year", iso)
    return Date(start, words.end(place), "year", word.text)


def _ago(words: Lexemes, places: list[int]) -> Iterator[Date]:
    """``two years ago``, ``a week earlier``: the words back to the number."""
    periods = _periods() | {"day"}
    for place in places:
        if words.low(place - 1).removesuffix("s") in periods:
            first = words.at(place - 2, like=place)
            if (
                first.number
                or first.low in {"a", "an", "few", "several"}
                or first.low in listed("small_numbers")
            ):
                yield Date(words.start(place - 2), words.end(place), "relative", None)


def find(document: Document) -> list[Date]:
    """The dates of a document, the longest where several overlap."""
    words = document(_lexemes.find)
    places = words.places(_named_by())
    found = [*_written(document.text, words, places), *_named(words, places)]
    kept: list[Date] = []
    for date in sorted(found, key=lambda date: (date.start, -date.end)):
        if not kept or date.start >= kept[-1].end:
            kept.append(date)
    return kept


def dates(text: str) -> pd.DataFrame:
    """The dates of a text: days, months, years, decades, weekdays, times of day, and ``last month``.

    Returns a DataFrame with a row a date, in the order of the text: ``start``, ``end``, ``text``; ``kind``, one
    of ``date``, ``month``, ``year``, ``decade``, ``weekday``, ``time``, ``relative``; ``iso``, its ISO 8601
    form where the words alone tell it, else missing. Of a day without a year ``iso`` is ``--10-31``, of a month
    ``--04``; a decade is ``199X`` and a span of years ``2018/2019``, as in the extended format of the Library of
    Congress (2019). A time of day is ``T04:20``, with ``Z`` for GMT and ``+01:00`` for BST.
    Days in figures alone (``4/7/2019``) have no ISO form: newsrooms write them in two orders.

    >>> dates("In April 2019, last month and on 9 May.")[["text", "kind", "iso"]].values.tolist()
    [['April 2019', 'month', '2019-04'], ['last month', 'relative', nan], ['9 May', 'date', '--05-09']]
    """
    return table(text, Document(text)(find), Date)
