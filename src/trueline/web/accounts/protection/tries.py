"""Telling an owner, once a day, that strangers try to get in."""

from __future__ import annotations

from django.core.cache import cache
from django.http import HttpRequest
from django.urls import reverse

from trueline.web.accounts.protection import known_devices, notices
from trueline.web.accounts.protection.guesses import Account
from trueline.web.accounts.protection.origins import Origin, of_request

DAY = 24 * 3600


def tell_owner(request: HttpRequest, account: Account) -> None:
    """One mail, with a link that makes a new device of the owner's a known one."""
    user = account.user
    if user is None or not cache.add(f"told-of-tries:{user.pk}", True, timeout=DAY):
        return
    base = of_request(request).base
    path = reverse("accounts:this_device", args=[known_devices.secret_for_link(user)])
    notices.tell(user, "tries", origin=Origin(base), way_in=f"{base}{path}")
