"""How the command line prints: colour on a terminal, plain text in a pipe."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.console import Console

    from trueline.files import FileProblems

PLAIN_WIDTH = 100


def console(*, errors: bool = False) -> Console:
    """Where to print. In a pipe, lines are 100 wide and hold no colour."""
    from rich.console import Console

    stream = sys.stderr if errors else sys.stdout
    width = None if stream.isatty() else PLAIN_WIDTH
    return Console(file=stream, highlight=False, soft_wrap=False, width=width, emoji=False)


def report_problems(problems: FileProblems) -> None:
    """Print what is wrong with files, a line for each problem, then how many there are."""
    from rich.text import Text

    out = console(errors=True)
    for problem in problems.problems:
        line = Text(problem.place, style="bold")
        line.append(f": {problem.message}", style="default not bold")
        if problem.hint:
            line.append(f" {problem.hint}", style="not bold italic")
        out.print(line, soft_wrap=True)
    count = len(problems.problems)
    out.print(f"{count} problem{'' if count == 1 else 's'}; nothing was done.")


def fail(message: str, hint: str = "") -> None:
    """Say why a command can't be carried out, and stop with exit code 2."""
    import typer

    console(errors=True).print(f"{message} {hint}".strip(), markup=False, soft_wrap=True)
    raise typer.Exit(2)
