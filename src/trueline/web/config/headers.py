"""Headers that Django and the content security policy do not set."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

PERMISSIONS = ", ".join(
    f"{feature}=()" for feature in ("camera", "geolocation", "microphone", "payment", "usb")
)


CLEARED = '"cache", "storage"'
"""Data that a browser throws away at sign-out. Cookies stay: the device's own is of use then."""


class HeadersMiddleware:
    """Deny device features, keep pages out of shared caches and other sites out of our answers."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.setdefault("Permissions-Policy", PERMISSIONS)
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.setdefault("X-Content-Type-Options", "nosniff")  # what is refused early has none
        response.setdefault("Referrer-Policy", "same-origin")
        signed_in = getattr(request, "user", None) is not None and request.user.is_authenticated
        if signed_in:
            response.setdefault("Cache-Control", "private, no-store")
        elif getattr(request, "signed_out", False):
            response["Clear-Site-Data"] = CLEARED
        return response
