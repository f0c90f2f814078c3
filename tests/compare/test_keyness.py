from __future__ import annotations

import math
from pathlib import Path

import pytest

import tellings as tl
from corpora import reading

ALPHA = "\n\n".join(["The harbour is open again."] * 6 + ["A bridge closed."])
BETA = "\n\n".join(["The bridge is open again."] * 6 + ["A harbour closed."])


def test_each_outlet_leads_with_its_own_word(tmp_path: Path) -> None:
    found = tl.compare.keyness(reading(tmp_path, alpha=ALPHA, beta=BETA))
    first = found.groupby("outlet").head(1).set_index("outlet")["term"]
    assert first.to_dict() == {"alpha": "harbour", "beta": "bridge"}
    word = found[(found["outlet"] == "alpha") & (found["term"] == "harbour")].iloc[0]
    assert (word["count"], word["others"]) == (6, 1)


def test_log_odds_by_hand(tmp_path: Path) -> None:
    """Monroe et al. (2008), equations 16, 19 and 22, for one word with a prior of 100 words."""
    found = tl.compare.keyness(reading(tmp_path, alpha=ALPHA, beta=BETA), prior=100.0)
    word = found[(found["outlet"] == "alpha") & (found["term"] == "harbour")].iloc[0]
    words = tl.compare.terms(reading(tmp_path, alpha=ALPHA, beta=BETA))
    n = words.groupby("outlet").size()
    a = 100 * 7 / len(words)
    odds = math.log((6 + a) / (n["alpha"] + 100 - 6 - a)) - math.log((1 + a) / (n["beta"] + 100 - 1 - a))
    assert word["log_odds"] == pytest.approx(odds)
    assert word["z"] == pytest.approx(odds / math.sqrt(1 / (6 + a) + 1 / (1 + a)))


def test_two_outlets_mirror_each_other(tmp_path: Path) -> None:
    found = tl.compare.keyness(reading(tmp_path, alpha=ALPHA, beta=BETA))
    wide = found.pivot_table(index="term", columns="outlet", values="log_odds")
    assert wide["alpha"].to_list() == pytest.approx((-wide["beta"]).to_list())


def test_the_interval_holds_the_estimate_and_follows_the_seed(tmp_path: Path) -> None:
    read = reading(tmp_path, alpha=ALPHA, beta=BETA)
    found = tl.compare.keyness(read, seed=1)
    assert ((found["low"] <= found["log_odds"] + 1e-9) & (found["log_odds"] <= found["high"] + 1e-9)).all()
    assert found.equals(tl.compare.keyness(read, seed=1))
    assert not found.equals(tl.compare.keyness(read, seed=2))


def test_one_article_is_resampled_by_paragraph_and_several_by_article(tmp_path: Path) -> None:
    (tmp_path / "metadata.csv").write_text("file,outlet\na1.txt,Alpha\na2.txt,Alpha\nb.txt,Beta\n")
    found = tl.compare.keyness(reading(tmp_path, a1=ALPHA, a2=ALPHA + "\n\nMore of the harbour.", b=BETA))
    units = found.groupby("outlet")[["unit", "units"]].first()
    assert units.loc["Alpha"].tolist() == ["article", 2]
    assert units.loc["Beta"].tolist() == ["paragraph", 7]


def test_chance_is_not_called_clear(tmp_path: Path) -> None:
    """Two copies of one text differ in nothing, and a word said twice by one of them is no finding."""
    same = tl.compare.keyness(reading(tmp_path, alpha=ALPHA, beta=ALPHA.replace("closed", "reopened")))
    assert not same["clear"].any()


def test_one_outlet_has_nothing_to_be_set_against(tmp_path: Path) -> None:
    found = tl.compare.keyness(reading(tmp_path, alpha=ALPHA))
    assert found.empty
    assert found.dtypes["log_odds"] == "float64"


def test_captions_and_function_words_do_not_count(tmp_path: Path) -> None:
    caption = "Boats at sunset.Fishing boats at sunset in the bay in JuneCredit: Getty"
    found = tl.compare.keyness(reading(tmp_path, alpha=ALPHA + "\n\n" + caption, beta=BETA), minimum=1)
    assert not set(found["term"]) & {"sunset", "the", "is", "a"}


def test_first_terms_are_the_outlets_own(tmp_path: Path) -> None:
    found = tl.compare.keyness(reading(tmp_path, alpha=ALPHA, beta=BETA))
    assert tl.compare.first_terms(found, 1) == ["harbour", "bridge"]


@pytest.mark.parametrize("text", ["They did.", "2022 (1)."])
def test_texts_without_content_words_give_an_empty_table(tmp_path: Path, text: str) -> None:
    found = tl.compare.keyness(reading(tmp_path, alpha=text, beta=text))
    assert found.empty
    assert found.dtypes["q"] == "float64"


def test_phrases_stand_among_the_words(tmp_path: Path) -> None:
    alpha = "\n\n".join(["Return hubs are planned.", "Return hubs opened.", "No hubs closed."])
    found = tl.compare.keyness(reading(tmp_path, alpha=alpha, beta="Boats sailed.\n\nBoats sank."))
    rows = found[found["outlet"] == "alpha"].set_index("term")
    assert rows.loc["return hubs", ["length", "count", "word"]].tolist() == [2, 2, "Return hubs"]
    assert rows.loc["hubs", "count"] == 3
    assert "return" not in rows.index
