"""Rules on what marks, possessives and small letters tell of a missing word."""

from __future__ import annotations

from tellings.read._gap_seams import CLOSING, NONE, OPENING, POSSESSIVES, STOPS, Seam, ends, finite
from tellings.read._gap_words import BE, DETERMINERS, NEED_OBJECT, OPEN_ENDED, SAYING, TITLES
from tellings.read._lexicon import tag

# Not "?" and "!": some writers set a space before them.
MARKS = frozenset(",.;:)]")
_VERBS = ("VB", "MD")


def lone_mark(seam: Seam) -> bool:
    """A mark after a space and after a word that cannot come last: "met in , who"."""
    left, right, after = seam.left, seam.right, seam(1)
    if left.text in {"(", "["} and right.text in {",", ";", "."}:
        return not after.text.startswith((".", "…"))
    if right.text not in MARKS or not right.spaced or seam.loose or after.text.startswith((".", "…")):
        return False
    if left.text in CLOSING and seam(-2).text == ",":
        return right.text == ","
    if left.text in STOPS or left.text in CLOSING:
        return right.text in {",", ";"} and ends(seam)
    if left.lower in SAYING and seam(-2).text in CLOSING:
        return True
    if left.tag == "JJ" and left.text.islower() and seam(-2).lower in DETERMINERS:
        return True
    if left.lower in BE and seam(-2).tag == "PRP":
        return False
    if left.tag.startswith(_VERBS) and after.lower in {"who", "whose", "whom"}:
        return True
    return left.lower in OPEN_ENDED | NEED_OBJECT or left.text in TITLES | {",", ":", "(", "["}


def opening_mark(seam: Seam) -> bool:
    """A paragraph that opens with a comma or a full stop."""
    right, after = seam.right, seam(1)
    return seam.left is NONE and right.text in {",", ";", "."} and (after.spaced or after is NONE)


def empty_brackets(seam: Seam) -> bool:
    """Brackets or curly quotation marks with nothing between them."""
    left, right = seam.left, seam.right
    return left.spaced and left.text + right.text in {"()", "[]", "“”", "‘’"}


def lone_possessive(seam: Seam) -> bool:
    """A possessive ending after a space, and after a word that owns nothing: "after ’s speech"."""
    left, right = seam.left, seam.right
    if right.text not in POSSESSIVES:
        return False
    if left.text in {"“", "‘"}:
        return seam(1).spaced and not right.spaced
    if (
        not right.spaced
        or left.lower in {"let", "all"}
        or (seam.loose and left.tag not in {"IN", "TO", "CC"})
    ):
        return False
    if left is NONE or left.text in {",", ":", "(", "–", "—"} or ends(seam):
        return True
    if left.text.islower() and tag(left.text) in {"VBD", "VBZ"}:
        return True
    return left.tag in {"IN", "TO", "CC", "DT", "MD"} or left.tag.startswith("VB")


def nobody_said(seam: Seam) -> bool:
    """A reporting verb after a quotation, with no speaker on either side: "“Never,” said in a statement"."""
    left, right, after = seam.left, seam.right, seam(1)
    if left.text not in CLOSING or seam(-2).text not in {",", "?", "!"} or not right.spaced:
        return False
    if right.text not in SAYING or (after.spaced and after.text in MARKS):
        return False
    bare = after.text in {".", ",", ":", ";"} or right.text == "told"
    adjunct = after.lower in {"in", "on", "at", "during", "after", "before", "to", "and", "that"}
    return (bare or adjunct) and _opens_with_quotation(seam)


def small_opening(seam: Seam) -> bool:
    """A sentence that opens in small letters, as it does when its first words are lost."""
    left, right, after = seam.left, seam.right, seam(1)
    if not right.text.islower() or not right.text.isalpha() or after.text == ")":
        return False
    if right.text in {"i", "http", "https", "www"}:
        return False
    if left.text in OPENING and seam(-2) is NONE:
        return seam.whole and finite(right)
    if left.text == "“":
        return right.spaced and finite(right) and not seam.loose
    if left is NONE:
        # Before the first paragraph nothing shows whether the text is an excerpt: only a verb tells.
        verb = finite(right) or right.tag == "VBN" or (right.tag == "RB" and finite(after))
        return seam.whole and (seam.led or verb or right.text in {"and", "or"})
    if not right.spaced or left.text not in STOPS | CLOSING or not ends(seam):
        return False
    # "?" and "!" may stand within a sentence, and so may a quotation with a full stop.
    return seam.left.text == "." or (
        seam(-2).text == "." and right.text not in SAYING and left.text in CLOSING
    )


def joined_nothing(seam: Seam) -> bool:
    """The second hole of a paragraph that opens "and are among": two names were joined there."""
    return seam(-2) is NONE and seam.whole and seam.left.text in {"and", "or"} and finite(seam.right)


def _opens_with_quotation(seam: Seam) -> bool:
    """Whether the quotation that ends at the seam began its sentence, so that no speaker stands before it."""
    for offset in range(-2, -80, -1):
        if seam(offset).text in {"“", '"', "``", "''"}:
            return seam(offset - 1) is NONE or seam(offset - 1).text in STOPS | CLOSING
    return False
