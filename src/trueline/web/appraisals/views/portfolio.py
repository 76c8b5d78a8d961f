"""An organisation's portfolio of rounds, and the learning note."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from trueline.web.accounts.access import in_organisation, repeatable
from trueline.web.accounts.models import Organisation
from trueline.web.appraisals.learning_note import KINDS, ask_for_note, shared_by
from trueline.web.appraisals.portfolio import portfolio_of
from trueline.web.lists import page_of
from trueline.web.tasks.downloads import download, file_or_progress, request_or_404


@in_organisation(permission="edit")
@require_safe
def portfolio(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """Questions that stay open, remedies that recur, promises beside figures."""
    own_portfolio = portfolio_of(organisation, request.user)
    context = {
        "organisation": organisation,
        "here": "rounds",
        "portfolio": own_portfolio,
        "page": page_of(own_portfolio.questions, request.GET),
        "shared": own_portfolio.to_share,
    }
    return render(request, "appraisals/portfolio.html", context)


@repeatable
@in_organisation(permission="edit")
@require_POST
def note(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """The learning note as Word or PDF: at once, or from a page that waits for it."""
    name, shared = request.POST.get("export", ""), shared_by(organisation, request.user)
    if name not in KINDS or not shared.is_enough:
        raise Http404
    owner = _owner(request, organisation)
    return download(
        request,
        lambda: ask_for_note(shared, organisation, name, user=request.user, owner=owner),
        organisation=organisation.pk,
        permission="edit",
        busy=reverse("appraisals:portfolio", args=[organisation.pk]),
        wait=lambda file_request: reverse(
            "appraisals:note-job", args=[organisation.pk, file_request.pk]
        ),
        subject="organisation",
        subject_id=organisation.pk,
        format=name,
    )


@in_organisation(permission="edit")
@require_safe
def note_job(request: HttpRequest, organisation: Organisation, job_id: uuid.UUID) -> HttpResponse:
    """The note once it is made, and until then how it is coming along."""
    file_request = request_or_404(job_id, owner=_owner(request, organisation))
    template = "appraisals/note_job.html"
    return file_or_progress(request, file_request, template, organisation=organisation)


def _owner(request: HttpRequest, organisation: Organisation) -> str:
    return f"{request.user.pk} {organisation.pk} learning note"
