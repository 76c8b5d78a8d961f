"""Adapts allauth's second step, and keeps its secrets."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from trueline.web.accounts.encryption import decrypt, encrypt


class SecondStepAdapter(DefaultMFAAdapter):
    """Our words for what goes wrong, and plain names for keys."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": _(
            "That code is not right. Codes change every half minute: try the next."
        ),
    }

    def encrypt(self, text: str) -> str:
        return encrypt(text)

    def decrypt(self, encrypted_text: str) -> str:
        return decrypt(encrypted_text)

    def generate_authenticator_name(self, user: Any, type: Authenticator.Type) -> str:
        number = Authenticator.objects.filter(user=user, type=type).count() + 1
        return _now("Key %(number)d") % {"number": number}


def with_secrets(data: dict[str, Any], rework: Callable[[str], str]) -> dict[str, Any]:
    """The data of an authenticator, with each of its secrets reworked; a passkey has none."""
    reworked: dict[str, Any] = {
        name: rework(data[name]) for name in ("secret", "seed") if name in data
    }
    if "migrated_codes" in data:
        reworked["migrated_codes"] = [rework(code) for code in data["migrated_codes"]]
    return {**data, **reworked}
