"""Loaded language: listed words with kind and plainer word, weighed words, and where neither speaks."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from tellings.read import loaded
from tellings.read._document import Document
from tellings.read._loaded import find
from tellings.read._loaded_model import association, feature_names, features, find_scored, find_words, numbers
from tellings.read._loaded_words import entries, forms, kinds

SEEDS = Path(__file__).parents[2] / "seeds"
ORIGINALS = Path(__file__).parents[3] / "shared" / "seeds"


def words(text: str) -> dict[str, tuple[str, str | None]]:
    rows = loaded(text)
    return {
        one.text: (one.kind, one.plainer if isinstance(one.plainer, str) else None)
        for one in rows.itertuples(index=False)
    }


@pytest.mark.parametrize(
    ("text", "word", "kind", "plainer"),
    [
        ("The mayor slammed the budget on Monday.", "slammed", "attack", "criticised"),
        ("The plan is a smokescreen, a rival said.", "smokescreen", "deceit", "distraction"),
        ("The sum is dwarfed by last year's.", "dwarfed", "size", "exceeded"),
        ("Staff were given a meagre rise.", "meagre", "size", "small"),
        ("It was a ruse to win the contract.", "ruse", "deceit", "plan"),
        ("The so-called experts met again.", "so-called", "doubt", None),
        ("Fans were swarming into the square.", "swarming", "flood", "gathering"),
        ("Police spoke of a breeding ground for theft.", "breeding ground", "flood", "place"),
        ("The regime in the capital issued stamps.", "regime", "label", "government"),
        ("Rents skyrocketed in June.", "skyrocketed", "size", "rose"),
    ],
)
def test_listed_words_with_kind_and_plainer_word(
    text: str, word: str, kind: str, plainer: str | None
) -> None:
    assert words(text)[word] == (kind, plainer)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The council meets on Tuesday at the town hall.",
        "The train leaves at noon and arrives at three.",
        "They claimed asylum in Dover last year.",
        "She was born after the Second World War.",
        "The bakery in Plague Street sells bread.",
        "The new brand of soap is sold in shops.",
    ],
)
def test_plain_sentences_hold_none(text: str) -> None:
    rows = loaded(text)
    assert rows.empty
    assert list(rows.columns) == [
        "start", "end", "text", "kind", "plainer", "valence", "chance", "listed", "quoted", "sentence",
    ]  # fmt: skip


def test_words_beyond_the_list_are_weighed() -> None:
    text = "These disgraceful fearmongers and their gullible dupes spread poisonous hatred."
    rows = loaded(text).set_index("text")
    assert not rows.loc["hatred", "listed"]
    assert rows.loc["hatred", "kind"] == "judgement"
    assert rows.loc["hatred", "valence"] < -2
    assert rows.loc["disgraceful", "listed"]


def test_offsets_valence_and_chance() -> None:
    text = "He said: “The minister’s pathetic charade is a disgraceful sham.” Then he left."
    rows = loaded(text)
    assert [text[a:b] for a, b in zip(rows["start"], rows["end"], strict=True)] == rows["text"].tolist()
    assert rows["chance"].between(0, 1).all()
    assert rows["valence"].between(-4, 4).all()
    assert rows.set_index("text").loc["charade", "quoted"]
    assert not loaded("It is a charade.").set_index("text").loc["charade", "quoted"]


def test_rows_never_overlap_and_stand_in_order() -> None:
    text = "The witch hunt, the war of words, the so-called fat-cat regime: a snake oil sham. " * 5
    rows = find(Document(text))
    assert len(rows) >= 25
    assert all(before.end <= after.start for before, after in pairwise(rows))


def test_a_verb_is_loaded_as_a_verb_only() -> None:
    assert words("Papers branded the plan a failure.")["branded"] == ("assertion", "called")
    assert "brand" not in words("A brand of tea sells well.")


def test_forms_of_verbs() -> None:
    assert forms("slam").ing == "slamming"
    assert forms("erupt").past == "erupted"
    assert forms("spew").past == "spewed"
    assert forms("bash").third == "bashes"
    assert forms("rise").participle == "risen"
    assert forms("play down").ing == "playing down"


def test_the_list_is_whole() -> None:
    listed = {entry.form for entry in entries()}
    assert len(kinds()) == 10
    assert len(listed) > 1500
    assert all(entry.plainer != entry.form for entry in entries())
    assert all(-4 <= entry.valence <= 4 for entry in entries())
    assert {"criticised"} == {entry.plainer for entry in entries() if entry.form == "lambasted"}


def test_shipped_numbers_are_whole() -> None:
    shipped = numbers()
    assert list(shipped.word) == feature_names()
    assert len(shipped.associations) > 50_000
    assert association("Slammed")[0] > association("Tuesday")[0]
    assert association("left-wingers") == association("wingers") or "left-wingers" in shipped.associations
    assert association("qqqzx") == (0.0, 0.0)


def test_every_feature_has_a_weight() -> None:
    document = Document("The idiotic, anti-American regime slammed “awful” socialists suddenly. Wow!")
    named = {name for word in document(find_words) for name in features(word)}
    assert named <= set(numbers().word)
    assert {"list always", "anti-", "-ism", "-ly", "quoted", "negative"} <= named
    chances = {one.word.word: one.chance for one in document(find_scored)}
    assert chances["idiotic"] > chances["suddenly"]


@pytest.mark.parametrize(
    "text", ["x" * 100_000, "“" * 5_000, "slam " * 3_000, "İ slammed", "-- -- ' '", "\n\n\n"]
)
def test_odd_texts(text: str) -> None:
    rows = loaded(text)
    assert all(text[a:b] == word for a, b, word in zip(rows["start"], rows["end"], rows["text"], strict=True))


@pytest.mark.parametrize("folder", [SEEDS, ORIGINALS])
def test_the_pair_of_articles(folder: Path) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.txt"))]
    if not texts:
        pytest.skip("the articles are not here")
    found = [set(loaded(text)["text"]) for text in texts]
    assert {"slammed", "smokescreen", "ruse", "meagre", "dwarfed", "branded"} <= found[0]
    assert "smokescreen" in found[1]
    assert len(found[1]) < len(found[0]) < 30
