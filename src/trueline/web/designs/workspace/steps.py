"""The steps of the workspace, in the toolkit's order."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from trueline.design import parse_address


@dataclass(frozen=True)
class Step:
    """A page of the workspace.

    `lists` are the design's lists that it shows, as addresses; `part` the address of a part whose
    own fields it shows; `section` the toolkit's sections whose lessons and questions bear on it.
    `view` names the page, where it is not the usual one.
    """

    slug: str
    title: str | Promise
    about: str | Promise
    lists: tuple[str, ...] = ()
    part: str | None = None
    sections: tuple[str, ...] = ()
    view: str = ""


STEPS = (
    Step("programme", _("The programme"),
         _("Who does what, where, from when to when, and what it rests on."),
         ("partners", "sources"), part="", sections=("foundations",)),
    Step("pattern", _("Pattern and factors"),
         _("How people are trafficked here, what makes it possible, and where it can be pressed."),
         ("patterns", "factors", "strategies"), sections=("mapping",)),
    Step("behaviours", _("Behaviours and barriers"),
         _("Who is to do what differently, and what keeps them from it."),
         ("behaviours",), sections=("foundations",)),
    Step("activities", _("Activities"),
         _("What the programme does, with the questions that each kind of activity raises."),
         ("activities",)),
    Step("theory", _("Theory of change"),
         _("What leads to what, and what has to hold for that."),
         ("results", "links"), view="designs:theory"),
    Step("indicators", _("Indicators and measurement plan"),
         _("How one would know, and what each measure cannot show."), ("indicators",)),
    Step("risks", _("Displacement, risks, capacities"),
         _("Where trafficking might move instead, what may come from outside, what you need."),
         ("displacement", "external_factors", "capacities"), sections=("foundations",)),
    Step("evaluation", _("Evaluation and learning"),
         _("What is studied, when, by whom, and who acts on it."),
         ("evaluation.studies",), part="evaluation", sections=("foundations",)),
    Step("review", _("Review"),
         _("What a colleague who knows the toolkit would say."), ("next_steps", "waivers"),
         view="designs:review"),
    Step("share", _("Share and export"),
         _("Hand it to others: a link to a fixed version, or a file."), view="designs:export"),
)  # fmt: skip


@cache
def _by_list() -> dict[str, Step]:
    return {name: step for step in STEPS for name in step.lists}


def step_named(slug: str) -> Step | None:
    return next((step for step in STEPS if step.slug == slug), None)


def step_of(address: str) -> Step:
    """The step on which a place of the design is shown; a programme-wide place on the first."""
    steps = parse_address(address)
    if not steps:
        return STEPS[0]
    names = [step if isinstance(step, str) else step[0] for step in steps]
    if names[0] == "answers":
        return STEPS[8]
    by_list = _by_list()
    found = by_list.get(names[0]) or by_list.get(".".join(names[:2]))
    return found or next((step for step in STEPS if step.part == names[0]), STEPS[0])
