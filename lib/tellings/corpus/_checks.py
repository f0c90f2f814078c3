"""What a reader of the reports should know about a text before trusting a measure of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tellings.corpus._language import FEWEST_WORDS
from tellings.corpus._types import Note

SHORT = 50
"""Words under which shares and scores of an article say next to nothing."""
SILENT = {"unwrapped", "invisible", "column"}
"""Kinds of note that stand in the articles' table and need no warning."""

_WORD = re.compile(r"[^\W_]+(?:[’'‑-][^\W_]+){0,8}")
_SENTENCE_END = re.compile(r"[^\s.!?…][ ]?[.!?…][\"'”’»)\]]{0,4}(?=\s|$)")
_URL = re.compile(r"(?:https?://|www\.)\S{1,2000}")
LONGEST_WALL = 400
WALL_PHRASES = (
    "accept all", "accept cookies", "ad blocker", "adblocker", "already a subscriber", "are you a robot",
    "checking your browser", "access denied", "consent to", "cookie policy", "cookie settings", "create an account",
    "enable cookies", "enable javascript", "javascript is disabled", "legitimate interest", "log in to continue",
    "manage options", "manage preferences", "page not found", "page you are looking for", "personalised ad",
    "personalized ad", "privacy policy", "reject all", "sign in to", "start your free trial", "store and/or access",
    "subscribe now", "subscribe to continue", "terms of use", "this site is protected", "to continue reading",
    "use cookies", "uses cookies", "verify you are human", "we and our partners", "your privacy",
)  # fmt: skip
"""What stands on pages that a scraper got instead of the article; two in a text of its length make a wall."""


def count_words(text: str) -> int:
    """Words of a text for its length: runs of letters and digits, held together by apostrophes and hyphens."""
    return len(_WORD.findall(text))


def checks(text: str, words: int, given: str | None, detected: str | None) -> Iterator[Note]:
    """The warnings that follow from the text alone."""
    if words < SHORT:
        yield Note("short", f"only {words} words: too few for shares, scores and comparisons")
    if reason := _not_prose(text, words):
        yield Note("not prose", reason)
    yield from _foreign(words, given, detected)


def _foreign(words: int, given: str | None, detected: str | None) -> Iterator[Note]:
    for tag, how in ((detected, "reads as"), (given, "is given as")):
        if tag and not tag.lower().startswith("en"):
            yield Note("language", f"{how} {tag!r}; every reader expects English")
            return
    if detected is None and given is None and words >= FEWEST_WORDS:
        yield Note("language", "the language could not be told; every reader expects English")


def _not_prose(text: str, words: int) -> str | None:
    if wall := _wall(text, words):
        return wall
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    linked = sum(bool(_URL.search(line)) for line in lines)
    if len(lines) >= 4 and linked >= 0.5 * len(lines):
        return f"a list of links: {linked} of {len(lines)} lines hold an address"
    sentences = sum(len(line.split()) for line in lines if _SENTENCE_END.search(line))
    if len(lines) >= 8 and sentences < 0.3 * words:
        return f"a list rather than prose: hardly any of its {len(lines)} lines hold the end of a sentence"
    return None


def _wall(text: str, words: int) -> str | None:
    if words > LONGEST_WALL:
        return None
    lowered = text.lower()
    found = [phrase for phrase in WALL_PHRASES if phrase in lowered]
    if len(found) < 2:
        return None
    return f"may be a notice that stood before the article: it says “{found[0]}” and “{found[1]}”"
