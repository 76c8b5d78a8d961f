"""Members: roles change, people leave, and an organisation always keeps an owner."""

from __future__ import annotations

import threading
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.docs.typist import ROOT
from trueline.web.accounts.actions import members
from trueline.web.accounts.form_errors import Refused
from trueline.web.accounts.models import Membership, User
from trueline.web.accounts.roles import ALLOWED, EXPLAINED, Role
from trueline.web.audit.models import Event
from trueline.web.sharing import actions as sharing
from trueline.web.sharing.models import ShareLink


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


def test_every_role_is_told_of():
    assert {*ALLOWED} == {*EXPLAINED} == {*Role}
    page = (ROOT / "docs/how-to/invite-your-team.md").read_text("utf-8")
    untold = [role.name for role in Role if f"| {role.name.title()} |" not in page]
    assert not untold, "each role has a row in docs/how-to/invite-your-team.md"


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


@pytest.fixture
def links(cast, record) -> dict[str, tuple[ShareLink, str]]:
    """Two links that the editor made, with their secrets."""
    return {
        note: sharing.share(
            record.revisions.get(),
            by=cast.editor,
            note=note,
            with_review=False,
            expires=timezone.now() + timedelta(days=9),
        )
        for note in ("For the fund", "For the ministry")
    }


def opens(link: tuple[ShareLink, str]) -> bool:
    return Client().get(reverse("sharing:shared", args=[link[1]])).status_code == 200


def page_of(cast, name: str, page: str = "member") -> str:
    return reverse(f"accounts:{page}", args=[cast.organisation.pk, of(cast, name).pk])


@pytest.mark.parametrize("page", ["member", "remove_member"])
def test_links_are_listed_for_whoever_ends_the_right_and_kept_where_ticked(cast, links, page):
    owner, address = cast.client("owner"), page_of(cast, "editor", page)
    text = owner.get(address).content.decode()
    assert "For the fund" in text
    assert "For the ministry" in text
    kept, ended = links["For the fund"], links["For the ministry"]
    owner.post(address, {"role": "reader", "keep": [str(kept[0].pk)]})
    assert opens(kept)
    assert not opens(ended)
    actions = Event.objects.filter(subject="share link").values_list("action", "actor")
    assert sorted(actions) == [("kept", cast.owner.pseudonym), ("withdrawn", cast.owner.pseudonym)]


def test_a_kept_link_ends_with_the_right_of_whoever_kept_it(cast, links):
    kept = links["For the fund"]
    members.remove(by=cast.owner, member=of(cast, "editor"), keep_open=[str(kept[0].pk)])
    members.change_role(by=cast.owner, member=of(cast, "reader"), role=Role.OWNER)
    assert opens(kept)
    members.remove(by=cast.reader, member=of(cast, "owner"))
    assert not opens(kept)


def test_a_role_that_still_shares_leaves_links_open(cast, links):
    members.change_role(by=cast.owner, member=of(cast, "reader"), role=Role.OWNER)
    cast.client("owner").post(page_of(cast, "editor"), {"role": "owner"})
    cast.client("owner").post(page_of(cast, "editor"), {"role": "editor"})
    assert all(map(opens, links.values()))


@pytest.mark.parametrize("kept", ["0b0a9d0e-0000-4000-8000-000000000000", "x", "' OR 1=1"])
def test_only_links_of_the_one_removed_can_be_kept(cast, links, kept):
    address = page_of(cast, "editor", "remove_member")
    answer = cast.client("owner").post(address, {"keep": [kept]})
    assert answer.status_code == 200
    assert of(cast, "editor")


def test_nobody_keeps_their_own_links_by_leaving(cast, links):
    client = cast.client("editor")
    address = reverse("accounts:leave", args=[cast.organisation.pk])
    assert "For the fund" in client.get(address).content.decode()
    client.post(address, {"keep": [str(link.pk) for link, _ in links.values()]})
    assert not any(map(opens, links.values()))


def test_a_link_rests_while_its_maker_may_not_share_until_a_colleague_looks_after_it(cast, links):
    """Such as an account that was disabled, or a right that ended before this was looked at."""
    link = links["For the fund"]
    Membership.objects.filter(user=cast.editor).update(role="reader")
    assert not opens(link)
    owner, design = cast.client("owner"), link[0].revision.document_id
    page = owner.get(reverse("sharing:links", args=[design])).content.decode()
    assert "may no longer share" in page
    owner.post(reverse("sharing:keep", args=[design, link[0].pk]))
    assert opens(link)
    User.objects.filter(pk=cast.owner.pk).update(is_active=False)
    assert not opens(link)


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
