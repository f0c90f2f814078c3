"""Paths in, a corpus out: what is found, what is listed, what is an error."""

from __future__ import annotations

import hashlib
import os
import socket
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

import tellings as tl
from tellings.corpus import _find
from tellings.errors import InputError

PROSE = (
    "The harbour board met on Monday and agreed to widen the eastern quay. The work, which has been put off "
    "twice, will begin in March and is expected to last for two years. A spokesman for the board said that the "
    "fishing boats would not have to move. Traders on the front were less sure, and said they had not been asked."
)
ORIGINALS = Path(__file__).resolve().parents[3] / "shared" / "seeds"


def write(folder: Path, **files: str | bytes) -> Path:
    for name, content in files.items():
        path = folder / f"{name}.txt"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder


def test_each_file_is_an_article_of_its_own_outlet(tmp_path: Path) -> None:
    corpus = tl.load(write(tmp_path, herald=PROSE, courier=PROSE.replace("harbour", "port")))
    assert list(corpus) == ["courier", "herald"]
    assert corpus.outlets == ("courier", "herald")
    assert corpus.text("herald") == PROSE
    row = corpus.articles.set_index("article").loc["herald"]
    assert row["sha256"] == hashlib.sha256(PROSE.encode()).hexdigest()
    assert (row["chars"], row["words"], row["path"]) == (len(PROSE), len(PROSE.split()), "herald.txt")
    assert (row["encoding"], row["language"], row["notes"]) == ("utf-8", "en", "")
    assert corpus.articles["title"].isna().all()


