"""What every page of the workspace shows: the steps on the left, and where the visitor is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from trueline.design import Design
from trueline.document import resolve
from trueline.web.designs.models import DesignRecord
from trueline.web.designs.store import design_of
from trueline.web.designs.workspace.notes import Notes, notes_on
from trueline.web.designs.workspace.places import step_url
from trueline.web.designs.workspace.steps import STEPS, Step


@dataclass(frozen=True)
class StepLink:
    """A step in the list on the left. `filled` says whether the design holds something there."""

    step: Step
    url: str
    current: bool
    filled: bool
    count: int


def step_links(record: DesignRecord, design: Design, notes: Notes, slug: str) -> list[StepLink]:
    counts = notes.counts
    return [
        StepLink(step, step_url(record, step), step.slug == slug, _filled(design, step),
                 counts[step.slug])
        for step in STEPS
    ]  # fmt: skip


def _filled(design: Design, step: Step) -> bool:
    if step.part == "":
        return bool(design.title and design.summary)
    return any(resolve(design, name) for name in step.lists)


def design_page(
    request: HttpRequest,
    record: DesignRecord,
    slug: str,
    template: str,
    context: dict[str, Any] | None = None,
    *,
    status: int = 200,
) -> HttpResponse:
    """Render a page of the workspace; `slug` is the step that it belongs to, or "" for none."""
    design = design_of(record)
    notes = (context or {}).get("notes") or notes_on(record)
    frame = {
        "record": record,
        "design": design,
        "notes": notes,
        "steps": step_links(record, design, notes, slug),
        "here": slug,
    }
    return render(request, template, {**frame, **(context or {})}, status=status)


def archived_page(request: HttpRequest, record: DesignRecord) -> HttpResponse:
    """That the design is read-only, how it comes back, and what somebody wrote, to be kept."""
    context = {"written": typed(request), "back": step_url(record, STEPS[0])}
    return design_page(request, record, "", "designs/archived.html", context, status=409)


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """What a form that can't be saved held, by field."""
    return [
        (name, value)
        for name, value in request.POST.items()
        if value and name not in ("csrfmiddlewaretoken", "seen")
    ]
