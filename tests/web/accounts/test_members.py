"""Members: roles change, people leave, and an organisation always keeps an owner."""

from __future__ import annotations

import threading

import pytest
from django.db import connection

from trueline.web.accounts.actions import members
from trueline.web.accounts.models import Membership
from trueline.web.accounts.refusals import Refused
from trueline.web.accounts.roles import Role
from trueline.web.audit.models import Event


def of(cast, name: str) -> Membership:
    return Membership.objects.get(organisation=cast.organisation, user=getattr(cast, name))


def test_a_role_changes_and_the_audit_says_so(cast):
    members.change_role(by=cast.owner, member=of(cast, "reader"), role=Role.EDITOR)
    assert of(cast, "reader").role == Role.EDITOR
    event = Event.objects.latest("pk")
    assert (event.action, event.actor) == ("changed role", cast.owner.pseudonym)
    assert (event.subject_id, event.detail) == (str(cast.reader.pseudonym), {"role": "editor"})


def test_the_same_role_again_is_no_event(cast):
    members.change_role(by=cast.owner, member=of(cast, "reader"), role=Role.READER)
    assert not Event.objects.exists()


@pytest.mark.parametrize("role", [Role.EDITOR, Role.APPRAISER, Role.READER])
def test_the_last_owner_keeps_the_role(cast, role):
    with pytest.raises(Refused, match="only owner"):
        members.change_role(by=cast.owner, member=of(cast, "owner"), role=role)
    assert of(cast, "owner").role == Role.OWNER
    assert not Event.objects.exists()


def test_the_last_owner_cannot_leave_until_there_is_another(cast):
    with pytest.raises(Refused, match="only owner"):
        members.remove(by=cast.owner, member=of(cast, "owner"))
    members.change_role(by=cast.owner, member=of(cast, "editor"), role=Role.OWNER)
    members.remove(by=cast.owner, member=of(cast, "owner"))
    assert Event.objects.latest("pk").action == "left"
    assert not Membership.objects.filter(organisation=cast.organisation, user=cast.owner).exists()


def test_removing_a_colleague_is_told_apart_from_leaving(cast):
    members.remove(by=cast.owner, member=of(cast, "reader"))
    assert Event.objects.latest("pk").action == "removed"


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_of_two_owners_who_leave_at_the_same_moment_one_stays(cast):
    members.change_role(by=cast.owner, member=of(cast, "editor"), role=Role.OWNER)
    both = [of(cast, "owner"), of(cast, "editor")]
    start, refused = threading.Barrier(2), []

    def leave(member: Membership) -> None:
        start.wait()
        try:
            members.remove(by=member.user, member=member)
        except Refused:
            refused.append(member)
        finally:
            connection.close()

    threads = [threading.Thread(target=leave, args=[member]) for member in both]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == 1
    assert Membership.objects.filter(organisation=cast.organisation, role=Role.OWNER).count() == 1
