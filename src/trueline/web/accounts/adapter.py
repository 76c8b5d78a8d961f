"""How allauth behaves here."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.internal import ratelimit
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from trueline.web.accounts.queries import invitation_by

INVITATION = "invitation"
"""Where a session keeps the invitation that a visitor came with."""
YEAR = 365 * 24 * 3600


class AccountAdapter(DefaultAccountAdapter):
    """Lets people sign up where that is open, or with an invitation."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _(
            "Email and password do not match. Look for slips, or ask for a new password."
        ),
        "too_many_login_attempts": _(
            "There were many tries for this account, so it pauses for ten minutes to protect it."
            " Nobody else is affected."
        ),
        "incorrect_password": _("That is not your password. Look for slips and try again."),
        "email_taken": _("There is an account for this email. Sign in instead."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return settings.INSTANCE.sign_up == "open" or self._invited(request)

    def _invited(self, request: HttpRequest) -> bool:
        secret = request.session.get(INVITATION, "")
        return bool(secret) and invitation_by(secret) is not None

    def save_user(self, request: HttpRequest, user: Any, form: Any, commit: bool = True) -> Any:
        user.name = form.cleaned_data.get("name", "")
        return super().save_user(request, user, form, commit)

    def get_signup_redirect_url(self, request: HttpRequest) -> str:
        return self._onward(request) or super().get_signup_redirect_url(request)

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return self._onward(request) or super().get_login_redirect_url(request)

    def _onward(self, request: HttpRequest) -> str:
        """Back to the invitation that a visitor came with."""
        if not self._invited(request):
            return ""
        return reverse("accounts:join", args=[request.session.pop(INVITATION)])

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        return keep_language(super().post_login(request, user, **kwargs), user.language)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Also limit what all addresses together may try on one account."""
        super().pre_authenticate(request, **credentials)
        usage = ratelimit.consume(
            request, app="allauth.account", action="login_failed_anywhere",
            key=str(credentials.get("email", "")).lower(),
        )  # fmt: skip
        if not usage:
            raise self.validation_error("too_many_login_attempts")
        self._login_failed_rl_usage.usage.extend(usage.usage)

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """By account and address: guesses from elsewhere do not lock somebody out where they work."""
        account = super()._get_login_attempts_cache_key(request, **credentials)
        return f"{account}:{self.get_client_ip(request)}"


def keep_language(response: HttpResponse, language: str) -> HttpResponse:
    """Show pages in the language of the account, if it names one."""
    name, secure = settings.LANGUAGE_COOKIE_NAME, settings.INSTANCE.https
    if language:
        response.set_cookie(name, language, max_age=YEAR, samesite="Lax", secure=secure)
    return response


def forget_language(response: HttpResponse) -> HttpResponse:
    """Show pages as the browser asks again."""
    response.delete_cookie(settings.LANGUAGE_COOKIE_NAME, samesite="Lax")
    return response
