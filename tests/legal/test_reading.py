"""What a report says of law becomes a proposal with page and quotation; what it does not say stays open."""

from __future__ import annotations

from decimal import Decimal

import pytest

from trueline.legal import Conduct, LegalReview
from trueline.legal.reading import Report, Term, begin_from, compare, read_report
from trueline.legal.reading.terms import meaning, terms
from trueline.passages.text import Block, DocumentText
from trueline.toolkit.ratifications import load_register

REGISTER = load_register()


def report(*paragraphs: str) -> Report:
    blocks = tuple(Block(text, page) for page, text in enumerate(paragraphs, 1))
    return read_report(DocumentText("report.pdf", "", blocks), paragraphs, "Nepal")


def review_of(*paragraphs: str) -> LegalReview:
    return begin_from(report(*paragraphs), LegalReview(countries=("NP",)), REGISTER, "2021")


@pytest.mark.parametrize(
    ("sentence", "minimum", "maximum"),
    [
        ("The law prescribed imprisonment for three to ten years.", 3, 10),
        ("It prescribed penalties of eight to 15 years' imprisonment.", 8, 15),
        ("Punishable with imprisonment of not less than five years and a fine of 500.", 5, None),
        ("It carries not less than five years and not more than 20 years’ imprisonment.", 5, 20),
        ("It carries imprisonment for a term of up to 15 years.", None, 15),
        ("The law provides for a sentence of between 5 and 12 years.", 5, 12),
        ("The code carries a minimum prison sentence of seven (7) years.", 7, None),
        ("It prescribed a prison term of six months to three years.", "0.5", 3),
        ("It prescribed penalties of ten years to life imprisonment.", 10, None),
        ("It prescribed 20 years' imprisonment.", 20, 20),
    ],
)
def test_prison_terms_are_read_as_numbers(
    sentence: str, minimum: float | str | None, maximum: int | None
) -> None:
    expected = Term(*(None if each is None else Decimal(each) for each in (minimum, maximum)))
    assert terms(sentence) == (expected,)


@pytest.mark.parametrize(
    "sentence",
    [
        "Children aged 10 to 15 years work in kilns, and their parents are in debt.",
        "The minimum age is 15 years, and the detention of children is prohibited.",
        "Inspectors complete two years of service before they impose penalties.",
        "The penalties were raised for the first time in ten years.",
    ],
)
def test_other_spans_of_years_are_no_prison_terms(sentence: str) -> None:
    assert terms(sentence) == ()


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("The act prescribed penalties of five to ten years' imprisonment.", "law"),
        ("A court sentenced a man to 30 years' imprisonment.", "case"),
        ("Two defendants received 5 years in prison.", "case"),
        ("Imprisonment of five years.", "open"),
        ("He was sentenced under an article punishable by ten years in prison.", "open"),
    ],
)
def test_what_the_law_sets_is_told_from_what_a_court_passed(sentence: str, expected: str) -> None:
    assert meaning(sentence) == expected


def conduct(review: LegalReview, item: str) -> Conduct:
    return next(each for each in review.conducts if each.item == item)


def test_a_penalty_goes_to_the_conduct_of_its_paragraph() -> None:
    paragraph = (
        "Section 3 of the Human Trafficking Act criminalized sex trafficking and labor trafficking."
        " It prescribed penalties of ten to 15 years' imprisonment and a fine."
    )
    review = review_of("A first page.", paragraph)
    trafficking = conduct(review, "crime-trafficking")
    assert (trafficking.minimum, trafficking.maximum) == (10, 15)
    assert trafficking.article == "Section 3 of the Human Trafficking Act (p. 2)"
    assert "“It prescribed penalties of ten to 15 years' imprisonment and a fine.”" in (
        trafficking.penalty
    )
    assert "(report.pdf, p. 2)" in trafficking.penalty
    assert trafficking.in_law == "unclear"
    assert conduct(review, "crime-slavery").penalty == ""


def test_of_two_terms_or_one_that_may_be_a_case_no_number_is_proposed() -> None:
    two = "The law prescribed for sex trafficking five to ten years in prison, and ten to 20 years."
    either = "Forced labour: imprisonment of five years."
    for text, item in ((two, "crime-trafficking"), (either, "crime-forced-labour")):
        line = conduct(review_of(text), item)
        assert line.minimum is line.maximum is None
        assert text in line.penalty


def test_a_sentence_passed_is_practice() -> None:
    line = conduct(
        review_of("A court sentenced a trafficker to 12 years in prison."), "crime-trafficking"
    )
    assert line.minimum is line.maximum is None
    assert line.penalty == ""
    assert "12 years in prison" in line.practice
    assert line.in_practice == "unclear"


def test_what_no_law_covers_is_quoted_and_not_judged() -> None:
    said = "The law does not criminally prohibit the use of children for prostitution."
    line = conduct(review_of(said), "crime-child-sexual-exploitation")
    assert line.in_law == "unclear"
    assert said in line.gap


def test_drugs_and_titles_of_other_works_are_left_alone() -> None:
    review = review_of(
        "The law prescribed ten years' imprisonment for drug trafficking.",
        "Lwanga, C. Man Jailed for 30 Years for Human Trafficking. Accessed May 2, 2021.",
    )
    assert not any(each.penalty or each.practice for each in review.conducts)


TABLE = (
    "Table 3. Ratification of International Conventions UN CRC ✓ ILO C. 182, Worst Forms of Child Labor"
    " Palermo Protocol on Trafficking in Persons ✓"
)


def test_a_tick_is_a_statement_and_a_missing_tick_is_none() -> None:
    said = report(TABLE)
    assert {each.item: each.status for each in said.treaties} == {
        "rights-of-the-child": "party",
        "tip-protocol": "party",
    }
    of_register = REGISTER.of("NP", "legal.child-labour-182").status.value
    (worst_forms,) = (each for each in review_of(TABLE).treaties if each.item == "child-labour-182")
    assert worst_forms.status == of_register


@pytest.mark.parametrize(
    ("sentence", "item", "status", "year", "verdict"),
    [
        ("Nepal ratified the Palermo Protocol in 2020.", "tip-protocol", "party", "2020", "agrees"),
        (
            "Nepal ratified the Palermo Protocol in 2011.",
            "tip-protocol",
            "party",
            "2011",
            "differs",
        ),
        (
            "Nepal has not ratified the Palermo Protocol.",
            "tip-protocol",
            "not-bound",
            "",
            "differs",
        ),
        ("Nepal has signed but not ratified CEDAW.", "cedaw", "signed", "", "differs"),
        ("Accede to the Palermo Protocol.", "tip-protocol", "not-bound", "", "differs"),
    ],
)
def test_sentences_on_treaties_are_held_against_the_register(
    sentence: str, item: str, status: str, year: str, verdict: str
) -> None:
    (each,) = compare(report(sentence), "NP", REGISTER)
    assert (each.claim.item, each.claim.status, each.claim.year, each.verdict) == (
        item,
        status,
        year,
        verdict,
    )
    (line,) = (line for line in review_of(sentence).treaties if line.item == item)
    assert (sentence in line.gap) is (verdict == "differs")
    assert line.confirmed is (verdict == "agrees")


def test_another_country_s_acts_and_other_protocols_are_left_alone() -> None:
    assert not report(
        "India ratified the Palermo Protocol in 2011.",
        "Nepal ratified the UN CRC Optional Protocol on Armed Conflict.",
    ).treaties
