"""An owner helps a member who can't sign in, where no mail goes out or reaches them."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from trueline.web.accounts.form_errors import Refused
from trueline.web.accounts.models import Membership, User
from trueline.web.accounts.protection.new_password import new_password_path
from trueline.web.accounts.roles import Role
from trueline.web.audit import instance
from trueline.web.audit.actions import record
from trueline.web.audit.models import Action


def refusal(by: User, member: Membership) -> str:
    """The reason why an owner can't give this member a link, as a sentence; "" where they can.

    Whoever holds such a link is that person. So it is given only for somebody all of whose
    organisations the owner owns too, and never for another owner: nobody gains anything by it.
    """
    if member.user_id == by.pk:
        return _("Your own password is changed in your account.")
    theirs = Membership.objects.filter(user=member.user_id)
    if theirs.filter(role=Role.OWNER).exists():
        return _("%(name)s is an owner. Ask the person who looks after this Trueline.") % {
            "name": member.user
        }
    owned = Membership.objects.filter(user=by, role=Role.OWNER).values("organisation")
    if theirs.exclude(organisation__in=owned).exists():
        return _(
            "%(name)s belongs to another organisation, too. Ask the person who looks after this"
            " Trueline."
        ) % {"name": member.user}
    return ""


@transaction.atomic
def give_password_link(*, by: User, member: Membership) -> str:
    """The path of a link by which a member chooses a new password; it is kept nowhere.

    Their second step, if they have one, is asked for as ever. Raises Refused.
    """
    if why_not := refusal(by, member):
        raise Refused(why_not)
    record(
        Action.GAVE_A_LINK_FOR_A_NEW_PASSWORD,
        by=by,
        organisation=member.organisation_id,
        subject="member",
        subject_id=member.user.pseudonym,
    )
    instance.note(Action.PASSWORD_LINK_GIVEN, about=member.user, by=by)
    return new_password_path(member.user)
