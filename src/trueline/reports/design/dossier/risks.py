"""What might go wrong: displacement, the world outside, and what the team lacks."""

from __future__ import annotations

from trueline.design import Design, Displacement, ExternalFactor
from trueline.design.design import Capacity
from trueline.reports.design.dossier.parts import table_or_nothing
from trueline.reports.layout.blocks import Heading, Section
from trueline.reports.values import Wording


def displacement(design: Design, wording: Wording) -> Section:
    """How trafficking might move instead of stopping."""
    names = ("kind", "likelihood", "reasoning", "mitigation", "watched_by")
    table = table_or_nothing(
        wording,
        Displacement,
        design.displacement,
        names,
        (1.2, 1, 2.6, 2.6, 1.9),
        "how trafficking might move instead of stopping",
    )
    return Section("Displacement", (table,), new_page=True)


def risks(design: Design, wording: Wording) -> Section:
    """External factors and capacities."""
    return Section(
        "Risks and capacities",
        (
            Heading(str(Design.model_fields["external_factors"].title)),
            table_or_nothing(
                wording,
                ExternalFactor,
                design.external_factors,
                ("statement", "effect", "mitigation"),
                (2.6, 0.9, 3),
                "what may help or hinder it from outside",
            ),
            Heading(str(Design.model_fields["capacities"].title)),
            table_or_nothing(
                wording,
                Capacity,
                design.capacities,
                ("need", "kind", "available", "gap_closed_by"),
                (2.4, 1, 1, 3),
                "the expertise and resources it needs",
            ),
        ),
    )
