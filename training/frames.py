"""Measure ``tellings.read.frame``, and whether a classifier fitted to its cues would do better.

    pip install scikit-learn
    python training/frames.py GOLD/frames.jsonl

Nothing is written: the classifier did not do better, so none ships. Three figures a model:

- *cues*: the codebook as it is;
- *lost cues*: of each sentence, the cues that no other sentence has are taken away, as if the codebook had never
  heard of the words that are its own. Whoever wrote the cues had read sentences of this kind; this is the floor
  that remains without what such reading may have taught.
- for the classifier, its C is chosen within each training part (nested cross-validation, five by four folds).
"""

from __future__ import annotations

import argparse
import json
import pathlib
from collections import Counter
from typing import Any

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GridSearchCV, StratifiedKFold

from tellings.read import _frame, _frames

Array = np.ndarray[Any, Any]
SEEDS = range(4)


def read(path: pathlib.Path) -> tuple[list[str], list[list[_frames.Cue]]]:
    """The gold frame of each sentence, and its cues of frames that can be primary."""
    items = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    cues = [_frames.in_sentences(item["text"], [(0, len(item["text"]))], "policy") for item in items]
    return [item["frame"] for item in items], [
        [c for c in found if c.frame in _frame.PRIMARY] for found in cues
    ]


def without_own(cues: list[list[_frames.Cue]]) -> list[list[_frames.Cue]]:
    """The cues of each sentence that stand in another one, too."""
    sentences = Counter(key for found in cues for key in {(cue.frame, cue.cue) for cue in found})
    return [[cue for cue in found if sentences[cue.frame, cue.cue] > 1] for found in cues]


def counted(cues: list[list[_frames.Cue]]) -> list[str]:
    """The reader's own answers."""
    return [_frame.primary(found, "policy") for found in cues]


def inputs(cues: list[list[_frames.Cue]]) -> Array:
    """Counts of each frame's cues, and which frame is cued first."""
    made = np.zeros((len(cues), 2 * len(_frame.PRIMARY)))
    for row, found in zip(made, cues, strict=True):
        for place, cue in enumerate(found):
            frame = _frame.PRIMARY.index(cue.frame)
            row[frame] += 1
            row[len(_frame.PRIMARY) + frame] += place == 0
    return made


def fitted(cues: list[list[_frames.Cue]], gold: list[str], seed: int) -> list[str]:
    """Answers of a logistic model for sentences that it has not seen, its C chosen within the others."""
    features, labels, out = inputs(cues), np.array(gold), np.empty(len(gold), object)
    search = GridSearchCV(
        LogisticRegression(max_iter=1000, class_weight="balanced"),
        {"C": [0.1, 0.3, 1, 3]}, scoring="f1_macro", cv=StratifiedKFold(4, shuffle=True, random_state=seed),
    )  # fmt: skip
    for fit, rest in StratifiedKFold(5, shuffle=True, random_state=seed).split(features, labels):
        out[rest] = search.fit(features[fit], labels[fit]).predict(features[rest])
    return list(out)


def tell(name: str, gold: list[str], out: list[str]) -> None:
    macro, right = f1_score(gold, out, average="macro"), np.mean(np.array(gold) == np.array(out))
    print(f"{name:34} macro F1 {macro:.3f}  accuracy {right:.3f}  n={len(gold)}")


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("gold", type=pathlib.Path)
    gold, cues = read(parser.parse_args().gold)
    for name, some in (("cues", cues), ("lost cues", without_own(cues))):
        out = counted(some)
        tell(f"{name}: counted (ships)", gold, out)
        tell(f"{name}: counted, even sentences", gold[::2], out[::2])
        tell(f"{name}: counted, odd sentences", gold[1::2], out[1::2])
        for seed in SEEDS:
            tell(f"{name}: fitted, nested CV, seed {seed}", gold, fitted(some, gold, seed))


if __name__ == "__main__":
    main()
