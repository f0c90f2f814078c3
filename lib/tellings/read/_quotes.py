"""Quotations: what is said and by whom, what is merely put in marks, and indirect speech beside them."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from tellings.read import _marks, _quote_runs
from tellings.read import _clauses
from tellings.read._attribution import Attribution
from tellings.read._document import Document
from tellings.read._rows import table


class Quotation(NamedTuple):
    """A quotation with its speaker and cue."""

    start: int
    end: int
    kind: str
    speaker_start: int | None
    speaker_end: int | None
    cue_start: int | None
    cue_end: int | None
    speaker: str | None
    cue: str | None
    cue_class: str | None
    person: str | None
    found: str | None
    level: str


def find(document: Document) -> list[Quotation]:
    """The quotations of a document in the order of the text."""
    text = document.text
    rows: list[Quotation] = []
    for run in document(_quote_runs.find):
        first, last = run.pieces[0], run.last
        joined = len(run.pieces) > 1
        rows.append(_row(text, first.start, last.end, first.kind, run.said, "joined" if joined else "whole"))
        if joined:
            rows += [_row(text, piece.start, piece.end, piece.kind, run.said, "piece") for piece in run.pieces]
    rows += _nested(document)
    return sorted(rows, key=lambda row: (row.start, -row.end))


def _nested(document: Document) -> list[Quotation]:
    """The quotations within quotations, each attributed by the words around it there."""
    text, pairs = document.text, document(_marks.find)
    within: dict[int, list[int]] = {}
    around: list[int] = []
    for k, pair in enumerate(pairs):
        del around[pair.depth :]
        if around:
            within.setdefault(around[-1], []).append(k)
        around.append(k)
    rows = []
    for outer, inner in within.items():
        stretch = (pairs[outer].inner_start, pairs[outer].inner_end)
        for piece in _quote_runs.pieces(text, _clauses.fold(text, [stretch], pairs, inner), pairs):
            rows.append(_row(text, piece.start, piece.end, piece.kind, piece.said, "nested"))
    return rows


def _row(
    text: str, start: int, end: int, kind: str, said: Attribution | None, level: str
) -> Quotation:
    said = said if kind == "direct" else None
    speaker = said.speaker if said else None
    cue = said.cue if said else None
    return Quotation(
        start,
        end,
        kind,
        speaker[0] if speaker else None,
        speaker[1] if speaker else None,
        cue[0] if cue else None,
        cue[1] if cue else None,
        text[slice(*speaker)] if speaker else None,
        text[slice(*cue)] if cue else None,
        said.group if said else None,
        None,
        said.side if said else None,
        level,
    )


def quotes(text: str) -> pd.DataFrame:
    """The quotations of a text.

    >>> quotes("“It works,” said Ada Brook.")[["kind", "speaker", "cue"]].values.tolist()
    [['direct', 'Ada Brook', 'said']]
    """
    return table(text, Document(text)(find), Quotation)
