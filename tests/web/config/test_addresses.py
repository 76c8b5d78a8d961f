"""Addresses in settings are checked when they are read, and none is repeated in the refusal."""

from pathlib import Path

import pytest
from django.core.exceptions import ImproperlyConfigured

from trueline.web.config.database import database
from trueline.web.config.instance import from_environment
from trueline.web.config.mail import mail_settings

SECRET = "quiet-lantern"


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://u:{SECRET}@host:abc/name",
        f"postgresql://u:{SECRET}@host:70000/name",
        f"postgresql://u:{SECRET}@host:0/name",
        f"postgresql://u:{SECRET}#1@host/name",
        f"postgresql://u:{SECRET}/1@host/name",
        f"postgresql://u:{SECRET}%zz@host/name",
        f"postgresql://u:{SECRET}@[::1/name",
        f"postgresql://u:{SECRET}@ho st/name",
        f"postgresql://u:{SECRET}@host/",
        f"postgresql://u:{SECRET}@host/name/more",
        f"postgresql://u:{SECRET}@host/name?sslmodus=require",
        f"mysql://u:{SECRET}@host/name",
        f"u:{SECRET}@host/name",
    ],
)
def test_a_database_that_can_t_be_meant(url):
    with pytest.raises(ImproperlyConfigured, match="TRUELINE_DATABASE") as caught:
        database(url, Path("x"))
    assert SECRET not in str(caught.value)


@pytest.mark.parametrize(
    ("url", "host", "name"),
    [
        (
            "postgresql://u:p%23%2F@db.example.org:5433/name?sslmode=require",
            "db.example.org",
            "name",
        ),
        ("postgres://u@[::1]/n%C3%A9", "::1", "né"),
        ("postgresql:///name?host=/run/postgresql", "", "name"),
    ],
)
def test_a_database_that_is_meant(url, host, name):
    made = database(url, Path("x"))
    assert (made["HOST"], made["NAME"]) == (host, name)


@pytest.mark.parametrize(
    ("url", "sender"),
    [
        (f"smtp://u:{SECRET}@host:abc", "a@example.org"),
        (f"smtp://u:{SECRET}@", "a@example.org"),
        (f"smtp://u:{SECRET}@[::1", "a@example.org"),
        (f"mail.example.org:{SECRET}", "a@example.org"),
        ("smtp://mail.example.org", ""),
        ("smtp://mail.example.org", "Trueline"),
        ("smtp://mail.example.org", "a@b@c"),
    ],
)
def test_mail_that_can_t_be_sent(url, sender):
    with pytest.raises(ImproperlyConfigured, match="TRUELINE_MAIL") as caught:
        mail_settings(url, sender)
    assert SECRET not in str(caught.value)


def test_a_sender_with_a_name():
    made = mail_settings("smtps://mail.example.org", "Trueline <trueline@example.org>")
    assert made["EMAIL_PORT"] == 465


@pytest.mark.parametrize(
    "value",
    ["https://", "https:// example.org", "https://example.org:abc", "javascript:x", "example.org"],
)
def test_a_source_that_is_no_address(value):
    with pytest.raises(ImproperlyConfigured, match="TRUELINE_SOURCE"):
        from_environment({"TRUELINE_SOURCE": value})


def test_a_source_with_a_place_in_its_page():
    given = from_environment({"TRUELINE_SOURCE": "https://code.example.org/t#readme"})
    assert given.source.endswith("#readme")
