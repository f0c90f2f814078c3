"""How one wording of an utterance stands to another: what is kept, cut, put in, and which qualifiers went."""

from __future__ import annotations

from typing import NamedTuple

from tellings.compare._shared_words import Words

# Words whose loss or gain turns or bounds what was said: negations, and hedges after Hyland (1998) and the cue
# words of the CoNLL-2010 task (Farkas et al. 2010). Forms of one meaning are one: may, might, could.
NEGATIONS = (
    "not",
    "no",
    "never",
    "none",
    "nobody",
    "nothing",
    "neither",
    "nor",
    "without",
    "hardly",
    "barely",
)
_HEDGES = (
    "may", "perhaps", "maybe", "possibly", "probably", "likely", "unlikely", "allegedly", "alleged", "reportedly",
    "apparently", "supposedly", "some", "most", "many", "few", "several", "almost", "nearly", "roughly",
    "approximately", "only", "merely", "if", "unless", "until", "except", "often", "sometimes", "usually",
    "generally", "partly", "largely", "mainly", "temporarily", "potentially", "seem", "appear",
)  # fmt: skip
QUALIFIERS = frozenset((*NEGATIONS, *_HEDGES))
_SAME = {
    "might": "may",
    "could": "may",
    "cannot": "not",
    "seems": "seem",
    "appears": "appear",
    "seemed": "seem",
}

Span = tuple[int, int]


class Alignment(NamedTuple):
    """Two stretches of words laid side by side: pairs of places with equal words, in order."""

    here: Span
    there: Span
    pairs: tuple[tuple[int, int], ...]

    @property
    def similarity(self) -> float:
        """The part of both wordings that is shared, from 0 to 1 (Dice 1945)."""
        size = self.here[1] - self.here[0] + self.there[1] - self.there[0]
        return 2 * len(self.pairs) / size if size else 0.0

    @property
    def inner(self) -> bool:
        """Whether the first has words of its own between those in common."""
        return self.pairs[-1][0] - self.pairs[0][0] + 1 > len(self.pairs)


def align(words: Words, here: Span, there: Span) -> Alignment:
    """The longest common subsequence of two stretches of words (Hirschberg 1975)."""
    from rapidfuzz.distance import Indel

    ours, theirs = words.keys[slice(*here)].tolist(), words.keys[slice(*there)].tolist()
    pairs = [
        (here[0] + step.src_start + n, there[0] + step.dest_start + n)
        for step in Indel.opcodes(ours, theirs)
        if step.tag == "equal"
        for n in range(step.src_end - step.src_start)
    ]
    return Alignment(here, there, tuple(pairs))


def longest_run(words: Words, alignment: Alignment) -> Span:
    """The longest run of common words without a difference, as places in the first wording."""
    best = run = (alignment.here[0], alignment.here[0])
    last = (-2, -2)
    for a, b in alignment.pairs:
        run = (run[0], a + 1) if (a - 1, b - 1) == last else (a, a + 1)
        best = max(best, run, key=lambda span: span[1] - span[0])
        last = (a, b)
    return best


def relation(alignment: Alignment, *, lost: tuple[int, int] = (0, 0)) -> str:
    """How the first of two quoted wordings stands to the fuller second one.

    ``verbatim``: the same words; ``trimmed``: some of them; ``extended``: it also goes on where the other ends;
    ``reworded``: the words differ in between. ``lost``: how many words of each stand where the other has a gap.
    """
    ours = alignment.here[1] - alignment.here[0] - lost[0]
    theirs = alignment.there[1] - alignment.there[0] - lost[1]
    shared = len(alignment.pairs)
    if shared == ours == theirs:
        return "verbatim"
    if shared == ours:
        return "trimmed"
    if alignment.inner:
        return "reworded"
    return "extended"


def edited(words: Words, alignment: Alignment) -> str:
    """The differences as wdiff writes them, from the fuller wording to the first: ``[-cut-]{+put in+}``."""
    told: list[str] = []
    a, b = alignment.here[0], alignment.there[0]
    for c, d in (*alignment.pairs, (alignment.here[1], alignment.there[1])):
        cut, new = words.written(b, d), words.written(a, c)
        if cut or new:
            told.append((f"[-{cut}-]" if cut else "") + (f"{{+{new}+}}" if new else ""))
        a, b = c + 1, d + 1
    return " … ".join(told)


def qualifiers(words: Words, span: Span) -> list[str]:
    """The negations and qualifiers of a stretch, in order, each once.

    ``can't`` and ``didn't`` count as ``not``; ``might`` and ``could`` as ``may``.
    """
    found = []
    for place in range(*span):
        if words.keys[place] >= len(words.vocabulary):
            continue
        word = words.word(place)
        word = "not" if word.endswith("n't") else _SAME.get(word, word)
        if word in QUALIFIERS and word not in found:
            found.append(word)
    return found
