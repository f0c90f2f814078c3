"""Credits: who a picture is from, in running text (``Credit: Getty``, ``(AP Photo/Jane Roe)``)."""

from __future__ import annotations

import re
from functools import cache

from tellings.read import _agencies

_PICTURE = (
    r"(?:Photo(?:graph|grapher)?s?|PHOTOS?|Pic(?:ture)?s?|PIC(?:TURE)?S?|Images?|IMAGES?"
    r"|Illustration|Screengrab)"
)
_OF = r"(?:[ \t](?:[Cc]redits?|CREDITS?|[Ss]ource|[Cc]opyright|[Cc]ourtesy(?:[ \t](?:of|by))?|by|BY|via))"
# A label with a colon or dots; `Photo by` and its like need none.
_LABEL = re.compile(
    rf"(?<![A-Z])(?:{_PICTURE}{_OF}?|Credits?|CREDITS?)[ \t]?(?::|\.\.\.|…)[ \t]{{0,2}}"
    rf"|(?<![^\W_])(?:{_PICTURE}[ \t](?:[Bb]y|BY|[Cc]ourtesy(?:[ \t]of)?)|Courtesy of|©(?! ?\d))[ \t]"
    r"|(?<![^\W_])Image (?:source|copyright),?[ \t]"
    r"|(?<=[a-z0-9.”’])Credit(?=[A-Z][^\W\d_]{1,20}[ /])"
)
# What every label has: without it a paragraph is not searched at each of its letters.
_HINT = re.compile(r"P(?:hoto|HOTO|ic|IC)|I(?:mage|MAGE|llustration)|Screengrab|C(?:redit|REDIT|ourtesy)|©")
_BRACKETED = re.compile(r"[(\[][ \t]?([^()\[\]\n]{1,120})[ \t]?[)\]]\.?")
_WORD = r"[A-ZÀ-Þ@][\w’'.@-]{0,30}"
_PERSON = rf"{_WORD}(?:[ \t](?:de|da|van|von|der|bin|al|el|la)){{0,2}}(?:[ \t]{_WORD}){{0,3}}"
_JOIN = r"[ \t]{0,2}(?:[/|+&–—]|,|-(?=[ \t])|\bvia\b|\bfor\b|\band\b|\bof\b)[ \t]{0,2}"
_HEAD = re.compile(r"[.!?”’\"|—–][ \t]{1,2}")  # what a bare credit stands behind
_OPENS = re.compile(r"[A-Z©@]")
_LINKS = frozenset(
    ("and", "at", "by", "courtesy", "de", "for", "from", "la", "of", "on", "the", "via", "van", "von", "with")
)
_CLOSE = ".)]"
_LONGEST_LINE = 300


@cache
def _listed() -> re.Pattern[str]:
    """Agencies and people joined by slashes and their like, an agency at one end at least."""
    agency = _agencies.agency()
    part = f"(?:{agency}|{_PERSON})"
    return re.compile(f"{agency}(?:{_JOIN}{part}){{0,4}}|{_PERSON}(?:{_JOIN}{part}){{1,4}}")


@cache
def _plain() -> re.Pattern[str]:
    """An agency, or one or two capitalised words that are the name of a person."""
    return re.compile(f"{_agencies.agency()}|{_WORD}(?:[ \\t]{_WORD})?")


@cache
def _own() -> re.Pattern[str]:
    """What is a credit by itself: a picture agency, or an agency tied to a name by a slash or `via`."""
    picture, agency = _agencies.picture_agency(), _agencies.agency()
    tie = r"[ \t]?/[ \t]?|[ \t]via[ \t]"
    part = f"(?:{agency}|{_PERSON})"
    people = f"{_PERSON}(?:,[ \\t]{_PERSON})?"
    first = f"(?:{picture}|{agency}(?:{tie}){part}|{people}(?:{tie}){agency})"
    return re.compile(f"{first}(?:(?:{tie}|,[ \\t]){part}){{0,4}}")


