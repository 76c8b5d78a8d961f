"""A long design to read: a chapter a page, every one of them within reach."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from trueline.design import parse_design
from trueline.web.documents.reading.outline import LONGEST
from trueline.web.sharing import actions as sharing

WORDS = "Long words on it. " * 300
LONG = parse_design(
    "title: Many\nsummary: What it is about\nactivities:\n"
    + "\n".join(
        f"  - {{id: t{n}, kind: justice, title: Training {n}, training: true, description: {WORDS}}}"
        for n in range(40)
    )
    + "\nresults: [{id: r, statement: Inspectors act, level: outcome}]\n"
    + "links: [{id: l, cause: t1, effect: r}]\n"
    + "external_factors: [{id: e, statement: An election}]\n"
).document


@pytest.fixture
def shared(cast, keep) -> str:
    _link, secret = sharing.share(
        keep(LONG).revisions.get(),
        by=cast.owner,
        note="",
        with_review=True,
        expires=timezone.now() + timedelta(days=3),
    )
    return reverse("sharing:shared", args=[secret])


def read(url: str) -> str:
    return Client().get(url).content.decode()


def test_each_chapter_has_its_page_and_leads_to_the_next(shared):
    page, seen = read(shared), []
    while following := re.search(r'class="onward">\s*<a href="(\?chapter=[^"]+)"', page):
        seen.append(following[1])
        page = read(shared + following[1])
    listed = re.findall(r'<li>\s*<a href="(\?chapter=[^"]+)"', page)
    assert listed[1:] == seen
    assert len(seen) >= 3


def test_the_first_page_is_light_and_the_whole_is_there_to_print(shared):
    first, whole = read(shared), read(f"{shared}?chapter=all")
    assert "Long words" not in first
    assert len(first) < LONGEST < len(whole)
    assert all(f">Training {n}<" in whole for n in range(40))


def test_a_long_chapter_has_pages_with_every_element_on_one(shared):
    pages = [read(f"{shared}?chapter=activities&page={number}") for number in (1, 2)]
    found = [re.findall(r">\s*(Training \d+)\s*<", page.partition("<main")[2]) for page in pages]
    assert [*found[0], *found[1]] == [f"Training {n}" for n in range(40)]
    assert f"(1–{len(found[0])} of 40)" in pages[0]
    assert 'href="?chapter=activities&amp;page=2' in pages[0]
    assert max(map(len, pages)) < 1.2 * LONGEST
    beyond = read(f"{shared}?chapter=activities&page=99").partition("<main")[2]
    assert re.findall(r">\s*(Training \d+)\s*<", beyond) == found[1]


def test_what_is_too_long_to_stand_on_one_page_has_none_for_all(shared, monkeypatch):
    monkeypatch.setattr("trueline.web.documents.reading.page.WHOLE", LONGEST)
    whole = read(f"{shared}?chapter=all")
    assert 'href="?chapter=all"' not in whole
    assert len(whole) < LONGEST


def test_remarks_have_pages(shared):
    last = re.findall(r'<li>\s*<a href="(\?chapter=[^"]+)"', read(shared))[-1]
    first, second = (read(f"{shared}{last}&remarks={number}") for number in (1, 2))
    remarks = [page.count('<p class="note-head">') for page in (first, second)]
    assert remarks[0] == 50
    assert 0 < remarks[1] <= 50
    assert f'href="{last}&amp;remarks=2#review"' in first


def test_the_review_stands_at_the_end(shared):
    last = re.findall(r'<li>\s*<a href="(\?chapter=[^"]+)"', read(shared))[-1]
    assert 'aria-labelledby="review"' not in read(shared)
    assert 'aria-labelledby="review"' in read(shared + last)
    assert 'aria-labelledby="review"' in read(f"{shared}?chapter=all")


@pytest.mark.parametrize("bad", ["none", "<script>", "slugs", ""])
def test_a_chapter_that_is_not_there_is_the_first(shared, bad):
    asked, first = (read(url).partition("<main")[2] for url in (f"{shared}?chapter={bad}", shared))
    assert asked == first


def test_a_short_design_stands_on_one_page(cast, keep):
    short = keep(LONG.model_copy(update={"activities": ()}))
    url = reverse("documents:revision", args=[short.pk, 1])
    page = cast.client("reader").get(url).content.decode()
    assert "?chapter=" not in page
    assert "An election" in page
