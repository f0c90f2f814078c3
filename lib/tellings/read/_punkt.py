"""Punkt's English sentence boundaries, mended where newspapers break them.

Kiss and Strunk, "Unsupervised multilingual sentence boundary detection", Computational Linguistics 32 (2006).
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import punkt

from tellings.read import _seams
from tellings.read._remembered import Remembered

# Words that open a sentence and no name: after an abbreviation they tell its stop from a sentence's.
_STARTERS = frozenset(
    """
    a about after all although among an and another any are as at because before both but by despite did
    do does during each earlier even every few following for from further had has have he her here his
    how however i if in instead is it its last later many meanwhile more moreover most my neither
    nevertheless no none nor not now of on once one only other others our over per perhaps several she
    should since so some soon still such than that the their then there these they this those though
    three through thus to today too two under unlike until upon was we were what when where whether
    which while who why with within without would yet you your yesterday
    """.split()  # noqa: SIM905
)
# Abbreviations that a name follows, never a sentence; those that a number follows; those that end a name.
_TITLES = frozenset(
    """
    adm asst brig capt cllr cmdr col cpl det dr ens fr gen gov hon insp lt maj messrs mlle mme mr mrs ms
    mt prof pvt rep reps rev sen sens sgt st supt ft vs e.g i.e viz
    """.split()  # noqa: SIM905
)
_COUNTED = frozenset(
    """
    no nos art arts sec fig figs p pp vol ch jan feb mar apr jun jul aug sept sep oct nov dec approx c
    ca
    """.split()  # noqa: SIM905
)
# What letters count: the stop after ``Plan B`` ends a sentence.
_LETTERED = frozenset(
    ("plan", "vitamin", "group", "type", "class", "grade", "section", "exhibit", "hepatitis", "option")
)
_FIRMS = frozenset(("inc", "corp", "co", "ltd", "llc", "plc", "jr", "sr", "bros", "dept", "univ", "assn"))
_CUES = (
    r"(?:said|says|asked|asks|told|added|adds|wrote|writes|replied|replies|tweeted|shouted|yelled|cried|quipped"
    r"|continued|responded|wondered|demanded|declared|exclaimed|explained|insisted|warned|joked|recalled|argued)"
)
# Who said it, after a quotation that ends in ? or !, with nothing that would make it a sentence of its own.
_ATTRIBUTION = re.compile(
    rf"(?:[A-Z][\w.’'-]{{0,30}} ){{1,4}}{_CUES}(?:[.,;:]|$| (?:in|at|on|during|after|as|before|to) )"
)
_STOP = re.compile(r"[.?!]")
_PLAIN = re.compile(r"([^\W\d_]{2,}(?:-[^\W\d_]{2,})*)([.?!][”\"’)]?)")
_LETTERS = re.compile(r"[^\W\d_]{2,}[,;:]?")
_LONGEST = 64  # characters of two chunks of which Punkt's word is remembered
_LAST_WORD = re.compile(r"(?:^|[\s(“‘\"'—–-])((?:[A-Za-z]\.){1,5}|[A-Za-z]{1,10}\.)$")
_NEXT_WORD = re.compile(r"[\w’'-]{1,30}")
_ENUMERATOR = re.compile(r"(?:\(?\d{1,2}|\(?[a-zA-Z])[.)]")
_OPENING = "“‘\"'([ \t\xa0"
# Lower-case words that open a sentence all the same: ``al-Shabaab``, ``iPhone``, ``de Gaulle``.
_LOWER_NAMES = re.compile(
    r"(?:al|el|ex|e|i|d|de|du|da|van|von|bin|ibn|der|la|le)[-’']?[ ]?[A-Z]|[a-z]+\.com\b"
)
_MISSED = re.compile(
    r"(?<![A-Za-z.])(?:(?:[A-Z]\.){2,5}|[ap]\.m\.|etc\.|Inc\.|Corp\.|Ltd\.|Jr\.|Sr\.)[”’\"')]{0,2}[ \t]{1,3}"
    r"(?=[“‘\"]?(?:The|He|She|It|They|But|This|That|These|Those|We|You|When|While|After|Before|However|There|If|His"
    r"|Her|Its|Their|And|Although|Meanwhile)[ ,’'])"
)


@cache
def _model() -> punkt.PunktSentenceTokenizer:
    return punkt.PunktSentenceTokenizer(punkt.load_model("english"))


def spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The sentences of ``text[start:end]``, as offsets into the text.

    >>> text = "A U.S. Senator of No. 9 asked: “Why?” Nobody knew.Two men left."
    >>> [text[a:b] for a, b in spans(text, 0, len(text))]
    ['A U.S. Senator of No. 9 asked: “Why?”', 'Nobody knew.', 'Two men left.']
    """
    found: list[tuple[int, int]] = []
    for first, last in pairwise([start, *_seams.find(text, start, end), end]):
        raw = [(first + a, first + b) for a, b in _raw(text[first:last])]
        for a, b in _merge(text, _settle_marks(text, raw)):
            found += _split(text, a, b)
    return found


