"""The logframe as a Word document: the four columns on pages that lie on their side."""

from __future__ import annotations

from datetime import date

from trueline.design import Design
from trueline.reports.design.logframe.content import logframe
from trueline.reports.design.logframe.table import logframe_table
from trueline.reports.design.logframe.workbook import UNTITLED
from trueline.reports.layout.blocks import Document, Facts, Missing, Section
from trueline.reports.printable import printable
from trueline.reports.review.places import shortened
from trueline.reports.titles import titled
from trueline.reports.values import Wording, dates
from trueline.toolkit import Toolkit

KIND = "Logframe"


def logframe_document(design: Design, toolkit: Toolkit, *, on: date | None = None) -> Document:
    """A document of one section, with the facts by which a reader knows the programme."""
    design = printable(design)
    wording = Wording(design, toolkit)
    rows = logframe(design, wording)
    titles = Design.model_fields
    facts = (
        (str(titles["lead"].title), design.lead),
        ("Dates", dates(design.start, design.end)),
        (str(titles["countries"].title), wording.field(design, "countries")),
    )
    known = tuple((label, said) for label, said in facts if said)
    table = (
        logframe_table(rows) if rows else Missing("The design holds no results or activities yet.")
    )
    title = titled(design, UNTITLED)
    section = Section(
        f"{KIND}: {shortened(title, 200)}",
        ((Facts(known), table) if known else (table,)),
        sheet="turned",
    )
    return Document(title, shortened(title), KIND, (section,), contents=False, on=on)
