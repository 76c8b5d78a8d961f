"""Second steps whose secrets can't be read: after a restore without their key, or with new keys."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib import messages
from django.core.mail import EmailMessage
from django.db import transaction
from django.http import HttpRequest
from django.utils import timezone, translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from trueline.web.accounts.encryption import CannotDecrypt, decrypt, encrypt
from trueline.web.accounts.models import LostSecondStep, User
from trueline.web.accounts.second_step import with_secrets
from trueline.web.audit.actions import record

HAVE_SECRETS = (Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES)


@dataclass(frozen=True)
class Told:
    """Who was told by mail of what they lost, and who could not be."""

    reached: tuple[User, ...] = ()
    unreached: tuple[User, ...] = ()


@transaction.atomic
def switch_off_unreadable(former_keys: Iterable[str] = ()) -> list[User]:
    """Bring secrets under the present key; where no key fits, switch the step off.

    Returns those who lost theirs. Passkeys have no secrets here, and stay.
    """
    lost = {}
    for step in Authenticator.objects.filter(type__in=HAVE_SECRETS).select_related("user"):
        try:
            step.data = with_secrets(step.data, lambda text: encrypt(decrypt(text, former_keys)))
            step.save(update_fields=["data"])
        except CannotDecrypt:
            step.delete()
            lost[step.user_id] = step.user
    for user in lost.values():
        LostSecondStep.objects.update_or_create(user=user, defaults={"at": timezone.now()})
        record("lost the second step", by=None, organisation=None, subject="account",
               subject_id=user.pseudonym)  # fmt: skip
    return list(lost.values())


def found_again(user: User) -> None:
    """Somebody has set up a second step: nothing needs saying any more."""
    LostSecondStep.objects.filter(user=user).delete()


def remind(request: HttpRequest, user: User) -> None:
    """Say at sign-in that the second step is off, until there is one again."""
    lost = LostSecondStep.objects.filter(user=user).first()
    if lost is not None:
        messages.warning(request, _explanation(lost))


def tell_by_mail(users: Iterable[User]) -> Told:
    """Write to everybody who lost theirs, in their language. Without a mail server, to nobody."""
    reached, unreached = [], []
    for user in users:
        (reached if settings.INSTANCE.mail and _mailed(user) else unreached).append(user)
    return Told(tuple(reached), tuple(unreached))


def _mailed(user: User) -> bool:
    with translation.override(user.language or settings.LANGUAGE_CODE):
        text = (
            _("Hello %(name)s,") % {"name": user.name}
            + "\n\n"
            + _explanation(user.lost_second_step)
        )
        letter = EmailMessage(_("Your second step of signing in is off"), text, to=[user.email])
    try:
        return bool(letter.send())
    except OSError:  # smtplib's own errors among them
        return False


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
