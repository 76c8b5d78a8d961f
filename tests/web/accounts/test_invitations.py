"""Invitations: a link joins one person, once, until it ends or is withdrawn."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client, override_settings
from django.urls import reverse
from django.utils import timezone

from trueline.web.accounts import queries
from trueline.web.accounts.actions import invitations, organisations
from trueline.web.accounts.form_errors import Refused
from trueline.web.accounts.models import Invitation, Membership, User
from trueline.web.accounts.roles import Role
from trueline.web.audit.models import Event
from trueline.web.config.instance import Instance


@pytest.fixture
def invited(cast) -> tuple[Invitation, str]:
    return invitations.invite(by=cast.owner, organisation=cast.organisation, role=Role.EDITOR)


def test_the_secret_is_not_kept(invited):
    invitation, secret = invited
    assert secret not in str(Invitation.objects.values().get(pk=invitation.pk))
    assert queries.invitation_by(secret) == invitation
    assert queries.invitation_by("other") is None


def test_it_joins_one_person_once(cast, invited):
    invitation, secret = invited
    member = invitations.accept(by=cast.outsider, invitation=invitation)
    assert (member.organisation, member.role) == (cast.organisation, Role.EDITOR)
    assert queries.invitation_by(secret) is None
    late = User.objects.create_user("late@example.org", "x")
    with pytest.raises(Refused, match="can’t be used"):
        invitations.accept(by=late, invitation=invitation)


def test_a_member_does_not_use_it_up(cast, invited):
    invitation, secret = invited
    with pytest.raises(Refused, match="member of Safe Paths already"):
        invitations.accept(by=cast.reader, invitation=invitation)
    assert queries.invitation_by(secret) == invitation


def test_withdrawn_or_too_old_it_joins_nobody(cast, invited):
    invitation, secret = invited
    invitations.withdraw(by=cast.owner, invitation=invitation)
    assert queries.invitation_by(secret) is None
    with pytest.raises(Refused):
        invitations.accept(by=cast.outsider, invitation=invitation)
    old, secret = invitations.invite(by=cast.owner, organisation=cast.organisation, role="reader")
    Invitation.objects.filter(pk=old.pk).update(expires=timezone.now() - timedelta(seconds=1))
    assert queries.invitation_by(secret) is None
    with pytest.raises(Refused):
        invitations.accept(by=cast.outsider, invitation=old)


def test_it_joins_nobody_once_whoever_made_it_may_no_longer_invite(cast, invited):
    """Looked at anew as it is used, whatever became of the inviter's right."""
    invitation, secret = invited
    Membership.objects.filter(user=cast.owner).update(role="editor")
    assert queries.invitation_by(secret) is None
    with pytest.raises(Refused, match="can’t be used"):
        invitations.accept(by=cast.outsider, invitation=invitation)


@pytest.mark.parametrize(
    "ends_the_right",
    [
        lambda user: User.objects.filter(pk=user.pk).update(is_active=False),
        lambda user: Membership.objects.filter(user=user).update(role="editor"),
    ],
    ids=["disabled", "demoted"],
)
def test_the_list_says_what_a_link_opens_now(cast, invited, ends_the_right):
    """As acceptance would answer: a link of somebody who may not invite is not good until a day."""
    Membership.objects.filter(user=cast.reader).update(role="owner")
    url, reader = f"/organisations/{cast.organisation.pk}/invitations/", cast.client("reader")
    assert "good until" in reader.get(url).content.decode()
    ends_the_right(cast.owner)
    page = reader.get(url).content.decode()
    assert "good until" not in page
    assert "opens nothing: whoever made it may no longer invite" in page
    assert "Withdraw</button>" in page


def test_the_open_invitations_of_one_removed_are_withdrawn_and_listed_before(cast, invited):
    invitation, _ = invited
    Membership.objects.filter(user=cast.reader).update(role="owner")
    found = Membership.objects.get(user=cast.owner)
    address = reverse("accounts:remove_member", args=[cast.organisation.pk, found.pk])
    client = cast.client("reader")
    assert "Invitation as Editor" in client.get(address).content.decode()
    client.post(address)
    invitation.refresh_from_db()
    assert invitation.withdrawn
    assert Event.objects.filter(action="withdrawn", subject_id=invitation.pk).exists()


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_of_many_at_the_same_moment_one_joins(cast):
    invitation, _ = invitations.invite(
        by=cast.owner, organisation=cast.organisation, role=Role.READER
    )
    people = [User.objects.create_user(f"p{n}@example.org", "x") for n in range(6)]
    start, refused = threading.Barrier(len(people)), []

    def accept(user: User) -> None:
        start.wait()
        try:
            invitations.accept(by=user, invitation=invitation)
        except Refused:
            refused.append(user)
        finally:
            connection.close()

    threads = [threading.Thread(target=accept, args=[user]) for user in people]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(refused) == len(people) - 1
    assert Membership.objects.filter(organisation=cast.organisation, user__in=people).count() == 1


def new_person(**changes: str) -> dict[str, str]:
    words = "quiet-lantern-harvest-9"
    return {
        "name": "New Person",
        "email": "new@example.org",
        "password1": words,
        "password2": words,
        **changes,
    }


def test_where_sign_up_is_by_invitation_a_link_opens_it(cast, invited, tmp_path):
    _, secret = invited
    with override_settings(INSTANCE=Instance(folder=tmp_path, sign_up="invited")):
        visitor = Client()
        closed = visitor.post("/account/signup/", new_person())
        assert "by invitation" in closed.content.decode()
        assert not User.objects.filter(email="new@example.org").exists()
        assert "Safe Paths" in visitor.get(f"/join/{secret}/").content.decode()
        done = visitor.post("/account/signup/", new_person())
        assert done["Location"] == f"/join/{secret}/"
        visitor.post(done["Location"])
    member = Membership.objects.get(user__email="new@example.org")
    assert (member.organisation, member.role, member.user.name) == (
        cast.organisation,
        Role.EDITOR,
        "New Person",
    )


def test_the_link_is_shown_once(cast):
    owner, url = cast.client("owner"), f"/organisations/{cast.organisation.pk}/invitations/"
    assert owner.post(url, {"role": "editor", "days": 7, "note": "Bo"})["Location"] == url
    first, second = owner.get(url).content.decode(), owner.get(url).content.decode()
    assert "/join/" in first
    assert "/join/" not in second
    assert "Bo" in second


def test_a_link_is_shown_by_the_organisation_that_it_leads_to(cast):
    other = organisations.create(by=cast.owner, name="Another of the same owner")
    client = cast.client("owner")
    here, there = (
        reverse("accounts:invitations", args=[organisation.pk])
        for organisation in (cast.organisation, other)
    )
    client.post(here, {"role": "reader", "days": 1})
    assert "/join/" not in client.get(there).content.decode()
    assert "/join/" in client.get(here).content.decode()
    assert "/join/" not in client.get(here).content.decode()
