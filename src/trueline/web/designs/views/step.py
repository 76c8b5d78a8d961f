"""A step of the workspace: its lists and fields, what is said of them, what is known beside."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from trueline.design import ACTIVITY_KINDS, Design
from trueline.document import resolve
from trueline.reports.design.route import route_svg
from trueline.web.designs.access import in_design
from trueline.web.designs.forms.words import in_words, terms
from trueline.web.designs.models import DesignRecord
from trueline.web.designs.queries_comments import comments_by_address
from trueline.web.designs.store import design_of
from trueline.web.designs.workspace.beside import beside_step
from trueline.web.designs.workspace.briefs import Folding, list_card
from trueline.web.designs.workspace.cards import Cards
from trueline.web.designs.workspace.interview import open_screen, screen_url
from trueline.web.designs.workspace.notes import notes_on
from trueline.web.designs.workspace.page import design_page
from trueline.web.designs.workspace.places import step_url
from trueline.web.designs.workspace.steps import STEPS, Step, step_named
from trueline.web.library.edition import toolkit_in_use


@in_design(may="read")
@require_safe
def overview(request: HttpRequest, record: DesignRecord) -> HttpResponse:
    """A design's own address leads to its first step."""
    return redirect(step_url(record, STEPS[0]))


@in_design(may="read")
@require_safe
def step(request: HttpRequest, record: DesignRecord, slug: str) -> HttpResponse:
    """One step. Those with pages of their own are found there."""
    found = step_named(slug)
    if found is None:
        raise Http404
    if found.page:
        return redirect(step_url(record, found))
    return design_page(
        request, record, slug, "designs/step.html", step_context(record, found, folding(request))
    )


def step_context(record: DesignRecord, step: Step, folding: Folding) -> dict[str, object]:
    design, toolkit, notes = design_of(record), toolkit_in_use(), notes_on(record)
    cards = Cards(record, design, toolkit, notes, comments_by_address(record))
    return {
        "step": step,
        "notes": notes,
        "cards": cards,
        "part": cards.card(resolve(design, step.part), step.part)
        if step.part is not None
        else None,
        "lists": [list_card(cards, design, address, folding) for address in step.lists],
        "beside": beside_step(record, design, toolkit, step),
        "kinds": [(kind, in_words(kind)) for kind in ACTIVITY_KINDS],
        "next": _after(step),
        "interview": _interview_url(record, design) if step.part == "" else "",
        "routes": _routes(design) if step.slug == "pattern" else [],
    }


def folding(request: HttpRequest) -> Folding:
    """What the visitor has opened of the long lists."""
    return Folding(request.GET.get("open", ""), request.may)  # type: ignore[attr-defined]


def _routes(design: Design) -> list[str]:
    """A picture of each pattern."""
    countries = terms("country", toolkit_in_use())
    return [route_svg(pattern, countries) for pattern in design.patterns]


def _interview_url(record: DesignRecord, design: Design) -> str:
    """Where the interview is gone on with; "" when each of its screens has an answer."""
    screen = open_screen(design)
    return screen_url(record, screen) if screen else ""


def _after(step: Step) -> Step | None:
    place = STEPS.index(step) + 1
    return STEPS[place] if place < len(STEPS) else None
