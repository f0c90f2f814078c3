"""One reader of articles in a process of its own: ``python -m tests.benchmarks._contenders NAME TABLE FIRST LAST``.

Prints as JSON what it took: seconds of processor and of clock, characters, peak memory. Imports and models are
loaded before the clock starts; taking the articles from the table counts. Only what a contender needs is imported, so
that one from another environment runs with that environment's Python.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import time
from bisect import bisect_right
from collections.abc import Callable, Iterator
from typing import Any

PART = 250
Work = Callable[[list[str]], Any]


def parts(table: str, first: int, last: int) -> Iterator[list[str]]:
    """The texts of the articles from the first up to the last, in parts."""
    from pyarrow import parquet

    at = 0
    for batch in parquet.ParquetFile(table).iter_batches(batch_size=PART, columns=["text"]):
        if first <= at < last:
            yield batch.column(0).to_pylist()[: last - at]
        at += len(batch)


def nltk_stages() -> dict[str, Work]:
    """NLTK as people use it: sentences, their words with offsets, their scores; and a pattern of words a frame."""
    from nltk.tokenize import NLTKWordTokenizer
    from tests.oracles import nltk_sentences, nltk_vader

    cut, words, vader, frames = nltk_sentences(), NLTKWordTokenizer(), nltk_vader(), alternations()

    def sentences(texts: list[str]) -> list[list[str]]:
        return [[text[a:b] for a, b in cut.span_tokenize(text)] for text in texts]

    return {
        "sentences": sentences,
        "words": lambda texts: [
            [list(words.span_tokenize(each)) for each in some] for some in sentences(texts)
        ],
        "scores": lambda texts: [[vader.polarity_scores(each) for each in some] for some in sentences(texts)],
        "frames": lambda texts: [
            [(name, match.span()) for name, pattern in frames.items() for match in pattern.finditer(text)]
            for text in texts
        ],
    }


def alternations() -> dict[str, re.Pattern[str]]:
    """A frame's cues as one pattern each, conditions aside."""
    from tellings.read import codebook

    return {
        frame.name: re.compile(
            r"\b(?:" + "|".join(re.escape(cue).replace(r"\*", r"\w*") for cue in frame.cues) + r")\b",
            re.IGNORECASE,
        )
        for frame in codebook("policy").frames
    }


def kit(*names: str) -> Work:
    """The kit's own readers of many texts."""
    from tellings.scale import _bulk

    cache = _bulk.Cache()
    _bulk.read(["A first text, so that every list is loaded. It was not bad!"], cache=_bulk.Cache())
    return lambda texts: _bulk.read(texts, names=names or _bulk.NAMES, cache=cache)


def kit_readers() -> Work:
    """Every reader of the kit, as a store takes them, and the stance towards everybody whom a sentence names."""
    from tellings.read._all import READERS
    from tellings.scale import _work

    def read(texts: list[str]) -> None:
        found = dict(
            _work.tables(texts, [f"{number}" for number in range(len(texts))], list(READERS), "policy")
        )
        _stances(texts, found["sentences"], found["people"])

    one = "Ada Brook, the mayor, said on Monday that 1,200 homes would be built. “It is a disgrace,” Mr Hale said."
    read([one])  # so that every list and model is loaded
    return read


def _stances(texts: list[str], sentences: Any, people: Any) -> None:
    named, within = _spans(people), _spans(sentences)
    for key, persons in named.items():
        judge_all(texts[int(key)], within[key], persons)


def _spans(table: Any) -> dict[str, list[tuple[int, int]]]:
    """Where the rows of each text begin and end."""
    spans: dict[str, list[tuple[int, int]]] = {}
    for key, *span in zip(*(table[name].to_pylist() for name in ("sha256", "start", "end")), strict=True):
        spans.setdefault(key, []).append((span[0], span[1]))
    return spans


def judge_all(text: str, sentences: list[tuple[int, int]], people: list[tuple[int, int]]) -> None:
    """Judge the stance towards each person whom a sentence names."""
    from tellings.read._stance import judge

    starts = [start for start, _ in sentences]
    for start, end in people:
        first, last = sentences[bisect_right(starts, start) - 1]
        if end <= last:
            judge(text[first:last], start - first, end - first)


