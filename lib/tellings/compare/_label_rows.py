"""The rows that labels are made of: what one article calls each actor, and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

import pandas as pd

from tellings.compare._actors import Actor, Mention, Named, Names, actor
from tellings.compare._callings import callings
from tellings.compare._deeds import deeds
from tellings.compare._descriptions import Descriptions, Roles, holders
from tellings.compare._lemmas import infinitive
from tellings.compare._lines import Columns, columns_by_article
from tellings.compare._noun_phrases import Phrase, is_quantity, is_time, longer, mended, phrases
from tellings.read._clauses import Token, fold
from tellings.read._speech_words import PRONOUNS

if TYPE_CHECKING:
    from tellings.read import Reading

# The readers' columns that labels are made from.
_COLUMNS = {
    "people": ("start", "end", "person", "form", "role"),
    "sentences": ("start", "end"),
    "quotes": (
        "kind", "level", "person", "speaker", "speaker_start", "speaker_end", "verb", "cue_start", "cue_end",
    ),
    "organisations": ("start", "end", "name", "kind"),
    "places": ("start", "end", "name"),
}  # fmt: skip
READERS = tuple(_COLUMNS)
#: What a label loses at its ends: quotation marks and blanks.
TRIM = "“”‘’\"'`«» \n\t"
_MARKS = str.maketrans(dict.fromkeys('“”"‘«»`', ""))


class Row(NamedTuple):
    start: int
    end: int
    actor: str
    kind: str
    relation: str
    label: str
    link: str


def key(label: str) -> str:
    """A label as it is compared: in small letters, without quotation marks."""
    return label.translate(_MARKS).casefold()


def label_rows(reading: Reading, people: pd.DataFrame, roles: Roles) -> pd.DataFrame:
    """The rows of all articles, an article's in the order of its text: the columns of :class:`Row`, and ``article``.

    ``people`` are led to the corpus's names; ``roles`` holds the people who are called by each role there.
    """
    tables = {name: people if name == "people" else reading.tables[name] for name in _COLUMNS}
    columns = {name: columns_by_article(tables[name], wanted) for name, wanted in _COLUMNS.items()}
    made: list[tuple[Any, ...]] = []
    for article in reading.corpus.articles["article"].tolist():
        within = {name: of(article) for name, of in columns.items()}
        made += [(*row, article) for row in _rows(reading.corpus.text(article), within, roles)]
    found = pd.DataFrame(made, columns=[*Row._fields, "article"])
    return found.astype({"start": "int64", "end": "int64", **dict.fromkeys(found.columns[2:], "str")})


def _rows(text: str, found: Mapping[str, Columns], roles: Roles) -> list[Row]:
    """The rows of one article, from its text and what the readers found in it, in the order of the text."""
    people, sentences, quotes = found["people"], found["sentences"], found["quotes"]
    named = _named(people, found["organisations"], found["places"])
    corpus_name = dict(zip(people["form"], people["person"], strict=True))
    names = Names(named, list(_told(quotes, people, corpus_name)))
    stretches = list(_columns(sentences, "start", "end"))
    own = holders(_columns(people, "person", "role"))
    descriptions = Descriptions(named, [start for start, _ in stretches], (own, roles))
    mentions: list[list[Mention]] = []
    for sentence in fold(text, stretches, [], []):
        tokens = mended(sentence.tokens)
        number = sentence.paragraph
        within = [Mention(number, tokens, one, actor(tokens, one, names)) for one in phrases(tokens)]
        mentions.append([descriptions.lead(mention) for mention in within])
    made = [row for within in mentions for row in _sentence(text, within)]
    cues = list(_cues(quotes, corpus_name, mentions))
    return sorted({*cues, *_unspoken(made, cues)})


def _unspoken(made: list[Row], cues: list[Row]) -> Iterator[Row]:
    """The rows without the deeds that are speech: *said Ann Lee* is done by her, and to nobody."""
    spoken, speakers = {cue.start for cue in cues}, {(cue.start, cue.actor) for cue in cues}
    for row in made:
        speech = row.relation == "doer" and row.start in spoken
        inverted = row.relation == "target" and (row.start, row.actor) in speakers
        if not speech and not inverted:
            yield row


def _named(people: Columns, organisations: Columns, places: Columns) -> list[Named]:
    found = [
        Named(start, end, name, "person") for start, end, name in _columns(people, "start", "end", "person")
    ]
    taken = Names(found)
    for start, end, name, kind in _columns(organisations, "start", "end", "name", "kind"):
        found.append(Named(start, end, name, "organisation", kind))
    for start, end, name in _columns(places, "start", "end", "name"):
        if taken.at(start, end) is None:
            found.append(Named(start, end, name, "place"))
    return found


def _told(quotes: Columns, people: Columns, names: dict[str, str]) -> Iterator[Named]:
    """Descriptions that the reader of speech takes for a person: *the politician*."""
    ends = set(people["end"])
    for start, end, speaker, form in _columns(quotes, "speaker_start", "speaker_end", "speaker", "person"):
        if form is None or speaker is None or end is None:
            continue
        words = speaker.split()
        if len(words) > 1 and end not in ends and words[0].lower() not in PRONOUNS:
            yield Named(int(start), int(end), names.get(form, form), "person")


def _sentence(text: str, mentions: list[Mention]) -> Iterator[Row]:
    if not mentions:
        return
    tokens, found = mentions[0].tokens, [mention.phrase for mention in mentions]
    said = callings(tokens, found)
    for calling in said:
        whom, what = mentions[calling.named].actor, found[calling.saying]
        ends = longer(tokens, found, calling.saying) if calling.relation == "apposition" else []
        yield _row(text, tokens, what, whom, calling.relation, ends[-1] if ends else what.head)
    sayings = {calling.saying for calling in said if calling.relation != "is"}
    for n, mention in enumerate(mentions):
        if is_time(tokens[mention.phrase.head]) or is_quantity(tokens[mention.phrase.head]):
            continue
        if n not in sayings:
            yield from _described(text, mention)
            for last in longer(tokens, found, n):
                yield _row(text, tokens, mention.phrase, mention.actor, "longer", last)
        for deed in deeds(tokens, mention.phrase):
            verb, who = tokens[deed.verb], mention.actor
            yield Row(
                verb.start,
                verb.end,
                who.name,
                who.kind,
                deed.relation,
                infinitive(verb.text.lower()),
                who.link,
            )


def _described(text: str, mention: Mention) -> Iterator[Row]:
    who, phrase = mention.actor, mention.phrase
    row = _row(text, mention.tokens, phrase, who, "name", phrase.head)
    noun = who.kind in ("group", "thing") and " " not in row.label
    if noun or key(row.label) == key(who.name) or (who.kind == "person" and _only_name(mention)):
        yield row
    else:
        yield row._replace(relation="described")


def _only_name(mention: Mention) -> bool:
    """Whether a phrase for a person holds the name and titles such as Mr, and nothing that describes."""
    words = [token.text for token in mention.tokens[mention.phrase.lead : mention.phrase.head + 1]]
    parts = {part.casefold() for part in mention.actor.name.replace("-", " ").split()}
    rest = [word for word in words if word.casefold() not in parts and not _initial(word)]
    return mention.actor.link == "named" and all(word.rstrip(".").lower() in _POLITE for word in rest)


_POLITE = frozenset(["mr", "mrs", "ms", "miss", "sir", "dame", "lord", "lady", "dr"])


def _initial(word: str) -> bool:
    return len(word.rstrip(".")) == 1


def _row(text: str, tokens: list[Token], phrase: Phrase, who: Actor, relation: str, last: int) -> Row:
    end = tokens[last].end
    start = _past_quotation(text, tokens[phrase.lead].start, end)
    label = " ".join(text[start:end].strip(TRIM).split())
    return Row(start, end, who.name, who.kind, relation, label, who.link)


def _past_quotation(text: str, start: int, end: int) -> int:
    """Where a phrase begins that starts in a quotation and ends behind it: *“calm and heroic” response*."""
    part = text[start:end]
    cut = part.rfind("”") if part.count("”") > part.count("“") else -1
    straight = part.rfind('"')
    if part.count('"') % 2 and straight > 0 and not part[straight - 1].isspace():
        cut = max(cut, straight)
    behind = part[cut + 1 :]
    return end - len(behind.lstrip()) if cut >= 0 and behind.strip(TRIM) else start


def _cues(quotes: Columns, names: dict[str, str], mentions: list[list[Mention]]) -> Iterator[Row]:
    ends = {one.tokens[one.phrase.head].end: one.actor for within in mentions for one in within}
    columns = ("kind", "level", "cue_start", "cue_end", "verb", "speaker_end", "person")
    for kind, level, start, end, verb, speaker_end, person in _columns(quotes, *columns):
        if kind not in ("direct", "indirect") or level not in ("whole", "joined"):
            continue
        if verb is None or start is None or speaker_end is None:
            continue
        known = Actor(names.get(person, person), "person") if isinstance(person, str) else None
        who = known or ends.get(int(speaker_end))
        if who:
            yield Row(int(start), int(end), who.name, who.kind, "cue", verb, who.link)


def _columns(found: Columns, *names: str) -> Iterator[tuple[Any, ...]]:
    """The rows of some columns."""
    return zip(*(found[name] for name in names), strict=True)
