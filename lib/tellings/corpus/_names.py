"""Short names from file names that others chose: outlets to show, and ids that are safe anywhere."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

LONGEST_ID = 48
LONGEST_NAME = 60

_SEPARATORS = re.compile(r"([_\-. ]+)")
_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)
_HASH = re.compile(r"(?=[a-f]*[0-9])(?:(?=[0-9]*[a-f])[0-9a-f]{8,}|[0-9a-f]{16,})", re.IGNORECASE)
_DATE = re.compile(r"(?<!\d)(?:19|20)\d\d[-_.]?(?:0[1-9]|1[0-2])[-_.]?(?:0[1-9]|[12]\d|3[01])(?!\d)")
# Names that Windows keeps for devices, whatever follows the dot.
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)")


def printable(name: str) -> str:
    r"""A name fit to show and to store: what cannot be printed or encoded is written as an escape.

    >>> printable("two\nlines")
    'two\\nlines'
    """
    return "".join(c if c.isprintable() or c == "\u200d" else repr(c)[1:-1] for c in name)


def stem(path: str) -> str:
    """The last part of a path without its ending."""
    name = path.rsplit("/", 1)[-1]
    head, dot, _ = name.rpartition(".")
    return head if dot and head.strip(".") else name


def _without_hashes(name: str) -> str:
    """A name without the parts that are hashes; a name that is all hash keeps its first eight characters."""
    parts = _SEPARATORS.split(_UUID.sub("", name))
    kept = [
        (parts[i - 1] if i else "") + parts[i]
        for i in range(0, len(parts), 2)
        if parts[i] and not _HASH.fullmatch(parts[i])
    ]
    return "".join(kept).strip("_-. ") or name[:8]


def _without_date(name: str) -> str:
    return _DATE.sub("", name).strip("_-. ") or name


def _without_affixes(names: Sequence[str]) -> list[str]:
    """The names without what all begin or end with, cut at separators, if something with letters is left of each."""
    if len(set(names)) < 2:
        return list(names)
    front = _whole_parts(_common_start(names))
    back = _whole_parts(_common_start([name[::-1] for name in names]))
    cut = [name[front : len(name) - back] for name in names]
    return cut if all(any(char.isalpha() for char in part) for part in cut) else list(names)


def _common_start(names: Sequence[str]) -> str:
    first, last = min(names), max(names)
    return next((first[:i] for i, char in enumerate(first) if last[i : i + 1] != char), first)


def _whole_parts(affix: str) -> int:
    ends = [match.end() for match in _SEPARATORS.finditer(affix)]
    return ends[-1] if ends else 0


def outlets(paths: Sequence[str]) -> list[str]:
    """The shortest clear name for each path, different for each: no ending, no hash, no date, no common part.

    What was left out comes back where two names would be the same without it.

    >>> outlets(["000_1494e3d9e1e90c1f.txt", "001_6ccd7ed6ba2a2fa3.txt"])
    ['000', '001']
    >>> outlets(["the-sun_2025-11-20.txt", "le-monde_2025-11-20.txt", "le-monde_2025-11-21.txt"])
    ['the-sun', 'le-monde_2025-11-20', 'le-monde_2025-11-21']
    """
    stems = [stem(path) for path in paths]
    plain = [_without_hashes(name) for name in stems]
    dateless = [_without_date(name) for name in plain]
    wholes = [path.rpartition(".")[0] or path for path in paths]
    numbered = [f"{_shorten(path)} ({i})" for i, path in enumerate(paths, 1)]
    return _first_unique([_without_affixes(dateless), dateless, plain, stems, wholes, list(paths), numbered])


def _shorten(name: str) -> str:
    return name if len(name) <= LONGEST_NAME else name[: LONGEST_NAME - 1] + "…"


def _first_unique(levels: list[list[str]]) -> list[str]:
    """For each position the first level's name that no other position wants; the last level must be unique."""
    names = [_shorten(name) for name in levels[0]]
    for level in levels[1:]:
        seen = Counter(name.casefold() for name in names)
        names = [
            name if seen[name.casefold()] == 1 else _shorten(longer)
            for name, longer in zip(names, level, strict=True)
        ]
    return names


def slug(name: str) -> str:
    """Lower-case ASCII letters, digits and single hyphens: safe as a file name, an HTML id and in a URL.

    >>> slug("../Süddeutsche Zeitung, “Nr. 3”")
    'suddeutsche-zeitung-nr-3'
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    joined = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
    return f"a-{joined}" if _RESERVED.fullmatch(joined) else joined


def ids(names: Sequence[str]) -> list[str]:
    """A slug for each name, different for each, that depends on the name alone unless two would be the same.

    >>> ids(["uk/000_1494e3d9e1e90c1f.txt", "uk/000_6ccd7ed6ba2a2fa3.txt", "新闻.txt"])
    ['uk-000', 'uk-000-00dcd5', 'article-771d94']
    """
    taken: set[str] = set()
    found = []
    for name in names:
        found.append(_free(_id(name), name, taken))
        taken.add(found[-1])
    return found


def _id(name: str) -> str:
    folder, slash, last = name.rpartition("/")
    base = slug(folder + slash + _without_hashes(stem(last)))
    if not base:
        return f"article-{_digest(name)}"
    return base if len(base) <= LONGEST_ID else f"{base[: LONGEST_ID - 7].rstrip('-')}-{_digest(name)}"


def _free(wanted: str, name: str, taken: set[str]) -> str:
    if wanted not in taken:
        return wanted
    candidate, turn = f"{wanted[: LONGEST_ID - 7].rstrip('-')}-{_digest(name)}", 1
    while candidate in taken:
        turn += 1
        candidate = f"{wanted[: LONGEST_ID - 7].rstrip('-')}-{_digest(f'{name} {turn}')}"
    return candidate


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode("utf-8", "backslashreplace")).hexdigest()[:6]
