"""Who else is at a document, asked by its pages every minute."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from trueline.web.documents import presence
from trueline.web.documents.access import in_document
from trueline.web.documents.workspace import Workspace


@in_document(permission="read")
@require_safe
def here(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """Note that the visitor is here; say who else is, at which step, and whether they write."""
    titles = {step.slug: step.label for step in workspace.kind.steps}
    step = request.GET.get("at", "")
    writes = bool(request.GET.get("writes")) and "edit" in workspace.permissions
    presence.note(
        workspace.record, request.user, step=step if step in titles else "", writes=writes
    )
    people = [
        (each.person, titles.get(each.step, ""), each.writes)
        for each in presence.others_at(workspace.record, request.user)
    ]
    return render(request, "documents/people_here.html", {"people": people})
