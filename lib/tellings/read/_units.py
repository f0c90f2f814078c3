"""Units of measurement and currencies: how newspapers write them, and one name for each."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from tellings.read._lexemes import Lexemes

# kind: name = ways of writing it; plurals in -s are understood. Names are those of the International System
# of Units in British spelling where it has one.
_WRITTEN = """
percent: percentage = % | percent | per cent | pc | pct | percentage
percent: percentage point = percentage point | per cent point | percent point | pp | ppt
percent: basis point = basis point | bp | bps
percent: per mille = ‰
duration: second = second | sec | secs
duration: millisecond = millisecond | ms | msec
duration: minute = minute | min | mins
duration: hour = hour | hr | hrs
duration: day = day
duration: week = week | wk | wks
duration: fortnight = fortnight
duration: month = month | mth | mths
duration: quarter = quarter
duration: year = year | yr | yrs
duration: decade = decade
duration: century = century | centuries
duration: millennium = millennium | millennia
age: year of age = year - old | year old | yr - old | yr old
age: month of age = month - old | month old
age: week of age = week - old | week old
age: day of age = day - old | day old
measure: metre = metre | meter | m
measure: kilometre = kilometre | kilometer | km | kms
measure: centimetre = centimetre | centimeter | cm | cms
measure: millimetre = millimetre | millimeter | mm
measure: micrometre = micrometre | micrometer | micron | μm | µm
measure: nanometre = nanometre | nanometer | nm
measure: mile = mile | mi
measure: nautical mile = nautical mile
measure: foot = foot | feet | ft
measure: inch = inch | inches
measure: yard = yard | yd | yds
measure: furlong = furlong
measure: light-year = light year | light - year
measure: acre = acre
measure: hectare = hectare | ha
measure: litre = litre | liter | l
measure: millilitre = millilitre | milliliter | ml
measure: centilitre = centilitre | cl
measure: gallon = gallon | gal
measure: pint = pint
measure: barrel = barrel | bbl
measure: gram = gram | gramme | g
measure: kilogram = kilogram | kilogramme | kilo | kg | kgs
measure: milligram = milligram | mg
measure: microgram = microgram | μg | µg | mcg
measure: tonne = tonne
measure: ton = ton
measure: megatonne = megatonne | mt
measure: ounce = ounce | oz
measure: pound-mass = lb | lbs
measure: stone = stone
measure: carat = carat
measure: degree = degree | ° | deg
measure: celsius = degree celsius | degree centigrade | degree c | ° c | celsius | centigrade | c
measure: fahrenheit = degree fahrenheit | degree f | ° f | fahrenheit | f
measure: kelvin = kelvin
measure: mile per hour = mph | m . p . h | mile an hour | miles an hour
measure: kilometre per hour = kmh | kph | kmph | km / h
measure: mile per gallon = mpg
measure: knot = knot | kt | kts
measure: horsepower = horsepower | hp | bhp
measure: watt = watt | w
measure: kilowatt = kilowatt | kw
measure: megawatt = megawatt | mw
measure: gigawatt = gigawatt | gw
measure: terawatt = terawatt | tw
measure: kilowatt-hour = kilowatt hour | kilowatt - hour | kwh
measure: megawatt-hour = megawatt hour | megawatt - hour | mwh
measure: gigawatt-hour = gigawatt hour | gigawatt - hour | gwh
measure: terawatt-hour = terawatt hour | terawatt - hour | twh
measure: ampere = ampere | amp | a
measure: milliampere-hour = mah | milliamp hour
measure: volt = volt | v
measure: kilovolt = kilovolt | kv
measure: joule = joule | j
measure: kilojoule = kilojoule | kj
measure: calorie = calorie | cal
measure: kilocalorie = kilocalorie | kcal
measure: mega british thermal unit = mmbtu
measure: british thermal unit = btu
measure: newton = newton
measure: newton-metre = newton metre | newton - metre | nm of torque
measure: pascal = pascal
measure: kilopascal = kilopascal | kpa
measure: megapascal = megapascal | mpa
measure: hectopascal = hectopascal | hpa
measure: millibar = millibar | mb of pressure
measure: bar = bar
measure: pound per square inch = psi
measure: kilopound per square inch = ksi
measure: hertz = hertz | hz
measure: kilohertz = kilohertz | khz
measure: megahertz = megahertz | mhz
measure: gigahertz = gigahertz | ghz
measure: decibel = decibel | db
measure: lumen = lumen
measure: pixel = pixel | px
measure: megapixel = megapixel | mp
measure: byte = byte
measure: kilobyte = kilobyte | kb
measure: megabyte = megabyte | mb
measure: gigabyte = gigabyte | gb
measure: terabyte = terabyte | tb
measure: bit = bit
measure: kilobit per second = kbps
measure: megabit per second = mbps
measure: gigabit per second = gbps
measure: revolution per minute = rpm
measure: part per million = part per million | ppm
measure: part per billion = part per billion | ppb
measure: point = point | pt | pts
measure: count = time
"""
_MONEY = """
dollar = dollar | $ | us $ | $ us | usd | us dollar | american dollar | buck
pound sterling = £ | gbp | ps | pound sterling | sterling | british pound | quid
euro = € | eur | euro
cent = cent | ¢ | us cent
penny = penny | pence | p
australian dollar = a $ | $ a | au $ | aud | australian dollar
canadian dollar = c $ | $ c | ca $ | cad | canadian dollar | cdn $
new zealand dollar = nz $ | $ nz | nzd | new zealand dollar
hong kong dollar = hk $ | hkd | hong kong dollar
singapore dollar = s $ | sgd | singapore dollar
taiwan dollar = nt $ | twd | taiwan dollar | new taiwan dollar
japanese yen = ¥ | y = | jpy | yen | japanese yen
chinese yuan = cny | rmb | yuan | chinese yuan | renminbi
indian rupee = ₹ | rs | inr | rupee | indian rupee
swiss franc = chf | swiss franc
swedish krona = sek | swedish krona | swedish crown | kronor | krona
norwegian krone = nok | norwegian krone | norwegian crown
danish krone = dkk | danish krone | danish crown | kroner | krone
russian ruble = ₽ | rub | rouble | ruble | russian rouble
brazilian real = r $ | brl | reais | brazilian real
south african rand = zar | rand
mexican peso = mxn | mexican peso
philippine peso = php | philippine peso
south korean won = ₩ | krw | south korean won | won
turkish lira = try | lira | turkish lira
malaysian ringgit = rm | myr | ringgit | malaysian ringgit
thai baht = thb | baht | ฿
indonesian rupiah = idr | rp | rupiah
polish zloty = pln | zloty | złoty
czech koruna = czk | czech koruna | czech crown
hungarian forint = huf | forint
shekel = ₪ | ils | nis | shekel
united arab emirates dirham = aed | dirham
saudi riyal = sar | riyal
egyptian pound = egp | egyptian pound
nigerian naira = ₦ | ngn | naira
pakistani rupee = pkr | pakistani rupee
ukrainian hryvnia = uah | hryvnia
albanian lek = lek
croatian kuna = hrk | kuna | kn
peso = peso
franc = franc
rupee = rupees
bitcoin = btc | bitcoin | ₿
"""
_TIMES = {"second", "minute", "hour", "day", "night", "week", "month", "quarter", "season", "year", "decade"}
_SHARES = {"share", "barrel", "tonne", "ton", "ounce", "litre", "gallon", "head", "person", "piece", "pop",
           "unit", "kilo", "kilogram", "mile", "pound", "lb", "bushel", "acre", "bottle", "pint"}  # fmt: skip
_PAID = set(
    "pay pays paid paying cost costs costing fine fined fines worth price priced spend spent spending raise "
    "raised raising earn earned earning charge charged fee fees owed owe salary bonus reward tax debt prize".split()
)
LONGEST = 6  # lexemes in the longest way of writing a unit


class Unit(NamedTuple):
    """A unit's name and kind, and the place after its last lexeme."""

    name: str
    kind: str
    last: int


