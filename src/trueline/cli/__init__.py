"""The command line: parse, call, print. What a command does lives in the layers below."""

from __future__ import annotations

import sys


def main() -> None:
    """Run `trueline`. Exit codes: 0 fine, 1 findings at or above --fail-on, 2 can't be done."""
    from trueline.cli.app import app
    from trueline.cli.printing import report_problems
    from trueline.files import FileProblems

    try:
        app(prog_name="trueline")
    except FileProblems as problems:
        report_problems(problems)
        sys.exit(2)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)


__all__ = ["main"]
