"""Every page of an organisation answers the same five questions."""

from __future__ import annotations

import uuid

import pytest

from trueline.web.accounts.actions import invitations
from trueline.web.accounts.models import Invitation, Membership, Organisation
from trueline.web.accounts.roles import Role
from trueline.web.audit.models import Event

OWNERS = (
    "settings/",
    "delete/",
    "members/{member}/",
    "members/{member}/remove/",
    "invitations/",
    "audit/",
    "audit.csv",
)
WRITES = {
    "settings/": {"name": "Renamed"},
    "delete/": {"name": "Safe Paths"},
    "members/{member}/": {"role": "owner"},
    "members/{member}/remove/": {},
    "invitations/": {"role": "owner", "days": 1},
    "invitations/{invitation}/withdraw/": {},
    "export/": {},
}
POST_ONLY = ("invitations/{invitation}/withdraw/", "export/")


@pytest.fixture
def address(cast):
    """The address of a page of the organisation."""
    invitation, _ = invitations.invite(
        by=cast.owner, organisation=cast.organisation, role=Role.READER
    )
    member = Membership.objects.get(organisation=cast.organisation, user=cast.reader)

    def made(page: str, organisation: object = None) -> str:
        ids = page.format(member=member.pk, invitation=invitation.pk)
        return f"/organisations/{organisation or cast.organisation.pk}/{ids}"

    return made


def state() -> tuple:
    return (
        list(Organisation.objects.values().order_by("pk")),
        list(Membership.objects.values().order_by("pk")),
        list(Invitation.objects.values().order_by("pk")),
        Event.objects.count(),
    )


@pytest.mark.parametrize("page", ["", "leave/", *OWNERS])
def test_works(cast, address, page):
    assert cast.client("owner").get(address(page)).status_code == 200


@pytest.mark.parametrize("page", WRITES)
def test_owners_change_it(cast, address, page):
    before = state()
    answer = cast.client("owner").post(address(page), WRITES[page])
    assert answer.status_code in (200, 302)
    b"".join(answer)
    assert state() != before


@pytest.mark.parametrize("page", ["", "leave/", *OWNERS, *POST_ONLY])
@pytest.mark.parametrize("method", ["get", "post"])
def test_outsiders_find_nothing(cast, address, page, method):
    before = state()
    answer = getattr(cast.client("outsider"), method)(address(page), WRITES.get(page, {}))
    assert answer.status_code == 404
    assert "Safe Paths" not in answer.content.decode()
    assert state() == before


@pytest.mark.parametrize("role", ["editor", "appraiser", "reader"])
@pytest.mark.parametrize("page", WRITES)
def test_others_change_nothing(cast, address, page, role):
    before = state()
    assert cast.client(role).post(address(page), WRITES[page]).status_code == 403
    assert state() == before


@pytest.mark.parametrize("page", OWNERS)
def test_owners_pages_are_not_for_readers(cast, address, page):
    assert cast.client("reader").get(address(page)).status_code == 403


@pytest.mark.parametrize("page", ["", "leave/", *OWNERS, *POST_ONLY])
def test_an_id_of_nothing_is_not_found(cast, address, page):
    assert cast.client("owner").post(address(page, uuid.UUID(int=7))).status_code == 404


@pytest.mark.parametrize(
    "page",
    ["members/999999/", "members/999999/remove/", f"invitations/{uuid.UUID(int=7)}/withdraw/"],
)
def test_a_wrong_inner_id_is_not_found(cast, address, page):
    assert cast.client("owner").post(address(page)).status_code == 404


def test_members_of_another_organisation_are_out_of_reach(cast, address):
    theirs = Membership.objects.get(user=cast.outsider)
    for page in (f"members/{theirs.pk}/", f"members/{theirs.pk}/remove/"):
        assert cast.client("owner").post(address(page), {"role": "reader"}).status_code == 404
    theirs.refresh_from_db()
    assert theirs.role == Role.OWNER


@pytest.mark.parametrize("page", ["", *POST_ONLY, "audit/", "audit.csv"])
def test_the_wrong_method_is_refused(cast, address, page):
    method = "get" if page in POST_ONLY else "post"
    assert getattr(cast.client("owner"), method)(address(page)).status_code == 405


@pytest.mark.parametrize("page", ["", "leave/", *OWNERS])
def test_visitors_sign_in_first(client, address, page):
    answer = client.get(address(page))
    assert answer["Location"].startswith("/account/login/?next=/organisations/")


def test_a_refusal_is_said_at_the_field(cast, address):
    mine = Membership.objects.get(organisation=cast.organisation, user=cast.owner)
    page = cast.client("owner").post(address(f"members/{mine.pk}/"), {"role": "reader"})
    assert "only owner" in page.context["form"].errors["role"][0]
    kept = cast.client("owner").post(address("leave/"))
    assert "only owner" in kept.content.decode()


def test_making_an_organisation(cast):
    reader = cast.client("reader")
    assert reader.get("/organisations/new/").status_code == 200
    assert reader.post("/organisations/new/", {"name": ""}).status_code == 200
    reader.post("/organisations/new/", {"name": "Fresh"})
    member = Membership.objects.get(organisation__name="Fresh")
    assert (member.user, member.role) == (cast.reader, Role.OWNER)


@pytest.mark.parametrize("page", ["", "invitations/", "audit/"])
def test_queries_do_not_grow_with_members(cast, address, page, django_assert_max_num_queries):
    from trueline.web.accounts.models import User

    client = cast.client("owner")
    client.get(address(page))
    for number in range(20):
        user = User.objects.create_user(f"m{number}@example.org", "x", name=f"Member {number}")
        invitation, _ = invitations.invite(
            by=cast.owner, organisation=cast.organisation, role=Role.READER
        )
        invitations.accept(by=user, invitation=invitation)
    with django_assert_max_num_queries(12):
        client.get(address(page))
