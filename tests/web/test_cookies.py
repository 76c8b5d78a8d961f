"""Cookies, and what a browser is told as somebody comes and goes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace

import pytest
from django.conf import settings as in_use
from django.test import Client

from trueline.web.accounts.actions import people

WORDS = "quiet-lantern-harvest-9"
NAMES = ("SESSION", "CSRF", "LANGUAGE", "DEVICE", "THEME", "MESSAGES")
READ = """
import json
from trueline.web.config import settings as s
print(json.dumps({
    "cookies": [getattr(s, f"{n}_COOKIE_NAME") for n in NAMES],
    "secure": [s.SESSION_COOKIE_SECURE, s.CSRF_COOKIE_SECURE],
    "hsts": [s.SECURE_HSTS_SECONDS, s.SECURE_HSTS_INCLUDE_SUBDOMAINS],
}))
"""


def settings_with(folder, **variables: str) -> dict:
    (folder / "secret-key").parent.mkdir(exist_ok=True)
    code = (
        "from trueline.web.config.instance import from_environment\n"
        f"from_environment().begin()\nNAMES = {NAMES}\n{READ}"
    )
    plain = {k: v for k, v in os.environ.items() if not k.startswith(("TRUELINE_", "DJANGO_"))}
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**plain, "TRUELINE_DATA": str(folder), **variables},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.slow
def test_with_https_cookies_are_of_this_host_alone(tmp_path):
    plain = settings_with(tmp_path)
    assert not any(name.startswith("__") for name in plain["cookies"])
    assert plain["hsts"] == [0, False]
    https = {"TRUELINE_HTTPS": "yes", "TRUELINE_PROXIED": "yes"}
    secure = settings_with(tmp_path, **https)
    assert all(name.startswith("__Host-") for name in secure["cookies"])
    assert secure["secure"] == [True, True]
    assert secure["hsts"][0] > 30_000_000
    assert secure["hsts"][1] is False
    below = settings_with(tmp_path, **https, TRUELINE_HTTPS_SUBDOMAINS="yes")
    assert below["hsts"][1] is True
    shared = settings_with(tmp_path, TRUELINE_URL="https://example.org/a", TRUELINE_PROXIED="yes")
    assert all(name.startswith("__Secure-") for name in shared["cookies"])


@pytest.fixture
def https(settings):
    """The workbench as it is reached by https."""
    settings.INSTANCE = replace(settings.INSTANCE, https=True)
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    for name in NAMES:
        usual = getattr(settings, f"{name}_COOKIE_NAME")
        setattr(settings, f"{name}_COOKIE_NAME", f"__Host-{usual}")
    return settings


@pytest.mark.django_db
def test_each_cookie_keeps_the_promises_of_its_name(https):
    people.create(email="person@example.org", name="A Person", password=WORDS)
    client = Client()
    client.get("/account/login/")
    client.post("/preferences/theme/", {"theme": "dark"})
    client.post("/preferences/language/", {"language": "fr"})
    client.post("/account/login/", {"login": "person@example.org", "password": WORDS})
    cookies = client.cookies
    there = set(NAMES) - {"MESSAGES"}  # nothing was said
    assert set(cookies) == {getattr(https, f"{name}_COOKIE_NAME") for name in there}
    for cookie in cookies.values():
        assert (cookie["secure"], cookie["path"], cookie["domain"]) == (True, "/", "")
    assert 'data-theme="dark"' in client.get("/toolkit/").content.decode()
    client.post("/preferences/theme/", {"theme": ""})
    assert cookies[https.THEME_COOKIE_NAME]["secure"]
    assert 'data-theme="dark"' not in client.get("/toolkit/").content.decode()


@pytest.mark.django_db
def test_signing_out_clears_what_the_browser_kept(cast):
    client = cast.client("reader")
    assert "Clear-Site-Data" not in client.get("/account/")
    assert client.post("/account/logout/")["Clear-Site-Data"] == '"cache", "storage"'
    assert "Clear-Site-Data" not in client.get("/account/login/")


def test_so_does_the_end_of_an_account(cast):
    assert "Clear-Site-Data" in cast.client("reader").post("/account/delete/")


@pytest.mark.django_db
def test_the_device_stays_known_after_signing_out():
    people.create(email="person@example.org", name="A Person", password=WORDS)
    client = Client()
    client.post("/account/login/", {"login": "person@example.org", "password": WORDS})
    client.post("/account/logout/")
    device = client.cookies[in_use.DEVICE_COOKIE_NAME]
    assert device.value
    assert (device["httponly"], device["samesite"]) == (True, "Lax")
    assert "person" not in device.value
