"""The sources of the design."""

from __future__ import annotations

from collections.abc import Iterator

from trueline.design import Design
from trueline.document import Source
from trueline.language import gettext
from trueline.reports.design.dossier.parts import nothing_yet
from trueline.reports.layout.blocks import Row, Section, Table
from trueline.reports.values import Wording


def sources(design: Design, wording: Wording) -> Section:
    """A line for each source, with what it shows."""
    if not design.sources:
        return Section(gettext("Sources"), (nothing_yet(gettext("what it rests on")),))
    head = (gettext("Source"), Source.field_title("kind"), Source.field_title("note"))
    return Section(gettext("Sources"), (Table(head, tuple(_rows(design, wording)), (3, 1.1, 3)),))


def _rows(design: Design, wording: Wording) -> Iterator[Row]:
    for source in design.sources:
        year = str(source.year) if source.year is not None else ""
        line = ", ".join(part for part in (source.author, source.title or source.id, year) if part)
        yield (
            "\n".join(part for part in (line, source.url) if part),
            wording.field(source, "kind"),
            source.note,
        )
