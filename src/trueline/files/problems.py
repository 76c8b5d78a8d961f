"""Problems of a file, worded so that its author can mend them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from trueline.language import gettext, ngettext

MOST = 50
"""At most this many problems of a file are shown; one line says how many more there are."""


@dataclass(frozen=True)
class Problem:
    """One thing wrong in one place.

    `line` and `column` count from 1; they are None where the whole file is meant. `message` says
    what was found and what is expected; `hint` what to do, where that is not plain from it. `more`
    is how many problems it stands for that are not listed one by one.
    """

    file: str
    message: str
    line: int | None = None
    column: int | None = None
    hint: str = ""
    more: int = 0

    @property
    def place(self) -> str:
        """`file:line:column`, as far as known: editors and terminals turn it into a link."""
        parts = [str(part) for part in (self.line, self.column) if part is not None]
        return ":".join([self.file, *parts])

    def __str__(self) -> str:
        return f"{self.place}: {self.message}{' ' + self.hint if self.hint else ''}"


class FileProblems(Exception):
    """A file, or several, can't be used. Carries every problem found, up to MOST of each file."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(_first_of_each_file(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))

    @property
    def count(self) -> int:
        """How many problems there are, shown or not."""
        return sum(problem.more or 1 for problem in self.problems)


def _first_of_each_file(problems: Iterable[Problem]) -> Iterator[Problem]:
    yielded, more = Counter[str](), Counter[str]()
    for problem in problems:
        if problem.more or yielded[problem.file] >= MOST:
            more[problem.file] += problem.more or 1
        else:
            yielded[problem.file] += 1
            yield problem
    for file, count in more.items():
        yield remaining_problems(file, count)


def remaining_problems(file: str, count: int) -> Problem:
    """How many more problems a file has than are listed."""
    message = ngettext(
        "There is {count} more problem in it.", "There are {count} more problems in it.", count
    )
    return Problem(file, message, hint=gettext("Mend these first."), more=count)