@cache
def _table() -> dict[tuple[str, ...], tuple[str, str]]:
    """Ways of writing a unit, lexeme by lexeme, to its name and kind."""
    table: dict[tuple[str, ...], tuple[str, str]] = {}
    lines = _WRITTEN.strip().splitlines() + [f"money: {line}" for line in _MONEY.strip().splitlines()]
    for line in lines:
        kind, _, rest = line.partition(": ")
        name, _, written = rest.partition(" = ")
        for way in written.split(" | "):
            first, *rest_of_way = way.split()
            table[(first, *rest_of_way)] = (name, kind)
            if rest_of_way and first.isalpha():
                table[(first + "s", *rest_of_way)] = (name, kind)
    return table


def singular(word: str) -> str:
    """A noun in small letters without the plural's ending.

    >>> [singular(word) for word in ("migrants", "countries", "losses", "people", "children", "crises")]
    ['migrant', 'country', 'loss', 'people', 'child', 'crisis']
    """
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 2:
        return word[:-1]
    return word


_IRREGULAR = {
    "children": "child", "men": "man", "women": "woman", "feet": "foot", "teeth": "tooth", "mice": "mouse",
    "crises": "crisis", "analyses": "analysis", "bases": "base", "wives": "wife", "lives": "life",
    "knives": "knife", "thieves": "thief", "halves": "half", "shelves": "shelf", "wolves": "wolf",
    "leaves": "leaf", "loaves": "loaf", "heroes": "hero", "potatoes": "potato", "tomatoes": "tomato",
    "vetoes": "veto", "buses": "bus", "gases": "gas", "viruses": "virus", "movies": "movie", "ties": "tie",
    "species": "species", "series": "series", "news": "news", "policemen": "policeman",
    "firefighters": "firefighter", "clothes": "clothes", "grandchildren": "grandchild",
    "businessmen": "businessman", "servicemen": "serviceman", "businesses": "business", "statuses": "status",
    "bonuses": "bonus", "campuses": "campus", "aliases": "alias", "axes": "axe", "criteria": "criterion",
}  # fmt: skip


