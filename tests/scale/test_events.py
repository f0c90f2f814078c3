"""Events, the sample, and a corpus opened whole or by sample."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pandas as pd
import pytest
from tests.benchmarks.corpus import articles, write

import tellings as tl
from tellings.errors import ParameterError
from tellings.scale._contrasts._groups import Groups
from tellings.scale._contrasts._open import exceeds
from tellings.scale._contrasts._sample import months

MADE = 40


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Forty made articles of some fifteen events; the number before the hyphen of a file's name is its event."""
    path = tmp_path_factory.mktemp("events") / "made.parquet"
    write(articles(MADE), path, form="parquet")
    return path


@pytest.fixture(scope="module")
def opened(source: Path) -> tl.scale.Opened:
    """The same, of which a page lists twelve."""
    return tl.scale.open(source, store=source.parent / "store", sample=12, seed=3)


def _true(article: str) -> str:
    return article.split("-")[0]


def test_events_are_those_that_the_articles_were_made_of(opened: tl.scale.Opened) -> None:
    ids = [event.split(" ") for event in opened.events["ids"]]
    made = pd.Series([_true(article) for article in opened.articles["article"]]).value_counts()
    several = {event for event, n in made.items() if n > 1}
    pairs = [(_true(one), _true(two)) for event in ids for one, two in combinations(event, 2)]
    assert sum(one == two for one, two in pairs) >= 0.8 * len(pairs)
    found = {_true(event[0]) for event in ids}
    assert len(found & several) >= 0.8 * len(several)


def test_the_event_of_most_outlets_comes_first(opened: tl.scale.Opened) -> None:
    events = opened.events
    assert events["event"].tolist() == list(range(1, len(events) + 1))
    assert events["outlets"].is_monotonic_decreasing
    assert (events["articles"] >= events["outlets"]).all()
    assert (events["outlets"] > 1).all()


def test_a_far_date_parts_an_event(tmp_path: Path) -> None:
    text = "Ann Lee of the Marlow Trust said on Monday that the old bridge of the town would be closed for repairs."
    rows = [
        {"file": f"{n}.txt", "outlet": outlet, "title": "", "date": date, "text": text + f" Number {n}."}
        for n, (outlet, date) in enumerate([("A", "2025-03-01"), ("B", "2025-03-03"), ("C", "2025-09-01")])
    ]
    pd.DataFrame(rows).to_json(tmp_path / "made.jsonl", orient="records", lines=True)
    stored = tl.scale.read(tmp_path / "made.jsonl", store=tmp_path / "store")
    assert tl.scale.events(stored)["ids"].tolist() == ["0 1"]
    assert tl.scale.events(stored, span=400)["articles"].tolist() == [3]


def test_the_ledger_of_a_store_is_that_of_each_event(opened: tl.scale.Opened) -> None:
    assert opened.stored is not None
    ledger = tl.scale.ledger(opened.stored, most=4)
    assert len(ledger)
    of = {article: row.event for row in opened.events.itertuples() for article in row.ids.split(" ")}
    assert (ledger.groupby("fact")["article"].agg(lambda part: len({of[name] for name in part})) == 1).all()
    first = next(row for row in opened.events.itertuples() if of[ledger["article"].iloc[0]] == row.event)
    alone = tl.compare.ledger(opened.event(int(first.event)))
    got = ledger[ledger["article"].isin(first.ids.split(" "))].reset_index(drop=True)
    pd.testing.assert_frame_equal(got.drop(columns="fact"), alone.drop(columns="fact"))


def test_groups_do_not_outgrow_their_limit() -> None:
    groups = Groups(9, 4)
    for one in range(8):
        groups.join(one, one + 1)
    assert [len(group) for group in groups.several()] == [4, 4]


def test_up_to_the_sample_everything_is_as_without_a_store(source: Path) -> None:
    whole = tl.scale.open(source, sample=MADE)
    assert whole.whole
    reading = tl.read.all(tl.load(source))
    for name, table in reading.tables.items():
        pd.testing.assert_frame_equal(whole.reading.tables[name], table)
    assert whole.event(7) is whole.reading
    assert whole.lined_up == (whole.reading, None)
    pd.testing.assert_frame_equal(whole.speakers(), tl.compare.speakers(reading))


def test_above_it_a_sample_is_listed_and_everything_counted(opened: tl.scale.Opened) -> None:
    assert not opened.whole
    assert len(opened.corpus) == 12
    assert len(opened.articles) == MADE
    assert opened.months["articles"].sum() == MADE
    assert opened.stored is not None
    whole = tl.compare.speakers(opened.stored.reading())
    pd.testing.assert_frame_equal(opened.speakers(), whole)


def test_the_sample_has_each_outlet_and_month_in_proportion() -> None:
    table = pd.DataFrame(
        {
            "article": [str(n) for n in range(1000)],
            "outlet": ["A"] * 700 + ["B"] * 300,
            "date": [f"2025-{n % 4 + 1:02}-09" for n in range(1000)],
        }
    )
    chosen = tl.scale.sample(table, n=100, seed=1)
    found = table[table["article"].isin(chosen)]
    shares = found.groupby(["outlet", months(found)]).size()
    assert shares["A"].isin([17, 18]).all()
    assert shares["B"].isin([7, 8]).all()
    assert len(chosen) == 100
    assert chosen == tl.scale.sample(table, n=100, seed=1)
    assert chosen != tl.scale.sample(table, n=100, seed=2)
    assert chosen == sorted(chosen, key=int)


def test_an_event_that_there_is_not(opened: tl.scale.Opened) -> None:
    with pytest.raises(ParameterError, match="events 1 to"):
        opened.event(10_000)
    with pytest.raises(ParameterError, match="at least 1"):
        tl.scale.open("seeds", sample=0)


def test_rows_are_counted_without_loading(source: Path, tmp_path: Path) -> None:
    assert exceeds(source, MADE - 1)
    assert not exceeds(source, MADE)
    (tmp_path / "broken.parquet").write_bytes(b"PAR1 and then nothing")
    assert not exceeds(tmp_path / "broken.parquet", 1)
    assert not exceeds(tmp_path / "nowhere.jsonl", 1)


def test_pages_say_what_is_sampled(opened: tl.scale.Opened) -> None:
    every, drawn = tl.show.scale_opening(opened)
    assert "40 articles. Counted over all of them" in every.text
    assert "sample of 12, " in drawn.text
    assert "seed 3" in drawn.text
    mentions = opened.people()["mentions"].sum() + opened.people()["captions"].sum()
    assert mentions > len(opened.reading.people)
    assert opened.frames().groupby("outlet")["n"].first().sum() > len(opened.reading.primary_frames)
    assert opened.tone(resamples=50)["sentences"].sum() > len(opened.reading.sentences)
    assert set(opened.tone_differences(resamples=50)["outlet"]) <= set(opened.outlets)
    assert set(opened.frame_differences()["outlet"]) <= set(opened.outlets)
    _figure, table = tl.show.months(opened)
    assert table.rows == len(opened.months)
    (finder,) = tl.show.events_table(opened)
    assert finder.rows == len(opened.events)
    (event,) = tl.show.event_opening(opened, 2)
    assert event.text.startswith("Event 2 of")
