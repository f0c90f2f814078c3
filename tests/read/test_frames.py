"""Frame cues: every cue at its place, its conditions kept, whatever the order of the codebook."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tellings.read._cue_index import Condition, CueIndex, lay, longest, plain
from tellings.read._frames import frames


def book(folder: Path, *frames_: tuple[str, list[str]], extra: str = "") -> str:
    path = folder / "mine.toml"
    text = "".join(
        f"[[frames]]\nname = {name!r}\ncues = [{', '.join(cues)}]\n{extra}\n" for name, cues in frames_
    )
    path.write_text(text, encoding="utf-8")
    return str(path)


def found(text: str, name: str) -> list[tuple[str, str, str]]:
    rows = frames(text, book=name)
    assert [text[a:b] for a, b in zip(rows["start"], rows["end"], strict=True)] == rows["text"].tolist()
    return list(rows[["text", "frame", "cue"]].itertuples(index=False, name=None))


def test_wildcards_stand_for_the_rest_of_a_word_only(tmp_path: Path) -> None:
    name = book(tmp_path, ("move", ['"migra*"']), ("work", ['"job"']))
    text = "Migrants and emigrants seek a job, not jobs; migration pays."
    assert [row[0] for row in found(text, name)] == ["Migrants", "job", "migration"]


def test_phrases_bear_wide_spaces_hyphens_and_wildcards_within(tmp_path: Path) -> None:
    name = book(tmp_path, ("right", ['"far-right"']), ("grow", ['"scal* up"']), ("many", ['"mass migra*"']))
    text = "The far right is scaling\u00a0up, says a far-right paper: mass  migration."
    assert [row[0] for row in found(text, name)] == [
        "far right",
        "scaling\u00a0up",
        "far-right",
        "mass  migration",
    ]


def test_a_phrase_does_not_reach_over_a_sentence(tmp_path: Path) -> None:
    name = book(tmp_path, ("x", ['"border force"']))
    assert found("He crossed the border. Force was used.", name) == []


def test_possessives_and_curly_marks(tmp_path: Path) -> None:
    name = book(tmp_path, ("land", ['"britain"', '"don\'t know"']))
    assert [row[0] for row in found("Britain’s voters don’t know.", name)] == ["Britain", "don’t know"]


def test_near_and_not_near_within_five_words_of_the_sentence(tmp_path: Path) -> None:
    rule = '{ cue = "sentence", near = ["judge*"], not_near = ["this"] }'
    name = book(tmp_path, ("law", [rule]))
    assert len(found("The judge passed a sentence.", name)) == 1
    assert len(found("A sentence came from the two judges.", name)) == 1
    assert found("The long sentence bored me.", name) == []
    assert found("The judge read this sentence.", name) == []
    assert found("The judge left. A sentence stood there.", name) == []
    assert found("The judge one two three four five sentence.", name) == []


def test_the_longest_cue_of_a_frame_counts_and_other_frames_count_too(tmp_path: Path) -> None:
    name = book(tmp_path, ("sky", ['"climate"', '"climate change"']), ("turn", ['"change"']))
    assert found("Climate change is here.", name) == [
        ("Climate change", "sky", "climate change"),
        ("change", "turn", "change"),
    ]


def test_the_order_of_the_cues_makes_no_difference(tmp_path: Path) -> None:
    cues = ["tax", "tax*", "income tax", "tax cut*", "cuts", "income", "cut*", "in*"]
    text = "Income tax cuts: taxes on income are cut. Taxing in cutters."
    draw = random.Random(1)
    answers = set()
    for _ in range(8):
        draw.shuffle(cues)
        answers.add(tuple(found(text, book(tmp_path, ("x", [f'"{cue}"' for cue in cues])))))
    assert len(answers) == 1
    assert [row[0] for row in answers.pop()][:2] == ["Income tax", "cuts"]


def test_agrees_with_a_plain_search_on_random_texts() -> None:
    draw = random.Random(7)
    letters = "ab"
    words = ["".join(draw.choices(letters, k=draw.randint(1, 3))) for _ in range(2000)]
    cues = [Condition(cue, (), ()) for cue in ("a", "ab*", "b a", "ba* b", "a* a* b", "aab")]
    text = " ".join(words)
    got = {(m.first, m.last, cues[m.condition].cue) for m in CueIndex(cues)(lay(text, [(0, len(text))]))}
    want = {
        (first, first + len(parts), cue.cue)
        for cue in cues
        for parts in [cue.cue.split()]
        for first in range(len(words) - len(parts) + 1)
        if all(
            w.startswith(p[:-1]) if p.endswith("*") else w == p
            for w, p in zip(words[first : first + len(parts)], parts, strict=True)
        )
    }
    assert got == want
    assert len(want) > 100


def test_longest_keeps_what_lies_apart() -> None:
    cues = [Condition(cue, (), ()) for cue in ("one two", "two three", "three")]
    laid = lay("one two three", [(0, 13)])
    assert [(m.first, m.last) for m in longest(CueIndex(cues)(laid))] == [(0, 2), (2, 3)]


@pytest.mark.parametrize("text", ["", " \n", "“”", "…", "İİİ", "x" * 300_000, "law " * 30_000, "’s ’s 's"])
def test_odd_texts(text: str) -> None:
    rows = frames(text)
    assert list(rows.columns) == ["start", "end", "text", "frame", "cue", "sentence"]
    assert len(rows) == text.count("law ")


def test_empty_has_its_types() -> None:
    assert frames("").dtypes.astype(str).to_dict()["start"] == "int64"


def test_letters_whose_small_form_is_longer_keep_their_places() -> None:
    text = "İstanbul İİ voters"
    assert frames(text)["text"].tolist() == ["voters"]


def test_plain_leaves_short_words_alone() -> None:
    assert plain("'s") == "'s"
    assert plain("U.S.") == "u.s."


def test_immigration_book_tells_threat_from_victim() -> None:
    threat = frames("A flood of illegal migrants must be deported.", book="immigration")
    victim = frames("Refugees fled torture and drowned.", book="immigration")
    assert set(threat["frame"]) == {"threat_public_order", "threat_national_cohesion"}
    assert set(victim["frame"]) == {"victim_humanitarian"}
