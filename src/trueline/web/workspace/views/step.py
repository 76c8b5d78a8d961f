"""A step of the workspace: its lists and fields with notes and comments, and the sidebar."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from trueline.document import Step, resolve
from trueline.web.comments.queries import comments_by_address
from trueline.web.documents.access import in_document
from trueline.web.documents.cards import Cards
from trueline.web.documents.places import step_url
from trueline.web.documents.summaries import ListCards, ListState
from trueline.web.documents.workspace import Workspace
from trueline.web.workspace.interview import Interview
from trueline.web.workspace.sidebar import sidebar_of_step


@in_document(permission="read")
@require_safe
def step(request: HttpRequest, workspace: Workspace, slug: str) -> HttpResponse:
    """One step. Those with pages of their own are found there."""
    chosen = workspace.kind.step(slug)
    if chosen is None:
        raise Http404
    if chosen.page:
        return redirect(step_url(workspace.record, chosen))
    context = step_context(workspace, chosen, ListState.of(request))
    return workspace.page(request, "workspace/step.html", context, here=slug)


def step_context(workspace: Workspace, step: Step, state: ListState) -> dict[str, Any]:
    """The context of a step, for its own page too where it has one."""
    document, pages = workspace.document, workspace.pages
    threads = comments_by_address(workspace.record)
    workspace.open_threads = sum(each.is_open for here in threads.values() for each in here)
    cards = cards_of(workspace, threads=threads)
    lists = ListCards(workspace, cards, state)
    part = None if step.part is None else cards.card(resolve(document, step.part), step.part)
    return {
        "step": step,
        "cards": cards,
        "part": part,
        "lists": [lists.list_at(address) for address in step.lists],
        "sidebar": sidebar_of_step(workspace, step),
        "next": _after(workspace, step),
        "interview": _interview_url(workspace) if step.part == "" else "",
        "pictures": list(pages.pictures(workspace, step)) if pages.pictures else [],
    }


def cards_of(workspace: Workspace, **more: Any) -> Cards:
    return Cards(
        workspace.record,
        workspace.document,
        workspace.toolkit,
        workspace.notes,
        workspace.pages,
        edit=workspace.permissions.get("edit", False),
        **more,
    )


def _interview_url(workspace: Workspace) -> str:
    """The address at which the interview is gone on with; "" when each of its screens has an answer."""
    interview = Interview(workspace)
    screen = interview.open_screen()
    return interview.url(screen) if screen else ""


def _after(workspace: Workspace, step: Step) -> dict[str, Any] | None:
    steps = workspace.kind.steps
    following = steps[steps.index(step) + 1 :][:1]
    return (
        {"step": following[0], "url": step_url(workspace.record, following[0])}
        if following
        else None
    )
