"""The terms of reference say what the design says, and whether it is ready for an impact study."""

from __future__ import annotations

from datetime import date

import pytest

from tests.examples.texts import text_of
from trueline.design import Design
from trueline.reports.design.evaluating.readiness import is_ready, readiness
from trueline.reports.exports.export import ExportRequest
from trueline.reports.exports.registry import exports_of
from trueline.toolkit import load_toolkit

READY = {
    "title": "Safe work",
    "phase": "mature",
    "results": [
        {"id": "know", "statement": "Inspectors know the signs", "level": "output"},
        {"id": "act", "statement": "Inspectors act on signs", "level": "outcome"},
        {"id": "less", "statement": "Fewer people are held", "level": "impact"},
    ],
    "links": [
        {
            "id": "l1",
            "cause": "know",
            "effect": "act",
            "assumptions": [{"id": "s", "verified": True}],
        },
        {"id": "l2", "cause": "act", "effect": "less"},
    ],
    "indicators": [
        {"id": "i", "statement": "Signs acted on", "result": "act", "baseline": {"value": 0}},
        {"id": "next", "statement": "Signs next door"},
    ],
    "displacement": [{"kind": "place", "watched_by": ["next"]}],
    "evaluation": {
        "studies": [
            {
                "id": "study",
                "kind": "impact",
                "longitudinal": True,
                "methods": ["quantitative", "qualitative"],
                "budget": {"amount": 90000, "currency": "EUR"},
            }
        ],
        "after_the_end": "The institute, from its own money.",
    },
}


def design(**changed: object) -> Design:
    return Design.model_validate(READY | changed)


def answers(**changed: object) -> list[bool | None]:
    return [each.holds for each in readiness(design(**changed))]


def terms(one: Design) -> str:
    export = exports_of("design")["evaluation.docx"]
    request = ExportRequest(one, load_toolkit(), on=date(2026, 3, 1))
    return text_of(export.name, export.make(request))


def test_a_mature_programme_whose_links_were_verified_is_ready():
    assert is_ready(readiness(design()))
    assert "Nothing in the design speaks against" in terms(design())


@pytest.mark.parametrize(
    ("place", "changed"),
    [
        (0, {"phase": "running"}),
        (1, {"links": READY["links"][:1]}),
        (
            2,
            {
                "links": [
                    {"id": "l", "cause": "know", "effect": "act", "assumptions": [{"id": "s"}]}
                ]
            },
        ),
        (3, {"indicators": [{"id": "i", "result": "act"}, {"id": "next"}]}),
        (4, {"displacement": [{"kind": "place"}]}),
        (
            5,
            {
                "evaluation": {
                    "studies": [{"id": "s", "kind": "impact", "methods": ["qualitative"]}]
                }
            },
        ),
        (6, {"evaluation": {}}),
        (7, {"evaluation": {}}),
    ],
)
def test_one_that_is_not_says_what_is_missing(place, changed):
    assert answers(**changed)[place] is False
    assert not is_ready(readiness(design(**changed)))
    assert "does not show yet" in terms(design(**changed))


def test_what_is_not_said_is_neither_yes_nor_no():
    nothing = Design(title="Only a title")
    assert [each.answer for each in readiness(nothing)][:4] == ["Not said"] * 4
    assert not is_ready(readiness(nothing))
    assert "The design says nothing of results yet." in terms(nothing)


def test_a_baseline_of_zero_is_a_baseline():
    assert answers()[3] is True


def test_questions_are_asked_of_each_result_by_its_level():
    said = terms(design())
    assert said.count("Does it last, and how long after the work was it looked at?") == 2
    assert said.count("Did trafficking grow less, or move elsewhere or to others?") == 1
    assert "Was it done as planned" in said
    assert "Signs acted on" in said
    assert "Baseline 0" in said
    assert "No target" in said
    assert "1 March 2026" in said
