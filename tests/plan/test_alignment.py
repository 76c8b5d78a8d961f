"""Which programmes carry a plan, and which stand outside it."""

from __future__ import annotations

from trueline.plan import Plan
from trueline.plan.alignment import alignment

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
    assert [(p.programme, [a.id for a in p.activities], p.known) for p in made.programmes] == [
        ("Safe Work", ["a", "b"], True),
        ("Open  Books", ["a"], False),
        ("Coast", [], True),
    ]
    assert made.outside == ("Coast",)


def test_new_work_that_names_no_programme_is_carried_by_nobody() -> None:
    assert [each.id for each in alignment(PLAN, []).carried_by_nobody] == ["c"]
