"""Tables of articles: the good rows go on, the bad are listed by row."""

from __future__ import annotations

import json
from pathlib import Path

import pandas as pd
import pyarrow
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pyarrow import parquet

import tellings as tl
from tellings.corpus import _rows
from tellings.errors import InputError

PROSE = (
    "The harbour board met on Monday and agreed to widen the eastern quay. The work, which has been put off "
    "twice, will begin in March and is expected to last for two years. A spokesman for the board said so.\n"
    "Traders on the front were less sure, and said on Tuesday that nobody had asked them what they thought of it."
)
OTHER = (
    "Snow closed the pass for a third day, and the villages above it were without bread by noon. The council "
    "has asked for a helicopter, but the wind, they said, was too strong for one to land.\n"
    "Those who could walked down to the valley along the railway line, which had been cleared the day before."
)


def table(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_columns_of_a_jsonl_become_the_articles_fields(tmp_path: Path) -> None:
    rows = [
        {"id": "n1", "source": "The Herald", "headline": "Quay", "published": "3 March 2025", "body": PROSE},
        {"id": "n2", "source": "The Courier", "url": "https://example.org/2", "lang": "en", "body": OTHER},
    ]
    corpus = tl.load(table(tmp_path, "news.jsonl", "\n".join(map(json.dumps, rows))))
    assert list(corpus) == ["n1", "n2"]
    assert corpus.outlets == ("The Herald", "The Courier")
    first, second = corpus.articles.to_dict("records")
    assert (first["title"], first["date"], first["row"]) == ("Quay", "2025-03-03", 1)
    assert (second["url"], second["language"], second["path"]) == (
        "https://example.org/2",
        "en",
        "news.jsonl",
    )
    assert first["notes"] == "text taken from column 'body'"
    assert corpus.warnings.empty


@pytest.mark.parametrize(
    "name", ["text", "Body", "CONTENT", "article", "maintext", "Full Text", "article-text"]
)
def test_the_usual_names_of_a_text_column_are_taken(tmp_path: Path, name: str) -> None:
    corpus = tl.load(table(tmp_path, "t.csv", f'{name},outlet\n"{PROSE}",A\n'))
    assert corpus.text("t-2") == PROSE
    assert ("column" in corpus.articles.loc[0, "notes"]) == (name != "text")


def test_an_article_column_is_an_id_where_there_is_a_text_column(tmp_path: Path) -> None:
    corpus = tl.load(table(tmp_path, "t.csv", f'article,text\nn7,"{PROSE}"\n'))
    assert list(corpus) == ["n7"]


@pytest.mark.parametrize("name", ["t.csv", "t.jsonl", "t.parquet"])
def test_a_table_without_a_text_column_is_an_error_that_names_the_columns(tmp_path: Path, name: str) -> None:
    frame = pd.DataFrame({"nr": [1], "wording": [PROSE]})
    path = tmp_path / name
    if name == "t.csv":
        frame.to_csv(path, index=False)
    elif name == "t.jsonl":
        frame.to_json(path, orient="records", lines=True)
    else:
        frame.to_parquet(path)
    with pytest.raises(
        InputError, match=rf"{name} has no column for the text .* 'wording'.*Name one of them"
    ):
        tl.load(path)


@pytest.mark.parametrize("name", ["t.csv", "t.jsonl", "t.parquet", "t.tsv"])
def test_an_empty_table_is_an_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match=r"t\."):
        tl.load(table(tmp_path, name, ""))


