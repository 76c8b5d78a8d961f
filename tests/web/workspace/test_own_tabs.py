"""Somebody's own earlier save is no conflict: the same is taken as saved, and other words are shown."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from trueline.design import parse_design
from trueline.web.documents import store

TEXT = """
title: Safe work
summary: Before
activities: [{id: train, kind: justice, title: Training}]
"""
FORMS = {
    "element": ("workspace:element", [], {"at": "activities[train]"}, "title"),
    "whole": ("workspace:element", [], {"at": ""}, "summary"),
    "answer": ("workspace:answer", [], {"question": "foundations.expertise"}, "text"),
    "interview": ("workspace:interview", ["summary"], {}, "summary"),
}
each_form = pytest.mark.parametrize("name", FORMS)
OTHERS = {"title": "Safe work", "stance": "addressed"}


@pytest.fixture
def record(keep):
    return keep(parse_design(TEXT).document)


@pytest.fixture
def tab(record):
    """A form, opened: `tab(client, name)` gives what sends it with a text in its field."""

    def opened(client, name: str):
        view, args, query, field = FORMS[name]
        address = reverse(view, args=[record.pk, *args], query=query)
        page = client.get(address).content.decode()
        seen = re.search(r'name="seen" value="([^"]*)"', page)[1]

        def send(text: str):
            return client.post(address, {**OTHERS, "seen": seen, field: text})

        return send

    return opened


def revisions(record) -> int:
    record.refresh_from_db()
    return record.revision


@each_form
def test_the_same_words_from_two_tabs_are_taken_as_saved(cast, record, tab, name):
    client = cast.client("editor")
    first, second = tab(client, name), tab(client, name)
    assert first("Mine").status_code == 302
    assert second("Mine").status_code == 302
    assert revisions(record) == 2


@each_form
def test_other_words_are_shown_beside_those_of_the_other_tab(cast, record, tab, name):
    client = cast.client("editor")
    first, second = tab(client, name), tab(client, name)
    first("From the first tab")
    response = second("From the second tab")
    page = response.content.decode()
    assert response.status_code == 409
    assert re.search(r"You changed this in another tab at \d\d:\d\d", page)
    assert re.search(r"<title>\s*Not saved yet:", page)
    assert "From the first tab" in page
    assert "From the second tab" in page
    assert revisions(record) == 2


@each_form
def test_saving_once_more_is_choosing_ones_own(cast, record, tab, name):
    client = cast.client("editor")
    first, second = tab(client, name), tab(client, name)
    first("From the first tab")
    page = second("From the second tab").content.decode()
    view, args, query, field = FORMS[name]
    address = reverse(view, args=[record.pk, *args], query=query)
    seen = re.search(r'name="seen" value="([^"]*)"', page)[1]
    sent = {**OTHERS, "seen": seen, field: "From the second tab"}
    assert client.post(address, sent).status_code == 302
    record.refresh_from_db()
    assert "From the second tab" in store.document_of(record).model_dump_json()


@each_form
def test_a_colleague_s_words_are_called_theirs(cast, record, tab, name):
    mine = tab(cast.client("editor"), name)
    tab(cast.client("owner"), name)("Theirs")
    page = mine("Mine").content.decode()
    assert "Owner Person changed this while you were writing" in page
    assert "You changed this in another tab" not in page


def test_what_was_changed_in_another_tab_is_looked_at_before_it_is_removed(cast, record, tab):
    client = cast.client("editor")
    remove = reverse("workspace:remove", args=[record.pk], query={"at": "activities[train]"})
    seen = re.search(r'name="seen" value="([^"]*)"', client.get(remove).content.decode())[1]
    tab(client, "element")("Mentoring")
    page = client.post(remove, {"seen": seen}, follow=True).content.decode()
    assert "You changed it in another tab." in page
    assert "Mentoring" in page
