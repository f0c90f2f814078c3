"""The store that a notebook's articles are read from, where there is one: the runner names it to its kernels.

The variable may be set by hand too: then every notebook and script reads from that store, and adds to it.
"""

from __future__ import annotations

import os
from importlib import import_module
from typing import Any

STORE = "TELLINGS_STORE"


def stored(corpus: Any, codebook: str) -> Any:
    """The reading of a corpus out of the store that the environment names; None where it names none."""
    if not os.environ.get(STORE):
        return None
    return import_module("tellings.scale").read(corpus, codebook=codebook, progress=False).reading()
