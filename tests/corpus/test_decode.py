"""Bytes to text: each encoding is found, and said."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tellings.corpus._decode import decode, mend
from tellings.corpus._types import Refused

ENGLISH = (
    "“I don’t know,” she said – the café’s bill came to £12.50, or €14, for five of us on a Monday in May."
)
FRENCH = (
    "L’été dernier, à Nîmes, les élèves ont reçu leurs diplômes ; « enfin », a dit la directrice du lycée."
)
POLISH = "Premier powiedział, że sytuacja jest poważna. Książkę wydano wczoraj, a źródła mówią „nie”."
RUSSIAN = "Москва — столица России, сообщает агентство. Президент выступил с речью перед журналистами."
CHINESE = "新华社北京电 国家主席今天发表讲话，强调合作共赢，并感谢各国代表出席会议。"
texts = st.text(st.characters(exclude_categories=["Cs"]))
plain = st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), min_size=4)


@given(texts)
def test_utf_8_comes_back_as_it_was(text: str) -> None:
    data = text.encode()
    controls = sum(ord(char) < 32 or ord(char) == 127 for char in text)
    if (
        controls
        or data.startswith((b"%PDF-", b"PK\x03\x04", b"PAR1", b"GIF8", b"{\\rtf"))
        or text[:1] == "\ufeff"
    ):
        return
    assert decode(data) == (text, "utf-8", ())


@given(texts, st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_text_after_a_byte_order_mark_comes_back_as_it_was(text: str, codec: str) -> None:
    # UTF-16's mark and a zero character are UTF-32's mark.
    assume(not text.startswith("\0"))
    found = decode(text.encode(codec))
    assert found[:2] == (text, codec)
    assert bool(found.notes) == (codec != "utf-8-sig")


@given(plain, st.sampled_from(["utf-16-le", "utf-16-be"]))
def test_utf_16_without_a_mark_comes_back_as_it_was(text: str, codec: str) -> None:
    found = decode(text.encode(codec))
    assert found[:2] == (text, codec)
    assert "zero bytes" in found.notes[0].message


@given(st.binary())
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        found = decode(data)
    except Refused:
        return
    assert found.text.encode() or not data.strip(b"\xef\xbb\xbf\xff\xfe\0")
    assert found.notes or found.encoding in {"utf-8", "utf-8-sig"}


@given(st.text(st.sampled_from("abcdefgh éèàçñöü’"), min_size=1).map(lambda text: f"{ENGLISH} {text}"))
def test_western_text_in_windows_1252_comes_back_as_it_was(text: str) -> None:
    found = decode((text + " The rest of it is plain enough, and long." * 8).encode("cp1252"))
    assert found.encoding == "windows-1252"
    assert found.text.startswith(text)


@pytest.mark.parametrize(
    ("text", "codec", "name"),
    [
        (ENGLISH, "cp1252", "windows-1252"),
        (FRENCH, "cp1252", "windows-1252"),
        ("Plain words and one café.", "latin-1", "windows-1252"),
        (ENGLISH.replace("€", "EUR"), "mac_roman", "mac-roman"),
        (POLISH, "cp1250", "cp1250"),
        (RUSSIAN, "cp1251", "cp1251"),
        (RUSSIAN.replace("—", "-"), "koi8_r", "koi8-r"),
        (CHINESE, "gb18030", "gb18030"),
    ],
)
def test_other_encodings_are_found_and_said(text: str, codec: str, name: str) -> None:
    found = decode(text.encode(codec))
    assert found[:2] == (text, name)
    assert found.notes[0].kind == "encoding"
    assert found.notes[0].message.startswith("read as ")


def test_a_few_broken_bytes_do_not_spoil_utf_8() -> None:
    found = decode("“Naïve” – ".encode() + b"\x93no\x94, \x81 he said")
    assert found.text == "“Naïve” – “no”, � he said"
    assert found.encoding == "utf-8"
    assert "3 broken bytes" in found.notes[0].message


@pytest.mark.parametrize("cut", [1, 2, 3])
def test_utf_8_cut_within_its_last_character_stays_utf_8(cut: int) -> None:
    data = "The café said it was closed 😀".encode()[:-cut]
    found = decode(data)
    assert (found.text, found.encoding) == ("The café said it was closed �", "utf-8")


def test_a_cut_utf_16_file_shows_where() -> None:
    found = decode(codecs.BOM_UTF16_LE + "cut".encode("utf-16-le")[:-1])
    assert found.text == "cu�"
    assert "1 broken" in found.notes[0].message


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.4\n", "a PDF"),
        (b"PK\x03\x04rest", "office document"),
        (b"\xff\xd8\xff\xe0", "a JPEG"),
        (b"\x00" * 64, "binary data"),
        (bytes(range(256)) * 8, "binary data"),
    ],
)
def test_what_is_no_text_is_refused(data: bytes, reason: str) -> None:
    with pytest.raises(Refused, match=reason):
        decode(data)


def test_a_stray_zero_byte_does_not_make_a_text_binary() -> None:
    assert decode(b"One sentence.\x00 Another one.").text == "One sentence.\x00 Another one."


def test_surrogate_escapes_are_read_as_windows_1252() -> None:
    assert mend(b"\x93caf\xe9\x94.".decode("utf-8", "surrogateescape")) == "“café”."
