"""Second steps whose secrets can't be read: after a restore without their key, or with new keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.translation import gettext as _

from trueline.web.accounts.encryption import CannotDecrypt, decrypt, encrypt
from trueline.web.accounts.models import LostSecondStep, UndoLink, User
from trueline.web.accounts.protection import notices
from trueline.web.accounts.protection.origins import of_this_instance
from trueline.web.accounts.second_step import with_secrets
from trueline.web.audit.actions import record
from trueline.web.audit.models import Action

Data = dict[str, Any]


@transaction.atomic
def switch_off_unreadable(former_keys: Iterable[str] = ()) -> list[User]:
    """Bring secrets under the present key; where no key fits, switch the step off.

    Returns those who lost theirs. Passkeys have no secrets here, and stay.
    """

    def readable(data: Data) -> Data:
        return with_secrets(data, lambda text: encrypt(decrypt(text, former_keys)))

    lost = {}
    for step in Authenticator.objects.select_related("user"):
        try:
            step.data = readable(step.data)
            step.save(update_fields=["data"])
        except CannotDecrypt:
            step.delete()
            lost[step.user_id] = step.user
    for link in UndoLink.objects.all():
        link.before["second_steps"] = list(_readable(link.before["second_steps"], readable))
        link.save(update_fields=["before"])
    for user in lost.values():
        LostSecondStep.objects.update_or_create(user=user, defaults={"at": timezone.now()})
        record(
            Action.LOST_THE_SECOND_STEP,
            by=None,
            organisation=None,
            subject="account",
            subject_id=user.pseudonym,
        )
    return list(lost.values())


def _readable(steps: Iterable[Data], readable: Callable[[Data], Data]) -> Iterable[Data]:
    """The second steps that an undo link would restore, without those that can't be decrypted."""
    for step in steps:
        try:
            yield {**step, "data": readable(step["data"])}
        except CannotDecrypt:
            continue


def clear_loss(user: User) -> None:
    """Forget the lost second step, as a new one is set up."""
    LostSecondStep.objects.filter(user=user).delete()


def remind(request: HttpRequest, user: User) -> None:
    """Say at sign-in that the second step is off, until there is one again."""
    if lost := LostSecondStep.objects.filter(user=user).first():
        link = format_html('<a href="{}">{}</a>', reverse("mfa_index"), _("Two-step sign-in"))
        messages.warning(request, format_html("{} {}", _explanation(lost), link))


def tell_by_mail(users: Iterable[User]) -> bool:
    """Write to everybody who lost theirs, in their language. Returns whether mail is sent here."""
    for user in users:
        with translation.override(user.language or settings.LANGUAGE_CODE):
            explanation = _explanation(user.lost_second_step)
            notices.tell(
                user, "second_step_lost", origin=of_this_instance(), explanation=explanation
            )
    return bool(settings.INSTANCE.mail)


def _explanation(lost: LostSecondStep) -> str:
    day = date_format(timezone.localtime(lost.at), "DATE_FORMAT")
    happened = _(
        "Your codes for two-step sign-in have not worked since %(day)s, when Trueline was restored or"
        " moved without the key that keeps them secret."
    ) % {"day": day}
    if Authenticator.objects.filter(user=lost.user_id).exists():
        rest = _("Your passkeys still work. For recovery codes, go to two-step sign-in.")
    else:
        rest = _(
            "Until you set it up again, under two-step sign-in, your password alone opens your account."
        )
    return f"{happened} {rest}"
