"""Contrasts over a store are those of the same articles in memory."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pandas as pd
import pytest
from tests.benchmarks.corpus import articles, write

import tellings as tl
from pairs import ORIGINALS, SEEDS, Pair
from tellings.errors import ParameterError
from tellings.scale import _gather
from tellings.scale._contrasts import _keyness, _tables, _within

MADE = 40
CONTRASTS = {
    "keyness": (
        lambda stored: tl.scale.keyness(stored, resamples=60, splits=60),
        lambda reading: tl.compare.keyness(reading, resamples=60, splits=60),
    ),
    "labels": (tl.scale.labels, tl.compare.labels),
    "stance": (
        lambda stored: tl.scale.stance(stored, resamples=60),
        lambda reading: tl.compare.stance(reading, resamples=60),
    ),
    "quote_shares": (tl.scale.quote_shares, tl.compare.speakers),
    "frames": (tl.scale.frames, tl.compare.frames),
    "frame_differences": (
        lambda stored: tl.scale.frame_differences(stored, resamples=60),
        lambda reading: tl.compare.frame_differences(reading, resamples=60),
    ),
    "people": (tl.scale.people, tl.compare.people),
    "tone": (
        lambda stored: tl.scale.tone(stored, resamples=60),
        lambda reading: tl.compare.tone(reading, resamples=60),
    ),
    "tone_differences": (
        lambda stored: tl.scale.tone_differences(stored, resamples=60),
        lambda reading: tl.compare.tone_differences(reading, resamples=60),
    ),
    "passages": (tl.scale.passages, tl.compare.passages),
}


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> tl.scale.Stored:
    """Forty made articles in a store of two parts."""
    folder = tmp_path_factory.mktemp("scale")
    write(articles(MADE), folder / "made.parquet", form="parquet")
    return tl.scale.read(folder / "made.parquet", store=folder / "store", progress=False)


@pytest.fixture(scope="module")
def reading(stored: tl.scale.Stored) -> tl.read.Reading:
    """The same articles in memory."""
    return stored.reading()


def same(found: pd.DataFrame, wanted: pd.DataFrame) -> None:
    """The tables are equal, but for the last bit of a sum in another order."""
    pd.testing.assert_frame_equal(
        found.set_flags(allows_duplicate_labels=True), wanted, check_exact=False, rtol=1e-12, obj="contrast"
    )


@pytest.mark.parametrize("name", CONTRASTS)
def test_the_figures_of_many_parts_are_those_of_memory(
    name: str, stored: tl.scale.Stored, reading: tl.read.Reading
) -> None:
    at_scale, in_memory = CONTRASTS[name]
    wanted = in_memory(reading)
    assert len(wanted)
    same(at_scale(stored), wanted)


@pytest.mark.parametrize("name", CONTRASTS)
@pytest.mark.parametrize("pair", [SEEDS, ORIGINALS], ids=["seeds", "originals"])
def test_the_figures_of_two_articles_are_those_of_memory(
    name: str, pair: Pair | None, tmp_path: Path
) -> None:
    if pair is None:
        pytest.skip("the published pair is not here")
    kept = tl.scale.read(tl.load(pair.folder), store=tmp_path)
    at_scale, in_memory = CONTRASTS[name]
    same(at_scale(kept), in_memory(kept.reading()))


def test_a_second_connection_counts_nothing_anew(stored: tl.scale.Stored) -> None:
    first = _tables.counted(stored, ("contrast_said",))
    times = [path.stat().st_mtime_ns for path in first["contrast_said"]]
    again = _tables.counted(stored, ("contrast_said",))
    assert first == again
    assert [path.stat().st_mtime_ns for path in again["contrast_said"]] == times


def test_a_spoilt_part_is_counted_again(stored: tl.scale.Stored) -> None:
    wanted = tl.scale.quote_shares(stored)
    (first, *_) = _tables.counted(stored, ("contrast_said",))["contrast_said"]
    first.write_bytes(first.read_bytes()[:-9])
    same(tl.scale.quote_shares(stored), wanted)


def test_the_same_bytes_from_one_and_two_threads_and_little_memory(stored: tl.scale.Stored) -> None:
    plain = tl.scale.labels(stored).to_csv()
    assert tl.scale.labels(stored, memory="300MB", threads=1).to_csv() == plain
    assert tl.scale.labels(stored, threads=2).to_csv() == plain


def test_processes_count_what_one_process_counts(stored: tl.scale.Stored, tmp_path: Path) -> None:
    write(articles(MADE), tmp_path / "made.parquet", form="parquet")
    other = tl.scale.read(tmp_path / "made.parquet", store=tmp_path / "store", progress=False)
    found = _tables.counted(other, ("contrast_named",), engine="processes", workers=2)
    wanted = _tables.counted(stored, ("contrast_named",))
    assert len(found["contrast_named"]) > 1
    assert [path.read_bytes() for path in found["contrast_named"]] == [
        path.read_bytes() for path in wanted["contrast_named"]
    ]


def test_only_the_most_frequent_terms_where_told(stored: tl.scale.Stored) -> None:
    every = tl.scale.keyness(stored, resamples=10, splits=10)
    few = tl.scale.keyness(stored, resamples=10, splits=10, most=50)
    assert few.attrs["terms_left"] == few.attrs["terms"] - 50
    assert 0 < few["term"].nunique() <= 50
    counts = every.drop_duplicates("term").eval("count + others")
    assert few.eval("count + others").min() >= counts.nlargest(60).min()


def test_bundles_of_articles_give_intervals_as_wide(
    stored: tl.scale.Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = tl.scale.keyness(stored, resamples=400, splits=400, minimum=8)
    monkeypatch.setattr(_keyness, "UNITS", 25)
    bundled = tl.scale.keyness(stored, resamples=400, splits=400, minimum=8)
    assert set(bundled["split_unit"]) == {"2 articles"}
    merged = words.merge(bundled, on=["outlet", "term"], suffixes=("", "_bundled"))
    assert (merged["log_odds"] - merged["log_odds_bundled"]).abs().max() < 1e-9
    assert (merged["spread"] - merged["spread_bundled"]).abs().max() < 1e-9
    wide = (merged["high_bundled"] - merged["low_bundled"]) / (merged["high"] - merged["low"]).clip(
        lower=1e-9
    )
    assert 0.6 < wide.median() < 1.4


def test_names_are_those_of_the_whole_corpus(stored: tl.scale.Stored, reading: tl.read.Reading) -> None:
    wanted = tl.compare.canonical(reading.people)
    some = list(stored.articles["article"])[5:9]
    from tellings.scale._contrasts._within import reading_of

    found = reading_of(stored, some).people
    kept = wanted[wanted["article"].isin(some)].reset_index(drop=True)
    pd.testing.assert_frame_equal(found[["person", "form"]], kept[["person", "form"]])
    pd.testing.assert_frame_equal(tl.compare.canonical(found), found)


def test_article_text_is_never_sql(tmp_path: Path) -> None:
    wicked = "O'Neil'); DROP TABLE kept; --"
    rows = [
        {
            "file": f"{n}.txt",
            "outlet": wicked if n % 2 else "Harbour Post",
            "title": wicked,
            "date": "2025-03-01",
            "text": f"“It's over'); DROP VIEW texts; --,” said Ann Lee's aide. Ann Lee {word} it, {wicked}, on Monday.",
        }
        for n, word in enumerate(["liked", "hated", "saw", "hated"])
    ]
    path = tmp_path / "made.jsonl"
    pd.DataFrame(rows).to_json(path, orient="records", lines=True)
    kept = tl.scale.read(path, store=tmp_path / "it's a store")
    for at_scale, in_memory in CONTRASTS.values():
        found, wanted = at_scale(kept), in_memory(kept.reading())
        same(found, wanted) if len(wanted) else pd.testing.assert_index_equal(found.columns, wanted.columns)
    tl.scale.events(kept)


def test_passages_shorter_than_the_index_are_refused(stored: tl.scale.Stored) -> None:
    with pytest.raises(ParameterError, match="5 words"):
        tl.scale.passages(stored, minimum=3)


def test_the_state_is_that_of_articles_and_readers(stored: tl.scale.Stored) -> None:
    assert stored.state == dataclasses.replace(stored).state
    fewer = stored.corpus(list(stored.articles["article"])[:30])
    assert stored.state != tl.scale.read(fewer, store=stored.store).state


def test_what_was_picked_out_needs_no_other_file(
    stored: tl.scale.Stored, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(_within, "_MANY", 5)
    some = list(stored.articles["article"])[1::4]
    first = _within.reading_of(stored, some)
    picked = sorted(stored.store.folder.glob("picked_*/*/part-*.parquet"))
    assert len(picked) == len(stored.readers)
    opened: list[str] = []
    from_file = _gather._opened
    monkeypatch.setattr(
        _gather, "_opened", lambda path, texts: opened.append(str(path)) or from_file(path, texts)
    )
    again = _within.reading_of(stored, some)
    assert sorted(opened) == sorted(map(str, picked))
    wanted = stored.reading(some)
    for name, table in again.tables.items():
        pd.testing.assert_frame_equal(table, first.tables[name])
        if name != "people":
            pd.testing.assert_frame_equal(table, wanted.tables[name])


def test_a_spoilt_pick_is_picked_anew(stored: tl.scale.Stored, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_within, "_MANY", 5)
    some = list(stored.articles["article"])[:7]
    wanted = _within.reading_of(stored, some, ["tokens"]).tokens
    for path in stored.store.folder.glob("picked_tokens/*/part-*.parquet"):
        path.write_bytes(path.read_bytes()[:-9])
    pd.testing.assert_frame_equal(_within.reading_of(stored, some, ["tokens"]).tokens, wanted)