def test_nested_folders_have_paths_relative_to_the_root(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b"
    deep.mkdir(parents=True)
    write(deep, one=PROSE)
    write(tmp_path, one=PROSE + " More.")
    corpus = tl.load(tmp_path)
    assert corpus.articles["path"].tolist() == ["a/b/one.txt", "one.txt"]
    assert corpus.articles["article"].tolist() == ["a-b-one", "one"]
    assert len(set(corpus.articles["outlet"])) == 2


def test_the_same_folder_elsewhere_gives_the_same_tables(tmp_path: Path) -> None:
    tables = []
    for place in ("here", "some/where/else"):
        folder = tmp_path / place
        folder.mkdir(parents=True)
        tables.append(tl.load(write(folder, x=PROSE, y=PROSE.upper())).articles)
    assert tables[0].equals(tables[1])


def test_a_relative_path_gives_what_an_absolute_one_does(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, x=PROSE)
    monkeypatch.chdir(tmp_path)
    assert tl.load(".").articles.equals(tl.load(tmp_path).articles)
    assert tl.load("x.txt").articles.equals(tl.load(tmp_path).articles)


def test_a_list_of_paths_is_one_corpus(tmp_path: Path) -> None:
    for name in ("left", "right"):
        (tmp_path / name).mkdir()
        write(tmp_path / name, one=f"{name}: {PROSE}")
    corpus = tl.load([tmp_path / "left", str(tmp_path / "right" / "one.txt")])
    assert corpus.articles["path"].tolist() == ["left/one.txt", "right/one.txt"]


def test_a_path_given_twice_is_loaded_once_and_said(tmp_path: Path) -> None:
    write(tmp_path, one=PROSE)
    corpus = tl.load([tmp_path, tmp_path / "one.txt"])
    assert len(corpus) == 1
    assert corpus.problems["reason"].tolist() == ["given twice"]


def test_metadata_given_among_files_describes_them(tmp_path: Path) -> None:
    write(tmp_path, one=PROSE)
    (tmp_path / "metadata.csv").write_text("file,outlet\none.txt,The Herald\n")
    assert tl.load(sorted(tmp_path.iterdir())).outlets == ("The Herald",)


def test_nothing_depends_on_locale_or_home(tmp_path: Path) -> None:
    (tmp_path / "é 新.txt").write_text(PROSE + " “Café”")
    (tmp_path / "metadata.csv").write_text("file,outlet\né 新.txt,Süd\n")
    code = f"import tellings as tl; c = tl.load({str(tmp_path)!r}); print(ascii((c.outlets, c.text('e'))))"
    runs = [
        subprocess.run(
            [sys.executable, "-c", code], env=env, cwd="/", capture_output=True, text=True, check=True
        ).stdout
        for env in (
            {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"},
            {"LC_ALL": "C.UTF-8", "HOME": "/"},
        )
    ]
    assert runs[0] == runs[1]
    assert "S\\xfcd" in runs[0]


def test_a_working_directory_that_is_gone_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    with pytest.raises(InputError, match="gone"):
        tl.load("seeds")
    with pytest.raises(InputError, match="gone"):
        tl.load(".")


@pytest.mark.parametrize("limit", [0, -1, "10", 1.5, None])
def test_a_limit_that_is_none_is_an_error(tmp_path: Path, limit: object) -> None:
    with pytest.raises(InputError, match="max_bytes"):
        tl.load(write(tmp_path, one=PROSE), max_bytes=limit)  # type: ignore[arg-type]


def test_the_ending_may_be_in_capitals(tmp_path: Path) -> None:
    (tmp_path / "ONE.TXT").write_text(PROSE)
    assert tl.load(tmp_path).outlets == ("ONE",)


BAD = {
    "empty": (b"", "empty"),
    "white": (b" \n\t\r\n ", "only white space"),
    "zeros": (b"\x00" * 500, "binary data, not text"),
    "picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not text but a PNG picture"),
    "paper": (b"%PDF-1.7 and so on", "not text but a PDF"),
    "large": (b"word " * 300, "larger than 1,000 bytes"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_listed_and_the_rest_goes_on(tmp_path: Path, name: str) -> None:
    content, reason = BAD[name]
    write(tmp_path, **{name: content, "good": PROSE})
    corpus = tl.load(tmp_path, max_bytes=1_000)
    assert list(corpus) == ["good"]
    assert corpus.problems[["file", "reason"]].values.tolist() == [[f"{name}.txt", reason]]
    assert corpus.problems["advice"].str.len().min() > 10


def test_articles_in_are_articles_loaded_and_problems(tmp_path: Path) -> None:
    write(tmp_path, **{name: content for name, (content, _) in BAD.items()}, good=PROSE)
    corpus = tl.load(tmp_path, max_bytes=1_000)
    assert len(corpus) + len(corpus.problems) == len(BAD) + 1


def test_a_folder_of_bad_files_is_an_error_that_lists_them(tmp_path: Path) -> None:
    write(tmp_path, empty=b"", zeros=b"\0" * 99)
    with pytest.raises(InputError, match=r"(?s)empty\.txt: empty\..*zeros\.txt: binary data"):
        tl.load(tmp_path)


@pytest.mark.parametrize("given", [[], "", b"seeds", 3, None, {"a": 1}, [3]])
def test_what_is_no_path_is_an_error(given: object) -> None:
    with pytest.raises(InputError):
        tl.load(given)  # type: ignore[arg-type]


def test_a_missing_path_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nowhere does not exist\. Check the spelling"):
        tl.load(tmp_path / "nowhere")
    with pytest.raises(InputError, match="cannot be opened"):
        tl.load("nul\0byte")
    with pytest.raises(InputError, match="cannot be opened"):
        tl.load("x" * 5000)


def test_an_empty_folder_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("About this folder")
    with pytest.raises(InputError, match=r"no \.txt file in .* Put the articles there"):
        tl.load(tmp_path)


def test_a_file_of_another_kind_is_an_error_where_it_is_named(tmp_path: Path) -> None:
    path = tmp_path / "story.pdf"
    path.write_bytes(b"%PDF-1.4")
    with pytest.raises(InputError, match=r"story\.pdf is not of a kind that can be loaded\. A path may be"):
        tl.load(path)


def test_files_that_look_like_articles_are_listed_others_are_not(tmp_path: Path) -> None:
    write(tmp_path, story=PROSE)
    for name in ("README.md", "LICENSE.md", "story.html", "photo.jpg", ".gitignore", "script.py"):
        (tmp_path / name).write_text("x")
    for name in ("other.html", "memo.docx", "rows.jsonl", ".hidden.txt"):
        (tmp_path / name).write_text("x")
    (tmp_path / ".git").mkdir()
    write(tmp_path / ".git", packed=PROSE)
    corpus = tl.load(tmp_path)
    assert list(corpus) == ["story"]
    assert corpus.problems["file"].tolist() == [".hidden.txt", "memo.docx", "other.html", "rows.jsonl"]


def test_a_pipe_does_not_hang_the_load(tmp_path: Path) -> None:
    write(tmp_path, good=PROSE)
    os.mkfifo(tmp_path / "pipe.txt")
    corpus = tl.load(tmp_path)
    assert corpus.problems["reason"].tolist() == ["not a file but a pipe"]
    with pytest.raises(InputError, match="is not a file or a folder but a pipe"):
        tl.load(tmp_path / "pipe.txt")


def test_a_socket_is_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, good=PROSE)
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("sock.txt")
        assert tl.load(".").problems["reason"].tolist() == ["not a file but a socket"]


def test_links_that_lead_nowhere_or_round_are_listed(tmp_path: Path) -> None:
    write(tmp_path, good=PROSE)
    (tmp_path / "broken.txt").symlink_to(tmp_path / "gone")
    (tmp_path / "round.txt").symlink_to("round.txt")
    (tmp_path / "up").symlink_to(tmp_path)
    (tmp_path / "folder.txt").mkdir()
    corpus = tl.load(tmp_path)
    assert list(corpus) == ["good"]
    assert corpus.problems["file"].tolist() == ["broken.txt", "folder.txt", "round.txt", "up"]
    assert (
        corpus.problems["reason"]
        .str.startswith(("cannot be read", "a folder, not a file", "a link to a folder"))
        .all()
    )
    with pytest.raises(InputError, match="is a link to something that is not there"):
        tl.load(tmp_path / "broken.txt")
    with pytest.raises(InputError, match="cannot be opened"):
        tl.load(tmp_path / "round.txt")


def test_a_link_to_a_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "linked.txt").symlink_to(write(tmp_path, real=PROSE) / "real.txt")
    assert tl.load(tmp_path / "in").text("linked") == PROSE


def test_rights_that_are_missing_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, good=PROSE, locked=PROSE)
    (tmp_path / "shut").mkdir()
    real_open, real_scan = os.open, os.scandir

    def refusing_open(path: os.PathLike[str], flags: int) -> int:
        if Path(path).stem == "locked":
            raise PermissionError(13, "Permission denied")
        return real_open(path, flags)

    def refusing_scan(path: os.PathLike[str]) -> object:
        if Path(path).name == "shut":
            raise PermissionError(13, "Permission denied")
        return real_scan(path)

    monkeypatch.setattr(_find.os, "open", refusing_open)
    monkeypatch.setattr(_find.os, "scandir", refusing_scan)
    corpus = tl.load(tmp_path)
    assert list(corpus) == ["good"]
    assert corpus.problems["file"].tolist() == ["locked.txt", "shut"]
    assert corpus.problems["reason"].str.endswith("cannot be read: Permission denied").all()
    assert corpus.problems["advice"].str.contains("chmod").all()


