"""Conditions that field rules name, where a rule matters by more than its element's own fields."""

from __future__ import annotations

import re
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


REFERS = re.compile(
    r"\brefer(s|ral|rals|red|ring)?\b|référ|\borient(ation|er|és?)\b|\bderiva|\bremisi|\bremit",
    re.IGNORECASE,
)
COORDINATES = re.compile(
    r"coordinat|coordonn|coordina|\bmeetings?\b|round ?tables?|working group|task ?force|réunions?\b"
    r"|concertation|reunion|reunión|\bmesas?\b",
    re.IGNORECASE,
)
LAW = re.compile(
    r"\blaws?\b|\bacts?\b|\bbills?\b|legislat|\bcodes?\b|decree|regulation|amend|\blois?\b|décret"
    r"|\bley(es)?\b|decreto|reforma",
    re.IGNORECASE,
)
CHILDREN = re.compile(
    r"\bchild|\bgirls?\b|\bboys?\b|minors?\b|\benfant|\bfilles\b|mineure?s?\b|\bniñ|\bmenor(es)?\b"
    r"|adolescent",
    re.IGNORECASE,
)


def nothing_refers(design: Design, element: Element) -> bool:
    """No other activity is about getting people to help, by what it is called or says that it does."""
    others = (activity for activity in design.activities if activity is not element)
    return not any(REFERS.search(f"{a.title} {a.description}") for a in others)


def beyond_coordination(design: Design, element: Element) -> bool:
    """The activity is more than meetings: it works on a law, or says nothing of meeting at all."""
    words = f"{element.name} {getattr(element, 'description', '')}"
    return not COORDINATES.search(words) or bool(LAW.search(words))


def children_not_spoken_of(design: Design, element: Element) -> bool:
    """Neither the programme nor the activity is for children, by its own words."""
    own = (getattr(element, name, "") for name in ("description", "target_group"))
    texts = (design.title, design.summary, element.name, *own)
    return not any(CHILDREN.search(text) for text in texts)


CONDITIONS: Mapping[str, Condition] = MappingProxyType(
    {
        "across-borders": across_borders,
        "no-trusted-sources": no_trusted_sources,
        "consumers-asked": consumers_asked,
        "nothing-refers": nothing_refers,
        "beyond-coordination": beyond_coordination,
        "children-not-spoken-of": children_not_spoken_of,
    }
)
"""By the names that field rules call them."""
