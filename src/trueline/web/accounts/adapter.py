"""Adapts allauth."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core import context
from allauth.usersessions.adapter import DefaultUserSessionsAdapter
from django.conf import settings
from django.contrib import messages
from django.contrib.sites.shortcuts import get_current_site
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from trueline.web.accounts.protection import (
    guesses,
    instance_audit,
    known_devices,
    notices,
    snapshots,
    tries,
    undoing,
)
from trueline.web.accounts.protection.networks import address_of
from trueline.web.accounts.protection.origins import of_request
from trueline.web.accounts.queries import invitation_by
from trueline.web.audit.actions import record
from trueline.web.audit.models import Action
from trueline.web.mail.actions import send

INVITATION = "invitation"
"""The session's key for the invitation that a visitor came with."""
MAIL_WAITS = _(
    "The mail server can’t be reached just now. Your mail is kept, and goes out as soon as it can."
)
YEAR = 365 * 24 * 3600


class AccountAdapter(DefaultAccountAdapter):
    """Lets people sign up where that is open, or with an invitation."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _(
            "Email and password do not match. Check for typing errors, or ask for a new password."
        ),
        "too_many_login_attempts": _(
            "There were many tries for this account, so it pauses for ten minutes to protect it."
            " Nobody else is affected."
        ),
        "too_many_from_anywhere": _(
            "Somebody is trying many passwords for this account, so new devices wait up to ten minutes."
            " Devices that signed in before go on as always; a passkey or a new password lets you"
            " in at once."
        ),
        "too_many_resets": _(
            "Several mails went to this address within the hour. The newest holds a link that still"
            " works: look in your spam folder, too."
        ),
        "incorrect_password": _(
            "That is not your password. Check for typing errors and try again."
        ),
        "email_taken": _("There is an account for this email. Sign in instead."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return settings.INSTANCE.sign_up == "open" or self._has_invitation(request)

    def _has_invitation(self, request: HttpRequest) -> bool:
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
        if not self._has_invitation(request):
            return ""
        return reverse("accounts:join", args=[request.session.pop(INVITATION)])

    def login(self, request: HttpRequest, user: Any) -> None:
        request.first_sign_in = user.last_login is None
        super().login(request, user)

    def post_login(self, request: HttpRequest, user: Any, **kwargs: Any) -> HttpResponse:
        response = keep_language(super().post_login(request, user, **kwargs), user.language)
        if not request.first_sign_in and not known_devices.device_id(request, user):
            notices.tell(user, "signed_in", origin=of_request(request), before=snapshots.take(user))
        known_devices.remember(request, response, user)
        instance_audit.note_sign_in(request, user)
        return response

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        account = guesses.account_with(str(credentials.get("email", "")))
        instance_audit.note_failure(request, account.user, of="password")

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Like allauth's, but mail is queued while the mail server is down."""
        request = self.request
        base_context = {
            "request": request,
            "email": email,
            "current_site": get_current_site(request),
        }
        message = self.render_mail(template_prefix, email, {**base_context, **context})
        if not send(message):
            messages.warning(request, MAIL_WAITS)

    def send_notification_mail(
        self,
        template_prefix: str,
        user: Any,
        context: dict[str, Any] | None = None,
        email: str | None = None,
    ) -> None:
        """allauth detects the change; whom we notify, and how to undo it, is decided here."""
        notices.tell_by(self.request, user, template_prefix.rsplit("/", 1)[-1], **(context or {}))

    def validate_unique_email(self, email: str) -> str:
        """Nobody takes an address that its owner may still go back to."""
        user = self.request.user if self.request else None
        if undoing.is_held(email, by_others_than=user):
            raise self.validation_error("email_taken")
        return email

    def get_client_ip(self, request: HttpRequest) -> str:
        return address_of(request) or super().get_client_ip(request)

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count a guess at a password, before it costs anything."""
        account = guesses.account_with(str(credentials.get("email", "")))
        with self.refusals_as_form_errors():
            self._login_failed_rl_usage = guesses.begin(request, account, of="password")

    @contextmanager
    def refusals_as_form_errors(self) -> Iterator[None]:
        """Within, a guess that may not be made is an error of the form."""
        try:
            yield
        except guesses.TooManyGuesses as refused:
            if refused.anywhere:
                tries.tell_owner(self.request, refused.account)
            reason = "too_many_from_anywhere" if refused.anywhere else "too_many_login_attempts"
            raise self.validation_error(reason) from refused

    def reauthenticate(self, user: Any, password: str) -> bool:
        """By the address that somebody signs in with, confirmed or not."""
        authenticated = self.authenticate(context.request, email=user.email, password=password)
        return authenticated is not None and authenticated.pk == user.pk

    def _delete_login_attempts_cached_email(self, request: HttpRequest, **credentials: Any) -> None:
        account = guesses.account_with(str(credentials.get("email", "")))
        if account.user:
            guesses.forget(request, account.user)


class SessionsAdapter(DefaultUserSessionsAdapter):
    """Tells people of devices that they signed out."""

    def end_sessions(self, sessions: Any) -> None:
        super().end_sessions(sessions)
        if sessions:
            record(
                Action.SIGNED_OUT_A_DEVICE,
                by=self.request.user,
                organisation=None,
                subject="account",
            )
            instance_audit.note(self.request, Action.SIGNED_OUT_A_DEVICE, about=self.request.user)
            notices.tell_by(self.request, self.request.user, "sessions_ended")


def keep_language(response: HttpResponse, language: str) -> HttpResponse:
    """Show pages in the language of the account, if it names one."""
    name, secure = settings.LANGUAGE_COOKIE_NAME, settings.INSTANCE.https
    if language:
        response.set_cookie(
            name, language, max_age=YEAR, path=settings.COOKIE_PATH, samesite="Lax", secure=secure
        )
    return response


def forget_language(response: HttpResponse) -> HttpResponse:
    """Show pages as the browser asks again."""
    response.delete_cookie(settings.LANGUAGE_COOKIE_NAME, path=settings.COOKIE_PATH, samesite="Lax")
    return response
