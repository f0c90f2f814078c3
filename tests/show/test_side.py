"""The side-by-side reader: every mark a target that explains itself, nothing lost, nothing run."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

import tellings as tl
from corpora import reading
from pairs import Pair, each_pair
from sides import Side
from tellings.show import _links
from tellings.show._side_layers import LAYERS, rows

ALPHA = """“We shall close the harbour of Lindow at noon on Friday,” said Ann Lowe, the minister. “It was a terrible mistake.”

<b>Bold</b> claims & 40 boats: Ann Lowe met in , who spoke. The government attacked the illegal plan.

She said she would not run again."""
BETA = """Ben Rook left the harbour of Lindow on Monday with 12 boats.

“We shall close the harbour,” said Ann Lowe. He called it “a terrible mistake” as well."""
MARK = re.compile(r"[a-z]+-([a-z]+)-\d+-\d+")
GAMMA = "Nothing happened in Marsh End, Cora Dale said."


@pytest.fixture(scope="module")
def three(tmp_path_factory: pytest.TempPathFactory) -> tl.read.Reading:
    return reading(tmp_path_factory.mktemp("three"), alpha=ALPHA, beta=BETA, gamma=GAMMA)


@pytest.fixture(scope="module")
def side(three: tl.read.Reading) -> Side:
    return Side(tl.show.side_by_side(three).html)


def test_every_row_of_every_layer_is_a_target(three: tl.read.Reading, side: Side) -> None:
    wanted = {
        _links.mark_anchor(row.article, name, row.start, row.end)
        for name, layer in LAYERS.items()
        for _, row in rows(three, layer)
    }
    assert len(wanted) > 20
    assert wanted <= set(side.ids)


def test_no_id_stands_twice_and_no_link_leads_nowhere(side: Side) -> None:
    assert [id_ for id_, n in Counter(side.ids).items() if n > 1] == []
    assert {href for href in side.hrefs if href[1:] not in side.ids} == set()
    assert set(side.targets) == set(side.notes)
    assert all(href.startswith("#") for href in side.hrefs)


def test_a_mark_holds_its_own_words(three: tl.read.Reading, side: Side) -> None:
    spans = [
        (_links.mark_anchor(row.article, name, row.start, row.end), row.text)
        for name in ("person", "number", "frame")
        for _, row in rows(three, LAYERS[name])
    ]
    assert {id_: side.marked[id_] for id_, _ in spans} == dict(spans)


def test_the_text_is_whole_and_nothing_else(three: tl.read.Reading, side: Side) -> None:
    for article in three.corpus:
        found = " ".join(
            text for id_, text in side.sentences.items() if re.fullmatch(rf"{article}-s\d+", id_)
        )
        assert found.split() == three.corpus.text(article).split()


def test_sentences_keep_the_ids_that_other_pages_lead_to(three: tl.read.Reading, side: Side) -> None:
    alpha = three.sentences[three.sentences["article"] == "alpha"]
    assert {_links.anchor("alpha", number) for number in range(len(alpha))} <= set(side.ids)


def test_every_mark_has_words_for_those_who_do_not_see(side: Side) -> None:
    assert all(name.strip() for name in side.names)
    assert any("said by Ann Lowe" in name for name in side.names)
    assert not [tag for tag, _ in side.tags if tag == "mark"]


def test_nothing_runs_and_nothing_is_fetched(side: Side) -> None:
    tags = {tag for tag, _ in side.tags}
    attributes = {name for _, given in side.tags for name in given}
    assert not tags & {"script", "iframe", "object", "img", "link"}
    assert not {name for name in attributes if name.startswith("on") or name in ("src", "style")}


def test_html_in_an_article_is_text(side: Side) -> None:
    assert any("<b>Bold</b>" in text for text in side.sentences.values())


def test_the_first_of_each_outlet_stand_side_by_side(three: tl.read.Reading) -> None:
    made = tl.show.side_by_side(three)
    assert made.articles == ("alpha", "beta", "gamma")
    assert slots(Side(made.html)) == ["0", "1", "2"]


def test_named_articles_stand_first_and_the_others_can_be_chosen(three: tl.read.Reading) -> None:
    made = Side(tl.show.side_by_side(three, articles=["gamma", "alpha"]).html)
    assert slots(made) == ["2", "0", ""]
    assert {"alpha-text", "beta-text", "gamma-text"} <= set(made.ids)


def slots(made: Side) -> list[str]:
    return [str(given["value"]) for tag, given in made.tags if tag == "option" and "selected" in given]


def test_each_choice_of_a_column_has_its_rule(three: tl.read.Reading) -> None:
    html = tl.show.side_by_side(three).html
    for slot in (1, 2, 3):
        for number in range(3):
            assert f'[data-slot="{slot}"] [value="{number}"]:checked)~.tl-columns>[data-n="{number}"]' in html


def test_a_single_article_has_nothing_to_choose(tmp_path: Path) -> None:
    made = Side(tl.show.side_by_side(reading(tmp_path, alpha=GAMMA)).html)
    assert slots(made) == []
    assert "alpha-s0" in made.ids


def test_layers_are_switched_by_boxes_and_brought_back_by_a_button(side: Side) -> None:
    boxes = {given["data-layer"]: "checked" in given for tag, given in side.tags if "data-layer" in given}
    assert boxes == {name: layer.on for name, layer in LAYERS.items()}
    forms = [given for tag, given in side.tags if tag == "form"]
    assert [form["method"] for form in forms] == ["dialog"]
    assert [given["type"] for tag, given in side.tags if tag == "button" and "type" in given] == ["reset"]


def test_only_the_layers_asked_for(three: tl.read.Reading) -> None:
    made = Side(tl.show.side_by_side(three, layers=["person"]).html)
    assert [given["data-layer"] for _, given in made.tags if "data-layer" in given] == ["person"]
    assert {match[1] for id_ in made.marked if (match := MARK.fullmatch(id_))} == {"person"}
    with pytest.raises(KeyError):
        tl.show.side_by_side(three, layers=["nonsense"])


def test_speakers_can_be_picked(three: tl.read.Reading) -> None:
    html = tl.show.side_by_side(three).html
    assert '<option value="0">Ann Lowe</option>' in html
    pieces = [given for _, given in Side(html).tags if "tl-quote" in str(given.get("class")).split()]
    assert {piece.get("data-who") for piece in pieces if piece.get("data-who")} >= {"0"}


def test_the_same_reading_gives_the_same_bytes(three: tl.read.Reading) -> None:
    assert tl.show.side_by_side(three).html == tl.show.side_by_side(three).html


def test_a_page_that_cannot_hold_all_says_so(three: tl.read.Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_links, "ON_PAGE", 2)
    made = tl.show.side_by_side(three)
    assert "The page holds the first 2 articles; the tables hold the other 1 as well." in made.html
    assert tl.show.side_opening(three)[0].text.endswith("The page holds the first 2.")


def test_an_article_without_marks_and_one_without_words(tmp_path: Path) -> None:
    made = Side(tl.show.side_by_side(reading(tmp_path, alpha="Rain.", beta="Sun.")).html)
    assert {"alpha-s0", "beta-s0"} <= set(made.ids)


@each_pair
def test_two_articles_are_light_enough_for_fifty(pair: Pair) -> None:
    found = tl.read.all(tl.load(str(pair.folder)))
    html = tl.show.side_by_side(found).html
    weight = len(html.encode())
    assert weight < 1_000_000
    assert weight / len(found.corpus) * 50 < 5_000_000
    made = Side(html)
    assert {href for href in made.hrefs if href[1:] not in made.ids} == set()


@each_pair
def test_every_row_of_the_pairs_is_a_target(pair: Pair) -> None:
    found = tl.read.all(tl.load(str(pair.folder)))
    ids = set(Side(tl.show.side_by_side(found).html).ids)
    lost = [
        (name, row.article, row.start, row.end)
        for name, layer in LAYERS.items()
        for _, row in rows(found, layer)
        if _links.mark_anchor(row.article, name, row.start, row.end) not in ids
    ]
    assert lost == []
