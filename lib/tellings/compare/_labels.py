"""Labels: how each outlet names and describes each person, group and thing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from tellings.compare._actors import Actor, Mention, Named, Names, actor, led
from tellings.compare._lemmas import infinitive
from tellings.compare._noun_phrases import Phrase, callings, deeds, longer, phrases
from tellings.compare._persons import canonical
from tellings.compare._voice import placed
from tellings.read import _organisations, _places, _vader
from tellings.read._clauses import Token, fold
from tellings.read._document import Document
from tellings.read._speech_words import PRONOUNS

if TYPE_CHECKING:
    from tellings.read import Reading

RELATIONS = ("name", "described", "longer", "apposition", "called", "is", "doer", "target", "cue")
_TRIM = "“”‘’\"'`«» \n\t"
_MARKS = str.maketrans(dict.fromkeys('“”"‘«»`', ""))

PLACES = {
    "article": "str", "start": "int64", "end": "int64", "actor": "str", "kind": "str", "relation": "str",
    "label": "str", "link": "str", "loaded": "str", "valence": "float64", "outlet": "str", "sentence": "int64",
    "voice": "str",
}  # fmt: skip
COLUMNS = {
    "actor": "str", "kind": "str", "relation": "str", "label": "str", "outlet": "str", "voice": "str",
    "count": "int64", "likely": "int64", "loaded": "str", "valence": "float64", "article": "str",
    "start": "int64", "end": "int64", "places": "str",
}  # fmt: skip


class _Row(NamedTuple):
    start: int
    end: int
    actor: str
    kind: str
    relation: str
    label: str
    link: str


def label_places(reading: Reading, *, voices: Sequence[str] = ("outlet", "quoted")) -> pd.DataFrame:
    """Every place where an actor is named, described, called something, or does or suffers a deed.

    Returns a row a place, in the order of the text: ``article, start, end``, of the label; ``actor``, a person's
    name in the corpus, an organisation's or a place's name, or the singular of a head noun; ``kind`` (person,
    organisation, place, name, group, thing); ``relation`` and ``label``, as in :func:`labels`; ``link``: ``named``
    where the words themselves name the actor, ``likely`` where a rule leads a description to it (*the newspaper*);
    ``loaded``, its words that VADER's lexicon gives a feeling, and ``valence``, the sum of theirs; ``outlet``,
    ``sentence`` and ``voice`` (:func:`tellings.compare.placed`).

    >>> from tellings.corpus import load
    >>> from tellings.read import all as read_all
    >>> found = label_places(read_all(load("seeds")))
    >>> found.loc[found["label"] == "patriot", ["actor", "relation", "voice"]].values.tolist()
    [['Nigel Farage', 'called', 'quoted']]
    """
    people = canonical(reading.people)
    parts = []
    for article in reading.corpus.articles["article"]:
        rows = _rows(reading, str(article), people[people["article"] == article])
        parts.append(pd.DataFrame(rows, columns=list(_Row._fields)).assign(article=article))
    found = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=[*_Row._fields, "article"])
    found = placed(reading, found.astype({"start": "int64", "end": "int64", "article": "str"}))
    found = found[found["voice"].isin(list(voices))]
    marked = [_loaded(row.label, row.relation) for row in found.itertuples()]
    found = found.assign(loaded=[words for words, _ in marked], valence=[valence for _, valence in marked])
    return found[list(PLACES)].astype(PLACES).reset_index(drop=True)


def labels(
    reading: Reading, *, relations: Sequence[str] = RELATIONS, voices: Sequence[str] = ("outlet", "quoted"),
    minimum: int = 1,
) -> pd.DataFrame:  # fmt: skip
    """How each outlet names and describes each actor: a row an actor, label, outlet and voice.

    ``relation`` says how the label goes with the actor:

    - ``name``: a name as it is used (*Sir Keir*), or a head noun alone (*migrants*);
    - ``described``: with what stands before it (*far-right National Rally party*, *illegal migrants*);
    - ``longer``: with what follows too (*small boats carrying migrants*, *leader of the party*);
    - ``apposition``: set off by a comma; ``called``: by a verb of naming (*called him a patriot*, *slammed the deal as
      a smokescreen*); ``is``: by *is* or *became*;
    - ``doer`` and ``target``: the verbs of which the actor is plainly the subject or the object, in their base
      form; ``cue``: the verbs by which the newsroom reports their words.

    People go by one name in the corpus, organisations and places by name, all else by the singular of the
    head noun, as group (people) or thing. Numbers and determiners before a label are left out. The words are chosen
    by their parts of speech and their neighbours, without a parser: a deed is counted only where verb and phrase
    stand side by side, so verbs are fewer than there are. Loaded words are those of VADER's lexicon (Hutto &
    Gilbert 2014), which knows feeling and not newsrooms: *party* has a cheerful figure there and is left out, and
    *regime* has none.

    Returns ``actor, kind, relation, label``, as most often written; ``outlet, voice``; ``count``, places;
    ``likely``, those of them that a rule led to the actor and no name; ``loaded`` and ``valence``, from about -4 a
    word to 4; ``article, start, end``, the first place; ``places``, all of them as ``article:start-end``. Sorted by the
    actor's number of places, actor, relation, outlet and count. Actors with fewer than ``minimum`` are left out.

    >>> from tellings.corpus import load
    >>> from tellings.read import all as read_all
    >>> found = labels(read_all(load("seeds")), relations=["described"])
    >>> found.loc[found["actor"] == "National Rally", "label"].tolist()[:2]
    ['French rightwing party', 'far-right National Rally party']
    """
    found = label_places(reading, voices=voices)
    found = found[found["relation"].isin(list(relations))]
    if found.empty:
        return pd.DataFrame({name: pd.Series([], dtype=dtype) for name, dtype in COLUMNS.items()})
    every = found.groupby("actor")["actor"].transform("size")
    found = found.assign(key=found["label"].map(_key), every=every)[every >= minimum]
    keys = ["every", "actor", "kind", "relation", "outlet", "voice", "key"]
    rows = [(*group, *_summed(part)) for group, part in found.groupby(keys, sort=True)]
    names = [*keys, "label", "count", "likely", "loaded", "valence", "article", "start", "end", "places"]
    order = {name: number for number, name in enumerate(RELATIONS)}
    made = pd.DataFrame(rows, columns=names)
    made = made.assign(place=made["relation"].map(order)).sort_values(
        ["every", "actor", "kind", "place", "outlet", "count", "key", "voice"],
        ascending=[False, True, True, True, True, False, True, True], kind="stable",
    )  # fmt: skip
    return made[list(COLUMNS)].astype(COLUMNS).reset_index(drop=True)


def _summed(part: pd.DataFrame) -> tuple[object, ...]:
    first = part.iloc[0]
    counted = part["label"].value_counts()
    label = sorted(counted[counted == counted.iloc[0]].index)[0]
    places = " ".join(f"{row.article}:{row.start}-{row.end}" for row in part.itertuples())
    likely = int((part["link"] == "likely").sum())
    return (
        label,
        len(part),
        likely,
        first["loaded"],
        first["valence"],
        first["article"],
        first["start"],
        first["end"],
        places,
    )


def _key(label: str) -> str:
    return label.translate(_MARKS).casefold()


# The article


def _rows(reading: Reading, article: str, people: pd.DataFrame) -> list[_Row]:
    text = reading.corpus.text(article)
    sentences = reading.sentences[reading.sentences["article"] == article]
    quotes = reading.quotes[reading.quotes["article"] == article]
    named = _named(reading, article, text, people)
    corpus_name = dict(zip(people["form"], people["person"], strict=True))
    names = Names(named, _told(quotes, people, corpus_name))
    stretches = [(int(s), int(e)) for s, e in zip(sentences["start"], sentences["end"], strict=True)]
    mentions: list[list[Mention]] = []
    for sentence in fold(text, stretches, [], []):
        tokens = sentence.tokens
        within = [
            Mention(sentence.paragraph, tokens, one, actor(tokens, one, names)) for one in phrases(tokens)
        ]
        mentions.append(led(within, named, [start for start, _ in stretches]))
    rows = [row for within in mentions for row in _sentence(text, within)]
    rows += _cues(quotes, corpus_name, mentions)
    return sorted(set(rows))


def _named(reading: Reading, article: str, text: str, people: pd.DataFrame) -> list[Named]:
    document = Document(text)
    found = [Named(int(row.start), int(row.end), str(row.person), "person") for row in people.itertuples()]
    taken = Names(found)
    for body in document(_organisations.find):
        found.append(Named(body.start, body.end, body.name, "organisation", body.kind))
    for place in document(_places.find):
        if taken.at(place.start, place.end) is None:
            found.append(Named(place.start, place.end, place.name, "place"))
    return found


def _told(quotes: pd.DataFrame, people: pd.DataFrame, names: dict[str, str]) -> Iterator[Named]:
    """Descriptions that the reader of speech takes for a person: *the politician*."""
    ends = set(people["end"])
    for row in quotes.dropna(subset=["person", "speaker", "speaker_end"]).itertuples():
        words = str(row.speaker).split()
        if len(words) > 1 and int(row.speaker_end) not in ends and words[0].lower() not in PRONOUNS:
            person = names.get(str(row.person), str(row.person))
            yield Named(int(row.speaker_start), int(row.speaker_end), person, "person")


def _sentence(text: str, mentions: list[Mention]) -> Iterator[_Row]:
    if not mentions:
        return
    tokens, found = mentions[0].tokens, [mention.phrase for mention in mentions]
    said = callings(tokens, found)
    for calling in said:
        whom, what = mentions[calling.named].actor, found[calling.saying]
        extended = longer(
            tokens, what, found[calling.saying + 1] if calling.saying + 1 < len(found) else None
        )
        yield _row(
            text, tokens, what, whom, calling.relation, extended if calling.relation == "apposition" else None
        )
    sayings = {calling.saying for calling in said if calling.relation != "is"}
    for n, mention in enumerate(mentions):
        phrase, who = mention.phrase, mention.actor
        if n not in sayings:
            yield from _described(text, tokens, mention, found[n + 1] if n + 1 < len(found) else None)
        for deed in deeds(tokens, phrase):
            verb = tokens[deed.verb]
            base = infinitive(verb.text.lower())
            yield _Row(verb.start, verb.end, who.name, who.kind, deed.relation, base, who.link)


def _described(text: str, tokens: list[Token], mention: Mention, following: Phrase | None) -> Iterator[_Row]:
    row = _row(text, tokens, mention.phrase, mention.actor, "name", None)
    whole = mention.actor.kind in ("group", "thing") and " " not in row.label
    bare = (
        whole
        or _key(row.label).endswith(_key(mention.actor.name))
        and len(row.label) == len(mention.actor.name)
    )
    named = bare or (mention.actor.kind == "person" and _only_name(tokens, mention))
    yield row if named else row._replace(relation="described")
    last = longer(tokens, mention.phrase, following)
    if last is not None:
        yield _row(text, tokens, mention.phrase, mention.actor, "longer", last)


def _only_name(tokens: list[Token], mention: Mention) -> bool:
    """Whether a phrase for a person holds the name and titles such as Mr, and nothing that describes."""
    words = [token.text for token in tokens[mention.phrase.lead : mention.phrase.head + 1]]
    parts = {part.casefold() for part in mention.actor.name.replace("-", " ").split()}
    rest = [word for word in words if word.casefold() not in parts and not _initial(word)]
    return mention.actor.link == "named" and all(word.rstrip(".").lower() in _POLITE for word in rest)


_POLITE = frozenset(["mr", "mrs", "ms", "miss", "sir", "dame", "lord", "lady", "dr"])


def _initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1


def _row(text: str, tokens: list[Token], phrase: Phrase, who: Actor, relation: str, last: int | None) -> _Row:
    first = phrase.lead
    while first < phrase.head and (tokens[first].tag == "CD" or tokens[first].text.strip(_TRIM) == ""):
        first += 1
    start, end = tokens[first].start, tokens[phrase.head if last is None else last].end
    label = " ".join(text[start:end].strip(_TRIM).split())
    return _Row(start, end, who.name, who.kind, relation, label, who.link)


def _cues(quotes: pd.DataFrame, names: dict[str, str], mentions: list[list[Mention]]) -> Iterator[_Row]:
    ends = {one.tokens[one.phrase.head].end: one.actor for within in mentions for one in within}
    told = quotes[quotes["kind"].isin(["direct", "indirect"]) & quotes["level"].isin(["whole", "joined"])]
    for row in told.dropna(subset=["verb", "cue_start", "speaker_end"]).itertuples():
        who = ends.get(int(row.speaker_end))
        if isinstance(row.person, str):
            who = Actor(names.get(row.person, row.person), "person")
        if who:
            yield _Row(
                int(row.cue_start), int(row.cue_end), who.name, who.kind, "cue", str(row.verb), who.link
            )


# Feeling


@cache
def _feeling(word: str) -> float:
    return float(_vader.analyzer().lexicon.get(word, 0.0)) if word not in _NEUTRAL else 0.0


# Words of politics that the lexicon knows from parties, playgrounds and card games.
_NEUTRAL = frozenset(
    ["party", "parties", "united", "security", "interest", "interests", "please", "like", "play", "share", "shares",
     "court", "grand", "number", "top", "chance", "value", "values", "natural", "energy", "demand"]
)  # fmt: skip


def _loaded(label: str, relation: str) -> tuple[str, float]:
    """The words of a label with a figure in the lexicon, names apart, and the sum of their figures."""
    words = [word.strip(_TRIM + ".,") for part in label.split() for word in part.split("-")]
    found = [word for word in words if word.islower() and _feeling(word)]
    return ", ".join(found), round(sum(_feeling(word) for word in found), 2)
