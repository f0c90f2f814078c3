"""Dates that can be read in one way are read, others are not."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tellings.corpus._dates import iso


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)), st.sampled_from(
    ["%Y-%m-%d", "%Y-%m-%dT%H:%M:%SZ", "%Y%m%d", "%d %B %Y", "%B %d, %Y", "%a, %d %b %Y 09:30:00 +0000", "%Y/%m/%d",
     "%A %d %B %Y", "Published: %d %b %Y", "%b. %d, %Y"]))  # fmt: skip
def test_usual_forms_come_back_as_their_date(date: datetime.date, form: str) -> None:
    moment = datetime.datetime.combine(date, datetime.time(8, 30))
    assert iso(moment.strftime(form)) == date.isoformat()


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2099, 12, 31)), st.booleans())
def test_figures_are_read_only_where_one_order_is_possible(date: datetime.date, day_first: bool) -> None:
    written = date.strftime("%d/%m/%Y" if day_first else "%m/%d/%Y")
    assert iso(written) == (date.isoformat() if date.day > 12 or date.day == date.month else None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "2025",
        "November 2025",
        "31 February 2025",
        "2025-13-01",
        "99/99/2025",
        "12:30",
        "x" * 9_999,
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert iso(text) is None


@given(st.text())
def test_any_text_is_a_date_or_none(text: str) -> None:
    found = iso(text)
    assert found is None or datetime.date.fromisoformat(found)
