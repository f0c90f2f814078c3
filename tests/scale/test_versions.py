"""The keys of stored tables: everything they depend on, and nothing else."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import tellings
from tellings.errors import ScaleError
from tellings.read._all import READERS
from tellings.read._rows import DTYPES
from tellings.scale import _arrow, _versions

KIT = Path(tellings.__file__).parent
MODULES = sorted(
    ".".join(("tellings", *path.relative_to(KIT).with_suffix("").parts))
    for stage in ("read", "corpus")
    for path in (KIT / stage).glob("_*.py")
    if path.name != "__init__.py"
)


def imported(module: str) -> list[tuple[str, list[str]]]:
    """What a module imports, by Python's own parser: package and names."""
    found: list[tuple[str, list[str]]] = []
    for node in ast.walk(ast.parse(_versions.source(module))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found.append((node.module, [alias.name for alias in node.names]))
        elif isinstance(node, ast.Import):
            found += [(alias.name, []) for alias in node.names]
    return found


@pytest.fixture
def forgetful() -> Iterator[None]:
    """Keys worked out in a test are forgotten after it, however it ends."""
    _versions._of_modules.cache_clear()
    yield
    _versions._of_modules.cache_clear()


@pytest.mark.parametrize("module", MODULES)
def test_every_import_is_seen(module: str) -> None:
    seen = set(_versions.imports(module))
    for package, names in imported(module):
        if not package.startswith("tellings"):
            continue
        assert names, f"{module} imports {package} in a way that _versions does not see"
        for name in names:
            assert {package, f"{package}.{name}"} & seen or _given_by(package, name) & seen, (package, name)


def _given_by(package: str, name: str) -> set[str]:
    """The modules that a package takes a name of its own from."""
    return (
        {where for where, names in imported(package) if name in names}
        if (KIT.joinpath(*package.split(".")[1:]).is_dir())
        else set()
    )


@pytest.mark.parametrize("module", MODULES)
def test_every_package_outside_the_standard_library_is_known(module: str) -> None:
    outside = (
        {package.split(".")[0] for package, _ in imported(module)}
        - set(sys.stdlib_module_names)
        - {"tellings"}
    )
    assert outside <= {*_versions.PACKAGES, *_versions.WITHOUT_EFFECT}
    assert outside <= _versions.packages(module)


def test_every_word_list_is_named_by_a_module() -> None:
    sources = "".join(_versions.source(module) for module in MODULES)
    for path in (KIT / "read" / "data").iterdir():
        assert path.suffix == ".md" or path.name in sources, (
            f"{path.name} is read under a name that is put together"
        )


def test_a_reader_depends_on_what_it_is_built_on_and_on_nothing_else() -> None:
    people = _versions.depends("people")
    assert {"tellings.read._people", "tellings.read._names", "data/given.txt", "textblob", "unicode"} <= set(
        people
    )
    assert not {"tellings.read._gaps", "data/units.toml"} & set(people)
    assert "vaderSentiment" in _versions.depends("vader")
    assert "data/units.toml" in _versions.depends("quantities")
    assert "codebook" in _versions.depends("frames")


@pytest.mark.usefixtures("forgetful")
def test_a_changed_module_list_or_package_changes_the_keys_of_those_who_need_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = {reader: _versions.key(reader) for reader in READERS}
    source, version = _versions.source, _versions._version
    _versions._of_modules.cache_clear()
    monkeypatch.setattr(
        _versions, "source", lambda module: source(module) + "#" * (module == "tellings.read._gap_marks")
    )
    changed = {reader for reader in READERS if _versions.key(reader) != before[reader]}
    assert "gaps" in changed
    assert not {"tokens", "vader", "dates"} & changed
    _versions._of_modules.cache_clear()
    monkeypatch.setattr(_versions, "source", source)
    monkeypatch.setattr(
        _versions, "_version", lambda package: version(package) + "1" * (package == "vaderSentiment")
    )
    changed = {reader for reader in READERS if _versions.key(reader) != before[reader]}
    assert {"vader", "vader_words"} <= changed
    assert not {"tokens", "gaps", "people"} & changed
    monkeypatch.undo()
    _versions._of_modules.cache_clear()
    assert {reader: _versions.key(reader) for reader in READERS} == before


def test_a_codebook_of_your_own_is_known_by_what_it_holds(tmp_path: Path) -> None:
    book = tmp_path / "mine.toml"
    keys = []
    for cue in ("harbour", "ferry"):
        book.write_text(f'title = "Mine"\nsources = []\n[[frames]]\nname = "sea"\ncues = ["{cue}"]\n')
        keys += [_versions.key("frames", str(book)), _versions.key("gaps", str(book))]
    assert keys[0] != keys[2]
    assert keys[1] == keys[3]


def test_sources_changed_since_the_process_began_are_not_stored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(_versions, "BEGAN", 0.0)
    _versions.source.cache_clear()
    try:
        with pytest.raises(ScaleError, match=r"_gaps.py of the kit has been changed since .* Start it again"):
            _versions.source("tellings.read._gaps")
    finally:
        _versions.source.cache_clear()


def test_every_dtype_of_a_reader_has_a_type_in_the_store() -> None:
    assert set(DTYPES.values()) == set(_arrow.TYPES)


def test_the_form_of_the_tables_is_that_of_the_layout() -> None:
    """Whoever changes how tables are written raises LAYOUT, and writes the new form here."""
    assert _versions.LAYOUT == "1"
    assert {dtype: str(kind) for dtype, kind in _arrow.TYPES.items()} == {
        "int64": "int64", "Int64": "int64", "float64": "double", "bool": "bool", "str": "string",
    }  # fmt: skip
    assert (
        str(_arrow.schema("sentences").field("sha256").type)
        == "dictionary<values=string, indices=int32, ordered=0>"
    )


def test_every_module_that_reads_many_texts_at_once_is_in_the_keys() -> None:
    from tellings.scale import _bulk

    assert set(_versions.IN_BULK) == set(_bulk.NAMES)
    roots = {f"tellings.scale.{name}" for names in _versions.IN_BULK.values() for name in names}
    assert set(_versions.imports("tellings.scale._bulk")) <= set(_versions.modules(roots))
    assert {"tellings.scale._cuts", "tellings.scale._words"} <= set(_versions.depends("gaps"))
    assert "tellings.scale._tone" not in _versions.depends("gaps")
