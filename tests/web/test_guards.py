"""What every answer carries, and what is refused at the door."""

from __future__ import annotations

import re

import pytest
from django.contrib.sessions.backends.db import SessionStore
from django.core.management import call_command
from django.db import DataError
from django.test import Client

from trueline.web.accounts.actions import people

PUBLIC = (
    "/",
    "/account/login/",
    "/account/signup/",
    "/account/password/reset/",
    "/toolkit/",
    "/nothing-here/",
    "/join/x/",
    "/style/",
)


@pytest.mark.django_db
@pytest.mark.parametrize("url", PUBLIC)
def test_headers_of_every_answer(client, url):
    answer = client.get(url)
    policy = answer["Content-Security-Policy"]
    for directive in ("default-src", "object-src", "base-uri", "frame-ancestors"):
        assert f"{directive} 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["Referrer-Policy"] == "same-origin"
    assert answer["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "camera=()" in answer["Permissions-Policy"]


@pytest.mark.django_db
@pytest.mark.parametrize("url", PUBLIC)
def test_no_page_asks_another_host_or_carries_style_or_script_inside(client, url):
    page = client.get(url).content.decode()
    assert not re.findall(r"""(?:src|srcset|action)=["'](?:https?:)?//""", page)
    assert not re.findall(r"<link[^>]+https?://", page)
    assert not re.findall(r"<[^>]+\sstyle=", page)
    assert not re.findall(r"<[^>]+\son[a-z]+=", page)
    for script in re.findall(r"<script\b[^>]*>", page):
        assert "src=" in script or 'type="application/json"' in script, script


def test_private_pages_are_kept_by_nobody(cast):
    assert cast.client("reader").get("/account/")["Cache-Control"] == "private, no-store"


@pytest.mark.django_db
def test_cookies_are_out_of_reach_of_scripts(client):
    client.get("/account/login/")
    token = client.cookies["csrftoken"]
    assert (token["httponly"], token["samesite"]) == (True, "Lax")


@pytest.mark.django_db
def test_the_session_cookie_is_out_of_reach_of_scripts(client):
    words = "quiet-lantern-harvest-9"
    people.create(email="person@example.org", name="A Person", password=words)
    client.post("/account/login/", {"login": "person@example.org", "password": words})
    cookie = client.cookies["sessionid"]
    assert (cookie["httponly"], cookie["samesite"]) == (True, "Lax")


@pytest.mark.django_db
def test_another_host_name_is_refused():
    for host in ("evil.example", "testserver:8443"):
        answer = Client(HTTP_HOST=host).get("/account/login/")
        assert answer.status_code == 400
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert "default-src 'none'" in answer["Content-Security-Policy"]


def test_a_form_without_its_token_is_explained(cast):
    client = Client(enforce_csrf_checks=True)
    client.force_login(cast.owner, backend="allauth.account.auth_backends.AuthenticationBackend")
    answer = client.post("/account/", {"name": "Taken over", "language": ""})
    assert answer.status_code == 403
    assert "open for too long" in answer.content.decode()
    cast.owner.refresh_from_db()
    assert cast.owner.name == "Owner Person"


def test_what_is_too_large_is_refused_before_it_is_read(cast, settings):
    client = cast.client("owner")
    answer = client.post("/account/", {"name": "x"}, CONTENT_LENGTH=settings.UPLOAD_LIMIT * 2)
    assert answer.status_code == 413
    assert "up to 5 MB" in answer.content.decode()


@pytest.mark.django_db
def test_a_form_with_far_too_much_in_it_is_refused(client, settings):
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = 1000
    answer = client.post("/account/login/", {"login": "x" * 5000})
    assert answer.status_code == 413
    settings.DATA_UPLOAD_MAX_MEMORY_SIZE = None
    settings.DATA_UPLOAD_MAX_NUMBER_FIELDS = 10
    assert client.post("/account/login/", {f"f{n}": n for n in range(30)}).status_code == 413


@pytest.mark.django_db
@pytest.mark.parametrize("url", ["/preferences/theme/", "/preferences/language/"])
@pytest.mark.parametrize("target", ["https://evil.example/", "//evil.example/", "/toolkit/"])
def test_choices_lead_back_to_our_pages_alone(client, url, target):
    answer = client.post(url, {"next": target, "theme": "dark", "language": "fr"})
    assert answer["Location"] == ("/toolkit/" if target == "/toolkit/" else "/")


@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.django_db
def test_the_page_for_a_failure_needs_no_database(cast, monkeypatch):
    def unreachable(store):
        raise DataError("unreadable")

    client = cast.client("reader")
    client.raise_request_exception = False
    monkeypatch.setattr(SessionStore, "load", unreachable)
    answer = client.get("/designs/")
    assert answer.status_code == 500
    assert "Something failed on our side" in answer.content.decode()
