"""Eight real reports on child labour read into legal reviews, and held against the register.

They name articles and tick conventions. Of penalties in law they say nothing: the prison terms that
stand in three of them are sentences that courts passed.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from trueline.legal import LegalReview
from trueline.legal.checklist import LINES
from trueline.legal.reading import Report, begin_from, compare, read_report
from trueline.passages.reading.opening import read_text
from trueline.passages.reading.pages import page_texts
from trueline.review import review
from trueline.toolkit import load_toolkit
from trueline.toolkit.ratifications import load_register

FOLDER = Path(__file__).parents[3] / "shared" / "data" / "documents"
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not FOLDER.exists(), reason="../shared/data is not there"),
]
COUNTRIES = {
    "Albania": "AL",
    "Cambodia": "KH",
    "Ghana": "GH",
    "Kenya": "KE",
    "Nepal": "NP",
    "Peru": "PE",
    "Philippines": "PH",
    "Ukraine": "UA",
}
FOUR = {"child-labour-182", "rights-of-the-child", "sale-of-children", "tip-protocol"}
"""The conventions of the reports' table that the toolkit names too."""

SPOKEN_OF = dict.fromkeys(COUNTRIES, FOUR) | {"Kenya": {"sale-of-children"}}
"""Kenya “has ratified most”, and the ticks of its table are drawn: what is ticked is not known."""

NAMED = {
    "Albania": (3, "Article 128/b of the Criminal Code"),
    "Cambodia": (
        4,
        "Articles 10–20 and 22 of the Law on Suppression of Human Trafficking and Sexual Exploitation",
    ),
    "Ghana": (3, "Articles 21–25 of the Labor Regulations Legislative Instrument"),
    "Kenya": (4, "Article 3 of the Counter-Trafficking in Persons Act"),
    "Nepal": (4, "Sections 3, 4, and 15 of the Human Trafficking and Transportation Control Act"),
    "Peru": (3, "Articles 129-A and 129-B of the Penal Code"),
    "Philippines": (
        4,
        "Sections 3(a), 4(k), 5, and 10 of the Expanded Anti-Trafficking in Persons Act",
    ),
    "Ukraine": (3, "Article 149 of the Criminal Code"),
}
PASSED = {
    "Albania": ("crime-child-labour", 5, {2, 5}),
    "Kenya": ("crime-trafficking", 6, {30}),
    "Peru": ("crime-trafficking", 6, {25}),
}


@cache
def read(country: str) -> Report:
    path = FOLDER / f"{country}-labour-department-2021.pdf"
    data = path.read_bytes()
    document = read_text(data, path.name)
    return read_report(document, page_texts(data, document), country)


def begun(country: str) -> LegalReview:
    started = LegalReview(countries=(COUNTRIES[country],))
    return begin_from(read(country), started, load_register(), "2021")


@pytest.mark.parametrize("country", COUNTRIES)
def test_what_is_said_of_treaties_agrees_with_the_register(country: str) -> None:
    comparisons = compare(read(country), COUNTRIES[country], load_register())
    assert {each.claim.item for each in comparisons} == SPOKEN_OF[country]
    assert {each.verdict for each in comparisons} == {"agrees"}
    findings = review(begun(country), load_toolkit())
    assert not [each for each in findings if each.rule == "treaties.differs-from-register"]


def test_signed_and_not_ratified_is_read_where_it_is_said() -> None:
    for country, page, year, status in (
        ("Kenya", 3, "2000", "signed"),
        ("Ghana", 1, "", "not-bound"),
    ):
        claim = read(country).claim("sale-of-children")
        assert claim is not None
        assert (claim.page, claim.year, claim.status) == (page, year, status)


@pytest.mark.parametrize("country", COUNTRIES)
def test_articles_have_their_page(country: str) -> None:
    page, article = NAMED[country]
    (trafficking,) = (each for each in begun(country).conducts if each.item == "crime-trafficking")
    assert f"{article}" in trafficking.article
    assert f"(p. {page})" in trafficking.article
    assert f"page {page}" in trafficking.gap
    named = {each.item for each in begun(country).conducts if each.article}
    assert {"crime-forced-labour", "crime-child-sexual-exploitation"} <= named


@pytest.mark.parametrize("country", COUNTRIES)
def test_no_report_gives_a_penalty_in_law_and_sentences_passed_stay_practice(country: str) -> None:
    conducts = begun(country).conducts
    assert {(each.minimum, each.maximum, each.penalty) for each in conducts} == {(None, None, "")}
    passed = [each for each in read(country).conducts if each.terms]
    if country not in PASSED:
        assert not passed
        return
    item, page, years = PASSED[country]
    (said,) = passed
    assert (said.item, said.what, said.page) == (item, "case", page)
    assert {term.minimum for term in said.terms} == years
    (line,) = (each for each in conducts if each.item == item)
    assert line.in_practice == "unclear"
    assert f"“{said.quote}”" in line.practice


@pytest.mark.parametrize("country", COUNTRIES)
def test_all_else_is_unclear_and_nothing_is_judged(country: str) -> None:
    started = begun(country)
    lines = [each for name in (*LINES, "incorporation") for each in getattr(started, name)]
    assert {each.in_law for each in lines} == {"unclear"}
    assert {each.in_practice for each in lines} <= {None, "unclear"}
    assert {each.judged_by for each in lines} == {""}
