"""Reading people and organisations."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable

from allauth.account.internal.userkit import filter_users_by_email
from allauth.mfa.models import Authenticator
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone

from trueline.web.accounts.access import still_permitted
from trueline.web.accounts.link_secrets import digest
from trueline.web.accounts.models import Invitation, Membership, Organisation, User
from trueline.web.accounts.roles import Role
from trueline.web.accounts.second_step_rule import STEPS


def members_of(organisation: Organisation) -> QuerySet[Membership]:
    """Members by name."""
    return organisation.memberships.select_related("user", "organisation")


def members_without_second_step(organisation: Organisation) -> QuerySet[Membership]:
    """Members by name who sign in with a password alone."""
    step = Authenticator.objects.filter(user=OuterRef("user"), type__in=STEPS)
    return members_of(organisation).filter(~Exists(step))


def owners_of(organisation: Organisation) -> QuerySet[User]:
    """The owners of an organisation."""
    return User.objects.filter(memberships__organisation=organisation, memberships__role=Role.OWNER)


def memberships_of(user: User) -> QuerySet[Membership]:
    """The organisations somebody belongs to, by name, and in which role."""
    memberships = user.memberships.select_related("organisation")
    return memberships.order_by("organisation__name", "organisation__created")


def invitations_of(organisation: Organisation) -> QuerySet[Invitation]:
    """Invitations, newest first, each with whether its creator may still invite."""
    invitations = organisation.invitations.select_related("created_by", "used_by")
    return invitations.annotate(upheld=INVITER_STILL_PERMITTED)


INVITER_STILL_PERMITTED = still_permitted("manage", organisation="organisation", user="created_by")
"""Whether whoever made an invitation may still invite: looked at anew when it is used."""


def open_invitations() -> QuerySet[Invitation]:
    """Invitations that are neither used, nor withdrawn, nor too old."""
    return Invitation.objects.filter(used=None, withdrawn=None, expires__gt=timezone.now())


def open_invitations_of(user: int, organisations: Collection[uuid.UUID]) -> QuerySet[Invitation]:
    """Open invitations that somebody made to these organisations."""
    return open_invitations().filter(organisation__in=organisations, created_by=user)


def invitation_by(secret: str) -> Invitation | None:
    """The invitation that a link belongs to, if it can still be used."""
    invitations = open_invitations().filter(INVITER_STILL_PERMITTED, digest=digest(secret))
    return invitations.select_related("organisation", "created_by").first()


def organisations_needing_an_owner(user: User) -> list[Organisation]:
    """The organisations of which somebody is the only owner, and not the only member."""
    people = Count("memberships")
    owners = Count("memberships", filter=Q(memberships__role=Role.OWNER))
    mine = Membership.objects.filter(user=user, role=Role.OWNER).values("organisation")
    return list(
        Organisation.objects.filter(pk__in=mine)
        .annotate(people=people, owners=owners)
        .filter(owners=1, people__gt=1)
    )


def organisations_going_with(user: User) -> list[Organisation]:
    """Organisations whose only member somebody is."""
    mine = Membership.objects.filter(user=user).values("organisation")
    organisations = Organisation.objects.filter(pk__in=mine).annotate(people=Count("memberships"))
    return list(organisations.filter(people=1))


def user_with(email: str) -> User | None:
    """The user who signs in with this address, or has it among their others."""
    users = filter_users_by_email(email.strip())
    return users[0] if len(users) == 1 else None


def accounts() -> QuerySet[User]:
    """All accounts by address, with how many organisations each belongs to and second steps it has."""
    steps = Authenticator.objects.filter(type__in=STEPS)
    return User.objects.order_by("email").annotate(
        organisation_count=Count("memberships", distinct=True),
        has_second_step=Exists(steps.filter(user=OuterRef("pk"))),
    )


def owned_by(user: User) -> QuerySet[Organisation]:
    """The organisations that somebody owns, by name."""
    return Organisation.objects.filter(memberships__user=user, memberships__role=Role.OWNER)


def names_by_pseudonym(pseudonyms: Iterable[uuid.UUID | str]) -> dict[str, str]:
    """Names of those who still have an account."""
    people = User.objects.filter(pseudonym__in=list(pseudonyms))
    return {str(user.pseudonym): str(user) for user in people.only("pseudonym", "name", "email")}
