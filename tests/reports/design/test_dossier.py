"""The dossier says what the design says: all of it, as typed, and nothing else."""

from datetime import date

import pytest
from reports.conftest import flat
from reports.designs import ARABIC, EVERY_FIELD, NAUGHTY, hostile

from trueline.design import Design
from trueline.document.fields import Part, part_fields
from trueline.reports import ExportRequest, exports_of
from trueline.review import review

EXPORTS = exports_of("design")

FORMS = (pytest.param("dossier.pdf", marks=pytest.mark.slow), "dossier.docx")
IN_WORDS = ("about", "element")
"""Addresses, which stand in the dossier as the names of what they lead to."""


@pytest.fixture(scope="module")
def said(toolkit, pdf_text, word_text):
    """The text of a dossier of a design, without its spaces."""

    def of(name: str, design: Design, **options) -> str:
        content = EXPORTS[name].make(ExportRequest(design, toolkit, **options))
        return pdf_text(content) if name.endswith("pdf") else flat(word_text(content))

    return of


def texts(part: Part):
    """Every text that a person wrote into a part."""
    for name, info in type(part).model_fields.items():
        value = getattr(part, name)
        if name in part_fields(type(part)):
            for inner in value if isinstance(value, tuple) else (value,):
                if isinstance(inner, Part):
                    yield from texts(inner)
        elif info.default == "" and name not in IN_WORDS:
            yield value


@pytest.mark.parametrize("name", FORMS)
def test_holds_every_text_of_the_design(name, said, toolkit):
    found = said(name, EVERY_FIELD, findings=review(EVERY_FIELD, toolkit)).replace("-", "")
    for text in set(texts(EVERY_FIELD)):
        for line in text.split("\n"):
            assert flat(line).replace("-", "") in found, line


@pytest.mark.parametrize("name", FORMS)
def test_what_is_typed_comes_back_as_typed_and_never_runs(name, said):
    found = said(name, hostile())
    for text in NAUGHTY:
        if text == ARABIC and name.endswith("pdf"):
            continue  # a reader of PDFs gives letters in the order in which they stand
        if not text.isascii() and name.endswith("pdf"):
            continue
        for line in text.split("\n"):
            assert flat(line) in found, line
    assert "beforeafter" in found


@pytest.mark.parametrize("name", FORMS)
def test_an_empty_design_says_that_it_says_nothing(name, said):
    found = said(name, Design())
    for matter in ("partners", "activitiesandresults", "howonewouldknow", "whenitmeasures"):
        assert f"Thedesignsaysnothingof{matter}yet." in found


@pytest.mark.parametrize("name", FORMS)
def test_zero_and_missing_are_two_things(name, said):
    indicator = {"id": "i", "statement": "Calls", "unit": "calls"}
    for baseline, expected in (
        ({"value": 0, "measured": "2027-01-31"}, "Baseline0calls,on31January2027"),
        ({"measured": "2027-01-31"}, "BaselineNotmeasuredyet;due31January2027"),
        (None, "BaselineNotsaidyet"),
    ):
        given = {"baseline": baseline} if baseline else {}
        design = Design.model_validate({"indicators": [{**indicator, **given}]})
        assert expected in said(name, design)


@pytest.mark.parametrize("name", FORMS)
def test_the_review_stands_in_it_only_where_it_is_asked_for(name, said, toolkit):
    findings = review(EVERY_FIELD, toolkit)
    step = flat(EVERY_FIELD.next_steps[0].step)
    with_review = said(name, EVERY_FIELD, findings=findings)
    assert (
        flat(findings[0].message) in with_review.replace("-", "")
        or flat(findings[0].message) in with_review
    )
    assert step in with_review
    assert step not in said(name, EVERY_FIELD)


@pytest.mark.parametrize("name", FORMS)
def test_the_cover_bears_the_day_it_is_given_and_no_other(name, said):
    assert "1May2027" in said(name, Design(), on=date(2027, 5, 1))
    assert "Dateofthisdossier" not in said(name, Design())


@pytest.mark.slow
def test_codes_become_words(said):
    design = Design.model_validate(
        {
            "countries": ["NP"],
            "displacement": [{"kind": "crime-type", "likelihood": "not-known"}],
            "behaviours": [{"id": "b", "actor_group": "potential-victims"}],
        }
    )
    found = said("dossier.pdf", design)
    for word in ("Nepal", "Anothercrime", "Notknown", "Potentialvictims"):
        assert word in found
    assert "crime-type" not in found


LEARNED = Design.model_validate(
    {
        "activities": [{"id": "a", "kind": "awareness", "title": "Talks"}],
        "results": [{"id": "r", "statement": "People know the signs.", "level": "outcome"}],
        "links": [{"id": "l", "cause": "a", "effect": "r"}],
        "indicators": [
            {"id": "own", "statement": "Our own test", "result": "r", "measures": "learning"}
        ],
    }
)


@pytest.mark.parametrize("name", FORMS)
def test_sheets_say_what_an_indicator_cannot_stand_in_for(name, said):
    """Also where an indicator was not taken from the toolkit: by what it measures."""
    found = said(name, LEARNED)
    assert flat("Never stands in for what lies beyond it: a change in behaviour.") in found
    assert flat("How likely it is that this change results in a change in behaviour.") in found