def find(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The credits within one paragraph, ``text[start:end]``, in order and apart from one another.

    >>> line = "Two men in Leeds. Image: Jane Roe/PA. A woman (Getty Images) waits."
    >>> [line[a:b] for a, b in find(line, 0, len(line))]
    ['Image: Jane Roe/PA.', '(Getty Images)']
    """
    found = [*_bracketed(text, start, end), *_labelled(text, start, end), *_trailing(text, start, end)]
    apart: list[tuple[int, int]] = []
    for span in sorted(found, key=lambda span: (span[0], -span[1])):
        if not apart or span[0] >= apart[-1][1]:
            apart.append(span)
    return apart


def _bracketed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    if text.find("(", start, end) < 0 and text.find("[", start, end) < 0:
        return found
    for match in _BRACKETED.finditer(text, start, end):
        inside = match.group(1).strip()
        if _is_credit(inside) or (match.end() == end and _closes_caption(text, start, match.span(), inside)):
            found.append(match.span())
    return found


def _closes_caption(text: str, start: int, span: tuple[int, int], inside: str) -> bool:
    """Whether a news agency closes a line that has no full stop, as captions do and paragraphs do not."""
    before = text[max(start, span[0] - 2) : span[0]].rstrip()
    if not before or not before[-1].isalnum() or text[span[1] - 1] == "." or span[1] - start > _LONGEST_LINE:
        return False
    return bool(re.fullmatch(_agencies.agency(), inside))


def _is_credit(inside: str) -> bool:
    label = _LABEL.match(inside)
    if label:
        name = inside[label.end() :]
        return (
            len(name) <= 80
            and not name.islower()
            and (not _is_plural(label) or bool(_listed().fullmatch(name)))
        )
    return bool(_own().fullmatch(inside))


def _labelled(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    if not _HINT.search(text, start, end):
        return found
    for label in _LABEL.finditer(text, start, end):
        stop = _name_end(text, label.end(), end)
        before = text[max(start, label.start() - 5) : label.start()].strip()
        if stop and not before.endswith(("(", "[", "FILE")) and (before or _is_line(text, label, stop, end)):
            found.append((label.start(), stop))
    return found


def _is_line(text: str, label: re.Match[str], stop: int, end: int) -> bool:
    """Whether a label that opens a paragraph is a credit: ``Image:`` may open a caption, ``Photos:`` a link."""
    if label.group()[0] == "C":
        return True
    if stop < end:
        return False
    name = text[label.end() : stop].rstrip(".)]")
    return bool(_listed().fullmatch(name)) or (not _is_plural(label) and len(name.split()) <= 3)


def _is_plural(label: re.Match[str]) -> bool:
    """Whether a label counts pictures, as links to galleries do: ``Photos: Ten loaves``."""
    return label.group().rstrip(" \t:.…").lower().endswith("s") and " " not in label.group().strip()


def _name_end(text: str, start: int, end: int) -> int:
    """Where the name that begins here ends, its full stop with it; 0 where no name begins."""
    rest = text[start : min(end, start + 90)]
    stop = re.search(r"\.(?=[ \t]|$)", rest)
    whole = rest[: stop.start()] if stop else rest
    if start + len(whole) < end - 1 and not stop:
        whole = ""
    known = _listed().match(rest)
    if known and whole and _all_names(whole) and len(whole.split()) <= len(known.group().split()) + 2 and (
        start + len(whole) >= end - 1 or known.end() >= len(whole)
    ):  # fmt: skip
        return _with_stop(text, start + len(whole), end)
    if known:
        return _with_stop(text, start + known.end(), end)
    if whole and _all_names(whole):
        return _with_stop(text, start + len(whole), end)
    if whole and start + len(whole) >= end - 1 and len(whole.split()) <= 6:
        return _with_stop(text, start + len(whole), end)
    plain = _plain().match(rest)
    return _with_stop(text, start + plain.end(), end) if plain else 0


def _all_names(words: str) -> bool:
    split = words.replace("/", " ").split()
    return 0 < len(split) <= 8 and all(not w[0].islower() or w.strip(",") in _LINKS for w in split)


def _with_stop(text: str, place: int, end: int) -> int:
    return place + 1 if place < end and text[place] in _CLOSE else place


def _trailing(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A bare credit after the last sentence: ``… at No 10. Jane Roe/AFP via Getty Images``."""
    close = end - 1 if text[end - 1 : end] == "." else end
    first = max(start, end - 120)
    # A credit ends with an agency's name or a person's: most paragraphs end with a word in small letters.
    last = text[first:close].rsplit(None, 1)[-1:]
    if not any(_agencies.CAPITAL.search(word) or word.endswith(_agencies.small_endings()) for word in last):
        return []
    heads = [first, *(head.end() for head in _HEAD.finditer(text, first, close))]
    for place in heads:
        if _OPENS.match(text, place, close) and _own().fullmatch(text, place, close):
            return [(place, end)]
    return []
