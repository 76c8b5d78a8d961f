"""Filling a design with words that say nothing changes hardly anything in its review.

“TBD” in every empty text, the answer that looks best to every yes or no, budgets of nothing: a
review that tests whether a box is filled would fall silent.
"""

from collections import Counter
from typing import Any

import pytest

from tests.review.seeded import examples
from trueline.design import Design
from trueline.document import Money
from trueline.document.field_spec import field_specs
from trueline.document.fields import Part, part_fields
from trueline.review import Finding, review
from trueline.toolkit import load_toolkit

FAVOURABLE = {
    "children_status_required": False,
    "claims_attribution": False,
    "cooperation_required": False,
    "referral_depends_on_identifier": False,
    "return_mandatory": False,
    "return_only": False,
}
"""Where the answer that looks best is no."""
LEFT = {
    "claims_attribution",
    "done",
    "invented",
    "promotes_regular_migration",
    "hotline",
    "shelter",
}
LEFT |= {"children", "training", "trains_trainers", "longitudinal", "counts_people", "in_scope"}
"""What is no merit of a design, or opens further questions."""


def filled(part: Part) -> dict[str, Any]:
    """The fields of a part with nothing said in every one that was empty."""
    values: dict[str, Any] = dict(part)
    for name, spec in field_specs(type(part)).items():
        value = values[name]
        if name in part_fields(type(part)):
            values[name] = _filled_below(value, spec.base)
        elif value == "" and spec.base is str and not spec.choices and not spec.refers:
            values[name] = "TBD"
        elif value is None and spec.base is bool and name not in LEFT:
            values[name] = FAVOURABLE.get(name, True)
    return {name: values[name] for name in type(part).model_fields}


def _filled_below(value: Any, base: type) -> Any:
    if isinstance(value, tuple):
        return tuple(filled(element) for element in value)
    if value is None:
        return {"amount": 0, "currency": "EUR"} if base is Money else None
    return dict(value) if isinstance(value, Money) else filled(value)


@pytest.mark.parametrize("name", list(examples()))
def test_findings_stay_and_few_are_added(name: str) -> None:
    """Those that stay are told one by one: as many others in their place would hide that they fell silent."""
    design = examples()[name]
    before = review(design, load_toolkit())
    after = review(Design.model_validate(filled(design)), load_toolkit())
    silenced = _places(before) - _places(after)
    assert silenced.total() <= len(before) * 0.1 + 1
    assert len(after) <= len(before) * 1.1 + 2


def _places(findings: tuple[Finding, ...]) -> Counter[tuple[str, str]]:
    return Counter((finding.rule, finding.path) for finding in findings)


def test_a_draft_with_much_left_empty_keeps_nine_tenths() -> None:
    design = examples()["early-draft-oresia-coast"]
    before = review(design, load_toolkit())
    after = review(Design.model_validate(filled(design)), load_toolkit())
    assert any("TBD" in finding.message for finding in after)
    assert abs(len(after) - len(before)) < len(before) / 10
