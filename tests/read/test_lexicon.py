"""The lexicon: forms, fall-backs, endings."""

import pytest

from tellings.read._lexicon import tag


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("the", "DT"), ("The", "DT"), ("THE", "DT"), ("of", "IN"), ("and", "CC"), ("would", "MD"),
        ("his", "PRP$"), ("minister", "NN"), ("ministers", "NNS"), ("said", "VBD"), ("has", "VBZ"),
        ("who", "WP"), ("been", "VBN"), ("London", "NNP"),
        ("French", "JJ"), ("quickly", "RB"), ("'s", "POS"), ("’s", "POS"), (",", ","),
    ],
)  # fmt: skip
def test_common_words(word: str, expected: str) -> None:
    assert tag(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [("2026", "CD"), ("13,856", "CD"), ("£84,000", "CD"), ("1.1", "CD"), ("40%", "CD"), ("3rd", "CD")],
)
def test_numbers(word: str, expected: str) -> None:
    assert tag(word) == expected


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("deplatformed", "VBN"),
        ("greenlighting", "VBG"),
        ("wokeness", "NN"),
        ("vlogger", "NN"),
        ("ultra-loyal", "JJ"),
    ],
)
def test_endings_of_unlisted_words(word: str, expected: str) -> None:
    assert tag(word) == expected


@pytest.mark.parametrize("word", ["Bardella", "Zzyzx", "", "***", "Grünwaldstein"])
def test_unknown(word: str) -> None:
    assert tag(word) is None


def test_capitals_tell_names_from_words() -> None:
    assert (tag("Brown"), tag("brown")) == ("NNP", "JJ")