def test_bad_lines_of_a_jsonl_are_listed_by_number(tmp_path: Path) -> None:
    lines = [
        json.dumps({"text": PROSE}), "{broken", "[1, 2]", "", json.dumps({"text": None}), json.dumps({"text": 5}),
        json.dumps({"text": ["a"]}), json.dumps({"other": 1}), json.dumps({"text": " "}), "[" * 100_000,
        '{"text": ' + "9" * 5_000 + "}", json.dumps({"text": OTHER}), json.dumps({"text": "cut"})[:-4],
    ]  # fmt: skip
    corpus = tl.load(table(tmp_path, "t.jsonl", "\n".join(lines)))
    assert list(corpus) == ["t-1", "t-12"]
    assert corpus.problems["file"].tolist() == [
        f"t.jsonl, row {n}" for n in (2, 3, 5, 6, 7, 8, 9, 10, 11, 13)
    ]
    assert len(corpus) + len(corpus.problems) == sum(bool(line) for line in lines)


def test_a_jsonl_may_hold_unicode_line_ends_within_its_strings(tmp_path: Path) -> None:
    corpus = tl.load(
        table(tmp_path, "t.jsonl", json.dumps({"text": f"{PROSE}\u2028{OTHER}"}, ensure_ascii=False))
    )
    assert corpus.text("t-1") == f"{PROSE}\n{OTHER}"


def test_csv_cells_may_hold_new_lines_quotes_and_commas(tmp_path: Path) -> None:
    text = 'He said, "no",\nand went. ' + PROSE
    path = tmp_path / "t.csv"
    pd.DataFrame({"text": [text, OTHER], "outlet": ["A, B", 'The "C"']}).to_csv(path, index=False)
    corpus = tl.load(path)
    assert [corpus.text(article) for article in corpus] == [text, OTHER]
    assert corpus.outlets == ("A, B", 'The "C"')
    assert corpus.articles["row"].tolist() == [2, 5]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_the_mark_between_cells_is_found(tmp_path: Path, mark: str) -> None:
    corpus = tl.load(table(tmp_path, "t.csv", f'outlet{mark}text\nA{mark}"{PROSE}"\n'))
    assert corpus.outlets == ("A",)


def test_an_open_quote_costs_its_own_row_only(tmp_path: Path) -> None:
    rows = [f'{n},"{PROSE} {n}"' for n in range(1, 9)]
    rows[3] = f'4,"{PROSE} and no end'
    corpus = tl.load(table(tmp_path, "t.csv", "id,text\n" + "\n".join(rows) + "\n"))
    assert list(corpus) == ["1", "2", "3", "5", "6", "7", "8"]
    assert corpus.problems["file"].tolist() == ["t.csv, row 8 to line 9"]
    assert "quotation mark" in corpus.problems.loc[0, "reason"]


def test_a_csv_cut_short_in_a_cell_lets_no_half_article_in(tmp_path: Path) -> None:
    rest = "\n".join(
        ["He paused, then left.", "", "The rest, he said, would follow", "A line", "Last one, cut o"]
    )
    corpus = tl.load(table(tmp_path, "t.csv", f'id,text\n1,"{PROSE}"\n2,"{OTHER}\n{rest}'))
    assert list(corpus) == ["1"]
    assert corpus.problems["file"].tolist() == ["t.csv, row 4 to line 10"]


def test_rows_with_too_many_or_too_few_cells_are_listed(tmp_path: Path) -> None:
    corpus = tl.load(
        table(tmp_path, "t.csv", f'id,text,outlet\n1,"{PROSE}",A\n2,too,many,cells\n3,few\n\n,,\n')
    )
    assert list(corpus) == ["1"]
    assert corpus.problems["reason"].tolist() == [
        "4 cells where the header has 3",
        "2 cells where the header has 3",
        "nothing in any cell",
    ]


def test_a_csv_of_stray_quotes_is_read_in_bounded_work(tmp_path: Path) -> None:
    lines = ["id,text", f'1,"{PROSE}"', *['x,"y" z'] * 3_000, f'2,"{OTHER}"']
    corpus = tl.load(table(tmp_path, "t.csv", "\n".join(lines)))
    assert list(corpus) == ["1", "2"]
    assert len(corpus.problems) == 3_000


