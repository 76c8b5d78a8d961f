"""Reports of the figures of a programme, for a range of periods."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from trueline.design import DESIGN
from trueline.web.accounts.access import repeatable, required
from trueline.web.audit.actions import record as record_event
from trueline.web.audit.models import Action
from trueline.web.documents.access import in_document
from trueline.web.documents.workspace import Workspace
from trueline.web.monitoring.queries import PeriodLine
from trueline.web.monitoring.ranges import range_in, reportable
from trueline.web.monitoring.tasks import REPORTS, ask_for_report
from trueline.web.tasks.actions import Asker, TooMany
from trueline.web.tasks.downloads import handed_over, led_onward, progress, too_many, waited_for
from trueline.web.tasks.models import FileRequest
from trueline.web.tasks.queries import request_of


@repeatable
@in_document(permission="read", only=DESIGN.name)
@require_http_methods(["GET", "HEAD", "POST"])
def export(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """Choose a range of periods; a button makes one report and hands it over."""
    lines = reportable(workspace.record, timezone.localdate())
    if request.method == "POST" and lines:
        return _made(request, workspace, lines)
    chosen = range_in(lines, request.GET.dict()) if lines else None
    context = {"lines": lines, "range": chosen, "reports": REPORTS.values()}
    status = 422 if request.method == "POST" else 200
    return workspace.page(request, "monitoring/export.html", context, status=status)


def _made(request: HttpRequest, workspace: Workspace, lines: list[PeriodLine]) -> HttpResponse:
    report = REPORTS.get(request.POST.get("export", ""))
    if report is None:
        raise Http404
    record, (first, last) = workspace.record, range_in(lines, request.POST.dict()).days
    try:
        asked = ask_for_report(
            record,
            report,
            first,
            last,
            owner=_owner(workspace),
            asker=Asker.member(request.user, record.organisation_id),
        )
    except TooMany as refused:
        messages.error(request, too_many(refused))
        return redirect("monitoring:export", record.pk)
    record_event(
        Action.EXPORTED,
        by=request.user,
        organisation=record.organisation_id,
        subject="measurement",
        subject_id=record.pk,
        export=report.name,
    )
    if waited_for(asked).file.made:
        required(request.user, record.organisation_id, "read")  # it may have ended meanwhile
        return handed_over(asked)
    return redirect("monitoring:export-job", record.pk, asked.pk)


@in_document(permission="read", only=DESIGN.name)
@require_safe
def job(request: HttpRequest, workspace: Workspace, job_id: uuid.UUID) -> HttpResponse:
    """How a report is coming along. When it is ready, the page leads to it."""
    asked = _asked(workspace, job_id)
    address = reverse("monitoring:export-file", args=[workspace.record.pk, asked.pk])
    context = {**progress(asked), "address": address, "title": _("Reports of figures")}
    response = workspace.page(request, "monitoring/export_job.html", context)
    return led_onward(response, asked, then=address)


@in_document(permission="read", only=DESIGN.name)
@require_safe
def job_file(request: HttpRequest, workspace: Workspace, job_id: uuid.UUID) -> HttpResponse:
    """The finished report."""
    asked = _asked(workspace, job_id)
    if asked.file.made is None:
        return redirect("monitoring:export-job", workspace.record.pk, asked.pk)
    return handed_over(asked)


def _asked(workspace: Workspace, job_id: uuid.UUID) -> FileRequest:
    """What the visitor asked for, of this programme. Raises Http404."""
    asked = request_of(job_id, owner=_owner(workspace))
    if asked is None:
        raise Http404
    return asked


def _owner(workspace: Workspace) -> str:
    return f"{workspace.user.pk} {workspace.record.pk} figures"
