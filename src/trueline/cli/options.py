"""Options that several commands take, so that each reads the same everywhere."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from trueline.cli.printing import fail
from trueline.language import base_language, gettext, languages, override, supported_language
from trueline.language.context import ENGLISH


class PaperSize(StrEnum):
    """Paper sizes."""

    a4 = "a4"
    letter = "letter"


class Edition(StrEnum):
    """How much of the toolkit is printed."""

    full = "full"
    pocket = "pocket"
    booklet = "booklet"


Extra = Annotated[
    list[Path],
    typer.Option(
        "--with",
        show_default=False,
        help="Folder with your organisation's own entries. May be repeated.",
    ),
]


def _speak(context: typer.Context, language: str | None) -> str | None:
    """Let the whole command speak a language that was asked for, its help and messages too."""
    if language is None:
        return None
    if supported_language(language) == ENGLISH != base_language(language):
        fail(
            gettext("Nothing can be written in “{language}”.", language=language),
            gettext("The languages are: {names}.", names=", ".join(languages())),
        )
    context.with_resource(override(language))
    return language


Language = Annotated[
    str | None,
    typer.Option(
        "--language",
        callback=_speak,
        is_eager=True,
        show_default=False,
        help="The language to write in: en, fr or ar. What has no translation yet stays English."
        " [default: TRUELINE_LANGUAGE, or yours]",
    ),
]
Paper = Annotated[PaperSize, typer.Option(case_sensitive=False, help="For what is printed.")]
