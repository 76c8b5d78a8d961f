"""Ways in: an invitation for somebody with an account, and a link to a new password."""

from __future__ import annotations

import pytest
from django.test import Client, override_settings

from trueline.web.accounts.actions import invitations, people
from trueline.web.accounts.devices import device
from trueline.web.accounts.models import Membership
from trueline.web.accounts.roles import Role
from trueline.web.serving.password_links import password_link

WORDS = "quiet-lantern-harvest-9"
NEW = "slow-meadow-bicycle-4"


def test_signing_in_leads_back_to_the_invitation(cast):
    people.create(email="known@example.org", name="Known", password=WORDS)
    _, secret = invitations.invite(
        by=cast.owner, organisation=cast.organisation, role=Role.APPRAISER
    )
    visitor = Client()
    visitor.get(f"/join/{secret}/")
    done = visitor.post("/account/login/", {"login": "known@example.org", "password": WORDS})
    assert done["Location"] == f"/join/{secret}/"
    page = visitor.get(f"/join/{secret}/").content.decode()
    assert "Owner Person invites you as Appraiser" in page
    assert not Membership.objects.filter(user__email="known@example.org").exists()
    visitor.post(f"/join/{secret}/")
    assert Membership.objects.get(user__email="known@example.org").role == Role.APPRAISER
    assert visitor.get(f"/join/{secret}/").status_code == 404


def test_a_visitor_without_account_does_not_join(cast):
    _, secret = invitations.invite(by=cast.owner, organisation=cast.organisation, role=Role.READER)
    assert Client().post(f"/join/{secret}/").status_code == 200
    assert cast.organisation.invitations.get().used is None


@pytest.mark.django_db
def test_a_link_to_a_new_password_works_once():
    people.create(email="person@example.org", name="A Person", password=WORDS)
    link = password_link("Person@Example.org", "https://trueline.example.org/")
    assert link.startswith("https://trueline.example.org/account/password/reset/key/")
    path = link.removeprefix("https://trueline.example.org")
    visitor = Client()
    form = visitor.get(path)["Location"]
    weak = visitor.post(form, {"password1": "short", "password2": "short"})
    assert "too short" in weak.content.decode()
    visitor.post(form, {"password1": NEW, "password2": NEW})
    credentials = {"login": "person@example.org", "password": NEW}
    assert Client().post("/account/login/", credentials).status_code == 302
    assert "no longer works" in Client().get(path).content.decode()
    assert password_link("nobody@example.org") is None


@pytest.mark.django_db
def test_without_mail_the_reset_page_says_whom_to_ask(client):
    assert "sends no mail" in client.get("/account/password/reset/").content.decode()


@pytest.mark.django_db
def test_with_mail_nothing_tells_whether_there_is_an_account(mailoutbox, tmp_path):
    from trueline.web.config.instance import Instance

    people.create(email="person@example.org", name="A Person", password=WORDS)
    with override_settings(INSTANCE=Instance(folder=tmp_path, mail="smtp://mail.example.org")):
        answers = [
            Client().post("/account/password/reset/", {"email": f"{who}@example.org"})
            for who in ("person", "nobody")
        ]
    assert {(a.status_code, a["Location"]) for a in answers} == {
        (302, "/account/password/reset/done/")
    }


@pytest.mark.parametrize(
    ("introduces", "shown"),
    [
        (
            "Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0",
            "Firefox on Windows",
        ),
        (
            "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) AppleWebKit/605 Safari/605",
            "Safari on Mac",
        ),
        ("Mozilla/5.0 (X11; Linux x86_64) Chrome/150.0 Safari/537.36 Edg/150.0", "Edge on Linux"),
        (
            "Mozilla/5.0 (iPhone; CPU iPhone OS 18 like Mac OS X) CriOS/150 Safari/605",
            "Chrome on iPhone",
        ),
        ("curl/8.0", "curl/8.0"),
        ("", "Unknown device"),
    ],
)
def test_devices_are_named_as_people_know_them(introduces, shown):
    assert device(introduces) == shown
