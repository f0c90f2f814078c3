"""Sheets out and back: as spreadsheets save them, and as hostile or careless hands leave them."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pandas as pd
import pytest

import tellings as tl
from corpora import reading as read
from tellings.errors import InputError


def coded(sheet: Path, frames: list[str], note: str = "") -> pd.DataFrame:
    """The sheet with frames filled in from the top."""
    frame = pd.read_csv(sheet, dtype="str", keep_default_na=False)
    frame.loc[: len(frames) - 1, "frame"] = frames
    frame.loc[0, "note"] = note
    return frame


def test_a_sheet_goes_out_and_comes_back(
    sample: tl.coding.Sample, reading: tl.read.Reading, sheet: Path
) -> None:
    coded(sheet, ["political", "", "other"], "not sure").to_csv(sheet, index=False)
    codes = tl.coding.read_sheets([sheet], sample)
    assert codes["id"].tolist() == sample.sheet["id"].iloc[[0, 2]].tolist()
    assert codes[["coder", "frame", "note", "line"]].to_numpy().tolist() == [
        ["anna", "political", "not sure", 2],
        ["anna", "other", "", 4],
    ]
    assert codes["machine"].tolist() == [tl.read.frame(text) for text in codes["text"]]
    pd.testing.assert_frame_equal(codes, tl.coding.read_sheets(str(sheet), reading))


@pytest.mark.parametrize(
    ("separator", "encoding", "ends"),
    [(";", "cp1252", "\r\n"), ("\t", "utf-16", "\r\n"), (",", "utf-8", "\n"), (";", "utf-8-sig", "\r")],
)
def test_sheets_come_back_as_spreadsheets_save_them(
    sample: tl.coding.Sample, sheet: Path, separator: str, encoding: str, ends: str
) -> None:
    frame = coded(sheet, ["Health"] * len(sample), "zweifelhaft – “für wen?”; “ja, nein”")
    text = frame.to_csv(index=False, sep=separator, lineterminator=ends)
    sheet.write_bytes(text.encode(encoding))
    codes = tl.coding.read_sheets(sheet, sample)
    assert len(codes) == len(sample)
    assert codes["note"].iloc[0] == "zweifelhaft – “für wen?”; “ja, nein”"
    assert set(codes["frame"]) == {"health"}
    sheet.write_bytes(("sep=;\n" + frame.to_csv(index=False, sep=";")).encode())
    assert len(tl.coding.read_sheets(sheet, sample)) == len(sample)


@pytest.mark.parametrize(
    ("written", "frame", "also"),
    [
        ("legality_crime", "legality_crime", ""),
        ("Legality and Crime", "legality_crime", ""),
        (" PUBLIC-opinion ", "public_opinion", ""),
        ("political; health/economic", "political", "health; economic"),
        ("health, Health", "health", ""),
    ],
)
def test_what_is_meant_is_understood(
    sample: tl.coding.Sample, sheet: Path, written: str, frame: str, also: str
) -> None:
    coded(sheet, [written]).to_csv(sheet, index=False)
    row = tl.coding.read_sheets(sheet, sample).iloc[0]
    assert (row["frame"], row["also"]) == (frame, also)


def test_an_unknown_frame_is_told_with_file_line_and_the_nearest(
    sample: tl.coding.Sample, sheet: Path
) -> None:
    coded(sheet, ["health", "politcal", "astrology"]).to_csv(sheet, index=False)
    with pytest.raises(InputError) as said:
        tl.coding.read_sheets(sheet, sample)
    first, second, third = str(said.value).split("\n")
    assert str(sheet) in first
    assert "line 3" in second
    assert "did you mean 'political'" in second
    assert "line 4" in third
    assert "public_opinion, other" in third


def test_ids_that_are_twice_missing_or_of_other_articles_are_told(
    sample: tl.coding.Sample, sheet: Path, tmp_path: Path
) -> None:
    frame = coded(sheet, ["health"] * 4)
    frame.loc[1, "id"] = frame.loc[0, "id"]
    frame.loc[2, "id"] = ""
    frame.loc[3, "id"] = "bbbb-bbbb-bbbb"
    frame.to_csv(sheet, index=False)
    with pytest.raises(InputError) as said:
        tl.coding.read_sheets(sheet, sample)
    lines = str(said.value).split("\n")[1:]
    assert "stands on line 2 already" in lines[0]
    assert "without an id" in lines[1]
    assert "of no sentence here" in lines[2]


def test_a_changed_article_is_noticed(sample: tl.coding.Sample, sheet: Path, tmp_path: Path) -> None:
    coded(sheet, ["health"] * len(sample)).to_csv(sheet, index=False)
    (tmp_path / "new").mkdir()
    changed = read(tmp_path / "new", finch="The hospital was full. Voters went to the polls.")
    with pytest.raises(InputError, match="of no sentence here"):
        tl.coding.read_sheets(sheet, changed)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"", "empty"),
        (b"\n\n", "empty"),
        (b"one,two\n1,2\n", "no column 'id'"),
        (b"id,note\nx,y\n", "no column 'frame'"),
        (b"PK\x03\x04rest", "CSV UTF-8"),
        (b'id,frame\n"x,health\n', "line 2"),
        (bytes(range(256)) * 9, "not text"),
    ],
)
def test_what_is_no_sheet_is_refused_with_advice(
    sample: tl.coding.Sample, tmp_path: Path, data: bytes, says: str
) -> None:
    path = tmp_path / "ben.csv"
    path.write_bytes(data)
    with pytest.raises(InputError, match=says) as said:
        tl.coding.read_sheets(path, sample)
    assert "ben.csv" in str(said.value)
    with pytest.raises(InputError, match="Cannot read"):
        tl.coding.read_sheets(tmp_path / "none.csv", sample)


def test_two_sheets_of_one_coder_are_refused(sample: tl.coding.Sample, sheet: Path, tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    other = tl.coding.write_sheet(sample, tmp_path / "b" / "anna.csv")[0]
    with pytest.raises(InputError, match="Two sheets are of the coder 'anna'"):
        tl.coding.read_sheets([sheet, other], sample)
    with pytest.raises(InputError, match="the kit's own"):
        tl.coding.read_sheets([tl.coding.write_sheet(sample, tmp_path / "Machine.csv")[0]], sample)


def test_no_cell_of_a_sheet_is_a_formula(sample: tl.coding.Sample, sheet: Path) -> None:
    written = [csv.reader(path.open(encoding="utf-8-sig")) for path in sheet.parent.glob("*.csv")]
    cells = [cell for rows in written for row in rows for cell in row]
    assert any("HYPERLINK" in cell for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t"))]
    assert sheet.read_bytes().startswith(b"\xef\xbb\xbfid,before,sentence,after,frame,note\r\n")


def test_hostile_words_change_nothing(tmp_path: Path) -> None:
    texts = {
        "one": '<script>alert("x")</script> said the clerk; “a, b”.\n\n+44 was the number, he said.\n\n@SUM(A1) stood.',
        "two": "\u202eright to left\u202c, wrote the poet.\n\nA \x1b[31mred\x1b[0m flag 🦩 flew, \x00 and fell.",
    }
    (tmp_path / "in").mkdir()
    drawn = tl.coding.sample(read(tmp_path / "in", **texts), n=20, seed=0)
    path = tl.coding.write_sheet(drawn, tmp_path / "anna.csv")[0]
    coded(path, ["other"] * len(drawn), "'=1+1").to_csv(path, index=False)
    codes = tl.coding.read_sheets(path, drawn)
    assert codes["id"].tolist() == drawn.sheet["id"].tolist()
    assert codes["note"].iloc[0] == "=1+1"
    shown = tl.coding.codes_table(codes).html + tl.coding.sample_table(drawn).html
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown


def test_codes_are_never_written_over(sample: tl.coding.Sample, sheet: Path) -> None:
    tl.coding.write_sheet(sample, sheet)  # the very same bytes: nothing is lost
    coded(sheet, ["health"]).to_csv(sheet, index=False)
    before = sheet.read_bytes()
    with pytest.raises(InputError, match="may hold codes"):
        tl.coding.write_sheet(sample, sheet)
    assert sheet.read_bytes() == before
    with pytest.raises(InputError, match=r"\.csv"):
        tl.coding.write_sheet(sample, sheet.with_suffix(".xlsx"))


def test_the_frames_stand_beside_the_sheet_with_their_meaning(sample: tl.coding.Sample, sheet: Path) -> None:
    told = pd.read_csv(
        io.StringIO(sheet.with_name("anna-frames.csv").read_text("utf-8-sig")), keep_default_na=False
    )
    assert told["frame"].tolist() == sample.frames["frame"].tolist()
    assert told["frame"].iloc[-1] == "other"
    assert told["definition"].str.len().min() > 10


def test_nothing_coded_is_an_empty_table_with_all_columns(sample: tl.coding.Sample, sheet: Path) -> None:
    full = tl.coding.read_sheets(sheet, sample)
    none = tl.coding.read_sheets([], sample)
    assert full.empty
    assert none.dtypes.to_dict() == full.dtypes.to_dict()
    coded(sheet, ["health"]).to_csv(sheet, index=False)
    assert tl.coding.read_sheets(sheet, sample).dtypes.to_dict() == none.dtypes.to_dict()


def test_a_codebook_of_ones_own(reading: tl.read.Reading, tmp_path: Path) -> None:
    book = tmp_path / "mine.toml"
    frames = {"Küste & Meer": "harbour", "law": "judge"}
    book.write_text(
        "".join(f'[[frames]]\nname = "{name}"\ncues = ["{cue}"]\n' for name, cue in frames.items())
    )
    drawn = tl.coding.sample(reading, n=50, seed=0, codebook=str(book))
    sheet = tl.coding.write_sheet(drawn, tmp_path / "anna.csv")[0]
    coded(sheet, ["kuste und meer"]).to_csv(sheet, index=False)
    with pytest.raises(InputError, match="Küste & Meer"):
        tl.coding.read_sheets(sheet, drawn)
    coded(sheet, ["Ku\u0308ste and Meer"] * len(drawn)).to_csv(sheet, index=False)
    codes = tl.coding.read_sheets(sheet, drawn)
    assert set(codes["frame"]) == {"Küste & Meer"}
    assert set(codes["machine"]) == {"Küste & Meer", "law", "other"}


def test_a_sheet_that_cannot_be_written_leaves_nothing_behind(
    sample: tl.coding.Sample, tmp_path: Path
) -> None:
    (tmp_path / "anna.csv").mkdir()
    with pytest.raises(InputError):
        tl.coding.write_sheet(sample, tmp_path / "anna.csv")
    (tmp_path / "file").write_text("")
    with pytest.raises(InputError, match="Cannot write"):
        tl.coding.write_sheet(sample, tmp_path / "file" / "anna.csv")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["anna.csv", "file"]
