"""Asking for a passphrase, of a person or of whatever starts the command."""

from __future__ import annotations

import os
import sys

import typer

from trueline.cli.printing import fail
from trueline.language import gettext

VARIABLE = "TRUELINE_PASSPHRASE"


def read_passphrase(*, twice: bool = False) -> str:
    """The passphrase in the environment, or typed unseen, or the first line of standard input."""
    if passphrase := os.environ.pop(VARIABLE, ""):
        return passphrase
    if sys.stdin.isatty():
        return str(
            typer.prompt(
                gettext("Passphrase"), hide_input=True, confirmation_prompt=twice, err=True
            )
        )
    passphrase = sys.stdin.readline().rstrip("\r\n")
    if not passphrase:
        fail(
            gettext("A passphrase is needed, and nobody can answer here."),
            gettext(
                "Give it in {VARIABLE}, or as the first line of standard input.", VARIABLE=VARIABLE
            ),
        )
    return passphrase
