"""Handing over a file: at once where it is made within a second, else when it is ready."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from threading import BoundedSemaphore
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from trueline.limits import FILES_OF_ORGANISATION
from trueline.web.accounts.access import required
from trueline.web.accounts.roles import Permission
from trueline.web.audit.actions import record as record_event
from trueline.web.audit.models import Action
from trueline.web.tasks import queries, waking
from trueline.web.tasks.actions import TooMany
from trueline.web.tasks.contents import content_of
from trueline.web.tasks.models import FileRequest

PATIENCE = 1.0
"""Seconds for which a visitor waits before a page says that it takes a while."""
MEMBERS, VISITORS = BoundedSemaphore(1), BoundedSemaphore(1)
"""How many threads of this process may wait so at once, for people with an account and without:
the others answer."""


def download(
    request: HttpRequest,
    ask: Callable[[], FileRequest | None],
    *,
    organisation: uuid.UUID,
    permission: Permission,
    busy: str,
    wait: Callable[[FileRequest], str],
    **exported: Any,
) -> HttpResponse:
    """Ask for a file, and hand it over if a moment is enough to make it; else lead to where it is waited for.

    Args:
        ask: Has the file made; returns None where there is no such file.
        permission: What the visitor may do in the `organisation`, and must still when the file is made.
        busy: The address of the page to stay on if too many files are being made already.
        wait: Gives the address of the page that waits for the file.
        exported: What the audit records of it: `subject`, `subject_id` and details.

    Raises:
        Http404: There is no such file.
    """
    try:
        file_request = ask()
    except TooMany as refused:
        messages.error(request, too_many(refused))
        return redirect(busy)
    if file_request is None:
        raise Http404
    record_event(Action.EXPORTED, by=request.user, organisation=organisation, **exported)
    if wait_for_file(file_request).file.made:
        required(request.user, organisation, permission)  # it may have ended meanwhile
        return file_response(file_request)
    return redirect(wait(file_request))


def request_or_404(id: uuid.UUID, *, owner: str) -> FileRequest:
    """The request of an owner. Raises Http404 where it is somebody else's."""
    file_request = queries.request_of(id, owner=owner)
    if file_request is None:
        raise Http404
    return file_request


def file_or_progress(
    request: HttpRequest, file_request: FileRequest, template: str, **context: Any
) -> HttpResponse:
    """The file once it is made, and until then a page that says how it is coming along."""
    if file_request.file.made:
        return file_response(file_request)
    return render(request, template, {**progress(file_request), **context})


def file_or_page(file_request: FileRequest, wait: str) -> HttpResponse:
    """The file once it is made, and until then back to the page at `wait`."""
    return file_response(file_request) if file_request.file.made else redirect(wait)


def wait_for_file(
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
    """The reason why no more files are made just now, and what to do."""
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


def with_refresh(response: HttpResponse, request: FileRequest, *, then: str) -> HttpResponse:
    """A page that leads by itself to a file that is ready, at `then`; it never loads itself again."""
    if request.file.made:
        response["Refresh"] = f"1;url={then}"
    return response


def file_response(request: FileRequest) -> HttpResponse:
    """The finished file, to be saved and never to be shown or run in our name."""
    response = HttpResponse(content_of(request.file_id), content_type=request.file.media_type)
    response["Content-Disposition"] = content_disposition_header(True, request.file.name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cache-Control"] = "private, no-store"
    return response
