"""Hands on the table of a page of monitoring as a file."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.http import content_disposition_header

from trueline.web.audit.actions import record as record_event
from trueline.web.audit.models import Action
from trueline.web.documents.filenames import file_name
from trueline.web.documents.models import DocumentRecord


def csv_file(
    request: HttpRequest, record: DocumentRecord, text: str, *, ending: str
) -> HttpResponse:
    """A CSV file named after the programme; the audit keeps who took it. Raises Http404."""
    if request.POST.get("format") != "csv":
        raise Http404
    record_event(
        Action.EXPORTED,
        by=request.user,
        organisation=record.organisation_id,
        subject="measurement",
        subject_id=record.pk,
        format=ending,
    )
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    name = file_name(record.title, ending)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response
