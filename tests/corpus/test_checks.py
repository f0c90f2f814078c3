"""Warnings that a text earns by itself."""

from __future__ import annotations

from pathlib import Path

import pytest

import tellings as tl
from tellings.corpus._checks import checks, count_words
from tellings.corpus._language import language

ENGLISH = (
    "The harbour board met on Monday and agreed to widen the eastern quay. The work, which has been put off "
    "twice, will begin in March and is expected to last for two years. A spokesman for the board said that the "
    "fishing boats would not have to move. Traders on the front were less sure, and said they had not been asked."
)
OTHERS = {
    "fr": "Le conseil du port s’est réuni lundi et a décidé d’élargir le quai. Les travaux commenceront en mars et "
    "dureront deux ans, a déclaré un porte-parole, qui précise que les bateaux de pêche ne bougeront pas.",
    "de": "Der Hafenrat hat am Montag beschlossen, den östlichen Kai zu verbreitern. Die Arbeiten beginnen im März "
    "und dauern zwei Jahre, sagte ein Sprecher. Die Fischerboote müssen nicht verlegt werden, hieß es weiter.",
    "nl": "Het havenbestuur heeft maandag besloten om de oostelijke kade te verbreden. Het werk begint in maart en "
    "duurt twee jaar, zei een woordvoerder. De vissersboten hoeven niet te worden verplaatst, aldus het bestuur.",
    "ru": "Совет порта собрался в понедельник и решил расширить восточную набережную. Работы начнутся в марте и "
    "продлятся два года, сообщил представитель совета. Рыбацкие лодки перемещать не придётся, добавил он.",
    "zh": "港务委员会星期一开会决定扩建东码头。发言人说，工程将于三月开始，"
    "预计持续两年，渔船不必搬迁。商贩们对此并不放心。",
}
WALL = (
    "We use cookies to give you the best experience. You can accept all or manage preferences below. See our "
    "privacy policy for more. We and our partners store and/or access information on a device, such as cookies."
)
LINKS = "\n".join(f"Story number {i} https://example.org/{i}" for i in range(9))
MENU = "\n".join(
    ["Home", "News", "Sport", "Weather", "Opinion pieces", "Culture and books", "Shop", "Contact us"] * 2
)


def kinds(text: str) -> list[str]:
    return [note.kind for note in checks(text, count_words(text), None, language(text))]


def test_prose_in_english_earns_no_warning() -> None:
    assert kinds(ENGLISH) == []


def test_a_very_short_text_is_said_to_be() -> None:
    assert kinds("The board met on Monday.") == ["short"]


@pytest.mark.parametrize("text", [WALL, LINKS, MENU])
def test_walls_and_lists_are_not_prose(text: str) -> None:
    assert "not prose" in kinds(text)


def test_an_article_about_cookies_is_prose() -> None:
    article = f"{ENGLISH}\nSites must now let visitors “reject all” cookies as easily as they “accept all” of them.\n"
    assert kinds(article + "\n".join([ENGLISH] * 8)) == []


def test_an_article_with_headings_and_captions_is_prose() -> None:
    lines = ["Quay to be widened", "The front at dusk Credit: A. N. Other", *ENGLISH.split(". "), "Read more"]
    assert kinds(".\n".join(lines)) == []


@pytest.mark.parametrize("code", OTHERS)
def test_other_languages_are_told_and_warned_of(code: str) -> None:
    assert language(OTHERS[code]) == code
    assert "language" in kinds(OTHERS[code])


def test_english_in_capitals_or_full_of_names_is_english() -> None:
    assert language(ENGLISH.upper()) == "en"
    names = "Ana Kovács and Jean-Luc Moreau met the Müllers of Łódź, and with them Søren Ødegård, at the Zürich talks."
    assert language(names) in {"en", None}


@pytest.mark.parametrize("text", ["", "12 34", "Bonjour.", "MAN KILLED IN CRASH"])
def test_too_short_a_text_has_no_language(text: str) -> None:
    assert language(text) is None


def test_a_language_given_otherwise_is_warned_of_but_english_texts_are_not(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(ENGLISH)
    (tmp_path / "b.txt").write_text(OTHERS["fr"])
    (tmp_path / "metadata.csv").write_text("file,language\na.txt,fr\nb.txt,en\n")
    corpus = tl.load(tmp_path)
    warned = corpus.warnings.loc[corpus.warnings["kind"] == "language"].set_index("article")["message"]
    assert warned.to_dict() == {
        "a": "is given as 'fr'; every reader expects English",
        "b": "reads as 'fr'; every reader expects English",
    }
    assert corpus.articles["language"].tolist() == ["fr", "en"]


def test_warnings_repeat_what_was_decided_but_not_what_is_harmless(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(ENGLISH.replace("sure", "“sure”").encode("utf-16"))
    (tmp_path / "b.txt").write_text(
        ENGLISH.replace("Monday", "Tues\u00adday").replace("March", "April 31 and 6 more")
    )
    corpus = tl.load(tmp_path)
    assert ["a", "encoding"] in corpus.warnings[["article", "kind"]].values.tolist()
    assert "b" not in set(corpus.warnings.loc[corpus.warnings["kind"] != "near duplicate", "article"])
    assert corpus.articles["notes"].tolist()[1] == "1 invisible mark taken out"
