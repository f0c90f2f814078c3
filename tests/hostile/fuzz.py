"""Fuzzing of the loader and of the readers: ``python -m tests.hostile.fuzz readers -len_control=0 FOLDER``.

atheris (which is no dependency of the project: ``pip install atheris``) changes bytes so that more of the code is
reached; the bytes become a text or a file of articles, and what must hold of any text or file is asked of it. An
input that breaks it is written to the working directory; it becomes a case of ``test_fuzz.py``.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

ENDINGS = (".txt", ".csv", ".jsonl", ".tsv", ".parquet")
# What a byte of a made text stands for: words that readers look for, and marks, singly and doubled.
TOKENS = (
    *" \n.,;:!?-–—'’‘\"“”()[]/%£$€&@#*_|\t0123456789aAeEsStT",
    "\n\n", "...", "``", "''", "a" * 300, "9" * 400, "1e999999", "NaN", "\x00", "\ud800", "\u200d", "\u202e", "é",
    "漢字", "🎉", "ß", "İ", "\u0301", "\u00a0", "\u2028", "\r\n", "\ufffd", " the ", " The ", " a ", " of ", " to ",
    " from ", " up ", " by ", " in ", " on ", " and ", " or ", " but ", " not ", " never ", " who ", " which ",
    " that ", " he ", " she ", " it ", " they ", " his ", " was ", " is ", " said ", " told ", " asked ", " wrote ",
    " according to ", " called ", " added", "Mr ", "Mrs ", "Dr. ", "Sir ", "Lord ", "Ms ", " Prime Minister ",
    "President ", "Ana Hale", "Hale", "Tom Reed", " Reed's ", "J. K. ", "Credit: ", "Getty Images", "Photograph: ",
    "©", "/AP", "Reuters", "READ MORE: ", "Advertisement", "Sign up", " Council", "University of ", "BBC", "the EU ",
    "U.S. ", "London", "Calais", "France", " French ", "Britons", " million", " billion", " per cent", " one ",
    " two ", " dozen", " hundred", " thousand", " half ", " third", " tens of thousands", " more than ", " at least ",
    " nearly ", " between ", " rose ", " fell ", " times ", "km", " miles", " people", " migrants", " boats", "No 10",
    "Article 50", " years", ", 44,", "Monday", " May ", "March 3", "2024", " last year", "1990s", " yesterday",
    "9.30am", " GMT", " crisis", " illegal", " invasion", " good", " terrible", " very ", " tax", " border",
    " police", " law", "<b>", "&amp;", "http://a.b/c", "@hale", "#stop", "=cmd()", "{{ x }}", "%%bash", "can't",
    "n't", "Smith-", "O'", "de la ", "(Reform)",
)  # fmt: skip


def text(data: bytes) -> str:
    """Bytes as a text: as UTF-8 where the first is odd, else a token a byte."""
    if data[:1] and data[0] % 2:
        return data[1:].decode("utf-8", "surrogateescape")
    return "".join(TOKENS[byte % len(TOKENS)] for byte in data[1:])


def readers(data: bytes) -> None:
    """Every reader reads it, with places within the text and in order; stance judges what they found."""
    from tellings import read
    from tellings.read._all import READERS
    from tellings.read._document import Document

    document = Document(text(data))
    for name, reader in READERS.items():
        rows = document(reader.find)
        starts = [row[0] for row in rows]
        assert starts == sorted(starts), f"{name}: not in order"
        assert all(0 <= row[0] <= row[1] <= len(document.text) for row in rows), f"{name}: outside the text"
    for mention in document(READERS["people"].find)[:3]:
        read.stance_reasons(document.text, mention[0], mention[1])
    read.frame(document.text)


def loader(data: bytes) -> None:
    """A file of the ending that the first byte says is loaded, or the user is told why not."""
    import tellings as tl

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"a{ENDINGS[data[0] % len(ENDINGS) if data else 0]}"
        file.write_bytes(data[1:])
        try:
            corpus = tl.load(folder)
        except tl.errors.TellingsError:
            return
        for article in corpus:
            corpus.text(article).encode("utf-8")
        assert len(corpus) + len(corpus.problems), "neither loaded nor listed"


TARGETS: dict[str, Callable[[bytes], None]] = {"readers": readers, "loader": loader}


def _run() -> None:
    import atheris  # type: ignore[import-not-found]

    target = TARGETS[sys.argv.pop(1)]
    with atheris.instrument_imports(include=["tellings"]):
        target(b"\x01A text, so that what is imported late is imported here.")
    atheris.Setup(sys.argv, target)
    atheris.Fuzz()


if __name__ == "__main__":
    _run()
