"""Which activity stands where, and who does what."""

from __future__ import annotations

from trueline.plan import Plan
from trueline.plan.coverage import coverage, who_does_what

PLAN = Plan.model_validate(
    {
        "objectives": [{"id": "free", "statement": "Free"}, {"id": "idle", "statement": "Idle"}],
        "patterns": [{"id": "debt", "title": "Debt"}, {"id": "papers", "title": "Papers"}],
        "activities": [
            {
                "id": "visit",
                "title": "Visit",
                "objective": "free",
                "pillar": "prosecution",
                "patterns": ["debt", "papers"],
                "lead": "Inspectorate",
                "partners": ["Police"],
            },
            {"id": "help", "title": "Help", "objective": "gone", "lead": "Police"},
            {"id": "tell", "title": "Tell", "objective": "free", "pillar": "prevention"},
        ],
        "indicators": [{"id": "n", "statement": "Visits", "responsible": "MoJ / MoI"}],
    }
)


def test_every_activity_stands_under_its_objective_pattern_and_pillar() -> None:
    made = coverage(PLAN)
    assert made.pillars == ("prevention", "protection", "prosecution", "partnership", None)
    rows = [
        (
            row.objective and row.objective.id,
            row.pattern and row.pattern.id,
            [[each.id for each in cell] for cell in row.cells],
        )
        for row in made.rows
    ]
    assert rows == [
        ("free", "debt", [[], [], ["visit"], [], []]),
        ("free", "papers", [[], [], ["visit"], [], []]),
        ("free", None, [["tell"], [], [], [], []]),
        ("idle", "debt", [[], [], [], [], []]),
        ("idle", "papers", [[], [], [], [], []]),
        (None, "debt", [[], [], [], [], []]),
        (None, "papers", [[], [], [], [], []]),
        (None, None, [[], [], [], [], ["help"]]),
    ]
    assert [row.is_empty for row in made.rows] == [
        False,
        False,
        False,
        True,
        True,
        True,
        True,
        False,
    ]


def test_without_patterns_each_objective_has_a_row() -> None:
    bare = PLAN.model_copy(update={"patterns": ()})
    assert [(r.objective and r.objective.id, r.pattern) for r in coverage(bare).rows] == [
        ("free", None),
        ("idle", None),
        (None, None),
    ]


def test_a_column_for_no_pillar_stands_only_where_an_activity_names_none() -> None:
    named = PLAN.model_copy(update={"activities": PLAN.activities[:1]})
    assert coverage(named).pillars == ("prevention", "protection", "prosecution", "partnership")


def test_each_body_has_what_it_leads_takes_part_in_and_measures() -> None:
    work = [
        (
            w.body,
            *([each.id for each in part] for part in (w.leads, w.takes_part, w.measures)),
            w.is_one,
        )
        for w in who_does_what(PLAN)
    ]
    assert work == [
        ("Inspectorate", ["visit"], [], [], True),
        ("Police", ["help"], ["visit"], [], True),
        ("MoJ / MoI", [], [], ["n"], False),
        ("", ["tell"], [], [], True),
    ]
