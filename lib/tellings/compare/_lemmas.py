"""Base forms: the singular of a noun and the infinitive of a verb, as headlines of tables need them."""

from __future__ import annotations

from functools import cache, lru_cache

from tellings.read._lexicon import tag

_KEPT = 1 << 15  # distinct words whose base forms are remembered
_NOUNS = {
    "men": "man", "women": "woman", "children": "child", "people": "people", "police": "police", "lives": "life",
    "wives": "wife", "knives": "knife", "thieves": "thief", "halves": "half", "leaves": "leaf", "feet": "foot",
    "teeth": "tooth", "media": "media", "news": "news", "series": "series", "politics": "politics",
    "countries": "country", "crises": "crisis", "analyses": "analysis", "data": "data", "criteria": "criterion",
    "buses": "bus", "gases": "gas", "viruses": "virus", "goods": "goods", "troops": "troops",
}  # fmt: skip

# Base forms and the forms that no rule makes from them.
_VERBS = """
be am is are was were been|have has had|do does did done|go goes went gone|say said|make made
take took taken|come came|see saw seen|get got gotten|give gave given|find found|think thought|tell told
become became|show shown|leave left|feel felt|bring brought|begin began begun|keep kept|hold held
write wrote written|stand stood|hear heard|mean meant|meet met|run ran|pay paid|sit sat|speak spoke spoken
lead led|grow grew grown|lose lost|fall fell fallen|send sent|build built|understand understood
draw drew drawn|break broke broken|spend spent|rise rose risen|drive drove driven|buy bought|wear wore worn
choose chose chosen|seek sought|throw threw thrown|catch caught|deal dealt|win won|forget forgot forgotten
fight fought|teach taught|eat ate eaten|sell sold|strike struck|shoot shot|flee fled|swear swore sworn
steal stole stolen|hide hid hidden|sink sank sunk|swim swam swum|shake shook shaken|forbid forbade forbidden
withdraw withdrew withdrawn|undergo underwent undergone|overcome overcame|overthrow overthrew overthrown
drown drowned|die died dying|lie lied lying|tie tied tying|bind bound|bleed bled|breed bred|feed fed
light lit|lend lent|bend bent|ride rode ridden|sing sang sung|ring rang rung|drink drank drunk
fly flew flown|know knew known|blow blew blown|wake woke woken|freeze froze frozen|tear tore torn
bear bore borne|sweep swept|sleep slept|weep wept|creep crept|shrink shrank shrunk|dig dug|swing swung
cling clung|slide slid|spin spun|stick stuck|beat beaten|bite bit bitten|foresee foresaw foreseen
use uses used using|mislead misled|withhold withheld|uphold upheld|overrun overran
undertake undertook undertaken|mistake mistook mistaken
"""
_HISSING = ("ses", "xes", "zes", "ches", "shes")
_PREFIXES = ("for", "under", "over", "out", "un", "re", "mis", "up", "fore")
_VOWELS = "aeiou"


@cache
def _irregular() -> dict[str, str]:
    groups = [group.split() for group in _VERBS.replace("\n", "|").split("|") if group.strip()]
    return {form: group[0] for group in groups for form in group[1:]}


@lru_cache(_KEPT)
def singular(noun: str) -> str:
    """The singular of a noun in small letters.

    >>> [singular(noun) for noun in ("migrants", "parties", "women", "boxes", "crossing", "crisis")]
    ['migrant', 'party', 'woman', 'box', 'crossing', 'crisis']
    """
    if noun in _NOUNS:
        return _NOUNS[noun]
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(_HISSING) and tag(noun[:-1]) not in ("NN", "NNP"):
        return noun[:-2]
    if noun.endswith(_HISSING) and not noun.endswith(("ses", "zes")):
        return noun[:-2]
    plural = noun.endswith("s") and not noun.endswith(("ss", "us", "is")) and len(noun) > 3
    return noun[:-1] if plural else noun


@lru_cache(_KEPT)
def infinitive(verb: str) -> str:
    """The base form of a verb in small letters.

    >>> [infinitive(verb) for verb in ("slammed", "denounced", "fled", "carries", "charged", "forgiven")]
    ['slam', 'denounce', 'flee', 'carry', 'charge', 'forgive']
    """
    if verb in _irregular():
        return _irregular()[verb]
    for prefix in _PREFIXES:
        if verb.startswith(prefix) and verb[len(prefix) :] in _irregular():
            return prefix + _irregular()[verb[len(prefix) :]]
    for ending in ("ies", "ied"):
        if verb.endswith(ending) and len(verb) > 4:
            return verb[:-3] + "y"
    if verb.endswith("s") and not verb.endswith("ss"):
        return verb[:-2] if verb.endswith((*_HISSING, "oes")) and not _verb(verb[:-1]) else verb[:-1]
    for ending in ("ed", "ing"):
        if verb.endswith(ending) and len(verb) > len(ending) + 2:
            return _from_stem(verb[: -len(ending)])
    return verb


def _from_stem(stem: str) -> str:
    """A verb without *ed* or *ing*: with its *e* again, or one of two consonants less."""
    doubled = len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in _VOWELS
    candidates = [stem[:-1], stem] if doubled and not stem.endswith(("ll", "ss", "zz", "ff")) else [stem]
    candidates.insert(0 if _wants_e(stem) else len(candidates), stem + "e")
    return next((word for word in candidates if _verb(word)), candidates[0])


# Stems that no verb ends in, unless an *e* follows.
_BARE = ("c", "v", "u", "z", "dg", "rg", "ang", "bl", "at", "ns", "rs", "ps", "ls", "ir", "ur", "ar")


def _wants_e(stem: str) -> bool:
    short = len(stem) > 2 and stem[-2] in _VOWELS and stem[-3] not in _VOWELS and stem[-1] in "sgkmpd"
    return stem.endswith(_BARE) or short


def _verb(word: str) -> bool:
    return tag(word) in ("VB", "VBP")
