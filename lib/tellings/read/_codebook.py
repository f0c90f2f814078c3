"""Codebooks: frames, what they mean, and the words that cue them."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from tellings._notebook import dressed, plain_table, suggested
from tellings.errors import InputError
from tellings.read._codebook_keys import Place, checked_frames, sources, text_of

_LARGEST = 4_000_000  # bytes of a file: a codebook with ten thousand cues has a tenth of that


class Rule(NamedTuple):
    """A cue, the words of which one must stand near it (none named: no condition), and those that undo it."""

    cue: str
    near: tuple[str, ...]
    not_near: tuple[str, ...]


class Frame(NamedTuple):
    """A frame of a codebook: name, definition, where it comes from, the rules of its cues, and examples."""

    name: str
    definition: str
    source: str
    rules: tuple[Rule, ...]
    examples: tuple[str, ...]

    @property
    def cues(self) -> tuple[str, ...]:
        """The cues as the file writes them, without their conditions."""
        return tuple(rule.cue for rule in self.rules)


class Codebook(NamedTuple):
    """A codebook: its title, its sources and its frames, in the file's order.

    >>> import tellings as tl
    >>> [frame.name for frame in tl.read.codebook("immigration").frames][:2]
    ['threat_public_order', 'threat_fiscal']
    """

    title: str
    sources: tuple[str, ...]
    frames: tuple[Frame, ...]

    def __hash__(self) -> int:
        """By the title alone: what is made of a codebook is looked up at every article."""
        return hash(self.title)

    def __repr__(self) -> str:
        names = ", ".join(frame.name for frame in self.frames)
        return f"<Codebook {self.title!r}: {names}. Next: tl.show.codebook_table(name) or tl.explore.frames(reading)>"

    def _repr_html_(self) -> str:
        rows = [(frame.name, frame.definition, ", ".join(frame.cues[:12])) for frame in self.frames]
        table = plain_table(self.title, ["Frame", "Definition", "First cues"], rows)
        return dressed(table + suggested("tl.show.codebook_table(name)", "tl.explore.frames(reading)"))


def shipped() -> tuple[str, ...]:
    """The names of the codebooks that come with the kit.

    >>> shipped()
    ('immigration', 'policy')
    """
    found = files("tellings.codebooks").iterdir()
    return tuple(sorted(path.name[:-5] for path in found if path.name.endswith(".toml")))


def codebook(name: str = "policy") -> Codebook:
    """A codebook of the kit by its name, or one of your own by the path of its TOML file.

    ``policy`` holds the generic policy frames of Boydstun et al. (2014), ``immigration`` the issue frames of
    Benson (2013) and the literature since. The file has ``title``, ``sources`` (a list) and ``[[frames]]``, each
    with

    - ``name`` and ``cues`` (needed). A cue is a word or a phrase, in any case; ``*`` at the end of a word stands
      for any further letters; a hyphen and a space are the same. A cue with a condition is written
      ``{cue = "sentence", near = ["court", "judge*"], not_near = ["this"]}``;
    - ``near`` and ``not_near`` for all cues of the frame: of the words in ``near`` one must stand within five
      words of the cue in the same sentence, of those in ``not_near`` none may;
    - ``definition``, ``source`` and ``examples`` (sentences), for the reader.

    Raises :class:`tellings.errors.InputError`, which names the file, the line, the key and what is expected.

    >>> codebook("policy").frames[0].name
    'economic'
    >>> codebook("immigration").frames[1].cues[:3]
    ('asylum hotel*', 'asylum seeker hotel*', 'benefit claim*')
    """
    return _of_the_kit(name) if name in _names() else _parsed(str(name), _own(str(name)))


@cache
def _names() -> frozenset[str]:
    return frozenset(shipped())


@cache
def _of_the_kit(name: str) -> Codebook:
    return _parsed(f"{name}.toml", (files("tellings.codebooks") / f"{name}.toml").read_text(encoding="utf-8"))


@cache
def _parsed(source: str, text: str) -> Codebook:
    """By the file's text, not its name: who edits a codebook in a notebook reads the new one."""
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, ValueError) as wrong:
        raise InputError(
            f"The codebook {source} is not valid TOML: {wrong}. Mend that place and run again."
        ) from None
    except RecursionError:
        raise InputError(f"The codebook {source} nests lists too deeply to be read.") from None
    place = Place(source, text)
    return Codebook(text_of(place, data, "title") or source, sources(place, data), _frames(place, data))


def _frames(place: Place, data: dict[str, Any]) -> tuple[Frame, ...]:
    return tuple(
        Frame(
            frame.name,
            frame.definition,
            frame.source,
            tuple(Rule(cue, near, undone) for cue, near, undone in frame.rules),
            frame.examples,
        )
        for frame in checked_frames(place, data)
    )


def _own(name: str) -> str:
    path = Path(name)
    try:
        if path.suffix == ".toml" and path.is_file():
            return _read(path)
    except (OSError, ValueError) as wrong:
        raise InputError(f"The codebook {name!r} cannot be read: {wrong}. Save it as UTF-8 text.") from None
    raise InputError(
        f"There is no codebook {name!r}. The kit has: {', '.join(shipped())}. "
        "For your own, give the path of a .toml file."
    )


def _read(path: Path) -> str:
    if path.stat().st_size > _LARGEST:
        raise ValueError(f"it is larger than {_LARGEST:,} bytes; split it")
    return path.read_text(encoding="utf-8-sig")
