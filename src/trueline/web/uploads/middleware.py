"""Forms with a file that is not read at once: they lead to a page that waits, and come again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from trueline.web.uploads.reading import FIELD, StillReading, keep_form, put_back


class ReadingMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> None:
        if request.method == "POST" and FIELD in request.POST and request.user.is_authenticated:
            put_back(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, StillReading):
            return None
        keep_form(request, exception.file_request)
        return redirect("uploads:reading", exception.file_request.pk)
