"""Quotations: kind, speaker, cue and person, wherever the reporting clause stands."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tellings.read import quotes


def direct(text: str) -> pd.DataFrame:
    found = quotes(text)
    return found[found["kind"].eq("direct") & found["level"].isin(["whole", "joined"])]


def told(text: str) -> list[tuple[str, str | None, str | None]]:
    rows = direct(text)[["text", "speaker", "cue"]].astype(object)
    return [tuple(row) for row in rows.where(rows.notna(), None).values.tolist()]


CLAUSES = [
    ("“The bridge is safe,” said Ada Brook.", "Ada Brook", "said"),
    ("“The bridge is safe,” Ada Brook said.", "Ada Brook", "said"),
    ("“The bridge is safe”, said Ada Brook.", "Ada Brook", "said"),
    ("“The bridge is safe,” said Ada Brook, the mayor of Leeds.", "Ada Brook", "said"),
    ("“The bridge is safe,” Ada Brook, the mayor, told reporters on Monday.", "Ada Brook", "told"),
    ("“The bridge is safe,” Sen. Ada Brook (D-Maine) said.", "Sen. Ada Brook (D-Maine)", "said"),
    ("“The bridge is safe,” according to Ada Brook.", "Ada Brook", "according to"),
    ("“Is the bridge safe?” Ada Brook asked.", "Ada Brook", "asked"),
    ("“Is it safe?” she asked.", "she", "asked"),
    ("“The bridge is safe!” they shouted.", "they", "shouted"),
    ("Ada Brook said: “The bridge is safe.”", "Ada Brook", "said"),
    ("Ada Brook said on Monday: “The bridge is safe.”", "Ada Brook", "said"),
    ("Ada Brook told the BBC that “the bridge is safe”.", "Ada Brook", "told"),
    ("In a statement on Friday, Ada Brook said: “The bridge is safe.”", "Ada Brook", "said"),
    ("A council spokesperson said: “The bridge is safe.”", "A council spokesperson", "said"),
    ("Ada Brook, who runs the port, replied: “The bridge is safe.”", "Ada Brook", "replied"),
    ("Ada Brook laughed and said, “The bridge is safe.”", "Ada Brook", "said"),
    ("Ada Brook rejected the report, calling it “a bag of lies”.", "Ada Brook", "calling"),
    ("People in the streets chanted “no more tolls”.", "People", "chanted"),
    ("The bridge would be “safe for a hundred years”, the mayor insists.", "the mayor", "insists"),
    ("The bridge was, in the words of Ada Brook, “a disaster”.", "Ada Brook", "words of"),
    ("‘We don’t want the neighbours’ votes,’ she went on.", "she", "went"),
    ("The report, published on Monday, found “serious failings”.", "The report", "found"),
    ("BROOK: “The bridge is safe.”", "BROOK", ":"),
    ("“The bridge is safe.” — Ada Brook", "Ada Brook", "—"),
    ("The leaders made a joint call to agree a “new balance” of powers.", "The leaders", "made a joint call"),
    ("Ada Brook has used the phrase “wall of silence” for years.", "Ada Brook", "used"),
]


@pytest.mark.parametrize(("text", "speaker", "cue"), CLAUSES)
def test_speaker_and_cue(text: str, speaker: str, cue: str) -> None:
    (row,) = told(text)
    assert row[2] == cue
    assert speaker in (row[1] or "")


def test_offsets_lead_back_to_the_words() -> None:
    text = "“The bridge is safe,” said Ada Brook. Bo Finch slammed it as “a death trap”."
    for row in quotes(text).itertuples():
        assert text[row.start : row.end] == row.text
        assert text[row.speaker_start : row.speaker_end] == row.speaker
        assert text[row.cue_start : row.cue_end] == row.cue


def test_a_reporting_clause_interrupts_one_quotation() -> None:
    text = "“If it rains,” Ada Brook said, “we stay at home.”"
    found = quotes(text)
    assert found[["level", "text"]].values.tolist() == [
        ["joined", text],
        ["piece", "“If it rains,”"],
        ["piece", "“we stay at home.”"],
    ]
    assert set(found["speaker"]) == {"Ada Brook"}


def test_a_quotation_goes_on_behind_its_clause() -> None:
    assert told("“It rains,” said Ada Brook. “We stay.” Bo Finch left.") == [
        ("“It rains,” said Ada Brook. “We stay.”", "Ada Brook", "said")
    ]


def test_another_cue_is_another_quotation() -> None:
    assert [row[1] for row in told("“It rains,” said Ada Brook. “It pours,” said Bo Finch.")] == [
        "Ada Brook",
        "Bo Finch",
    ]


def test_a_run_over_paragraphs_opened_anew_is_one_quotation() -> None:
    text = "A council spokesperson said: “We mend roads.\n\n“We mend bridges.\n\n“We ask for patience.”\n\nNobody came."
    (row,) = told(text)
    assert row[0].startswith("“We mend roads.")
    assert row[0].endswith("“We ask for patience.”")
    assert row[1] == "A council spokesperson"


def test_a_paragraph_by_itself_inherits_its_speaker() -> None:
    found = direct("“It rains all day long,” said Ada Brook.\n\n“Nobody minds the rain at all.”")
    assert found["speaker"].tolist() == ["Ada Brook", "Ada Brook"]
    assert found["via"].tolist() == ["after", "inherited"]
    assert found["cue"].isna().tolist() == [False, True]


def test_a_speaker_is_carried_over_from_the_sentence_before() -> None:
    found = direct("Ada Brook wants new bridges, she argued. This includes “a total ban on lorries in town”.")
    assert found["via"].tolist() == ["carried"]


def test_a_colon_reaches_over_the_paragraph() -> None:
    assert told("Ada Brook continued:\n\n“The bridge is safe.”") == [
        ("“The bridge is safe.”", "Ada Brook", "continued")
    ]


def test_a_speaker_that_cannot_be_told_is_missing() -> None:
    found = direct(
        "The night was long and cold. “We never saw the lights of the town again.” The boat drifted."
    )
    assert found["speaker"].isna().all()
    assert found["person"].isna().all()


def test_a_passive_does_not_speak() -> None:
    found = direct("The minister was branded “a disgrace to the party” yesterday.")
    assert found["speaker"].isna().all()
    assert found["cue"].tolist() == ["branded"]


def test_single_marks_run_over_paragraphs_too() -> None:
    text = "Brook, 43, said: 'I've never seen it.\n\n'It was huge.\n\n'We ran.'\n\nThe farmers' market shut."
    (row,) = told(text)
    assert row[0].endswith("'We ran.'")
    assert row[1:] == ("Brook", "said")


def test_turns_of_a_transcript() -> None:
    text = '"FINCH: Will you go?\n\n"BROOK: I will go when it is time.\n\n"FINCH: Thank you."'
    assert [row[1] for row in told(text)] == ["FINCH", "BROOK", "FINCH"]


KINDS = [
    ("To qualify for the “fast” route a driver must queue.", "scare"),
    ("She is paid through the ‘use-it-or-lose-it’ scheme.", "scare"),
    ("Talks are held about a drivers’ “rest hub” in the north.", "scare"),
    ("He sang in the musical “The Long Road Home” for years.", "title"),
    ("The film “Winter” opens on Friday.", "title"),
    ("The talk was shown on “Morning With Ada” on Friday.", "title"),
    ("It rained.\n\n‘The Last Bus Home.’\n\nIt stopped.", "title"),
    ("Marcia “Cia” Brook came second.", "nickname"),
    ("Ada Brook called him a “coward”.", "direct"),
    ("‘I won’t go’: mayor stays", "direct"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_what_marks_are_for(text: str, kind: str) -> None:
    found = quotes(text)
    assert found.loc[found["text"].str.contains("[“‘]"), "kind"].tolist() == [kind]


def test_words_in_a_caption_are_the_captions() -> None:
    text = (
        "Ada Brook called Bo Finch a “coward”.\n\n"
        "Ada Brook speaking at a rally.Ada Brook called Bo Finch a ‘coward’ on TuesdayCredit: Getty"
    )
    found = quotes(text)
    marked = found[found["text"].str.contains("^[“‘]")]
    assert marked["kind"].tolist() == ["direct", "caption"]


def test_nested_quotations_have_rows_and_speakers_of_their_own() -> None:
    found = quotes("“He told me ‘go home now’ and I went,” said Ada Brook.")
    nested = found[found["level"] == "nested"]
    assert nested[["text", "speaker", "cue"]].values.tolist() == [["‘go home now’", "He", "told"]]


def test_cue_classes() -> None:
    text = "Ada Brook slammed it as “a scam”. Bo Finch claimed it was “a bargain”. Cy Marsh said it was “all right”."
    assert direct(text)["cue_class"].tolist() == ["attacking", "doubting", "neutral"]
    assert direct(text)["verb"].tolist() == ["slam", "claim", "say"]


PERSONS = [
    ("Ada Brook arrived. “I am late,” she said.", "Ada Brook"),
    ("Ada Brook arrived. “I am late,” Brook said.", "Ada Brook"),
    ("Prime Minister Ada Brook arrived late. “I am sorry,” the Prime Minister said.", "Ada Brook"),
    ("Ada Brook said it was “a scam”. The candidate added that it was “a crime”.", "Ada Brook"),
    ("“I am late,” said a friend of Ada Brook’s lawyer.", None),
    ("Ada Brook and Bo Finch met. The trains were late. “I am sorry,” he said.", None),
    ("A Home Office spokesperson said: “We are sorry.”", None),
    ("“Bo Finch is late,” he said.", None),
]


@pytest.mark.parametrize(("text", "person"), PERSONS)
def test_the_person_a_speaker_means(text: str, person: str | None) -> None:
    last = direct(text)["person"].iloc[-1]
    assert (None if pd.isna(last) else last) == person


def test_no_quotations_give_an_empty_table_with_every_column() -> None:
    empty, full = quotes(""), quotes("“Yes,” said Ada Brook.")
    assert empty.empty
    assert list(empty.columns) == list(full.columns)
    assert empty.dtypes.tolist() == full.dtypes.tolist()
    assert str(full["speaker_start"].dtype) == "Int64"


@pytest.mark.parametrize(
    "text", ['"' * 10_000, "“" * 10_000, "“a” " * 2_000, "said " * 10_000, "a" * 1_000_000]
)
def test_hostile_texts_are_read_to_their_end(text: str) -> None:
    found = quotes(text)
    assert (found["end"] <= len(text)).all()


@settings(deadline=None)
@given(
    st.text(alphabet="Ab .,:s\n\"“”‘’'", max_size=80),
    st.sampled_from(["said", "told", "he", "Ann Brook", ""]),
)
def test_rows_lie_within_the_text_and_repeat(text: str, word: str) -> None:
    text = f"{text} {word} {text}"
    found = quotes(text)
    assert found["start"].is_monotonic_increasing
    assert (found["start"] < found["end"]).all()
    assert ((found["start"] >= 0) & (found["end"] <= len(text))).all()
    pd.testing.assert_frame_equal(found, quotes(text))
