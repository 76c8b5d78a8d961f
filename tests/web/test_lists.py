"""Lists without an end: pages that lead to all of it, words and choices that narrow it, all by address."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.http import QueryDict
from django.urls import reverse

from tests.web.saving import change
from trueline.web.accounts.models import Membership, Organisation, User
from trueline.web.comments import actions as comments
from trueline.web.documents.actions import submitting
from trueline.web.lists import Choice, Filter

MANY = 60


def text_of(client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return unescape(response.content.decode())


def every_page(client, address: str, found: str) -> list[str]:
    """What a pattern finds on a page and on all that follow it, in order."""
    results, here = [], address
    while here:
        page = text_of(client, here)
        results += re.findall(found, page)
        following = re.search(r'rel="next" href="(\?[^"#]*)', page)
        here = address.partition("?")[0] + following[1] if following else ""
    return results


@pytest.fixture
def members(cast) -> str:
    for number in range(MANY):
        user = User.objects.create_user(f"m{number}@example.org", "x", name=f"Member {number:02}")
        Membership.objects.create(organisation=cast.organisation, user=user, role="reader")
    return reverse("accounts:organisation", args=[cast.organisation.pk])


@pytest.fixture
def threads(cast, record) -> str:
    for number in range(MANY):
        text = f"Thread {number:02}, @Owner Person"
        comments.begin(record, by=cast.editor, address="", text=text, mentioned=[cast.owner])
    return reverse("comments:list", args=[record.pk])


@pytest.fixture
def submissions(cast, record) -> str:
    for number in range(MANY):
        submitting.submit(record, by=cast.editor, name=f"Version {number:02}")
    return reverse("documents:submissions", args=[record.pk])


@pytest.mark.parametrize(
    ("shown", "found", "one"),
    [
        ("members", r"Member \d\d", "Member 07"),
        ("threads", r"Thread \d\d", "Thread 07"),
        ("submissions", r"Version \d\d", "Version 07"),
    ],
)
def test_pages_lead_to_all_and_words_to_one(cast, request, shown, found, one):
    client, address = cast.client("owner"), request.getfixturevalue(shown)
    assert len({*every_page(client, address, found)}) == MANY
    assert len({*re.findall(found, text_of(client, address))}) <= 50 < MANY
    assert {*re.findall(found, text_of(client, f"{address}?q={one.replace(' ', '+')}"))} == {one}
    assert "Nothing was found" in text_of(client, f"{address}?q=nobody+at+all")


def test_mentions_are_narrowed_to_those_not_seen(cast, threads):
    client, address = cast.client("owner"), reverse("comments:mentions")
    assert len({*every_page(client, address, r"Thread \d\d")}) == MANY
    one = re.search(r"mentions/(\d+)/", text_of(client, f"{address}?q=thread+07"))
    client.post(reverse("comments:mention", args=[one[1]]))
    assert "Thread 07" not in every_page(client, f"{address}?seen=no", r"Thread \d\d")
    assert {*every_page(client, f"{address}?seen=yes", r"Thread \d\d")} == {"Thread 07"}


def test_history_is_narrowed_by_person_and_action(cast, record):
    for number in range(12):
        change(
            record.pk,
            by=(cast.editor, cast.owner)[number % 2],
            edit=lambda design, number=number: design.model_copy(
                update={"title": f"Title {number}"}
            ),
        )
    client, address = cast.client("reader"), reverse("documents:history", args=[record.pk])
    numbers = r"<strong>Revision (\d+)</strong>"
    assert len(every_page(client, address, numbers)) == 13
    assert every_page(client, f"{address}?who={cast.owner.pk}", numbers) == [
        str(n) for n in range(13, 1, -2)
    ]
    assert every_page(client, f"{address}?action=started", numbers) == ["1"]


def test_who_writes_for_many_organisations_chooses_one_first(cast):
    for number in range(6):
        other = Organisation.objects.create(name=f"Office {number}")
        Membership.objects.create(organisation=other, user=cast.editor, role="editor")
    client, address = cast.client("editor"), reverse("documents:new", args=["design"])
    page = text_of(client, address)
    assert "Office 3" in page
    assert 'name="title"' not in page
    assert "Office 3" not in text_of(client, f"{address}?q=office+4")
    chosen = text_of(client, f"{address}?organisation={other.pk}")
    assert f'name="organisation" value="{other.pk}"' in chosen
    assert "Office 3" not in chosen
    sent = {"title": "", "organisation": other.pk}
    refused = client.post(reverse("documents:new-blank", args=["design"]), sent)
    assert refused.status_code == 422


def test_what_an_address_asks_that_means_nothing_is_left_out():
    role = Choice("role", "Role", [("owner", "Owner")])
    asked = Filter.of(QueryDict("q=%00+a+b&role=nonsense&page=7"), role)
    assert (asked.words, asked.chosen("role"), asked.query) == ("a b", "", "q=a+b&")
    assert not Filter.of(QueryDict("role=nonsense"), role)
