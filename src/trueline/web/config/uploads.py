"""Refuses what is too large before it is read."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

FORM_ALLOWANCE = 500_000
"""Bytes that a form may send beside its file."""


class UploadLimitMiddleware:
    """Answer 413 with a page that says how large a file may be."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        try:
            length = int(request.META.get("CONTENT_LENGTH") or 0)
        except ValueError:
            length = 0
        if length > settings.UPLOAD_LIMIT + FORM_ALLOWANCE:
            return too_large(request)
        return self.get_response(request)


def too_large(request: HttpRequest) -> HttpResponse:
    limit = settings.UPLOAD_LIMIT // 1_000_000
    return render(request, "errors/413.html", {"limit": limit}, status=413)
