"""Reports of the figures of a programme, for a range of periods."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from trueline.design import DESIGN
from trueline.web.accounts.access import repeatable
from trueline.web.documents.access import in_document
from trueline.web.documents.workspace import Workspace
from trueline.web.monitoring.queries import PeriodLine
from trueline.web.monitoring.ranges import range_in, reportable
from trueline.web.monitoring.tasks import REPORTS, ask_for_report
from trueline.web.tasks.actions import Asker
from trueline.web.tasks.downloads import (
    download,
    file_or_page,
    progress,
    request_or_404,
    with_refresh,
)


@repeatable
@in_document(permission="read", only=DESIGN.name)
@require_http_methods(["GET", "HEAD", "POST"])
def export(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """Choose a range of periods; a button makes one report and hands it over."""
    lines = reportable(workspace.record, timezone.localdate())
    if request.method == "POST" and lines:
        return _export(request, workspace, lines)
    chosen = range_in(lines, request.GET.dict()) if lines else None
    context = {"lines": lines, "range": chosen, "reports": REPORTS.values()}
    status = 422 if request.method == "POST" else 200
    return workspace.page(request, "monitoring/export.html", context, status=status)


def _export(request: HttpRequest, workspace: Workspace, lines: list[PeriodLine]) -> HttpResponse:
    report = REPORTS.get(request.POST.get("export", ""))
    if report is None:
        raise Http404
    record, (first, last) = workspace.record, range_in(lines, request.POST.dict()).days
    return download(
        request,
        lambda: ask_for_report(
            record,
            report,
            first,
            last,
            owner=_owner(workspace),
            asker=Asker.member(request.user, record.organisation_id),
        ),
        organisation=record.organisation_id,
        permission="read",
        busy=reverse("monitoring:export", args=[record.pk]),
        wait=lambda file_request: reverse(
            "monitoring:export-job", args=[record.pk, file_request.pk]
        ),
        subject="measurement",
        subject_id=record.pk,
        export=report.name,
    )


@in_document(permission="read", only=DESIGN.name)
@require_safe
def job(request: HttpRequest, workspace: Workspace, job_id: uuid.UUID) -> HttpResponse:
    """The progress of a report. When it is ready, the page redirects to it."""
    file_request = request_or_404(job_id, owner=_owner(workspace))
    address = reverse("monitoring:export-file", args=[workspace.record.pk, file_request.pk])
    context = {**progress(file_request), "address": address}
    response = workspace.page(request, "monitoring/export_job.html", context)
    return with_refresh(response, file_request, then=address)


@in_document(permission="read", only=DESIGN.name)
@require_safe
def job_file(request: HttpRequest, workspace: Workspace, job_id: uuid.UUID) -> HttpResponse:
    """The finished report."""
    file_request = request_or_404(job_id, owner=_owner(workspace))
    wait = reverse("monitoring:export-job", args=[workspace.record.pk, file_request.pk])
    return file_or_page(file_request, wait)


def _owner(workspace: Workspace) -> str:
    return f"{workspace.user.pk} {workspace.record.pk} figures"
