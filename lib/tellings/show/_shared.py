"""What the page on framing shows of what the articles share, and of what each leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pandas as pd
from markupsafe import Markup

from tellings import compare
from tellings.compare import placed
from tellings.compare._each import each
from tellings.show._evidence import found, places
from tellings.show._publish import Finding, Published, finding
from tellings.show._side_shared import shared
from tellings.show._table import table
from tellings.show._words import count, listed

if TYPE_CHECKING:
    from tellings.read import Reading

_SHORT = 90  # characters of an utterance that a sentence repeats


def shared_opening(reading: Reading) -> list[Finding]:
    """What was said in both and trimmed, what one leaves out, and whether that is more than its length explains.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> len(tl.show.shared_opening(reading)) > 0
    True
    """
    return [*_utterances(reading), *_suggested(reading), *_covered(reading)]


def _utterances(reading: Reading) -> Iterator[Finding]:
    said = compare.genealogy(reading)
    # In a paraphrase nearly any qualifier is missing or new: the table has those, a finding would make too much of them.
    bent = said[((said["dropped"] != "") | (said["added"] != "")) & (said["relation"] != "paraphrased")]
    for row in each(bent.head(3)):
        what = " and ".join(
            part
            for part in (
                f"leaves out “{row.dropped}”" if row.dropped else "",
                f"adds “{row.added}”" if row.added else "",
            )
            if part
        )
        yield finding(
            f"{row.outlet} {what} where {row.other_outlet} has “{_short(row.other_text)}”.",
            sure="found", link="#Who-said-what-in-whose-words", note="a negation or a qualifier: read both",
            differs=True,
        )  # fmt: skip
    marked = said[said["relation"].isin(["verbatim", "trimmed", "extended"])]
    if len(marked):
        told = listed([f"“{_short(text)}”" for text in marked.drop_duplicates("utterance")["text"].head(4)])
        yield finding(
            f"{count(marked['utterance'].nunique(), 'utterance')} quoted by more than one outlet: {told}.",
            sure="found", link="#Who-said-what-in-whose-words",
        )  # fmt: skip


def _short(text: str) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= _SHORT else f"{flat[:_SHORT].rsplit(' ', 1)[0]} …"


def _suggested(reading: Reading) -> Iterator[Finding]:
    for row in each(compare.gap_suggestions(reading).head(3)):
        yield finding(
            f"Where {row.outlet} has a hole (“{row.trace.strip()}”), {row.other_outlet} has “{row.suggestion}” in the "
            "same words.",
            sure="found", link="#Holes-that-another-article-fills", note="a suggestion, not the text",
        )  # fmt: skip


def _covered(reading: Reading) -> Iterator[Finding]:
    covered = compare.coverage(reading)
    off = covered[(covered["carried"] < covered["low"]) | (covered["carried"] > covered["high"])]
    for row in each(off.head(3)):
        yield finding(
            f"{row.outlet} carries {row.carried} of the {row.others} facts that the others state, where {row.expected:.0f} "
            "would be expected of its length.", sure="clear", link="#What-each-leaves-out", note=f"95% {row.low} to {row.high}",
        )  # fmt: skip
    if len(covered) and off.empty:
        told = listed([f"{row.outlet} {row.carried} of {row.others}" for row in each(covered.head(6))])
        yield finding(
            f"No outlet carries fewer of the others’ facts than its length explains: {told}.",
            sure="unclear", link="#What-each-leaves-out",
        )  # fmt: skip


def passages_table(reading: Reading) -> Published:
    """Text that articles share, each side in its sentence.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.passages_table(reading).name
    'passages'
    """
    rows = compare.passages(reading)
    columns = {
        "outlet": "Outlet", "text": "Passage", "quoted": "Quoted", "other_outlet": "Also in", "other_quoted": "Quoted there",
        "words": "Words", "similarity": "Similarity", "differences": "Differences", "places": "Sentences",
    }  # fmt: skip
    return table(rows, name="passages", caption="Passages that articles share", columns=columns, stack=True,
                 formats={"similarity": ".2f"}, html={"places": _both(reading, rows)})  # fmt: skip


def genealogy_table(reading: Reading) -> Published:
    """One utterance across outlets: verbatim, trimmed, joined, paraphrased, re-attributed.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.genealogy_table(reading).name
    'utterances'
    """
    rows = compare.genealogy(reading)
    columns = {
        "outlet": "Outlet", "text": "Has", "speaker": "Said by", "other_outlet": "Other", "other_text": "Has there",
        "other_speaker": "Said by, there", "relation": "Here", "dropped": "Left out here", "added": "Added here",
        "lost": "Lost in a hole", "places": "Sentences",
    }  # fmt: skip
    return table(rows, name="utterances", caption="One utterance across outlets", columns=columns, stack=True,
                 html={"places": _both(reading, rows)})  # fmt: skip


def _both(reading: Reading, rows: pd.DataFrame) -> list[Markup]:
    """Links to both sides of each row."""
    if rows.empty:
        return []
    other = rows.rename(columns={"article": "a", "start": "s", "end": "e"}).rename(
        columns={"other_article": "article", "other_start": "start", "other_end": "end"}
    )
    marks = shared(reading).ids
    one, two = (
        places(reading, placed(reading, side[["article", "start", "end"]]), marks=marks)
        for side in (rows, other)
    )
    return [Markup("{}, {}").format(left, right) for left, right in zip(one, two, strict=True)]


def suggestions_table(reading: Reading) -> Published:
    """Holes, and the words that a parallel passage of another article has in their place.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.suggestions_table(reading).name
    'gap-suggestions'
    """
    rows = compare.gap_suggestions(reading)
    columns = {
        "trace": "Hole",
        "suggestion": "Suggestion",
        "other_outlet": "After",
        "other_trace": "Which has",
        "rivals": "Rivals",
    }
    return found(reading, "gaps", rows=placed(reading, rows), published="gap-suggestions",
                 caption="Holes that another article fills, as suggestions", columns=columns)  # fmt: skip


def facts_table(reading: Reading) -> Published:
    """Every fact that more than one could have told: who says so, who says otherwise, who is silent.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.facts_table(reading).name
    'facts'
    """
    rows = compare.triangulation(reading)
    marks = rows.assign(
        status=rows["status"].where(
            rows["mentions"] <= 1, rows["status"] + " ×" + rows["mentions"].astype(str)
        )
    )
    wide = marks.pivot(
        index=["fact", "kind", "about", "told_by"], columns="outlet", values="status"
    ).reset_index()
    wide = wide.reindex(columns=["fact", "kind", "about", "told_by", *reading.corpus.outlets])
    columns = {
        "kind": "Kind",
        "about": "Fact",
        "told_by": "Outlets",
        **{name: name for name in reading.corpus.outlets[:8]},
    }
    return table(wide, name="facts", caption="Facts by outlet", columns=columns, limit=120)


def coverage_table(reading: Reading) -> Published:
    """How many of the others' facts each outlet carries, and how many its length would let expect.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.coverage_table(reading).name
    'coverage'
    """
    columns = {
        "outlet": "Outlet", "words": "Words", "told": "Facts told", "others": "Facts of the others", "carried": "Of them carried",
        "expected": "Expected", "low": "95% from", "high": "to", "verdict": "Verdict",
    }  # fmt: skip
    return table(compare.coverage(reading), name="coverage", caption="Facts carried, and expected by length",
                 columns=columns, formats={"expected": ".1f"})  # fmt: skip


def omissions_table(reading: Reading) -> Published:
    """The sentences of each outlet that have no counterpart in the others, the most informative first.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.show.omissions_table(reading).name
    'omissions'
    """
    rows = compare.omissions(reading)
    columns = {
        "outlet": "Only in",
        "information": "Information (bits)",
        "voice": "Voice",
        "text": "Sentence",
        "place": "No.",
    }
    first = rows.groupby("outlet", sort=False).head(12)
    html = {"place": places(reading, first)}
    return table(rows.loc[[*first.index, *rows.index.difference(first.index)]], name="omissions", columns=columns, stack=True,
                  caption="Sentences without a counterpart, the most informative of each outlet first",
                  formats={"information": ".0f"}, html=html, limit=len(first))  # fmt: skip
