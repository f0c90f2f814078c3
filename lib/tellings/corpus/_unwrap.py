"""Hard-wrapped text: lines that an editor broke at a column are joined again, and only those.

Such a break gives itself away: it comes in the middle of a sentence, often before a small letter, and the next
line's first word would not have fitted on the line before it. A text of which that holds nearly throughout is
wrapped, and its lines are joined wherever it holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

NARROWEST, WIDEST = 40, 100
"""Columns at which texts are wrapped; lines of other widths are never joined."""
FEWEST_BREAKS = 4
FEWEST_MIDWAY = 0.4
"""Share of breaks that come in the middle of a sentence; the rest end paragraphs, or happen to end a sentence."""
FITTING = 0.9
"""Share of the breaks midway at which the next word would not have fitted."""
FEWEST_SMALL = 0.5
"""Share of the breaks midway after which a small letter follows."""

_ENDS_SENTENCE = re.compile(r"[.!?:…][\"'”’»)\]]*$")
_FIRST_WORD = re.compile(r"\S{1,200}")


def unwrap(text: str) -> tuple[str, int]:
    r"""The text with wrapped lines joined, and the number of joins; the text itself where it is not wrapped.

    >>> unwrap("A heading\n\nOne paragraph.\nAnother one.")
    ('A heading\n\nOne paragraph.\nAnother one.', 0)
    """
    lines = text.split("\n")
    pairs = [i for i in range(len(lines) - 1) if lines[i].strip() and lines[i + 1].strip()]
    width = _width([lines[i] for i in pairs])
    if width is None or not _is_wrapped(lines, pairs, width):
        return text, 0
    return _join(lines, {i for i in pairs if _broken(lines[i], lines[i + 1], width)})


def _width(lines: Sequence[str]) -> int | None:
    """The column the lines were broken at: the longest line's, leaving out the odd heading or address."""
    lengths = sorted(len(line.rstrip()) for line in lines if " " in line.strip())
    if not lengths:
        return None
    width = lengths[-1 - len(lengths) // 20]
    return width if NARROWEST <= width <= WIDEST else None


def _is_wrapped(lines: Sequence[str], pairs: Sequence[int], width: int) -> bool:
    midway = [i for i in pairs if not _ends_sentence(lines[i])]
    full = sum(_full(lines[i], lines[i + 1], width) for i in midway)
    small = sum(lines[i + 1].lstrip()[0].islower() for i in midway)
    n = len(midway)
    return (
        n >= max(FEWEST_BREAKS, FEWEST_MIDWAY * len(pairs))
        and full >= FITTING * n
        and small >= FEWEST_SMALL * n
    )


def _ends_sentence(line: str) -> bool:
    return bool(_ENDS_SENTENCE.search(line.rstrip()[-10:]))


def _full(line: str, following: str, width: int) -> bool:
    word = _FIRST_WORD.search(following)
    return len(line.rstrip()) + 1 + (len(word[0]) if word else 0) > width


def _broken(line: str, following: str, width: int) -> bool:
    """Whether the break after this line is the editor's."""
    if len(line.rstrip()) > width:
        return False
    if following.startswith((" ", "\t", "- ", "* ", "• ")):
        return False
    runs_on = not _ends_sentence(line) and following[0].islower()
    return _full(line, following, width) or runs_on


def _join(lines: Sequence[str], joints: set[int]) -> tuple[str, int]:
    out: list[str] = []
    for i, line in enumerate(lines):
        if i - 1 not in joints:
            out.extend(("\n", line) if i else (line,))
            continue
        before = out[-1] = out[-1].rstrip()
        hyphen = before.endswith("-") and before[-2:-1].isalpha() and line[:1].isalpha()
        out.extend((line,) if hyphen else (" ", line))
    return "".join(out), len(joints)