def simple(words: Lexemes, place: int) -> Unit | None:
    """The longest unit written at a place."""
    table = _table()
    lows = [words.low(place + step) for step in range(LONGEST)]
    for length in range(LONGEST, 0, -1):
        key = tuple(lows[:length])
        found = table.get(key) or (len(key[-1]) > 3 and table.get((*key[:-1], singular(key[-1])))) or None
        if found and _stands(words, place, length):
            return Unit(*found, place + length)
    return None


def _stands(words: Lexemes, place: int, length: int) -> bool:
    """Whether a short way of writing a unit is written where it can only be one."""
    word = words.at(place)
    if word.text == "°" or length > 1:
        return True
    if word.low in {"a", "t", "w", "j", "v", "f", "c"} and not (word.capital and (word.glued or words.low(place + 1) == "/")):
        return False
    if word.text in {"Stone", "Yard", "Foot", "Bar", "Rand", "Mile", "Point", "Sterling", "Knot", "Day"}:
        return False
    if word.low in {"m", "l", "g"}:
        return word.text in {"m", "g", "l", "L"} and (word.glued or word.text == "m")
    if word.low in {"in", "us", "won", "try", "all", "ps", "rm", "bar", "y"}:
        return word.low == "won" and not words.at(place + 1).low.isalpha()
    return not (word.low == "rand" and word.capital)


def at(words: Lexemes, place: int) -> Unit | None:
    """The unit at a place, compound units such as ``dollars a barrel`` included."""
    squared = {"square": "square ", "sq": "square ", "cubic": "cubic "}.get(words.low(place), "")
    if squared:
        step = 2 if words.low(place + 1) == "." else 1
        base = simple(words, place + step)
        if base is None or base.kind != "measure":
            return None
        return over(words, Unit(squared + base.name, base.kind, base.last))
    found = simple(words, place)
    return over(words, found) if found else None


def over(words: Lexemes, unit: Unit) -> Unit:
    """The unit with what it is counted by: ``per day``, ``a barrel``, ``/cm2``."""
    joint, following = words.low(unit.last), words.at(unit.last + 1)
    if joint == "/" and following.word:
        under = simple(words, unit.last + 1)
        if under is None:
            return unit
        power, last = words.at(under.last), under.last
        name = under.name
        if power.text in {"2", "3"} and power.glued:
            name, last = {"2": "square ", "3": "cubic "}[power.text] + name, last + 1
        return Unit(f"{unit.name} per {name}", unit.kind, last)
    if joint == "per" and following.word and following.low not in {"cent", "se", "capita"}:
        under = at(words, unit.last + 1) or Unit(singular(following.low), "count", unit.last + 2)
        return Unit(f"{unit.name} per {under.name}", unit.kind, under.last)
    known = _TIMES | _SHARES if unit.kind == "money" else _TIMES | {"share"}
    if words.low(unit.last + 2) in {"ago", "earlier", "later", "before"}:
        return unit
    if joint in {"a", "an", "each", "every"} and singular(following.low) in known and unit.kind != "duration":
        return Unit(f"{unit.name} per {singular(following.low)}", unit.kind, unit.last + 2)
    if joint in {"a", "an"} and unit.name == "hour" and following.low in {"day", "week"}:
        return Unit(f"{unit.name} per {following.low}", unit.kind, unit.last + 2)
    return unit


def currency_before(words: Lexemes, place: int) -> tuple[str, int] | None:
    """The currency whose sign or code ends right before a place, and the place where it starts."""
    table = _table()
    sign = words.at(place - 1)
    for length in (2, 1):
        key = tuple(words.low(place - length + step) for step in range(length))
        found = table.get(key)
        if found is None or found[1] != "money":
            continue
        if length == 1 and sign.word and not _is_code(words, place):
            continue
        if length == 2 and not _is_signed(words, place):
            continue
        return found[0], place - length
    return None


def _is_signed(words: Lexemes, place: int) -> bool:
    """Whether the two lexemes before a place are one sign: ``US$``, ``C $``, but not the article of ``a $``."""
    first, second = words.at(place - 2), words.at(place - 1)
    letters = second if second.word else first
    return letters.text.isupper() and (second.glued or letters.text != "A" and not second.word)


def _is_code(words: Lexemes, place: int) -> bool:
    """Whether the word before a place is a currency's code: ``AUD1.5m``, ``EUR 20``, ``RM79``, ``Rs 500``."""
    code, number = words.at(place - 1), words.at(place)
    if code.low == "ps":
        return code.text == "PS" and number.glued
    return code.text.isupper() and (len(code.text) == 3 or number.glued) or code.text in {"Rs", "Rp"}


def pounds(words: Lexemes, place: int, value: float, scaled: bool) -> Unit | None:
    """``pounds`` at a place: money after a magnitude, from a thousand up, or where something is paid."""
    if words.low(place) not in {"pound", "pounds"}:
        return None
    near = {words.low(step) for step in range(max(0, place - 10), place + 5)}
    if scaled or value >= 1000 or near & _PAID:
        return over(words, Unit("pound sterling", "money", place + 1))
    return over(words, Unit("pound-mass", "measure", place + 1))
