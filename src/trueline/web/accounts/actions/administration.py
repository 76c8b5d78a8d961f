"""Actions of an administrator on accounts at the command line, where nobody is signed in.

Each happens as a whole, writes its lines into the audit, and is mailed to those concerned.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from allauth.mfa.models import Authenticator
from django.db import transaction
from django.utils.translation import gettext as _

from trueline.web.accounts.actions import members
from trueline.web.accounts.form_errors import Refused
from trueline.web.accounts.models import Membership, Organisation, UndoLink, User
from trueline.web.accounts.protection import notices, sessions
from trueline.web.accounts.protection.origins import Origin
from trueline.web.accounts.roles import Role
from trueline.web.accounts.second_step_rule import deadline
from trueline.web.audit import instance
from trueline.web.audit.actions import record
from trueline.web.audit.models import Action


def disable(user: User, *, origin: Origin) -> None:
    """Let nobody sign in to an account, and end its sessions. What its owner wrote stays.

    Links that its owner made open to nobody meanwhile.
    """
    with transaction.atomic():
        User.objects.filter(pk=user.pk).update(is_active=False)
        user.refresh_from_db()
        sessions.end_all(user)
        _note(Action.DISABLED, user)
    notices.tell(user, "disabled", origin=origin)


def enable(user: User, *, origin: Origin) -> None:
    """Let its owner sign in again."""
    with transaction.atomic():
        User.objects.filter(pk=user.pk).update(is_active=True)
        _note(Action.ENABLED, user)
    notices.tell(user, "enabled", origin=origin)


def end_sessions(user: User, *, origin: Origin) -> None:
    """Sign out every device, and withdraw links that would undo a change."""
    with transaction.atomic():
        sessions.end_all(user)
        UndoLink.objects.filter(user=user).delete()
        _note(Action.SESSIONS_ENDED, user)
    notices.tell(user, "sessions_ended", origin=origin)


def reset_second_step(user: User, *, origin: Origin) -> None:
    """Take every second step away, passkeys too, so that the password alone lets in."""
    with transaction.atomic():
        Authenticator.objects.filter(user=user).delete()
        sessions.end_all(user)
        _note(Action.SECOND_STEP_RESET, user)
    notices.tell(user, "second_step_reset", origin=origin)


def transfer(
    former: User, new: User, *, organisations: Iterable[Organisation], origin: Origin
) -> None:
    """Make somebody an owner in place of another, who stays as an editor. Raises Refused."""
    if not new.is_active:
        raise Refused(_("The account of %(name)s is disabled.") % {"name": new})
    for organisation in organisations:
        with transaction.atomic():
            _own(organisation, former, new)
            _note(Action.OWNERSHIP_TRANSFERRED, new, organisation=str(organisation.pk))
            _note(Action.OWNERSHIP_TRANSFERRED, former, organisation=str(organisation.pk))
        values = {"organisation": organisation, "who": _("The administrator")}
        notices.tell(new, "became_owner", origin=origin, **values)
        notices.tell(former, "no_longer_owner", origin=origin, **values)


def _own(organisation: Organisation, former: User, new: User) -> None:
    member, joined = Membership.objects.get_or_create(
        organisation=organisation,
        user=new,
        defaults={"role": Role.OWNER, "second_step_by": deadline(organisation)},
    )
    if joined:
        record(
            Action.JOINED,
            by=None,
            organisation=organisation.pk,
            subject="member",
            subject_id=new.pseudonym,
            role=Role.OWNER,
        )
    members.change_role(by=None, member=member, role=Role.OWNER)
    left = Membership.objects.get(organisation=organisation, user=former)
    members.change_role(by=None, member=left, role=Role.EDITOR)


def _note(action: Action, user: User, **detail: Any) -> None:
    record(action, by=None, organisation=None, subject="account", subject_id=user.pseudonym)
    instance.note(action, about=user, **detail)
