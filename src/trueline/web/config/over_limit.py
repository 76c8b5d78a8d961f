"""Answers what would grow over a limit with a sentence, and with what was typed."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from trueline.limits import OverLimit

NOT_TYPED = frozenset(["csrfmiddlewaretoken", "once", "seen", "next", "kept"])


class OverLimitMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, OverLimit):
            return None
        written = [
            (name, value) for name, value in request.POST.items() if value and name not in NOT_TYPED
        ]
        context = {"sentence": str(exception), "written": written}
        return render(request, "errors/over_limit.html", context, status=422)
