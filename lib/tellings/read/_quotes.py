"""Quotations: what is said and by whom, what is merely put in marks, and indirect speech beside them."""

from __future__ import annotations

from bisect import bisect_right
from functools import partial
from typing import NamedTuple

import pandas as pd

from tellings.read import _captions, _clauses, _indirect, _marks, _quote_runs, _referents, _sources
from tellings.read._attribution import Attribution
from tellings.read._document import Document
from tellings.read._referents import Referents
from tellings.read._rows import table


class Quotation(NamedTuple):
    """A quotation, or a report of speech, with its speaker and its cue."""

    start: int
    end: int
    kind: str
    speaker_start: int | None
    speaker_end: int | None
    cue_start: int | None
    cue_end: int | None
    speaker: str | None
    person: str | None
    cue: str | None
    verb: str | None
    cue_class: str | None
    via: str | None
    level: str
    source: str | None


_quotation = partial(tuple.__new__, Quotation)
_NOWHERE = (None, None)
_NOBODY = (None,) * 10  # the columns from ``speaker_start`` to ``via``


class _Found(NamedTuple):
    start: int
    end: int
    kind: str
    said: Attribution | None
    level: str


def find(document: Document) -> list[Quotation]:
    """The quotations of a document in the order of the text."""
    found = [*_outermost(document), *_nested(document), *_nicknames(document)]
    found += [_Found(one.start, one.end, "indirect", one.said, "whole") for one in document(_indirect.find)]
    if captions := [(caption.start, caption.end) for caption in document(_captions.find)]:
        found = [one for raw in found if (one := _in_caption(raw, captions))]
    found.sort(key=lambda one: (one.start, -one.end, one.level, one.kind))
    told = _with_people(found, document(_referents.find))
    sources = _sources.sources(document, [_said(document.text, said, person) for _, said, person in told])
    return [_row(document.text, *each, source) for each, source in zip(told, sources, strict=True)]


def _said(text: str, said: Attribution | None, person: str | None) -> _sources.Said | None:
    """The speaker as far as the words tell."""
    start, end = (said.speaker if said else None) or (0, 0)
    return _sources.Said(start, end, text[start:end], person) if end > start else None


def _outermost(document: Document) -> list[_Found]:
    rows = []
    for run in document(_quote_runs.find):
        first, last = run.pieces[0], run.last
        level = "joined" if len(run.pieces) > 1 else "whole"
        rows.append(_Found(first.start, last.end, first.kind, run.said, level))
        if level == "joined":
            rows += [_Found(piece.start, piece.end, piece.kind, run.said, "piece") for piece in run.pieces]
    return rows


def _nested(document: Document) -> list[_Found]:
    """The quotations within quotations, each attributed by the words around it there."""
    rows = []
    for sentences in document(_clauses.nested):
        for piece in _quote_runs.pieces(document.text, sentences, document(_marks.find)):
            kind = "scare" if piece.kind == "held" else piece.kind
            rows.append(_Found(piece.start, piece.end, kind, piece.said, "nested"))
    return rows


def _nicknames(document: Document) -> list[_Found]:
    pairs = [pair for pair in document(_marks.find) if _clauses.is_nickname(document.text, pair)]
    return [
        _Found(pair.start, pair.end, "nickname", None, "nested" if pair.depth else "whole") for pair in pairs
    ]


def _in_caption(found: _Found, captions: list[tuple[int, int]]) -> _Found | None:
    """The row, as ``caption`` where it stands in one; a caption's own reports are not the article's."""
    k = bisect_right(captions, (found.start, found.end)) - 1
    if k < 0 or found.start >= captions[k][1]:
        return found
    return None if found.kind == "indirect" else found._replace(kind="caption")


def _with_people(
    found: list[_Found], referents: Referents
) -> list[tuple[_Found, Attribution | None, str | None]]:
    """The quotations with what is said of their speaker, each speaker led back to a person.

    Whoever spoke last may go on (*the candidate added*).
    """
    told: list[tuple[_Found, Attribution | None, str | None]] = []
    latest: str | None = None
    for one in found:
        said = one.said if one.kind in ("direct", "indirect", "caption") else None
        span = said.speaker if said else None
        going_on = said is not None and said.group == "continuing"
        since = one.start if one.kind == "indirect" and span and one.start < span[0] else None
        person = referents.person(*span, latest=latest, going_on=going_on, since=since) if span else None
        told.append((one, said, person))
        latest = person if one.kind == "direct" and one.level != "nested" else latest
    return told


