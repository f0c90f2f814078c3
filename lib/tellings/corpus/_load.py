"""The front door: paths in, a corpus out."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from pathlib import Path

import pandas as pd

from tellings.corpus import _names
from tellings.corpus._corpus import Corpus
from tellings.corpus._decode import decode
from tellings.errors import InputError


def load(paths: str | os.PathLike[str]) -> Corpus:
    """Loads a folder of ``.txt`` files."""
    root = Path(paths)
    files = sorted(root.rglob("*.txt"))
    if not files:
        raise InputError(f"No .txt file in {root}. Put the articles there, one .txt file each.")
    names = [file.relative_to(root).as_posix() for file in files]
    rows, texts = [], {}
    for file, name, article, outlet in zip(files, names, _names.ids(names), _names.outlets(names), strict=True):
        data = file.read_bytes()
        text, encoding = decode(data)
        text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
        texts[article] = text
        rows.append({"article": article, "outlet": outlet, "title": None, "date": None, "url": None,
                     "language": "en", "path": name, "sha256": hashlib.sha256(data).hexdigest(),
                     "chars": len(text), "words": len(text.split()), "encoding": encoding, "notes": ""})
    none = pd.DataFrame({"article": [], "other": [], "kind": [], "similarity": []})
    return Corpus(pd.DataFrame(rows), texts, pd.DataFrame({"file": [], "reason": [], "advice": []}),
                  pd.DataFrame({"article": [], "kind": [], "message": []}), none)
