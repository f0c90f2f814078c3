"""Captions, alternative texts and credits, and nothing of the prose around them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pairs import each_pair
from tellings import read


def parts(text: str) -> list[tuple[str, str]]:
    found = read.captions(text)
    return list(zip(found["kind"], found["text"], strict=True))


GLUED = (
    "A mayor and a baker lifting a tray.Mayor Ann Roe and baker Bo Day at the opening in MayCredit: Getty "
    "A crowd outside a bakery.Customers queued for two hoursCredit: Splash"
)


def test_glued_pictures_fall_into_alternative_text_caption_and_credit():
    found = read.captions(GLUED)
    assert found["kind"].tolist() == ["alt", "caption", "credit"] * 2
    assert found["group"].tolist() == [0, 0, 0, 1, 1, 1]
    assert found["text"][1] == "Mayor Ann Roe and baker Bo Day at the opening in May"
    assert found["text"][3] == "A crowd outside a bakery."


def test_prose_glued_to_an_agency_is_not_the_credit():
    text = GLUED + "The bakery will close in June. Nobody knows why."
    assert read.captions(text)["text"].tolist()[-1] == "Credit: Splash"
    assert read.captions(text)["end"].max() == len(GLUED)


@pytest.mark.parametrize(
    "credit",
    [
        "(Image: Getty)", "Picture: BO DAY", "(Photo by Bo Day / AFP)", "Photograph: Bo Day/PA", "© Bo Day",
        "Image credit: Bo Day", "(AP Photo/Bo Day)", "(AP Photo/Bo Day, File)", "REUTERS/Bo Day", "Pic: Reuters",
        "Bo Day via REUTERS", "Bo Day/AFP via Getty Images", "Credit: PA:Press Association", "Photo Credit: PTI",
        "Credit: Not known clear with picture desk", "Credit...Bo Day/The New York Times", "(Bo Day/PA)",
        "Image: Bo Day.", "Credit: Getty Images - Getty", "Photograph: Zoë Ås/EPA",
    ],
)  # fmt: skip
def test_forms_of_credit_at_the_end_of_a_caption(credit):
    assert parts(f"The mayor opens the bakery. {credit}") == [
        ("caption", "The mayor opens the bakery."),
        ("credit", credit),
    ]


@pytest.mark.parametrize(
    ("credit", "after"),
    [
        ("Photograph: Bo Day/PA", "The mayor said that the bread was good."),
        ("Credit: X", "French bakers were not asked."),
        ("Credit: Shutterstock Editorial", "People came from afar."),
        ("Credit: Jane Doe", "French bakers were not asked."),
        ("(AP Photo/Bo Day)", "The mayor said that the bread was good."),
    ],
)
def test_a_credit_ends_before_the_prose_that_follows_it(credit, after):
    assert parts(f"The mayor opens the bakery. {credit} {after}")[-1] == ("credit", credit)


def test_a_picture_set_into_a_long_paragraph_takes_its_own_words_alone():
    prose = (
        "The bakery is old. It has two ovens. One of them is broken. The other smokes. Nobody minds that. "
    )
    found = read.captions(
        prose + "A mayor lifting a tray.Mayor Ann Roe at the openingCredit: PA It rained all day."
    )
    assert found["text"].tolist() == ["A mayor lifting a tray.", "Mayor Ann Roe at the opening", "Credit: PA"]


@pytest.mark.parametrize(
    "text",
    [
        "FILE - The mayor opens the bakery.", "File photo of the mayor at the bakery.", "Pictured: the old bakery",
        "Image: The mayor at the bakery on Monday, before it rained.", "Image caption, The mayor at the bakery",
        "Ann Roe (left) with Bo Day (right) at the bakery.",
        "Mayor Ann Roe, left, and baker Bo Day on Monday in Leeds.",
        "From left: Ann Roe, Bo Day and Li Wei at the bakery.",
    ],
)  # fmt: skip
def test_captions_without_a_credit_by_how_they_are_worded(text):
    assert parts(text) == [("caption", text)]


def test_an_alternative_text_betrays_a_caption_without_a_credit():
    text = "Mayor Ann Roe lifting a tray of bread.Mayor Ann Roe lifted the first tray of bread."
    assert [kind for kind, _ in parts(text)] == ["alt", "caption"]


def test_a_line_that_a_bracketed_agency_closes_without_a_full_stop_is_a_caption():
    assert parts("Mayor Ann Roe at the bakery (PA)")[-1] == ("credit", "(PA)")
    assert parts("The mayor told reporters that she would stay (PA).") == []


@pytest.mark.parametrize(
    "prose",
    [
        "The win came courtesy of Bo Day.", "He gets the credit: it was his bread.", "Credit Suisse fell by a tenth.",
        "A poll by Reuters/Ipsos found that bread is dear.", "LEEDS (Reuters) - Bread is dear.",
        "“A photo: that is all I want,” she said.", "The image of the mayor suffered.", "© 2024 The Daily Loaf",
        "She posted the picture on Instagram. It was of bread.", "Photos: How Bread Is Made",
        "The baker left on Monday.The mayor stayed.", "Ann Roe, left, said that bread is dear.",
        "Ann Roe (pictured) said so.",
        "The centre of Leeds, right, is old. Nobody goes there.", "From left to right, all parties agree.",
        "He saw the Getty museum (in Los Angeles) and AP reporters.",
    ],
)  # fmt: skip
def test_prose_and_furniture_are_no_captions(prose):
    assert parts(prose) == []


def test_nothing_makes_an_empty_table_with_its_columns():
    assert read.captions("").dtypes.astype(str).to_dict() == {
        "start": "int64", "end": "int64", "text": "str", "kind": "str", "group": "int64",
    }  # fmt: skip


@each_pair
def test_the_three_caption_paragraphs_of_the_tabloid_and_nothing_else(pair):
    tabloid, report = pair.texts
    assert read.captions(report).empty
    found, paragraphs = read.captions(tabloid), read.paragraphs(tabloid)
    assert found["kind"].tolist() == ["alt", "caption", "credit"] * 6
    credited = paragraphs[paragraphs["text"].str.contains("Credit: ")]
    assert len(credited) == 3
    for row in credited.itertuples():
        inside = found[(found["start"] >= row.start) & (found["end"] <= row.end)]
        assert (inside["start"].min(), inside["end"].max()) == (row.start, row.end)
        blanks = inside["start"].to_numpy()[1:] - inside["end"].to_numpy()[:-1]
        assert all(blank in (0, 1) for blank in blanks)
    assert [text.removeprefix("Credit: ") for text in found["text"] if text.startswith("Credit: ")] == [
        "X", "Getty", "Shutterstock Editorial", "PA", "AFP", "Splash",
    ]  # fmt: skip


@each_pair
def test_articles_run_together_end_the_last_credit_at_the_agency(pair):
    tabloid, report = pair.texts
    found = read.captions(tabloid.rstrip("\n") + report)
    assert found["text"].tolist()[-1] == "Credit: Splash"
    assert found["end"].max() == len(tabloid.rstrip("\n"))


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["Credit: ", "X", "Getty", "A man", ".", " ", "\n", "(", ")", "/", "via ", "Image: ", "©"]
        ),
        max_size=25,
    )
)
def test_rows_are_in_order_apart_and_within_one_paragraph(pieces):
    text = "".join(pieces)
    place = group = 0
    for row in read.captions(text).itertuples():
        assert place <= row.start < row.end
        assert "\n" not in row.text
        assert row.text == row.text.strip()
        assert row.group in (group, group + 1) or group == 0
        place, group = row.end, row.group
