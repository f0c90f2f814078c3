from __future__ import annotations

from pathlib import Path

import numpy as np
import pandas as pd
import pytest

import tellings as tl
from corpora import reading
from tellings.compare import _course, _scorers

PLAIN = [f"The council of the town met in hall {n}." for n in range(10)]
GLAD = [f"It was a wonderful, happy day {n} for the town." for n in range(10)]
SAD = [f"It was a terrible, cruel day {n} for the town." for n in range(10)]


def paragraphs(*sentences: list[str]) -> str:
    return "\n\n".join(sentence for group in sentences for sentence in group)


def test_parts_follow_the_order_of_the_sentences(tmp_path: Path) -> None:
    read = reading(tmp_path, alpha=paragraphs(GLAD, PLAIN, SAD))
    found = tl.compare.course(read).query("voice == 'outlet'").set_index("name")
    assert found["sentences"].to_dict() == {"opening": 10, "middle": 10, "end": 10}
    assert found.loc["opening", "mean"] > 0.5
    assert abs(found.loc["middle", "mean"]) < 0.2
    assert found.loc["end", "mean"] < -0.5
    assert (found["low"] <= found["mean"]).all()
    assert (found["mean"] <= found["high"]).all()


def test_the_parts_together_are_the_mean_of_all_sentences(tmp_path: Path) -> None:
    read = reading(tmp_path, alpha=paragraphs(GLAD[:3], SAD[:4]), beta=paragraphs(PLAIN[:2], SAD[:1]))
    for parts in (1, 2, 3, 5):
        found = tl.compare.course(read, parts=parts)
        whole = tl.compare.tone(read).set_index(["outlet", "voice"])
        for (outlet, voice), rows in found.groupby(["outlet", "voice"]):
            assert rows["sentences"].sum() == whole.loc[(outlet, voice), "sentences"]
            mean = np.average(rows["mean"], weights=rows["sentences"])
            assert mean == pytest.approx(whole.loc[(outlet, voice), "mean"])


def test_quoted_words_are_apart_from_the_outlets_own(tmp_path: Path) -> None:
    said = [f"“This is a horrible, cruel disaster {n},” said the mayor of the town." for n in range(9)]
    for scorer in tl.compare.SCORERS:
        found = tl.compare.course(
            reading(tmp_path, alpha=paragraphs(said)), scorer=scorer, parts=1
        ).set_index("voice")
        assert found.loc["quoted", "mean"] < found.loc["outlet", "mean"]


def test_one_unit_has_no_interval_and_says_so(tmp_path: Path) -> None:
    found = tl.compare.course(reading(tmp_path, alpha=paragraphs(GLAD[:3])), parts=3)
    assert found["units"].eq(1).all()
    assert found["low"].isna().all()


def test_unknown_scorers_and_parts_are_errors(tmp_path: Path) -> None:
    read = reading(tmp_path, alpha=paragraphs(GLAD[:3]))
    with pytest.raises(ValueError, match="vader"):
        tl.compare.course(read, scorer="vadre")
    with pytest.raises(ValueError, match="parts"):
        tl.compare.course(read, parts=0)


def test_a_scorer_of_ones_own_can_be_added(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(tl.compare.SCORERS, "length", lambda text: float(len(text)))
    found = tl.compare.course(reading(tmp_path, alpha=paragraphs(GLAD[:1])), scorer="length", parts=1)
    assert set(found["mean"]) == {len(GLAD[0])}


def smoothed(scores: list[float], span: float = 0.3) -> _course._Smoother:
    n = len(scores)
    return _course._smoother(pd.DataFrame({"position": (np.arange(n) + 0.5) / n, "score": scores}), span)


@pytest.mark.parametrize("n", [1, 2, 3, 6, 40, 400])
def test_a_straight_line_stays_a_straight_line(n: int) -> None:
    line = np.linspace(-0.5, 0.8, n)
    assert smoothed(line.tolist()).line == pytest.approx(line)


def test_the_line_is_lowess() -> None:
    # One point by hand: weights (1 - (d / h)^3)^3, a straight line by weighted least squares, its value at the point.
    rng = np.random.default_rng(0)
    score, n = rng.normal(size=30), 30
    position = (np.arange(n) + 0.5) / n
    place, near = 12, np.arange(12 - 9 // 2, 12 - 9 // 2 + 9)
    away = position[near] - position[place]
    weight = np.sqrt((1 - (np.abs(away) / (np.abs(away).max() * 1.05)) ** 3) ** 3)
    design = np.column_stack([np.ones(9), away])
    value = np.linalg.lstsq(design * weight[:, None], score[near] * weight, rcond=None)[0][0]
    assert smoothed(score.tolist()).line[place] == pytest.approx(value)


def test_the_shares_of_all_sentences_add_up_to_the_change() -> None:
    score = np.random.default_rng(1).normal(size=50)
    smoother = smoothed(score.tolist())
    for begin, end in ((0, 49), (10, 13), (30, 31)):
        shares = _course._shares(score, smoother, begin, end)
        assert shares.sum() == pytest.approx(smoother.line[end] - smoother.line[begin])


def test_a_turn_names_the_sentence_that_made_it(tmp_path: Path) -> None:
    text = paragraphs(PLAIN[:8], ["It was a horrible, cruel disaster."], PLAIN[8:])
    found = tl.compare.course_turns(reading(tmp_path, alpha=text)).query("voice == 'outlet'")
    assert set(found.loc[found["turn"] <= 2, "text"]) == {"It was a horrible, cruel disaster."}
    assert sorted(np.sign(found.loc[found["turn"] <= 2, "change"])) == [-1, 1]
    sizes = found.drop_duplicates("turn")["change"].abs()
    assert sizes.is_monotonic_decreasing


def test_an_even_text_has_no_turns(tmp_path: Path) -> None:
    assert tl.compare.course_turns(reading(tmp_path, alpha=paragraphs(PLAIN))).empty


def test_lines_stand_on_their_sentences(tmp_path: Path) -> None:
    read = reading(tmp_path, alpha=paragraphs(GLAD, SAD), beta=paragraphs(SAD[:2], GLAD[:2]))
    found = tl.compare.course_lines(read)
    assert found["position"].between(0, 1).all()
    for row in found.itertuples():
        assert read.corpus.text(row.article)[row.start : row.end] == row.text
    alpha = found.query("article == 'alpha' and voice == 'outlet'")
    assert alpha["smoothed"].iloc[0] > 0.5 > -0.5 > alpha["smoothed"].iloc[-1]


@pytest.mark.parametrize(
    ("quoted", "words"), [(True, "a disaster … a shame"), (False, "He called it … and … , twice.")]
)
def test_a_sentence_is_cut_into_voices(quoted: bool, words: str) -> None:
    text = "Yes. He called it a disaster and a shame, twice."
    spans = [(text.index(said), text.index(said) + len(said)) for said in ("a disaster", "a shame")]
    starts, ends = (np.array(limits) for limits in zip(*spans, strict=True))
    assert _scorers._of_voice(text[5:], 5, starts, ends, quoted=quoted) == words


def test_captions_and_an_empty_course(tmp_path: Path) -> None:
    text = "Horrible and cruel scenes of terror in the bayCredit: Getty"
    read = reading(tmp_path, alpha=text)
    assert tl.compare.course(read).empty
    assert tl.compare.course_lines(read).columns.tolist()[-1] == "smoothed"
    assert tl.compare.course_turns(read).columns.tolist()[-1] == "share"
