"""The gap report: in law and in practice apart, each fact with its source, unknown never as no."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from tests.examples.texts import text_of
from trueline.document import load_any
from trueline.legal import LegalReview
from trueline.legal.checklist import checklist
from trueline.reports import ExportRequest, exports_of
from trueline.reports.pages.coverage import OF_LAW, places
from trueline.review import review
from trueline.review.audits import Line
from trueline.review.legal_audit import audit
from trueline.toolkit import load_toolkit

TOOLKIT = load_toolkit()
FOLDER = Path(__file__).parents[2] / "examples" / "legals"


@cache
def law(name: str = "oresia-law") -> LegalReview:
    document = load_any(FOLDER / f"{name}.yaml").document
    assert isinstance(document, LegalReview)
    return document


@cache
def lines(review: LegalReview) -> dict[str, Line]:
    return {line.id: line for line in audit(review, TOOLKIT, ()).lines}


def said(line: Line) -> str:
    return " ".join(answer.text for answer in line.answers)


def test_all_questions_and_indicators_have_a_line() -> None:
    asked = [*TOOLKIT.questions("legal"), *TOOLKIT.indicators("legal")]
    assert [each.id for each in asked if each.id not in lines(law())] == []
    assert len(TOOLKIT.questions("legal")) == 14


def test_every_place_of_section_five_has_a_field_and_an_audit_line() -> None:
    found = list(places(TOOLKIT, OF_LAW))
    assert {"5 L4", "5 Q7.2", "5 E5.8", "fn 32"} <= {place.ref for place in found}
    assert [place.ref for place in found if not place.fields] == []
    asked = [place for place in found if place.ref[2] in "QE" and place.ref.count(".") == 0]
    assert [place.ref for place in asked if not (place.in_audit and place.rules)] == []


def test_the_worked_example_is_whole_and_its_first_reading_is_not() -> None:
    assert review(law(), TOOLKIT) == ()
    assert len(review(law("oresia-first-reading"), TOOLKIT)) > 60


def test_in_law_and_in_practice_stand_apart_with_their_source() -> None:
    text = said(lines(law())["legal.right-remedies"])
    assert "In law: Provided. Act 14 of 2018 against trafficking in persons, Sections 33" in text
    assert "In practice: Applied. Eleven awards" in text
    assert "Judged by: Legal unit of the secretariat, 15" in text


def test_what_is_unknown_is_neither_yes_nor_no() -> None:
    begun = checklist(LegalReview(countries=("NP",), route=("QA",)))
    made = lines(begun)
    (status, *_) = made["legal.domestic-workers-189"].answers
    assert status.standing == "open"
    assert "Unknown: neither yes nor no" in status.text
    assert "not confirmed by the depositary" in status.text
    (tally,) = made["overview.treaties"].answers
    assert "1 unknown" in tally.text
    assert "9 not judged yet" in said(made["overview.conducts"])


def test_agreements_are_asked_for_each_country_on_the_route() -> None:
    text = said(lines(LegalReview(route=("QA", "IN")))["legal.agreement-extradition"])
    assert text.count("nobody has looked at it yet") == 2
    refs = {each.ref for each in lines(law())["legal.labour-agreements"].answers}
    assert "fn 32" in refs


def test_recommendations_come_in_their_order_with_who_acts() -> None:
    proposals = [line for id, line in lines(law()).items() if id.startswith("proposals.")]
    assert "first" in said(proposals[0])
    assert "third" in said(proposals[-1])
    assert "Office of the Prosecutor General" in " ".join(map(said, proposals))


def test_the_law_is_listed_text_by_text() -> None:
    assert "Debt bondage: Section 121" in said(lines(law())["laws.code"])


@pytest.mark.parametrize("name", ["audit.pdf", "audit.docx", "audit.json"])
def test_it_is_made_as_a_file_that_says_what_is_made_up(name: str) -> None:
    made = exports_of("legal")[name].make(ExportRequest(law(), TOOLKIT))
    text = " ".join(text_of(name, made).split())
    assert "Section 121" in text
    assert ('"invented": true' if name.endswith("json") else "invented example") in text


def test_filling_in_twice_adds_nothing_and_changes_nothing() -> None:
    begun = checklist(
        LegalReview.model_validate(
            {"treaties": [{"item": "cedaw", "status": "signed"}], "countries": ["NP"]}
        )
    )
    assert begun.treaties[0].status == "signed"
    assert checklist(begun) == begun


def test_agreements_and_key_provisions_say_practice_gap_and_who_judged() -> None:
    def line(word: str) -> dict[str, str]:
        return {
            "in_law": "partly",
            "in_practice": "not-applied",
            "practice": f"The {word} ministry has sent no request since 2020.",
            "quotation": f"Each Party extradites whom {word} courts ask for. " * 12 + "End.",
            "gap": f"The {word} list lacks a central authority.",
            "recommendation": f"Name a {word} desk.",
            "judged_by": "Legal unit",
        }

    extradition = {"item": "agreement-extradition"}
    provision = {"id": "one", "title": "An offence", "treaty": "tip-protocol"}
    judged = LegalReview.model_validate(
        {
            "agreements": [
                {**extradition, "country": "QA", **line("eastern")},
                {**extradition, "country": "IN", **line("northern")},
            ],
            "incorporation": [{**provision, **line("southern")}],
        }
    )
    made = lines(judged)
    for id, words in (
        ("legal.agreement-extradition", ("eastern", "northern")),
        ("legal.provisions-incorporated", ("southern",)),
    ):
        text = said(made[id])
        for word in words:
            assert f"in practice: Not applied. The {word} ministry has sent no request" in text
            assert f"gap: The {word} list lacks" in text
            assert f"recommendation: Name a {word} desk." in text
            assert text.count(f"whom {word} courts ask for. End.") == 1
        assert text.count("Judged by: Legal unit") == 1


def test_a_country_on_the_route_that_nobody_looked_at_is_named() -> None:
    text = said(lines(LegalReview(route=("QA",)))["legal.agreement-extradition"])
    assert "Extradition, Qatar: nobody has looked at it yet." in text


def test_reservations_are_asked_of_those_that_are_party() -> None:
    def text(**treaty: str) -> str:
        values = {"item": "cedaw", **treaty}
        return said(lines(LegalReview.model_validate({"treaties": [values]}))["legal.cedaw"])

    assert "Reservations and declarations: not said yet" in text(status="party")
    for status in ("not-party", "unknown", "signed"):
        assert "Reservations" not in text(status=status)
    assert "Reservations and declarations: Article 9." in text(
        status="signed", reservations="Article 9."
    )
    assert "Signed on: 1980-07-17" in text(status="party", signed_on="1980-07-17")
