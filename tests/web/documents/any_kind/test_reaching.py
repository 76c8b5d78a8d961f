"""Who reaches any kind of document: nobody from outside, and readers change nothing.

It is done with a kind that only its registration tells of: a page, list or action that is bound to a
design fails here.
"""

from __future__ import annotations

import pytest
from django.urls import reverse
from web_addresses import ADDRESSES, PRIVATE, WRITES, url_of

pytestmark = pytest.mark.usefixtures("toy")
OF_DESIGNS = sorted(
    name
    for name, (_view, asks) in ADDRESSES.items()
    if name.startswith(("designs:", "monitoring:")) and asks == {"document_id"}
)
OF_DOCUMENTS = sorted(name for name, asks in PRIVATE.items() if "document_id" in asks)


@pytest.mark.parametrize("name", OF_DESIGNS)
def test_pages_that_only_designs_have_are_not_there_for_it(cast, record, name):
    assert cast.client("owner").get(reverse(name, args=[record.pk])).status_code == 404


@pytest.mark.walk
@pytest.mark.parametrize("name", OF_DOCUMENTS)
def test_an_outsider_finds_nothing_of_it(name, cast, foreign, canary, snapshot):
    client, url, before = cast.client("outsider"), url_of(name, foreign), snapshot()
    for method in ("get", "head", "post", "put", "delete"):
        response = getattr(client, method)(url)
        assert response.status_code in (404, 405), (method, response.status_code)
        assert canary not in response.content.decode("utf-8", "replace")
    assert snapshot() == before


@pytest.mark.walk
@pytest.mark.parametrize("name", sorted({*OF_DOCUMENTS} & {*WRITES}))
def test_a_reader_changes_nothing_of_it(name, cast, foreign, snapshot):
    client, url, before = cast.client("reader"), url_of(name, foreign), snapshot()
    for method in ("get", "post", "put", "delete"):
        assert getattr(client, method)(url).status_code in (403, 405)
    assert snapshot() == before


def test_it_is_searched_for_nowhere_that_others_look(cast, foreign, canary):
    """What others find by search, lists and the audit holds nothing of it."""
    client = cast.client("outsider")
    for address in ("/toys/", "/designs/", reverse("library:search")):
        assert canary not in client.get(address, {"q": "Tower"}).content.decode()
