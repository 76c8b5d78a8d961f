"""Invitations: a link that one person uses once."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _

from trueline.limits import MEMBERS
from trueline.web.accounts.form_errors import Refused
from trueline.web.accounts.grants import Grant
from trueline.web.accounts.link_secrets import new_secret
from trueline.web.accounts.models import Invitation, Membership, Organisation, User
from trueline.web.accounts.queries import (
    INVITER_STILL_PERMITTED,
    open_invitations,
    open_invitations_of,
)
from trueline.web.accounts.roles import Role
from trueline.web.accounts.second_step_rule import deadline
from trueline.web.audit.actions import record
from trueline.web.audit.models import Action

DAYS = 14


@transaction.atomic
def invite(
    *, by: User, organisation: Organisation, role: Role, note: str = "", days: int = DAYS
) -> tuple[Invitation, str]:
    """A new invitation and the secret of its link, which is not kept. Raises OverLimit."""
    waiting = Invitation.objects.filter(
        organisation=organisation, used=None, withdrawn=None, expires__gt=timezone.now()
    )
    MEMBERS.check(organisation.memberships.count() + waiting.count() + 1)
    secret, digest = new_secret()
    invitation = Invitation.objects.create(
        organisation=organisation,
        role=role,
        note=note,
        digest=digest,
        created_by=by,
        expires=timezone.now() + timedelta(days=days),
    )
    record(
        Action.INVITED,
        by=by,
        organisation=organisation.pk,
        subject="invitation",
        subject_id=invitation.pk,
        role=role,
    )
    return invitation, secret


@transaction.atomic
def withdraw(*, by: User | None, invitation: Invitation) -> None:
    """Make the link useless. Withdrawing what was used or withdrawn already changes nothing."""
    if _open(invitation).update(withdrawn=timezone.now()):
        record(
            Action.WITHDRAWN,
            by=by,
            organisation=invitation.organisation_id,
            subject="invitation",
            subject_id=invitation.pk,
            role=invitation.role,
        )


@transaction.atomic
def accept(*, by: User, invitation: Invitation) -> Membership:
    """Join. Raises `Refused` where somebody is a member already, the link was used meanwhile, or
    whoever made it may no longer invite.
    """
    organisation = Organisation.objects.select_for_update().get(pk=invitation.organisation_id)
    if Membership.objects.filter(organisation=organisation, user=by).exists():
        raise Refused(
            _("You are a member of %(organisation)s already.") % {"organisation": organisation}
        )
    if (
        not _open(invitation)
        .filter(INVITER_STILL_PERMITTED)
        .update(used=timezone.now(), used_by=by)
    ):
        raise Refused(_("This invitation can’t be used any more. Ask for a new one."))
    member = Membership.objects.create(
        organisation=organisation,
        user=by,
        role=invitation.role,
        second_step_by=deadline(organisation),
    )
    record(
        Action.JOINED,
        by=by,
        organisation=organisation.pk,
        subject="member",
        subject_id=by.pseudonym,
        role=member.role,
    )
    return member


def _in_words(invitation: Invitation) -> str:
    return _("Invitation as %(role)s: %(note)s") % {
        "role": invitation.get_role_display(),
        "note": invitation.note or _("No name noted"),
    }


GRANT = Grant(
    permission="manage",
    open_of=open_invitations_of,
    label=_in_words,
    withdraw=lambda invitation, *, by: withdraw(by=by, invitation=invitation),
)
"""An invitation ends with the right to invite."""


def _open(invitation: Invitation) -> QuerySet[Invitation]:
    return open_invitations().filter(pk=invitation.pk)
