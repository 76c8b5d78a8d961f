"""Mails that tell people what was done to their account.

A new sort of change needs its line in `NOTICES`. Those that can be undone go, with the link, to the
address from before the change; whoever has the address that is there now hears of it as well.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.http import HttpRequest
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext_lazy as _

from trueline.web.accounts.models import User
from trueline.web.accounts.protection import undoing
from trueline.web.accounts.protection.origins import Origin, of_request
from trueline.web.accounts.protection.snapshots import Snapshot
from trueline.web.mail.actions import send


@dataclass(frozen=True)
class Notice:
    """An event, in the subject and in a sentence. `undo`: whether a link can undo it."""

    subject: Any
    sentence: Any
    undo: bool = False


SECOND_STEP = _("Your second step was changed")
NOTICES = {
    "email_added": Notice(
        _("An address was added to your account"),
        _("The address %(address)s was added to your account."),
        undo=True,
    ),
    "email_changed": Notice(
        _("The address of your account was changed"),
        _("The main address of your account is now %(to_email)s. It was %(from_email)s."),
        undo=True,
    ),
    "email_deleted": Notice(
        _("An address was removed from your account"),
        _("The address %(deleted_email)s was removed from your account."),
        undo=True,
    ),
    "password_changed": Notice(
        _("Your password was changed"), _("The password of your account was changed."), undo=True
    ),
    "password_set": Notice(
        _("Your password was changed"), _("Your account was given a password."), undo=True
    ),
    "password_reset": Notice(
        _("Your password was changed"),
        _("The password of your account was changed, by a link that was asked for."),
        undo=True,
    ),
    "totp_activated": Notice(
        SECOND_STEP, _("An app with codes was set up for your account."), undo=True
    ),
    "totp_deactivated": Notice(
        SECOND_STEP, _("The app with codes was turned off for your account."), undo=True
    ),
    "webauthn_added": Notice(
        SECOND_STEP, _("A passkey or security key was added to your account."), undo=True
    ),
    "webauthn_removed": Notice(
        SECOND_STEP, _("A passkey or security key was removed from your account."), undo=True
    ),
    "recovery_codes_generated": Notice(
        SECOND_STEP,
        _("New recovery codes were made for your account; the old ones stopped working."),
        undo=True,
    ),
    "account_connected": Notice(
        _("Your account was connected"),
        _("From now on you can sign in with your account at %(provider)s as well."),
        undo=True,
    ),
    "second_step_lost": Notice(_("Your second step of signing in is off"), "%(explanation)s"),
    "signed_in": Notice(
        _("A new device signed in to your account"),
        _("Somebody signed in to your account from a device that we had not seen before."),
        undo=True,
    ),
    "sessions_ended": Notice(
        _("Devices were signed out"), _("Devices of yours were signed out of your account.")
    ),
    "tries": Notice(
        _("Somebody is trying to get into your account"),
        _(
            "Somebody is trying many passwords for your account. Devices from which you signed in before"
            " go on as always. New devices wait up to ten minutes. To sign in from a new device at"
            " once, open this link on it first; it works for a day:"
        ),
    ),
    "became_owner": Notice(
        _("You are an owner of %(organisation)s"),
        _("%(who)s made you an owner of %(organisation)s."),
    ),
    "no_longer_owner": Notice(
        _("You are no longer an owner of %(organisation)s"),
        _("%(who)s removed you as an owner of %(organisation)s."),
    ),
    "owners_changed": Notice(
        _("The owners of %(organisation)s changed"),
        _("You changed who owns %(organisation)s: it concerns %(whom)s."),
    ),
    "password_link_given": Notice(
        _("An owner of %(organisation)s gave you a way to a new password"),
        _(
            "%(who)s made a link by which you choose a new password. It works once, for a day. Your"
            " password stays as it is until then."
        ),
    ),
    "second_step_asked": Notice(
        _("%(organisation)s asks for a second step"),
        _(
            "%(who)s asks everybody in %(organisation)s to sign in with a second step: a code from an"
            " app, or a passkey. You have %(days)s days to set it up, in your account under two-step"
            " sign-in."
        ),
    ),
    "second_step_reset": Notice(
        SECOND_STEP,
        _(
            "The person who looks after this Trueline took the second step of your account away, and"
            " signed out every device. Sign in with your password, and set the second step up again."
        ),
    ),
    "disabled": Notice(
        _("Your account is closed for now"),
        _(
            "The person who looks after this Trueline closed your account and signed out every device."
            " Your work stays as it is."
        ),
    ),
    "enabled": Notice(
        _("Your account is open again"),
        _("The person who looks after this Trueline opened your account again."),
    ),
    "exported": Notice(
        _("Your data was downloaded"),
        _("Everything that Trueline holds about you was downloaded from your account."),
    ),
    "deleted": Notice(
        _("Your account was deleted"), _("Your account and what it held of you were deleted.")
    ),
    "organisation_exported": Notice(
        _("All work of %(organisation)s was downloaded"),
        _(
            "%(who)s downloaded everything of %(organisation)s: designs with their history, comments,"
            " members and audit. All owners are told."
        ),
    ),
    "organisation_deleted": Notice(
        _("%(organisation)s was deleted"),
        _("%(who)s deleted %(organisation)s with all its work. All owners are told."),
    ),
}


def tell(
    user: User, notice: str, *, origin: Origin, before: Snapshot | None = None, **values: Any
) -> None:
    """Write to somebody what was done. `before` is how they signed in, where it can be undone."""
    if not settings.INSTANCE.mail:
        return
    secret, to = "", user.email
    if before is not None and NOTICES[notice].undo:
        to = undoing.trusted_address(user, before)
        secret = undoing.offer(user, notice, before)
    link = origin.link(reverse("accounts:undo", args=[secret])) if secret else ""
    _write(to, user, notice, origin, link, values)
    if user.email and user.email != to:
        _write(user.email, user, notice, origin, "", values)


def tell_by(request: HttpRequest, user: User, notice: str, **values: Any) -> None:
    """Write what a request has just done, with a link to undo it where it noted what was before."""
    before = getattr(request, "signed_in_as_before", None)
    tell(user, notice, origin=of_request(request), before=before, **values)


def tell_all(request: HttpRequest, owners: Iterable[User], notice: str, **values: Any) -> None:
    """Write to all owners of an organisation what one of them has just done."""
    for owner in owners:
        tell(owner, notice, origin=of_request(request), who=request.user, **values)


def _write(
    to: str, user: User, name: str, origin: Origin, link: str, values: dict[str, Any]
) -> None:
    notice = NOTICES[name]
    language = user.language or translation.get_language()
    with translation.override(language), timezone.override(UTC):
        body = render_to_string(
            "accounts/mails/notice.txt",
            {
                "name": user.name,
                "sentence": str(notice.sentence) % values,
                "link": link,
                "way_in": values.get("way_in", ""),
                "at": timezone.now(),
                "origin": origin,
            },
        )
        subject = f"Trueline: {str(notice.subject) % values}"
        send(EmailMessage(" ".join(subject.split()), body.strip() + "\n", to=[to]))
