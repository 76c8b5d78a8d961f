"""Handing over a file: at once where it is made within a second, else when it is ready."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from trueline.web.tasks import queries, waking
from trueline.web.tasks.models import FileRequest, MadeFile

PATIENCE = 1.0
"""Seconds for which a visitor waits without being told that it takes a while."""


def waited_for(request: FileRequest, *, seconds: float = PATIENCE) -> FileRequest:
    """Give a file a moment to be made."""
    waking.wait_until(lambda: queries.is_over(request), seconds=seconds)
    return request


def progress(request: FileRequest) -> dict[str, Any]:
    """For a page to wait on: the file, how many are made before it, and whether anybody works."""
    over = request.file.is_over
    return {
        "file": request.file,
        "before": 0 if over else queries.files_before(request.file),
        "nobody_works": not over and not queries.is_anybody_working(),
    }


def led_onward(response: HttpResponse, request: FileRequest, *, then: str) -> HttpResponse:
    """A page that leads by itself to a file that is ready, at `then`; it never loads itself again."""
    if request.file.made:
        response["Refresh"] = f"1;url={then}"
    return response


def handed_over(request: FileRequest) -> HttpResponse:
    """The finished file, to be saved and never to be shown or run in our name."""
    content = MadeFile.objects.values_list("content", flat=True).get(pk=request.file_id)
    response = HttpResponse(bytes(content), content_type=request.file.media_type)
    response["Content-Disposition"] = content_disposition_header(True, request.file.name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response
