"""Starting a design from a proposal."""

from __future__ import annotations

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from trueline.web.accounts.roles import roles_that
from trueline.web.accounts.second_step_rule import memberships_in_time
from trueline.web.appraisals.access import in_proposal
from trueline.web.appraisals.actions import drafting as actions
from trueline.web.appraisals.drafting import (
    documents_among,
    draft_of,
    may_hold_marks,
    where_somebody_has_a_conflict,
)
from trueline.web.appraisals.passages import files_of
from trueline.web.appraisals.standing import Standing
from trueline.web.documents.forms.starting import OrganisationForm


@in_proposal(permission="comment", needs="sees_proposal")
@require_http_methods(["GET", "HEAD", "POST"])
def draft(request: HttpRequest, standing: Standing) -> HttpResponse:
    """For which organisation the draft is begun; then the draft itself."""
    one, files = standing.proposal, files_of(standing.proposal)
    if not documents_among(files):
        raise Http404
    writing = memberships_in_time(request.user).filter(role__in=roles_that("edit"))
    writing = writing.exclude(organisation__in=where_somebody_has_a_conflict(one))
    members = list(writing.select_related("organisation").order_by("organisation__name"))
    form = OrganisationForm(members, request.POST or None)
    if request.method == "POST" and members and form.is_valid():
        organisation = form.member.organisation
        marks = standing.reading if may_hold_marks(standing, organisation, request.user) else None
        drafted = draft_of(one, files, marks)
        record = actions.begin(drafted, one, organisation=organisation, by=request.user)
        messages.success(
            request, _("The draft is begun. What the proposal says is in its answers and comments.")
        )
        # passages that nobody accepted are only comments, and there is nothing to review yet
        return redirect(
            "workspace:review" if drafted.design.answers else "comments:list", record.pk
        )
    context = {
        "round": one.round,
        "standing": standing,
        "form": form,
        "writes": bool(members),
        "organisation": members[0].organisation if len(members) == 1 else None,
        "without_marks": [
            each.organisation
            for each in members
            if standing.reading and not may_hold_marks(standing, each.organisation, request.user)
        ],
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "appraisals/draft.html", context, status=status)
