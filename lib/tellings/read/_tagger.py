"""Parts of speech in context: the averaged perceptron tagger (Honnibal 2013), as NLTK runs it.

NLTK ships the algorithm, ``textblob-aptagger`` the English model, trained on the Wall Street Journal part of
the Penn Treebank (both open: Apache 2.0 and MIT). The model is a pickle from the days of Python 2: it is read by
a loader that knows dictionaries, sets, strings and numbers, and refuses everything else.
"""

from __future__ import annotations

import pickle
import re
from collections.abc import Sequence
from functools import cache
from itertools import cycle, islice
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
_NUMBER = re.compile(r"[£$€]?\d[\d.,:/]*(?:%|m|bn|k)?")


# What reads a text cuts it in its own way, and most of its sentences as others do.
_SENTENCES, _LONGEST = 2048, 200  # sentences whose tags are remembered, and the words of the longest
_tagged: dict[tuple[str, ...], list[str]] = {}


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
    return Perceptron(tagger, _as_in_treebank, _MARKS)


def _as_in_treebank(word: str) -> str:
    """A word as the model's training data has it."""
    number = _NUMBER.fullmatch(word)
    return (word.lstrip("£$€") if number else _TREEBANK.get(word) or word.replace("’", "'")) or "-"


def _in_turn(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a sentence, where a straight quotation mark opens and closes in turn."""
    if '"' not in words:
        return tuple(words)
    marks = cycle(("``", "''"))
    return tuple(next(marks) if word == '"' else word for word in words)


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
    cut = list(map(_in_turn, sentences))
    new = [words for words in dict.fromkeys(cut) if words and words not in _tagged]
    found = dict(zip(new, _model().tag(new), strict=True)) if new else {}
    known = [found[words] if words in found else _tagged[words] if words else [] for words in cut]
    if len(_tagged) > _SENTENCES:
        _tagged.clear()
    _tagged.update((words, tags) for words, tags in found.items() if len(words) <= _LONGEST)
    return known


def find(document: Document) -> list[str]:
    """The tag of every token of a document, in the order of its tokens."""
    return [tag for tags in tags_of(_sentences(document)) for tag in tags]


def ahead(documents: Sequence[Document]) -> None:
    """Find the tags of several documents' tokens, quicker at once."""
    cut = list(map(_sentences, documents))
    tagged = iter(tags_of([words for sentences in cut for words in sentences]))
    for document, sentences in zip(documents, cut, strict=True):
        document.learn(find, [tag for tags in islice(tagged, len(sentences)) for tag in tags])


def _sentences(document: Document) -> list[list[str]]:
    words = document(_tokens.texts)
    return [words[first:last] for first, last in document(_tokens.by_sentence)]
