"""Real reports read into legal reviews, with page, and held against the register of ratifications."""

from __future__ import annotations

import pytest

from tests.legal.country_reports import (
    CONVENTIONS,
    COUNTRIES,
    FOLDER,
    STANDARDS,
    laws,
    pages_of,
    ratified,
    review_of,
)
from trueline.legal import LegalReview
from trueline.legal.checklist import LINES
from trueline.review import review
from trueline.toolkit import load_toolkit
from trueline.toolkit.ratifications import load_register

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not FOLDER.exists(), reason="../shared/data is not there"),
]
LEGIBLE = {"Cambodia", "Ghana"}
"""The reports whose ticks are text; in the other six files they are drawn, and stay unknown."""


@pytest.fixture(scope="module", params=COUNTRIES)
def country(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def read(country: str) -> LegalReview:
    return review_of(country, load_register())


def test_ticks_are_read_where_they_are_text_and_left_unknown_where_not(country: str) -> None:
    said = {item: each.text for item, each in ratified(pages_of(country)).items()}
    assert said.keys() == CONVENTIONS.keys()
    assert ("?" not in said.values()) is (country in LEGIBLE)


def test_each_conduct_has_the_articles_that_the_report_names_with_the_page(
    country: str, read: LegalReview
) -> None:
    named = laws(pages_of(country))
    assert named.keys() == STANDARDS.keys()
    for item, said in named.items():
        conduct = next(each for each in read.conducts if each.item == item)
        assert conduct.article == said.text[:480] != ""
        assert f"page {said.page}" in conduct.gap


def test_all_else_is_unclear_and_nothing_is_judged(read: LegalReview) -> None:
    lines = [each for name in (*LINES, "incorporation") for each in getattr(read, name)]
    assert {each.in_law for each in lines} == {"unclear"}
    assert {each.in_practice for each in lines} == {None}
    assert all(each.minimum is each.maximum is None for each in read.conducts)


CONTRADICTIONS = {"Ghana": ["treaties[sale-of-children].status"]}
"""The report of 2021 leaves the cell empty; the register knows that Ghana has signed."""


def test_what_contradicts_the_register_is_listed(country: str, read: LegalReview) -> None:
    findings = review(read, load_toolkit())
    found = [each.path for each in findings if each.rule == "treaties.differs-from-register"]
    assert found == CONTRADICTIONS.get(country, [])
