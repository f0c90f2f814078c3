"""Run every benchmark of this folder, or those named: ``python -m tests.benchmarks vader growth``."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path


def main() -> None:
    """Each module's ``main()`` prints its own table."""
    every = sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py"))
    for name in sys.argv[1:] or every:
        module = import_module(f"tests.benchmarks.{name}")
        if hasattr(module, "main"):
            print(f"\n## {name}: {(module.__doc__ or '').splitlines()[0]}\n", flush=True)
            module.main()


if __name__ == "__main__":
    main()
