"""Signing in with an account elsewhere, by OpenID Connect.

The provider says who somebody is; what they may do, and whether they need a second step here, is
decided here as for everybody. Somebody new needs an invitation where sign-up is by invitation.
"""

from __future__ import annotations

from typing import Any

from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.conf import settings
from django.http import HttpRequest
from django.shortcuts import redirect, render

from trueline.web.accounts.models import User
from trueline.web.accounts.protection import notices, snapshots, undoing

CLAIMS = ("sub", "email", "email_verified")
"""The claims of the provider that are stored; the others are not needed."""


class SingleSignOnAdapter(DefaultSocialAccountAdapter):
    """Lets in people with a confirmed address at the provider, and stores few of its claims."""

    def pre_social_login(self, request: HttpRequest, sociallogin: Any) -> None:
        if sociallogin.state.get("process") not in (None, "login"):
            raise ImmediateHttpResponse(redirect("accounts:account"))
        claims = sociallogin.account.extra_data
        claims = claims.get("userinfo") or claims.get("id_token") or claims
        sociallogin.account.extra_data = {name: claims[name] for name in CLAIMS if name in claims}
        if sociallogin.account.pk:
            sociallogin.account.save(update_fields=["extra_data"])
        elif not _is_confirmed(sociallogin):
            raise ImmediateHttpResponse(
                render(request, "socialaccount/no_address.html", status=403)
            )
        elif sociallogin.user.pk:  # is to be connected with it
            request.signed_in_as_before = snapshots.take(sociallogin.user)

    def send_notification_mail(
        self,
        template_prefix: str,
        user: User,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """allauth says that an account was connected; how it is undone is ours."""
        name = settings.INSTANCE.single_sign_on.name
        notices.tell_by(self.request, user, template_prefix.rsplit("/", 1)[-1], provider=name)

    def populate_user(self, request: HttpRequest, sociallogin: Any, data: dict[str, Any]) -> User:
        user: User = super().populate_user(request, sociallogin, data)
        parts = (data.get("first_name"), data.get("last_name"))
        user.name = (data.get("name") or " ".join(filter(None, parts)))[:120]
        return user


def _is_confirmed(sociallogin: Any) -> bool:
    """Whether the provider confirmed an address that nobody else may still go back to.

    It has to say so by a true of JSON, as the standard has it; newer versions of allauth take words.
    """
    if sociallogin.account.extra_data.get("email_verified") is not True:
        return False
    user = sociallogin.user if sociallogin.user.pk else None
    return any(
        address.verified is True and not undoing.is_held(address.email, by_others_than=user)
        for address in sociallogin.email_addresses
    )
