"""The explorers: what each control changes, what is wrong is said, and a whole table where nobody is there."""

from __future__ import annotations

from pathlib import Path

import pytest

import tellings as tl
from tellings.errors import InputError
from tellings.explore import _explorer
from tellings.explore._explorer import Explorer
from tellings.show import Published, SideBySide

pytest.importorskip("ipywidgets", reason="the extra `explore` is not installed")

HARBOUR = """Ministers promised a bigger harbour on Monday, and the police promised an arrest.

"The harbour pays for itself," said Ada Quill, the mayor. Critics fear the cost of the harbour.
"""
FERRY = """The ferry will cost more, the minister said. A judge ruled that the ferry may sail.

Harbour workers called the ruling <b>a scandal</b> & went on strike over pay.
"""


@pytest.fixture(scope="module")
def reading(tmp_path_factory: pytest.TempPathFactory) -> tl.read.Reading:
    folder = tmp_path_factory.mktemp("articles")
    (folder / "harbour.txt").write_text(HARBOUR)
    (folder / "ferry.txt").write_text(FERRY)
    (folder / "third.txt").write_text(
        "The lighthouse stays dark. The keeper says the tax is to blame for it."
    )
    (folder / "metadata.csv").write_text(
        "file,outlet\nharbour.txt,The Owl\nferry.txt,<i>The Heron</i>\nthird.txt,The Tern\n"
    )
    return tl.read.all(tl.load(folder))


def live(explorer: object) -> Explorer:
    assert isinstance(explorer, Explorer)
    return explorer


def body(explorer: Explorer) -> str:
    return explorer.html.partition("</style>")[2]


def test_the_lines_follow_the_term_and_the_outlet(reading: tl.read.Reading) -> None:
    explorer = live(tl.explore.concordance(reading, "harbour", live=True))
    assert body(explorer).count("<tr>") == 5  # a heading and four places
    explorer.controls["outlet"].value = "The Owl"
    assert body(explorer).count("<tr>") == 4
    explorer.controls["term"].value = "ferr*"
    assert "stands nowhere in The Owl" in body(explorer)
    explorer.controls["outlet"].value = ""
    assert body(explorer).count("<tr>") == 3


def test_lines_are_sorted_as_chosen(reading: tl.read.Reading) -> None:
    explorer = live(tl.explore.concordance(reading, "promised", live=True))
    assert body(explorer).index("a bigger") < body(explorer).index("an arrest")
    explorer.controls["sort"].value = "left"
    assert body(explorer).index("a bigger") < body(explorer).index("an arrest")  # ministers, police
    explorer.controls["term"].value = "the"
    explorer.controls["sort"].value = "right"
    assert body(explorer).index(" cost of") < body(explorer).index(" tax is")


def test_what_cannot_be_looked_up_is_said_and_typing_goes_on(reading: tl.read.Reading) -> None:
    explorer = live(tl.explore.concordance(reading, "harbour", live=True))
    explorer.controls["regex"].value = True
    explorer.controls["term"].value = "(har"
    assert 'role="alert"' in body(explorer)
    assert "&#39;(har&#39; cannot be used" in body(explorer)
    explorer.controls["term"].value = "(har|fer)"
    assert body(explorer).count("<tr>") == 7
    explorer.controls["term"].value = "  "
    assert "Type a word" in body(explorer)


@pytest.mark.parametrize("term", ["<b>", "&", "<img src=x onerror=alert(1)>", "a scandal"])
def test_whatever_is_typed_or_found_is_text(reading: tl.read.Reading, term: str) -> None:
    explorer = live(tl.explore.concordance(reading, term, live=True))
    assert "<b>" not in body(explorer)
    assert "<img" not in body(explorer)
    assert "<i>The Heron" not in body(explorer)


def test_the_first_term_is_the_commonest_content_word(reading: tl.read.Reading) -> None:
    explorer = live(tl.explore.concordance(reading, live=True))
    assert explorer.controls["term"].value == "harbour"


def test_a_frame_shows_its_cues_in_their_sentences(reading: tl.read.Reading) -> None:
    explorer = live(tl.explore.frames(reading, "economic", live=True))
    assert "<mark>cost</mark>" in body(explorer)
    names = [label for label, _ in explorer.controls["frame"].options]
    assert len(names) == len(tl.read.codebook("policy").frames)
    held = int((reading.frames["frame"] == "economic").sum())
    assert f"economic ({held})" in names
    explorer.controls["frame"].value = "security"
    assert "<strong>security</strong>" in body(explorer)
    assert "<mark>cost</mark>" not in body(explorer)


