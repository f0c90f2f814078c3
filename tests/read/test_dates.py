"""Dates: their spans, kinds and ISO forms."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from tellings import read

SHARED = Path(__file__).resolve().parents[3] / "shared" / "seeds"


def told(text: str) -> list[tuple[str, str, str | None]]:
    found = read.dates(text)
    iso = [None if pd.isna(form) else form for form in found["iso"]]
    return list(zip(found["text"], found["kind"], iso, strict=True))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 9 May 2021 it rained.", [("9 May 2021", "date", "2021-05-09")]),
        ("On the 23rd of June it rained.", [("23rd of June", "date", "--06-23")]),
        ("Since Oct. 31, 2019 it rained.", [("Oct. 31, 2019", "date", "2019-10-31")]),
        ("From Sept. 20-24 it rained.", [("Sept. 20-24", "date", "--09-20")]),
        ("In April it rained.", [("April", "month", "--04")]),
        ("In July 2020 it rained.", [("July 2020", "month", "2020-07")]),
        ("It may rain. May we go? In May we will.", [("May", "month", "--05")]),
        ("In 1984 it rained.", [("1984", "year", "1984")]),
        ("In 1215 it rained.", [("1215", "year", "1215")]),
        ("The 2018-19 season.", [("2018-19", "year", "2018/2019")]),
        ("Since the 1990s, or the '80s.", [("1990s", "decade", "199X"), ("'80s", "decade", None)]),
        ("On Monday at 9.30am.", [("Monday", "weekday", None), ("9.30am", "time", "T09:30")]),
        (
            "Last month, yesterday and two years ago.",
            [("Last month", "relative", None), ("yesterday", "relative", None), ("two years ago", "relative", None)],
        ),
        ("On 4/7/2019 and 2019-07-04.", [("4/7/2019", "date", None), ("2019-07-04", "date", "2019-07-04")]),
    ],
)  # fmt: skip
def test_dates(text: str, expected: list[tuple[str, str, str | None]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    ["More than 2000 people came.", "It cost $1999.", "They sold 1500 tickets.", "2,019 votes", "The last five.", ""],
)  # fmt: skip
def test_numbers_that_date_nothing(text: str) -> None:
    assert told(text) == []


def test_dates_of_the_long_original() -> None:
    path = SHARED / "000_1494e3d9e1e90c1f.txt"
    if not path.exists():
        pytest.skip("the original is not here")
    assert [row[:2] for row in told(path.read_text(encoding="utf-8"))] == [
        ("2022", "year"),
        ("April", "month"),
        ("last month", "relative"),
    ]


@pytest.mark.parametrize(
    ("clock", "iso"),
    [
        ("4.20am", "T04:20"), ("4.20 p.m.", "T16:20"), ("12pm", "T12"), ("12am", "T00"), ("04:20", "T04:20"),
        ("9.30 GMT", "T09:30Z"), ("14:05 BST", "T14:05+01:00"), ("four o'clock", None), ("4 o'clock", None),
    ],
)  # fmt: skip
def test_clock_times(clock: str, iso: str | None) -> None:
    found = read.dates(f"The bell rang at {clock} sharp.")
    assert [value for value in found["iso"] if pd.notna(value)] == ([iso] if iso else [])
