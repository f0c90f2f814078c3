"""Dates resolved by the date of their article."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import tellings as tl


def resolved(folder: Path, text: str, day: str = "2026-03-14") -> list[tuple[str, str | None, str | None]]:
    (folder / "a.txt").write_text(text, encoding="utf-8")
    (folder / "metadata.csv").write_text(f"file,outlet,date\na.txt,A,{day}\n", encoding="utf-8")
    found = tl.compare.dates(tl.read.all(tl.load(str(folder))))
    return [
        (row.text, None if pd.isna(row.resolved) else row.resolved, None if pd.isna(row.how) else row.how)
        for row in found.itertuples()
    ]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("It sank on Friday.", ("Friday", "2026-03-13", "weekday before")),
        ("It sank on Saturday.", ("Saturday", "2026-03-14", "weekday before")),
        ("The hearing will open on Monday.", ("Monday", "2026-03-16", "weekday after")),
        ("It sank on 13 March.", ("13 March", "2026-03-13", "nearest year")),
        ("It sank on 28 December.", ("28 December", "2025-12-28", "nearest year")),
        ("It sank in April.", ("April", "2026-04", "nearest year")),
        ("It sank on 13 March 2019.", ("13 March 2019", "2019-03-13", "as written")),
        ("It sank yesterday.", ("yesterday", "2026-03-13", "day of the article")),
        ("It sank last year.", ("last year", "2025", "day of the article")),
        ("It sank last month.", ("last month", "2026-02", "day of the article")),
        ("It sank last week.", ("last week", None, None)),
        ("It sank at 4.20am.", ("4.20am", "T04:20", "as written")),
    ],
)  # fmt: skip
def test_by_the_date_of_the_article(
    tmp_path: Path, text: str, row: tuple[str, str | None, str | None]
) -> None:
    assert resolved(tmp_path, text) == [row]


def test_without_a_date_nothing_is_guessed(tmp_path: Path) -> None:
    assert resolved(tmp_path, "It sank on Friday, 13 March.", day="") == [
        ("Friday", None, None),
        ("13 March", None, None),
    ]


def test_no_dates_give_an_empty_table(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("It sank.", encoding="utf-8")
    found = tl.compare.dates(tl.read.all(tl.load(str(tmp_path))))
    assert found.empty
    assert {"resolved", "how", "iso"} <= set(found.columns)
