"""Addresses of version 0.1.0 lead to where their pages are now."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("old", "now"),
    [
        ("", ""),
        ("step/activities/?", "step/activities/"),
        ("element/?at=activities/a&x=é", "element/?at=activities%2Fa&x=%C3%A9"),
        ("answer/?question=q-1&activity=a", "answer/?question=q-1&item=a"),
        ("history/3/", "history/3/"),
    ],
)
def test_a_page_of_a_design(cast, record, old, now):
    answer = cast.client("reader").get(f"/designs/{record.pk}/{old}")
    assert answer.status_code == 301
    assert answer["Location"] == f"/documents/{record.pk}/{now}"


def test_lists(cast):
    reader = cast.client("reader")
    assert reader.get("/designs/").status_code == 200
    assert reader.get("/designs/mentions/")["Location"] == "/mentions/"


def test_the_address_above_all_documents_leads_to_a_list(cast):
    answer = cast.client("reader").get("/documents/")
    assert (answer.status_code, answer["Location"]) == (302, "/designs/")
