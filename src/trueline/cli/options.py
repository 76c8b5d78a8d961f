"""Options that several commands take, so that each reads the same everywhere."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer


class PaperSize(StrEnum):
    """What pages are printed on."""

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
Language = Annotated[
    str | None,
    typer.Option(
        show_default=False,
        help="The language to write in: en, fr or ar. What has no translation yet stays English."
        " [default: yours]",
    ),
]
Paper = Annotated[PaperSize, typer.Option(case_sensitive=False, help="For what is printed.")]
