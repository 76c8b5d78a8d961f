"""Which programmes carry a plan, and which stand outside it."""

from __future__ import annotations

import datetime

import pytest

from trueline.plan import Plan
from trueline.plan.alignment import Report, alignment, references

PLAN = Plan.model_validate(
    {
        "activities": [
            {"id": "a", "title": "Visit", "carried_by": ["Safe work", "Open  Books"]},
            {"id": "b", "title": "Tell", "carried_by": ["safe work"]},
            {"id": "c", "title": "Try"},
            {"id": "d", "title": "Meet", "work": "business-as-usual"},
        ]
    }
)


def test_programmes_stand_with_what_they_carry_and_those_outside_last() -> None:
    made = alignment(PLAN, ["Coast", "Safe Work", ""])
    assert [
        (p.programme, [a.id for a in p.activities], p.is_among_programmes) for p in made.programmes
    ] == [("Safe Work", ["a", "b"], True), ("Open  Books", ["a"], False), ("Coast", [], True)]
    assert made.outside == ("Coast",)


def test_new_work_that_names_no_programme_is_carried_by_nobody() -> None:
    assert [each.id for each in alignment(PLAN, []).carried_by_nobody] == ["c"]


def told(text: str) -> Report:
    return Report("Safe Work", datetime.date(2027, 1, 1), datetime.date(2027, 6, 30), text)


def test_a_report_refers_to_the_plan_where_it_names_it():
    plan = Plan(title="National Plan 2027")
    says = told(
        "We met. It serves the national  plan 2027 (activity 3)!\n\nNational Plan 2028 comes."
    )
    (found,) = references(plan, [told("The plan helps."), says, told("")])
    assert found.report is says
    assert found.sentences == ("It serves the national  plan 2027 (activity 3)!",)


def test_a_plan_without_a_title_is_named_by_nobody():
    assert references(Plan(), [told("Anything.")]) == ()


@pytest.mark.parametrize(
    ("title", "text", "is_named"),
    [
        ("National Plan", "It is an international planning aid.", False),
        ("National Plan", "It serves the NATIONAL PLAN.", True),
        ("Plan", "It was planned, and the plan helps.", False),
        ("Hamesha", "Hamesha guides us.", True),
        ("الخطة الوطنية", "نعمل بالخطة الوطنية.", True),
        ("خطة العمل", "نعمل بخطة العمل.", True),
        ("Plan (2027)", "See Plan (2027).", True),
    ],
)
def test_a_title_is_found_as_whole_words(title, text, is_named):
    assert bool(references(Plan(title=title), [told(text)])) is is_named
