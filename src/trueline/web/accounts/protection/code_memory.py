"""A code of an app is good once, for as long as its time and the tolerance for clocks last."""

from __future__ import annotations

from allauth.core.internal.cryptokit import normalize_user_code
from allauth.mfa import app_settings
from django.core.cache import cache

from trueline.web.accounts.models import User


def first_use(user: User, code: str) -> bool:
    """Remember a code that was right. Returns False if it was used before."""
    seconds = app_settings.TOTP_PERIOD * (2 * app_settings.TOTP_TOLERANCE + 1)
    key = f"used-code:{user.pk}:{normalize_user_code(code)}"
    return bool(cache.add(key, True, timeout=seconds))
