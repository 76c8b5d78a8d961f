"""The guided interview: one question a screen, in the toolkit's order, to be left at any time.

Each screen asks for one field, of the first element of a list where it stands in one. What was
answered stands in the design at once, so there is nothing to finish and nothing to lose.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trueline.design import ActivityBase, Behaviour, Design, Indicator, Pattern, Result
from trueline.design.behaviour import Barrier, Displacement
from trueline.design.design import Capacity, ExternalFactor
from trueline.design.measurement import Evaluation
from trueline.design.pattern import Factor
from trueline.document import Part, resolve
from trueline.document.address import element_address
from trueline.web.designs.models import DesignRecord


@dataclass(frozen=True)
class Screen:
    """Asks one `question`, for some fields of `model`: of the part at `place`, or of the first in the
    list there.

    `fixed` fields are not asked but set. What `follows` makes sense only of an element that an
    earlier screen made; the others make one where there is none.
    """

    slug: str
    question: str | Promise
    place: str
    model: type[Part]
    fields: tuple[str, ...]
    in_list: bool = True
    fixed: tuple[tuple[str, str], ...] = ()
    follows: bool = False


_PATTERN = {
    "title": _("Which pattern of trafficking is it? Name it in one line."),
    "recruitment": _("How are people recruited into it?"),
    "transport": _("How are they moved?"),
    "purpose": _("What are they exploited for?"),
    "control": _("What keeps them from leaving?"),
    "vulnerability": _("What makes people here more vulnerable to it?"),
    "distinguishes": _("What sets those trafficked apart from their neighbours?"),
}

SCREENS = (
    Screen("summary", _("What does the programme do, and why?"),
           "", Design, ("summary",), in_list=False),
    Screen("where", _("In which countries does it work?"),
           "", Design, ("countries",), in_list=False),
    Screen("when", _("When does it begin, and when does it end?"),
           "", Design, ("start", "end"), in_list=False),
    *(Screen(f"pattern-{name}", question, "patterns", Pattern, (name,))
      for name, question in _PATTERN.items()),
    Screen("factor", _("What makes this pattern possible?"),
           "factors", Factor, ("statement", "kind")),
    Screen("factor-scope", _("Can the programme do something about that?"),
           "factors", Factor, ("in_scope", "changeable"), follows=True),
    Screen("who", _("Whose behaviour is to change?"),
           "behaviours", Behaviour, ("actor_group", "who")),
    Screen("from-to", _("What do they do now, and what should they do?"),
           "behaviours", Behaviour, ("current", "desired"), follows=True),
    Screen("less-trafficking", _("How would that reduce trafficking?"),
           "behaviours", Behaviour, ("reduces_trafficking",), follows=True),
    Screen("barrier", _("What keeps them from doing so?"),
           "behaviours/barriers", Barrier, ("statement", "kind")),
    Screen("activity", _("What will the programme do about it?"),
           "activities", ActivityBase, ("kind", "title")),
    Screen("activity-what", _("What exactly happens there?"),
           "activities", ActivityBase, ("description",), follows=True),
    Screen("activity-whom", _("With whom, and how many of them?"),
           "activities", ActivityBase, ("target_group", "people"), follows=True),
    Screen("outcome", _("What will be different because of it?"),
           "results", Result, ("statement",), fixed=(("level", "outcome"),)),
    Screen("indicator", _("How would you know?"),
           "indicators", Indicator, ("statement",)),
    Screen("indicator-how", _("How is that measured, and by whom?"),
           "indicators", Indicator, ("methods", "responsible"), follows=True),
    Screen("displacement", _("Could trafficking move to another place instead?"),
           "displacement", Displacement, ("likelihood", "reasoning"),
           fixed=(("kind", "place"),)),
    Screen("outside", _("What from outside could help or hinder?"),
           "external_factors", ExternalFactor, ("statement", "mitigation")),
    Screen("capacity", _("What do you need for it that you may lack?"),
           "capacities", Capacity, ("need", "available", "gap_closed_by")),
    Screen("learning", _("How will what you learn change the work?"),
           "evaluation", Evaluation, ("learning",), in_list=False),
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


def open_screen(design: Design) -> Screen | None:
    """The first screen that nothing was answered on: where the interview is gone on with."""
    return next((screen for screen in SCREENS if _is_open(design, screen)), None)


def _is_open(design: Design, screen: Screen) -> bool:
    target = target_of(design, screen)
    if target is None:
        return False
    values = (getattr(target.part, name, None) for name in screen.fields)
    return all(value is None or value == "" or value == () for value in values)
