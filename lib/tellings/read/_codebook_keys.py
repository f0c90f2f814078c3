"""The keys of a codebook's file: each checked, and a fault told with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from typing import Any, NamedTuple, NoReturn

from tellings.errors import InputError

_BOOK_KEYS = ("title", "version", "sources", "frames")
_FRAME_KEYS = ("name", "definition", "source", "cues", "near", "not_near", "examples")
_CUE_KEYS = ("cue", "near", "not_near")
# Words of letters and digits with apostrophes or full stops in them, each perhaps open at its end.
_CUE = re.compile(r"\w+(?:['’.]\w+)*\*?(?:[ -]\w+(?:['’.]\w+)*\*?){0,9}")
_LONGEST = 120  # characters of a cue
_MOST = 20_000  # cues of a codebook
_HEADER = re.compile(r"\s*+\[\[?+\s*+([\w.\"' -]{1,80}?)\s*+\]\]?+\s*+(?:#.*)?$")


class CheckedFrame(NamedTuple):
    """A frame as its file has it, every value of the type it should have."""

    name: str
    definition: str
    source: str
    rules: tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]
    examples: tuple[str, ...]


class Place(NamedTuple):
    """Where in a codebook's file: TOML readers give no lines, so they are looked up when there is a fault."""

    source: str
    text: str
    frame: int = 0
    name: str = ""

    def fault(self, key: str, what: str, *, value: object = None) -> NoReturn:
        """Raise the error for a key of this place."""
        of = f" of frame {self.name!r}" if self.name else f" of frame {self.frame}" if self.frame else ""
        raise InputError(f"The codebook {self.source}, line {self.line(key, value)}, key `{key}`{of}: {what}")

    def line(self, key: str, value: object = None) -> int:
        """The line of a key, or of a text in its value; that of the frame or the first where it has none."""
        block = list(self._block())
        if not block:
            return 1
        assigned = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=")
        start = next((place for place, (_, line) in enumerate(block) if assigned.match(line)), None)
        if start is None:
            return block[0][0]
        if isinstance(value, str) and value:
            return next((number for number, line in block[start:] if value in line), block[start][0])
        return block[start][0]

    def _block(self) -> Iterator[tuple[int, str]]:
        """The lines of this frame, or, before any frame, those of the file's own keys."""
        frames = 0
        inside = not self.frame
        for number, line in enumerate(self.text.splitlines(), 1):
            header = _HEADER.match(line)
            if header:
                frames += header[1].strip("\"' ") == "frames"
                inside = frames == self.frame
            if inside:
                yield number, line


def text_of(place: Place, table: dict[str, Any], key: str) -> str:
    """A text, empty where the key is missing."""
    value = table.get(key, "")
    if not isinstance(value, str):
        place.fault(key, f'a text is expected, as in {key} = "…"; here is {_kind(value)}.')
    return value


def sources(place: Place, data: dict[str, Any]) -> tuple[str, ...]:
    """The sources of the book, and a check that it has no keys but those it may have."""
    _known(place, data, _BOOK_KEYS)
    return _texts(place, data, "sources")


def checked_frames(place: Place, data: dict[str, Any]) -> Iterator[CheckedFrame]:
    """The frames of a book, each checked."""
    frames = data.get("frames")
    if not isinstance(frames, list) or not frames:
        place.fault("frames", "there are no frames. Add at least one [[frames]] with a name and cues.")
    seen: set[str] = set()
    cues = 0
    for number, table in enumerate(frames, 1):
        frame = _frame(place._replace(frame=number), table)
        if frame.name in seen:
            where = place._replace(frame=number)
            where.fault("name", f"a second frame is named {frame.name!r}. Give each a name of its own.")
        seen.add(frame.name)
        cues += len(frame.rules)
        if cues > _MOST:
            place._replace(frame=number).fault("cues", f"the book has more than {_MOST:,} cues. Split it.")
        yield frame


def _frame(place: Place, table: Any) -> CheckedFrame:
    if not isinstance(table, dict):
        place.fault("frames", f"a frame is a table, written under [[frames]]; here is {_kind(table)}.")
    name = text_of(place, table, "name").strip()
    if not name or not name.isprintable() or len(name) > 80:
        place.fault("name", 'a name of letters is needed, 80 at most: write name = "…" under [[frames]].')
    place = place._replace(name=name)
    _known(place, table, _FRAME_KEYS)
    near, undone = _cues(place, table, "near"), _cues(place, table, "not_near")
    return CheckedFrame(
        name,
        text_of(place, table, "definition"),
        text_of(place, table, "source"),
        tuple(_rules(place, table, near, undone)),
        _texts(place, table, "examples"),
    )


def _rules(
    place: Place, table: dict[str, Any], near: tuple[str, ...], undone: tuple[str, ...]
) -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    given = table.get("cues")
    if not isinstance(given, list) or not given:
        place.fault("cues", 'a list of cues is needed, as in cues = ["word", "two words", "open*"].')
    for entry in given:
        if isinstance(entry, dict):
            _known(place, entry, _CUE_KEYS, inside="cues")
            own, not_own = _cues(place, entry, "near"), _cues(place, entry, "not_near")
            yield _cue(place, "cues", entry.get("cue")), own or near, not_own + undone
        else:
            yield _cue(place, "cues", entry), near, undone


def _cue(place: Place, key: str, cue: object) -> str:
    if not isinstance(cue, str):
        place.fault(key, f"{_kind(cue)} is no cue; a cue is a text.")
    if len(cue) > _LONGEST or not _CUE.fullmatch(cue):
        shown = cue if len(cue) <= 40 else cue[:40] + "…"
        place.fault(
            key,
            f"{shown!r} is no cue. A cue is one to ten words of letters and digits, {_LONGEST} characters at most; "
            "`*` may stand at the end of a word.",
            value=cue.splitlines()[0] if cue.strip() else None,
        )
    return cue


def _cues(place: Place, table: dict[str, Any], key: str) -> tuple[str, ...]:
    return tuple(_cue(place, key, cue) for cue in _texts(place, table, key))


def _texts(place: Place, table: dict[str, Any], key: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        place.fault(
            key, f'a list of texts is expected, as in {key} = ["one", "two"]; here is {_kind(value)}.'
        )
    return tuple(value)


def _known(place: Place, table: dict[str, Any], keys: tuple[str, ...], *, inside: str = "") -> None:
    unknown = next((key for key in table if key not in keys), None)
    if unknown is not None:
        like = get_close_matches(unknown, keys, n=1)
        did = f" Did you mean `{like[0]}`?" if like else f" There are: {', '.join(keys)}."
        place.fault(inside or unknown[:40], f"there is no key {unknown[:40]!r}.{did}")


def _kind(value: object) -> str:
    names = {
        bool: "true or false",
        int: "a number",
        float: "a number",
        str: "a text",
        list: "a list",
        dict: "a table",
    }
    return names.get(type(value), "nothing" if value is None else f"a {type(value).__name__}")
