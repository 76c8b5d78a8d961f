"""A cookie by which a device that signed in to an account is known again.

It signs nobody in. It only gives the device guesses of its own, so that strangers who try an account
can't shut its owner out, and tells a sign-in from a new device. It names no account: for each it
holds a digest that only this instance can make.
"""

from __future__ import annotations

import secrets
import time
from typing import Any

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from trueline.web.accounts.models import User

YEAR = 365 * 24 * 3600
ACCOUNTS = 8
"""How many accounts a shared device is known to; the one that was there longest ago goes."""
SALT = "trueline.known-device"


def device_id(request: HttpRequest, user: User) -> str:
    """The device's own id if this account signed in from it and still trusts it, else ""."""
    read = _read(request)
    since = read["accounts"].get(_mark(user))
    if since is None or since < user.trusted_since.timestamp():
        return ""
    return str(read["id"])


def is_known_to_somebody(request: HttpRequest) -> bool:
    """Whether anybody ever signed in from the device."""
    return bool(_read(request)["accounts"])


def remember(request: HttpRequest, response: HttpResponse, user: User) -> None:
    """Let the device be known to an account from now on."""
    read = _read(request)
    accounts = {mark: at for mark, at in read["accounts"].items() if mark != _mark(user)}
    latest = dict([*accounts.items(), (_mark(user), time.time())][-ACCOUNTS:])
    response.set_cookie(
        settings.DEVICE_COOKIE_NAME,
        signing.dumps({"id": read["id"], "accounts": latest}, salt=SALT, compress=True),
        max_age=YEAR,
        path=settings.COOKIE_PATH,
        secure=settings.INSTANCE.https,
        httponly=True,
        samesite="Lax",
    )


def secret_for_link(user: User) -> str:
    """The secret of a link that makes the device which opens it known, within a day."""
    return signing.dumps(str(user.pseudonym), salt=f"{SALT}.link")


def account_of_link(secret: str) -> str:
    """The pseudonym of the account that such a link is for. Raises BadSignature."""
    return str(signing.loads(secret, salt=f"{SALT}.link", max_age=24 * 3600))


def _mark(user: User) -> str:
    return salted_hmac(SALT, str(user.pseudonym), algorithm="sha256").hexdigest()[:32]


def _read(request: HttpRequest) -> dict[str, Any]:
    """The contents of the cookie; a new device if there is none, or one that we did not sign."""
    try:
        return signing.loads(
            request.COOKIES.get(settings.DEVICE_COOKIE_NAME, ""), salt=SALT, max_age=YEAR
        )
    except signing.BadSignature:
        return {"id": secrets.token_urlsafe(12), "accounts": {}}
