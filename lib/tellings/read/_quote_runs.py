"""Runs of quotations: what one reporting clause interrupts or a new paragraph reopens, and whose words they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from tellings.read import _attribution, _clauses, _marks, _quote_kinds
from tellings.read._attribution import Attribution
from tellings.read._clauses import Sentence
from tellings.read._document import Document
from tellings.read._marks import Pair

_TURN = re.compile(r"[ \t]*([A-Z][A-Z.’' -]{1,38}[A-Z]) ?: ?(?=\S)")  # WALLACE: … in a transcript

_COORDINATED = re.compile(r",? (?:and|or|but)? ?")
_RESUMES = re.compile(r"(?:^|[,.—–-]) ?(?:(?:and|but|that) )?\Z")
_SHOWN = {"held": "scare"}


class Piece(NamedTuple):
    """A stretch between marks, what it is for, and what its sentence says of its speaker."""

    start: int
    end: int
    kind: str
    said: Attribution | None
    paragraph: int
    sentence: int
    alone: bool
    closed: bool
    turn: bool


@dataclass(slots=True)
class Run:
    """Pieces that are one utterance."""

    pieces: list[Piece]
    said: Attribution | None

    @property
    def last(self) -> Piece:
        return self.pieces[-1]


def find(document: Document) -> list[Run]:
    """The utterances of a document, and what else stands in marks, in the order of the text."""
    sentences = document(_clauses.find)
    runs: list[Run] = []
    spoken: Run | None = None
    for piece in _claimed(pieces(document.text, sentences, document(_marks.find))):
        if piece.kind != "direct":
            runs.append(Run([piece._replace(kind=_SHOWN.get(piece.kind, piece.kind))], None))
        elif spoken and _continues(document.text, spoken, piece):
            spoken.pieces.append(piece)
            spoken.said = spoken.said or piece.said
        else:
            spoken = Run([piece], _speaker(sentences, spoken, piece))
            runs.append(spoken)
    return runs


def _claimed(found: list[Piece]) -> list[Piece]:
    """The pieces, with a word in marks taken for speech where its sentence quotes more without a cue."""
    quoting = {piece.sentence for piece in found if piece.kind == "direct" and piece.said is None}
    return [
        piece._replace(kind="direct") if piece.kind == "scare" and piece.sentence in quoting else piece
        for piece in found
    ]


def pieces(text: str, sentences: list[Sentence], pairs: list[Pair]) -> list[Piece]:
    """Every quotation of some sentences by itself."""
    found = []
    for number, sentence in enumerate(sentences):
        tokens = sentence.tokens
        quoted = [k for k, token in enumerate(tokens) if token.quote is not None]
        for k in quoted:
            pair = pairs[tokens[k].quote or 0]
            turn = _TURN.match(text, pair.inner_start, pair.inner_end)
            said = _turn(turn) if turn else _attribution.attribute(text, sentence, k)
            start = turn.end() if turn else pair.start
            kind = _quote_kinds.kind(text, sentences, number, k, pair, said)
            where = (sentence.paragraph, number, sentence.alone, pair.closed, turn is not None)
            found.append(Piece(start, pair.end, kind, said, *where))
    return found


def _turn(match: re.Match[str]) -> Attribution:
    return Attribution(match.span(1), (match.end(1), match.end(1) + 1), ":", "neutral", "inside")


def _continues(text: str, run: Run, piece: Piece) -> bool:
    last = run.last
    if piece.turn:
        return False
    if not last.closed:
        anew = text[piece.start] == text[last.start] or last.turn
        unclaimed = (piece.alone and piece.said is None) or (run.said is None and piece.said is not None)
        return anew and unclaimed and piece.paragraph - last.paragraph == 1
    if piece.sentence - last.sentence > 1 or piece.paragraph != last.paragraph:
        return False
    if piece.sentence > last.sentence:
        return piece.said is None and piece.alone and run.said is not None
    return _interrupted(text, run.said, last, piece)


def _interrupted(text: str, said: Attribution | None, last: Piece, piece: Piece) -> bool:
    """Whether two pieces are one: *“If it rains,” he said, “we stay”*; *she called them “late” and “lazy”*."""
    if said is None or piece.said is None or said.cue is None:
        return False
    if said.cue == piece.said.cue and _COORDINATED.fullmatch(text, last.end, piece.start):
        return True
    if not last.end <= said.cue[0] < piece.start:
        return False
    if not _RESUMES.search(text, max(said.cue[1], piece.start - 8), piece.start):
        return False
    if said.cue == piece.said.cue:
        return True
    begins = text[piece.start + 1 : piece.start + 4].lstrip()[:1]
    goes_on = begins.islower() and text[piece.start - 2 : piece.start - 1] == ","
    return goes_on and said.speaker == piece.said.speaker


def _speaker(sentences: list[Sentence], before: Run | None, piece: Piece) -> Attribution | None:
    """The attribution a piece has of its own, or from the sentence or the quotation before it."""
    if piece.said is not None or piece.sentence == 0:
        return piece.said
    previous = sentences[piece.sentence - 1]
    if piece.alone:
        found = _attribution.across(previous.tokens)
        if found:
            return found
        if before and before.said and piece.sentence - before.last.sentence == 1:
            return before.said._replace(cue=None, verb=None, group=None, side="inherited")
    return _carried(sentences, piece)


def _carried(sentences: list[Sentence], piece: Piece) -> Attribution | None:
    """What the sentence before says of speech; for words within a sentence one of the paragraph's last three."""
    own = sentences[piece.sentence].paragraph
    for number in range(piece.sentence - 1, max(-1, piece.sentence - (2 if piece.alone else 4)), -1):
        previous = sentences[number]
        quoting = any(token.quote is not None for token in previous.tokens)
        if not piece.alone and (quoting or previous.paragraph != own):
            return None
        found = _attribution.main(previous)
        if found:
            return found._replace(cue=None, verb=None, group=None, side="carried")
    return None
