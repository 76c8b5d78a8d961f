"""The statement on accessibility, and where people find help."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import Client

from trueline.web.config.instance import from_environment

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("given", "link"),
    [
        ("help@example.org", "mailto:help@example.org"),
        ("mailto:help@example.org", "mailto:help@example.org"),
        ("https://example.org/help", "https://example.org/help"),
        ("", ""),
    ],
)
def test_the_contact_is_an_address_of_mail_or_of_a_page(given, link):
    assert from_environment({"TRUELINE_CONTACT": given}).contact == link


@pytest.mark.parametrize("given", ["call us", "javascript:alert(1)", "ftp://example.org"])
def test_anything_else_is_refused_with_a_sentence(given):
    with pytest.raises(ImproperlyConfigured, match="TRUELINE_CONTACT"):
        from_environment({"TRUELINE_CONTACT": given})


@pytest.mark.parametrize(
    "path", ["/", "/accessibility/", "/toolkit/", "/account/login/", "/nowhere/"]
)
def test_help_stands_at_the_foot_of_pages(settings, path):
    settings.INSTANCE = replace(settings.INSTANCE, contact="mailto:help@example.org")
    page = Client().get(path).content.decode()
    foot = page[page.rindex("<footer") :]
    assert '<a href="mailto:help@example.org">Help</a>' in foot
    assert '<a href="/accessibility/">Accessibility</a>' in foot


def test_without_a_contact_no_help_is_promised(settings):
    settings.INSTANCE = replace(settings.INSTANCE, contact="")
    page = Client().get("/accessibility/").content.decode()
    assert ">Help<" not in page
    assert "gave no address" in page


def test_the_statement_says_what_conforms_what_not_how_it_is_known_and_whom_to_tell(settings):
    settings.INSTANCE = replace(settings.INSTANCE, contact="https://example.org/help")
    page = Client().get("/accessibility/").content.decode()
    for heading in ("What conforms", "What does not conform", "How this is known", "Tell us"):
        assert f"<h2>{heading}" in page
    assert "2018/1523" in page
    assert "26 Nov" in page
    assert '<a href="https://example.org/help">' in page
