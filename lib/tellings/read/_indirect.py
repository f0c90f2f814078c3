"""Indirect speech: what the newsroom says in its own words that somebody said, vowed, denied or wanted."""

from __future__ import annotations

from typing import NamedTuple

from tellings.read import _clauses
from tellings.read._attribution import Attribution, of_verb
from tellings.read._clauses import Token
from tellings.read._cues import Cue, cue
from tellings.read._document import Document
from tellings.read._phrases import is_pronoun, nounlike, phrase_after
from tellings.read._remembered import Remembered
from tellings.read._speech_words import DEEDS, NAMING, OF_WORDS, OTHERS_TO, SILENT, TIMES, TO
from tellings.read._verbs import verb_at

_LONGEST = 120  # tokens of a sentence that are looked at
_ENDS = frozenset((".", "?", "!", ";"))
# What may stand between a cue and its clause: *said* on Friday *that*, *told* the BBC *that*, *warned* ministers *to*.
_GAP = 9
_GERUND = frozenset(("of", "for", "about", "from", "without", "than"))
_WISHES = frozenset(("thinking", "committing", "directing"))
_AUTHORS = frozenset(("i", "we", "you", "who"))
_TURNS = frozenset(
    ("but", "though", "although", "while", "whereas", "as", "after", "before", "when", "which", "who")
)
# Verbs whose object is itself what was said of it: *slammed the deal*, *denied the claim*, *backs the plan*.
_OF_THINGS = frozenset(("attacking", "praising", "directing", "doubting", "conceding", "endorsing"))


class Reported(NamedTuple):
    """What is reported, and by whom it was said."""

    start: int
    end: int
    said: Attribution


def find(document: Document) -> list[Reported]:
    """The indirect speech of a document in the order of the text."""
    found: list[Reported] = []
    signs = _signs
    for tokens, _, _ in document(_clauses.find):
        if len(tokens) > _LONGEST:
            tokens = tokens[:_LONGEST]
        places = [j for j, token in enumerate(tokens) if signs[token[2]]]
        if places:
            found += _cued(tokens, places)
            found += _according(tokens, places)
    return found


_signs = Remembered(lambda word: cue(word) is not None or word.lower() == "according")


def _cued(tokens: list[Token], places: list[int]) -> list[Reported]:
    """What is reported by the cues that may stand at some places."""
    cues = [(j, known) for j in places if j and (known := verb_at(tokens, j))]
    found: list[Reported] = []
    for j, known in cues:
        if (known.verb in DEEDS and not _that(tokens, j)) or _tells_nothing(tokens, j, known):
            continue
        inverted = _inverted(tokens, j, known)
        if inverted:
            found.append(inverted)
            continue
        said = of_verb(tokens, j, known)
        content = said and _content(tokens, j, known, said, [other for other, _ in cues])
        named = known.verb in NAMING and content and any(t.quote is not None for t in tokens[content[0] :])
        if said and content and not named and not _own(tokens, said) and _is_words(tokens, *content):
            found.append(Reported(tokens[content[0]].start, tokens[content[1]].end, said))
    return [one for k, one in enumerate(found) if not _echoes(one, found[:k])]


def _echoes(one: Reported, earlier: list[Reported]) -> bool:
    """Whether a thought stands within what is reported already: *said he* **wants to go**."""
    return one.said.group == "thinking" and any(other.start <= one.start < other.end for other in earlier)


def _tells_nothing(tokens: list[Token], j: int, known: Cue) -> bool:
    """Whether a verb reports nothing where it stands: *anyone hoping to*, *the risk of asking*, *pleaded guilty*."""
    before = tokens[j - 1]
    if known.form == "ing":
        gerund = before.tag == "IN" and before.text.lower() in _GERUND
        noun = before.tag in ("NN", "NNS", "DT") or is_pronoun(before)
        return gerund or (noun and known.group in _WISHES)
    if known.verb == "plead":
        return any(token.text.lower() in ("guilty", "innocent") for token in tokens[j + 1 : j + 3])
    return known.form == "base" and before.text == "-"


