"""The documents of one kind that somebody can reach, and the first page of each."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe

from trueline.document import kind_named
from trueline.web.accounts.access import for_people
from trueline.web.accounts.queries import memberships_of
from trueline.web.accounts.roles import ALLOWED
from trueline.web.accounts.second_step_rule import memberships_in_time
from trueline.web.documents import queries
from trueline.web.documents.access import in_document
from trueline.web.documents.long_list import ARCHIVED, Asked, is_long, long_list
from trueline.web.documents.models import State
from trueline.web.documents.places import step_url
from trueline.web.documents.workspace import Workspace


@for_people
@require_safe
def documents(request: HttpRequest, kind: str) -> HttpResponse:
    """All documents of a kind of the organisations that the visitor belongs to."""
    if is_long(request.user, kind):
        return _long(request, kind)
    groups = queries.documents_by_organisation(request.user, kind)
    writes = any(group.may.get("edit") for group in groups)
    shown = {group.member.pk for group in groups}
    waiting = [one for one in memberships_of(request.user) if one.pk not in shown]
    context = {"kind": kind_named(kind), "groups": groups, "writes": writes, "waiting": waiting}
    return render(request, "documents/list.html", context)


def _long(request: HttpRequest, kind: str) -> HttpResponse:
    """The same for somebody who reaches many: by filter and page."""
    asked = Asked.of(request.GET)
    shown = long_list(request.user, kind, asked, request.GET.get("page"))
    members = memberships_of(request.user)
    in_time = {*memberships_in_time(request.user).values_list("pk", flat=True)}
    context = {
        "kind": kind_named(kind),
        "list": shown,
        "states": [*State.choices, (ARCHIVED, _("Archived"))],
        "writes": any("edit" in ALLOWED[member.role] for member in members),
        "waiting": [member for member in members if member.pk not in in_time],
    }
    return render(request, "documents/long_list.html", context)


@in_document(may="read")
@require_safe
def overview(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """A document's own address leads to its first step."""
    return redirect(step_url(workspace.record, workspace.kind.steps[0]))


@for_people
@require_safe
def moved(request: HttpRequest, kind: str, document_id: uuid.UUID, rest: str = "") -> HttpResponse:
    """Addresses of version 0.1.0 lead to where the page is now."""
    query = request.GET.copy()
    if "activity" in query:
        query["item"] = query.pop("activity")[0]
    page = f"{reverse('documents:overview', args=[document_id])}{rest}"
    return redirect(f"{page}?{query.urlencode()}" if query else page, permanent=True)
