"""Records changes of accounts on allauth's pages in the audit."""

from __future__ import annotations

from typing import Any

from allauth.account import signals as account
from allauth.mfa import signals as mfa
from django.contrib import messages
from django.dispatch import receiver
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from trueline.web.accounts.actions import second_steps
from trueline.web.accounts.models import User
from trueline.web.accounts.protection import instance_audit, notices
from trueline.web.accounts.second_step_rule import first_deadline
from trueline.web.audit.actions import record
from trueline.web.audit.models import Action


def _note(action: Action, user: User, request: HttpRequest) -> None:
    record(action, by=user, organisation=None, subject="account")
    instance_audit.note(request, action, about=user)


@receiver(account.user_signed_up)
def _signed_up(user: User, request: HttpRequest, **kwargs: Any) -> None:
    record(Action.CREATED, by=user, organisation=None, subject="account")
    instance_audit.note(request, Action.CREATED_THE_ACCOUNT, about=user)


@receiver([account.password_changed, account.password_reset, account.password_set])
def _password_changed(user: User, request: HttpRequest, **kwargs: Any) -> None:
    _note(Action.CHANGED_THE_PASSWORD, user, request)


@receiver(account.email_added)
def _email_added(user: User, email_address: Any, request: HttpRequest, **kwargs: Any) -> None:
    _note(Action.ADDED_AN_ADDRESS, user, request)
    notices.tell_by(request, user, "email_added", address=email_address.email)


@receiver(account.email_removed)
def _email_removed(user: User, request: HttpRequest, **kwargs: Any) -> None:
    _note(Action.REMOVED_AN_ADDRESS, user, request)


@receiver(mfa.authenticator_reset)
def _recovery_codes_made(user: User, request: HttpRequest, **kwargs: Any) -> None:
    _note(Action.MADE_RECOVERY_CODES, user, request)


@receiver(account.email_changed)
def _email_changed(user: User, request: HttpRequest, **kwargs: Any) -> None:
    _note(Action.CHANGED_THE_EMAIL, user, request)


@receiver(mfa.authenticator_added)
def _authenticator_added(user: User, request: HttpRequest, **kwargs: Any) -> None:
    _note(Action.ADDED_A_SECOND_STEP, user, request)
    second_steps.clear_loss(user)


@receiver(account.user_logged_in)
def _signed_in(request: HttpRequest, user: User, **kwargs: Any) -> None:
    second_steps.remind(request, user)
    _say_until_when(request, user)


def _say_until_when(request: HttpRequest, user: User) -> None:
    """Say at sign-in that a second step will be needed, while there is time."""
    deadline = first_deadline(user)
    if deadline is None or deadline[0] <= timezone.now():
        return
    day = date_format(timezone.localtime(deadline[0]), "DATE_FORMAT")
    who = deadline[1] or _("this Trueline")
    messages.warning(
        request,
        _(
            "From %(day)s, %(who)s asks for a second step when you sign in. Set it up in your"
            " account, under two-step sign-in."
        )
        % {"day": day, "who": who},
    )


@receiver(account.user_logged_out)
def _signed_out(request: HttpRequest, **kwargs: Any) -> None:
    request.signed_out = True


@receiver(mfa.authenticator_removed)
def _authenticator_removed(user: User, request: HttpRequest, **kwargs: Any) -> None:
    _note(Action.REMOVED_A_SECOND_STEP, user, request)