def _own(tokens: list[Token], said: Attribution) -> bool:
    """Whether the newsroom itself speaks, or turns to its readers: *I believe*, *you ask*."""
    speaker = said.speaker
    first = next((token for token in tokens if speaker and token.start == speaker[0]), None)
    alone = first is not None and speaker is not None and first.end == speaker[1]
    return alone and first is not None and first.text.lower() in _AUTHORS


def _that(tokens: list[Token], j: int) -> bool:
    return any(token.text.lower() == "that" and token.tag == "IN" for token in tokens[j + 1 : j + 4])


def _content(
    tokens: list[Token], j: int, known: Cue, said: Attribution, cues: list[int]
) -> tuple[int, int] | None:
    """The tokens of what is reported: behind the cue, or before a reporting clause at the sentence's end."""
    first = _complement(tokens, j, known)
    if first is not None:
        return first, _end(tokens, first, cues)
    return _fronted(tokens, j, known, said)


def _complement(tokens: list[Token], j: int, known: Cue) -> int | None:
    """Where the complement of a cue starts; None where it has none."""
    if j + 1 >= len(tokens) or tokens[j + 1].text in _ENDS:
        return None
    gap = 2 if known.verb == "claim" else _GAP  # *claimed* a prize *that* nobody had won
    for k in range(j + 1, min(j + 1 + gap, len(tokens))):
        token = tokens[k]
        word = token.text.lower()
        if token.quote is not None or word in _ENDS or word in (",", ":", "—", "–"):
            break
        if (word == "that" and token.tag != "WDT" and not _has_verb(tokens[j + 1 : k])) or (
            word in ("whether", "how", "why", "if") and k - j < 4
        ):
            return k
        if word == "to" and _infinitive(tokens, k) and (known.verb in OTHERS_TO or k == j + 1):
            return k if known.verb in TO or known.verb in OTHERS_TO else None
    return _bare(tokens, j, known)


def _infinitive(tokens: list[Token], k: int) -> bool:
    return k + 1 < len(tokens) and (tokens[k + 1].tag in ("VB", "VBP") or tokens[k + 1].quote is not None)


def _bare(tokens: list[Token], j: int, known: Cue) -> int | None:
    """*said he would*, *denounced the deal*: a clause or an object right behind the cue."""
    k = j + 1
    while k < len(tokens) and (tokens[k].tag == "RB" or tokens[k].text.lower() in TIMES):
        k += 1
    if k >= len(tokens) or known.verb in SILENT:
        return None
    token = tokens[k]
    starts = nounlike(token) or is_pronoun(token) or token.tag in ("PRP", "EX", "VBG")
    if not starts:
        return None
    if (known.group in _OF_THINGS and known.verb != "claim") or known.verb in NAMING:
        return k
    if known.verb in ("tell", "ask", "address"):
        return None
    if known.verb == "claim" and not _clause_of(tokens, k):
        return None
    return k if known.verb in OF_WORDS or _has_verb(tokens[k + 1 : k + 20]) else None


def _clause_of(tokens: list[Token], k: int) -> bool:
    """Whether a subject with its verb stands here and no mere object: *claim* asylum, a prize, lives."""
    phrase = phrase_after(tokens, k, min(len(tokens), k + 20))
    i = phrase.last + 1 if phrase else len(tokens)
    while i < len(tokens) and tokens[i].tag.startswith("RB"):
        i += 1
    return i < len(tokens) and tokens[i].tag in ("VBD", "VBZ", "VBP", "MD")


def _has_verb(tokens: list[Token]) -> bool:
    return any(token.tag in ("VBD", "VBZ", "VBP", "MD") for token in tokens)


def _has_deed(tokens: list[Token]) -> bool:
    return any(token.tag in ("VBD", "VBZ", "VBP", "MD", "VBN") for token in tokens)


def _end(tokens: list[Token], first: int, cues: list[int]) -> int:
    """The last token of a complement: before the sentence's end, or before the next clause that reports."""
    last = first
    for k in range(first, len(tokens)):
        word = tokens[k].text.lower()
        if word in (";", "—") or (word == "," and _turns(tokens, k, cues)):
            break
        if word in ("and", "but") and _next_cue(tokens, k, cues):
            break
        if word not in (",", ".", "?", "!"):
            last = k
    return last


