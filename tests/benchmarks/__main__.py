"""Run every benchmark of this folder, or those named: ``python -m tests.benchmarks vader growth``.

A number after a name is its size: ``python -m tests.benchmarks scale 10000``.
"""

from __future__ import annotations

import sys
from importlib import import_module
from inspect import signature
from pathlib import Path


def main() -> None:
    """Each module's ``main()`` prints its own table."""
    every = sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py"))
    sizes = [int(given) for given in sys.argv[1:] if given.isdigit()]
    for name in [given for given in sys.argv[1:] if not given.isdigit()] or every:
        module = import_module(f"tests.benchmarks.{name}")
        if hasattr(module, "main"):
            print(f"\n## {name}: {(module.__doc__ or '').splitlines()[0]}\n", flush=True)
            module.main(*sizes[: len(signature(module.main).parameters)])


if __name__ == "__main__":
    main()
