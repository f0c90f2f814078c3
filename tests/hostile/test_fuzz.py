"""What fuzzing asks of any text and of any file holds of some that reach far."""

from __future__ import annotations

import random

import pytest

from hostile import fuzz

FILES = [
    b"\x00Two men met.", b"\x00\xff\xfeT\x00w\x00o\x00", b"\x00" + bytes(range(256)), b'\x01text,outlet\n"A man',
    b"\x01text\n\n\x00\n",
    b'\x02{"text": "A", "outlet": [1]}\n{"text": "\\ud800"}\n{', b"\x02[]",
    b"\x03text\tdate\nA man\t99/99/99\n", b"\x04PAR1\x00PAR1", b"\x04",
]  # fmt: skip


@pytest.mark.parametrize("seed", range(10))
def test_made_bytes_are_read(seed: int) -> None:
    rng = random.Random(seed)
    fuzz.readers(bytes([seed]) + rng.randbytes(200))


@pytest.mark.parametrize("data", [b"", *FILES])
def test_made_files_are_loaded_or_refused(data: bytes) -> None:
    fuzz.loader(data)
