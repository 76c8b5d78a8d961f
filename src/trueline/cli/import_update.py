"""Bringing a design's file up to date with a logframe: each difference is shown and asked."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from trueline.cli.loading import load
from trueline.cli.printing import console
from trueline.language import gettext, ngettext

if TYPE_CHECKING:
    from trueline.exchange.logframe import Logframe
    from trueline.exchange.logframe.updating import Difference
    from trueline.reports.changes import ChangeWording


def update_design(file: Path, table: Logframe, due: dict[str, date], *, yes: bool) -> None:
    """Take over what is chosen; the comments and the order of the file stay."""
    from trueline.document import document_to_json
    from trueline.exchange.logframe.updating import differences
    from trueline.reports.changes import ChangeWording
    from trueline.reports.files import put
    from trueline.toolkit import load_toolkit

    loaded = load(file)
    changes = differences(loaded.document, table, due)
    out = console(errors=True)
    if not changes:
        out.print(gettext("{file} says all that the logframe says.", file=file), markup=False)
        return
    wording = ChangeWording(loaded.document, loaded.document, load_toolkit())
    chosen = [one for one in changes if _is_taken(one, wording, yes=yes)]
    if file.suffix.lower() == ".json":
        design = loaded.document
        for one in chosen:
            design = one.apply(design)
        text = document_to_json(design) + "\n"
    else:
        text = file.read_text("utf-8")
        for one in chosen:
            text = _text_with(text, one)
    if chosen:
        put(file, text.encode())
    message = ngettext(
        "Took over {count} difference into {file}.",
        "Took over {count} differences into {file}.",
        len(chosen),
        file=file,
    )
    out.print(message, markup=False, soft_wrap=True)


def _is_taken(difference: Difference, wording: ChangeWording, *, yes: bool) -> bool:
    out = console(errors=True)
    for change in difference.changes:
        out.print(wording.sentence(change), markup=False, soft_wrap=True)
    if difference.is_in_doubt:
        doubt = gettext(
            "Several indicators say the same and bear no code: is this the one that is meant?"
        )
        out.print(doubt, markup=False, soft_wrap=True)
        yes = False
    return yes or typer.confirm(gettext("Take this over?"), default=False, err=True)


def _text_with(text: str, difference: Difference) -> str:
    """The file's text with a difference, everything around it as it was."""
    from trueline.document import add_element_in, set_field_in

    if difference.is_new:
        return add_element_in(text, difference.address, difference.values)[0]
    for name, value in difference.values.items():
        text = set_field_in(text, f"{difference.address}.{name}", value)
    return text
