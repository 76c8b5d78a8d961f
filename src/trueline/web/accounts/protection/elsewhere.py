"""Asking the provider of an account elsewhere who it is, where nothing else can be asked here."""

from __future__ import annotations

import time

from allauth.account import app_settings
from allauth.account.internal.flows.login import get_authentication_records
from allauth.socialaccount.models import SocialAccount
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.http import urlencode

from trueline.web.accounts.models import User


def confirmed_elsewhere(request: HttpRequest) -> bool:
    """Whether the provider let somebody in just now, of whom nothing else can be asked here."""
    return any(
        record["method"] == "socialaccount"
        and time.time() - record["at"] < app_settings.REAUTHENTICATION_TIMEOUT
        for record in get_authentication_records(request, request.user)
    )


def way_to_sign_in_again(user: User, onward: str) -> str:
    """The page that leads to the provider once more; "" for those whom it does not know."""
    provider = settings.INSTANCE.single_sign_on
    if (
        provider is None
        or not SocialAccount.objects.filter(user=user, provider=provider.id).exists()
    ):
        return ""
    return f"{reverse('openid_connect_login', args=[provider.id])}?{urlencode({'next': onward})}"
