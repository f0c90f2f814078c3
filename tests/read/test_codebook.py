"""Codebooks: what is read, and that a fault is told with its file, line and key."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.errors import InputError
from tellings.read._codebook import codebook, shipped
from tellings.read._frame import PRIMARY
from tellings.read._frames import frames

GOOD = """title = "Mine"
sources = ["Me"]

[[frames]]
name = "sea"
definition = "Water."
cues = [
    "tide*",
    { cue = "wave", near = ["beach"], not_near = ["heat"] },
]
examples = ["The tide was in."]

[[frames]]
name = "land"
cues = ["hill"]
not_near = ["up"]
"""


def book(folder: Path, text: str) -> str:
    path = folder / "mine.toml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def fault(folder: Path, text: str) -> str:
    with pytest.raises(InputError) as caught:
        codebook(book(folder, text))
    return str(caught.value)


def test_reads_frames_with_conditions(tmp_path: Path) -> None:
    sea, land = codebook(book(tmp_path, GOOD)).frames
    assert sea.cues == ("tide*", "wave")
    assert sea.rules[1].near == ("beach",)
    assert sea.rules[1].not_near == ("heat",)
    assert land.rules[0].not_near == ("up",)
    assert sea.examples == ("The tide was in.",)


def test_an_edited_file_is_read_anew(tmp_path: Path) -> None:
    name = book(tmp_path, GOOD)
    assert codebook(name).title == "Mine"
    book(tmp_path, GOOD.replace("Mine", "Yours"))
    assert codebook(name).title == "Yours"


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "says"),
    [
        ('"tide*",', '"tide*", "ti*de",', 8, "cues", "'ti*de' is no cue"),
        ('"tide*",', "12,", 7, "cues", "a number is no cue"),
        ('near = ["beach"]', 'nigh = ["beach"]', 7, "cues", "no key 'nigh'"),
        ('cues = ["hill"]', 'cue = ["hill"]', 15, "cue", "Did you mean `cues`?"),
        ('cues = ["hill"]', 'cues = "hill"', 15, "cues", "a list of cues"),
        ('cues = ["hill"]', "cues = []", 15, "cues", "a list of cues"),
        ('cues = ["hill"]', 'cues = ["hill\\n"]', 15, "cues", "is no cue"),
        ('not_near = ["up"]', "not_near = [1]", 16, "not_near", "a list of texts"),
        ('not_near = ["up"]', "not_near = 2020-01-01", 16, "not_near", "here is a date"),
        ('name = "land"', 'name = "sea"', 14, "name", "a second frame is named 'sea'"),
        ('name = "land"', 'name = "la\\u0000nd"', 14, "name", "a name of letters"),
        ('name = "land"', "", 13, "name", "a name of letters"),
        ('sources = ["Me"]', "sources = [[]]", 2, "sources", "a list of texts"),
        ('title = "Mine"', "title = 3", 1, "title", "a text is expected"),
        ('definition = "Water."', "definition = true", 6, "definition", "here is true or false"),
    ],
)
def test_a_fault_names_file_line_and_key(
    tmp_path: Path, old: str, new: str, line: int, key: str, says: str
) -> None:
    message = fault(tmp_path, GOOD.replace(old, new))
    assert "mine.toml" in message
    assert f"line {line}, key `{key}`" in message
    assert says in message


def test_broken_toml_names_the_line(tmp_path: Path) -> None:
    assert "line 3" in fault(tmp_path, 'title = "x"\n\n[[frames]\n')


@pytest.mark.parametrize(
    "text",
    [
        "",
        "frames = 1",
        "frames = [1]",
        "frames = [{}]",
        "a = " + "[" * 5000,
        "title = " + '"' * 3,
        "[frames]\nname = 1",
        "[[frames]]\nname = 'x'\ncues = ['" + "a" * 500 + "']",
        "[[frames]]\nname = 'x'\ncues = ['*']",
        "[[frames]]\nname = 'x'\ncues = [" + "'a', " * 20_001 + "]",
        "x = 1e400\ny = nan",
    ],
)
def test_a_hostile_file_is_an_input_error(tmp_path: Path, text: str) -> None:
    assert fault(tmp_path, text)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_any_text_is_read_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("book") / "any.toml"
    path.write_bytes(("[[frames]]\nname = 'x'\n" + text).encode("utf-8", "surrogatepass"))
    with pytest.raises(InputError):
        codebook(str(path))


def test_bytes_that_are_no_text_and_names_that_are_no_file(tmp_path: Path) -> None:
    path = tmp_path / "latin.toml"
    path.write_bytes(b'title = "\xe9"')
    for name in (str(path), str(tmp_path), "nowhere", "no\0where.toml", str(tmp_path / "none.toml")):
        with pytest.raises(InputError):
            codebook(name)


@pytest.mark.parametrize("name", ["policy", "immigration"])
def test_shipped_books_are_whole(name: str) -> None:
    shipped_book = codebook(name)
    assert len(shipped_book.sources) >= 2
    for frame in shipped_book.frames:
        assert frame.definition
        assert frame.source
        assert len(frame.cues) >= 20
        assert len(frame.examples) >= 2


@pytest.mark.parametrize("name", ["policy", "immigration"])
def test_each_example_holds_a_cue_of_its_frame(name: str) -> None:
    for frame in codebook(name).frames:
        for example in frame.examples:
            assert frame.name in set(frames(example, book=name)["frame"]), example


def test_shipped_names() -> None:
    assert shipped() == ("immigration", "policy")
    assert set(PRIMARY) <= {frame.name for frame in codebook("policy").frames}
    kinds = {frame.name.split("_")[0] for frame in codebook("immigration").frames}
    assert {"threat", "victim", "hero"} <= kinds
