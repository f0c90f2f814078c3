"""Parts of speech in context: the averaged perceptron tagger (Honnibal 2013), as NLTK runs it.

NLTK ships the algorithm, ``textblob-aptagger`` the English model, trained on the Wall Street Journal part of
the Penn Treebank (both open: Apache 2.0 and MIT). The model is a pickle from the days of Python 2: it is read by
a loader that knows dictionaries, sets, strings and numbers, and refuses everything else.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import Any

from nltk.tag.perceptron import PerceptronTagger

from tellings.read import _tokens
from tellings.read._document import Document
from tellings.read._perceptron import Perceptron
from tellings.read._shipped import shipped_file

# Marks as the Penn Treebank writes them.
_TREEBANK = {
    "“": "``", "‘": "``", "”": "''", "(": "-LRB-", ")": "-RRB-", "[": "-LRB-", "]": "-RRB-",
    "–": "--", "—": "--", "-": "--", "…": "...",
}  # fmt: skip
_MARKS = {
    "``": "``", "''": "''", "-LRB-": "-LRB-", "-RRB-": "-RRB-", ",": ",", ".": ".", "?": ".", "!": ".",
    "--": ":", ":": ":", ";": ":", "...": ":",
}  # fmt: skip
_KEPT = 1 << 15  # distinct words remembered as the training data has them
_NUMBER = re.compile(r"[£$€]?\d[\d.,:/]*(?:%|m|bn|k)?")


class _PlainData(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        if name == "set" and module in {"__builtin__", "builtins"}:
            return set
        raise pickle.UnpicklingError(f"the tagger's model asks for {module}.{name}, which is no plain data")


@cache
def _model() -> Perceptron:
    path = shipped_file("textblob_aptagger", "trontagger-0.1.0.pickle", install="textblob-aptagger")
    tagger = PerceptronTagger(load=False)
    with path.open("rb") as file:
        tagger.model.weights, tagger.tagdict, tagger.classes = _PlainData(file).load()
    tagger.model.classes = tagger.classes
    return Perceptron(tagger)


def _as_in_treebank(words: Sequence[str]) -> Iterator[str]:
    """The words as the model's training data has them; a straight quotation mark opens and closes in turn."""
    opened = False
    for word in words:
        if word == '"':
            opened = not opened
            yield "``" if opened else "''"
        else:
            yield _plain(word)


@lru_cache(_KEPT)
def _plain(word: str) -> str:
    number = _NUMBER.fullmatch(word)
    return (word.lstrip("£$€") if number else _TREEBANK.get(word) or word.replace("’", "'")) or "-"


def tags(words: Sequence[str]) -> list[str]:
    """The Penn Treebank tags of the words of one sentence, each judged by its neighbours.

    About 97 of 100 are right on newswire, by the model's author; fewer in headlines and where words are
    missing.

    >>> tags("They plan to run the run .".split())
    ['PRP', 'VBP', 'TO', 'VB', 'DT', 'NN', '.']
    """
    return tags_of([words])[0]


def tags_of(sentences: Sequence[Sequence[str]]) -> list[list[str]]:
    """The tags of the words of some sentences, quicker at once than one by one."""
    plain = [list(_as_in_treebank(words)) for words in sentences]
    found = _model().tag(plain) if any(plain) else plain
    return [
        [_MARKS.get(word) or tag for word, tag in zip(words, tags, strict=True)]
        for words, tags in zip(plain, found, strict=True)
    ]


def find(document: Document) -> list[str]:
    """The tag of every token of a document, in the order of its tokens."""
    text = document.text
    sentences: dict[int, list[str]] = {}
    for token in document(_tokens.find):
        sentences.setdefault(token.sentence, []).append(text[token.start : token.end])
    return [tag for tags in tags_of(list(sentences.values())) for tag in tags]
