"""Every address that only takes a form leads somewhere sensible when it is opened."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from web_addresses import ADDRESSES

from trueline.web.config.only_forms import page_above

BROWSER = {"accept": "text/html,application/xhtml+xml,*/*;q=0.8"}


@pytest.fixture
def only_forms(cast: Any, foreign: dict[str, Any]) -> dict[str, str]:
    """The addresses that refuse to be opened, by name, as a program finds them."""
    known = {**foreign, "mention_id": 1, "session_id": 1}
    client, found = cast.client("owner"), {}
    for name, (_view, asks) in ADDRESSES.items():
        if asks <= set(known):
            path = reverse(name, kwargs={ask: known[ask] for ask in asks})
            if client.get(path).status_code == 405:
                found[name] = path
    return found


@pytest.mark.slow
def test_each_leads_to_a_page_that_its_visitor_may_see(cast, only_forms):
    assert {"documents:template", "workspace:move", "documents:archive", "theme"} <= set(only_forms)
    wrong = {}
    for name, path in only_forms.items():
        answer = cast.client("owner").get(path, headers=BROWSER, follow=True)
        if answer.status_code != 200 or not answer.redirect_chain:
            wrong[name] = (answer.status_code, answer.redirect_chain)
    assert wrong == {}


@pytest.mark.parametrize(
    ("path", "above"),
    [
        ("/designs/new/blank/", "/designs/new/"),
        ("/preferences/theme/", "/"),
        ("/portfolio/keep/7/", "/portfolio/keep/"),
        ("/", "/"),
    ],
)
def test_the_nearest_address_above_it(path, above):
    assert page_above(path) == above


@pytest.mark.django_db
def test_a_program_and_another_method_are_refused():
    client = Client()
    assert client.get("/preferences/theme/").status_code == 405
    assert client.delete("/preferences/theme/", headers=BROWSER).status_code == 405
    assert client.get("/preferences/theme/", headers=BROWSER)["Location"] == "/"


def test_outsiders_learn_nothing(cast, record):
    url = reverse("documents:archive", args=[record.pk])
    assert cast.client("outsider").get(url, headers=BROWSER).status_code == 404
