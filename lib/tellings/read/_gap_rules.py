"""What shows that words are missing: rules on the seam between two neighbouring words of a paragraph.

Each rule looks at one seam, the words on its two sides and a few more, and says whether a name or another link
text must have stood there. Where a link's text was lost, the space before and after it became one, so a mark
that followed it has a space before it: most rules lean on that, the others on what English grammar rules out.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

ARTICLES = frozenset({"the", "a", "an"})
OWNERS = frozenset({"my", "your", "their", "our", "its"})
DETERMINERS = ARTICLES | OWNERS
PREPOSITIONS = frozenset(
    "of in at on from with by for to against between among into toward towards via under over after before since"
    " until during about like than as through near behind around across beyond without within upon despite"
    " alongside including".split()
)
# Prepositions that are never a verb's particle or an adverb, and cannot stand before another preposition.
PURE = frozenset("of in at on from with by for to against between among into toward towards via during".split())
SUBORDINATORS = frozenset("if because although though while whilst since until unless whether after before when".split())
AUXILIARIES = frozenset("is are was were has had would could should can ca will wo may might must did does".split())
TITLES = frozenset({"mr", "mrs", "ms", "mr.", "mrs.", "ms.", "dr", "dr."})
MARKS = frozenset(",.;:)]?!”")
CONJUNCTIONS = frozenset({"and", "or", "but", "nor"})
NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "CD"})
REPORTING = frozenset("said says stated believes claimed claims thinks insisted insists argues argued added".split())
# Passives with an object: "when told the truth", "if given a chance".
DITRANSITIVE = frozenset(
    "given told asked offered granted denied shown handed paid awarded taught sent called named made considered"
    " deemed elected appointed declared thought found left promised served allowed refused".split()
)
# Verbs that cannot stand without an object.
NEED_OBJECT = frozenset(
    "include includes included including involve involves involved involving cover join joining avoid avoiding"
    " accuse accused accuses accusing urge urged urges slammed slam denounced replace replacing urging tell telling"
    " regarding concerning".split()
)
WH = frozenset({"WDT", "WP", "WP$", "WRB"})


class Word(NamedTuple):
    """A token: its place, its letters, whether white space stands before it."""

    start: int
    end: int
    text: str
    lower: str
    tag: str
    spaced: bool


NONE = Word(-1, -1, "", "", "", False)


class Seam(NamedTuple):
    """The place before ``words[at]`` in a paragraph's words; ``loose``: marks have spaces before them anyway."""

    words: Sequence[Word]
    at: int
    loose: bool

    def __call__(self, offset: int) -> Word:
        """The word so far to the right of the seam (0 the next), or to its left (-1 the last)."""
        at = self.at + offset
        return self.words[at] if 0 <= at < len(self.words) else NONE


def finite(word: Word) -> bool:
    return word.tag in {"VBZ", "VBD", "MD"} or word.lower in AUXILIARIES


def _relative(seam: Seam, reach: int = 14) -> bool:
    """Whether a relative, a question or an infinitive before the seam may have moved the object away."""
    for offset in range(-1, -reach, -1):
        word = seam(offset)
        if word is NONE or word.text in {".", ";"}:
            return False
        if word.tag in WH or word.lower in {"that", "what", "who", "which", "where", "whom"}:
            return True
    return False


def lone_mark(seam: Seam) -> bool:
    left, right = seam(-1), seam(0)
    if right.text not in MARKS or not right.spaced or seam.loose:
        return False
    if right.text == "." and seam(1).text.startswith("."):
        return False
    return (
        left.lower in PREPOSITIONS | DETERMINERS | CONJUNCTIONS | NEED_OBJECT | TITLES
        or left.text in {",", ":", "(", "["}
    )


def opening_mark(seam: Seam) -> bool:
    right = seam(0)
    return seam(-1) is NONE and right.text in {",", ";", ")"} and not seam.loose