HOSTILE = [
    "two words", "it's \"quoted\"", "new\nline", "-rf", "--help", "..", "...", "a" * 251, "<script>alert(1)",

    "&amp;", "%2e%2e", "con", "{{ name }}", "=1+1", "tab\there", "emoji 👩‍🚒", "新闻", "\u202egnp", "'; DROP TABLE",
]  # fmt: skip


def test_hostile_names_are_articles_with_safe_ids(tmp_path: Path) -> None:
    for name in HOSTILE:
        (tmp_path / f"{name}.txt").write_text(f"{PROSE} {name}")
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\xfe.txt"))).write_text(PROSE)
    corpus = tl.load(tmp_path)
    listed = corpus.problems["file"].tolist()
    assert len(corpus) + len(listed) == len(HOSTILE) + 1
    # Names that begin with a dot are hidden files.
    assert set(listed) == {f"{name}.txt" for name in ("..", "...")}
    ids = corpus.articles["article"]
    assert ids.str.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*").all()
    assert ids.is_unique
    assert ids.str.len().max() <= 48
    assert corpus.articles["outlet"].is_unique
    shown = "".join(corpus.articles["path"]) + "".join(corpus.articles["outlet"])
    assert shown.encode("utf-8")
    assert "\n" not in shown
    assert "\u202e" not in shown


def test_two_names_that_differ_in_normal_form_are_two_articles(tmp_path: Path) -> None:
    for form in ("NFC", "NFD"):
        (tmp_path / (unicodedata.normalize(form, "é") + ".txt")).write_text(f"{form} {PROSE}")
    corpus = tl.load(tmp_path)
    assert len(corpus) == 2
    assert corpus.articles["article"].is_unique
    assert corpus.articles["outlet"].is_unique


def test_folders_as_deep_as_the_system_allows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for _ in range(1_050):
        os.mkdir("d")
        os.chdir("d")
    Path("deep.txt").write_text(PROSE)
    try:
        corpus = _load_from(tmp_path, monkeypatch)
    finally:
        _climb_down(tmp_path, monkeypatch)
    assert corpus.articles.loc[0, "path"].endswith("/d/deep.txt")
    assert len(corpus.articles.loc[0, "article"]) <= 48


def _load_from(folder: Path, monkeypatch: pytest.MonkeyPatch) -> tl.Corpus:
    monkeypatch.chdir(folder)
    return tl.load(".")


def _climb_down(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Removes the folders one by one: what clears temporary folders away cannot go as deep."""
    monkeypatch.chdir(folder)
    depth = 0
    while os.path.isdir("d"):
        os.chdir("d")
        depth += 1
    Path("deep.txt").unlink()
    for _ in range(depth):
        os.chdir("..")
        os.rmdir("d")


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the original articles are not here")
def test_the_originals_load_plainly() -> None:
    corpus = tl.load(ORIGINALS)
    assert corpus.outlets == ("000", "001")
    assert corpus.warnings.empty
    assert corpus.problems.empty
    assert [len(corpus.text(article)) for article in corpus] == [6096, 2296]
