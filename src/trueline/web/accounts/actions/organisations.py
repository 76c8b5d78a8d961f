"""Organisations as a whole."""

from __future__ import annotations

from django.db import transaction

from trueline.web.accounts.models import Membership, Organisation, User
from trueline.web.accounts.roles import Role
from trueline.web.accounts.second_step_rule import deadline
from trueline.web.audit.actions import record
from trueline.web.audit.models import Action


@transaction.atomic
def create(*, by: User, name: str, time_zone: str = "") -> Organisation:
    """A new organisation, owned by whoever makes it."""
    organisation = Organisation.objects.create(name=name, time_zone=time_zone)
    Membership.objects.create(organisation=organisation, user=by, role=Role.OWNER)
    record(
        Action.CREATED,
        by=by,
        organisation=organisation.pk,
        subject="organisation",
        subject_id=organisation.pk,
    )
    return organisation


@transaction.atomic
def rename(
    *, by: User, organisation: Organisation, name: str, time_zone: str | None = None
) -> None:
    """Call it by another name; with `time_zone`, say where its clocks are, too."""
    clocks = {} if time_zone is None else {"time_zone": time_zone}
    Organisation.objects.filter(pk=organisation.pk).update(name=name, **clocks)
    record(
        Action.RENAMED,
        by=by,
        organisation=organisation.pk,
        subject="organisation",
        subject_id=organisation.pk,
    )


@transaction.atomic
def name_levels_and_fields(
    *, by: User, organisation: Organisation, language: str, names: dict[str, str]
) -> None:
    """Say what it calls levels and fields in a language; what has no name is called by ours."""
    held = Organisation.objects.select_for_update().get(pk=organisation.pk)
    others = {code: names_there for code, names_there in held.own_names.items() if code != language}
    held.own_names = {**others, language: names} if names else others
    held.save(update_fields=["own_names"])
    record(
        Action.CHANGED,
        by=by,
        organisation=organisation.pk,
        subject="own names",
        subject_id=organisation.pk,
        language=language,
    )


@transaction.atomic
def require_second_step(*, by: User, organisation: Organisation, days: int | None) -> None:
    """Require a second step of members after so many days; None requires nothing any more.

    The days begin anew for everybody. The audit says so.
    """
    organisation.second_step_days = days
    organisation.save(update_fields=["second_step_days"])
    organisation.memberships.update(second_step_by=deadline(organisation))
    action = Action.NO_LONGER_REQUIRED if days is None else Action.REQUIRED
    record(
        action,
        by=by,
        organisation=organisation.pk,
        subject="second step",
        subject_id=organisation.pk,
        days=days,
    )


@transaction.atomic
def delete(*, by: User, organisation: Organisation) -> None:
    """Delete an organisation and all its work. The audit stays, with pseudonyms alone."""
    record(
        Action.DELETED,
        by=by,
        organisation=organisation.pk,
        subject="organisation",
        subject_id=organisation.pk,
    )
    organisation.delete()
