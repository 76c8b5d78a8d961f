"""Accounts of people."""

from __future__ import annotations

from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.utils.translation import gettext as _

from trueline.web.accounts import queries
from trueline.web.accounts.actions import organisations
from trueline.web.accounts.form_errors import Refused
from trueline.web.accounts.grants import end_grants
from trueline.web.accounts.models import MailFrequency, User
from trueline.web.accounts.roles import ALLOWED
from trueline.web.audit.actions import record
from trueline.web.audit.models import Action


@transaction.atomic
def create(*, email: str, name: str, password: str | None) -> User:
    """An account that no visitor made: the first owner's, or one of the demonstration's."""
    user = User.objects.create_user(email, password, name=name)
    EmailAddress.objects.create(user=user, email=user.email, verified=False, primary=True)
    record(Action.CREATED, by=user, organisation=None, subject="account")
    return user


@transaction.atomic
def change_profile(
    *, by: User, name: str, language: str, time_zone: str = "", mail_when: str = MailFrequency.DAILY
) -> None:
    """Changes the profile that somebody chooses for their own account."""
    User.objects.filter(pk=by.pk).update(
        name=name, language=language, time_zone=time_zone, mail_when=mail_when
    )
    record(Action.CHANGED, by=by, organisation=None, subject="account")


@transaction.atomic
def end_session(*, by: User, session_id: int) -> bool:
    """Sign out one of one's own devices. Returns whether there was such a one."""
    session = UserSession.objects.filter(user=by, pk=session_id).first()
    if session is None:
        return False
    session.end()
    record(Action.SIGNED_OUT_A_DEVICE, by=by, organisation=None, subject="account")
    return True


@transaction.atomic
def delete_account(*, by: User) -> None:
    """Delete one's own account, and organisations of which one is the only member.

    What the person wrote stays with its organisation, by "a former member"; the audit keeps the
    pseudonym. Raises `Refused` while an organisation would be left without an owner.
    """
    User.objects.select_for_update().get(pk=by.pk)
    waiting = queries.organisations_needing_an_owner(by)
    if waiting:
        raise Refused(
            _(
                "You are the only owner of %(names)s. Make somebody else an owner first, so that"
                " your colleagues can carry on."
            )
            % {"names": ", ".join(map(str, waiting))}
        )
    for member in by.memberships.select_related("organisation"):
        if member.organisation.memberships.count() == 1:
            organisations.delete(by=by, organisation=member.organisation)
        else:
            record(
                Action.LEFT,
                by=by,
                organisation=member.organisation_id,
                subject="member",
                subject_id=by.pseudonym,
            )
            end_grants(member, by=by, ended=ALLOWED[member.role])
    record(Action.DELETED, by=by, organisation=None, subject="account")
    for session in UserSession.objects.filter(user=by):
        session.end()
    by.delete()
