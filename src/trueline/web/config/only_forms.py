"""Addresses that only take forms, opened as pages: from a history, a bookmark, or a reload.

Whoever opens one in a browser is led to the nearest page above it; a program is told that it may not.
"""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import Resolver404, get_script_prefix, resolve

NOT_ALLOWED = 405


class OnlyFormsMiddleware:
    """Leads on from an address that has no page."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == NOT_ALLOWED and _is_opened(request):
            return HttpResponseRedirect(page_above(request.path_info))
        return response


def _is_opened(request: HttpRequest) -> bool:
    """Whether a browser asks for a page."""
    return request.method in ("GET", "HEAD") and "text/html" in request.headers.get("Accept", "")


def page_above(path: str) -> str:
    """The nearest address above a path that leads anywhere: `/designs/new/` of `/designs/new/blank/`."""
    parts = path.strip("/").split("/")
    for count in range(len(parts) - 1, 0, -1):
        above = "/".join(parts[:count]) + "/"
        try:
            resolve(f"/{above}")
        except Resolver404:
            continue
        return get_script_prefix() + above
    return get_script_prefix()
