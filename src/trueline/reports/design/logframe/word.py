"""The logframe as a Word document: the four columns on pages that lie on their side."""

from __future__ import annotations

from datetime import date

from trueline.design import Design
from trueline.language import dates, gettext, noting_untranslated, shortened
from trueline.reports.design.logframe.content import logframe
from trueline.reports.design.logframe.table import logframe_table
from trueline.reports.layout.blocks import Block, Document, Facts, Missing, Section
from trueline.reports.layout.lines import languages_of
from trueline.reports.printable import printable
from trueline.reports.titles import UNTITLED, title_of
from trueline.reports.values import Wording
from trueline.toolkit import Toolkit


def logframe_document(design: Design, toolkit: Toolkit, *, on: date | None = None) -> Document:
    """A document of one section, with the facts by which a reader knows the programme."""
    design = printable(design)
    title = title_of(design, gettext(UNTITLED))
    kind = gettext("Logframe")
    with noting_untranslated() as noted:
        content = _content(design, Wording(design, toolkit))
    section = Section(f"{kind}: {shortened(title, 200)}", content, sheet="turned")
    return Document(
        title,
        shortened(title),
        kind,
        (section,),
        contents=False,
        on=on,
        languages=languages_of(design, noted),
    )


def _content(design: Design, wording: Wording) -> tuple[Block, ...]:
    """The facts, and the table below them."""
    rows = logframe(design, wording)
    facts = (
        (Design.field_title("lead"), design.lead),
        (gettext("Dates"), dates(design.start, design.end)),
        (Design.field_title("countries"), wording.field(design, "countries")),
    )
    filled = tuple((label, value) for label, value in facts if value)
    table = (
        logframe_table(rows)
        if rows
        else Missing(gettext("The design holds no results or activities yet."))
    )
    return (Facts(filled), table) if filled else (table,)
