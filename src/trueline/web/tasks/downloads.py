"""Handing over a file: at once where it is made within a second, else when it is ready."""

from __future__ import annotations

from threading import BoundedSemaphore
from typing import Any

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from trueline.limits import FILES_OF_ORGANISATION
from trueline.web.tasks import queries, waking
from trueline.web.tasks.actions import TooMany
from trueline.web.tasks.contents import content_of
from trueline.web.tasks.models import FileRequest

PATIENCE = 1.0
"""Seconds for which a visitor waits without being told that it takes a while."""
MEMBERS, VISITORS = BoundedSemaphore(1), BoundedSemaphore(1)
"""How many threads of this process may wait so at once, for people with an account and without:
the others answer."""


def waited_for(
    request: FileRequest, *, patience: BoundedSemaphore = MEMBERS, seconds: float = PATIENCE
) -> FileRequest:
    """Give a file a moment to be made, where a thread can be spared for that."""
    if not queries.is_over(request) and patience.acquire(blocking=False):
        try:
            waking.wait_until(lambda: queries.is_over(request), seconds=seconds)
        finally:
            patience.release()
    return request


def too_many(refused: TooMany) -> str:
    """Why no more files are made just now, and what to do."""
    if refused.limit is FILES_OF_ORGANISATION:
        return _("Many files are being made for your organisation. Try again in a few minutes.")
    return _("Several files are being made for you. Wait for one of them.")


def progress(request: FileRequest) -> dict[str, Any]:
    """For a page to wait on: the file, how many are made before it, and whether anybody works."""
    over = request.file.is_over
    before = 0 if over else queries.files_before(request.file)
    return {
        "file": request.file,
        "before": before,
        "minutes": 0 if over else round(queries.seconds_left(before) / 60),
        "nobody_works": not over and not queries.is_anybody_working(),
    }


def led_onward(response: HttpResponse, request: FileRequest, *, then: str) -> HttpResponse:
    """A page that leads by itself to a file that is ready, at `then`; it never loads itself again."""
    if request.file.made:
        response["Refresh"] = f"1;url={then}"
    return response


def handed_over(request: FileRequest) -> HttpResponse:
    """The finished file, to be saved and never to be shown or run in our name."""
    response = HttpResponse(content_of(request.file_id), content_type=request.file.media_type)
    response["Content-Disposition"] = content_disposition_header(True, request.file.name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response
