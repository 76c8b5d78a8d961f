"""The activities of the programme: each with its fields, but for empty ones."""

from __future__ import annotations

from trueline.design import Design
from trueline.language import label
from trueline.reports.design.codes import Codes
from trueline.reports.design.dossier.parts import nothing_yet
from trueline.reports.layout.blocks import Block, Card, Section
from trueline.reports.values import Wording


def activities(design: Design, wording: Wording, codes: Codes) -> Section:
    """A card for each activity."""
    cards: tuple[Block, ...] = tuple(
        Card(
            activity.name,
            wording.filled(activity, without=("title",)),
            codes.activities[activity.id],
        )
        for activity in design.activities
    )
    return Section(label("Activities"), cards or (nothing_yet("activities"),), new_page=True)
