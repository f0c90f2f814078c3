"""Agreement between coders and with the machine, and the sentences on which they part."""

from __future__ import annotations

from pathlib import Path

import krippendorff
import numpy as np
import pandas as pd
import pytest

import tellings as tl

FRAMES = ["health", "political", "other"]


def made(coders: dict[str, list[str]], machine: list[str]) -> pd.DataFrame:
    """A table of codes; an empty frame is a sentence not coded."""
    rows = [
        (f"s{place}", coder, frame, machine[place])
        for coder, frames in coders.items()
        for place, frame in enumerate(frames)
        if frame
    ]
    return pd.DataFrame(rows, columns=["id", "coder", "frame", "machine"], dtype="str")


@pytest.fixture
def codes() -> pd.DataFrame:
    rng = np.random.default_rng(1)
    truth = rng.choice(FRAMES, 60, p=[0.4, 0.4, 0.2])
    noisy = [
        np.where(rng.random(60) < kept, truth, rng.choice(FRAMES, 60)).tolist() for kept in (0.98, 0.95, 0.1)
    ]
    ann, ben, machine = noisy
    ben[:5] = [""] * 5
    return made({"ann": ann, "ben": ben}, machine)


def matrix(codes: pd.DataFrame, *, machine_of: str = "") -> list[list[float]]:
    ids = list(dict.fromkeys(codes["id"]))
    if machine_of:
        own = codes[codes["coder"] == machine_of].set_index("id")
        columns = [own["frame"], own["machine"]]
    else:
        columns = [part.set_index("id")["frame"] for _, part in codes.groupby("coder")]
    return [[FRAMES.index(column[id_]) if id_ in column else np.nan for id_ in ids] for column in columns]


def test_alpha_is_the_librarys_for_coders_and_machine(codes: pd.DataFrame) -> None:
    found = tl.coding.agreement(codes).query("frame == 'all'").set_index("between")
    assert list(found.index) == ["coders", "ann and machine", "ben and machine"]
    assert found["n"].tolist() == [55, 60, 55]
    for name, of in (("coders", ""), ("ann and machine", "ann"), ("ben and machine", "ben")):
        data = matrix(codes, machine_of=of)
        assert found.loc[name, "alpha"] == pytest.approx(
            krippendorff.alpha(data, level_of_measurement="nominal")
        )
    pairs = codes.pivot(index="id", columns="coder", values="frame").dropna()
    assert found.loc["coders", "agreed"] == pytest.approx((pairs["ann"] == pairs["ben"]).mean())


def test_each_frame_is_held_against_all_others(codes: pd.DataFrame) -> None:
    found = tl.coding.agreement(codes).query("between == 'coders'").set_index("frame")
    assert set(found.index) == {"all", *FRAMES}
    for frame in FRAMES:
        place = FRAMES.index(frame)
        binary = [
            [np.nan if np.isnan(code) else float(code == place) for code in row] for row in matrix(codes)
        ]
        expected = krippendorff.alpha(binary, level_of_measurement="nominal")
        assert found.loc[frame, "alpha"] == pytest.approx(expected)
    assert found.loc[FRAMES, "given"].sum() == found.loc["all", "given"] == 2 * 55


def test_the_interval_holds_alpha_and_says_how_it_reads(codes: pd.DataFrame) -> None:
    found = tl.coding.agreement(codes, resamples=500)
    assert ((found["low"] <= found["alpha"]) & (found["alpha"] <= found["high"])).all()
    whole = found[found["frame"] == "all"].set_index("between")
    assert whole.loc["ann and machine", "reads"] == "not reliable"
    assert whole.loc["coders", "reads"] in {"reliable", "tentative"}
    pd.testing.assert_frame_equal(found, tl.coding.agreement(codes, resamples=500))
    other = tl.coding.agreement(codes, resamples=500, seed=1)
    assert (other["low"] != found["low"]).any()
    assert other["alpha"].tolist() == found["alpha"].tolist()


