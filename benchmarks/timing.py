"""How work is timed: warmed up, repeated, and the median taken."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Timed:
    """One line of the table. `seconds` is the median of `runs`, `bound` what it may be."""

    work: str
    seconds: float
    bound: float
    runs: int

    @property
    def within(self) -> bool:
        return self.seconds <= self.bound


def timed(work: str, bound: float, task: Callable[[], object], runs: int = 15) -> Timed:
    """Median time of a task, in seconds, after one run that does not count."""
    task()
    spans = []
    for _ in range(runs):
        start = time.perf_counter()
        task()
        spans.append(time.perf_counter() - start)
    return Timed(work, statistics.median(spans), bound, runs)


def cold(work: str, bound: float, *arguments: str, runs: int = 7) -> Timed:
    """Median time of a `trueline` command in a new process, after one run that does not count.

    Compiled modules are kept, as they are wherever Trueline is installed.
    """
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    command = [sys.executable, "-c", "from trueline.cli import main; main()", *arguments]

    def task() -> None:
        subprocess.run(command, check=False, stdout=subprocess.DEVNULL, env=environment)

    return timed(work, bound, task, runs)
