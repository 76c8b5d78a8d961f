"""Programmes that work on the law, beside the legal review that they name."""

from __future__ import annotations

import pytest
from django.urls import reverse

from tests.web.legals.test_legals import text_of
from tests.web.saving import change
from trueline.design import Design
from trueline.document import set_field
from trueline.legal import LegalReview
from trueline.web.documents import store

pytestmark = pytest.mark.either_database
LAW = LegalReview.model_validate(
    {
        "title": "Law of Oresia",
        "rights": [
            {"item": "right-shelter", "in_law": "provided", "gap": "No place."},
            {"item": "right-assistance", "priority": "first", "recommendation": "Pay for it."},
        ],
    }
)
PROGRAMME = Design.model_validate(
    {
        "title": "Shelter by law",
        "activities": [
            {
                "id": "a",
                "kind": "legal",
                "title": "Draft",
                "legal_review": "law of  Oresia",
                "legal_items": ["right-shelter"],
            }
        ],
    }
)


@pytest.fixture
def said(cast, keep):
    """What the review of the programme says."""
    record = keep(PROGRAMME)
    return lambda: text_of(cast.client("editor").get(reverse("workspace:review", args=[record.pk])))


def test_the_review_of_a_programme_uses_the_law_that_it_names(cast, keep, said):
    assert "not among those at hand" in said()
    law = keep(LAW)
    page = said()
    assert "what is open is whether it is applied: Shelter" in page
    assert "Assistance and support" in page
    change(
        law.pk,
        by=cast.editor,
        address="rights[right-shelter]",
        edit=lambda d: set_field(d, "rights[right-shelter].in_law", "not-provided"),
    )
    assert "what is open is whether it is applied" not in said()


def test_a_review_of_others_is_not_at_hand(cast, said):
    store.create(by=cast.outsider, organisation=cast.elsewhere, document=LAW, origin="blank")
    assert "not among those at hand" in said()


def test_a_legal_review_shows_who_takes_up_what(cast, keep):
    keep(PROGRAMME)
    page = text_of(cast.client("reader").get(reverse("legals:taken-up", args=[keep(LAW).pk])))
    assert "Shelter, open and of one’s own will Not said yet Shelter by law" in page
    assert "No programme names it" in page