def _raw(piece: str) -> list[tuple[int, int]]:
    """Punkt's sentences: it looks at the chunk with a stop and at the next, so what it says of two is remembered."""
    if piece.split() != piece.split(" "):
        return list(_model().span_tokenize(piece))
    found: list[tuple[int, int]] = []
    start = end = 0
    for stop in _STOP.finditer(piece):
        if stop.start() < end:
            continue
        end = piece.find(" ", stop.start())
        end = len(piece) if end < 0 else end
        after = piece.find(" ", end + 1)
        one = piece[piece.rfind(" ", 0, stop.start()) + 1 : end]
        cut = _between[f"{one} {piece[end + 1 : len(piece) if after < 0 else after]}"]
        if cut is None:
            return list(_model().span_tokenize(piece))
        if cut:
            found.append((start, end))
            start = end + 1
    return [*found, (start, len(piece))] if start < len(piece) else found


@cache
def _special() -> frozenset[str]:
    """Words of which Punkt or the mending knows more than that a full stop after them ends a sentence."""
    known = _model().params
    joined = {first for first, _ in known.collocations}
    listed = _TITLES | _COUNTED | _FIRMS | {"etc", "inc", "corp", "ltd"}
    return frozenset(joined | set(known.abbrev_types) | set(known.numeric_abbrev_types)) | listed


def is_plain(word: str) -> bool:
    """Whether a stop after a word ends its sentence, whatever the word.

    >>> is_plain("council"), is_plain("Mr"), is_plain("well-vs")
    (True, False, False)
    """
    small = word.lower()
    return small not in _special() and ("-" not in small or _special().isdisjoint(small.split("-")))


def _cuts_between(chunks: str) -> bool | None:
    """Whether Punkt cuts between two chunks, the second of which may be empty; None where it may look further."""
    one, _, two = chunks.partition(" ")
    plain = _PLAIN.fullmatch(one)
    if plain and is_plain(plain[1]):
        return _alike[f"council{plain[2]} {'Then' if _LETTERS.fullmatch(two) else two}"]
    return _alike[chunks]


def _asked(chunks: str) -> bool | None:
    one, _, two = chunks.partition(" ")
    if len(chunks) > _LONGEST or not all(any(map(str.isalnum, chunk)) for chunk in (one, two or one)):
        return None
    spans = list(_model().span_tokenize(f"{chunks} word" if two else one))
    inner = [(a[1], b[0]) for a, b in pairwise(spans)]
    edges = [(end, end + 1) for end in (len(one), len(chunks))]
    if not set(inner) <= set(edges[: 2 if two else 0]) or spans[0][0] != 0:
        return None
    return edges[0] in inner


_alike, _between = Remembered(_asked), Remembered(_cuts_between)


