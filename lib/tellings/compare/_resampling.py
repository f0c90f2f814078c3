"""Resampling whole articles or paragraphs: the sums of many samples as products of sparse matrices, by blocks.

A sample is a column of weights, one a unit: how often a bootstrap drew it, or which outlet a random split gave it
to. The counts of all terms in all samples are the product of the counts and the weights. It is made for a block
of terms at a time, and within it for a block of samples at a time, so that memory does not grow with terms times
samples; weights are bytes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Bytes = NDArray[np.unsignedinteger]

# Numbers held at once in a block of sums, and samples multiplied at once.
_HELD = 8_000_000
_AT_ONCE = 512


class Part(NamedTuple):
    """One outlet's side of the samples: a sparse matrix, terms by units; sizes of units; weights by samples."""

    counts: Any
    sizes: Floats
    weights: Callable[[slice], NDArray[np.float32]]


def bootstrap(units: int, samples: int, rng: np.random.Generator) -> Bytes:
    """How often each of the units is drawn in each bootstrap sample: units by samples (Efron 1979)."""
    drawn = np.empty((units, samples), dtype=np.uint8)
    for block in _slices(samples, max(1, _HELD // max(units, 1))):
        width = block.stop - block.start
        picked = rng.integers(0, units, size=(width, units)) + np.arange(width)[:, None] * units
        drawn[:, block] = np.bincount(picked.ravel(), minlength=width * units).reshape(width, units).T
    return drawn


def shuffled(labels: Bytes, samples: int, rng: np.random.Generator) -> Bytes:
    """The labels of the units dealt out anew in each sample: units by samples (Fisher 1935)."""
    dealt = np.empty((len(labels), samples), dtype=labels.dtype)
    for block in _slices(samples, max(1, _HELD // max(len(labels), 1))):
        repeated = np.tile(labels, (block.stop - block.start, 1))
        dealt[:, block] = rng.permuted(repeated, axis=1).T
    return dealt


def drawn_part(counts: Any, sizes: Floats, drawn: Bytes) -> Part:
    """An outlet's units with the times that each is drawn."""
    return Part(counts, sizes, lambda block: drawn[:, block].astype(np.float32))


def dealt_part(counts: Any, sizes: Floats, dealt: Bytes, label: int) -> Part:
    """All units, of which an outlet has those that are dealt its label."""
    return Part(counts, sizes, lambda block: (dealt[:, block] == label).astype(np.float32))


def sizes(parts: Sequence[Part], samples: int) -> Floats:
    """The number of words of each part in each sample: parts by samples."""
    found = np.zeros((len(parts), samples))
    for row, part in enumerate(parts):
        for block in _slices(samples, _AT_ONCE):
            found[row, block] = part.sizes @ part.weights(block).astype(float)
    return found


def sums(parts: Sequence[Part], samples: int) -> Iterator[tuple[slice, list[Floats]]]:
    """The counts of each part in each sample, terms by samples, a block of terms at a time."""
    terms = parts[0].counts.shape[0]
    for block in _slices(terms, max(1, _HELD // max(samples * len(parts), 1))):
        yield block, [_product(part, block, samples) for part in parts]


def _product(part: Part, terms: slice, samples: int) -> Floats:
    counts = part.counts[terms]
    found = np.empty((counts.shape[0], samples))
    for block in _slices(samples, _AT_ONCE):
        found[:, block] = counts @ part.weights(block)
    return found


def _slices(total: int, width: int) -> Iterator[slice]:
    for start in range(0, total, width):
        yield slice(start, min(start + width, total))
