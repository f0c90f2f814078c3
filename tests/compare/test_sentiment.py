from __future__ import annotations

from pathlib import Path

import pytest

import tellings as tl
from corpora import reading

GLAD = "\n\n".join(f"It was a wonderful, happy day {n} for us all." for n in range(1, 9))
SAD = "\n\n".join(f"It was a terrible, awful day {n} for us all." for n in range(1, 9))


def test_own_words_and_quoted_words_are_kept_apart(tmp_path: Path) -> None:
    text = "The council met.\n\n“This is a horrible, cruel disaster,” said Ann Lee.\n\nIt meets again in May."
    tone = tl.compare.tone(reading(tmp_path, alpha=text)).set_index("voice")
    assert tone.loc["outlet", "mean"] == 0
    assert tone.loc["quoted", "mean"] < -0.5
    assert tone.loc["all", "sentences"] == 3


def test_a_great_difference_is_clear_and_none_is_not(tmp_path: Path) -> None:
    found = tl.compare.tone_differences(reading(tmp_path, glad=GLAD, sad=SAD, same=GLAD))
    clear = found.set_index(["outlet", "other"])["clear"]
    assert clear["glad", "sad"]
    assert not clear["glad", "same"]


def test_the_mean_is_the_mean_of_the_sentences(tmp_path: Path) -> None:
    read = reading(tmp_path, glad=GLAD + "\n\nNothing happened.")
    tone = tl.compare.tone(read).set_index("voice")
    assert tone.loc["all", "mean"] == pytest.approx(read.vader["compound"].mean())
    assert tone.loc["all", "low"] <= tone.loc["all", "mean"] <= tone.loc["all", "high"]
    assert tone.loc["all", "positive"] == pytest.approx(8 / 9)


def test_captions_have_no_tone(tmp_path: Path) -> None:
    caption = (
        "A horrible, cruel, terrible disaster.Horrible and cruel scenes of terror in the bayCredit: Getty"
    )
    read = reading(tmp_path, alpha=f"The council met on Monday in the hall.\n\n{caption}")
    assert tl.compare.sentence_tone(read)["compound"].tolist() == [0.0]
