"""One form for every text: new lines, mojibake, control characters, Unicode normal form, unwrapping.

Everything changed here is changed before the first offset is taken, and noted.
"""

from __future__ import annotations

import re
import unicodedata

from tellings.corpus._types import Note
from tellings.corpus._unwrap import unwrap

_NEWLINES = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\u2028\u2029]")
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff]")
# Marks that show nothing and split words; joiners stay, since scripts and emoji need them.
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_BIDI = re.compile("[\u202a-\u202e\u2066-\u2069]")
# No mojibake is made of these few alone; most lines of a newspaper need no closer look.
_SUSPECT = re.compile("[^\x00-\x7f\xa0£€‘’“”–—…]")
_SURROGATES = re.compile("[\ud800-\udfff]")
_HIGH_RUN = re.compile("[^\x00-\u02ff]{31,}")

LONGEST_STACK = 30
"""Combining marks on one character, as in the Stream-Safe Text Format (Unicode Standard Annex 15, UAX15-D4)."""


def clean(text: str) -> tuple[str, list[Note]]:
    r"""The text as every reader gets it, and what was changed.

    >>> text, notes = clean("It\u00e2\u20ac\u2122s “fine”.\r\n\0")
    >>> text, [note.message for note in notes]
    ('It’s “fine”.\n�', ['repaired mojibake in 1 line', '1 control character shown as �'])
    """
    notes: list[Note] = []
    text = _joined_surrogates(text, notes)
    text = _NEWLINES.sub("\n", text)
    text = _repaired(text, notes)
    text = _without_controls(text, notes)
    text = _normal(text, notes)
    text, joined = unwrap(text)
    if joined:
        notes.append(Note("unwrapped", f"{_count(joined, 'line break')} within sentences joined"))
    return text, notes


def _joined_surrogates(text: str, notes: list[Note]) -> str:
    """Halves of one character joined; a half without its other shown as �."""
    if not _SURROGATES.search(text):
        return text
    joined = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if lone := joined.count("\ufffd") - text.count("\ufffd"):
        notes.append(Note("characters", f"{_count(lone, 'half character')} (lone surrogate) shown as �"))
    return joined


def _repaired(text: str, notes: list[Note]) -> str:
    """Each line repaired by itself, so that one line's quotation marks do not keep another from repair."""
    if not _SUSPECT.search(text):
        return text
    lines = text.split("\n")
    repaired = [_repaired_line(line) if _SUSPECT.search(line) else line for line in lines]
    if changed := sum(old != new for old, new in zip(lines, repaired, strict=True)):
        notes.append(Note("mojibake", f"repaired mojibake in {_count(changed, 'line')}"))
    return "\n".join(repaired)


def _repaired_line(line: str) -> str:
    """Word by word, then as a whole: what is well in a line keeps ftfy from repairing what was spoilt twice."""
    import ftfy
    from ftfy.badness import is_bad

    if not is_bad(line):
        return line
    words = [word if word.isascii() else ftfy.fix_encoding(word) for word in line.split(" ")]
    return ftfy.fix_encoding(" ".join(words))


def _without_controls(text: str, notes: list[Note]) -> str:
    text = text.replace("\x85", "\n")
    text, controls = _CONTROLS.subn("\ufffd", text)
    if controls:
        notes.append(Note("characters", f"{_count(controls, 'control character')} shown as �"))
    text, invisible = _INVISIBLE.subn("", text)
    if invisible:
        notes.append(Note("invisible", f"{_count(invisible, 'invisible mark')} taken out"))
    if bidi := len(_BIDI.findall(text)):
        notes.append(Note("direction", f"{_count(bidi, 'mark')} that can turn the order of the text around"))
    return text


def _normal(text: str, notes: list[Note]) -> str:
    """NFC. Endless stacks of marks are parted first: sorting one takes time with its square."""
    parted = _HIGH_RUN.sub(_parted, text)
    if parted != text:
        notes.append(Note("characters", f"stacks of more than {LONGEST_STACK} combining marks parted"))
    return unicodedata.normalize("NFC", parted)


def _parted(run: re.Match[str]) -> str:
    if run[0].isalpha():
        return run[0]
    out, stacked = [], 0
    for char in run[0]:
        stacked = stacked + 1 if unicodedata.combining(char) else 0
        if stacked > LONGEST_STACK:
            out.append("\u034f")
            stacked = 1
        out.append(char)
    return "".join(out)


def _count(n: int, what: str) -> str:
    return f"{n:,} {what}" if n == 1 else f"{n:,} {what}s"
