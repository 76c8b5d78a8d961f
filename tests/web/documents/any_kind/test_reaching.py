"""Who reaches any kind of document: nobody from outside, and readers change nothing.

It is done with a kind that only its registration tells of: a page, list or action that is bound to a
design fails here.
"""

from __future__ import annotations

import pytest
from django.urls import reverse
from web_addresses import ADDRESSES, PRIVATE, WRITES, names_in, of_each_part, url_of

from tests.sampling import sample

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


@of_each_part(OF_DOCUMENTS)
def test_an_outsider_finds_nothing_of_it(part, cast, foreign, canary, snapshot):
    client, before = cast.client("outsider"), snapshot()
    for name in sample(names_in(part, OF_DOCUMENTS)):
        for method in ("get", "head", "post", "put", "delete"):
            response = getattr(client, method)(url_of(name, foreign))
            assert response.status_code in (404, 405), (name, method)
            assert canary not in response.content.decode("utf-8", "replace"), (name, method)
        assert snapshot() == before, name


CHANGING = sorted({*OF_DOCUMENTS} & {*WRITES})


@of_each_part(CHANGING)
def test_a_reader_changes_nothing_of_it(part, cast, foreign, snapshot):
    client, before = cast.client("reader"), snapshot()
    for name in sample(names_in(part, CHANGING)):
        for method in ("get", "post", "put", "delete"):
            status = getattr(client, method)(url_of(name, foreign)).status_code
            assert status in (403, 405), (name, method)
        assert snapshot() == before, name


def test_it_is_searched_for_nowhere_that_others_look(cast, foreign, canary):
    """What others find by search, lists and the audit holds nothing of it."""
    client = cast.client("outsider")
    for address in ("/toys/", "/designs/", reverse("library:search")):
        assert canary not in client.get(address, {"q": "Tower"}).content.decode()
