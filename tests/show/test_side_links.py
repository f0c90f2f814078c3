"""Rows of tables lead to the very mark, or to the sentence where there is none."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest

import tellings as tl
from corpora import reading
from sides import Side
from tellings.show._evidence import places
from tellings.show._side_spots import anchors, initials

TEXT = """“We shall close the harbour,” said Ann Lowe on Friday, “and the 12 boats must go.”

Ann Lowe then left for 3 weeks. Ben Rook stayed."""


@pytest.fixture
def found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tl.read.Reading:
    monkeypatch.setenv("TELLINGS_PAGES", "figures side-by-side")
    return reading(tmp_path, alpha=TEXT, beta="Ben Rook stayed with 3 boats.")


def hrefs(html: str) -> list[str]:
    return re.findall(r'href="side-by-side\.html#([^"]+)"', html)


def test_each_row_leads_to_its_own_mark(found: tl.read.Reading) -> None:
    ids = set(Side(tl.show.side_by_side(found).html).ids)
    tables = {
        "quote": tl.show.quotations(found), "number": tl.show.quantities(found), "frame": tl.show.cues_table(found),
    }  # fmt: skip
    for layer, made in tables.items():
        led = hrefs(made.html)
        assert set(led) <= ids
        assert layer == "frame" or any(f"-{layer}-" in href for href in led)
    assert len(set(hrefs(tables["number"].html))) == len(found.quantities)


def test_a_row_without_a_mark_leads_to_its_sentence(found: tl.read.Reading) -> None:
    rows = pd.DataFrame({"article": ["alpha"], "start": [5], "end": [6], "sentence": [0]})
    assert hrefs(str(places(found, rows)[0])) == ["alpha-s0"]


def test_a_joined_quotation_leads_to_its_first_piece(found: tl.read.Reading) -> None:
    joined = found.quotes[found.quotes["level"] == "joined"]
    piece = found.quotes[found.quotes["level"] == "piece"].iloc[0]
    assert len(joined) == 1
    assert anchors(found, joined, reader="quotes") == [f"alpha-quote-{piece.start}-{piece.end}"]


def test_its_own_kind_comes_first_where_marks_share_a_place(found: tl.read.Reading) -> None:
    place = found.people[["article", "start", "end"]].head(1)
    assert str(anchors(found, place, reader="people")[0]).startswith("alpha-person-")


def test_without_the_page_there_is_no_link(found: tl.read.Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("TELLINGS_PAGES")
    assert hrefs(tl.show.quotations(found).html) == []


def test_initials_stand_for_a_speaker() -> None:
    assert initials("Ann Lowe") == "AL"
    assert initials("police") == "P"
    assert initials("") == "?"
