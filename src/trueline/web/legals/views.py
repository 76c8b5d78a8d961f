"""Filling in the checklist: every line that is missing, and what the register knows of treaties."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop
from django.views.decorators.http import require_http_methods, require_safe

from trueline.legal import LEGAL, LegalReview
from trueline.legal.checklist import checklist, missing_lines
from trueline.reports.legal.taken_up import taken_up_table
from trueline.reports.values import COUNTRIES, terms_in
from trueline.web.documents import store
from trueline.web.documents.access import in_document
from trueline.web.documents.edit_view import say
from trueline.web.documents.linked_tables import with_links
from trueline.web.documents.models import Action
from trueline.web.documents.workspace import Workspace
from trueline.web.legals.own_facts import register_of
from trueline.web.legals.queries import programmes_on_law

WHAT = gettext_noop("Filled in the checklist")


@dataclass(frozen=True)
class Missing:
    """A list, and how many lines it lacks."""

    title: str
    count: int


@in_document(permission="edit", only=LEGAL.name)
@require_http_methods(["GET", "HEAD", "POST"])
def fill_in(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """Say what would be added, and add it: what stands in the review already stays as it is."""
    if request.method == "POST":
        register = register_of(workspace.record.organisation_id)
        change = store.Change("", lambda review: (checklist(review, register), ""))
        store.save(
            workspace.record.pk,
            [change],
            by=request.user,
            action=Action.OTHER,
            detail={"what": WHAT},
            address="",
        )
        say(request, _("The checklist is filled in. Begin with the treaties, or anywhere else."))
        return redirect("workspace:step", workspace.record.pk, "treaties")
    review: LegalReview = workspace.document
    lines = missing_lines(review, register_of(workspace.record.organisation_id))
    names = terms_in(COUNTRIES, workspace.toolkit)
    context = {
        "lists": [Missing(review.field_title(name), len(new)) for name, new in lines.items()],
        "country": names.get(review.countries[0], "") if review.countries else "",
        "route": [names.get(code, code) for code in review.route],
    }
    return workspace.page(request, "legals/checklist.html", context, here="treaties")


@in_document(permission="read", only=LEGAL.name)
@require_safe
def taken_up(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """The review's recommendations with the organisation's programmes that work on them."""
    table = taken_up_table(workspace.document, programmes_on_law(workspace.record))
    return workspace.page(
        request, "legals/taken_up.html", {"tables": with_links(workspace, [table])}
    )
