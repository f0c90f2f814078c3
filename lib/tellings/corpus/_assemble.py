"""Articles as read, and what was said of them, to the tables of a corpus."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import pandas as pd

from tellings.corpus import _names
from tellings.corpus._checks import SILENT, checks, count_words
from tellings.corpus._clean import clean
from tellings.corpus._corpus import Corpus
from tellings.corpus._dates import iso
from tellings.corpus._duplicates import duplicates
from tellings.corpus._language import language
from tellings.corpus._metadata import Metadata
from tellings.corpus._types import Article, Duplicate, Note, Problem, Warned

ARTICLE_COLUMNS: dict[str, str] = {
    "article": "str", "outlet": "str", "title": "str", "date": "str", "url": "str", "language": "str", "path": "str",
    "row": "Int64", "sha256": "str", "chars": "int64", "words": "int64", "encoding": "str", "notes": "str",
}  # fmt: skip
PROBLEM_COLUMNS = dict.fromkeys(Problem._fields, "str")
WARNING_COLUMNS = dict.fromkeys(Warned._fields, "str")
DUPLICATE_COLUMNS = {"article": "str", "other": "str", "kind": "str", "similarity": "float64"}


def assemble(articles: Sequence[Article], problems: Sequence[Problem], metadata: Metadata) -> Corpus:
    """The corpus that these articles make, under their metadata."""
    names = [_own_name(article) for article in articles]
    ids = _names.ids(names)
    fields = [{**article.source.fields, **_known(article, metadata)} for article in articles]
    outlets, repeated = _outlets(names, fields), _repeated(names, articles)
    warned = [Warned("", note.kind, note.message) for note in metadata.oddities]
    rows = []
    for i, (article, found, name, outlet) in enumerate(zip(articles, fields, ids, outlets, strict=True)):
        row, notes = _row(article, found)
        rows.append({"article": name, "outlet": outlet, **row})
        notes += _undescribed(article, metadata) + ([repeated[i]] if i in repeated else [])
        warned += [Warned(name, note.kind, note.message) for note in notes if note.kind not in SILENT]
    texts = {name: article.text for name, article in zip(ids, articles, strict=True)}
    pairs = duplicates(texts)
    warned += [_copy_warning(pair) for pair in pairs]
    order = {name: i for i, name in enumerate(ids, 1)}
    warned.sort(key=lambda warning: order.get(warning.article, 0))
    return Corpus(
        _table(rows, ARTICLE_COLUMNS),
        texts,
        _table([problem._asdict() for problem in problems], PROBLEM_COLUMNS),
        _table([warning._asdict() for warning in warned], WARNING_COLUMNS),
        _table([pair._asdict() for pair in pairs], DUPLICATE_COLUMNS),
    )


def _table(rows: Iterable[Mapping[str, object]], columns: Mapping[str, str]) -> pd.DataFrame:
    rows = list(rows)
    return pd.DataFrame(
        {name: pd.Series([row[name] for row in rows], dtype=dtype) for name, dtype in columns.items()}
    )


def _own_name(article: Article) -> str:
    """What an article is named after: its path, or in a table what its row calls itself, or its number."""
    source = article.source
    if source.row is None:
        return source.path
    called = source.fields.get("file")
    return called.replace("\\", "/") if called else f"{source.path.rpartition('.')[0]}-{source.row}.txt"


def _known(article: Article, metadata: Metadata) -> Mapping[str, str]:
    return metadata.fields.get(article.source.path, {}) if article.source.row is None else {}


def _outlets(names: Sequence[str], fields: Sequence[Mapping[str, str]]) -> list[str]:
    """The outlet each article has been given; a name of its own, different from all others, where none is."""
    known = {found["outlet"] for found in fields if "outlet" in found}
    nameless = [name for name, found in zip(names, fields, strict=True) if "outlet" not in found]
    short = iter(_names.outlets(nameless))
    outlets = []
    for found in fields:
        outlet = found.get("outlet") or next(short)
        outlets.append(outlet if "outlet" in found or outlet not in known else f"{outlet} (file)")
    return outlets


def _row(article: Article, found: Mapping[str, str]) -> tuple[dict[str, object], list[Note]]:
    """An article's columns, but for its names, and the notes that may become warnings."""
    text, source = article.text, article.source
    detected = language(text)
    words = count_words(text)
    notes = [*article.notes, *checks(text, words, found.get("language"), detected)]
    date, url = _date(found, notes), _url(found, notes)
    row: dict[str, object] = {
        "title": _title(found), "date": date, "url": url, "language": found.get("language") or detected,
        "path": source.path, "row": source.row, "sha256": article.sha256, "chars": len(text), "words": words,
        "encoding": article.encoding, "notes": "; ".join(note.message for note in article.notes),
    }  # fmt: skip
    return row, notes


def _title(found: Mapping[str, str]) -> str | None:
    return " ".join(clean(found["title"])[0].split()) if "title" in found else None


def _date(found: Mapping[str, str], notes: list[Note]) -> str | None:
    said = found.get("date")
    date = iso(said) if said else None
    if said and not date:
        notes.append(Note("date", f"{said!r} is no date that can be read in one way only; kept as given"))
    return date or said


def _url(found: Mapping[str, str], notes: list[Note]) -> str | None:
    said = found.get("url")
    if said and not said.lower().startswith(("http://", "https://")):
        notes.append(Note("url", f"{said[:80]!r} is not a web address and was left out"))
        return None
    return said


def _undescribed(article: Article, metadata: Metadata) -> list[Note]:
    if not metadata.sources or article.source.row is not None or article.source.path in metadata.fields:
        return []
    return [
        Note("metadata", f"no row of {metadata.sources[0]} names {article.source.path}; named after its file")
    ]


def _repeated(names: Sequence[str], articles: Sequence[Article]) -> dict[int, Note]:
    """The rows of tables whose own id an earlier row had: theirs is made different."""
    seen: set[str] = set()
    repeated = {}
    for i, (name, article) in enumerate(zip(names, articles, strict=True)):
        if name in seen and article.source.row is not None:
            repeated[i] = Note(
                "id", f"an earlier row has the same id, {name!r}; this one's was made different"
            )
        seen.add(name)
    return repeated


def _copy_warning(pair: Duplicate) -> Warned:
    if pair.kind == "exact":
        return Warned(pair.article, "exact duplicate", f"the same text as {pair.other}")
    message = f"nearly the same text as {pair.other} (similarity {pair.similarity:.2f})"
    return Warned(pair.article, "near duplicate", message)
