"""The frames that a coder may write, and what was meant by what was written."""

from __future__ import annotations

import difflib
import re
import unicodedata
from collections.abc import Iterable

import pandas as pd

from tellings.read import codebook as read_codebook
from tellings.read._frame import OTHER, PRIMARY

_APART = re.compile(r"\s{0,8}[;,/|+]\s{0,8}")
_NOT_LETTERS = re.compile(r"[\W_]+")
_AND = re.compile(r"(?:^| )(?:and|&)(?= )")
_OTHER_MEANS = "None of these frames, or no frame at all."


def allowed(codebook: str) -> pd.DataFrame:
    """The frames that a sentence can be given, with what each means: ``frame, definition, example``.

    They are those that :func:`tellings.read.frame` can give, so that coder and machine choose among the same.

    >>> allowed("policy")["frame"].tolist()[-2:]
    ['public_opinion', 'other']
    """
    frames = read_codebook(codebook).frames
    if codebook == "policy":
        frames = tuple(frame for frame in frames if frame.name in PRIMARY)
    rows = [(frame.name, frame.definition, next(iter(frame.examples), "")) for frame in frames]
    if OTHER not in {name for name, *_ in rows}:
        rows.append((OTHER, _OTHER_MEANS, ""))
    return pd.DataFrame(rows, columns=["frame", "definition", "example"], dtype="str")


def meant(written: str, frames: Iterable[str]) -> list[str]:
    """The frames that a cell names, the primary one first; ValueError with the nearest where one is unknown.

    Case, blanks, hyphens and an *and* make no difference.

    >>> meant("Legality and crime; political", ["legality_crime", "political"])
    ['legality_crime', 'political']
    """
    known = {_plain(name): name for name in frames}
    if _plain(written) in known:  # first, since a codebook's own name may hold what else sets frames apart
        return [known[_plain(written)]]
    found = []
    for part in _APART.split(written.strip()):
        if not part:
            continue
        if _plain(part) not in known:
            raise ValueError(_unknown(part, known))
        found.append(known[_plain(part)])
    return list(dict.fromkeys(found))


def _plain(name: str) -> str:
    words = _NOT_LETTERS.sub(" ", unicodedata.normalize("NFC", name).replace("&", " and ")).strip().casefold()
    return _AND.sub("", words)


def _unknown(part: str, known: dict[str, str]) -> str:
    part = "".join(char if char.isprintable() else "�" for char in part[:60])
    nearest = difflib.get_close_matches(_plain(part), known, n=1, cutoff=0.6)
    if nearest:
        return f"there is no frame {part!r}; did you mean {known[nearest[0]]!r}?"
    return f"there is no frame {part!r}; the frames are {', '.join(known.values())}."
