"""What a text says of a number beside its value: about it, above it, below it, up by it, down by it."""

from __future__ import annotations

from tellings.read._lexemes import Lexemes

_ABOUT = set(
    "about around approximately approx roughly nearly almost some circa ca barely estimated averaging near "
    "~ ≈ virtually".split()
)
_ABOVE = set("over above exceeding exceeds exceed exceeded topping > ≥ minimum".split())
_BELOW = set("under below < ≤ sub maximum underneath".split())
# Two words and three, the last right before the number.
_PHRASES = {
    "more than": ">", "over than": ">", "greater than": ">", "higher than": ">", "longer than": ">",
    "better than": ">", "bigger than": ">", "larger than": ">", "older than": ">", "at least": ">",
    "upwards of": ">", "upward of": ">", "north of": ">", "in excess of": ">", "excess of": ">",
    "minimum of": ">", "no fewer than": ">", "no less than": ">", "not less than": ">", "less than": "<",
    "fewer than": "<", "lower than": "<", "smaller than": "<", "younger than": "<", "shorter than": "<",
    "up to": "<", "at most": "<", "maximum of": "<", "as much as": "<", "as many as": "<", "no more than": "<",
    "not more than": "<", "no greater than": "<", "just under": "<", "just over": ">", "just shy of": "<",
    "shy of": "<", "short of": "<", "south of": "<", "close to": "~", "closer to": "~",
    "estimate of": "~", "in the region of": "~", "region of": "~", "order of": "~",
    "something like": "~", "well over": ">", "well under": "<",
}  # fmt: skip
_AFTER = {
    "or more": ">", "or above": ">", "or over": ">", "and over": ">", "and above": ">", "and older": ">",
    "or older": ">", "plus": ">", "and more": ">", "or higher": ">", "at least": ">", "or less": "<",
    "or fewer": "<", "or under": "<", "and under": "<", "or below": "<", "or younger": "<", "at most": "<",
    "or so": "~", "or thereabouts": "~", "odd": "~", "- odd": "~", "ish": "~",
}  # fmt: skip
_UP = set(
    "up rose rise rises risen rising gained gain gains gaining jumped jump jumps jumping climbed climb climbs "
    "climbing surged surge surges surging soared soar soars soaring grew grow grows grown growing increased "
    "increase increases increasing advanced advance advances advancing rallied rally rallies upward upwards "
    "spiked spike raised raise raising added adds put boosted leapt leaped swelled expanded rocketed".split()
)
_DOWN = set(
    "down fell fall falls fallen falling dropped drop drops dropping slid slide slides sliding lost lose loses "
    "losing shed sheds shedding declined decline declines declining decreased decrease decreases decreasing "
    "tumbled tumble tumbles tumbling plunged plunge plunges plunging plummeted plummet slipped slip slips "
    "slumped slump slumps sank sink eased dipped dip dips reduced reduce cut downward downwards shrank shrunk "
    "contracted weakened retreated".split()
)
# Verbs that gain or lose a thing as well as a measure of it: "added 20 jobs", "raised two children".
_OF_MEASURE = set("lost lose loses losing shed sheds cut reduced eased".split())
_OF_SHARE = set("added adds put raised raise raising".split())
_NOUN_BEFORE = {"a", "an", "the", "this", "that", "its", "their", "of", "any", "further", "biggest", "record"}
_SKIPPED = {"by", "a", "an", "the", "just", "only", "another", "further", "whopping", "massive", "huge",
            "staggering", "modest", "mere", "well", "total", "average", "of", "at", "and", "about",
            "additional", "extra", "(", "’s"}  # fmt: skip


# What may stand between a bound and its number: "about the same 50" is none, "under the age of 5" is one.
_BETWEEN = {"a", "an", "the", "just", "-", "by", "of", "age", "ages", "total", "only", "(", "at"}


def change(words: Lexemes, first: int, last: int, *, kind: str) -> str:
    """How the number in the lexemes ``first`` to ``last`` is qualified: ``= ~ > <``, or ``up`` and ``down``."""
    return _bound(words, first) or _bound_after(words, last) or _direction(words, first, kind=kind) or "="


def _bound(words: Lexemes, first: int) -> str:
    place = first - 1
    for _ in range(4):
        word = words.low(place)
        for length in (4, 3, 2):
            cut = " ".join(words.low(place - length + step) for step in range(1, length + 1))
            if cut in _PHRASES and not (cut == "up to" and _rises_to(words, place)):
                return _PHRASES[cut]
        found = "~" if word in _ABOUT else ">" if word in _ABOVE else "<" if word in _BELOW else ""
        if found and not _means_other(words, place):
            return found
        if word not in _BETWEEN:
            return ""
        place -= 1
    return ""


def _rises_to(words: Lexemes, place: int) -> bool:
    """Whether ``up to`` is the end of a movement, not a bound: ``shares were up to``, ``moved up to``."""
    return words.low(place - 2) in {"is", "was", "were", "are", "went", "moved", "go", "goes"}


def _means_other(words: Lexemes, place: int) -> bool:
    """Whether a preposition is one of place or time: ``over the last``, ``over two years``, ``under Article``."""
    word = words.low(place)
    if word == "over":
        return words.low(place + 1) in {"the", "a", "an"} and words.low(place - 1) not in {"just", "well"}
    return word == "under" and words.low(place + 1) in {"a", "an", "the"} and words.low(place + 2) != "age"


def _bound_after(words: Lexemes, last: int) -> str:
    one = words.low(last)
    if words.low(last) == "+" and words.at(last).glued:
        return ">"
    two = f"{one} {words.low(last + 1)}"
    return _AFTER.get(two) or _AFTER.get(one, "")


def _direction(words: Lexemes, first: int, *, kind: str) -> str:
    """A verb or adverb of movement right before the number, `by` and articles between them aside."""
    place = first - 1
    for _ in range(4):
        word = words.low(place)
        found = "up" if word in _UP else "down" if word in _DOWN else ""
        if found:
            noun = words.low(place - 1) in _NOUN_BEFORE or words.low(place + 1) == "of"
            of_thing = word in _OF_MEASURE and kind not in {"percent", "money", "measure"}
            of_thing = of_thing or (word in _OF_SHARE and kind != "percent")
            return "" if noun or (of_thing and words.low(place + 1) != "by") else found
        if word not in _SKIPPED:
            return ""
        place -= 1
    return ""


def direction_after(words: Lexemes, last: int) -> str:
    """``5% higher``, ``3% lower``, where nothing is compared with ``than``."""
    if words.low(last + 1) == "than":
        return ""
    return {"higher": "up", "lower": "down"}.get(words.low(last), "")
