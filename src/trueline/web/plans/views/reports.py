"""The report of a round of progress, as a file."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from trueline.plan import PLAN
from trueline.web.accounts.access import repeatable
from trueline.web.documents.access import in_document
from trueline.web.documents.workspace import Workspace
from trueline.web.plans.actions.rounds import SUBJECT
from trueline.web.plans.models import ProgressRound
from trueline.web.plans.tasks import REPORTS, ask_for_report
from trueline.web.plans.views.rounds import round_of
from trueline.web.tasks.actions import Asker
from trueline.web.tasks.downloads import (
    download,
    file_or_page,
    progress,
    request_or_404,
    with_refresh,
)


@repeatable
@in_document(permission="read", only=PLAN.name)
@require_POST
def report(request: HttpRequest, workspace: Workspace, round_id: int) -> HttpResponse:
    """Make and return the report of a round."""
    round, wanted = round_of(workspace, round_id), REPORTS.get(request.POST.get("export", ""))
    if wanted is None:
        raise Http404
    record = workspace.record
    owner, asker = _owner(workspace, round), Asker.member(request.user, record.organisation_id)
    return download(
        request,
        lambda: ask_for_report(round, wanted, timezone.localdate(), owner=owner, asker=asker),
        organisation=record.organisation_id,
        permission="read",
        busy=reverse("plans:round", args=[record.pk, round.pk]),
        wait=lambda file_request: reverse(
            "plans:report-job", args=[record.pk, round.pk, file_request.pk]
        ),
        subject=SUBJECT,
        subject_id=record.pk,
        export=wanted.name,
    )


@in_document(permission="read", only=PLAN.name)
@require_safe
def job(
    request: HttpRequest, workspace: Workspace, round_id: int, job_id: uuid.UUID
) -> HttpResponse:
    """The progress of a report; when it is ready, the page redirects to it."""
    round = round_of(workspace, round_id)
    file_request = request_or_404(job_id, owner=_owner(workspace, round))
    address = reverse("plans:report-file", args=[workspace.record.pk, round.pk, file_request.pk])
    context = {**progress(file_request), "address": address, "round": round}
    response = workspace.page(request, "plans/report_job.html", context)
    return with_refresh(response, file_request, then=address)


@in_document(permission="read", only=PLAN.name)
@require_safe
def file(
    request: HttpRequest, workspace: Workspace, round_id: int, job_id: uuid.UUID
) -> HttpResponse:
    """The finished report."""
    round = round_of(workspace, round_id)
    file_request = request_or_404(job_id, owner=_owner(workspace, round))
    wait = reverse("plans:report-job", args=[workspace.record.pk, round.pk, file_request.pk])
    return file_or_page(file_request, wait)


def _owner(workspace: Workspace, round: ProgressRound) -> str:
    return f"{workspace.user.pk} {workspace.record.pk} round {round.pk}"
