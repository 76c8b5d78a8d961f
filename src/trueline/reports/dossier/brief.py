"""Who is in it, and how it stands beside the work of others."""

from __future__ import annotations

from trueline.design import Design, Partner
from trueline.reports.document.blocks import Facts, Heading, Prose, Section
from trueline.reports.dossier.parts import nothing_yet, table_or_nothing
from trueline.reports.values import Wording

_ON_COVER = ("schema_version", "toolkit", "title", "summary", "other_efforts")


def brief(design: Design, wording: Wording) -> Section:
    """The programme in brief."""
    titles = Design.model_fields
    facts = wording.filled(design, without=_ON_COVER)
    return Section(
        "The programme in brief",
        (
            Prose(design.summary, "lead") if design.summary else nothing_yet("what it does and why"),
            *((Facts(facts),) if facts else ()),
            Heading(str(titles["partners"].title)),
            table_or_nothing(
                wording, Partner, design.partners, ("title", "role"), (1, 2), "partners"
            ),
            Heading(str(titles["other_efforts"].title)),
            Prose(design.other_efforts)
            if design.other_efforts
            else nothing_yet("how it connects with work by others"),
        ),
        new_page=True,
    )  # fmt: skip
