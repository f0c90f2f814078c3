"""The codebook notebook, run as the others are: a sheet to code, or what the coded sheets say."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import tellings as tl

ROOT = Path(__file__).parents[2]


def test_it_draws_the_sheet_and_reads_it_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    first = tl.report.run(
        articles=ROOT / "seeds", out="first", notebooks=["6-codebook"], parameters={"sample_size": 12}
    )
    assert not first.failures
    assert not Path("coder.csv").exists()
    taken = Path("first/tables/coding-sheet.csv").read_bytes()
    assert taken.startswith(b"\xef\xbb\xbfid,before,sentence")  # Excel reads it as UTF-8
    sheet = pd.read_csv("first/tables/coding-sheet.csv", dtype="str", keep_default_na=False)
    assert list(sheet.columns) == ["id", "before", "sentence", "after", "frame", "note"]
    assert len(sheet) == 12
    assert "so there is no agreement to report yet" in Path("first/codebook.html").read_text("utf-8")

    for coder, frame in (("anna", "morality"), ("ben", "health")):
        sheet.assign(frame=["political"] * 6 + [frame] * 6).to_csv(f"{coder}.csv", index=False)
    given = {"sheets": "anna.csv,ben.csv"}
    second = tl.report.run(articles=ROOT / "seeds", out="second", notebooks=["codebook"], parameters=given)
    assert not second.failures
    agreement = pd.read_csv("second/tables/agreement.csv").set_index(["between", "frame"])
    assert agreement.loc[("coders", "all"), ["n", "agreed"]].tolist() == [12, 0.5]
    assert (
        pd.read_csv("second/tables/disagreements.csv")["who"].isin(["the machine", "the coders", "all"]).all()
    )
    page = Path("second/codebook.html").read_text("utf-8")
    assert "anna 12, ben 12" in page
    assert page.count("<figure") == 1
