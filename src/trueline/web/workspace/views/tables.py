"""The budget added up, and the activities along time."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from trueline.document.fields import models_below
from trueline.web.documents.access import in_document
from trueline.web.documents.list_views import has_dates
from trueline.web.documents.places import edit_url
from trueline.web.documents.workspace import Workspace
from trueline.web.workspace.budget import budget_tables, has_budget
from trueline.web.workspace.timeline import timeline as timeline_of


@in_document(permission="read")
@require_safe
def budget(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """Shows what is spent on what, in which year, with whose money."""
    if not has_budget(workspace.kind.model):
        raise Http404
    here = workspace.step_of("budget_lines")
    tables = budget_tables(workspace.document, workspace.toolkit)
    context = {"tables": tables, "back": workspace.url_of_step("budget_lines")}
    return workspace.page(request, "workspace/budget.html", context, here=here.slug)


@in_document(permission="read")
@require_safe
def timeline(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """Shows what happens when."""
    if not any(
        has_dates(m) for m in models_below(workspace.kind.model) if m is not workspace.kind.model
    ):
        raise Http404
    line = timeline_of(workspace.document, workspace.toolkit)
    rows = [(bar, edit_url(workspace.record, bar.address)) for bar in line.bars]
    address = line.bars[0].address if line.bars else "activities"
    here = workspace.step_of(address)
    list_at = line.bars[0].address.rpartition("[")[0] if line.bars else ""
    context = {
        "line": line,
        "rows": rows,
        "back": workspace.url_of_step(address),
        "list_at": list_at,
    }
    return workspace.page(request, "workspace/timeline.html", context, here=here.slug)
