from __future__ import annotations

from pathlib import Path

import tellings as tl
from corpora import reading

ALPHA = (
    "The minister visited the harbour on Monday and spoke to the crews there.\n\n"
    "“We will rebuild the whole harbour before the winter,” she said.\n\n"
    "Crews at the harbour.The minister meets crews at the harbourCredit: Getty\n\n"
    "Work starts in May."
)


def test_every_token_has_one_voice(tmp_path: Path) -> None:
    tokens = tl.compare.voiced(reading(tmp_path, alpha=ALPHA), "tokens")
    by_voice = {voice: " ".join(part["text"]) for voice, part in tokens.groupby("voice")}
    assert "rebuild the whole harbour" in by_voice["quoted"]
    assert "she said" in by_voice["outlet"]
    assert "Credit" in by_voice["caption"]
    assert "Work starts in May" in by_voice["outlet"]
    assert len(tokens) == sum(len(part) for _, part in tokens.groupby("voice"))


def test_rows_keep_their_order_and_their_sentence(tmp_path: Path) -> None:
    found = reading(tmp_path, alpha=ALPHA, beta="One sentence. Two sentences.")
    tokens = tl.compare.voiced(found, "tokens")
    assert tokens["start"].tolist() == found.tokens["start"].tolist()
    sentences = found.sentences[found.sentences["article"] == "beta"].reset_index(drop=True)
    last = tokens[tokens["article"] == "beta"].iloc[-2]
    assert sentences["text"][last["sentence"]] == "Two sentences."


def test_voices_add_up_to_the_words(tmp_path: Path) -> None:
    found = reading(tmp_path, alpha=ALPHA)
    row = tl.compare.voices(found).iloc[0]
    words = tl.compare.terms(found, voices=tl.compare.VOICES, content=False)
    assert row["outlet_words"] + row["quoted_words"] + row["caption_words"] + row["furniture_words"] == len(
        words
    )
    assert row["quoted_words"] == len(
        ["We", "will", "rebuild", "the", "whole", "harbour", "before", "the", "winter"]
    )
    assert 0 < row["quoted_share"] < 1


def test_an_empty_table_keeps_its_columns(tmp_path: Path) -> None:
    gaps = tl.compare.voiced(reading(tmp_path, alpha="All is here."), "gaps")
    assert gaps.empty
    assert {"outlet", "sentence", "voice"} <= set(gaps.columns)
