from __future__ import annotations

import numpy as np
import pytest

import tellings as tl
from tellings.read import _lexica, _stance
from tellings.read._stance_context import ZONES, Context


def towards(sentence: str, target: str) -> str:
    start = sentence.index(target)
    return tl.read.stance(sentence, start, start + len(target))


@pytest.mark.parametrize(
    ("sentence", "target", "label"),
    [
        ("Critics accused Mrs Hale of lying about the disastrous scheme.", "Mrs Hale", "negative"),
        ("Mr Olsen is a corrupt liar who betrayed his voters.", "Mr Olsen", "negative"),
        ("Supporters hailed Ms Otieno as a brave and brilliant leader.", "Ms Otieno", "positive"),
        ("Dr Lind won praise for her courage and generosity.", "Dr Lind", "positive"),
        ("Mr Brandt said the meeting would begin at nine on Tuesday.", "Mr Brandt", "neutral"),
        ("On Monday, Ms Falk told reporters that the letter had been sent.", "Ms Falk", "neutral"),
    ],
)
def test_plain_cases(sentence: str, target: str, label: str) -> None:
    assert towards(sentence, target) == label


def test_the_same_sentence_may_be_against_one_and_not_the_other() -> None:
    sentence = "Ms Falk accused Mr Brandt of lying to voters."
    falk, brandt = (_scores(sentence, name) for name in ("Ms Falk", "Mr Brandt"))
    assert brandt[0] > falk[0]
    assert towards(sentence, "Mr Brandt") == "negative"


def test_the_name_itself_has_no_weight() -> None:
    sentences = [
        f"Reporters asked {name} about the vote." for name in ("Joyce Grace", "Donald Trump", "Ruth Killer")
    ]
    scores = {_scores(sentence, sentence[16 : sentence.index(" about")]) for sentence in sentences}
    assert len(scores) == 1


def test_reasons_make_the_scores_and_stand_where_they_say() -> None:
    sentence = "“What a disgrace,” the paper wrote, but Mr Olsen never apologised to the grieving families."
    start = sentence.index("Mr Olsen")
    reasons = tl.read.stance_reasons(sentence, start, start + 8)
    judged = _stance.judge(sentence, start, start + 8)
    assert reasons["negative"].sum() == pytest.approx(judged.negative)
    assert reasons["positive"].sum() == pytest.approx(judged.positive)
    for row in reasons.itertuples():
        assert sentence[row.start : row.end] == row.text
    features = set(reasons["feature"])
    assert {"attached: not apologised", "other voice: disgrace"} <= features
    strength = reasons[["negative", "positive"]].abs().max(axis=1)
    assert strength.is_monotonic_decreasing


def test_doers_undergoers_and_objects_are_told_apart() -> None:
    doer = _cues("Mr Olsen attacked the bill.", "Mr Olsen")
    undergoer = _cues("Mr Olsen was attacked by the union.", "Mr Olsen")
    thing = _cues("The union attacked Mr Olsen.", "Mr Olsen")
    assert "doer: attacked" in doer
    assert "undergoer: attacked" in undergoer
    assert "object: attacked" in thing
    assert "linked by: by" in _cues("He was criticised by Mr Olsen.", "Mr Olsen")


def test_zones_nest_around_the_target() -> None:
    sentence = (
        "The angry crowd left, and the weary guards watched her closely before the long dark night fell."
    )
    start = sentence.index("her")
    zones: dict[str, list[str]] = {zone: [] for zone in ZONES}
    for zone, word in Context(sentence, start, start + 3).zones():
        zones[zone].append(word.key)
    assert zones["led in"] == ["weary", "guards", "watched"]
    assert zones["led out"] == ["closely", "before", "the", "long", "dark"]
    assert "angry" in zones["before"]
    assert "angry" not in zones["clause"]
    assert set(zones["before"]) | set(zones["after"]) == set(zones["sentence"])


def test_words_nearer_to_another_name_are_known() -> None:
    sentence = "Ms Falk, who praised the weather, blamed the cruel Mr Brandt."
    zones = [(word.key, zone) for zone, word in Context(sentence, 0, 7).zones()]
    theirs = {key for key, zone in zones if zone == "theirs"}
    assert {"cruel", "blamed"} <= theirs
    assert not theirs & {"who", "praised"}


def test_a_pronoun_can_be_the_target() -> None:
    assert {"target: pronoun", "target: pronoun as subject"} <= _cues("He failed them.", "He")
    assert towards("He lied, cheated and stole from the poor.", "He") == "negative"


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (4, 2), (0, 99)])
def test_a_target_outside_the_text_is_an_error(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="outside the text"):
        tl.read.stance("Short.", start, end)
    with pytest.raises(ValueError, match="outside the text"):
        tl.read.stance_reasons("Short.", start, end)


@pytest.mark.parametrize("text", ["“" * 3000, "a" * 50_000, "not good " * 2000, ". . .", "é"])
def test_odd_text_has_a_label(text: str) -> None:
    assert tl.read.stance(text, 0, 1) in {"negative", "neutral", "positive"}


def test_the_table_holds_no_names_and_finite_weights() -> None:
    table = _lexica.weights("stance_weights.npz")
    assert table["weights"].shape == (len(ZONES), len(table["words"]), 2)
    assert len(table["cues"]) == len(table["cue_weights"])
    assert np.isfinite(table["weights"].astype(float)).all()
    words = {word for cue in table["cues"].tolist() for word in cue.partition(": ")[2].split()} | set(
        table["words"].tolist()
    )
    assert not words & {"trump", "obama", "clinton", "romney", "sanders", "biden", "kavanaugh", "starmer"}
    assert all(word == word.lower() or word == "NAME" for word in words)


def _scores(sentence: str, target: str) -> tuple[float, float]:
    start = sentence.index(target)
    return _stance.judge(sentence, start, start + len(target))[1:]


def _cues(sentence: str, target: str) -> set[str]:
    start = sentence.index(target)
    return {cue.name for cue in Context(sentence, start, start + len(target)).cues()}
