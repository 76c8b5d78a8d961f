"""What holds for the review of any design that the models accept."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.design.strategies import designs
from tests.review.seeded import examples
from trueline.design import Design
from trueline.document import Document, resolve
from trueline.document.editing import set_field
from trueline.language.term_types import Remedy, Sort
from trueline.review import Finding, Rule, all_rules, review, summarised
from trueline.review.finding import REMEDIES, SEVERITIES
from trueline.toolkit import load_toolkit

patient = settings(
    max_examples=60, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
ENDS = date(2030, 6, 30)


def said(
    design: Document, on: date | None = None, rules: list[Rule] | None = None
) -> tuple[Finding, ...]:
    return review(design, load_toolkit(), on=on, rules=rules)


def fresh(design: Design) -> Design:
    """The same design with nothing remembered from an earlier review."""
    return Design.model_validate(design.model_dump())


@pytest.mark.slow
@patient
@given(designs())
def test_a_review_ends_points_at_places_and_says_the_same_again(design: Design) -> None:
    found = said(design)
    for finding in found:
        resolve(design, finding.path)
        assert finding.message
        assert finding.next_step
    assert said(fresh(design)) == found
    weights = [SEVERITIES.index(finding.severity) for finding in found]
    assert weights == sorted(weights)
    assert all(finding.remedy in REMEDIES for finding in found)


@pytest.mark.slow
@patient
@given(designs())
def test_no_two_findings_of_a_rule_share_a_place(design: Design) -> None:
    keys = [(finding.rule, finding.path, finding.message) for finding in said(design)]
    assert len(keys) == len(set(keys))


def with_waiver(design: Design, finding: Finding, **values: object) -> Design:
    waiver = {"rule": finding.rule, "element": finding.path, "why": "Agreed", "until": ENDS}
    kept = [w for w in design.waivers if (w.rule, w.element) != (finding.rule, finding.path)]
    return set_field(design, "waivers", [*kept, {**waiver, **values}])


@pytest.mark.slow
@patient
@given(st.sampled_from(sorted(examples())), st.data())
def test_setting_aside_takes_one_finding_out_of_those_that_stand(
    name: str, data: st.DataObject
) -> None:
    design = examples()[name]
    before = said(design)
    standing = [finding for finding in before if finding.waiver is None]
    if not standing:
        return
    chosen = data.draw(st.sampled_from(standing))
    after = said(with_waiver(design, chosen))
    left = [finding for finding in after if finding.waiver is None]
    assert left == [finding for finding in standing if finding != chosen]
    assert [(f.rule, f.path) for f in after] == [(f.rule, f.path) for f in before]


def open_draft() -> Design:
    return Design.model_validate({"activities": [{"id": "a", "kind": "support"}]})


def a_finding(design: Design) -> Finding:
    return next(finding for finding in said(design) if finding.rule == "support.few-options")


@pytest.mark.parametrize("values", [{"why": ""}, {"until": None}])
def test_without_a_reason_or_an_end_a_finding_stands_and_another_says_why(
    values: dict[str, object],
) -> None:
    design = open_draft()
    found = said(with_waiver(design, a_finding(design), **values))
    assert a_finding(with_waiver(design, a_finding(design), **values)).waiver is None
    assert "answers.waiver-without-reason-or-end" in {finding.rule for finding in found}


def test_a_waiver_ends_on_its_day() -> None:
    design = open_draft()
    waived = with_waiver(design, a_finding(design))
    rule = "support.few-options"
    on_the_day = next(f for f in said(waived, on=ENDS) if f.rule == rule)
    after = next(f for f in said(waived, on=date(2030, 7, 1)) if f.rule == rule)
    assert on_the_day.waiver is not None
    assert after.waiver is None


def test_the_summary_counts_what_stands_and_names_the_heaviest() -> None:
    design = open_draft()
    before = summarised(said(design))
    after = summarised(said(with_waiver(design, a_finding(design))))
    assert after.waived == before.waived + 1
    assert sum(after.severities.values()) == sum(before.severities.values()) - 1
    assert before.heaviest == "add"
    assert summarised([]).heaviest is None


def test_the_heaviest_rests_on_what_is_said() -> None:
    said_low = findings_with("said-badly", "modify"), findings_with("cannot-be", "add")
    empty = findings_with("not-said", "reconsider")
    assert summarised([empty, *said_low]).heaviest == "modify"
    assert summarised([empty]).heaviest == "reconsider"
    assert summarised([empty, *said_low]).sorts == {"cannot-be": 1, "said-badly": 1, "not-said": 1}


def findings_with(sort: Sort, remedy: Remedy) -> Finding:
    return replace(said(open_draft())[0], sort=sort, remedy=remedy)


def test_chosen_rules_only() -> None:
    rule = all_rules()["support.few-options"]
    found = review(open_draft(), load_toolkit(), rules=[rule])
    assert {finding.rule for finding in found} == {"support.few-options"}
