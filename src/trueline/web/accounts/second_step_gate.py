"""Keeps the instance's own rule of a second step, on every page but those that help to follow it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from trueline.web.accounts.second_step_rule import refuse_overdue_here

OPEN = (
    "theme",
    "language",
    "accounts:account",
    "accounts:delete_account",
    "accounts:end_session",
    "archives:personal",
    "archives:personal-file",
)
"""Pages that stay open all the same: to look around, and to take one's leave."""


class SecondStepMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> None:
        if settings.INSTANCE.second_step_days is None or not request.user.is_authenticated:
            return
        access = getattr(view, "access", "")
        match = request.resolver_match
        if access and access != "open" and not (match and match.view_name in OPEN):
            refuse_overdue_here(request.user)
