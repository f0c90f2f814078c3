"""The English lexicon of Brill's tagger: the part of speech a word most often is.

The list ships with TextBlob (Brill 1992, trained on the Brown corpus and the Penn Treebank; MIT licence). It
is read from its file, since importing TextBlob takes longer than reading an article.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from tellings.read._shipped import shipped_file

# Newspapers' marks and cuts that the list does not hold, and words that it tags as nobody uses them today.
_AMENDED = {
    "’s": "POS", "'s": "POS", "’": "POS", "n’t": "RB", "n't": "RB", "’re": "VBP", "’ve": "VBP",
    "’m": "VBP", "’ll": "MD", "’d": "MD", "ca": "MD", "wo": "MD",
    "US": "NNP", "IT": "NNP",
    "–": ":", "—": ":", "…": ":", "‘": "``", "“": "``", "”": "''",
}  # fmt: skip
_KEPT = 1 << 15  # distinct words whose tags are remembered
_NUMBER = re.compile(r"[£$€]?\d[\d.,:/]*(?:%|th|st|nd|rd|m|bn|k)?")
# What an ending says of a word the list lacks, the longest ending first.
_ENDINGS = (
    ("ness", "NN"), ("ment", "NN"), ("tion", "NN"), ("sion", "NN"), ("ship", "NN"), ("less", "JJ"),
    ("able", "JJ"), ("ible", "JJ"), ("ing", "VBG"), ("ful", "JJ"), ("ous", "JJ"), ("ish", "JJ"),
    ("ive", "JJ"), ("ism", "NN"), ("ist", "NN"), ("ity", "NN"), ("ize", "VB"), ("ise", "VB"),
    ("ly", "RB"), ("ed", "VBN"), ("ic", "JJ"), ("al", "JJ"), ("ss", "NN"), ("us", "NN"), ("s", "NNS"),
)  # fmt: skip


@cache
def _listed() -> dict[str, str]:
    path = shipped_file("textblob", "en", "en-lexicon.txt", install="textblob")
    entries = (line.split() for line in path.read_text(encoding="utf-8").splitlines())
    words = {entry[0]: entry[1].split("|")[0] for entry in entries if len(entry) == 2 and entry[0] != ";;;"}
    return words | _AMENDED


@lru_cache(_KEPT)
def tag(word: str) -> str | None:
    """The Penn Treebank tag of a word's most common use; None where nothing is known of it.

    The exact form counts first (``Brown`` is a name, ``brown`` is not), then the word in small letters, then
    whether it is a number, then, for words in small letters, its ending. A capitalised word that the list
    lacks is most likely a name, but that is for the caller to say.

    >>> [tag(word) for word in ("The", "leaders", "have", "Misters", "13,856", "deplatformed", "Bardella")]
    ['DT', 'NNS', 'VBP', None, 'CD', 'VBN', None]
    """
    words = _listed()
    found = words.get(word) or words.get(word.lower())
    if found:
        return found
    if _NUMBER.fullmatch(word):
        return "CD"
    return _by_ending(word)


def _by_ending(word: str) -> str | None:
    last = word.rpartition("-")[2]
    if not last.islower() or not last.isalpha():
        return None
    listed = _listed().get(last) if last is not word else None
    return listed or next((tag for ending, tag in _ENDINGS if last.endswith(ending)), "NN")
