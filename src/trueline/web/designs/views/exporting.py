"""Everything that can be made of a design, from one page."""

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
from trueline.web.designs import exporting
from trueline.web.designs.access import in_design
from trueline.web.designs.downloads import begun, handed_over, job_of
from trueline.web.designs.forms.export_form import ExportForm
from trueline.web.designs.jobs import Job, TooMany
from trueline.web.designs.models import DesignRecord
from trueline.web.designs.store import design_of
from trueline.web.designs.workspace.notes import findings_on
from trueline.web.designs.workspace.page import design_page
from trueline.web.library.edition import toolkit_in_use


@in_design(may="read")
@require_http_methods(["GET", "HEAD", "POST"])
def export(request: HttpRequest, record: DesignRecord) -> HttpResponse:
    """What there is, and the options; a button makes one file and hands it over."""
    form = ExportForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        return _made(request, record, form)
    return design_page(
        request, record, "share", "designs/export.html",
        {"form": form, "groups": exporting.groups(exporting.offered()), "all": exporting.ALL},
        status=422 if form.is_bound else 200,
    )  # fmt: skip


def _made(request: HttpRequest, record: DesignRecord, form: ExportForm) -> HttpResponse:
    name = request.POST.get("export", "")
    file = exporting.file_of(_request(record, form), name)
    if file is None:
        raise Http404
    try:
        job = begun(file, owner=_owner(request, record))
    except TooMany:
        messages.error(request, _("Several files are being made for you. Wait for one of them."))
        return redirect("designs:export", record.pk)
    record_event("exported", by=request.user, organisation=record.organisation_id,
                 subject="design", subject_id=record.pk, export=name,
                 revision=record.revision)  # fmt: skip
    if job.is_over and not job.failed:
        required(request.user, record.organisation_id, "read")  # it may have ended meanwhile
        return handed_over(job)
    return redirect("designs:export-job", record.pk, job.id)


def _request(record: DesignRecord, form: ExportForm) -> ExportRequest:
    with_review = form.cleaned_data["with_review"]
    return ExportRequest(
        design_of(record), toolkit_in_use(), findings_on(record) if with_review else None,
        paper=form.cleaned_data["paper"] or "a4", on=timezone.localdate(),
    )  # fmt: skip


@in_design(may="read")
@require_safe
def job(request: HttpRequest, record: DesignRecord, job_id: uuid.UUID) -> HttpResponse:
    """How a file is coming along. The page asks again by itself, and leads to the file."""
    found = _job(request, record, job_id)
    response = design_page(request, record, "share", "designs/export_job.html", {"job": found})
    if not found.is_over:
        response["Refresh"] = "2"
    elif not found.failed:
        address = reverse("designs:export-file", args=[record.pk, found.id])
        response["Refresh"] = f"1;url={address}"
    return response


@in_design(may="read")
@require_safe
def job_file(request: HttpRequest, record: DesignRecord, job_id: uuid.UUID) -> HttpResponse:
    """The finished file."""
    found = _job(request, record, job_id)
    if found.content is None:
        return redirect("designs:export-job", record.pk, found.id)
    return handed_over(found)


def _job(request: HttpRequest, record: DesignRecord, job_id: uuid.UUID) -> Job:
    """A job that the visitor started for this design. Raises Http404."""
    found = job_of(job_id, owner=_owner(request, record))
    if found is None:
        raise Http404
    return found


def _owner(request: HttpRequest, record: DesignRecord) -> str:
    return f"{request.user.pk} {record.pk}"