def test_another_codebook_has_its_own_frames_and_cues(reading: tl.read.Reading) -> None:
    explorer = live(tl.explore.frames(reading, live=True))
    explorer.controls["codebook"].value = "immigration"
    frame = explorer.controls["frame"].value
    assert frame in {one.name for one in tl.read.codebook("immigration").frames}
    assert f"<strong>{frame}</strong>" in body(explorer)
    before = reading.frames.copy()
    explorer.controls["codebook"].value = "policy"
    assert f"<strong>{explorer.controls['frame'].value}</strong>" in body(explorer)
    assert reading.frames.equals(before)  # looking changes no reading


def test_cues_of_another_codebook_are_those_of_a_reading_with_it(reading: tl.read.Reading) -> None:
    with_it = tl.read.all(reading.corpus, codebook="immigration")
    explorer = live(tl.explore.frames(reading, live=True))
    explorer.controls["codebook"].value = "immigration"
    counted = {name: int(label.rpartition("(")[2][:-1]) for label, name in explorer.controls["frame"].options}
    found = with_it.frames["frame"].value_counts().to_dict()
    assert {name: n for name, n in counted.items() if n} == found


def test_own_codebook_and_what_is_not_there(reading: tl.read.Reading, tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('title = "Mine"\n[[frames]]\nname = "<sea>"\ncues = ["harbour", "ferry"]\n')
    own = tl.read.all(reading.corpus, codebook=str(path))
    explorer = live(tl.explore.frames(own, codebook=str(path), live=True))
    assert explorer.controls["frame"].value == "<sea>"
    assert "<sea>" not in body(explorer)
    assert "&lt;sea&gt;" in body(explorer)
    with pytest.raises(InputError, match=r"no frame 'nothing'.*economic"):
        tl.explore.frames(reading, "nothing")
    with pytest.raises(InputError, match="no codebook 'none'"):
        tl.explore.frames(reading, codebook="none")


def test_two_articles_and_no_other_are_laid_out(reading: tl.read.Reading) -> None:
    explorer = live(tl.explore.side_by_side(reading, ("ferry", "third"), live=True))
    assert "lighthouse" in body(explorer)
    assert "Ada" not in body(explorer)
    explorer.controls["right"].value = "harbour"
    assert "Ada" in body(explorer)
    assert "lighthouse" not in body(explorer)
    assert "<b>a scandal" not in body(explorer)
    explorer.controls["left"].value = "harbour"
    assert 'role="alert"' in body(explorer)
    explorer.controls["left"].value = "third"
    assert 'role="alert"' not in body(explorer)


def test_two_articles_mean_two_that_are_there(reading: tl.read.Reading, tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"No article has the id 'fery'\. Did you mean 'ferry'"):
        tl.explore.side_by_side(reading, ("fery", "third"))
    with pytest.raises(InputError, match="not 3"):
        tl.explore.side_by_side(reading, ("ferry", "third", "harbour"))
    (tmp_path / "one.txt").write_text(HARBOUR)
    alone = tl.explore.side_by_side(tl.read.all(tl.load(tmp_path)), live=True)
    assert isinstance(alone, SideBySide)
    assert alone.articles == ("one",)


def test_where_nobody_is_the_first_choice_stands_whole_with_the_others_named(
    reading: tl.read.Reading,
) -> None:
    lines = tl.explore.concordance(reading, "harbour")
    assert isinstance(lines, Published)
    assert lines.rows == 4
    assert "In JupyterLab: type another term" in lines.html
    cues = tl.explore.frames(reading, "economic")
    assert isinstance(cues, Published)
    assert "morality" in cues.html.partition("<table>")[0]
    assert "immigration" in cues.html.partition("<table>")[0]
    side = tl.explore.side_by_side(reading)
    assert isinstance(side, SideBySide)
    assert "among 3 articles" in side.html


def test_a_missing_extra_is_named(reading: tl.read.Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(_explorer, "import_module", missing)
    for explore in (tl.explore.concordance, tl.explore.frames, tl.explore.side_by_side):
        with pytest.raises(InputError, match=r"ipywidgets.*extra `explore`.*live=False"):
            explore(reading, live=True)
        assert not isinstance(explore(reading, live=False), Explorer)
    monkeypatch.setattr(_explorer, "attended", lambda: True)
    with pytest.raises(InputError, match="pip install 'tellings"):
        tl.explore.concordance(reading)


def test_a_large_corpus_waits_for_enter(reading: tl.read.Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    assert live(tl.explore.concordance(reading, live=True)).controls["term"].continuous_update
    monkeypatch.setattr(_explorer, "LIVE_CHARACTERS", 10)
    assert not live(tl.explore.concordance(reading, live=True)).controls["term"].continuous_update


def test_every_control_says_what_it_is_and_the_answer_is_announced(reading: tl.read.Reading) -> None:
    for explore in (tl.explore.concordance, tl.explore.frames, tl.explore.side_by_side):
        explorer = live(explore(reading, live=True))
        assert all(control.description for control in explorer.controls.values())
        assert 'aria-live="polite"' in explorer.html
        assert "application/vnd.jupyter.widget-view+json" in explorer._repr_mimebundle_()
