"""Nobody is led to a page that refuses them: every sort of link is followed, as each role."""

from __future__ import annotations

from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from tests.web.appraisal_round import with_appraisal
from tests.web.figures import with_figures
from tests.web.forms import pages
from trueline.kinds import KINDS
from trueline.web.documents.actions import submitting

pytestmark = [pytest.mark.slow, pytest.mark.django_db]


class Noting:
    """A browser that notes which addresses refused it."""

    def __init__(self, client: Client) -> None:
        self.client = client
        self.refused: dict[str, int] = {}

    def get(self, address: str, **options: Any) -> HttpResponse:
        answer = self.client.get(address, **options)
        if answer.status_code >= 400:
            self.refused[address] = answer.status_code
        return answer


@pytest.mark.walk
@pytest.mark.either_database
@pytest.mark.parametrize("role", ["owner", "editor", "appraiser", "reader"])
def test_no_link_leads_to_a_refusal(role, cast, keep, record):
    with_figures(record, submitting.submit(record, by=cast.editor, name="Version"), by=cast.owner)
    with_appraisal(cast.organisation, by=cast.owner, other=cast.editor, note="Villages that ask")
    others = [keep(kind.model(title="Trade law")) for kind in KINDS if kind.name != record.kind]
    begin = [reverse("documents:overview", args=[each.pk]) for each in (record, *others)]
    browser = Noting(cast.client(role))
    assert len([*pages(browser, "/", *begin)]) > 50
    assert browser.refused == {}
