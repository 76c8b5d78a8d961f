"""Who is in it, and how it stands beside the work of others."""

from __future__ import annotations

from collections.abc import Iterator

from trueline.design import Design, Partner
from trueline.language import gettext
from trueline.reports.design.dossier.cover import is_cut
from trueline.reports.design.dossier.parts import nothing_yet, table_or_nothing
from trueline.reports.layout.blocks import Block, Heading, Prose, Section
from trueline.reports.values import Wording


def brief(design: Design, wording: Wording) -> Section:
    """Everything that the cover has no room for."""
    return Section(
        gettext("The programme in brief"), tuple(_blocks(design, wording)), new_page=True
    )


def _blocks(design: Design, wording: Wording) -> Iterator[Block]:
    if is_cut(design):
        yield Prose(design.summary)
    yield Heading(Design.field_title("partners"))
    yield table_or_nothing(wording, Partner, design.partners, ("title", "role"), (1, 2), "partners")
    yield Heading(Design.field_title("other_efforts"))
    if design.other_efforts:
        yield Prose(design.other_efforts)
    else:
        yield nothing_yet(gettext("how it connects with work by others"))
