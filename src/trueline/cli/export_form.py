"""Filling a donor's own form from a design."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from trueline.cli.printing import console, fail
from trueline.language import gettext

if TYPE_CHECKING:
    from trueline.design import Design
    from trueline.toolkit import Toolkit


def export_form(design: Design, form: Path, to: list[Path], toolkit: Toolkit) -> None:
    """Write the filled form, and say which placeholders stand for nothing that is known."""
    from trueline.files import FileProblems, Problem
    from trueline.office.archive import LARGEST
    from trueline.reports.design.forms import fill_form
    from trueline.reports.files import put

    if len(to) != 1 or to[0].suffix.lower() != form.suffix.lower():
        fail(
            gettext("A form is filled into one file of its own kind."),
            gettext("Give one --to that ends in {ending}.", ending=form.suffix or ".docx"),
        )
    try:
        with form.open("rb") as stream:
            data = stream.read(LARGEST)
    except OSError as error:
        reason = error.strerror or gettext("the system refused")
        message = gettext("It can't be read: {reason}.", reason=reason)
        raise FileProblems([Problem(str(form), message)]) from error
    filled = fill_form(design, toolkit, data, form.name)
    put(to[0], filled.content)
    out = console()
    out.print(gettext("Wrote {place}.", place=to[0]), markup=False, soft_wrap=True)
    if filled.unknown:
        names = ", ".join(filled.unknown)
        summary = gettext(
            "Left as they are, since they name nothing that a design says: {names}.", names=names
        )
        out.print(summary, markup=False, soft_wrap=True)
    for lost in filled.lost:
        out.print(gettext("Not kept: {what}.", what=lost), markup=False, soft_wrap=True)
