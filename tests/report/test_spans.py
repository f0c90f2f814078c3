"""The readers' tables that a report carries as Parquet."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import tellings as tl
from tellings.report import _spans

from .conftest import Make


@pytest.mark.parametrize("store", [False, True], ids=["in memory", "by the store"])
def test_every_reader_comes_whole_and_typed(articles: Path, tmp_path: Path, make: Make, store: bool) -> None:
    report = tl.report.run(
        articles=articles,
        out=tmp_path / "out",
        notebooks=[make("1-none", "# None")],
        store=tmp_path / "store" if store else None,
    )
    reading = tl.read.all(tl.load(articles))
    written = {path.name for path in report.files if path.parent.name == "spans"}
    assert written == {f"{name.replace('_', '-')}.parquet" for name in reading.tables}
    for name, table in reading.tables.items():
        found = pd.read_parquet(tmp_path / "out" / "spans" / f"{name.replace('_', '-')}.parquet")
        assert found.to_dict("list").keys() == table.to_dict("list").keys()
        pd.testing.assert_frame_equal(found, table, check_dtype=False)
    front = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert 'href="spans/quotes.parquet"' in front


def test_a_corpus_past_the_limit_stays_in_its_store(articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    corpus = tl.load(articles)
    assert _spans.spans(corpus, {}, "policy")
    monkeypatch.setattr(_spans, "MOST", len(corpus) - 1)
    assert _spans.spans(corpus, {}, "policy") == {}
