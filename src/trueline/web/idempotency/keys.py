"""One-time keys: made for one person, and known again without being kept.

A page has one key for all its forms: what is filled in, and where it goes, tell them apart. It names
its person, so that a form that comes without a session is known to be somebody's.
"""

from __future__ import annotations

import secrets

from django.http import HttpRequest
from django.utils.crypto import constant_time_compare, salted_hmac

FIELD = "once"
"""The name of the hidden field."""
SALT = "trueline.idempotency"
DRAFTS = "trueline.drafts"
NOBODY = "0"


def key_for(request: HttpRequest) -> str:
    """The key of the forms on the page that answers a request."""
    if not hasattr(request, "one_time_key"):
        owner = f"{secrets.token_urlsafe(12)}.{request.user.pk or NOBODY}"
        request.one_time_key = f"{owner}.{_signature(owner)}"
    return str(request.one_time_key)


def sender_of(request: HttpRequest) -> str:
    """An id for whoever sends a form: their account, else what their browser was given against
    forgery; "" for a browser that was given nothing."""
    if request.user.is_authenticated:
        return str(request.user.pk)
    return str(request.META.get("CSRF_COOKIE") or "")


def is_from(key: str, request: HttpRequest) -> bool:
    """Whether a key was made for whoever sends it."""
    return owner_of(key) == str(request.user.pk or NOBODY)


def owner_of(key: str) -> str:
    """The primary key of the person whom a key was made for; "" for one that was not made here."""
    owner, _dot, signature = key.rpartition(".")
    is_ours = constant_time_compare(signature, _signature(owner))
    return owner.rpartition(".")[2] if is_ours else ""


def _signature(owner: str) -> str:
    return salted_hmac(SALT, owner, algorithm="sha256").hexdigest()[:20]


def drafts_of(request: HttpRequest) -> str:
    """An id for a person in the browser, where their drafts lie; it says nothing of them."""
    return salted_hmac(DRAFTS, str(request.user.pk), algorithm="sha256").hexdigest()[:16]