def _turns(tokens: list[Token], k: int, cues: list[int]) -> bool:
    """Whether a comma ends the report: *, adding …*, *, though she denied …*."""
    if k + 1 >= len(tokens):
        return True
    word = tokens[k + 1].text.lower()
    return (
        word in _TURNS or _next_cue(tokens, k, cues) or (tokens[k + 1].tag == "VBG" and word != "including")
    )


def _next_cue(tokens: list[Token], k: int, cues: list[int]) -> bool:
    nearby = range(k + 1, min(k + 4, len(tokens)))
    return any(j in nearby and all(tokens[i].tag.startswith("RB") for i in range(k + 1, j)) for j in cues)


def _fronted(tokens: list[Token], j: int, known: Cue, said: Attribution) -> tuple[int, int] | None:
    """*The bridge will close, the mayor said*; *the bridge, she said, will close*: what stands round the clause."""
    if said.speaker is None or known.form == "ing":
        return None
    first = min(j, next((k for k in range(j) if tokens[k].start >= said.speaker[0]), j))
    if first < 2 or tokens[first - 1].text not in (",", "—", "–") or tokens[first - 2].quote is not None:
        return None
    following = tokens[j + 1].text.lower() if j + 1 < len(tokens) else "."
    if following not in (".", ",", "?") and following not in TIMES:
        return None
    words = (k for k in range(first) if tokens[k].quote is not None or tokens[k].text[0].isalnum())
    begin = next(words, None)
    if begin is None:
        return None
    if _has_deed(tokens[begin : first - 1]):
        quoted = following == "," and j + 2 < len(tokens) and tokens[j + 2].quote is not None
        return None if quoted else (begin, first - 2)
    rest = following == "," and _has_verb(tokens[j + 2 :]) and all(t.quote is None for t in tokens[j + 2 :])
    return (begin, _last_word(tokens)) if rest else None


def _inverted(tokens: list[Token], j: int, known: Cue) -> Reported | None:
    """*The bridge will close, said Ada Brook*."""
    if (
        j < 3
        or tokens[j - 1].text != ","
        or known.form not in ("past", "s")
        or tokens[j - 2].quote is not None
    ):
        return None
    phrase = phrase_after(tokens, j + 1, min(len(tokens), j + 25))
    named = phrase and (tokens[phrase.first].text[0].isupper() or tokens[phrase.first].tag in ("DT", "PRP"))
    if phrase is None or not named or not _has_verb(tokens[: j - 1]):
        return None
    if phrase.last + 1 < len(tokens) and tokens[phrase.last + 1].text not in ",.":
        return None
    span = (tokens[phrase.first].start, tokens[phrase.last].end)
    said = Attribution(span, (tokens[j].start, tokens[j].end), known.verb, known.group, "after")
    return Reported(tokens[0].start, tokens[j - 2].end, said)


def _according(tokens: list[Token], places: list[int]) -> list[Reported]:
    for j in places:
        if (
            tokens[j].text.lower() == "according"
            and j + 2 < len(tokens)
            and tokens[j + 1].text.lower() == "to"
        ):
            phrase = phrase_after(tokens, j + 2, len(tokens))
            if phrase is None:
                return []
            span = (tokens[phrase.first].start, tokens[phrase.last].end)
            said = Attribution(
                span, (tokens[j].start, tokens[j + 1].end), "according to", "neutral", "around"
            )
            comma = next((k for k in range(phrase.last + 1, len(tokens)) if tokens[k].text == ","), None)
            before = j - 2 if j > 1 and tokens[j - 1].text == "," else j - 1
            content = (0, before) if before > 1 else (comma + 1, _last_word(tokens)) if comma else None
            if content and content[0] <= content[1] and _is_words(tokens, *content):
                return [Reported(tokens[content[0]].start, tokens[content[1]].end, said)]
            return []
    return []


def _last_word(tokens: list[Token]) -> int:
    last = len(tokens) - 1
    while last > 0 and tokens[last].text in _ENDS:
        last -= 1
    return last


def _is_words(tokens: list[Token], first: int, last: int) -> bool:
    """Whether a stretch is more than a quotation: that is direct speech, told elsewhere."""
    words = [token for token in tokens[first : last + 1] if token.quote is None and token.text[0].isalnum()]
    return len(words) > 1 or (
        len(words) == 1 and words[0].text.lower() not in ("that", "to", "a", "the", "it", "him")
    )