def bare_determiner(seam: Seam) -> bool:
    left, right = seam(-1), seam(0)
    if left.text not in DETERMINERS:
        return False
    if right.text in {",", ";", "."}:
        return not right.spaced and not seam(1).text.startswith((".", "…"))
    if left.text in ARTICLES and right.text in ARTICLES | OWNERS | {"this", "these", "those", "his"}:
        return left.text != right.text
    if left.text in ARTICLES | {"our", "their", "my"}:
        return right.text in PURE or right.text in CONJUNCTIONS or right.text in AUXILIARIES - {"will", "can", "might", "must", "may"}
    return False


def lone_possessive(seam: Seam) -> bool:
    left, right = seam(-1), seam(0)
    if not right.spaced or right.lower not in {"'s", "’s", "‘s"}:
        return False
    return left.tag in {"IN", "TO", "CC", "DT", "VB", "VBD", "VBZ", "VBP", "VBG", "VBN", ",", ""} and left.lower not in {"let", "that", "this", "all"}


def preposition_and(seam: Seam) -> bool:
    left, right = seam(-1), seam(0)
    if right.lower not in {"and", "or", "but"} or left.lower not in PURE | {"like"} or not right.spaced:
        return False
    if left.lower == "between":
        return True
    if seam(1).lower in PREPOSITIONS | {"out", "off", "down", "up", "around"} :
        return False
    return seam(-2).tag in NOUNS and not _relative(seam)


def preposition_twice(seam: Seam) -> bool:
    left, right = seam(-1), seam(0)
    if left.lower not in PURE or right.lower not in PURE or seam(1).tag == "CD":
        return False
    if left.lower == "from" or (left.lower, right.lower) in {("in", "between"), ("to", "between"), ("in", "to"), ("on", "to")}:
        return False
    return seam(-2).tag in NOUNS and not _relative(seam)


def preposition_verb(seam: Seam) -> bool:
    left, right = seam(-1), seam(0)
    if left.lower not in PURE or not (right.lower in AUXILIARIES - {"will", "can", "might", "must", "may"} or right.lower == "said"):
        return False
    return seam(-2).tag in NOUNS and not _relative(seam)


def subordinator_verb(seam: Seam) -> bool:
    left, right = seam(-1), seam(0)
    if left.lower not in SUBORDINATORS or seam(-2).lower in AUXILIARIES | {"have", "ever", "has"}:
        return False
    if right.lower in {"ca", "wo"} or (right.lower in AUXILIARIES and left.lower not in {"when"}):
        return True
    if right.tag in {"VBD", "VBN"} and right.lower not in DITRANSITIVE:
        return seam(1).tag in {"DT", "PRP$", "PRP"}
    return False


def empty_brackets(seam: Seam) -> bool:
    left, right = seam(-1), seam(0)
    return left.text + right.text in {"()", "[]", "“”", "‘’"} and left.spaced


def title_alone(seam: Seam) -> bool:
    left, right = seam(-1), seam(0)
    return left.text in {"Mr", "Mrs", "Ms", "Mr.", "Mrs.", "Ms."} and (finite(right) and right.text.islower())


def small_opening(seam: Seam) -> bool:
    """A sentence that opens with a verb in small letters."""
    left, right = seam(-1), seam(0)
    if not right.text[:1].islower():
        return False
    if left is NONE:
        return finite(right) or right.lower in {"and", "or"} and finite(seam(1))
    if left.text not in {".", "?", "!"}:
        return False
    if len(seam(-2).text) < 4 or left.text != ".":
        return False
    return finite(right) or (right.tag == "RB" and finite(seam(1)))


RULES: dict[str, Callable[[Seam], bool]] = {
    rule.__name__: rule
    for rule in (
        lone_possessive, lone_mark, opening_mark, empty_brackets, bare_determiner, title_alone, preposition_and,
        preposition_twice, preposition_verb, subordinator_verb, small_opening,
    )
}  # fmt: skip
