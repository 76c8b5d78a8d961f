"""The review page of a design that holds nothing yet, or not all of it, says so."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from trueline.design import Design
from trueline.web.sharing import actions as sharing

NOTHING = "Nothing to review yet: no activities, results or behaviours."
SOME = {"activities": [{"id": "a", "kind": "other", "title": "Work"}]}
PATTERN = {"patterns": [{"id": "p", "title": "Fishing"}]}


@pytest.fixture
def page_of(cast, keep):
    def shown(language: str = "en", **content: object) -> str:
        record = keep(Design.model_validate({"title": "Safe paths", **content}))
        client = cast.client("reader")
        client.cookies["django_language"] = language
        return client.get(reverse("workspace:review", args=[record.pk])).content.decode()

    return shown


def test_nothing_yet(page_of):
    page = page_of()
    assert NOTHING in page
    assert "as soon as one of them is written down" in page
    assert "nothing to say of this design" not in page


def test_a_pattern_alone_is_no_design(page_of):
    page = page_of(**PATTERN)
    assert "activities, results" in page
    assert "nothing to say of this design" not in page


def test_what_is_still_empty(page_of):
    assert "Still empty: results and behaviours." in page_of(**SOME)


def test_in_the_readers_language(page_of):
    assert "Encore vide\u00a0: résultats et comportements." in page_of("fr", **SOME)


def test_by_a_link(cast, keep):
    record = keep(Design(title="Safe paths"))
    _, secret = sharing.share(
        record.revisions.get(number=1),
        by=cast.editor,
        expires=timezone.now() + timedelta(days=3),
        note="",
        with_review=True,
    )
    page = Client().get(reverse("sharing:shared", args=[secret])).content.decode()
    assert NOTHING in page
    assert "No remarks" not in page
