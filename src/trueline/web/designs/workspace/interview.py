"""The guided interview: one question a screen, in the toolkit's order, to be left at any time.

Each screen asks for one field, of the first element of a list where it stands in one. What was
answered stands in the design at once, so there is nothing to finish and nothing to lose.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from trueline.design import (
    ActivityBase,
    Behaviour,
    Design,
    Indicator,
    Part,
    Pattern,
    Result,
    resolve,
)  # fmt: skip
from trueline.design.address import element_address
from trueline.design.behaviour import Barrier, Displacement
from trueline.design.document import Capacity, ExternalFactor
from trueline.design.measurement import Evaluation
from trueline.design.pattern import Factor
from trueline.web.designs.models import DesignRecord


@dataclass(frozen=True)
class Screen:
    """Asks for some fields of `model`: of the part at `place`, or of the first in the list there.

    `fixed` fields are not asked but set. What `follows` makes sense only of an element that an
    earlier screen made; the others make one where there is none.
    """

    slug: str
    place: str
    model: type[Part]
    fields: tuple[str, ...]
    in_list: bool = True
    fixed: tuple[tuple[str, str], ...] = ()
    follows: bool = False


_PATTERN = ("title", "recruitment", "transport", "purpose", "control", "vulnerability",
            "distinguishes")  # fmt: skip

SCREENS = (
    Screen("summary", "", Design, ("summary",), in_list=False),
    Screen("where", "", Design, ("countries",), in_list=False),
    Screen("when", "", Design, ("start", "end"), in_list=False),
    *(Screen(f"pattern-{name}", "patterns", Pattern, (name,)) for name in _PATTERN),
    Screen("factor", "factors", Factor, ("statement", "kind")),
    Screen("factor-scope", "factors", Factor, ("in_scope", "changeable"), follows=True),
    Screen("who", "behaviours", Behaviour, ("actor_group", "who")),
    Screen("from-to", "behaviours", Behaviour, ("current", "desired"), follows=True),
    Screen("less-trafficking", "behaviours", Behaviour, ("reduces_trafficking",), follows=True),
    Screen("barrier", "behaviours/barriers", Barrier, ("statement", "kind")),
    Screen("activity", "activities", ActivityBase, ("kind", "title")),
    Screen("activity-what", "activities", ActivityBase, ("description",), follows=True),
    Screen("activity-whom", "activities", ActivityBase, ("target_group", "people"), follows=True),
    Screen("outcome", "results", Result, ("statement",), fixed=(("level", "outcome"),)),
    Screen("indicator", "indicators", Indicator, ("statement",)),
    Screen("indicator-how", "indicators", Indicator, ("methods", "responsible"), follows=True),
    Screen("displacement", "displacement", Displacement, ("likelihood", "reasoning"),
           fixed=(("kind", "place"),)),
    Screen("outside", "external_factors", ExternalFactor, ("statement", "mitigation")),
    Screen("capacity", "capacities", Capacity, ("need", "available", "gap_closed_by")),
    Screen("learning", "evaluation", Evaluation, ("learning",), in_list=False),
)  # fmt: skip


@dataclass(frozen=True)
class Target:
    """Where a screen's answer goes: the part at `address`, or a new element in the list `to`."""

    address: str = ""
    to: str = ""
    part: Part | None = None


def target_of(design: Design, screen: Screen) -> Target | None:
    """Where the answer goes; None where it would stand in something that is not there yet."""
    if not screen.in_list:
        return Target(address=screen.place, part=resolve(design, screen.place))
    holder, _slash, inner = screen.place.rpartition("/")
    address = ""
    if holder:
        first = next(iter(resolve(design, holder)), None)
        if first is None:
            return None
        address = element_address("", holder, first)
    elements = resolve(design, f"{address}.{inner}" if address else inner)
    found = next((e for e in elements if _fits(e, screen)), None)
    if found is not None:
        return Target(address=element_address(address, inner, found), part=found)
    if screen.follows:
        return None
    return Target(to=f"{address}.{inner}" if address else inner)


def _fits(element: Part, screen: Screen) -> bool:
    return all(getattr(element, name) == value for name, value in screen.fixed)


def around(design: Design, screen: Screen) -> tuple[Screen | None, Screen | None]:
    """The screen before and the one after, passing over those that have nowhere to put an answer."""
    place = SCREENS.index(screen)
    before = (s for s in reversed(SCREENS[:place]) if target_of(design, s))
    after = (s for s in SCREENS[place + 1 :] if target_of(design, s))
    return next(before, None), next(after, None)


def screen_named(slug: str) -> Screen | None:
    return next((screen for screen in SCREENS if screen.slug == slug), None)


def screen_url(record: DesignRecord, screen: Screen) -> str:
    return reverse("designs:interview", args=[record.pk, screen.slug])


def first_screen_url(record: DesignRecord) -> str:
    return screen_url(record, SCREENS[0])
