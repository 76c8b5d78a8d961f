"""Links by which a person who can't sign in chooses a new password."""

from __future__ import annotations

from trueline.web.accounts.models import User
from trueline.web.accounts.protection.new_password import new_password_path
from trueline.web.accounts.protection.origins import of_this_instance
from trueline.web.audit import instance
from trueline.web.audit.actions import record
from trueline.web.audit.models import Action


def password_link(email: str, address: str = "") -> str | None:
    """The link, or None if nobody signs in with this email. It works once, for a day."""
    user = User.objects.filter(email__iexact=email.strip()).first()
    if user is None:
        return None
    record(
        Action.GAVE_A_LINK_FOR_A_NEW_PASSWORD,
        by=None,
        organisation=None,
        subject="account",
        subject_id=user.pseudonym,
    )
    instance.note(Action.PASSWORD_LINK_GIVEN, about=user)
    return of_this_instance(address).link(new_password_path(user))
