"""Secrets of links are not for trying out.

Every address that carries a secret is watched by the name of its part, so that a new sort of link is
watched from its first day: `secret` on our pages, `key` on allauth's. A secret that leads nowhere is
counted by network; after ten the network waits, but for visitors who belong here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.core.ratelimit import respond_429
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

from trueline.web.accounts.link_secrets import digest
from trueline.web.accounts.protection import guesses, instance_audit, known_devices
from trueline.web.accounts.protection.networks import network_of

SECRETS = ("secret", "key")
NOT_SECRET = "set-password"
"""The text that allauth writes in place of a key that it has moved into the session."""


class LinkGuessesMiddleware:
    """Refuses secrets from a network that tried too many, and counts those that lead nowhere."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        secret = getattr(request, "link_secret", "")
        if not secret:
            return response
        if response.status_code == 404 and _is_new(request, secret):
            guesses.note_wrong_link(request)
        elif response.status_code < 400 and request.method == "GET":
            name = request.resolver_match.view_name if request.resolver_match else ""
            instance_audit.note_link(request, name, digest(secret)[:16])
        return response

    def process_view(
        self, request: HttpRequest, view: Any, args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        secret = next((kwargs[name] for name in SECRETS if name in kwargs), "")
        if not secret or secret == NOT_SECRET:
            return None
        if not _belongs_here(request) and not guesses.may_try_links(request):
            return respond_429(request)
        request.link_secret = secret
        return None

    def process_template_response(self, request: HttpRequest, response: Any) -> Any:
        """allauth's pages say with 200 that a link leads nowhere."""
        data = response.context_data or {}
        nowhere = data.get("token_fail") or ("confirmation" in data and not data["confirmation"])
        if getattr(request, "link_secret", "") and nowhere:
            response.status_code = 404
        return response


def _belongs_here(request: HttpRequest) -> bool:
    return request.user.is_authenticated or known_devices.is_known_to_somebody(request)


def _is_new(request: HttpRequest, secret: str) -> bool:
    """A dead link that is opened again and again is one wrong secret."""
    key = f"wrong-link:{digest(f'{network_of(request)}|{secret}')}"
    return bool(cache.add(key, True, timeout=600))
