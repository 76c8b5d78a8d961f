"""What all rounds of an organisation show together, and the note that leaves of it."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from trueline.web.accounts.access import in_organisation, repeatable, required
from trueline.web.accounts.models import Organisation
from trueline.web.appraisals.learning_note import KINDS, ask_for_note
from trueline.web.appraisals.portfolio import portfolio_of
from trueline.web.audit.actions import record as record_event
from trueline.web.audit.models import Action
from trueline.web.lists import page_of
from trueline.web.tasks.actions import TooMany
from trueline.web.tasks.downloads import handed_over, progress, too_many, waited_for
from trueline.web.tasks.queries import request_of


@in_organisation(permission="edit")
@require_safe
def portfolio(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """Questions that stay open, remedies that recur, promises beside figures."""
    made = portfolio_of(organisation, request.user)
    context = {
        "organisation": organisation,
        "here": "rounds",
        "portfolio": made,
        "page": page_of(made.questions, request.GET),
        "leaves": portfolio_of(organisation, request.user, finished=True).is_enough,
    }
    return render(request, "appraisals/portfolio.html", context)


@repeatable
@in_organisation(permission="edit")
@require_POST
def note(request: HttpRequest, organisation: Organisation) -> HttpResponse:
    """The learning note as Word or PDF: at once, or from a page that waits for it."""
    name = request.POST.get("export", "")
    if name not in KINDS or not portfolio_of(organisation, request.user, finished=True).is_enough:
        raise Http404
    try:
        asked = ask_for_note(
            organisation, name, user=request.user, owner=_owner(request, organisation)
        )
    except TooMany as refused:
        messages.error(request, too_many(refused))
        return redirect("appraisals:portfolio", organisation.pk)
    record_event(
        Action.EXPORTED,
        by=request.user,
        organisation=organisation.pk,
        subject="organisation",
        subject_id=organisation.pk,
        format=name,
    )
    if waited_for(asked).file.made:
        required(request.user, organisation.pk, "edit")  # it may have ended meanwhile
        return handed_over(asked)
    return redirect("appraisals:note-job", organisation.pk, asked.pk)


@in_organisation(permission="edit")
@require_safe
def note_job(request: HttpRequest, organisation: Organisation, job_id: uuid.UUID) -> HttpResponse:
    """The note once it is made, and until then how it is coming along."""
    asked = request_of(job_id, owner=_owner(request, organisation))
    if asked is None:
        raise Http404
    if asked.file.made:
        return handed_over(asked)
    context = {**progress(asked), "organisation": organisation}
    return render(request, "appraisals/note_job.html", context)


def _owner(request: HttpRequest, organisation: Organisation) -> str:
    return f"{request.user.pk} {organisation.pk} learning note"
