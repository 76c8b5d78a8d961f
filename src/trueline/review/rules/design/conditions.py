"""Conditions that field rules name, where a rule matters by more than its element's own fields."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType

from trueline.design import ActivityBase, Design
from trueline.document import Element

Condition = Callable[[Design, Element], bool]


def across_borders(design: Design, element: Element) -> bool:
    """The programme works in more than one country."""
    return len(design.countries) > 1


def no_trusted_sources(design: Design, element: Element) -> bool:
    """No behaviour says whom its group trusts."""
    return not any(behaviour.trusted_sources for behaviour in design.behaviours)


def consumers_asked(design: Design, element: Element) -> bool:
    """The activity works on what keeps consumers from acting, or consumers are the only group."""
    barriers = {*element.barriers} if isinstance(element, ActivityBase) else set()
    touched = [b for b in design.behaviours if {barrier.id for barrier in b.barriers} & barriers]
    groups = {behaviour.actor_group for behaviour in touched or design.behaviours}
    return groups == {"consumers"}


CONDITIONS: Mapping[str, Condition] = MappingProxyType(
    {
        "across-borders": across_borders,
        "no-trusted-sources": no_trusted_sources,
        "consumers-asked": consumers_asked,
    }
)
"""By the names that field rules call them."""
