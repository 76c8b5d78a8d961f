"""Programmes that work on the law, beside the legal review that they name."""

from __future__ import annotations

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.web.legals.test_legals import text_of
from tests.web.saving import change
from trueline.design import Design
from trueline.document import set_field
from trueline.legal import LegalReview
from trueline.review import review, summarised
from trueline.toolkit import load_toolkit
from trueline.web.designs.related import legal_reviews
from trueline.web.documents import recounting, store
from trueline.web.documents.actions import archiving, keeping

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


def titled(title: str):
    return lambda document: document.model_copy(update={"title": title})


def test_lists_count_a_programme_anew_when_the_law_that_it_names_changes(cast, keep):
    programme = keep(PROGRAMME)

    def recounted() -> int:
        """How many are counted anew, after which what lists say is what the review says."""
        count = recounting.recount()
        document = store.document_of(programme)
        findings = review(
            document,
            load_toolkit(),
            related=legal_reviews(programme.organisation_id, document).documents,
            on=timezone.localdate(),
        )
        severities, entry = summarised(findings).severities, programme.entry
        entry.refresh_from_db()
        counts = entry.errors, entry.warnings, entry.open_questions
        assert counts == tuple(severities[each] for each in ("error", "warning", "note"))
        return count

    assert recounted() == 0
    law = keep(LAW)
    assert recounted() == 1
    keep(LegalReview(title="Another law"))
    keep(Design(title="Law of Oresia"))
    store.create(by=cast.outsider, organisation=cast.elsewhere, document=LAW, origin="blank")
    assert recounted() == 0
    place = "rights[right-shelter]"
    judged = {"address": place, "edit": lambda d: set_field(d, f"{place}.in_law", "not-provided")}
    change(law.pk, by=cast.editor, **judged)
    assert recounted() == 1
    for title in ("Some other law", "LAW of Oresia"):
        change(law.pk, by=cast.editor, address="", edit=titled(title))
        assert recounted() == 1
    law.refresh_from_db()
    for act in (
        lambda: keeping.mark_template(law, by=cast.editor, is_template=True),
        lambda: keeping.mark_template(law, by=cast.editor, is_template=False),
        lambda: archiving.archive(law, by=cast.editor),
        lambda: archiving.unarchive(law, by=cast.editor),
    ):
        act()
        assert recounted() == 1
