"""Codebooks: frames, what they mean, and the words that cue them."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, NamedTuple

from tellings.errors import InputError

_CUE = re.compile(r"[^\W_](?:[^\s*]|\s(?=\S)){0,80}\*?")


class Frame(NamedTuple):
    """A frame of a codebook: its name, its definition, its cues, and words that undo a cue beside them."""

    name: str
    definition: str
    cues: tuple[str, ...]
    not_near: tuple[str, ...]


class Codebook(NamedTuple):
    """A codebook: its title, its sources and its frames, in the file's order."""

    title: str
    sources: tuple[str, ...]
    frames: tuple[Frame, ...]


def shipped() -> tuple[str, ...]:
    """The names of the codebooks that come with the kit.

    >>> "policy" in shipped()
    True
    """
    return tuple(sorted(path.name[:-5] for path in files("tellings.codebooks").iterdir() if path.name.endswith(".toml")))


@cache
def codebook(name: str = "policy") -> Codebook:
    """A codebook of the kit by its name, or one of your own by the path of its TOML file.

    The file has ``title``, ``sources`` (a list) and ``[[frames]]``, each with ``name``, ``definition``,
    ``cues`` (a list of words and phrases; ``*`` at the end of a cue stands for any further letters) and
    perhaps ``not_near`` (words that undo a cue within five words of them). Raises
    :class:`tellings.errors.InputError`, which names the file, the place and what is expected there.

    >>> codebook("policy").frames[0].name
    'economic'
    """
    if name in shipped():
        source, text = f"{name}.toml", (files("tellings.codebooks") / f"{name}.toml").read_text(encoding="utf-8")
    else:
        source, text = name, _own(name)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise InputError(f"The codebook {source} is not valid TOML: {wrong}. Mend that place and run again.") from None
    return _checked(source, data)


def _own(name: str) -> str:
    path = Path(name)
    if path.suffix != ".toml" or not path.is_file():
        raise InputError(
            f"There is no codebook {name!r}. The kit has: {', '.join(shipped())}. "
            "For your own, give the path of a .toml file."
        )
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as wrong:
        raise InputError(f"The codebook {name} cannot be read: {wrong}. Save it as UTF-8 text.") from None


def _checked(source: str, data: dict[str, Any]) -> Codebook:
    frames = data.get("frames")
    if not isinstance(frames, list) or not frames:
        raise InputError(f"The codebook {source} has no [[frames]]. Add at least one, with a name and cues.")
    made = tuple(_frame(source, number, frame) for number, frame in enumerate(frames, 1))
    names = [frame.name for frame in made]
    twice = next((name for name in names if names.count(name) > 1), None)
    if twice:
        raise InputError(f"The codebook {source} has two frames named {twice!r}. Give each a name of its own.")
    return Codebook(str(data.get("title", source)), _strings(source, "sources", data.get("sources", [])), made)


def _frame(source: str, number: int, frame: Any) -> Frame:
    where = f"frame {number}"
    if not isinstance(frame, dict) or not isinstance(frame.get("name"), str) or not frame["name"].strip():
        raise InputError(f"The codebook {source}, {where}: `name` is missing. Write name = \"…\" under [[frames]].")
    where = f"frame {frame['name']!r}"
    cues = _strings(source, f"{where}, key `cues`", frame.get("cues", []))
    bad = next((cue for cue in cues if not _CUE.fullmatch(cue)), None)
    if not cues or bad is not None:
        wrong = f"{bad!r} is not a cue" if bad is not None else "there are no cues"
        raise InputError(
            f"The codebook {source}, {where}: {wrong}. A cue is a word or a phrase that starts with a letter or "
            "a digit; `*` may stand at its end only."
        )
    return Frame(
        frame["name"], str(frame.get("definition", "")), cues,
        _strings(source, f"{where}, key `not_near`", frame.get("not_near", [])),
    )  # fmt: skip


def _strings(source: str, where: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise InputError(f'The codebook {source}, {where}: a list of texts is expected there, as in ["one", "two"].')
    return tuple(value)
