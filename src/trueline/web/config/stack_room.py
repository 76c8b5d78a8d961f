"""Every request begins with room on the stack: see `trueline.stack_room`."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from trueline.stack_room import with_room


class StackRoomMiddleware:
    """Stands before all others, since the calls of each lie over those of the next."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.answer = with_room(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.answer(request)
