"""Handing an attached file over: to be saved, never to be shown or run in our name."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header

from trueline.web.attachments.actions import content_of
from trueline.web.attachments.models import Attachment


def file_response(attachment: Attachment) -> HttpResponse:
    """The answer that holds the file. Raises Http404 where the folder lost it."""
    try:
        content = content_of(attachment)
    except FileNotFoundError:
        raise Http404 from None
    response = HttpResponse(content, content_type=attachment.media_type)
    response["Content-Disposition"] = content_disposition_header(True, attachment.name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response
