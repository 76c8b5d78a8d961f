"""The starting file of a design: one element of each sort.

Values are given only where a choice would be made for nobody: ids, the kinds that a list has one
entry for, and the three levels of results, linked, since a theory of change is hard to begin.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from trueline.design import Design
from trueline.document.field_spec import field_specs
from trueline.language import gettext_noop
from trueline.reports.starting import Beginning
from trueline.reports.starting.beginning import Values
from trueline.toolkit import Toolkit

FIRST = gettext_noop(
    "A programme design. Write what you know, in any order, and leave the rest empty: a draft always"
    " loads, and the review says what is missing."
)
EXAMPLES: dict[str, Values] = {
    "partners": {"id": "partner-1"},
    "next_steps": {"id": "step-1"},
    "waivers": {"rule": "justice.rotation-not-handled"},
    "sources": {"id": "source-1"},
    "places": {"id": "place-1"},
    "targets": {"due": "2027-12-31"},
}
"""Lists that many designs begin without: they stand in the file as comments."""


def _one_of_each_kind(list_name: str) -> list[Values]:
    model = field_specs(Design)[list_name].base
    return [{"kind": kind} for kind in field_specs(model)["kind"].choices]


def skeleton(kinds: Sequence[str], toolkit: Toolkit) -> Values:
    """The elements of a new design with activities of these kinds, by list."""
    activities = [{"id": f"{kind}-1", "kind": kind} for kind in kinds or ["other"]]
    return {
        "schema_version": 1,
        "toolkit": toolkit.head.edition,
        "patterns": [{"id": "pattern-1"}],
        "factors": [{"id": "factor-1", "pattern": "pattern-1"}],
        "strategies": _one_of_each_kind("strategies"),
        "behaviours": [{"id": "behaviour-1", "barriers": [{"id": "barrier-1"}]}],
        "displacement": _one_of_each_kind("displacement"),
        "activities": activities,
        "results": [
            {"id": "output-1", "level": "output"},
            {"id": "outcome-1", "level": "outcome", "behaviour": "behaviour-1"},
            {"id": "impact-1", "level": "impact", "change": "impact"},
        ],
        "links": list(_links([activity["id"] for activity in activities])),
        "indicators": [
            {"id": f"indicator-{number}", "result": result, "baseline": {}}
            for number, result in enumerate(("output-1", "outcome-1", "impact-1"), 1)
        ],
        "external_factors": [{"id": "external-1"}],
        "capacities": [{"id": "capacity-1"}],
        "evaluation": {"studies": [{"id": "study-1"}]},
    }


def _links(activities: list[str]) -> Iterable[Values]:
    steps = [
        *((id, "output-1") for id in activities),
        ("output-1", "outcome-1"),
        ("outcome-1", "impact-1"),
    ]
    for number, (cause, effect) in enumerate(steps, 1):
        assumptions = [{"id": f"assumption-{number}"}]
        yield {"id": f"link-{number}", "cause": cause, "effect": effect, "assumptions": assumptions}


BEGINNING = Beginning(skeleton, FIRST, EXAMPLES)
