"""Members and their roles. An organisation always has an owner."""

from __future__ import annotations

from collections.abc import Collection

from django.db import transaction
from django.utils.translation import gettext as _

from trueline.web.accounts.form_errors import Refused
from trueline.web.accounts.grants import end_grants
from trueline.web.accounts.models import Membership, Organisation, User
from trueline.web.accounts.roles import ALLOWED, Role
from trueline.web.audit.actions import record
from trueline.web.audit.models import Action


@transaction.atomic
def change_role(
    *, by: User | None, member: Membership, role: Role, keep_open: Collection[str] = ()
) -> None:
    """Raises `Refused` for the last owner. `by` is None for an administrator. `keep_open` lists the ids of grants that stay open."""
    member = _locked(member)
    if role == member.role:
        return
    _keep_an_owner(member)
    ended = ALLOWED[member.role] - ALLOWED[role]
    member.role = role
    member.save(update_fields=["role"])
    record(
        Action.CHANGED_ROLE,
        by=by,
        organisation=member.organisation_id,
        subject="member",
        subject_id=member.user.pseudonym,
        role=role,
    )
    end_grants(member, by=by, ended=ended, keep_open=keep_open)


@transaction.atomic
def remove(*, by: User, member: Membership, keep_open: Collection[str] = ()) -> None:
    """End a membership: a colleague's, or one's own. Raises `Refused` for the last owner.

    `keep_open` lists the ids of the member's grants that stay open, held by whoever removes them.
    """
    member = _locked(member)
    _keep_an_owner(member)
    action = Action.LEFT if member.user_id == by.pk else Action.REMOVED
    record(
        action,
        by=by,
        organisation=member.organisation_id,
        subject="member",
        subject_id=member.user.pseudonym,
    )
    end_grants(member, by=by, ended=ALLOWED[member.role], keep_open=keep_open)
    member.delete()


def _locked(member: Membership) -> Membership:
    """The current membership, with the organisation's members locked against other changes."""
    Organisation.objects.select_for_update().get(pk=member.organisation_id)
    return Membership.objects.select_related("user", "organisation").get(pk=member.pk)


def _keep_an_owner(member: Membership) -> None:
    owners = Membership.objects.filter(organisation=member.organisation_id, role=Role.OWNER)
    if member.role == Role.OWNER and owners.count() == 1:
        raise Refused(
            _("%(name)s is the only owner of %(organisation)s. Make somebody else an owner first.")
            % {"name": member.user, "organisation": member.organisation}
        )