def test_little_is_called_little() -> None:
    rare = made(
        {"ann": ["health"] * 38 + ["other"] * 2, "ben": ["health"] * 38 + ["other"] * 2}, ["health"] * 40
    )
    found = tl.coding.agreement(rare).set_index(["between", "frame"])
    assert found.loc[("coders", "all"), "alpha"] == 1
    assert found.loc[("coders", "other"), "reads"] == "too few"
    few = made({"ann": ["health", "other"] * 5, "ben": ["health", "other"] * 5}, ["health", "other"] * 5)
    assert set(tl.coding.agreement(few)["reads"]) == {"too few"}
    same = tl.coding.agreement(made({"ann": ["health"] * 30, "ben": ["health"] * 30}, ["health"] * 30))
    assert same["alpha"].isna().all()
    assert same["agreed"].tolist() == [1.0] * len(same)
    assert set(same["reads"]) == {"too few"}


def test_one_coder_is_held_against_the_machine_alone_and_nobody_against_nobody(codes: pd.DataFrame) -> None:
    assert set(tl.coding.agreement(codes[codes["coder"] == "ann"])["between"]) == {"ann and machine"}
    nobody = tl.coding.agreement(codes.head(0))
    assert nobody.empty
    assert nobody.dtypes.to_dict() == tl.coding.agreement(codes, resamples=10).dtypes.to_dict()


@pytest.fixture
def coded(sample: tl.coding.Sample, tmp_path: Path) -> pd.DataFrame:
    """Two coders: they agree but for one sentence, and against the machine on another."""
    sheet = pd.read_csv(
        tl.coding.write_sheet(sample, tmp_path / "out.csv")[0], dtype="str", keep_default_na=False
    )
    machine = [tl.read.frame(text) for text in sample.key["text"]]
    crime = machine.index("legality_crime")
    hospital = machine.index("health")
    for coder in ("ann", "ben"):
        frames = machine.copy()
        frames[crime] = "morality"
        if coder == "ben":
            frames[hospital] = "economic"
        notes = ["because" if place == crime else "" for place in range(len(frames))]
        sheet.assign(frame=frames, note=notes).to_csv(tmp_path / f"{coder}.csv", index=False)
    return tl.coding.read_sheets([tmp_path / "ann.csv", tmp_path / "ben.csv"], sample)


def test_each_disagreement_stands_with_its_cues_and_neighbours(
    coded: pd.DataFrame, reading: tl.read.Reading
) -> None:
    found = tl.coding.disagreements(coded, reading)
    assert found["who"].tolist() == ["the machine", "the coders"]
    first, second = found.to_dict("records")
    assert first["coded"] == "ann: morality; ben: morality"
    assert first["notes"] == "ann: because; ben: because"
    reasons = tl.read.frame_reasons(first["text"])
    assert [cue.split(" → ")[0] for cue in first["cues"].split("; ")] == reasons["text"].tolist()
    assert second["coded"] == "ann: health; ben: economic"
    assert second["machine"] == "health"
    for row in (first, second):
        text = reading.corpus.text(row["article"])
        assert text[row["start"] : row["end"]] == row["text"]
        assert row["before"] in text
        assert row["after"] in text
    assert second["after"].startswith("Voters")


def test_full_agreement_leaves_nothing_to_show(coded: pd.DataFrame, reading: tl.read.Reading) -> None:
    agreed = coded.assign(frame=coded["machine"])
    empty = tl.coding.disagreements(agreed, reading)
    assert empty.empty
    assert empty.dtypes.to_dict() == tl.coding.disagreements(coded, reading).dtypes.to_dict()


def test_the_opening_says_what_was_found(sample: tl.coding.Sample, coded: pd.DataFrame) -> None:
    nothing = tl.coding.agreement(coded.head(0))
    (drawn,) = tl.coding.opening(sample, coded.head(0), nothing)
    assert f"{len(sample)} of {sample.available} sentences" in drawn.text
    assert tl.coding.agreement_figure(nothing) is None
    told = tl.coding.opening(sample, coded, tl.coding.agreement(coded))
    assert f"ann {len(sample)}, ben {len(sample)}" in told[0].text
    assert [finding.sure for finding in told[1:]] == ["too few"] * 3


def test_the_figure_says_what_it_shows(codes: pd.DataFrame) -> None:
    agreement = tl.coding.agreement(codes, resamples=100)
    drawn = tl.coding.agreement_figure(agreement)
    assert drawn is not None
    whole = agreement.query("between == 'coders' and frame == 'all'").iloc[0]
    assert f"all (coders) {whole['alpha']:.2f}" in drawn.alt
