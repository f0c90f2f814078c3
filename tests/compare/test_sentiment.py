from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import tellings as tl
from corpora import reading

GLAD = "\n\n".join(f"It was a wonderful, happy day {n} for us all." for n in range(1, 9))
SAD = "\n\n".join(f"It was a terrible, awful day {n} for us all." for n in range(1, 9))


def test_own_words_and_quoted_words_are_kept_apart(tmp_path: Path) -> None:
    text = "The council met.\n\n“This is a horrible, cruel disaster,” said Ann Lee.\n\nIt meets again in May."
    tone = tl.compare.tone(reading(tmp_path, alpha=text)).set_index("voice")
    assert abs(tone.loc["outlet", "mean"]) < 0.2
    assert tone.loc["quoted", "mean"] < -1
    assert tone.loc["all", "sentences"] == 3


def test_a_voice_is_scored_as_if_its_words_stood_alone(tmp_path: Path) -> None:
    text = "The mayor of the town called the plan a “cruel and horrible disaster” on Monday in the hall."
    found = tl.compare.sentence_tone(reading(tmp_path, alpha=text)).set_index("voice")
    assert found["whole"].eq(False).all()
    own = "The mayor of the town called the plan a … on Monday in the hall."
    assert found.loc["outlet", "valence"] == pytest.approx(tl.read.valence(own))
    assert found.loc["quoted", "valence"] == pytest.approx(tl.read.valence("cruel and horrible disaster"))
    assert found.loc["outlet", "vader"] == 0 > found.loc["quoted", "vader"]


def test_the_shares_add_up_to_the_tone_of_each_voice(tmp_path: Path) -> None:
    said = "“It is not a good plan,” the kind mayor of the town said, “but it isn't a disaster for us.”"
    read = reading(tmp_path, alpha=f"{SAD}\n\n{said}", beta=GLAD)
    key = ["article", "sentence", "voice"]
    shares = tl.compare.tone_shares(read)
    tones = tl.compare.sentence_tone(read).set_index(key)["valence"]
    sums = shares.groupby(key)["share"].sum() + tl.read.valence("")
    assert sums.reindex(tones.index).to_numpy() == pytest.approx(tones.to_numpy())
    signed = shares["weight"] * shares["negated"].map({True: -0.4, False: 1.0})
    assert (signed / (shares["counted"] + 5) ** 0.5).to_numpy() == pytest.approx(shares["share"].to_numpy())


def test_few_units_have_no_interval_and_are_never_clear(tmp_path: Path) -> None:
    few = {"glad": GLAD.split("\n\n")[:5], "sad": SAD.split("\n\n")}
    read = reading(tmp_path, **{name: "\n\n".join(lines) for name, lines in few.items()})
    found = tl.compare.tone_differences(read).iloc[0]
    assert found["difference"] > 1
    assert pd.isna(found["low"])
    assert pd.isna(found["high"])
    assert not found["clear"]
    assert (found["units"], found["other_units"], found["unit"]) == (5, 8, "paragraph")
    told = tl.show.sentiment_opening(read, tl.compare.tone(read), tl.compare.tone_differences(read))
    assert "cannot be told apart: one has fewer than 6" in told[-1].text
    assert told[-1].sure == "too few"


def test_a_great_difference_is_clear_and_none_is_not(tmp_path: Path) -> None:
    found = tl.compare.tone_differences(reading(tmp_path, glad=GLAD, sad=SAD, same=GLAD))
    clear = found.set_index(["outlet", "other"])["clear"]
    assert clear["glad", "sad"]
    assert not clear["glad", "same"]


def test_the_mean_is_the_mean_of_the_sentences(tmp_path: Path) -> None:
    read = reading(tmp_path, glad=GLAD + "\n\nNothing happened.")
    tone = tl.compare.tone(read).set_index("voice")
    assert tone.loc["all", "mean"] == pytest.approx(read.valences["valence"].mean())
    assert tone.loc["all", "low"] <= tone.loc["all", "mean"] <= tone.loc["all", "high"]
    assert tone.loc["all", "positive"] == pytest.approx(8 / 9)


def test_captions_are_measured_apart(tmp_path: Path) -> None:
    caption = (
        "A horrible, cruel, terrible disaster.Horrible and cruel scenes of terror in the bayCredit: Getty"
    )
    read = reading(tmp_path, alpha=f"The council met on Monday in the hall.\n\n{caption}")
    tones = tl.compare.sentence_tone(read).groupby("voice")["valence"]
    assert set(tones.groups) == {"outlet", "caption"}
    assert tones.min()["caption"] < -0.5 < tones.min()["outlet"]
    tone = tl.compare.tone(read).set_index("voice")
    assert tone.loc["all", "sentences"] == 1
    assert tone.loc["all", "mean"] == pytest.approx(tones.mean()["outlet"])
    assert set(tl.compare.course(read)["voice"]) == {"outlet", "all"}
