"""One-time keys: made for one person, and known again without being kept.

A page has one key for all its forms: what is filled in, and where it goes, tell them apart.
"""

from __future__ import annotations

import secrets

from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, salted_hmac

FIELD = "once"
"""The name of the hidden field."""
SALT = "trueline.idempotency"


def key_for(request: HttpRequest) -> str:
    """The key of the forms on the page that answers a request."""
    if not hasattr(request, "one_time_key"):
        word = secrets.token_urlsafe(12)
        request.one_time_key = f"{word}.{_signature(request, word)}"  # type: ignore[attr-defined]
    return str(request.one_time_key)


def is_from(key: str, request: HttpRequest) -> bool:
    """Whether a key was made for whoever sends it."""
    word, _dot, signature = key.partition(".")
    return constant_time_compare(signature, _signature(request, word))


def _signature(request: HttpRequest, word: str) -> str:
    return salted_hmac(SALT, f"{request.user.pk}:{word}", algorithm="sha256").hexdigest()[:20]