def vader_sentiment() -> Work:
    """The VADER authors' own package, by sentence."""
    from tests.oracles import nltk_sentences
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    cut, analyzer = nltk_sentences(), SentimentIntensityAnalyzer()
    return lambda texts: [[analyzer.polarity_scores(each) for each in cut.tokenize(text)] for text in texts]


def spacy_blank() -> Work:
    """spaCy's tokens and its rule for sentences."""
    import spacy

    model = spacy.blank("en")
    model.add_pipe("sentencizer")
    return lambda texts: [[token.idx for token in document] for document in model.pipe(texts)]


def spacy_small() -> Work:
    """spaCy's small English model, as it comes."""
    from importlib.metadata import distributions

    import spacy

    found = {each.metadata["Name"] for each in distributions()}
    model = spacy.load(
        next(name for name in sorted(found) if name.replace("-", "_").startswith("en_core_web_sm"))
    )
    return lambda texts: [[token.idx for token in document] for document in model.pipe(texts)]


def counts() -> Work:
    """scikit-learn's counts of words: no offsets, no sentences, a lower bound."""
    from sklearn.feature_extraction.text import CountVectorizer

    vectorizer = CountVectorizer()
    return vectorizer.fit_transform  # type: ignore[no-any-return]


CONTENDERS: dict[str, Callable[[], Work]] = {
    "kit": kit,
    "kit words": lambda: kit("sentences", "tokens"),
    "kit readers": kit_readers,
    "vaderSentiment": vader_sentiment,
    "spaCy blank": spacy_blank,
    "spaCy small": spacy_small,
    "scikit-learn": counts,
}


def timed(work: Work, table: str, first: int, last: int) -> dict[str, float]:
    """What one run over the articles takes."""
    articles = characters = 0
    cpu, wall = time.process_time(), time.perf_counter()
    for texts in parts(table, first, last):
        work(texts)
        articles += len(texts)
        characters += sum(map(len, texts))
    return {
        "articles": articles,
        "characters": characters,
        "cpu": time.process_time() - cpu,
        "wall": time.perf_counter() - wall,
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def in_processes(table: str, first: int, last: int, *, workers: int = 2) -> dict[str, float]:
    """The kit in some processes, each with what it has learnt, tables sent back as Arrow's bytes."""
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(workers, initializer=_ready) as pool:
        list(pool.map(_tables, [["One text, so that every process is up."]] * 4 * workers))
        mine, wall = time.process_time(), time.perf_counter()
        articles = characters = 0
        theirs = 0.0
        for texts, (_, used) in zip(
            parts(table, first, last), pool.map(_tables, parts(table, first, last)), strict=True
        ):
            articles += len(texts)
            characters += sum(map(len, texts))
            theirs += used
        wall, mine = time.perf_counter() - wall, time.process_time() - mine
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {"articles": articles, "characters": characters, "cpu": mine + theirs, "wall": wall, "peak": peak}


_WORK: list[Work] = []


def _ready() -> None:
    _WORK.append(kit())


def _tables(texts: list[str]) -> tuple[list[bytes], float]:
    """The tables as Arrow's bytes, and the processor's seconds that they took."""
    import pyarrow as pa

    began, made = time.process_time(), []
    for table in _WORK[0](texts).values():
        sink = pa.BufferOutputStream()
        with pa.ipc.new_stream(sink, table.schema) as stream:
            stream.write_table(table)
        made.append(sink.getvalue().to_pybytes())
    return made, time.process_time() - began


def main() -> None:
    """Run the contender named, and print what it took; the kit twice, the second time with what it has learnt."""
    name, table, first, last = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    if name == "NLTK":
        stages = nltk_stages()
        made = {stage: timed(work, table, first, last) for stage, work in stages.items()}
        for stage in ("words", "scores"):  # cut into sentences once for both, though timed with each
            for unit in ("cpu", "wall"):
                made[stage][unit] -= made["sentences"][unit]
        print(json.dumps(made))
    elif name == "kit in processes":
        print(json.dumps(in_processes(table, first, last)))
    else:
        work = CONTENDERS[name]()
        runs = 2 if name in ("kit", "kit readers") else 1
        print(json.dumps([timed(work, table, first, last) for _ in range(runs)]))


if __name__ == "__main__":
    main()