def _row(
    text: str, one: _Found, said: Attribution | None, person: str | None, source: str | None
) -> Quotation:
    start, end, kind, _, level = one
    if said is None:
        return _quotation((start, end, kind, *_NOBODY, level, source))
    who, by, verb, group, side = said
    speaker, cue = who or _NOWHERE, by or _NOWHERE
    words = (_cut(text, *speaker), person, _cut(text, *cue))
    return _quotation((start, end, kind, *speaker, *cue, *words, verb, group, side, level, source))


def _cut(text: str, start: int | None, end: int | None) -> str | None:
    return None if start is None else text[start:end]


def quotes(text: str) -> pd.DataFrame:
    """The quotations of a text, who says them and by which reporting verb; indirect speech beside them.

    Marks may be straight, curly, single, double, doubled backticks or mixed; a quotation may run over paragraphs,
    opened anew or not; a mark that is never closed ends with its paragraph. Apostrophes are no marks.

    Returns a DataFrame with a row a quotation, in the order of the text:

    - ``start, end, text``: with the marks, if any.
    - ``kind``: ``direct`` (said), ``indirect`` (reported in the newsroom's words: the content, without marks
      round it), ``scare`` (a word held up), ``title`` (of a work, or a heading), ``caption`` (within a
      picture's caption), ``nickname``.
    - ``speaker_start, speaker_end, speaker``: the words for the speaker that stand with the cue, be they a name, a
      role or a pronoun; missing where the text does not tell.
    - ``person``: the person they mean, by the name :func:`tellings.read.people` gives; missing for
      organisations, groups, and wherever the text does not settle it.
    - ``cue_start, cue_end, cue``: the reporting verb as it stands; ``verb``: its base form; ``cue_class``:
      ``neutral``, ``continuing`` and ``thinking`` stay out of it; ``doubting``, ``conceding``, ``endorsing``,
      ``attacking``, ``praising``, ``committing``, ``directing`` and ``voicing`` say more than *said*
      (after Geis 1987, Caldas-Coulthard 1994 and Hyland 1999; the word lists are our own).
    - ``via``: where the speaker was found: ``before``, ``after``, ``around`` or ``inside`` the quotation, ``carried``
      over from the sentence before, or ``inherited`` from the quotation before.
    - ``level``: ``whole``; or ``joined``, a quotation that its reporting clause interrupts, or that goes on in the
      paragraphs that follow, from its first mark to its last; its ``piece`` rows follow, each between its own
      marks; ``nested`` within another. To count words quoted take ``whole`` and ``piece`` rows, to count
      quotations ``whole`` and ``joined``: otherwise words count twice.
    - ``source``: one name for whoever speaks, for counting: the person; else the institution in its fullest wording
      (``Home Office spokesperson``), also where the text goes on with *the department* or *it*; else the speaker's
      own words. Missing where only a pronoun stands there that the text does not settle.

    Misleads where a newsroom writes without reporting verbs, and in dialogue between unnamed speakers. A short
    quotation that nobody is said to have said counts as ``scare``.

    >>> found = quotes("“It works,” said Ada Brook, who slammed the “slow” trains. “It must.”")
    >>> for row in found[["text", "kind", "speaker", "cue", "cue_class", "level"]].itertuples(index=False):
    ...     print(*row, sep=" | ")
    “It works,” said Ada Brook, who slammed the “slow” trains. “It must.” | direct | Ada Brook | said | neutral | joined
    “It works,” | direct | Ada Brook | said | neutral | piece
    the “slow” trains | indirect | Ada Brook | slammed | attacking | whole
    “slow” | scare | nan | nan | nan | whole
    “It must.” | direct | Ada Brook | said | neutral | piece
    """
    return table(text, Document(text)(find), Quotation)
