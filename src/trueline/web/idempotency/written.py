"""What somebody wrote into a form that can't be saved, to be shown and kept."""

from __future__ import annotations

from django.http import HttpRequest

from trueline.web.idempotency.keys import FIELD

HIDDEN_FIELDS = frozenset(["csrfmiddlewaretoken", FIELD, "seen", "next"])
"""Fields of a form that nobody typed."""


def typed(request: HttpRequest) -> list[tuple[str, str]]:
    """What a form that can't be saved held, by field."""
    return [
        (name, value) for name, value in request.POST.items() if value and name not in HIDDEN_FIELDS
    ]
