"""Loaded language: words that carry a judgement where a plainer one would do."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from tellings.read import _loaded_model, _sentences, _tagger, _tokens, _vader
from tellings.read._cue_index import lay, longest
from tellings.read._document import Document
from tellings.read._loaded_words import Entry, by_form, listed
from tellings.read._rows import table

UNLISTED = "judgement"
_LISTED = 0.5  # the chance told of a listed phrase whose first word the model does not weigh


class Loaded(NamedTuple):
    """A loaded word or phrase; see :func:`loaded` for the columns."""

    start: int
    end: int
    kind: str
    plainer: str | None
    valence: float
    chance: float
    listed: bool
    quoted: bool
    sentence: int


def find(document: Document) -> list[Loaded]:
    """The loaded words of a document, in the order of the text; a word within a listed phrase is not told twice."""
    found: list[Loaded] = []
    told, plain = _listed(document)
    rows = sorted([*told, *_judged(document)], key=lambda row: (row.start, -row.end, not row.listed))
    for row in rows:
        if row.start not in plain and (not found or row.start >= found[-1].end):
            found.append(row)
    return found


def _listed(document: Document) -> tuple[list[Loaded], set[int]]:
    """Words of the list that are reported wherever they stand; where the words of plain phrases begin."""
    search, entries, _ = listed()
    sentences, numbers = document(_sentences.find), _anchored(document)
    laid = lay(document.text, [(sentences[number].start, sentences[number].end) for number in numbers])
    matches = search(laid)
    phrases = [match for match in matches if match.condition >= len(entries)]
    found = []
    for first, last, entry in longest(match for match in matches if match.condition < len(entries)):
        start, end = laid.span(first, last)
        row = _from_list(document, start, end, entries[entry], numbers[laid.sentence(first)])
        found += [row] if row else []
    return found, {
        laid.span(place, place + 1)[0] for first, last, _ in phrases for place in range(first, last)
    }


def _anchored(document: Document) -> list[int]:
    """The sentences that may hold a listed word or a plain phrase: no others need be laid out."""
    sentences, text = document(_sentences.find), document.text.lower().replace("’", "'")
    if len(text) != len(document.text):  # a letter has become two
        return list(range(len(sentences)))
    starts = [start for start, *_ in sentences]
    first = set(starts)
    found = {
        bisect_right(starts, last) - 1
        for last, length in listed().anchors.iter(text)
        if (begin := last - length + 1) in first or not text[begin - 1 : begin].isalpha()
    }
    return sorted(found - {-1})


def _from_list(document: Document, start: int, end: int, entry: Entry, sentence: int) -> Loaded | None:
    """A listed word or phrase, unless it is a name, or a verb's form used as another word."""
    place = _token(document, start)
    verb = not entry.verb or place is None or document(_tagger.find)[place].startswith("VB")
    if not verb or _is_name(document.text, start):
        return None
    one = None if place is None else next(iter(_loaded_model.scored(document, [place])), None)
    chance, quoted = (one.chance, one.word.quoted) if one else (_LISTED, False)
    return _row(document, start, end, entry, chance, quoted, sentence)


def _token(document: Document, start: int) -> int | None:
    """The number of the token that begins at a place."""
    rows = document(_tokens.find)
    place = bisect_left(rows, (start,))
    return place if place < len(rows) and rows[place].start == start else None


def _is_name(text: str, start: int) -> bool:
    """Whether a word with a capital stands where no sentence begins: a place called Plague is a name."""
    before = text[max(0, start - 2) : start]
    return (
        text[start].isupper()
        and not text[start + 1 : start + 2].isupper()
        and before[1:] == " "
        and before[0].isalnum()
    )


def _judged(document: Document) -> Iterator[Loaded]:
    """Words that the model finds loaded; the less sure ones where it finds the sentence biased as well."""
    cuts = _loaded_model.numbers().cuts
    weighed = document(_loaded_model.find_weighed)
    places = [place for place, (chance, _) in weighed.items() if chance > cuts["word"]]
    biased: dict[int, bool] = {}  # asked of few sentences
    for one in _loaded_model.scored(document, places):
        word, chance, judges = one
        if chance <= cuts["sure"]:
            if judges and word.sentence not in biased:
                biased[word.sentence] = _loaded_model.bias(document, word.sentence) > cuts["sentence"]
            if not (judges and biased[word.sentence]):
                continue
        yield _from_model(document, one)


def _from_model(document: Document, one: _loaded_model.Scored) -> Loaded:
    word = one.word
    entry = by_form().get(word.word.lower()) or by_form().get(word.word.lower().replace("-", " "))
    if entry is not None and entry.verb and not word.tag.startswith("VB"):
        entry = None
    return _row(document, word.start, word.end, entry, one.chance, word.quoted, word.sentence)


def _row(
    document: Document, start: int, end: int, entry: Entry | None, chance: float, quoted: bool, sentence: int
) -> Loaded:
    valence = _vader.analyzer().lexicon.get(document.text[start:end].lower())
    own = entry.valence if entry else 0.0
    return Loaded(
        start,
        end,
        entry.kind if entry else UNLISTED,
        entry.plainer if entry else None,
        float(own if valence is None else valence),
        chance,
        entry is not None,
        quoted,
        sentence,
    )


def loaded(text: str) -> pd.DataFrame:
    """Words that carry a judgement where a plainer one would do: *slammed* for *criticised*, *meagre* for *small*.

    Two ways lead to a row. The kit's own list names some 700 words with the kind of judgement and, where there is
    one, the plainer word; the plainest cases among them are reported wherever they stand. All other words are
    weighed by a linear model of readable features, fitted to sentences in which people marked biased words (BABE,
    Spinde et al. 2021): those that are likely to be marked are reported, and of words with a valence the less
    likely ones too where the sentence as a whole reads as biased. A word is a sign, not a proof: a *crisis* can be
    one, and what people mark differs from person to person (METHOD.md has the figures).

    Returns a row a word or phrase: ``start, end, text``; ``kind`` of judgement (``attack, assertion, deceit, doubt,
    size, flood, alarm, label, scorn, praise``; ``judgement`` where the list lacks the word); ``plainer``, the plainer
    word in the same form, where there is one; ``valence`` from -4 to 4 (VADER's, else the list's for the kind,
    else 0); ``chance`` (0 to 1), the model's, that people mark the word; ``listed``; ``quoted``, whether it stands in
    quotation marks; ``sentence``, counted from 0.

    >>> loaded("He slammed the meagre offer.")[["text", "kind", "plainer"]].values.tolist()
    [['slammed', 'attack', 'criticised'], ['meagre', 'size', 'small']]
    """
    return table(text, Document(text)(find), Loaded)
