"""Numbers that count nothing: names, labels, list numbers, telephone numbers, scores and idioms."""

from __future__ import annotations

from tellings.read import _counted, _units
from tellings.read._figure_words import listed
from tellings.read._lexemes import Lexemes
from tellings.read._numerals import ONES, Numeral

_GLUE_BEFORE = {"sub", "minus", "plus", "under", "over", "all", "pre", "post", "mid"}
_AGED = {("of", "age"), ("between", "aged"), ("from", "aged"), ("between", "ages")}
AGES = 120


def names(words: Lexemes, numeral: Numeral, *, money: bool) -> bool:
    """Whether a numeral is part of a name, a label or an idiom, so that it counts nothing."""
    if money:
        after = words.at(numeral.last)
        return after.glued and after.word and len(after.low) > 2
    if words.low(numeral.last).replace("’", "'") == "o'clock":
        return True
    if numeral.written == "digits":
        return (
            _inside_token(words, numeral)
            or _labelled(words, numeral)
            or _listed(words, numeral)
            or (numeral.plain and (_in_digit_groups(words, numeral) or _in_name(words, numeral)))
        )
    if numeral.written == "words":
        return _labelled(words, numeral) or _capitalised(words, numeral) or _idiom(words, numeral)
    return False


def _inside_token(words: Lexemes, numeral: Numeral) -> bool:
    """Whether letters or digits stick to the number: ``XC40``, ``3D``, ``V-12``, ``21st``, ``1.2.3``."""
    first, before = words[numeral.first], words.at(numeral.first - 1)
    if first.glued and (before.word or before.text in "._#@/:\\&"):
        return True
    if first.glued and before.text == "-" and before.glued:
        stuck = words.at(numeral.first - 2)
        return not (stuck.number or stuck.low in _GLUE_BEFORE)
    after, beyond = words.at(numeral.last), words.at(numeral.last + 1)
    if after.glued and after.word:
        return _units.at(words, numeral.last) is None
    if after.text in {"/", ":", "."} and after.glued and beyond.glued and beyond.number:
        return True
    return after.text == "-" and after.glued and beyond.glued and beyond.word and beyond.capital


def _labelled(words: Lexemes, numeral: Numeral) -> bool:
    """``Article 8``, ``No 10``, ``category one``, ``S&P 500``."""
    before, wide = words.at(numeral.first - 1), words.at(numeral.first - 2)
    if before.text == "." and before.glued and wide.low in {"no", "nos", "p", "pp", "vol", "art"}:
        before = wide
    if before.text == "#":
        return True
    digits = numeral.written == "digits"
    if before.low in {"no", "nos"}:
        return digits and numeral.plain and (before.capital or words.low(numeral.first - 1) == ".")
    if before.text == "P" and wide.text in {"&", "S"}:
        return True
    if before.low == "of" and wide.text == "Group":
        return True
    if before.low in listed("indices"):
        return digits
    return (
        before.low in listed("labels")
        and (numeral.plain or not digits)
        and wide.low not in {"a", "per", "each"}
    )


def _listed(words: Lexemes, numeral: Numeral) -> bool:
    """``1.`` or ``2)`` at the start of a line, with words after it."""
    if not numeral.plain or numeral.value > 99:
        return False
    before, after = words.at(numeral.first - 1), words.at(numeral.last)
    opens = words.opens(numeral.first) or (before.text == "(" and words.opens(numeral.first - 1))
    return opens and after.text in {".", ")"} and after.glued


def _in_digit_groups(words: Lexemes, numeral: Numeral) -> bool:
    """Telephone numbers and the like: a leading nought, or bare groups of digits side by side."""
    word, before = words[numeral.first], words.at(numeral.first - 1)
    if (len(word.text) > 1 and word.text[0] == "0") or before.text == "+" or len(word.text) > 8:
        return True
    if any(_bare(words, place) for place in (numeral.first - 1, numeral.last)):
        return True
    return any(_telephone(words, first) for first in (numeral.first, numeral.first - 2))


def _telephone(words: Lexemes, place: int) -> bool:
    """Whether two groups of digits with a hyphen are a telephone number: ``555-1234``, never ``300-400``."""
    one, hyphen, other = words.at(place), words.at(place + 1), words.at(place + 2)
    if hyphen.text != "-" or not hyphen.glued or not other.glued:
        return False
    if not (one.text.isdigit() and other.text.isdigit()) or len(one.text) < 3 or len(other.text) < 3:
        return False
    return (len(one.text) == 3 and len(other.text) == 4) or int(other.text[:9]) < int(one.text[:9])