def _settle_marks(text: str, raw: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Give a straight mark between blanks to the sentence it opens; Punkt always closes one with it."""
    settled: list[tuple[int, int]] = []
    marks, moved = 0, 0
    for number, (start, end) in enumerate(raw):
        start, moved = moved or start, 0
        marks += text.count('"', start, end)
        spaced = text[end - 1] == '"' and end - start > 2 and text[end - 2].isspace()
        # With no more than a stray mark after it, it closes what an earlier paragraph opened.
        followed = number + 1 < len(raw) and " " in text[slice(*raw[number + 1])][:60].strip()
        if spaced and marks % 2 and followed:
            marks, moved = marks - 1, end - 1
            end = start + len(text[start : end - 1].rstrip())
        settled.append((start, end))
    return settled


def _merge(text: str, raw: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Join what Punkt cut within a sentence."""
    merged: list[tuple[int, int]] = []
    for start, end in raw:
        if merged and _goes_on(text, merged[-1], (start, end)):
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged


def _goes_on(text: str, one: tuple[int, int], two: tuple[int, int]) -> bool:
    """Whether the second stretch belongs to the sentence that the first begins."""
    tail = text[max(one[0], one[1] - 30) : one[1]]
    rest = text[two[0] : two[1]][:120].lstrip(_OPENING)
    if not any(char.isalnum() for char in text[two[0] : two[1]][:120]):
        return two[1] - two[0] <= 120
    if rest[:1].islower() and rest[1:2] == ")":
        return True
    if rest[:1].islower() and not _LOWER_NAMES.match(rest):
        # After a full stop a small letter opens a sentence whose first words, a link's, were lost.
        return tail[-1] != "." or bool((last := _LAST_WORD.search(tail)) and _is_abbreviation(last.group(1)))
    if one[1] - one[0] <= 4 and _ENUMERATOR.fullmatch(tail):
        return True
    if tail[-1] in "”’\"'" and tail.rstrip("”’\"' ")[-1:] in ("?", "!"):
        named = _ATTRIBUTION.match(rest) and rest.split(None, 1)[0].lower() not in _STARTERS
        return bool(named) and _is_quoted(text[max(one[0], one[1] - 600) : one[1]])
    return tail[-1] == "." and _abbreviates(tail, rest)


def _is_quoted(said: str) -> bool:
    """Whether a stretch that ends in a closing mark is a quotation from its start or from before it."""
    if said[-1] == '"':
        return said[0] == '"' or said.count('"') == 1
    return said[0] in "“‘" or "“" not in said


def _abbreviates(tail: str, rest: str) -> bool:
    """Whether the stop at the end of a stretch is an abbreviation's, by the words around it."""
    last, after = _LAST_WORD.search(tail), _NEXT_WORD.match(rest)
    if not last or not after:
        return False
    word, following = last.group(1)[:-1].lower(), after.group()
    is_capital = last.group(1)[0].isupper()
    if word in _COUNTED and following[0].isdigit():
        return is_capital or word in ("p", "pp", "c", "ca", "approx", "vol")
    if word in _TITLES:
        return following.lower() not in _STARTERS
    is_initial = is_capital and (len(word) == 1 or "." in word)
    if (is_initial or word in _FIRMS) and following.lower() not in _STARTERS:
        return len(word) > 1 or _after_name(tail[: last.start(1)])
    return False


def _is_abbreviation(word: str) -> bool:
    return "." in word[:-1] or word[:-1].lower() in _TITLES | _COUNTED | _FIRMS


def _after_name(before: str) -> bool:
    """Whether an initial stands where a name's would: after a capitalised word, or first."""
    words = before.split()
    return not words or (words[-1][0].isupper() and words[-1].lower() not in _LETTERED)


def _split(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Cut where an abbreviation ends its sentence too, and Punkt read over it."""
    edges = [start, *(match.end() for match in _MISSED.finditer(text, start, end)), end]
    return [_trim(text, a, b) for a, b in pairwise(edges) if text[a:b].strip()]


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())
