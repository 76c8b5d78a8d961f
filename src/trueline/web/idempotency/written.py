"""Texts of a form that can't be saved, to be shown and kept."""

from __future__ import annotations

from django.http import HttpRequest

from trueline.web.idempotency.keys import FIELD

HIDDEN_FIELDS = frozenset(["csrfmiddlewaretoken", FIELD, "seen", "next"])
"""Fields of a form that nobody typed."""

_SECRETS = ("password", "code", "credential")


def is_secret(name: str) -> bool:
    """Whether a field of this name is asked again rather than kept or shown."""
    return any(word in name for word in _SECRETS)


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """The texts of a form that can't be saved, by field."""
    return [
        (name, value)
        for name, value in request.POST.items()
        if value and name not in HIDDEN_FIELDS and not is_secret(name)
    ]