@given(st.lists(st.text('",x', max_size=6), min_size=1, max_size=3), st.text('",x', max_size=6))
@example(['x","'], "x")
def test_no_csv_is_read_more_than_a_few_times_over(pattern: list[str], last: str) -> None:
    class Counted(list[str]):
        read = 0

        def __getitem__(self, index: int) -> str:  # type: ignore[override]
            self.read += 1
            return super().__getitem__(index)

    lines = Counted([f"{line}\n" for line in pattern * 100 + [last]])
    segments = _rows._segments(lines, ",")
    assert lines.read <= (_rows.MOST_READINGS + 1) * len(lines)
    begun = [record.line for segment in segments for record in segment.records]
    begun += [segment.broken for segment in segments if segment.broken]
    assert len(set(begun)) == len(begun)
    assert all(1 <= line <= len(lines) for line in begun)


def test_a_csv_in_windows_1252_is_read_cell_by_cell_and_said(tmp_path: Path) -> None:
    content = b"outlet,text\nCaf\xe9,\x93No\x94, he said\n".replace(b"\x93No", b'"\x93No').replace(
        b"said", b'said"'
    )
    corpus = tl.load(table(tmp_path, "t.csv", content))
    assert corpus.text("t-2") == "“No”, he said"
    assert corpus.outlets == ("Café",)
    assert corpus.articles.loc[0, "encoding"] == "windows-1252"
    assert "encoding" in corpus.warnings["kind"].tolist()


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("ending", ["csv", "jsonl"])
def test_tables_with_marks_and_wide_characters(tmp_path: Path, codec: str, ending: str) -> None:
    text = f"“Naïve”, he said. {PROSE}"
    content = (
        f'text,id\n"{text}",a\n'
        if ending == "csv"
        else json.dumps({"text": text, "id": "a"}, ensure_ascii=False)
    )
    corpus = tl.load(table(tmp_path, f"t.{ending}", content.encode(codec)))
    assert corpus.text("a") == text


def test_rows_with_the_same_id_are_told_apart_and_said(tmp_path: Path) -> None:
    corpus = tl.load(table(tmp_path, "t.csv", f'id,text\nn,"{PROSE}"\nn,"{OTHER}"\n'))
    first, second = corpus
    assert first == "n"
    assert second.startswith("n-")
    assert corpus.text(second) == OTHER
    assert corpus.warnings.loc[corpus.warnings["kind"] == "id", "article"].tolist() == [second]


def test_lone_surrogates_of_json_are_shown(tmp_path: Path) -> None:
    line = '{"text": "one \\ud83d\\ude00 two \\udc80 three \\ud800", "outlet": "\\udc80"}'
    corpus = tl.load(table(tmp_path, "t.jsonl", line))
    text = corpus.text("t-1")
    assert text == "one 😀 two � three �"
    assert corpus.articles.to_csv().encode()
    assert len(corpus.articles.loc[0, "sha256"]) == 64


def test_parquet_rows_with_dates_and_missing_values(tmp_path: Path) -> None:
    frame = pd.DataFrame(
        {
            "content": [PROSE, None, OTHER],
            "date": pd.to_datetime(["2025-11-20 10:00", None, "2025-01-02 00:00"]),
            "publisher": ["A", "B", None],
            "score": [1.5, 2, 3],
        }
    )
    frame.to_parquet(tmp_path / "t.parquet")
    corpus = tl.load(tmp_path / "t.parquet")
    assert corpus.articles["date"].tolist() == ["2025-11-20", "2025-01-02"]
    assert corpus.outlets == ("A", "t-3")
    assert corpus.problems.values.tolist()[0][:2] == ["t.parquet, row 2", "no text"]


