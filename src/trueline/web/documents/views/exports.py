"""Everything that can be made of a document, from one page."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from trueline.reports import ExportRequest
from trueline.web.accounts.access import required
from trueline.web.audit.actions import record as record_event
from trueline.web.documents import exports
from trueline.web.documents.access import in_document
from trueline.web.documents.downloads import begun, handed_over, job_of
from trueline.web.documents.forms.export import ExportForm
from trueline.web.documents.jobs import Job, TooMany
from trueline.web.documents.workspace import Workspace

HERE = "share"


@in_document(may="read")
@require_http_methods(["GET", "HEAD", "POST"])
def export(request: HttpRequest, workspace: Workspace) -> HttpResponse:
    """What there is, and the options; a button makes one file and hands it over."""
    form = ExportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _made(request, workspace, form)
    offered = exports.offered(workspace.record.kind)
    context = {"form": form, "groups": exports.groups(offered), "all": exports.ALL}
    status = 422 if form.is_bound else 200
    return workspace.page(request, "documents/export.html", context, here=HERE, status=status)


def _made(request: HttpRequest, workspace: Workspace, form: ExportForm) -> HttpResponse:
    name, record = request.POST.get("export", ""), workspace.record
    file = exports.file_of(_request(workspace, form), name)
    if file is None:
        raise Http404
    try:
        job = begun(file, owner=_owner(workspace))
    except TooMany:
        messages.error(request, _("Several files are being made for you. Wait for one of them."))
        return redirect("documents:export", record.pk)
    record_event(
        "exported",
        by=request.user,
        organisation=record.organisation_id,
        subject=record.kind,
        subject_id=record.pk,
        export=name,
        revision=record.revision,
    )
    if job.is_over and not job.failed:
        required(request.user, record.organisation_id, "read")  # it may have ended meanwhile
        return handed_over(job)
    return redirect("documents:export-job", record.pk, job.id)


def _request(workspace: Workspace, form: ExportForm) -> ExportRequest:
    with_review = form.cleaned_data["with_review"]
    return ExportRequest(
        workspace.document,
        workspace.toolkit,
        workspace.notes.findings if with_review else None,
        paper=form.cleaned_data["paper"] or "a4",
        on=timezone.localdate(),
    )


@in_document(may="read")
@require_safe
def job(request: HttpRequest, workspace: Workspace, job_id: uuid.UUID) -> HttpResponse:
    """How a file is coming along. The page asks again by itself, and leads to the file."""
    made = _job(workspace, job_id)
    response = workspace.page(request, "documents/export_job.html", {"job": made}, here=HERE)
    if not made.is_over:
        response["Refresh"] = "2"
    elif not made.failed:
        address = reverse("documents:export-file", args=[workspace.record.pk, made.id])
        response["Refresh"] = f"1;url={address}"
    return response


@in_document(may="read")
@require_safe
def job_file(request: HttpRequest, workspace: Workspace, job_id: uuid.UUID) -> HttpResponse:
    """The finished file."""
    made = _job(workspace, job_id)
    if made.content is None:
        return redirect("documents:export-job", workspace.record.pk, made.id)
    return handed_over(made)


def _job(workspace: Workspace, job_id: uuid.UUID) -> Job:
    """A job that the visitor started for this document. Raises Http404."""
    made = job_of(job_id, owner=_owner(workspace))
    if made is None:
        raise Http404
    return made


def _owner(workspace: Workspace) -> str:
    return f"{workspace.user.pk} {workspace.record.pk}"
