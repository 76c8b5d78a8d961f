"""Risks: displacement, the world outside, and what the team lacks."""

from __future__ import annotations

from trueline.design import Design, Displacement, ExternalFactor
from trueline.design.design import Capacity
from trueline.language import gettext
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
        gettext("how trafficking might move instead of stopping"),
    )
    return Section(gettext("Displacement"), (table,), new_page=True)


def risks(design: Design, wording: Wording) -> Section:
    """External factors and capacities."""
    return Section(
        gettext("Risks and capacities"),
        (
            Heading(Design.field_title("external_factors")),
            table_or_nothing(
                wording,
                ExternalFactor,
                design.external_factors,
                ("statement", "effect", "mitigation"),
                (2.6, 0.9, 3),
                gettext("what may help or hinder it from outside"),
            ),
            Heading(Design.field_title("capacities")),
            table_or_nothing(
                wording,
                Capacity,
                design.capacities,
                ("need", "kind", "available", "gap_closed_by"),
                (2.4, 1, 1, 3),
                gettext("the expertise and resources it needs"),
            ),
        ),
    )
