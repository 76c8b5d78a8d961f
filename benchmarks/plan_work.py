"""National plans, what many states have ratified, and the law of many countries item by item."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks.timing import Timed, timed
from trueline.document import load_document
from trueline.legal import LEGAL, LegalReview
from trueline.plan import PLAN, Plan
from trueline.reports.legal.side_by_side import rows_of, side_by_side
from trueline.reports.ratifications.matrix import matrix
from trueline.review.plan_audit import audit
from trueline.toolkit import load_toolkit
from trueline.toolkit.ratifications import load_register

PLANS = Path(__file__).parent.parent / "examples" / "plans"
LAW = Path(__file__).parent.parent / "examples" / "legals" / "oresia-law.yaml"
ACTIVITIES = COUNTRIES = 200


def run() -> Iterator[Timed]:
    plan, toolkit, register = _plan_of(ACTIVITIES), load_toolkit(), load_register()
    yield timed("audit of a plan of 200 activities", 0.030, lambda: audit(plan, toolkit))
    yield timed(
        "what 198 states have ratified, as a matrix", 0.200, lambda: matrix(register, toolkit)
    )
    laws = laws_of(COUNTRIES)
    yield timed(
        "the law of 200 countries, item by item", 0.200, lambda: rows_of(side_by_side(laws))
    )


def laws_of(count: int) -> list[LegalReview]:
    """The worked review under so many names."""
    law = load_document(LAW, LEGAL).document
    return [law.model_copy(update={"title": f"Law of country {number}"}) for number in range(count)]


def _plan_of(count: int) -> Plan:
    """The draft of 57 activities, brought to `count` by repeating them."""
    plan = load_document(PLANS / "oresia-draft.yaml", PLAN).document
    more = [
        each.model_copy(update={"id": f"{each.id}-{turn}", "title": f"{each.title} ({turn})"})
        for turn in range(count // len(plan.activities) + 1)
        for each in plan.activities
    ]
    return plan.model_copy(update={"activities": tuple(more[:count])})
