"""Made articles, any number of them: ``python -m tests.benchmarks.corpus 10000 FOLDER [--format parquet]``.

Some 530 words each, by invented outlets, several to an event: those share its people, bodies and passages. Fewer
than one sentence in a hundred occurs twice, and words are drawn by Zipf's law from long lists, so that what
remembers words is helped as much as news would help it. The same seed makes the same articles, and the first n
articles are the same however many follow.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

from tests.benchmarks._patterns import patterns
from tests.benchmarks._words import names, pools

OUTLETS = (
    "The Daily Kestrel", "The Morning Sextant", "Harbour Post", "The Lantern", "Northern Ledger", "The Quill",
    "City Gazetteer", "The Weekly Compass", "Southern Echo", "The Plain Mail", "Evening Signal", "The Tribune of Ash",
)  # fmt: skip
_STRAIGHT = str.maketrans("“”‘’", "\"\"''")
_BODIES = (
    "{} Council",
    "the {} Institute",
    "{} & Co.",
    "the University of {}",
    "the {} Party",
    "{} Inc.",
    "the {} Trust",
)
_BATCH = 1000
_SIZES = (1, 1, 2, 3, 1, 5, 2, 4, 1, 8)  # articles of an event


class Article(NamedTuple):
    """A made article, as a row of a table of articles."""

    file: str
    outlet: str
    title: str
    date: str
    text: str


class Event(NamedTuple):
    """What the articles of an event share: its random numbers, its names, its passages and its day."""

    rng: random.Random
    lists: dict[str, list[str]]
    passages: list[str]
    day: date


def articles(n: int, *, seed: int = 0) -> Iterator[Article]:
    """The first ``n`` articles, one after another.

    >>> [article.file for article in articles(3)]
    ['0000000-0', '0000001-0', '0000002-0']
    """
    return islice(_endless(seed), n)


def texts(n: int, *, seed: int = 0) -> list[str]:
    """The texts alone, all at once."""
    return [article.text for article in articles(n, seed=seed)]


def _endless(seed: int) -> Iterator[Article]:
    number = 0
    while True:
        event = _event(random.Random(f"{seed}-{number}"))
        outlets = event.rng.sample(OUTLETS, _SIZES[number % len(_SIZES)])
        for count, outlet in enumerate(outlets):
            yield _article(event, f"{number:07d}-{count}", outlet)
        number += 1


def _event(rng: random.Random) -> Event:
    given, family = names()
    people = [(rng.choice(given), rng.choice(family)) for _ in range(4)]
    places = rng.choices(pools()["GPE"], k=3)
    lists = pools() | {
        "P": [" ".join(person) for person in people],
        "S": [person[1] for person in people],
        "O": [rng.choice(_BODIES).format(place) for place in (*places[:2], people[0][1])],
        "GPE": places * 3 + rng.choices(pools()["GPE"], k=3),
    }
    bare = Event(rng, lists, [], date(2024, 1, 1) + timedelta(days=rng.randrange(730)))
    return bare._replace(
        passages=[_fill(bare, "shared") for _ in range(4)] + [_fill(bare, "quoted") for _ in range(3)]
    )


@cache
def _compiled(kind: str) -> list[tuple[str, tuple[str, ...]]]:
    """Patterns as format strings with the names of their slots."""
    made = []
    for pattern in patterns()[kind]:
        pieces = pattern.replace("%", "%%").split("{")
        slots = [piece.split("}", 1) for piece in pieces[1:]]
        made.append((pieces[0] + "".join("%s" + rest for _, rest in slots), tuple(name for name, _ in slots)))
    return made


def _fill(event: Event, kind: str, *, shared: str = "") -> str:
    drawn, lists = event.rng.random, event.lists
    many = _compiled(kind)
    form, slots = many[int(drawn() * len(many))]
    words = []
    for slot in slots:
        if slot == "Q":
            own, shared = shared or _fill(event, "quoted"), ""
            words.append(own)
        elif slot == "X":
            words.append(shared)
        else:
            some = lists[slot]
            words.append(some[int(drawn() * len(some))])
    made = form % tuple(words)
    return made[0].upper() + made[1:] if kind != "quoted" and kind != "shared" else made


def _sentence(event: Event) -> str:
    drawn = event.rng.random()
    if drawn < 0.1:
        return _fill(event, "around", shared=event.rng.choice(event.passages[:4]))
    if drawn < 0.14:
        return _fill(event, "said", shared=event.rng.choice(event.passages[4:]))
    return _fill(event, "said" if drawn < 0.32 else "seeds" if drawn < 0.62 else "plain")


def _article(event: Event, file: str, outlet: str) -> Article:
    rng, paragraphs, words = event.rng, [_sentence(event)], 0
    wanted = min(max(rng.gauss(475, 130), 150), 1100)
    while words < wanted:
        made = " ".join(_sentence(event) for _ in range(rng.choice((1, 1, 1, 2, 3))))
        words += made.count(" ") + 1
        paragraphs.append(made)
    if rng.random() < 0.4:
        paragraphs.insert(rng.randrange(1, len(paragraphs)), _fill(event, "captions"))
    if rng.random() < 0.2:
        paragraphs[0] = (
            f"{event.lists['GPE'][0].upper()} ({rng.choice(('AP', 'Reuters', 'AFP'))}) — {paragraphs[0]}"
        )
    text = "\n\n".join(paragraphs)
    if OUTLETS.index(outlet) % 3 == 1:
        text = text.translate(_STRAIGHT)
    title = _fill(event, "shared").removesuffix(".")
    day = event.day + timedelta(days=rng.choice((0, 0, 0, 1, 2)))
    return Article(file, outlet, title[0].upper() + title[1:], day.isoformat(), text)


def write(made: Iterable[Article], path: Path, *, form: str) -> None:
    """Write articles as a ``folder`` of text files with ``metadata.csv``, as ``jsonl`` or as ``parquet``."""
    writers: dict[str, Callable[[Iterable[Article], Path], None]] = {
        "folder": _folder, "jsonl": _jsonl, "parquet": _parquet,
    }  # fmt: skip
    writers[form](made, path)


def _folder(made: Iterable[Article], path: Path) -> None:
    path.mkdir(parents=True, exist_ok=True)
    with (path / "metadata.csv").open("w", encoding="utf-8", newline="") as listed:
        rows = csv.writer(listed, lineterminator="\n")
        rows.writerow(("file", "outlet", "title", "date"))
        for article in made:
            rows.writerow((f"{article.file}.txt", article.outlet, article.title, article.date))
            (path / f"{article.file}.txt").write_text(article.text + "\n", encoding="utf-8")


def _jsonl(made: Iterable[Article], path: Path) -> None:
    with path.open("w", encoding="utf-8") as lines:
        lines.writelines(json.dumps(article._asdict(), ensure_ascii=False) + "\n" for article in made)


def _parquet(made: Iterable[Article], path: Path) -> None:
    import pyarrow as pa
    from pyarrow import parquet

    schema = pa.schema([(name, pa.string()) for name in Article._fields])
    with parquet.ParquetWriter(path, schema, compression="zstd") as table:
        rows: Iterator[Any] = iter(made)
        while batch := list(islice(rows, _BATCH)):
            table.write_table(pa.Table.from_pylist([article._asdict() for article in batch], schema=schema))


def _command() -> None:
    ask = argparse.ArgumentParser(prog="python -m tests.benchmarks.corpus", description=__doc__)
    ask.add_argument("n", type=int, help="articles")
    ask.add_argument("path", type=Path)
    ask.add_argument("--format", choices=("folder", "jsonl", "parquet"), default="folder")
    ask.add_argument("--seed", type=int, default=0)
    given = ask.parse_args()
    write(articles(given.n, seed=given.seed), given.path, form=given.format)


if __name__ == "__main__":
    _command()
