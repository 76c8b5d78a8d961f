"""A guess that was not looked at is answered 429, with what was typed still in the form."""

from __future__ import annotations

from collections.abc import Callable

from allauth.core.ratelimit import respond_429
from django.http import HttpRequest, HttpResponse

WAIT = "600"


class GuessAnswersMiddleware:
    """Turns the form that says "too many tries" into a 429, whichever of allauth's pages shows it."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if not getattr(request, "refused_guess", False):
            return response
        if response.status_code == 200:
            response.status_code = 429
        else:
            response = respond_429(request)
        response["Retry-After"] = WAIT
        return response
