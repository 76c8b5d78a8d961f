"""Ways to sign in, as data: taken before a change, put back when it wasn't theirs."""

from __future__ import annotations

from typing import Any

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.db import transaction
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from trueline.web.accounts.form_errors import Refused
from trueline.web.accounts.models import User

Snapshot = dict[str, Any]


def take(user: User) -> Snapshot:
    """Address, password (as it is kept), further addresses, second steps. Three queries."""
    return {
        "email": user.email,
        "password": user.password,
        "addresses": list(
            EmailAddress.objects.filter(user=user).values("email", "verified", "primary")
        ),
        "second_steps": [_second_step(one) for one in Authenticator.objects.filter(user=user)],
    }


@transaction.atomic
def put_back(user: User, snapshot: Snapshot) -> None:
    """Let somebody sign in as they did then. Raises Refused if their address is another's by now."""
    user = User.objects.select_for_update().get(pk=user.pk)
    email = snapshot["email"]
    if User.objects.filter(email__iexact=email).exclude(pk=user.pk).exists():
        raise Refused(
            _(
                "The address %(email)s belongs to another account by now, so this can’t be undone"
                " here. Ask the person who looks after this instance."
            )
            % {"email": email}
        )
    user.email, user.password = email, snapshot["password"]
    user.save(update_fields=["email", "password"])
    EmailAddress.objects.filter(user=user).delete()
    for address in snapshot["addresses"]:
        if not _is_anothers(address["email"]):
            EmailAddress.objects.create(user=user, **address)
    # An account elsewhere is found again by its confirmed address, if it is theirs.
    SocialAccount.objects.filter(user=user).delete()
    Authenticator.objects.filter(user=user).delete()
    for second_step in snapshot["second_steps"]:
        Authenticator.objects.create(user=user, **_times(second_step))


def _second_step(authenticator: Authenticator) -> dict[str, Any]:
    used = authenticator.last_used_at
    return {
        "type": authenticator.type,
        "data": authenticator.data,
        "created_at": authenticator.created_at.isoformat(),
        "last_used_at": used and used.isoformat(),
    }


def _times(second_step: dict[str, Any]) -> dict[str, Any]:
    used = second_step["last_used_at"]
    return {
        **second_step,
        "created_at": parse_datetime(second_step["created_at"]) or timezone.now(),
        "last_used_at": used and parse_datetime(used),
    }


def _is_anothers(email: str) -> bool:
    return EmailAddress.objects.filter(email__iexact=email, verified=True).exists()
