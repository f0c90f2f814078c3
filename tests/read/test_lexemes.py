"""Lexemes: where they stand, told from chunks that are cut once for all texts."""

from __future__ import annotations

import pytest

from tellings.read import _lexemes
from tellings.read._document import Document

TEXT = "Costs:\n\n£1.2bn\tto  U.S. firms. By 3\u00a0May it rose 1,200-fold, Ann’s 5%."


@pytest.mark.parametrize("text", [TEXT, TEXT * 3, "", " \n ", "\n 7\n", "a" * 70 + "9" * 70 + " x"])
def test_lexemes_stand_where_their_letters_do(text: str) -> None:
    words = Document(text)(_lexemes.find)
    assert [text[words.start(place) : words.end(place)] for place in range(len(words))] == [
        word.text for word in words
    ]
    assert "".join(word.text for word in words) == "".join(text.split())


def test_the_first_lexeme_from_an_offset_on() -> None:
    words = Document(TEXT)(_lexemes.find)
    starts = [words.start(place) for place in range(len(words))]
    for offset in range(len(TEXT) + 2):
        assert words.since(offset) == sum(start < offset for start in starts)


def test_a_lexeme_of_another_sentence_is_blank() -> None:
    words = Document("Ann met 3 men. They left.")(_lexemes.find)
    they = words.since(15)
    assert words.low(they) == "they"
    assert words.at(they, like=2) is _lexemes.END
    assert words.at(they, like=they + 1).text == "They"
    assert words.opens(they)
    assert words.at(-1) is words.at(len(words)) is _lexemes.END


def test_places_of_words_and_of_numbers() -> None:
    words = Document("One of 20 ships, one of 1,300.")(_lexemes.find)
    assert words.places({"one"}) == [0, 5]
    assert words.places({_lexemes.NUMBER, "ships"}) == [2, 3, 7]
