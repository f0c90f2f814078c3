"""The public names: each says what it means with an example, takes what its signature tells, and Tab finds it."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

import tellings as tl
from tellings.compare._next import KEY, STEPS


def stages() -> list[ModuleType]:
    return [found for name in tl.__all__ if inspect.ismodule(found := getattr(tl, name))]


def public() -> Iterator[tuple[str, Any]]:
    """Every public function and class, by the name a user writes."""
    yield from ((f"tl.{name}", getattr(tl, name)) for name in tl.__all__)
    for stage in stages():
        names = getattr(stage, "__all__", None) or [name for name in vars(stage) if name[:1].isupper()]
        yield from ((f"{stage.__name__}.{name}", getattr(stage, name)) for name in names)


CALLABLE = [(name, found) for name, found in public() if callable(found)]
FUNCTIONS = [(name, found) for name, found in CALLABLE if not inspect.isclass(found)]


def test_there_is_something_to_hold() -> None:
    assert len(CALLABLE) > 150
    assert {"read", "compare", "show", "explore", "coding", "report"} <= set(tl.__all__)


@pytest.mark.parametrize(("name", "found"), CALLABLE, ids=[name for name, _ in CALLABLE])
def test_every_public_name_says_what_it_means_with_an_example(name: str, found: Any) -> None:
    told = inspect.getdoc(found) or ""
    assert not told.startswith(f"{found.__name__}("), "documented only by its own signature"
    first = told.split("\n\n")[0]
    assert first.rstrip().endswith((".", ":")), f"the first words are no sentence: {first!r}"
    assert ">>> " in told, "no example"


@pytest.mark.parametrize(("name", "found"), FUNCTIONS, ids=[name for name, _ in FUNCTIONS])
def test_every_signature_tells_what_it_takes(name: str, found: Any) -> None:
    signature = inspect.signature(found)
    assert signature.return_annotation is not inspect.Signature.empty
    for parameter in signature.parameters.values():
        assert parameter.annotation is not inspect.Parameter.empty, parameter
        assert parameter.kind not in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD), parameter


@pytest.mark.parametrize("stage", [tl, *stages()], ids=lambda stage: stage.__name__)
def test_tab_finds_every_public_name(stage: ModuleType) -> None:
    names = getattr(stage, "__all__", [])
    assert set(names) <= set(dir(stage))
    assert sorted(names) == list(dict.fromkeys(sorted(names)))


def test_tab_on_the_package_finds_nothing_else() -> None:
    assert {name for name in dir(tl) if not name.startswith("_")} == set(tl.__all__)


CONTRASTS = [name for name, found in inspect.getmembers(tl.compare, inspect.isfunction)
             if name in tl.compare.__all__ and str(inspect.signature(found).return_annotation) == "pd.DataFrame"]  # fmt: skip

GIVEN: dict[str, tuple[Any, ...]] = {
    "collocations": ("asylum",), "dispersion": (["asylum"],), "dispersion_places": (["asylum"],),
    "named": ("places",), "voiced": ("quotes",),
}  # fmt: skip


@pytest.fixture(scope="module")
def reading() -> tl.read.Reading:
    return tl.read.all(tl.load(tl.locate("seeds")))


def contrast(name: str, reading: tl.read.Reading) -> Any:
    function = getattr(tl.compare, name)
    match name:
        case "concordance":
            return function(reading.corpus, "asylum")
        case "differences":
            return function("It may sail.", "It may not sail.")
        case "canonical":
            return function(reading.people)
        case "placed":
            return function(reading, reading.quotes)
        case "ledger_by_outlet":
            return function(reading, tl.compare.ledger(reading))
        case "robustness_orders" | "robustness_pairs":
            return function(tl.compare.robustness(reading, resamples=50))
        case _:
            return function(reading, *GIVEN.get(name, ()))


@pytest.mark.parametrize("name", CONTRASTS)
def test_every_contrast_is_a_table_that_says_which_call_works_next(
    name: str, reading: tl.read.Reading
) -> None:
    found = contrast(name, reading)
    assert type(found).__name__ == "DataFrame"
    step = found.attrs[KEY]
    assert f"Next: ``{step}``" in getattr(tl.compare, name).__doc__
    assert found.head(1).attrs[KEY] == step  # a part of the table still knows
    known = {"tl": tl, "reading": reading, "corpus": reading.corpus, name: found}
    assert eval(step, known) is not None  # the kit's own line, as a user would type it


def test_a_reading_keeps_its_tables_as_they_are(reading: tl.read.Reading) -> None:
    for name in CONTRASTS:
        contrast(name, reading)
    assert not any(table.attrs for table in reading.tables.values())


def test_every_step_is_that_of_a_public_contrast() -> None:
    assert set(STEPS) <= set(CONTRASTS)
