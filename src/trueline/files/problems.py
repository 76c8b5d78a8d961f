"""What is wrong with a file, said so that its author can mend it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing wrong in one place.

    `line` and `column` count from 1; they are None where the whole file is meant. `message` says
    what was found and what is expected; `hint` what to do, where that is not plain from it.
    """

    file: str
    message: str
    line: int | None = None
    column: int | None = None
    hint: str = ""

    @property
    def place(self) -> str:
        """`file:line:column`, as far as known: editors and terminals turn it into a link."""
        known = [str(part) for part in (self.line, self.column) if part is not None]
        return ":".join([self.file, *known])

    def __str__(self) -> str:
        return f"{self.place}: {self.message}{' ' + self.hint if self.hint else ''}"


class FileProblems(Exception):
    """A file, or several, can't be used. Carries every problem found, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
