"""Printing at the command line: colour on a terminal, plain text in a pipe."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, NoReturn, TextIO, TypeVar, cast

from trueline.language import gettext, ngettext

if TYPE_CHECKING:
    from rich.console import Console

    from trueline.files import FileProblems

T = TypeVar("T")

PLAIN_WIDTH = 100
WORTH_A_BAR = 4
"""From how many steps on a bar shows how far they are."""


def console(*, errors: bool = False) -> Console:
    """The console to print to. In a pipe, lines are 100 wide and hold no colour."""
    from rich.console import Console

    stream = sys.stderr if errors else sys.stdout
    if stream.isatty():
        return Console(file=stream, highlight=False, emoji=False)
    return Console(
        file=cast("IO[str]", _Plain(stream)), highlight=False, width=PLAIN_WIDTH, emoji=False
    )


class _Plain(io.TextIOBase):
    """Passes text on without the spaces that pad lines on a terminal."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def write(self, text: str) -> int:
        self.stream.write(without_padding(text))
        return len(text)

    def flush(self) -> None:
        """Also done as it is thrown away, when the stream may be closed already."""
        if not self.stream.closed:
            self.stream.flush()


def without_padding(text: str) -> str:
    """A text without the blanks at the ends of its lines."""
    return "\n".join(line.rstrip(" ") for line in text.split("\n"))


def path_text(path: Path) -> str:
    """A path as text that can be written anywhere, even where its bytes are no UTF-8."""
    return os.fsencode(path).decode("utf-8", "replace")


def with_progress(steps: Iterable[T], total: int, doing: str) -> Iterator[T]:
    """Pass steps on; on a terminal, with a bar that shows how far they are."""
    if total < WORTH_A_BAR or not sys.stderr.isatty():
        yield from steps
        return
    from rich.progress import track

    yield from track(steps, doing, total, console=console(errors=True), transient=True)


def report_problems(problems: FileProblems, *, succeeded: int = 0) -> None:
    """Print what is wrong with files, a line for each problem, then how many there are.

    `succeeded` counts the files that were worked on all the same.
    """
    from rich.text import Text

    out = console(errors=True)
    for problem in problems.problems:
        line = Text(problem.place, style="bold")
        line.append(f": {problem.message}", style="default not bold")
        if problem.hint:
            line.append(f" {problem.hint}", style="not bold italic")
        out.print(line, soft_wrap=True)
    out.print(_in_all(problems.count, succeeded))


def _in_all(count: int, succeeded: int) -> str:
    problems = ngettext("{count} problem", "{count} problems", count)
    if not succeeded:
        return gettext("{problems}; nothing was done.", problems=problems)
    return ngettext(
        "{problems}; {count} other file went through.",
        "{problems}; {count} other files went through.",
        succeeded,
        problems=problems,
    )


def fail(message: str, hint: str = "") -> NoReturn:
    """Say why a command can't be carried out, and stop with exit code 2."""
    import typer

    console(errors=True).print(f"{message} {hint}".strip(), markup=False, soft_wrap=True)
    raise typer.Exit(2)