@pytest.mark.parametrize("part", [0.1, 0.5, 0.99])
def test_a_parquet_cut_short_is_an_error_alone_and_listed_among_others(tmp_path: Path, part: float) -> None:
    whole = tmp_path / "whole.parquet"
    pd.DataFrame({"text": [PROSE] * 50}).to_parquet(whole)
    data = whole.read_bytes()
    cut = table(tmp_path, "cut.parquet", data[: int(len(data) * part)])
    with pytest.raises(InputError, match="not a Parquet table, or cut short"):
        tl.load(cut)
    good = table(tmp_path, "good.csv", f'text\n"{OTHER}"\n')
    corpus = tl.load([cut, good])
    assert len(corpus) == 1
    assert corpus.problems["file"].tolist() == ["cut.parquet"]


def test_a_parquet_with_a_spoilt_part_loses_that_part_only(tmp_path: Path) -> None:
    path = tmp_path / "t.parquet"
    frame = pd.DataFrame(
        {"text": [f"{PROSE} {n * 7919}" for n in range(40)], "id": [f"n{n}" for n in range(40)]}
    )
    frame.to_parquet(path, row_group_size=10)
    column = parquet.ParquetFile(path).metadata.row_group(1).column(0)
    data = bytearray(path.read_bytes())
    begin = column.dictionary_page_offset or column.data_page_offset
    data[begin : begin + column.total_compressed_size] = b"\xff" * column.total_compressed_size
    path.write_bytes(bytes(data))
    corpus = tl.load(path)
    assert list(corpus) == [f"n{n}" for n in range(40) if n // 10 != 1]
    assert corpus.problems["file"].tolist() == ["t.parquet, rows 11 to 20"]
    assert corpus.articles["row"].tolist()[-1] == 40


def test_parquet_text_that_is_not_utf_8_is_decoded_and_said(tmp_path: Path) -> None:
    cells = [f"“{PROSE}”".encode("cp1252"), OTHER.encode()]
    text = pyarrow.Array.from_buffers(pyarrow.string(), 2, pyarrow.array(cells, pyarrow.binary()).buffers())
    parquet.write_table(pyarrow.table({"text": text}), tmp_path / "t.parquet")
    corpus = tl.load(tmp_path / "t.parquet")
    assert [corpus.text(article) for article in corpus] == [f"“{PROSE}”", OTHER]
    assert corpus.articles["encoding"].tolist() == ["windows-1252", "utf-8"]


def test_numbers_in_a_parquet_text_column_are_listed(tmp_path: Path) -> None:
    pd.DataFrame({"text": [1, 2]}).to_parquet(tmp_path / "t.parquet")
    with pytest.raises(InputError, match="its text is of the kind int"):
        tl.load(tmp_path / "t.parquet")


def test_a_table_under_the_wrong_ending_is_said_to_be_binary(tmp_path: Path) -> None:
    pd.DataFrame({"text": [PROSE]}).to_parquet(tmp_path / "t.csv")
    with pytest.raises(InputError, match="binary data, not a table in text"):
        tl.load(tmp_path / "t.csv")


def test_an_oversized_row_is_listed(tmp_path: Path) -> None:
    corpus = tl.load(table(tmp_path, "t.csv", f'text\n"{PROSE}"\n{"x" * 2_000}\n'), max_bytes=1_000)
    assert corpus.problems["reason"].tolist() == ["larger than 1,000 bytes"]


def test_rows_of_a_csv_with_nothing_in_them_are_counted_in_one_line(tmp_path: Path) -> None:
    hollow = ",\n" * 3
    corpus = tl.load(table(tmp_path, "t.csv", f'id,text\n,\n\na,"{PROSE}"\n{hollow}'))
    assert list(corpus) == ["a"]
    assert corpus.problems[["file", "reason"]].to_numpy().tolist() == [
        ["t.csv, row 2 and 3 more rows", "nothing in any cell"]
    ]


def test_a_line_without_any_cell_is_no_row(tmp_path: Path) -> None:
    corpus = tl.load(table(tmp_path, "t.csv", f'id,text\n\na,"{PROSE}"\n\n\n'))
    assert list(corpus) == ["a"]
    assert corpus.problems.empty
