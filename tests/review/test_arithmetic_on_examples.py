"""Single faults in numbers, planted into worked examples: each is said where it stands, as of its sort.

The kind of fault matters and not its wording, so each stands for more than the rule that finds it.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests.review.seeded import examples
from trueline.design import Design
from trueline.document import set_field
from trueline.review import Finding, review
from trueline.toolkit import load_toolkit

PLANTED = [
    (
        "justice-peru-mining",
        {"activities[case-course].budget": {"amount": 20_000_000, "currency": "PEN"}},
        "activities[case-course].budget",
        ("20,000,000", "7,920,000"),
    ),
    (
        "cross-cutting-thailand-hotline",
        {"indicators[i-in-post].targets": [{"due": "2027-12-31", "value": 52}]},
        "indicators[i-in-post].targets[2027-12-31]",
        ("31 December 2027", "31 December 2028"),
    ),
    (
        "identification-ghana-volta",
        {
            "indicators[i-plan].numerator": "Children visited after a call who need help",
            "indicators[i-plan].denominator": "Plans that show the child's own wish",
        },
        "indicators[i-plan].numerator",
        ("Children visited", "Plans that show"),
    ),
    (
        "cross-cutting-thailand-hotline",
        {"activities[screening].channels": ["workplases", "detention"]},
        "activities[screening].channels",
        ("workplases", "detention"),
    ),
    (
        "livelihoods-tunisia-fernana",
        {"indicators[i-school].baseline.measured": "2031-01-31"},
        "indicators[i-school].baseline.measured",
        ("31 January 2031", "30 September 2029"),
    ),
    (
        "livelihoods-tunisia-fernana",
        {
            "indicators[i-school].targets": [
                {"due": "2028-09-30", "value": 78},
                {"due": "2029-09-30", "value": 62},
            ]
        },
        "indicators[i-school].targets[2029-09-30].value",
        ("78", "62"),
    ),
    (
        "cross-cutting-thailand-hotline",
        {"indicators[cases-owners].targets": [{"due": "2027-02-28", "value": 50}]},
        "indicators[cases-owners].targets[2027-02-28]",
        ("28 February 2027", "1 January 2028"),
    ),
    (
        "livelihoods-tunisia-fernana",
        {"indicators[i-school].baseline.value": 90},
        "indicators[i-school].targets[2029-09-30].value",
        ("90", "78"),
    ),
    (
        "awareness-nepal-gulf",
        {"indicators[visits].targets": [{"due": "2029-12-31", "value": 81_000}]},
        "indicators[visits].targets[2029-12-31].value",
        ("81,000", "8,100"),
    ),
    (
        "support-moldova-return",
        {"activities[peers].target_group": "40 social workers", "activities[peers].people": 82},
        "activities[peers].people",
        ("82", "40"),
    ),
]


def changed(design: Design, values: dict[str, Any]) -> Design:
    for address, value in values.items():
        design = set_field(design, address, value)
    return design


def said(design: Design) -> list[Finding]:
    return list(review(design, load_toolkit()))


@pytest.mark.parametrize(("name", "values", "at", "numbers"), PLANTED)
def test_it_is_said_once_with_the_numbers(
    name: str, values: dict[str, Any], at: str, numbers: tuple[str, ...]
) -> None:
    design = examples()[name]
    before = {(finding.rule, finding.path) for finding in said(design)}
    new = [f for f in said(changed(design, values)) if (f.rule, f.path) not in before]
    meant = [finding for finding in new if finding.path == at and finding.sort == "cannot-be"]
    assert len(meant) == 1
    assert all(words in meant[0].message for words in numbers)
    assert len(new) <= 2


@pytest.mark.parametrize("name", [name for name in examples() if not name.startswith("early")])
def test_no_careful_example_holds_what_cannot_be(name: str) -> None:
    assert [f for f in said(examples()[name]) if f.sort == "cannot-be"] == []
