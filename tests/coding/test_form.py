"""The form in JupyterLab: every code kept at once, nothing lost, a table where nobody is there to answer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest
from jupyter_client.blocking import BlockingKernelClient
from jupyter_client.manager import start_new_kernel

import tellings as tl
from tellings.coding import _form
from tellings.errors import InputError
from tellings.show import Published

SEEDS = Path(__file__).parents[2] / "seeds"
pytest.importorskip("ipywidgets", reason="the extra `explore` is not installed")


def opened(sample: tl.coding.Sample, path: Path) -> tl.coding.Form:
    found = tl.coding.form(sample, path, live=True)
    assert isinstance(found, tl.coding.Form)
    return found


def test_every_code_and_note_is_in_the_sheet_at_once(sample: tl.coding.Sample, tmp_path: Path) -> None:
    path = tmp_path / "anna.csv"
    form = opened(sample, path)
    assert not path.exists()  # who only looks leaves nothing behind
    form.frame.value = "health"
    form.note.value = "=not sure"
    assert tl.coding.read_sheets(path, sample)[["id", "frame", "note"]].to_numpy().tolist() == [
        [sample.sheet["id"].iloc[0], "health", "=not sure"]
    ]
    form.next.click()
    assert form.frame.value is None
    assert form.note.value == ""
    form.frame.value = "political"
    form.frame.value = "other"
    form.back.click()
    assert (form.frame.value, form.note.value) == ("health", "=not sure")
    form.clear.click()
    assert tl.coding.read_sheets(path, sample)["frame"].tolist() == ["other"]


def test_looking_around_gives_no_codes(sample: tl.coding.Sample, tmp_path: Path) -> None:
    form = opened(sample, tmp_path / "anna.csv")
    for _ in range(len(sample) + 3):
        form.next.click()
    assert form.session.place == len(sample) - 1
    assert not (tmp_path / "anna.csv").exists()


def test_it_goes_on_where_the_coder_stopped(sample: tl.coding.Sample, tmp_path: Path) -> None:
    first = opened(sample, tmp_path / "anna.csv")
    first.frame.value = "health"
    first.next.click()
    first.frame.value = "other"
    again = opened(sample, tmp_path / "anna.csv")
    assert again.session.place == 2
    assert again.session.done == 2
    again.frame.value = "economic"
    assert tl.coding.read_sheets(tmp_path / "anna.csv", sample)["frame"].tolist() == [
        "health",
        "other",
        "economic",
    ]


def test_second_frames_of_a_sheet_are_kept(sample: tl.coding.Sample, tmp_path: Path) -> None:
    path = tl.coding.write_sheet(sample, tmp_path / "anna.csv")[0]
    sheet = pd.read_csv(path, dtype="str", keep_default_na=False)
    sheet.loc[0, "frame"] = "health; economic"
    sheet.to_csv(path, index=False)
    form = opened(sample, path)
    form.frame.value = "other"
    assert tl.coding.read_sheets(path, sample)["also"].tolist() == ["economic", ""]


def test_codes_of_another_sample_are_not_written_over(
    sample: tl.coding.Sample, reading: tl.read.Reading, tmp_path: Path
) -> None:
    path = tmp_path / "anna.csv"
    opened(sample, path).frame.value = "health"
    before = path.read_bytes()
    few = tl.coding.sample(reading, n=1, seed=99)
    with pytest.raises(InputError, match="not of this sample"):
        tl.coding.form(few, path, live=True)
    assert path.read_bytes() == before


def test_the_words_of_an_article_are_escaped_and_its_outlet_is_not_told(
    sample: tl.coding.Sample, tmp_path: Path
) -> None:
    form = opened(sample, tmp_path / "anna.csv")
    shown = []
    for _ in range(len(sample)):
        shown.append(form.sentence.value)
        form.next.click()
    assert "Finch" not in "".join(shown)
    sample.sheet.loc[len(sample) - 1, "sentence"] = "<img src=x onerror=alert(1)>"
    assert "<img" not in opened_at_end(sample, tmp_path)


def opened_at_end(sample: tl.coding.Sample, folder: Path) -> str:
    form = opened(sample, folder / "ben.csv")
    form.session.place = len(sample) - 2
    form.next.click()
    return str(form.sentence.value)


def test_without_widgets_or_people_the_sample_is_a_table(
    sample: tl.coding.Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unattended = tl.coding.form(sample, tmp_path / "anna.csv")
    assert isinstance(unattended, Published)  # no kernel, so nobody at a notebook
    assert unattended.rows == len(sample)
    monkeypatch.setattr(_form, "attended", lambda: True)
    assert isinstance(tl.coding.form(sample, tmp_path / "anna.csv"), tl.coding.Form)
    monkeypatch.setattr(_form, "import_module", _missing)
    assert isinstance(tl.coding.form(sample, tmp_path / "anna.csv"), Published)


def _missing(name: str) -> None:
    raise ImportError(name)


def test_the_runner_is_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TELLINGS_PAGES", "")
    assert not _form.attended()


@pytest.fixture(scope="module")
def kernel() -> Iterator[BlockingKernelClient]:
    manager, client = start_new_kernel(kernel_name="python3")
    yield client
    client.stop_channels()
    manager.shutdown_kernel(now=True)


def shown(kernel: BlockingKernelClient, code: str, metadata: dict[str, str]) -> dict[str, object]:
    """What a cell shows, sent as JupyterLab sends it (which names the cell) or as nbclient does."""
    message = kernel.session.msg("execute_request", {"code": code, "silent": False, "stop_on_error": True})
    message["metadata"] = metadata
    kernel.shell_channel.send(message)
    while True:
        told = kernel.get_iopub_msg(timeout=60)
        if told["parent_header"].get("msg_id") != message["header"]["msg_id"]:
            continue
        assert told["msg_type"] != "error", told["content"]
        if told["msg_type"] == "execute_result":
            return dict(told["content"]["data"])


def test_a_kernel_knows_whether_somebody_is_there(kernel: BlockingKernelClient, tmp_path: Path) -> None:
    code = (
        f"import tellings as tl\nreading = tl.read.all(tl.load({str(SEEDS)!r}))\n"
        f"tl.coding.form(tl.coding.sample(reading, n=2, seed=0), {str(tmp_path / 'anna.csv')!r})"
    )
    assert "application/vnd.jupyter.widget-view+json" in shown(kernel, code, {"cellId": "one"})
    alone = shown(kernel, code, {})
    assert "Sentences to code" in str(alone["text/html"])
    assert "application/vnd.jupyter.widget-view+json" not in alone
