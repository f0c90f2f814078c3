"""Quotations: what is said and by whom, what is merely put in marks, and indirect speech beside them."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from tellings.read import _clauses, _marks
from tellings.read._attribution import Attribution, attribute
from tellings.read._clauses import Sentence, Token, last_mark
from tellings.read._document import Document
from tellings.read._marks import Pair
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
    found: str


class _Draft(NamedTuple):
    start: int
    end: int
    pair: Pair
    said: Attribution | None
    paragraph: int
    sentence: int
    alone: bool


def find(document: Document) -> list[Quotation]:
    """The quotations of a document in the order of the text."""
    text = document.text
    return [_row(text, draft, _kind(text, draft)) for draft in _runs(text, _drafts(document))]


def _drafts(document: Document) -> list[_Draft]:
    text, pairs = document.text, document(_marks.find)
    drafts: list[_Draft] = []
    for number, sentence in enumerate(document(_clauses.find)):
        for k, token in enumerate(sentence.tokens):
            if token.quote is not None:
                said = attribute(text, sentence, k)
                alone = all(t.quote is not None or not t.text[0].isalnum() for t in sentence.tokens)
                pair = pairs[token.quote]
                drafts.append(_Draft(pair.start, pair.end, pair, said, sentence.paragraph, number, alone))
    return drafts


def _runs(text: str, drafts: list[_Draft]) -> list[_Draft]:
    """Join what one reporting clause interrupts, and let a run of quotations share its speaker."""
    runs: list[_Draft] = []
    for draft in drafts:
        last = runs[-1] if runs else None
        if last and _continues(last, draft):
            runs[-1] = last._replace(end=draft.end, sentence=draft.sentence, pair=last.pair._replace(closed=draft.pair.closed), paragraph=draft.paragraph)
        elif last and draft.said is None and draft.alone and last.said and draft.sentence - last.sentence == 1:
            runs.append(draft._replace(said=last.said._replace(side="inherited", cue=None, verb=None, group=None)))
        else:
            runs.append(draft)
    return runs


def _continues(last: _Draft, draft: _Draft) -> bool:
    if not last.pair.closed:
        return draft.alone and draft.paragraph - last.paragraph == 1 and draft.said is None
    if draft.paragraph != last.paragraph or draft.sentence - last.sentence > 1:
        return False
    if draft.sentence > last.sentence:
        return draft.said is None and draft.alone and last.said is not None
    same = last.said and draft.said and last.said.cue == draft.said.cue
    return bool(same and last.said and last.said.cue and last.end <= last.said.cue[0] < draft.start)


def _kind(text: str, draft: _Draft) -> str:
    words = len(text[draft.pair.inner_start : draft.pair.inner_end].split())
    if draft.said is not None:
        return "direct"
    return "direct" if words > 5 else "scare"


def _row(text: str, draft: _Draft, kind: str) -> Quotation:
    said = draft.said if kind == "direct" else None
    speaker = said.speaker if said else None
    cue = said.cue if said else None
    return Quotation(
        draft.start,
        draft.end,
        kind,
        speaker[0] if speaker else None,
        speaker[1] if speaker else None,
        cue[0] if cue else None,
        cue[1] if cue else None,
        text[slice(*speaker)] if speaker else None,
        text[slice(*cue)] if cue else None,
        said.group if said else None,
        None,
        said.side if said else "none",
    )


def quotes(text: str) -> pd.DataFrame:
    """The quotations of a text.

    >>> quotes("“It works,” said Ada Brook.")[["kind", "speaker", "cue"]].values.tolist()
    [['direct', 'Ada Brook', 'said']]
    """
    return table(text, Document(text)(find), Quotation)