def _bare(words: Lexemes, place: int) -> bool:
    """Whether a bare group of digits stands at a place, with no sentence or unit in between."""
    word = words.at(place)
    return word.number and word.text.isdigit() and not word.glued


def _in_name(words: Lexemes, numeral: Numeral) -> bool:
    """``iPhone 14 Pro``, ``787 Dreamliner``: beside capitals, unless a noun in the plural follows."""
    before, after = words.at(numeral.first - 1, like=numeral.first), words.at(numeral.last)
    if _units.at(words, numeral.last) or is_age(words, numeral):
        return False
    phrase = _counted.after(words, numeral.last, like=numeral.first)
    owner = before.low.endswith(("’s", "'s")) or before.low == "i"
    if before.capital and not owner and not words.opens(numeral.first - 1):
        return phrase is None or not _counted.plural(words, phrase.last - 1)
    return bool(
        after.capital
        and not after.glued
        and phrase is not None
        and words[phrase.last - 1].capital
        and not _counted.plural(words, phrase.last - 1)
    )


def is_age(words: Lexemes, numeral: Numeral) -> bool:
    """Whether a bare number is somebody's age: ``Smith, 44,``, ``(44)``, ``aged 44``, ``will be 35``."""
    if not numeral.plain or not 0 < numeral.value < AGES:
        return False
    return _aged(words, numeral) or _named_with_age(words, numeral) or _is_so_old(words, numeral)


def _aged(words: Lexemes, numeral: Numeral) -> bool:
    """``aged 44``, ``at the age of 44``, ``people under 30``, a life expectancy of ``73``."""
    before, wide = words.low(numeral.first - 1), words.low(numeral.first - 2)
    if before in {"aged", "age", "ages", "turned", "turns", "turning"} or (before, wide) in _AGED:
        return True
    lead = {words.low(place) for place in range(max(0, numeral.first - 9), numeral.first)}
    if not ("expectancy" in lead or (before in {"under", "over"} and wide in listed("persons"))):
        return False
    return _counted.after(words, numeral.last, like=numeral.first) is None


def _named_with_age(words: Lexemes, numeral: Numeral) -> bool:
    """``Smith, 44,``, ``Smith (44)`` and, where commas are lost, ``Ann Smith 44 has``."""
    before, after = words.at(numeral.first - 1, like=numeral.first), words.low(numeral.last)
    if not words.at(numeral.first - 2, like=numeral.first).capital:
        return False
    if before.text == ",":
        return after in set(",.;:)-–—―") and not words.at(numeral.last + 1).number
    if before.text == "(":
        return after == ")"
    return (
        before.capital and numeral.value >= 16 and after in {"has", "was", "is", "had", "who", "from", "said"}
    )


def _is_so_old(words: Lexemes, numeral: Numeral) -> bool:
    """``He will be 35 by``, ``who is 70.``"""
    verb, subject = words.low(numeral.first - 1), words.low(numeral.first - 2)
    if verb not in {"be", "i’m", "i'm", "is", "was", "he’s", "she’s"}:
        return False
    if subject not in {"will", "he", "she", "who", "would", "i", "be"}:
        return False
    return words.low(numeral.last) in {".", ",", "by", "when", "and", "in", "this", "next", "on", "but", " "}


def _capitalised(words: Lexemes, numeral: Numeral) -> bool:
    """``Formula One``, ``the Six Nations``: a capitalised number word beside capitals within a sentence."""
    if not words[numeral.first].capital or words.opens(numeral.first):
        return False
    before, after = words.at(numeral.first - 1), words.at(numeral.last)
    return before.capital or after.capital


def _idiom(words: Lexemes, numeral: Numeral) -> bool:
    """``one`` where it counts nothing, a number hyphenated with what is no unit, and a bare nought."""
    after = words.at(numeral.last)
    if after.text == "-" and after.glued and words.at(numeral.last + 1).glued:
        return _units.at(words, numeral.last + 1) is None
    if words.at(numeral.first - 1).text == "-" and words[numeral.first].glued:
        return words.low(numeral.first - 2) not in _GLUE_BEFORE | ONES.keys()
    if words.low(numeral.first - 1) in {"top", "bottom"}:
        return _counted.after(words, numeral.last, like=numeral.first) is None
    if numeral.value == 0:
        return _units.at(words, numeral.last) is None
    if numeral.value != 1:
        return False
    unit = _units.at(words, numeral.last)
    if unit is not None:
        return after.low in {"day", "time", "point", "second", "minute"}
    idle = (
        after.low in listed("after_idle_one")
        or words.low(numeral.first - 1) in listed("before_idle_one")
        or not after.word
    )
    return idle or _counted.after(words, numeral.last, like=numeral.first, one=True) is None
