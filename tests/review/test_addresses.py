"""Where findings stand does not depend on the order in which a team writes things down."""

import random
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.design.strategies import designs
from tests.review.cases import cases_of
from tests.review.seeded import examples
from tests.review.test_properties import patient, said, with_waiver
from trueline.design import Design
from trueline.document import Document, move_element
from trueline.review import Finding, Rule, all_rules


def reordered(value: Any, seed: int) -> Any:
    """The same data with every list of elements in another order."""
    if isinstance(value, dict):
        return {name: reordered(inner, seed) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        items = [reordered(item, seed) for item in value]
        if items and isinstance(items[0], dict):
            random.Random(seed).shuffle(items)
        return items
    return value


def places(design: Document, rules: list[Rule] | None) -> set[tuple[str, str]]:
    return {(finding.rule, finding.path) for finding in said(design, rules=rules)}


def assert_order_does_not_matter(
    design: Document, seed: int, rules: list[Rule] | None = None
) -> None:
    other = type(design).model_validate(reordered(design.model_dump(), seed))
    assert places(other, rules) == places(design, rules)


@pytest.mark.slow
@pytest.mark.parametrize("name", sorted(examples()))
def test_examples_in_another_order(name: str) -> None:
    for seed in range(3):
        assert_order_does_not_matter(examples()[name], seed)


@pytest.mark.slow
@patient
@given(designs(), st.integers())
def test_any_design_in_another_order(design: Design, seed: int) -> None:
    assert_order_does_not_matter(design, seed)


@pytest.mark.slow
def test_what_each_rule_says_of_its_cases_in_another_order() -> None:
    for rule in all_rules().values():
        for case in cases_of(rule):
            for seed in range(2):
                assert_order_does_not_matter(case.document, seed, [rule])


def two_courses() -> Design:
    return Design.model_validate(
        {
            "activities": [
                {"id": "training", "kind": "justice", "title": "The course"},
                {"id": "unit", "kind": "justice", "title": "The joint unit"},
            ]
        }
    )


RULE = "justice.cases-rest-on-testimony"
FIELD = "evidence_beyond_testimony"


def finding_of(design: Design) -> Finding:
    return next(finding for finding in said(design, date(2030, 1, 1)) if finding.rule == RULE)


@pytest.mark.parametrize("at", [f"activities[training].{FIELD}", f"activities[unit].{FIELD}"])
def test_a_waiver_at_any_activity_that_a_finding_speaks_of_holds_in_either_order(at: str) -> None:
    finding = finding_of(two_courses())
    assert finding.path == "activities"
    waived = with_waiver(two_courses(), Finding(**{**fields(finding), "path": at}))
    assert finding_of(waived).waiver is not None
    assert finding_of(move_element(waived, "activities[unit]", 0)).waiver is not None


def test_a_waiver_outlives_an_activity_that_comes_or_goes() -> None:
    both = two_courses()
    alone = both.model_copy(update={"activities": both.activities[:1]})
    assert finding_of(alone).path == f"activities[training].{FIELD}"
    of_both = with_waiver(both, finding_of(both)).waivers
    of_one = with_waiver(alone, finding_of(alone)).waivers
    assert finding_of(alone.model_copy(update={"waivers": of_both})).waiver is not None
    assert finding_of(both.model_copy(update={"waivers": of_one})).waiver is not None


def test_a_waiver_of_another_rule_or_place_does_not_count() -> None:
    design = two_courses()
    finding = finding_of(design)
    elsewhere = Finding(**{**fields(finding), "path": "activities[training]"})
    assert finding_of(with_waiver(design, elsewhere)).waiver is None
    another = Finding(**{**fields(finding), "rule": "justice.foundations-unchecked"})
    assert finding_of(with_waiver(design, another)).waiver is None


def fields(finding: Finding) -> dict[str, Any]:
    return {name: getattr(finding, name) for name in Finding.__slots__}
