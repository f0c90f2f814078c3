"""No regular expression of the package can backtrack without bound."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import tellings
from hostile import patterns
from hostile.backtracking import ambiguity
from hostile.patterns import Pattern

ROOT = Path(tellings.__file__).parent
KIT = "it reads what the kit itself wrote, never a text from outside"
# How patterns are used that are handed on in a way the source does not show.
USED = {
    ("read/_furniture.py", "(?:"): {"match"},
    ("compare/_audit_finders.py", "\\s?(?:[a-z]++(?:"): {"fullmatch"},
}
# By file and how the pattern begins: what bounds its work.
EXCEPTIONS = {
    ("read/_seams.py", "[^\\W_]+$"): "it is given the 40 characters before a place",
    ("show/_figure.py", "<svg "): KIT,
    ("show/_figure.py", "<metadata>"): KIT,
    ("scale/_versions.py", "^[ \\t]*from (tellings"): KIT,
}
# Patterns built of what a user says, and what bounds their work.
BUILT = {
    "coding/_blind.py": "names of outlets word by word, with at most four characters between",
    "compare/_collocations.py": "escaped words with at most three stars of up to sixty letters, matched with single words",
    "compare/_concordance.py": "escaped words with at most three stars of up to sixty letters",
    "compare/_precision.py": "an escaped number that a run of digits leads up to, from the beginning of the run",
    "read/_codebook_keys.py": "an escaped key between spaces, matched with a line's beginning",
    "report/_clean.py": "escaped names of folders",
    "scale/_chunks.py": "escaped words of the kit's own lists, one beside the other",
    "scale/_versions.py": KIT,
}


@cache
def collected() -> tuple[Pattern, ...]:
    """What is compiled in a fresh process, and what else stands in the source."""
    command = [sys.executable, str(Path(patterns.__file__))]
    run = subprocess.run(command, capture_output=True, text=True, cwd=ROOT.parents[1], check=True)
    seen = [Pattern(*one) for one in json.loads(run.stdout)]
    return (*seen, *patterns.written(ROOT, {(one.file, id(patterns.call_at(one, ROOT))) for one in seen}))


def uses(one: Pattern) -> set[str]:
    known = (
        used for (file, opens), used in USED.items() if one.file == file and one.pattern.startswith(opens)
    )
    return next(known, None) or patterns.uses(one, ROOT)


def excepted(one: Pattern) -> bool:
    return any(one.file == file and one.pattern.startswith(opens) for file, opens in EXCEPTIONS)


def test_every_pattern_is_linear_in_the_way_it_is_used() -> None:
    tried = {
        (one.pattern, one.flags, use): one.file
        for one in collected()
        if not excepted(one)
        for use in uses(one)
    }
    found = {
        f"{file}: {pattern[:80]!r}, {use}": bad
        for (pattern, flags, use), file in tried.items()
        if (bad := ambiguity(pattern, flags, search=use == "search", whole=use == "fullmatch"))
    }
    assert not found
    assert len(tried) > 150


def test_every_call_that_takes_a_pattern_is_looked_at() -> None:
    at = {(one.file, call.lineno) for one in collected() if (call := patterns.call_at(one, ROOT))}
    unseen = {
        file
        for file, tree in patterns.trees(ROOT).items()
        for call in patterns.calls(tree)
        if (file, call.lineno) not in at and file not in BUILT
    }
    assert not unseen


def test_every_exception_is_needed() -> None:
    for file, opens in EXCEPTIONS:
        held = [one for one in collected() if one.file == file and one.pattern.startswith(opens)]
        assert any(
            ambiguity(one.pattern, one.flags, search=use == "search", whole=use == "fullmatch")
            for one in held
            for use in uses(one)
        ), opens
