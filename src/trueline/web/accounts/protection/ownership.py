"""Who owns an organisation is not changed from an unattended screen, and not in silence."""

from __future__ import annotations

from django.http import HttpRequest

from trueline.web.accounts.models import Membership
from trueline.web.accounts.protection import notices
from trueline.web.accounts.protection.reauthentication import confirm_identity
from trueline.web.accounts.roles import Role


def confirm_ownership(request: HttpRequest, *roles: str) -> None:
    """Ask who it is where one of the roles, from or to which somebody goes, is that of an owner."""
    if Role.OWNER in roles:
        confirm_identity(request)


def tell_of_ownership(request: HttpRequest, member: Membership, was: str, role: str | None) -> None:
    """Write to whoever became an owner or is none any more, and to the one who did it."""
    if (was == Role.OWNER) == (role == Role.OWNER):
        return
    notice = "became_owner" if role == Role.OWNER else "no_longer_owner"
    values = {"organisation": member.organisation, "who": request.user, "whom": member.user}
    notices.tell_by(request, member.user, notice, **values)
    if member.user_id != request.user.pk:
        notices.tell_by(request, request.user, "owners_changed", **values)
