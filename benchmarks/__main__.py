"""Print each piece of work beside its bound. Exit 1 if a bound is not kept."""

from __future__ import annotations

import pkgutil
import sys
from collections.abc import Iterator
from importlib import import_module
from types import ModuleType

import benchmarks
from benchmarks.timing import Timed


def parts() -> Iterator[ModuleType]:
    """The modules here whose names end in `_work`: a new one is timed without being listed."""
    for module in pkgutil.iter_modules(benchmarks.__path__):
        if module.name.endswith("_work"):
            yield import_module(f"benchmarks.{module.name}")


def shown(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.1f} ms"


def main() -> int:
    results: list[Timed] = []
    print(f"{'work':<58}{'median':>10}{'bound':>10}  kept")
    for part in parts():
        for result in part.run():
            results.append(result)
            kept = "yes" if result.within else "NO"
            print(
                f"{result.work:<58}{shown(result.seconds):>10}{shown(result.bound):>10}  {kept}",
                flush=True,
            )
    return 0 if all(result.within for result in results) else 1


sys.exit(main())
