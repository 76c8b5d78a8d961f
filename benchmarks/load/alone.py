"""What one visitor's work costs, in this process: seconds of a core, which other programs change little."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

from benchmarks.growth import design_of
from trueline.design import design_from_json
from trueline.document import document_to_json
from trueline.files import FileProblems
from trueline.memory import forget_all

HEAD = "Hierarchy,Indicators,Means of verification,Assumptions\nOutcome: Fewer are deceived,,,\n"


def seconds_for(work: Callable[[], object]) -> float:
    forget_all()
    began = time.process_time()
    work()
    return time.process_time() - began


def beginning() -> str:
    """Seconds to begin a design from a table of so many activities, or to be refused."""
    from trueline.exchange.logframe import begin, logframe_of
    from trueline.office import read_office

    said = []
    for size in (500, 1_500, 3_000, 5_000):
        lines = "".join(f"Activity {n}: Train office {n},,,\n" for n in range(1, size + 1))
        data = f"{HEAD}{lines}".encode()
        refused = ""

        def work(data: bytes = data) -> None:
            nonlocal refused
            try:
                begin(logframe_of(read_office(data, "activities.csv"), "activities.csv"))
            except FileProblems:
                refused = ", refused"

        seconds = seconds_for(work)
        said.append(f"{size:,}: {seconds:.2f} s{refused}")
    return "; ".join(said)


def opening() -> str:
    """Seconds to read designs of so many activities as they are stored; the last is at the limit."""
    said = []
    for size in (1_500, 3_333):
        stored = document_to_json(design_of(size))
        seconds = seconds_for(lambda stored=stored: design_from_json(stored))
        said.append(f"{size:,} with all that hangs on them: {seconds:.2f} s")
    return "; ".join(said)


def comparing() -> str:
    """Seconds to compare sixty texts of seven hundred words, and to see it again."""
    from trueline.toolkit import load_toolkit
    from trueline.web.documents.changes import changes

    words = [f"word{n % 211}" for n in range(700)]
    design, toolkit = design_of(60), load_toolkit()

    def texts(step: int) -> Any:
        activities = tuple(
            each.model_copy(update={"description": " ".join(words[n * step % 97 :])})
            for n, each in enumerate(design.activities)
        )
        return design.model_copy(update={"activities": activities})

    one, other = texts(1), texts(3)
    return f"{seconds_for(lambda: changes(one, other, toolkit)):.2f} s"
