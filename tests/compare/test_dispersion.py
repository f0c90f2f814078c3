from __future__ import annotations

from pathlib import Path

import pytest

import tellings as tl
from corpora import reading

ALPHA = "Fog fell on town.\n\nFog rose on town.\n\nRain fell on town."
BETA = "Rain fell on town."


def test_evenness_by_hand(tmp_path: Path) -> None:
    found = tl.compare.dispersion(reading(tmp_path, alpha=ALPHA, beta=BETA), ["fog", "town"])
    fog = found[(found["outlet"] == "alpha") & (found["term"] == "fog")].iloc[0]
    assert fog[["count", "articles", "units", "unit", "held"]].tolist() == [2, 1, 3, "paragraph", 2]
    assert fog["per_1000"] == pytest.approx(1000 * 2 / 12)
    assert fog["dp"] == pytest.approx((abs(1 / 2 - 1 / 3) * 2 + 1 / 3) / 2)
    assert fog["first"] == 0
    town = found[(found["outlet"] == "alpha") & (found["term"] == "town")].iloc[0]
    assert town["dp"] == pytest.approx(0)
    assert town["spread"] == 1


def test_a_term_an_outlet_never_says(tmp_path: Path) -> None:
    found = tl.compare.dispersion(reading(tmp_path, alpha=ALPHA, beta=BETA), ["fog"])
    row = found[found["outlet"] == "beta"].iloc[0]
    assert row[["count", "held"]].tolist() == [0, 0]
    assert found[["dp", "first"]].isna().sum().tolist() == [1, 1]


def test_articles_are_the_units_where_there_are_several(tmp_path: Path) -> None:
    (tmp_path / "metadata.csv").write_text("file,outlet\na1.txt,Alpha\na2.txt,Alpha\n")
    found = tl.compare.dispersion(reading(tmp_path, a1=ALPHA, a2=BETA), ["fog"])
    assert found[["unit", "units", "held"]].values.tolist() == [["article", 2, 1]]


def test_positions_run_from_the_beginning_to_the_end(tmp_path: Path) -> None:
    found = tl.compare.dispersion_places(reading(tmp_path, alpha=ALPHA), ["town", "fog"])
    assert found["term"].tolist() == ["town"] * 3 + ["fog"] * 2
    assert found["position"].tolist() == pytest.approx([start / len(ALPHA) for start in found["start"]])
    assert found["paragraph"].tolist() == [0, 1, 2, 0, 1]


def test_captions_do_not_count(tmp_path: Path) -> None:
    text = ALPHA + "\n\nThick fog over the harbour on MondayCredit: Getty"
    assert len(tl.compare.dispersion_places(reading(tmp_path, alpha=text), ["fog"])) == 2


def test_nothing_sought_nothing_found(tmp_path: Path) -> None:
    read = reading(tmp_path, alpha=ALPHA)
    assert tl.compare.dispersion_places(read, []).empty
    assert tl.compare.dispersion(read, [" "]).empty
