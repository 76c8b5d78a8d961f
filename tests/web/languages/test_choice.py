"""Which language a page speaks, and how that is chosen."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from django.urls import reverse

from trueline.web.accounts.models import User

pytestmark = pytest.mark.django_db
PASSWORD = "three unrelated words"


def speaks(client: Client, path: str = "/", **headers: str) -> tuple[str, str]:
    """Language and direction of a page."""
    page = client.get(path, follow=True, headers=headers or None).content.decode()
    found = re.search(r'<html lang="([\w-]+)" dir="(\w+)"', page)
    assert found, page[:200]
    return found[1], found[2]


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ("fr-CA,fr;q=0.9,en;q=0.5", ("fr", "ltr")),
        ("ar-TN", ("ar", "rtl")),
        ("sw,en;q=0.5", ("en", "ltr")),
        ("sw", ("en", "ltr")),
    ],
)
def test_a_visitor_is_met_in_a_language_that_the_browser_asks_for(
    asked: str, said: tuple[str, str]
) -> None:
    assert speaks(Client(), accept_language=asked) == said


def test_the_chooser_holds_on_this_device_whatever_the_browser_asks() -> None:
    client = Client(headers={"accept-language": "fr"})
    response = client.post(reverse("language"), {"language": "ar", "next": "/toolkit/"})
    assert response["Location"] == "/toolkit/"
    assert speaks(client) == ("ar", "rtl")


def test_a_language_that_there_is_not_changes_nothing() -> None:
    client = Client()
    client.post(reverse("language"), {"language": "tlh"})
    assert speaks(client) == ("en", "ltr")


def sign_in(client: Client, user: User) -> None:
    client.post(reverse("account_login"), {"login": user.email, "password": PASSWORD})
    assert client.session.get("_auth_user_id") == str(user.pk)


def test_what_an_account_chose_is_met_on_another_device() -> None:
    user = User.objects.create_user("nadia@example.org", PASSWORD, name="Nadia")
    laptop, phone = Client(), Client()
    sign_in(laptop, user)
    laptop.post(reverse("language"), {"language": "ar"})
    sign_in(phone, user)
    assert speaks(phone) == ("ar", "rtl")


def test_an_account_may_go_back_to_what_the_browser_asks() -> None:
    user = User.objects.create_user("nadia@example.org", PASSWORD, name="Nadia")
    client = Client(headers={"accept-language": "fr"})
    sign_in(client, user)
    profile = reverse("accounts:account")
    client.post(profile, {"name": "Nadia", "language": "ar", "mail_when": "daily"})
    assert speaks(client, profile) == ("ar", "rtl")
    client.post(profile, {"name": "Nadia", "language": "", "mail_when": "daily"})
    assert speaks(client, profile) == ("fr", "ltr")
