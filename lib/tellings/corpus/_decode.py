"""Bytes to text: the encoding is detected, and what was decided is said.

Tried in this order: byte order marks; UTF-16 that its zero bytes give away; UTF-8; UTF-8 with a few broken
bytes; Windows-1252 where it reads as words; charset-normalizer's finding; and else a refusal.
"""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from tellings.corpus._types import Note, Refused

SAMPLE = 262_144
"""Bytes looked at to tell binary from text and one encoding from another."""

_MARKS: tuple[tuple[bytes, str, str], ...] = (
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16"),
)
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a zip archive or an office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
    (b"{\\rtf", "rich text (RTF)"),
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"PAR1", "a Parquet table"),
    (b"SQLite format 3\x00", "a database"),
)
_SAVE_AS_TEXT = "Save the article as plain text in UTF-8, with the ending .txt."

_CONTROL_BYTES = bytes(set(range(0x20)) - set(b"\t\n\x0b\x0c\r\x1b")) + b"\x7f"
# What Windows-1252 misread from another encoding looks like: a symbol inside a word, a capital after small letters.
_NOT_WORDS = re.compile(
    r"(?<=[A-Za-zÀ-ÿ])[¡-¬®-¶¸-¿×÷ˆ‰‹›„‚†‡•˜™](?=[A-Za-zÀ-ÿ])|(?<=[a-zß-ÿ])[À-ÖØ-ÞŠŒŽŸ](?=[a-zß-ÿ])"
)
_HIGH = re.compile(r"[^\x00-\x7f]")
# Named instead of a rarer encoding that reads the same bytes in the same way.
_COMMON = ("cp1252", "mac_roman", "cp1250", "cp1251", "gb18030", "shift_jis", "big5", "euc_kr")


class Decoded(NamedTuple):
    """A text with the name of the encoding it was read by, and what there is to say about that."""

    text: str
    encoding: str
    notes: tuple[Note, ...] = ()


def decode(data: bytes) -> Decoded:
    r"""The text of these bytes; :class:`Refused` where they are no text or cannot be told.

    >>> decode("£5 – ‘no’".encode("cp1252"))[:2]
    ('£5 – ‘no’', 'windows-1252')
    >>> decode("no mark".encode("utf-16-le")).encoding
    'utf-16-le'
    """
    for sign, what in _SIGNATURES:
        if data.startswith(sign):
            raise Refused(f"not text but {what}", _SAVE_AS_TEXT)
    marked = marked_codec(data)
    if marked:
        return _marked(data, *marked)
    wide = wide_codec(data)
    found = _wide(data, wide) if wide else None
    return found or _narrow(data)


def marked_codec(data: bytes) -> tuple[bytes, str, str] | None:
    """The byte order mark these bytes begin with, its codec, and the name the table shows."""
    return next((found for found in _MARKS if data.startswith(found[0])), None)


def wide_codec(data: bytes) -> str | None:
    """UTF-16 without a mark, where every other byte being zero gives it away, as in any Western text."""
    head = data[: SAMPLE & ~1]
    pairs = len(head) // 2
    if pairs < 2:
        return None
    even, odd = head[0::2].count(0) / pairs, head[1::2].count(0) / pairs
    if odd > 0.4 and even < 0.1:
        return "utf-16-le"
    return "utf-16-be" if even > 0.4 and odd < 0.1 else None


def _marked(data: bytes, mark: bytes, codec: str, name: str) -> Decoded:
    body = data[len(mark) :]
    try:
        return Decoded(body.decode(codec), name, _said(name))
    except UnicodeDecodeError:
        text = body.decode(codec, "replace")
        bad = text.count("\ufffd")
        return Decoded(text, name, (Note("encoding", f"read as {name}; {bad} broken characters shown as �"),))


def _wide(data: bytes, codec: str) -> Decoded | None:
    try:
        text = data.decode(codec)
    except UnicodeDecodeError:
        return None
    return Decoded(text, codec, _said(codec, "which has no mark and was told by its zero bytes"))


def _narrow(data: bytes) -> Decoded:
    controls = _control_share(data)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if controls > 0.02:
            raise Refused("binary data, not text", _SAVE_AS_TEXT) from None
        return _damaged(data, error) or _western(data) or _detected(data)
    if controls > 0.3:
        raise Refused("binary data, not text", _SAVE_AS_TEXT)
    return Decoded(text, "utf-8")


def _control_share(data: bytes) -> float:
    head = data[:SAMPLE]
    return (len(head) - len(head.translate(None, _CONTROL_BYTES))) / max(len(head), 1)


def _damaged(data: bytes, error: UnicodeDecodeError) -> Decoded | None:
    """UTF-8 that is cut off within a character, or that holds a few bytes of something else."""
    loose = data.decode("utf-8", "surrogateescape")
    bad = sum("\udc80" <= char <= "\udcff" for char in loose)
    good = len(_HIGH.findall(loose)) - bad
    cut = error.reason == "unexpected end of data"
    if good < max(bad, 1) and not (cut and bad > 1):
        return None
    if cut:
        note = Note("encoding", "UTF-8, cut off within its last character, shown as �")
        return Decoded(data[: error.start].decode() + "\ufffd", "utf-8", (note,))
    note = Note("encoding", f"UTF-8 with {bad} broken bytes, read as Windows-1252 or shown as �")
    return Decoded(mend(loose), "utf-8", (note,))


def mend(loose: str) -> str:
    """Bytes that were not UTF-8 (kept as surrogate escapes) as Windows-1252, or � where it has no character."""
    return re.sub("[\udc80-\udcff]+", _mended, loose)


def _mended(run: re.Match[str]) -> str:
    return run[0].encode("utf-8", "surrogateescape").decode("cp1252", "replace")


def _western(data: bytes) -> Decoded | None:
    """Windows-1252 (which holds Latin-1), if that makes the words of a Western language of these bytes."""
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    high = len(_HIGH.findall(text))
    letters = sum(char.isalpha() for char in text) or 1
    odd = len(_NOT_WORDS.findall(text))
    if high > max(8, 0.35 * letters) or odd > 0.1 * high:
        return None
    return Decoded(text, "windows-1252", _said("Windows-1252", "as it is not UTF-8 and makes words so"))


def _detected(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:SAMPLE]).best()
    if best is None or best.encoding in {"utf_8", "ascii"}:
        raise Refused("text in an encoding that could not be told", "Save the file as UTF-8.")
    codec = next((name for name in _COMMON if _same(data[:SAMPLE], name, best.encoding)), best.encoding)
    text = data.decode(codec, "replace")
    return Decoded(text, codec.replace("_", "-"), _said(codec, "which charset-normalizer found most likely"))


def _same(data: bytes, one: str, other: str) -> bool:
    try:
        return data.decode(one) == data.decode(other)
    except UnicodeDecodeError:
        return False


def _said(encoding: str, why: str = "") -> tuple[Note, ...]:
    if encoding.startswith("utf-8"):
        return ()
    return (Note("encoding", f"read as {encoding}" + (f", {why}" if why else "")),)
