"""What the page on the codebook shows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pandas as pd
from markupsafe import Markup

from tellings.coding import _frames, _sheet
from tellings.coding._agreement import ALL, CODERS
from tellings.coding._sample import Sample
from tellings.compare._each import each
from tellings.show import Figure, Finding, Published, finding, intervals, link, table

_SURE = {"reliable": "clear", "tentative": "clear", "not reliable": "clear", "unclear": "unclear"}
_AGREEMENT = {
    "between": "Between", "frame": "Frame", "n": "Sentences", "given": "Times given", "agreed": "Agree",
    "alpha": "Alpha", "low": "95% from", "high": "to", "reads": "Reads as",
}  # fmt: skip
_CODES = {"coder": "Coder", "frame": "Frame", "also": "Also", "machine": "Machine", "text": "Sentence",
          "note": "Note", "place": "Place"}  # fmt: skip
_DIFFERENT = {"who": "Who parts", "coded": "Coded", "machine": "Machine", "cues": "Its cues",
              "context": "In context", "notes": "Notes", "place": "Place"}  # fmt: skip


def opening(sample: Sample, codes: pd.DataFrame, agreement: pd.DataFrame) -> list[Finding]:
    """What was drawn or coded, and how far coders and machine agree, in sentences.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> sample, codes = tl.coding.sample(reading, n=6, seed=1), tl.coding.read_sheets([], reading)
    >>> tl.coding.opening(sample, codes, tl.coding.agreement(codes))[0].sure
    'counted'
    """
    if codes.empty:
        return [
            finding(
                f"{len(sample):,} of {sample.available:,} sentences are drawn to be coded; no coded sheet was given, "
                "so there is no agreement to report yet.", sure="counted", link="#The-sentences",
            )
        ]  # fmt: skip
    return [*_coded(codes), *_agreed(agreement)]


def _coded(codes: pd.DataFrame) -> Iterator[Finding]:
    coders = codes["coder"].value_counts(sort=False)
    told = ", ".join(f"{coder} {n:,}" for coder, n in coders.items())
    yield finding(
        f"{codes['id'].nunique():,} sentences were coded: {told}.", sure="counted", link="#The-sentences"
    )


def _agreed(agreement: pd.DataFrame) -> Iterator[Finding]:
    for row in each(agreement[agreement["frame"] == ALL]):
        who = (
            "The coders"
            if row.between == CODERS
            else str(row.between).replace(" and machine", " and the machine")
        )
        note = f"n = {row.n:,} sentences" + (
            f", 95% {row.low:.2f} to {row.high:.2f}" if row.low == row.low else ""
        )
        chance = f"alpha is {row.alpha:.2f}" if row.alpha == row.alpha else "alpha cannot be told"
        sure = _SURE.get(str(row.reads), "too few")
        yield finding(
            f"{who} give the same frame in {row.agreed:.0%} of pairs; {chance}: {row.reads}.",
            sure=sure, note=note, link="#Agreement",  # type: ignore[arg-type]
        )  # fmt: skip


def frames_table(codebook: str) -> Published:
    """The frames that coders and machine choose among.

    >>> import tellings as tl
    >>> tl.coding.frames_table("policy").rows > 3
    True
    """
    return table(_frames.allowed(codebook), name="coding-frames", caption="Frames to choose among")


def sample_table(sample: Sample) -> Published:
    """The sheet as a coder gets it, without outlet or article; its CSV is the one that is coded.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> tl.coding.sample_table(tl.coding.sample(reading, n=6, seed=1)).rows
    6
    """
    sheet = _sheet.sheet(sample)
    columns = {"id": "Id", "before": "Before", "sentence": "Sentence to code", "after": "After"}
    shown = table(sheet, name="coding-sheet", caption="Sentences to code", columns=columns)
    return replace(shown, csv=_sheet.file_text(sheet))


def codes_table(codes: pd.DataFrame) -> Published:
    """Every code with its sentence and the machine's frame.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> codes = tl.coding.read_sheets([], reading)
    >>> tl.coding.codes_table(codes).rows
    0
    """
    return table(
        codes, name="codes", caption="Codes, by coder", columns=_CODES, html={"place": _places(codes)}
    )


def agreement_table(agreement: pd.DataFrame) -> Published:
    """Alpha with its interval, over all frames and for each.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> codes = tl.coding.read_sheets([], reading)
    >>> tl.coding.agreement_table(tl.coding.agreement(codes)).name
    'agreement'
    """
    formats = {"agreed": ".0%", "alpha": ".2f", "low": ".2f", "high": ".2f"}
    return table(agreement, name="agreement", caption="Agreement, over all frames and for each",
                 columns=_AGREEMENT, formats=formats)  # fmt: skip


def agreement_figure(agreement: pd.DataFrame) -> Figure | None:
    """Alpha with its interval for each pair and frame that has codes enough; None where there is none to draw.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> codes = tl.coding.read_sheets([], reading)
    >>> tl.coding.agreement_figure(tl.coding.agreement(codes)) is None
    True
    """
    told = (agreement["frame"] == ALL) | (agreement["reads"] != "too few")
    shown = agreement[told].dropna(subset=["alpha", "low"]).rename(columns={"between": "outlet"})
    if shown.empty:
        return None
    return intervals(
        shown, label="frame", value="alpha", name="agreement", outlets=list(dict.fromkeys(shown["outlet"])),
        xlabel="Krippendorff’s alpha (0: chance, 1: full agreement)",
        caption="Krippendorff’s alpha over all frames and for each given ten times or more, with 95% intervals; "
        "filled where the interval leaves out chance.",
    )  # fmt: skip


def disagreements_table(rows: pd.DataFrame) -> Published:
    """Each sentence whose codes differ, in context, with the machine's cues.

    >>> import tellings as tl
    >>> reading = tl.read.all(tl.load("seeds"))
    >>> codes = tl.coding.read_sheets([], reading)
    >>> tl.coding.disagreements_table(tl.coding.disagreements(codes, reading)).rows
    0
    """
    context = [Markup("{} <mark>{}</mark> {}").format(row.before, row.text, row.after) for row in each(rows)]
    return table(rows, name="disagreements", caption="Sentences whose codes differ",
                 columns=_DIFFERENT, html={"context": context, "place": _places(rows)})  # fmt: skip


def _places(rows: pd.DataFrame) -> list[Markup]:
    return [link(row.article, row.sentence, f"{row.outlet}, {row.sentence + 1}") for row in each(rows)]
