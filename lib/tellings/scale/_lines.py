"""Many texts laid end to end as numbered chunks: where each begins and ends, and its paragraph, by array arithmetic."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from tellings.scale._chunks import Chunks, Numbers, Places

_NEWLINE = 10
_PLAIN_BLANKS = " \t\n\r\x0b\x0c"
"""The blanks that Punkt's own search knows; at others a paragraph is left to the reader."""


def _blanks() -> npt.NDArray[np.uint8]:
    """0 for what is no white space, 1 for a plain blank, 2 for another, by code; no space lies beyond the last."""
    codes = (chr(code) for code in range(0x3002))
    return np.array([0 if not c.isspace() else 1 if c in _PLAIN_BLANKS else 2 for c in codes], np.uint8)


_BLANKS = _blanks()


class Lines(NamedTuple):
    """The chunks of some texts and the paragraphs that they make.

    ``begins`` has the place of each text in ``whole`` and, last, where the next would be. ``first`` has each
    paragraph's first chunk and, last, the number of all chunks; ``article`` its text. ``odd`` says of a paragraph
    whether it holds blanks of an unusual sort; ``gap`` of a chunk whether one plain space stands after it.
    """

    texts: Sequence[str]
    whole: str
    begins: Places
    strings: list[str]
    numbers: Numbers
    starts: Places
    ends: Places
    gap: npt.NDArray[np.bool_]
    first: Places
    article: Places
    odd: npt.NDArray[np.bool_]


def lay(texts: Sequence[str], chunks: Chunks) -> Lines:
    """Lay texts out.

    >>> made = lay(["One two.\\n\\nThree", "Four"], Chunks())
    >>> made.starts.tolist(), made.first.tolist(), made.article.tolist()
    ([0, 4, 10, 16], [0, 2, 3, 4], [0, 0, 1])
    """
    whole = "\n".join(texts)
    codes = np.frombuffer(whole.encode("utf-32-le", "surrogatepass"), np.uint32)
    blank = _BLANKS.take(codes, mode="clip")
    edges = np.diff((blank == 0).view(np.int8), prepend=0, append=0)
    starts, ends = np.flatnonzero(edges == 1), np.flatnonzero(edges == -1)
    strings = whole.split()
    begins = np.cumsum([0, *(len(text) + 1 for text in texts)])
    newlines = np.searchsorted(starts, np.flatnonzero(codes == _NEWLINE))
    first = np.unique(np.concatenate([[0, len(starts)], newlines])) if len(starts) else np.zeros(1, np.int64)
    article = np.searchsorted(begins, starts[first[:-1]], side="right") - 1
    odd = np.zeros(len(first) - 1, np.bool_)
    unusual = np.searchsorted(starts, np.flatnonzero(blank == 2)) - 1
    odd[np.searchsorted(first, unusual[unusual >= 0], side="right") - 1] = True
    gap = np.append(starts[1:] - ends[:-1] == 1, False) if len(starts) else np.zeros(0, np.bool_)
    gap[:-1] &= codes[ends[:-1]] == ord(" ")
    return Lines(
        texts, whole, begins, strings, chunks.numbers(strings), starts, ends, gap, first, article, odd
    )
