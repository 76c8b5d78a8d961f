"""Reviewing files, one after the other or on all processors where there are many."""

from __future__ import annotations

import gc
import os
import signal
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from trueline.cli.loading import load
from trueline.cli.printing import path_text
from trueline.files import FileProblems, Problem
from trueline.language import get_language, override
from trueline.reports.review import Reviewed, reviewed
from trueline.review import Summary, all_rules, nothing_to_review
from trueline.toolkit import Toolkit, load_toolkit

MANY = 40
"""From how many files on it pays to start processes."""

Render = Callable[[Reviewed], str | bytes]


@dataclass(frozen=True)
class Outcome:
    """The outcome for one file: its review in the requested format, or why there is none."""

    file: Path
    title: str = ""
    summary: Summary | None = None
    rendered: str | bytes = ""
    problems: tuple[Problem, ...] = ()
    nothing_to_review: bool = False


@dataclass(frozen=True)
class Work:
    """The work on each file. It can be pickled for another process."""

    render: Render
    on: date
    extra: tuple[Path, ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict)
    related: Mapping[str, Any] = field(default_factory=dict)
    language: str = field(default_factory=get_language)
    """What is written is in the language of whoever asked, in whichever process it is made."""

    @property
    def toolkit(self) -> Toolkit:
        """The toolkit that designs are reviewed by."""
        return load_toolkit(extra=self.extra)

    def outcomes(self, files: list[Path]) -> Iterator[Outcome]:
        """One for each file, in their order. Raises FileProblems if the toolkit can't be read."""
        toolkit = self.toolkit
        processors = _processors()
        if len(files) < MANY or processors < 2:
            for file in files:
                yield outcome(file, self, toolkit)
        else:
            yield from _in_processes(files, self, processors)


def outcome(file: Path, work: Work, toolkit: Toolkit) -> Outcome:
    """Load, review and render one file."""
    with override(work.language):
        return _outcome(file, work, toolkit)


def _outcome(file: Path, work: Work, toolkit: Toolkit) -> Outcome:
    try:
        review = reviewed(
            load(file, path_text(file)), toolkit, on=work.on, data=work.data, related=work.related
        )
    except FileProblems as problems:
        return Outcome(file, problems=problems.problems)
    return Outcome(
        file,
        review.title,
        review.summary,
        work.render(review),
        nothing_to_review=nothing_to_review(review.document),
    )


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _in_processes(files: list[Path], work: Work, processors: int) -> Iterator[Outcome]:
    """The first process alone heeds signals; the others finish what they are at and end with it."""
    from concurrent.futures import ProcessPoolExecutor

    with ExitStack() as at_the_end:
        with _signals_waiting():  # one in the midst of a start would leave processes behind
            pool = ProcessPoolExecutor(processors, initializer=_begin, initargs=(work,))
            at_the_end.callback(pool.shutdown, cancel_futures=True)
            outcomes = pool.map(_outcome_of, files, chunksize=8)
        yield from outcomes


@contextmanager
def _signals_waiting() -> Iterator[None]:
    """Signals that ask the command to end come in when this is over."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT, signal.SIGTERM))
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_held: list[tuple[Work, Toolkit]] = []
"""The context of a process, set when it begins."""


def _begin(work: Work) -> None:
    """Load what all reviews need once, and exclude it from garbage collection."""
    for signal_number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(signal_number, signal.SIG_IGN)
    threading.Thread(target=_end_with_the_first, daemon=True).start()
    _held[:] = [(work, work.toolkit)]
    all_rules()
    gc.freeze()


def _outcome_of(file: Path) -> Outcome:
    work, toolkit = _held[0]
    return outcome(file, work, toolkit)


def _end_with_the_first() -> None:
    """End when the process that began this one does, even where it was killed."""
    import multiprocessing

    if first := multiprocessing.parent_process():
        first.join()
        os._exit(1)
