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


Extra = Annotated[
    list[Path],
    typer.Option(
        "--with",
        show_default=False,
        help="Folder with your organisation's own entries. May be repeated.",
    ),
]
Paper = Annotated[PaperSize, typer.Option(case_sensitive=False, help="For what is printed.")]
