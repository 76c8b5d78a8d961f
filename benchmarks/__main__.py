"""Print each piece of work beside its bound. Exit 1 if a bound is not kept."""

from __future__ import annotations

import sys

from benchmarks import review_work, toolkit_work
from benchmarks.timing import Timed

PARTS = (toolkit_work, review_work)


def shown(seconds: float) -> str:
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.1f} ms"


def main() -> int:
    results: list[Timed] = []
    print(f"{'work':<58}{'median':>10}{'bound':>10}  kept")
    for part in PARTS:
        for result in part.run():
            results.append(result)
            kept = "yes" if result.within else "NO"
            print(
                f"{result.work:<58}{shown(result.seconds):>10}{shown(result.bound):>10}  {kept}",
                flush=True,
            )
    return 0 if all(result.within for result in results) else 1


sys.exit(main())
