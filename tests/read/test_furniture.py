"""Links, prompts, bylines, datelines and notices, and none of the prose."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pairs import each_pair
from tellings import read

PROSE = "Two bakers met in Leeds on Monday."


def kinds(text: str) -> list[tuple[str, str]]:
    found = read.furniture(text)
    return list(zip(found["kind"], found["text"], strict=True))


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("link", "READ MORE: How bread is made"), ("link", "Read more about bread"), ("link", "RELATED: BREAD"),
        ("link", "Watch: Bakers race through Leeds"), ("link", "Click here for more on bread"),
        ("link", "Read the full report here."), ("link", "Related stories"), ("link", "Photos: How Bread Is Made"),
        ("link", "BAKERS TO MEET AGAIN IN LEEDS NEXT WEEK"), ("link", "Most read in Bread"),
        ("newsletter", "Sign up to our morning newsletter and never miss a loaf"),
        ("newsletter", "Get the day’s bread in your inbox"), ("newsletter", "Subscribe now for just £1"),
        ("newsletter", "SIGN UP FOR OUR FREE NEWSLETTER"), ("share", "Share this article"),
        ("share", "Follow Ann Roe on Twitter @annroe"), ("advertisement", "ADVERTISEMENT"),
        ("advertisement", "Advertisement"), ("continues", "Story continues below"),
        ("continues", "Article continues after this advertisement"), ("copyright", "© 2024 The Daily Loaf"),
        ("copyright", "Copyright 2024 The Daily Loaf. All rights reserved."), ("comments", "Have your say below"),
        ("comments", "What do you think? Let us know in the comments"), ("comments", "24 comments"),
        ("note", "Editor’s note: This article was amended on Monday."), ("byline", "By Ann Roe"),
        ("byline", "By Ann Roe and Bo Day, Bread Correspondents"), ("byline", "BY ANN ROE"),
        ("byline", "Ann Roe, Health Correspondent"), ("byline", "(Reporting by Ann Roe; Editing by Bo Day)"),
        ("byline", "Ann Roe and Bo Day contributed reporting."), ("time", "Updated: 5 May 2024, 12:30"),
        ("time", "3 hours ago"), ("date", "Monday, May 4, 2024"), ("rule", "___"),
    ],
)  # fmt: skip
def test_a_line_between_paragraphs(kind, line):
    assert kinds(f"{PROSE}\n\n{line}\n\n{PROSE}") == [(kind, line)]


@pytest.mark.parametrize(
    "dateline",
    [
        "LONDON (AP) —", "WEST PALM BEACH, Fla. —", "LEEDS, England (Reuters) -", "LEEDS, May 4 (UPI) —",
        "Washington ( AFP) –", "MOSCOW (AP) --", "NEW YORK —", "LEEDS, England, Sept. 28 (UPI) —",
    ],
)  # fmt: skip
def test_a_dateline_at_the_head_of_a_paragraph(dateline):
    text = f"{dateline} {PROSE}"
    assert kinds(text) == [("dateline", dateline)]
    assert read.sentences(text)["text"].tolist() == [text]


def test_a_heading_in_capitals_that_runs_into_its_paragraph_is_no_dateline():
    assert kinds(f"WHAT BAKERS ARE SAYING — {PROSE}") == []
    assert kinds(f"LEEDS (AP) — {PROSE}\n\nTHE OVEN — {PROSE}") == [("dateline", "LEEDS (AP) —")]


def test_a_date_joined_to_the_first_sentence_stands_alone():
    found = read.sentences("Thursday, May 7, 2015 On Tuesday two bakers met.")
    assert found["text"].tolist() == ["Thursday, May 7, 2015", "On Tuesday two bakers met."]
    assert found["part"].tolist() == ["furniture", "prose"]


def test_links_within_a_paragraph():
    text = f"{PROSE}READ MORE: Is bread dear? {PROSE} CLICK HERE TO GET THE DAILY LOAF APP The bakers left."
    assert kinds(text) == [
        ("link", "READ MORE: Is bread dear?"),
        ("link", "CLICK HERE TO GET THE DAILY LOAF APP"),
    ]
    assert read.sentences(text)["part"].tolist() == ["prose", "furniture", "prose", "furniture", "prose"]


@pytest.mark.parametrize(
    "prose",
    [
        "Read aloud, the report took an hour.", "More than 100 bakers came.", "Share prices fell on Monday.",
        "Comments made by the minister were wrong.", "Follow the money, the baker said.", "By Monday he had left.",
        "By Monday Ann Roe had left the bakery.", "Get out of here, he said. The newsletter was late.",
        "Watch out for the ovens, she said.", "Related costs rose by a tenth.", "Advertisement spending fell.",
        "“Click here,” the page said.", "Join us, the bakers said.", "Copyright law is old.", "Live bands played.",
        "Tell us the truth, the crowd shouted.", "Correction officers were on strike.", "A MAN WHO BAKES",
        "Subscribers left.", "Updated figures show that bread is dear.", "The bakers, by Ann Roe’s account, left.",
        "Sign up or leave, he was told.", "Opinion is divided on bread.", "Story after story was told.",
        "LEEDS is a city - and a big one.", "May 4 is a holiday.",
    ],
)  # fmt: skip
def test_prose_that_opens_like_furniture(prose):
    assert kinds(f"{PROSE}\n\n{prose}") == []


def test_a_link_in_brackets():
    assert kinds(f"{PROSE} (PHOTOS: Ten loaves? Ten rolls!) {PROSE}") == [
        ("link", "(PHOTOS: Ten loaves? Ten rolls!)")
    ]


def test_politicians_and_labels_are_no_datelines():
    assert kinds(f"Ann Roe (R-Ohio) — {PROSE}") == []
    assert kinds(f"EXCLUSIVE - {PROSE}") == []


def test_a_title_in_capitals_is_no_link():
    assert kinds(f"BAKERS MEET AGAIN IN LEEDS TODAY\n\n{PROSE}") == []


def test_captions_are_not_furniture():
    assert kinds("Photo: The bakery in Leeds on Monday, before it rained.") == []
    assert kinds(f"{PROSE}\n\nTHE MAYOR OPENS A BAKERY IN LEEDS (PA)") == []


@each_pair
def test_neither_article_has_furniture_besides_its_captions(pair):
    for text in pair.texts:
        assert read.furniture(text).empty


def test_nothing_makes_an_empty_table_with_its_columns():
    assert list(read.furniture("").columns) == ["start", "end", "text", "kind"]


@settings(max_examples=200, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["READ MORE", ": ", "A man", "LEEDS (AP) — ", "By Ann Roe", ".", " ", "\n", "Credit: PA", "___"]
        ),
        max_size=20,
    )
)
def test_rows_are_in_order_apart_and_clear_of_captions(pieces):
    text = "".join(pieces)
    found, captions, place = read.furniture(text), read.captions(text), 0
    for row in found.itertuples():
        assert place <= row.start < row.end
        assert row.text == row.text.strip()
        assert not ((captions["start"] < row.end) & (captions["end"] > row.start)).any()
        place = row.end
