"""Writes a review: to the terminal or a pipe, to one file, to a file for each design."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from trueline.cli.printing import console, path_text
from trueline.cli.review_formats import Form, Format
from trueline.cli.reviewing import Outcome
from trueline.files import FileProblems, Problem
from trueline.language import gettext, ngettext
from trueline.reports.files import put

FOR_PROGRAMS = (Format.json, Format.sarif, Format.junit)
"""Written even where there was nothing to review: whoever reads them looks for what went wrong."""
MOST_NAMED = 20
"""So many files that were passed over are named."""


def write_review(
    form: Form,
    reviewed: list[Outcome],
    problems: list[Problem],
    out: Path | None,
    *,
    passed_over: dict[Path, str],
) -> list[Problem]:
    """Write the reviews, and say on the terminal where they are.

    Returns the problems of designs that could not be written. Raises FileProblems where all of them
    stand in one file and that can't be written.
    """
    refused: list[Problem] = []
    if form.joined and (reviewed or form.format in FOR_PROGRAMS):
        text = form.joined(reviewed, problems, passed_over)
        if out is None:
            sys.stdout.write(text)
            sys.stdout.flush()
        else:
            put(out, text.encode())
            _say(gettext("Wrote {out}.", out=out))
    elif reviewed and out is None:
        sys.stdout.buffer.write(_bytes(reviewed[0]))
        sys.stdout.flush()
    elif reviewed and out:
        refused += _write_each(form, reviewed, out)
    _say_what_was_passed_over(passed_over)
    return refused


def _say_what_was_passed_over(files: dict[Path, str]) -> None:
    if not files:
        return
    _say(ngettext("{count} file passed over:", "{count} files passed over:", len(files)))
    for file, reason in list(files.items())[:MOST_NAMED]:
        _say(f"  {path_text(file)}: {reason}")
    if len(files) > MOST_NAMED:
        left = len(files) - MOST_NAMED
        _say("  " + ngettext("and {count} more", "and {count} more", left))


def _write_each(form: Form, reviewed: list[Outcome], out: Path) -> Iterator[Problem]:
    """Write a file for each design; yields why, where one can't be written."""
    for outcome, path in _with_paths(form, reviewed, out):
        try:
            put(path, _bytes(outcome))
        except FileProblems as refused:
            yield from refused.problems
        else:
            _say(gettext("Wrote {path}.", path=path))


def _with_paths(form: Form, reviewed: list[Outcome], out: Path) -> Iterator[tuple[Outcome, Path]]:
    """Each review with a path of its own; designs of one name are numbered."""
    if len(reviewed) == 1 and not os.path.isdir(out):
        yield reviewed[0], out
        return
    out.mkdir(parents=True, exist_ok=True)
    used: dict[str, int] = {}
    for outcome in reviewed:
        stem = outcome.file.stem
        used[stem] = used.get(stem, 0) + 1
        number = f"-{used[stem]}" if used[stem] > 1 else ""
        yield outcome, out / f"{stem}{number}-review.{form.format}"


def _bytes(outcome: Outcome) -> bytes:
    content = outcome.rendered
    return content if isinstance(content, bytes) else content.encode()


def _say(message: str) -> None:
    console(errors=True).print(message, markup=False, soft_wrap=True)
