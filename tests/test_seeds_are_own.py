"""The seeds hold no sentence of the published pair, every fact of it, and no word that was not said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from pairs import ORIGINALS, REPORT, SEEDS, each_article, needs_originals, paragraphs

RUN = 8  # words in a row that would make a sentence somebody else's
FEW = 8  # words of one quotation


def split_words(text: str) -> list[str]:
    """Runs of letters and digits, so that hyphens and glued credits part words."""
    return re.findall(r"[^\W_]+", re.sub(r"[’‘']", "", text).casefold())


def spaced_words(text: str) -> list[str]:
    """What stands between spaces, without its punctuation, so that a hyphenated word is one."""
    return [word for word in (re.sub(r"[\W_]", "", part) for part in text.casefold().split()) if word]


def unglued(text: str) -> str:
    """The text with alt text, caption and credit parted by a space."""
    return re.sub(r"(?<=[a-z.])(?=[A-Z])", " ", text)


def unglued_words(text: str) -> list[str]:
    """As `spaced_words`, of the text unglued."""
    return spaced_words(unglued(text))


WAYS = [split_words, spaced_words, unglued_words]


def runs(pieces: list[str], words: Callable[[str], list[str]]) -> set[tuple[str, ...]]:
    """Every `RUN` words in a row within a piece."""
    found = [words(piece) for piece in pieces]
    return {tuple(w[i : i + RUN]) for w in found for i in range(len(w) - RUN + 1)}


def outside_quotations(text: str) -> list[str]:
    return re.split(r"“[^”]*”", text)


def figures(text: str) -> set[str]:
    """Numbers in digits with the sign or unit that goes with them, and number words."""
    digits = r"[€£]?\d[\d,]*(?:\.\d+)?(?: per cent)?"
    return set(re.findall(rf"{digits}|\b(?:one|two|three|four|five|six|seven|eight|nine|ten)\b", text))


def names(text: str) -> Iterator[str]:
    """Words with a capital where no sentence begins: after a word, a comma or a bracket."""
    for match in re.finditer(r"(?<=[\w,(] )[(“‘]?([A-Z][\w-]+)", text):
        if not match[0].startswith("“"):
            yield match[1]


def spoken(quotation: str) -> str:
    return " ".join(split_words(quotation))


@needs_originals
@pytest.mark.parametrize("words", WAYS)
@pytest.mark.parametrize("path", sorted(SEEDS.folder.iterdir()), ids=lambda path: path.name)
def test_no_eight_words_in_a_row_are_an_original_s(path: Path, words: Callable[[str], list[str]]) -> None:
    assert ORIGINALS is not None
    theirs = runs(list(ORIGINALS.texts), words)
    assert runs(outside_quotations(path.read_text("utf-8")), words) & theirs == set()


@needs_originals
def test_the_comparison_of_runs_would_notice_a_copy() -> None:
    assert ORIGINALS is not None
    theirs = ORIGINALS.texts[REPORT]
    copied = SEEDS.texts[REPORT] + "\n\n" + theirs[paragraphs(theirs)[2][0] :]
    assert all(runs(outside_quotations(copied), words) & runs([theirs], words) for words in WAYS)


@needs_originals
@each_article
def test_every_figure_of_the_original_is_told(article: int) -> None:
    assert ORIGINALS is not None
    assert figures(ORIGINALS.texts[article]) - figures(SEEDS.texts[article]) == set()


@needs_originals
@each_article
def test_no_figure_is_made_up(article: int) -> None:
    assert ORIGINALS is not None
    assert figures(SEEDS.texts[article]) - figures(ORIGINALS.texts[article]) == set()


@needs_originals
@each_article
def test_every_name_of_the_original_is_told_and_none_made_up(article: int) -> None:
    assert ORIGINALS is not None
    ours, theirs = unglued(SEEDS.texts[article]), unglued(ORIGINALS.texts[article])
    assert {name for name in names(theirs) if not re.search(rf"\b{name}\b", ours)} == set()
    both = unglued(" ".join(ORIGINALS.texts))
    assert {name for name in names(ours) if not re.search(rf"\b{name}\b", both)} == set()


@needs_originals
@each_article
def test_quotations_are_pieces_of_what_the_same_speaker_said(article: int) -> None:
    assert ORIGINALS is not None
    said = [
        (speaker, f" {spoken(quotation)} ")
        for quotation, speaker in zip(ORIGINALS.quotations[article], ORIGINALS.speakers[article], strict=True)
    ]
    for quotation, speaker in zip(SEEDS.quotations[article], SEEDS.speakers[article], strict=True):
        assert [who for who, words in said if who == speaker and f" {spoken(quotation)} " in words], quotation


@each_article
def test_quotations_are_a_few_words(article: int) -> None:
    parts = [part for quotation in SEEDS.quotations[article] for part in quotation.split("\n\n")]
    assert max(len(split_words(part)) for part in parts) <= FEW
