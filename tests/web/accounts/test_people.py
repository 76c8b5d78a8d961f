"""One's own account: changed, exported, deleted, and protected."""

from __future__ import annotations

import json

import pytest
from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.base import UpdateError
from django.contrib.sessions.backends.db import SessionStore
from django.test import Client

from trueline.web.accounts.actions import people
from trueline.web.accounts.form_errors import Refused
from trueline.web.accounts.models import Membership, Organisation, User
from trueline.web.audit.models import Event
from trueline.web.comments.models import Comment
from trueline.web.documents.models import Revision

WORDS = "quiet-lantern-harvest-9"


def signed_in(email: str, password: str = WORDS, **headers: str) -> Client:
    client = Client(**headers)
    client.post("/account/login/", {"login": email, "password": password})
    return client


def confirmed(email: str) -> Client:
    """Signed in, and asked once more just now."""
    client = signed_in(email)
    client.post("/account/reauthenticate/", {"password": WORDS})
    return client


@pytest.fixture
def person(db) -> User:
    return people.create(email="person@example.org", name="A Person", password=WORDS)


def test_the_only_owner_with_colleagues_hands_over_first(cast):
    with pytest.raises(Refused, match="Safe Paths"):
        people.delete_account(by=cast.owner)
    assert User.objects.filter(pk=cast.owner.pk).exists()


def test_what_a_person_wrote_stays_without_them(cast, record):
    Comment.objects.create(document=record, text="A thought", author=cast.editor)
    pseudonym = cast.editor.pseudonym
    people.delete_account(by=cast.editor)
    assert Comment.objects.get().author is None
    assert Revision.objects.get(document=record).author is None
    assert {e.action for e in Event.objects.filter(actor=pseudonym)} == {
        "created",
        "left",
        "deleted",
    }


def test_an_organisation_of_one_goes_with_its_member(cast):
    people.delete_account(by=cast.outsider)
    assert not Organisation.objects.filter(pk=cast.elsewhere.pk).exists()


def test_deleting_asks_who_it_is_first(person):
    client = signed_in(person.email)
    answer = client.post("/account/delete/")
    assert answer["Location"].startswith("/account/reauthenticate/")
    assert User.objects.filter(pk=person.pk).exists()
    client.post(answer["Location"], {"password": WORDS})
    client.post("/account/delete/")
    assert not User.objects.filter(pk=person.pk).exists()
    assert client.get("/account/").status_code == 302


def test_an_export_holds_what_the_person_did_and_no_secret(person):
    client = confirmed(person.email)
    data = json.loads(client.post("/account/export/").content)
    assert data["account"]["email"] == person.email
    assert data["sessions"]
    assert "password" not in json.dumps(data)


def test_a_device_is_signed_out_by_its_owner_alone(person, cast):
    other, mine = signed_in(person.email), confirmed(person.email)
    session = UserSession.objects.get(session_key=other.session.session_key)
    cast.client("outsider").post(f"/account/sessions/{session.pk}/end/")
    assert other.get("/account/").status_code == 200
    mine.post(f"/account/sessions/{session.pk}/end/")
    assert other.get("/account/").status_code == 302
    assert mine.get("/account/").status_code == 200


def test_this_device_can_be_signed_out_from_the_list(person):
    client = signed_in(person.email)
    session = UserSession.objects.get(session_key=client.session.session_key)
    answer = client.post(f"/account/sessions/{session.pk}/end/", follow=True)
    assert answer.status_code == 200
    assert "You are signed out" in answer.content.decode()
    assert client.get("/account/").status_code == 302
    assert not UserSession.objects.filter(user=person).exists()


def test_a_page_whose_session_ends_in_that_moment_leads_to_signing_in(person, monkeypatch):
    client, save = signed_in(person.email), SessionStore.save

    def ended_elsewhere(session, must_create=False):
        if session.session_key and not must_create:
            raise UpdateError
        return save(session, must_create)

    monkeypatch.setattr(SessionStore, "save", ended_elsewhere)
    answer = client.post("/account/", {"name": "A Person", "language": ""})
    assert answer.status_code == 302
    assert answer["Location"] == "/account/login/?next=%2Faccount%2F"


