"""Keyness beside a second implementation: plain loops over plain lists, written from the papers."""

from __future__ import annotations

import itertools
import math
import random
from collections import Counter

import numpy as np
import pandas as pd
import pytest

from tellings.compare import _resampling as resampling
from tellings.compare._keyness import contrasted

Articles = dict[str, list[list[str]]]
PRIOR = 40.0


def table(articles: Articles) -> pd.DataFrame:
    """A table of all words: a sentence an article, one paragraph each."""
    rows = [
        (f"{outlet}{number}", outlet, word)
        for outlet, texts in articles.items()
        for number, text in enumerate(texts)
        for word in text
    ]
    made = pd.DataFrame(rows, columns=["article", "outlet", "term"])
    place = np.arange(len(made))
    return made.assign(text=made["term"], start=place, end=place + 1, paragraph=0, sentence=0, voice="outlet")


def drawn(
    seed: int, outlets: str = "ab", articles: int = 4, words: str = "ship boat quay crane tide wreck"
) -> Articles:
    rng = random.Random(seed)
    return {
        outlet: [rng.choices(words.split(), k=rng.randint(4, 9)) for _ in range(articles)]
        for outlet in outlets
    }


def scores(articles: Articles, outlet: str, term: str) -> tuple[float, float]:
    """Log-odds and z by Monroe, Colaresi & Quinn (2008), equations 15, 16, 19 and 22."""
    own = [word for text in articles[outlet] for word in text]
    rest = [word for name, texts in articles.items() if name != outlet for text in texts for word in text]
    every = Counter(own + rest)
    prior = PRIOR * every[term] / len(own + rest)
    a, b = own.count(term) + prior, rest.count(term) + prior
    odds = math.log(a / (len(own) + PRIOR - a)) - math.log(b / (len(rest) + PRIOR - b))
    return odds, odds / math.sqrt(1 / a + 1 / b)


def compared(articles: Articles, **options: float) -> pd.DataFrame:
    settings = {"minimum": 1, "longest": 1, "prior": PRIOR, "resamples": 50, "splits": 50} | options
    return contrasted(table(articles), list(articles), **settings)  # type: ignore[arg-type]


@pytest.mark.parametrize("outlets", ["ab", "abcd"])
def test_scores_by_plain_loops(outlets: str) -> None:
    articles = drawn(1, outlets)
    for row in compared(articles).itertuples():
        odds, z = scores(articles, str(row.outlet), str(row.term))
        assert (row.log_odds, row.z) == pytest.approx((odds, z))


def test_rates_and_spread_by_plain_loops() -> None:
    articles = drawn(2, "abc")
    for row in compared(articles).itertuples():
        texts = articles[str(row.outlet)]
        assert row.count == sum(text.count(row.term) for text in texts)  # type: ignore[operator]
        assert row.spread == sum(row.term in text for text in texts) / len(texts)
        assert row.per_1000 == pytest.approx(1000 * row.count / sum(map(len, texts)))  # type: ignore[operator]


def test_the_share_of_splits_is_that_of_all_splits() -> None:
    """With three articles each there are twenty ways to deal six out, and each is as likely."""
    articles = drawn(3, articles=3)
    texts = articles["a"] + articles["b"]
    found = compared(articles, splits=4000).query("outlet == 'a'").set_index("term")
    for term in found.index:
        own = abs(scores(articles, "a", str(term))[1])
        dealt = [
            {"a": [texts[i] for i in part], "b": [texts[i] for i in range(6) if i not in part]}
            for part in itertools.combinations(range(6), 3)
        ]
        exact = sum(abs(scores(each, "a", str(term))[1]) >= own - 1e-9 for each in dealt) / len(dealt)
        assert found.loc[term, "p"] == pytest.approx(exact, abs=0.03)


def test_the_floor_is_the_largest_score_of_chance() -> None:
    articles = drawn(4, articles=3)
    texts = articles["a"] + articles["b"]
    terms = {word for text in texts for word in text}
    largest = sorted(
        max(
            abs(
                scores(
                    {"a": [texts[i] for i in part], "b": [texts[i] for i in range(6) if i not in part]},
                    "a",
                    t,
                )[1]
            )
            for t in terms
        )
        for part in itertools.combinations(range(6), 3)
    )
    floor = compared(articles, splits=4000)["floor"].iloc[0]
    assert largest[-3] - 1e-9 <= floor <= largest[-1] + 1e-9


def test_the_interval_is_that_of_a_plain_bootstrap() -> None:
    articles = drawn(5, articles=12)
    rng = random.Random(0)
    whole = compared(articles, resamples=3000).query("outlet == 'a'").set_index("term")
    every = Counter(word for texts in articles.values() for text in texts for word in text)
    n = sum(every.values())
    samples: list[float] = []
    for _ in range(3000):
        odds = []
        for texts in articles.values():
            words = [word for text in rng.choices(texts, k=len(texts)) for word in text]
            a = words.count("quay") + PRIOR * every["quay"] / n
            odds.append(math.log(a / (len(words) + PRIOR - a)))
        samples.append(odds[0] - odds[1])
    low, high = np.quantile(samples, [0.025, 0.975])
    assert (whole.loc["quay", "low"], whole.loc["quay", "high"]) == pytest.approx((low, high), abs=0.04)


def test_blocks_change_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = compared(drawn(6, "abc"))
    monkeypatch.setattr(resampling, "_HELD", 7)
    monkeypatch.setattr(resampling, "_AT_ONCE", 3)
    counted = ["outlet", "term", "count", "log_odds", "z", "spread", "log_likelihood"]
    assert compared(drawn(6, "abc"))[counted].equals(whole[counted])


def test_bootstrap_draws_as_many_units_as_there_are() -> None:
    weights = resampling.bootstrap(7, 40, np.random.default_rng(0))
    assert (weights.sum(axis=0) == 7).all()
    assert (weights.sum(axis=1) > 0).all()


def test_splits_keep_each_outlets_number_of_units() -> None:
    labels = np.array([0, 0, 0, 1, 2, 2], dtype=np.uint8)
    dealt = resampling.shuffled(labels, 30, np.random.default_rng(0))
    assert all(np.bincount(column).tolist() == [3, 1, 2] for column in dealt.T)
    assert len({tuple(column) for column in dealt.T}) > 10


def test_chance_alone_is_seldom_clear() -> None:
    """Outlets that draw their words from one bag: at most about one comparison in twenty may be called clear."""
    alarms = [compared(drawn(seed, articles=10), splits=200, seed=seed)["clear"].any() for seed in range(40)]
    assert sum(alarms) <= 5


def test_a_planted_word_is_found_among_chance() -> None:
    articles = drawn(7, articles=15)
    for text in articles["a"]:
        text += ["ferry", "ferry"]
    found = compared(articles, resamples=300, splits=300)
    assert found.loc[found["clear"] & (found["z"] > 0), ["outlet", "term"]].values.tolist() == [
        ["a", "ferry"]
    ]
    assert found.loc[found["term"] == "ferry", "q"].max() < 0.05
    assert (found["q"] >= found["p"] - 1e-12).all()


def test_outlets_of_one_article_are_split_by_paragraph_and_it_says_so() -> None:
    words = table({"a": [["ship"] * 4], "b": [["boat"] * 3, ["boat"] * 3]})
    found = contrasted(words, ["a", "b"], minimum=1, resamples=20, splits=20)
    assert found.groupby("outlet")["unit"].first().to_dict() == {"a": "paragraph", "b": "article"}
    assert set(found["split_unit"]) == {"paragraph"}
