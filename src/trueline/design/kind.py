"""The programme design as a kind of document."""

from collections.abc import Mapping
from types import MappingProxyType

from trueline.design.design import Design
from trueline.design.steps import STEPS
from trueline.document.kind import Facts, Kind, Labels, register
from trueline.document.upgrades import Upgrade

UPGRADES: Mapping[int, Upgrade] = MappingProxyType({})
"""By the version that each one starts from; none is needed so far."""

DESIGN = register(
    Kind(
        name="design",
        model=Design,
        labels=Labels(
            singular="Design",
            plural="Designs",
            untitled="Untitled design",
            whole="The design as a whole",
            begin="Begin a design",
            the_document="the design",
            none_yet="No design yet. A design says whose behaviour is to change, how that reduces"
            " trafficking, and how one would know.",
        ),
        steps=STEPS,
        upgrades=UPGRADES,
        facts=Facts(countries="countries", phase="phase", lead="lead", start="start", end="end"),
    )
)
