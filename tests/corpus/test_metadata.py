"""Metadata beside the texts, or handed in: what it says counts, what is odd about it is said."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

import tellings as tl
from tellings.errors import InputError

PROSE = (
    "The harbour board met on Monday and agreed to widen the eastern quay. The work, which has been put off "
    "twice, will begin in March and is expected to last for two years. A spokesman for the board said so. "
    "Traders on the front were less sure, and said on Tuesday that nobody had asked them what they thought of it."
)
OTHER = (
    "Snow closed the pass for a third day, and the villages above it were without bread by noon. The council "
    "has asked for a helicopter, but the wind, they said, was too strong for one to land. Those who could "
    "walked down to the valley along the railway line, which had been cleared the day before by two engines."
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(PROSE)
    (tmp_path / "b.txt").write_text(OTHER)
    return tmp_path


def describe(folder: Path, content: str, name: str = "metadata.csv") -> tl.Corpus:
    (folder / name).write_text(content)
    return tl.load(folder)


def said(corpus: tl.Corpus, kind: str = "metadata") -> list[str]:
    return corpus.warnings.loc[corpus.warnings["kind"] == kind, "message"].tolist()


def test_every_column_is_taken(folder: Path) -> None:
    corpus = describe(
        folder,
        "file,outlet,title,date,url,language\n"
        'a.txt,The Herald,"Quay, at last",20 November 2025,https://example.org/a,en\n'
        "b.txt,The Courier,Snow,2025-11-21T08:00:00Z,http://example.org/b,en-GB\n",
    )
    assert corpus.outlets == ("The Herald", "The Courier")
    first, second = corpus.articles.to_dict("records")
    assert (first["title"], first["date"], first["url"]) == (
        "Quay, at last",
        "2025-11-20",
        "https://example.org/a",
    )
    assert (second["date"], second["language"]) == ("2025-11-21", "en-GB")
    assert first["article"] == "a"
    assert corpus.warnings.empty
    assert corpus.problems.empty


def test_two_files_of_one_outlet_are_one_outlet(folder: Path) -> None:
    assert describe(folder, "file,outlet\na.txt,Herald\nb.txt,Herald\n").outlets == ("Herald",)


def test_the_only_csv_with_a_file_column_serves(folder: Path) -> None:
    (folder / "notes.csv").write_text("who,when\nme,now\n")
    assert describe(folder, "file;outlet\na.txt;X\nb.txt;Y\n", "about.csv").outlets == ("X", "Y")


def test_two_such_csvs_serve_neither_and_it_is_said(folder: Path) -> None:
    (folder / "one.csv").write_text("file,outlet\na.txt,X\n")
    corpus = describe(folder, "file,outlet\na.txt,Y\n", "two.csv")
    assert corpus.outlets == ("a", "b")
    assert "one.csv, two.csv all have a column 'file'" in said(corpus)[0]


@pytest.mark.parametrize(
    "name", [r"C:\data\texts\a.txt", "./a.txt", "/home/me/a.txt", "a", "A.TXT", r".\a.txt"]
)
def test_a_file_is_known_by_its_name_wherever_it_lay(folder: Path, name: str) -> None:
    corpus = describe(folder, f"file,outlet\n{name},Herald\nb.txt,Courier\n")
    assert corpus.outlets == ("Herald", "Courier")


def test_nested_files_are_told_apart_by_their_folders(tmp_path: Path) -> None:
    for place, text in (("uk", PROSE), ("us", OTHER)):
        (tmp_path / place).mkdir()
        (tmp_path / place / "1.txt").write_text(text)
    corpus = describe(tmp_path, "file,outlet\nuk/1.txt,Herald\nus\\1.txt,Courier\n1.txt,Nobody\n")
    assert corpus.outlets == ("Herald", "Courier")
    assert said(corpus) == [
        "metadata.csv, row 4 names 1.txt, which is the name of several files; the row was not used"
    ]


def test_metadata_in_a_nested_folder_is_about_that_folder(tmp_path: Path) -> None:
    (tmp_path / "uk").mkdir()
    (tmp_path / "uk" / "a.txt").write_text(PROSE)
    (tmp_path / "a.txt").write_text(OTHER)
    (tmp_path / "uk" / "metadata.csv").write_text("file,outlet\na.txt,Herald\n")
    corpus = tl.load(tmp_path)
    assert dict(zip(corpus.articles["path"], corpus.articles["outlet"], strict=True))["uk/a.txt"] == "Herald"
    assert "Herald" not in set(corpus.articles.loc[corpus.articles["path"] == "a.txt", "outlet"])


def test_absent_files_missing_rows_and_repeated_rows_are_warnings(folder: Path) -> None:
    corpus = describe(folder, "file,outlet\na.txt,Herald\ngone.txt,Mail\na.txt,Mail\n,Post\n")
    assert corpus.outlets == ("Herald", "b")
    assert said(corpus) == [
        "metadata.csv, row 3 names gone.txt, which is not there; the row was not used",
        "metadata.csv, row 4 names a.txt again; the first row counts",
        "metadata.csv, row 5 names no file; the row was not used",
        "no row of metadata.csv names b.txt; named after its file",
    ]


def test_a_path_out_of_the_folder_is_never_followed(folder: Path) -> None:
    secret = folder.parent / "secret.txt"
    secret.write_text("nothing for a report")
    corpus = describe(folder, "file,outlet\n../secret.txt,Mail\na.txt,X\nb.txt,Y\n")
    assert len(corpus) == 2
    assert "which is not there" in said(corpus)[0]


def test_broken_rows_are_said_and_the_rest_counts(folder: Path) -> None:
    corpus = describe(folder, 'file,outlet\na.txt,Herald\nb.txt,"Cou')
    assert corpus.outlets == ("Herald", "b")
    assert "quotation mark" in said(corpus)[0]


def test_a_metadata_csv_without_a_file_column_is_said(folder: Path) -> None:
    corpus = describe(folder, "name,paper\na.txt,Herald\n")
    assert said(corpus) == ["metadata.csv has no column 'file' and was not used"]


def test_a_csv_of_articles_in_a_folder_of_texts_is_listed(folder: Path) -> None:
    corpus = describe(folder, f'id,text\n1,"{PROSE}"\n', "more.csv")
    assert corpus.problems["file"].tolist() == ["more.csv"]


def test_metadata_in_windows_1252_and_with_a_mark(folder: Path) -> None:
    (folder / "metadata.csv").write_bytes("file,outlet\na.txt,Café\n".encode("cp1252"))
    assert tl.load(folder).outlets[0] == "Café"
    (folder / "metadata.csv").write_bytes("file,outlet\na.txt,Café\n".encode("utf-8-sig"))
    assert tl.load(folder).outlets[0] == "Café"


def test_a_date_of_two_readings_is_kept_and_said(folder: Path) -> None:
    corpus = describe(folder, "file,date\na.txt,05/06/2025\nb.txt,25/06/2025\n")
    assert corpus.articles["date"].tolist() == ["05/06/2025", "2025-06-25"]
    assert said(corpus, "date") == ["'05/06/2025' is no date that can be read in one way only; kept as given"]


def test_an_address_that_could_be_code_is_left_out(folder: Path) -> None:
    corpus = describe(folder, "file,url\na.txt,javascript:alert(1)\nb.txt,https://example.org\n")
    assert corpus.articles["url"].isna().tolist() == [True, False]
    assert len(said(corpus, "url")) == 1


def test_metadata_may_be_handed_in(folder: Path, tmp_path: Path) -> None:
    frame = pd.DataFrame(
        {"file": ["a.txt", "b.txt"], "outlet": ["Herald", None], "date": [pd.NaT, "1 May 2025"]}
    )
    corpus = tl.load(folder, metadata=frame)
    assert corpus.outlets == ("Herald", "b")
    assert corpus.articles["date"].tolist()[1] == "2025-05-01"
    path = tmp_path / "sub" / "m.csv"
    path.parent.mkdir()
    frame.to_csv(path, index=False)
    assert tl.load([folder / "a.txt", folder / "b.txt"], metadata=path).outlets == ("Herald", "b")


def test_metadata_handed_in_that_cannot_serve_is_an_error(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(InputError, match="has no column 'file'"):
        tl.load(folder, metadata=pd.DataFrame({"outlet": ["x"]}))
    with pytest.raises(InputError, match="is not a file that exists"):
        tl.load(folder, metadata=tmp_path / "none.csv")


def test_an_outlet_is_never_confused_with_an_unnamed_file(folder: Path) -> None:
    corpus = describe(folder, "file,outlet\na.txt,b\n")
    assert corpus.outlets == ("b", "b (file)")


def test_names_are_one_printable_line(folder: Path) -> None:
    corpus = describe(folder, 'file,outlet,title\na.txt,"The\n  Herald\x1b[31m","Line\none"\n')
    assert corpus.outlets[0] == "The Herald\\x1b[31m"
    assert corpus.articles.loc[0, "title"] == "Line one"