def test_a_new_password_signs_other_devices_out(person):
    other, mine = signed_in(person.email), signed_in(person.email)
    new = "slow-meadow-bicycle-4"
    mine.post(
        "/account/password/change/", {"oldpassword": WORDS, "password1": new, "password2": new}
    )
    assert mine.get("/account/").status_code == 200
    assert other.get("/account/").status_code == 302


def test_the_session_is_another_after_signing_in(person):
    client = Client()
    client.get("/account/login/")
    client.cookies["sessionid"] = "a" * 32
    client.post("/account/login/", {"login": person.email, "password": WORDS})
    assert client.cookies["sessionid"].value != "a" * 32
    assert client.get("/account/").status_code == 200


def test_language_follows_the_account(person):
    client = signed_in(person.email)
    client.post("/account/", {"name": "A Person", "language": "fr", "mail_when": "daily"})
    assert client.cookies["django_language"].value == "fr"
    assert signed_in(person.email).cookies["django_language"].value == "fr"


def test_signing_in_does_not_tell_whether_there_is_an_account(person):
    def told(email: str) -> list[str]:
        page = Client().post("/account/login/", {"login": email, "password": "wrong"})
        return [str(error) for error in page.context["form"].non_field_errors()]

    assert told(person.email) == told("nobody@example.org") != []


def test_guesses_at_one_account_do_not_stop_a_colleague_at_the_same_address(person):
    people.create(email="colleague@example.org", name="Colleague", password=WORDS)
    here = {"REMOTE_ADDR": "203.0.113.7"}
    for _ in range(30):
        last = Client(**here).post("/account/login/", {"login": person.email, "password": "wrong"})
    assert "pauses for ten minutes" in str(last.context["form"].non_field_errors())
    assert signed_in(person.email, **here).get("/account/").status_code == 302
    assert signed_in("colleague@example.org", **here).get("/account/").status_code == 200
    elsewhere = {"REMOTE_ADDR": "198.51.100.4"}
    assert signed_in(person.email, **elsewhere).get("/account/").status_code == 200


@pytest.mark.parametrize(
    "target", ["https://evil.example", "//evil.example", "javascript:alert(1)"]
)
def test_nobody_is_sent_to_another_site(person, target):
    client = Client()
    done = client.post(
        f"/account/login/?next={target}", {"login": person.email, "password": WORDS, "next": target}
    )
    assert done["Location"] == "/"


def test_memberships_of_a_deleted_organisation_are_gone(cast):
    client = cast.client("owner")
    url = f"/organisations/{cast.organisation.pk}/delete/"
    wrong = client.post(url, {"name": "Other"})
    assert "not its name" in wrong.content.decode()
    assert Organisation.objects.filter(pk=cast.organisation.pk).exists()
    client.post(url, {"name": "Safe Paths"})
    assert not Organisation.objects.filter(pk=cast.organisation.pk).exists()
    assert not Membership.objects.filter(user=cast.reader).exists()
    assert Event.objects.filter(action="deleted", organisation=cast.organisation.pk).exists()


def test_an_email_is_changed_where_no_mail_is_sent(person):
    client = signed_in(person.email)
    client.post("/account/reauthenticate/", {"password": WORDS})
    client.post("/account/email/", {"action_add": "", "email": "new@example.org"})
    client.post("/account/email/", {"action_primary": "", "email": "new@example.org"})
    person.refresh_from_db()
    assert person.email == "new@example.org"
    assert signed_in("new@example.org").get("/account/").status_code == 200


ONE_S_OWN = {
    "/account/": "put",
    "/account/delete/": "put",
    "/account/export/": "get",
    "/account/sessions/1/end/": "get",
    "/organisations/new/": "put",
}


@pytest.mark.parametrize("url", ONE_S_OWN)
def test_ones_own_pages_ask_visitors_to_sign_in_and_refuse_wrong_methods(cast, client, url):
    assert client.post(url)["Location"].startswith("/account/login/")
    assert getattr(cast.client("reader"), ONE_S_OWN[url])(url).status_code == 405
