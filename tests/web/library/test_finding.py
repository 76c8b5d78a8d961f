"""Searching the library and choosing among indicators."""

from __future__ import annotations

import pytest
from django.test import Client

from trueline.toolkit import load_toolkit
from trueline.web.library.indicator_filter import Chosen, chosen_from, matching_groups


@pytest.fixture
def visitor(db) -> Client:
    return Client()


def text(visitor: Client, address: str, **query: str) -> str:
    response = visitor.get(address, query)
    assert response.status_code == 200
    return response.content.decode()


def test_words_found_are_marked(visitor):
    page = text(visitor, "/toolkit/search/", words="posters")
    assert "/toolkit/awareness.limited-evidence/" in page
    assert "<mark>" in text(visitor, "/toolkit/search/", words="displacement")


def test_a_title_that_is_the_passage_found_stands_there_once(visitor):
    said = "People who took part in an awareness session."
    page = text(visitor, "/toolkit/search/", words="awareness session", kind="indicator")
    plain = page.replace("<mark>", "").replace("</mark>", "")
    assert plain.count(said) == 1


def test_a_search_can_be_narrowed(visitor):
    page = text(visitor, "/toolkit/search/", words="training", section="justice", kind="lesson")
    hits = page.split('<ol class="hits"')[1].split("</ol>")[0]
    assert "/toolkit/justice." in hits
    assert "/toolkit/awareness." not in hits


@pytest.mark.parametrize("words", ["zxqy", '"', "NEAR(", "*", "a" * 5000, "\x00", "'; DROP"])
def test_whatever_is_typed_the_search_answers(visitor, words):
    page = text(visitor, "/toolkit/search/", words=words)
    assert "<h1" in page


def test_nothing_found_says_so_and_what_to_try(visitor):
    page = text(visitor, "/toolkit/search/", words="zxqy")
    assert "zxqy" in page
    assert "Try a plainer word" in page


def test_what_was_typed_comes_back_as_text(visitor):
    page = text(visitor, "/toolkit/search/", words="<script>alert(1)</script>")
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)" in page


def test_choices_narrow_the_indicators_and_the_address_keeps_them(visitor):
    toolkit = load_toolkit()
    chosen = Chosen(section="awareness", measure="proportion")
    groups = matching_groups(toolkit, chosen)
    wanted = [i for i in toolkit.indicators("awareness") if i.measure == "proportion"]
    assert [i for group in groups for i in group.indicators] == wanted
    page = visitor.get(f"/toolkit/indicators/?{chosen.query}").content.decode()
    assert f"{len(wanted)} indicators" in page
    assert '<option value="awareness" selected' in page


def test_without_a_choice_every_indicator_is_shown():
    toolkit = load_toolkit()
    shown = [i.id for group in matching_groups(toolkit, Chosen()) for i in group.indicators]
    assert shown == [i.id for i in toolkit.indicators()]


def test_words_narrow_indicators_too():
    toolkit = load_toolkit()
    shown = [
        i for group in matching_groups(toolkit, Chosen(words="hotline")) for i in group.indicators
    ]
    assert shown
    assert len(shown) < len(toolkit.indicators())


def test_a_choice_that_fits_nothing_says_so(visitor):
    page = text(visitor, "/toolkit/indicators/", section="no-such-section")
    assert "0 indicators" in page
    assert "Take one choice away" in page


def test_a_choice_survives_its_own_address():
    chosen = Chosen(section="justice", words="a & b=c")
    from urllib.parse import parse_qsl

    assert chosen_from(dict(parse_qsl(chosen.query))) == chosen
