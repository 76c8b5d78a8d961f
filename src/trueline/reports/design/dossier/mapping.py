"""The trafficking pattern, what makes it possible, and how the programme presses on it."""

from __future__ import annotations

from collections.abc import Iterator

from trueline.design import Design, Factor, Pattern, Strategy
from trueline.design.pattern import Place
from trueline.language import gettext
from trueline.reports.design.dossier.parts import nothing_yet, table_of, table_or_nothing
from trueline.reports.layout.blocks import Block, Facts, Heading, Section
from trueline.reports.values import Wording


def mapping(design: Design, wording: Wording) -> Section:
    """Patterns, factors, ways of acting on it."""
    return Section(
        gettext("Trafficking pattern"),
        (
            *_patterns(design, wording),
            Heading(gettext("Factors behind it")),
            table_or_nothing(
                wording,
                Factor,
                design.factors,
                ("statement", "kind", "in_scope", "changeable", "reasoning"),
                (2.5, 1.3, 0.9, 1.1, 2.4),
                gettext("the factors that make it possible"),
            ),
            Heading(Design.field_title("strategies")),
            table_or_nothing(
                wording,
                Strategy,
                design.strategies,
                ("kind", "used", "reasoning"),
                (1.4, 0.7, 4),
                gettext("ways of acting on the pattern beyond work with those at risk"),
            ),
        ),
    )


def _patterns(design: Design, wording: Wording) -> Iterator[Block]:
    if not design.patterns:
        yield nothing_yet(gettext("the pattern of trafficking it responds to"))
    for pattern in design.patterns:
        yield Heading(pattern.name)
        yield from _pattern(pattern, wording)


def _pattern(pattern: Pattern, wording: Wording) -> Iterator[Block]:
    if facts := wording.filled(pattern, without=("title",)):
        yield Facts(facts)
    if pattern.places:
        yield table_of(wording, Place, pattern.places, ("title", "stage", "country"), (3, 2, 2))
