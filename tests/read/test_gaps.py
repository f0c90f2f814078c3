"""Gaps: holes of every kind in sentences of our own, sentences that only look damaged, and the original articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from tellings.read._gaps import gaps

# ▢ stands where a name was taken out, together with one of the two spaces around it.
HOLES = [
    ("mark", "The chancellor had tea with the head of the bank in ▢, who promised to listen."),
    ("mark", "They hope to make Leeds the best place for students in ▢. The rest will follow."),
    ("mark", "Her reason was to avoid joining the ▢."),
    ("mark", "Also on stage were actors like ▢, Ann Holt and Bo Reed."),
    ("mark", "The ferry called at Hull, ▢, Esbjerg and Oslo."),
    ("mark", "She quarrelled with the former ▢."),
    ("mark", "The party has invited ▢, who once led the council."),
    ("mark", "The farmers waited. ▢, a vet from Kent, came late."),
    ("mark", "“We need more time,” said ▢, a teacher of thirty years."),
    ("mark", "Picture: ▢."),
    ("mark", "“It is our land,” ▢, a farmer from Kent, told the paper."),
    ("mark", "The pilots are trained in northern ▢."),
    ("mark", "Senator Bo Reed (▢.) voted against it."),
    ("opening", "The ship was late.\n\n▢, 42, had waited on the quay since noon."),
    ("opening", "The ship was late.\n\n▢entered the port only in the evening, the pilot said."),
    ("opening", "The ship was late.\n\n▢held a feast on deck."),
    ("opening", "The ship was late.\n\n▢with two tugs in tow came in at last."),
    ("opening", "The rule pleased nobody.▢ also asked for a new vote."),
    ("opening", "The law was called “a very bad idea”.▢ promoted a new one."),
    ("opening", "The ship was late.\n\n“▢is a fine captain,” said the owner."),
    ("opening", "The ship was late, and the owner said: “▢ was highly regarded before this year.”"),
    ("possessive", "He hopes to stand again after ▢’s two years are over."),
    ("possessive", "She slammed ▢‘s latest plan."),
    ("possessive", "The court upheld ▢'s claim to the estate."),
    ("possessive", "It was unfair, the club said: ▢’s goal should have stood."),
    ("empty", "The museum (▢) opens on Friday."),
    ("determiner", "A deal could give the▢ a way to send goods by rail."),
    ("determiner", "He was led away by the▢ in handcuffs."),
    ("determiner", "The▢ has drawn praise for its quick answer."),
    ("determiner", "She joined a▢ and left the firm."),
    ("determiner", "The▢ investigated her claims for a year."),
    ("title", "Mr▢ said the price was right."),
    ("preposition", "She promised an overhaul of▢ and would push for lower rents."),
    ("preposition", "She promised a “full overhaul” of▢ and would push for lower rents."),
    ("preposition", "Applicants go to a visa office in▢ with their papers."),
    ("preposition", "By then a guest must be in▢ with a ticket or a pass."),
    ("preposition", "The two towns, and the road between▢ and Derby, were cut off."),
    ("preposition", "He spoke to students at the university in▢ this week, aides said."),
    ("preposition", "Remarks made by▢ are often quoted out of context."),
    ("preposition", "The mayor of▢ was not amused."),
    ("preposition", "According to▢ in the north, it rained for days."),
    ("preposition", "There were reports of theft from▢ in the past."),
    ("subject", "Ten trucks have come back over the border since▢ signed up to the accord."),
    ("subject", "He will run for office only if▢ can’t run herself."),
    ("subject", "Ten trucks have come back since▢ signed the new accord with the Danes."),
    ("subject", "Prices fell because▢ has opened a second shop."),
    ("subject", "Someone asked how▢ could inspire the young."),
    ("subject", "In the second half,▢ was booked for a foul."),
    ("subject", "In the first race of the day,▢ faced a strong wind."),
    ("object", "He told▢ in August that he was tired."),
    ("speaker", "“We will never sell,”▢ said in a statement."),
    ("speaker", "“I am not going,”▢ said."),
]

WHOLE = """
It is hard to be dealt with.
They asked what the bridge is made of, and nobody knew.
In the end the owners had to give in and pay.
People walked in and out all day.
The more the council spends, the more the voters complain.
As expected, the vote was close.
If needed, the army will help.
When asked, she declined to comment.
The bill was higher than expected.
He packed his bags and then left.
She is the woman he said was driving.
Speaking to the Herald , the mayor called it a shame.
The village he grew up in is gone.
That was the year everything he believed in was questioned.
It was the club which he was a member of and loved.
The plan, since scrapped, cost millions.
The minister has since signed the order.
A tweet since removed from the site caused anger.
“We can't go on,” said Anna Holt.
“We can't go on,” she said.
“We can't go on!” shouted one of them.
"Why now?" asked the judge.
Lara, who once wrote for “The Morning Post,” explained, “It was fun.”
The in-flight meal was cold.
The “in” crowd has moved on.
The U.S. has said little. The E.U. is to meet today.
He works for Acme Inc. and lives in Bath.
She arrived at 9 a.m. on Monday.
Nobody knows who the letter is for or what it says.
The children were looked after by their aunt.
Prices fell by between 5 and 10 per cent.
From within the party came calls for him to go.
The town has a population of about 4,000.
He was told that the shop was shut.
What he does is up to him.
Once signed, the treaty binds them all.
If given the chance, she would run.
When told the truth, he wept.
However, is that really so?
On Monday, the mayor, who was ill, sent a note.
For instance, calls to set up a fund went unheard.
The will to change is there.
It is a city that people dream of and few can afford.
Trade to and from the island has stopped.
They are in with a chance of the cup.
Why don't they pay?
Let's go, all's well.
It is not what it was in the '90s.
The room they were in was dark.
The deal was agreed on in principle in May.
He said that was a mistake.
He is not the man she says he is , and never was.
Wait . . . what was that?
He spoke of the, er, difficulty.
The man they were waiting for said nothing.
The hearing was put off until after the summer.
The proposal has been around since before the war.
eBay said it had removed the listing. iPhones sell well.
She kind of took her time.
The children, he added, would go on.
The guests ate in silence – of all things – and then in the dark.
""".strip().splitlines()

ORIGINALS = Path(__file__).parents[3] / "shared" / "seeds"
# What a careful reader sees missing in the first of the two originals; the second is whole.
FOURTEEN = [215, 682, 778, 1150, 1266, 1376, 1792, 2111, 2513, 3263, 4141, 5012, 5542, 5545]


@pytest.mark.parametrize(("kind", "sentence"), HOLES)
def test_holes(kind: str, sentence: str) -> None:
    text = sentence.replace("▢", "")
    place = sentence.index("▢")
    found = gaps(text)
    assert [(row.kind, row.start) for row in found.itertuples()] == [(kind, place)], found["reason"].tolist()


@pytest.mark.parametrize("sentence", WHOLE)
def test_whole_sentences(sentence: str) -> None:
    found = gaps(sentence)
    assert found.empty, found["reason"].tolist()


def test_a_lost_pair_leaves_two_holes() -> None:
    found = gaps("The plan was dropped.\n\nand are among the towns that gain most.")
    assert found["start"].tolist() == [23, 26]


def test_lists_may_open_in_small_letters() -> None:
    assert gaps("The town wants:\n\nbuilt by the river,\n\nasked for by all,\n\nand are cheap.").empty


def test_spaced_marks_tell_nothing_where_every_mark_is_spaced() -> None:
    text = "It is , of course , a pity . He , too , came to , and sat . She went on , he said , and on ."
    assert gaps(text).empty


def test_captions_are_left_alone() -> None:
    caption = "Two men in , shaking hands.Ann Holt met Bo Reed in LeedsCredit: Getty"
    assert gaps(f"The two met on Monday.\n\n{caption}").empty


def test_the_reason_and_the_surroundings_are_told() -> None:
    row = gaps("The mayor spoke.\n\nHe wrote to the head of the school in , who agreed.").iloc[0]
    assert row["reason"] == "“in” needs a word after it, not “,”"
    assert (row["before"], row["after"]) == ("He wrote to the head of the school in ", ", who agreed.")
    assert (row["start"], row["text"]) == (row["end"], "")


def test_nothing_in_nothing_out() -> None:
    found = gaps("")
    assert found.columns.tolist() == ["start", "end", "text", "kind", "reason", "before", "after"]
    assert found.dtypes.astype(str).tolist() == ["int64", "int64", *["str"] * 5]
    assert found.empty


@pytest.mark.parametrize(
    "text", ['"' * 5000, "of " * 5000, "a" * 100_000, ". " * 5000, "’s " * 5000, "(" * 5000 + ")" * 5000]
)
def test_odd_texts_are_read_to_their_end(text: str) -> None:
    found = gaps(text)
    assert found["start"].is_monotonic_increasing
    assert found["end"].le(len(text)).all()


@pytest.mark.skipif(not ORIGINALS.is_dir(), reason="the original articles are not here")
def test_the_originals() -> None:
    first, second = (path.read_text(encoding="utf-8") for path in sorted(ORIGINALS.glob("*.txt")))
    assert gaps(first)["start"].tolist() == FOURTEEN
    assert gaps(second).empty
