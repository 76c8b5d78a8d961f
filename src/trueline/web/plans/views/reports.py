"""The report of a round of progress, as a file."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from trueline.plan import PLAN
from trueline.web.accounts.access import repeatable, required
from trueline.web.audit.actions import record as record_event
from trueline.web.audit.models import Action
from trueline.web.documents.access import in_document
from trueline.web.documents.workspace import Workspace
from trueline.web.plans.actions.rounds import SUBJECT
from trueline.web.plans.models import ProgressRound
from trueline.web.plans.tasks import REPORTS, ask_for_report
from trueline.web.plans.views.rounds import round_of
from trueline.web.tasks.actions import Asker, TooMany
from trueline.web.tasks.downloads import handed_over, led_onward, progress, too_many, waited_for
from trueline.web.tasks.models import FileRequest
from trueline.web.tasks.queries import request_of


@repeatable
@in_document(permission="read", only=PLAN.name)
@require_POST
def report(request: HttpRequest, workspace: Workspace, round_id: int) -> HttpResponse:
    """Make the report of a round and hand it over."""
    made, wanted = round_of(workspace, round_id), REPORTS.get(request.POST.get("export", ""))
    if wanted is None:
        raise Http404
    record = workspace.record
    asker = Asker.member(request.user, record.organisation_id)
    try:
        asked = ask_for_report(
            made, wanted, timezone.localdate(), owner=_owner(workspace, made), asker=asker
        )
    except TooMany as refused:
        messages.error(request, too_many(refused))
        return redirect("plans:round", record.pk, made.pk)
    record_event(
        Action.EXPORTED,
        by=request.user,
        organisation=record.organisation_id,
        subject=SUBJECT,
        subject_id=record.pk,
        export=wanted.name,
    )
    if waited_for(asked).file.made:
        required(request.user, record.organisation_id, "read")  # it may have ended meanwhile
        return handed_over(asked)
    return redirect("plans:report-job", record.pk, made.pk, asked.pk)


@in_document(permission="read", only=PLAN.name)
@require_safe
def job(
    request: HttpRequest, workspace: Workspace, round_id: int, job_id: uuid.UUID
) -> HttpResponse:
    """How a report is coming along; when it is ready, the page leads to it."""
    made = round_of(workspace, round_id)
    asked = _asked(workspace, made, job_id)
    address = reverse("plans:report-file", args=[workspace.record.pk, made.pk, asked.pk])
    context = {**progress(asked), "address": address, "round": made}
    response = workspace.page(request, "plans/report_job.html", context)
    return led_onward(response, asked, then=address)


@in_document(permission="read", only=PLAN.name)
@require_safe
def file(
    request: HttpRequest, workspace: Workspace, round_id: int, job_id: uuid.UUID
) -> HttpResponse:
    """The finished report."""
    made = round_of(workspace, round_id)
    asked = _asked(workspace, made, job_id)
    if asked.file.made is None:
        return redirect("plans:report-job", workspace.record.pk, made.pk, asked.pk)
    return handed_over(asked)


def _asked(workspace: Workspace, made: ProgressRound, job_id: uuid.UUID) -> FileRequest:
    asked = request_of(job_id, owner=_owner(workspace, made))
    if asked is None:
        raise Http404
    return asked


def _owner(workspace: Workspace, made: ProgressRound) -> str:
    return f"{workspace.user.pk} {workspace.record.pk} round {made.pk}"
