"""Pages of texts without end: bounded in size, and they say what they leave out."""

from __future__ import annotations

import pandas as pd
import pytest

import tellings as tl
from hostile import make
from sides import Side
from tellings._pages import PAGES
from tellings.show import _links, _places
from tellings.show._evidence import places
from tellings.show._why import Why

LONG = 3_000
SHARED = " The harbour board will sell the old fish market to a builder of boats from the north this spring. "


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> tl.read.Reading:
    """Two articles that share a passage at the opening and one at the end, with a very long sentence between."""
    middle = "the board met and said “it was a good, fair and terrible plan” of 5 boats " * (LONG // 20)
    folder = tmp_path_factory.mktemp("long")
    for name, opening in (("heron", "Rain fell. "), ("finch", "Snow lay. ")):
        text = f"{opening}{SHARED.strip()}\n\n{middle}\n\n{opening}Later{SHARED}{make.CLOSING}"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return tl.read.all(tl.load(folder))


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that shows less of a text than these have."""
    monkeypatch.setattr(_links, "LONGEST", LONG)


def test_the_side_by_side_page_shows_the_beginning_and_says_so(reading: tl.read.Reading, short: None) -> None:
    html = tl.show.side_by_side(reading).html
    page = Side(html)
    for article in reading.corpus:
        text = reading.corpus.text(article)
        assert f"The page shows the first {LONG:,} of the {len(text):,} characters" in html
        words = "".join(said for id_, said in page.sentences.items() if id_.startswith(f"{article}-s"))
        assert text[:100] in words
        assert len(words) <= LONG
    assert "Of 2 very long texts it shows the beginning" in tl.show.side_opening(reading)[0].text


def test_no_link_leads_to_what_the_page_leaves_out(
    reading: tl.read.Reading, short: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(PAGES, "side-by-side")
    page = Side(tl.show.side_by_side(reading).html)
    assert {href[1:] for href in page.hrefs} <= set(page.ids)
    for name in ("quotes", "quantities", "people"):
        rows = tl.compare.voiced(reading, name)
        links = places(reading, rows, reader=name)
        assert ["href" in link for link in links] == (rows["start"] < LONG).tolist()
        aims = [link.split("#")[1].split('"')[0] for link in links if "href" in link]
        assert set(aims) <= set(page.ids)


def test_shorter_texts_are_whole_and_many_share_the_room(
    reading: tl.read.Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = {article: len(reading.corpus.text(article)) for article in reading.corpus}
    assert _links.reach(reading.corpus) == whole
    assert "The page shows the first" not in tl.show.side_by_side(reading).html
    monkeypatch.setattr(_links, "MOST", 8_000)
    assert sum(_links.reach(reading.corpus).values()) <= 8_000


def test_a_long_cell_is_shown_by_its_beginning_and_stands_whole_in_the_csv() -> None:
    long = "tax " * 50_000
    made = tl.show.table(pd.DataFrame({"text": [long]}), name="long", caption="Long")
    assert len(made.html) < 3_000
    assert "… (199,000 more characters)" in made.html
    assert long in made.csv


def test_a_long_sentence_explains_itself_by_its_first_words(reading: tl.read.Reading) -> None:
    tones = tl.compare.sentence_tone(reading)
    row = next(tones.loc[[(tones["end"] - tones["start"]).idxmax()]].itertuples())
    assert row.end - row.start > 8_000
    told = Why(reading).told(row)
    assert len(told) < 20_000
    assert f"… ({row.end - row.start - 1_000:,} more characters)" in told
    assert "more words with " in told


def test_a_span_without_end_is_marked_by_its_beginning() -> None:
    made = tl.show.in_context("a" * 9_000, 0, 9_000, within=(0, 9_000))
    assert made == f"<mark>{'a' * 1_000}… (8,000 more characters)</mark>"


def test_places_beyond_count_are_drawn_where_they_can_be_told_apart() -> None:
    found = pd.DataFrame(
        {"term": "tax", "outlet": "heron", "position": [at / 50_000 for at in range(50_000)]}
    )
    drawn = _places._told_apart(found)
    assert len(drawn) <= 1_001
    assert drawn["position"].tolist() == sorted(drawn["position"])
    assert _places._told_apart(found[:40]).equals(found[:40])
