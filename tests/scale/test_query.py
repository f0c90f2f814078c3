"""The store as DuckDB sees it."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import tellings as tl
from made import as_parquet, corpus, rows
from tellings.errors import ParameterError


@pytest.mark.parametrize("on_disk", [True, False])
def test_each_reader_is_a_view_with_articles_and_outlets(tmp_path: Path, on_disk: bool) -> None:
    source = as_parquet(tmp_path / "a.parquet", rows(30)) if on_disk else corpus(tmp_path, 30)
    stored = tl.scale.read(source, store=tmp_path / "store")
    reading, found = stored.reading(), stored.connect(memory="500MB", threads=1)
    outlets = reading.corpus.articles.set_index("article")[["outlet", "date"]]
    for name, table in reading.tables.items():
        wanted = table.join(outlets, on="article")
        seen = found.sql(f"SELECT * FROM {name}").df()
        assert list(seen.columns) == ["article", "outlet", "date", *table.columns[1:]]
        assert len(seen) == len(wanted)
        assert (
            seen.groupby(["article", "outlet", "date"])
            .size()
            .equals(wanted.groupby(["article", "outlet", "date"]).size())
        )
    texts = dict(found.sql("SELECT article, text FROM texts").fetchall())
    assert texts == {article: reading.corpus.text(article) for article in reading.corpus}
    ordered = found.sql("SELECT * EXCLUDE number FROM articles ORDER BY number").df()
    assert ordered["article"].tolist() == stored.articles["article"].tolist()
    assert list(ordered.columns) == list(stored.articles.columns)


def test_the_same_view_whether_the_articles_lie_in_memory_or_on_disk(tmp_path: Path) -> None:
    table = as_parquet(tmp_path / "a.parquet", rows(10, odd=True))
    seen = [
        tl.scale.read(source, store=tmp_path / "store", readers=["gaps"]).articles
        for source in (table, tl.load(table))
    ]
    pd.testing.assert_frame_equal(*seen)


def test_a_folder_with_a_quotation_mark_in_its_name(tmp_path: Path) -> None:
    stored = tl.scale.read(
        as_parquet(tmp_path / "a.parquet", rows(2)), store=tmp_path / "it's; DROP", readers=["gaps"]
    )
    assert len(stored.connect().sql("SELECT * FROM gaps")) == len(stored.reading().gaps)


def test_what_duckdb_does_not_take_is_said(tmp_path: Path) -> None:
    stored = tl.scale.read(corpus(tmp_path, 2), store=tmp_path / "store", readers=["gaps"])
    with pytest.raises(ParameterError, match="DuckDB does not take that"):
        stored.connect(memory="lots")


def test_no_bar_is_drawn_into_a_notebook(tmp_path: Path) -> None:
    kept = tl.scale.read(corpus(tmp_path, 2), store=tmp_path / "store", readers=["gaps"])
    with kept.connect() as connection:
        assert connection.execute("SELECT current_setting('enable_progress_bar')").fetchone() == (False,)
