"""A national plan, from file to file without loss."""

from __future__ import annotations

import json

import jsonschema
import pytest

from trueline.document import (
    document_from_json,
    document_schema,
    document_to_json,
    document_to_yaml,
    parse_any,
)
from trueline.document.field_spec import field_specs
from trueline.document.fields import models_below
from trueline.files import FileProblems
from trueline.plan import PLAN, Plan
from trueline.reports.starting import starting_file
from trueline.toolkit import load_toolkit

TEXT = """\
kind: plan
title: Plan of Oresia
lead: Ministry of the Interior
start: 2027-01-01
budget: {amount: 900000, currency: EUR}
structured_by: both
earlier_plans:
- {id: first, title: Plan of 2021, activities: 48, carried_out: 19, evaluated: false}
stakeholders:
- {id: network, title: Returned workers, sector: lived-experience, parts: [ideas, decision]}
bodies:
- {id: office, title: Secretariat, tasks: [monitoring, reporting], meets: when-needed}
evidence:
- {id: survey, title: Survey, kind: patterns-and-trends, year: 2025}
patterns:
- {id: debt, title: Debt}
objectives:
- {id: fees, statement: No worker pays to be recruited}
- {id: help, statement: Those who return get help}
activities:
- id: inspect
  title: Inspect agencies
  objective: fees
  pillar: prevention
  patterns: [debt]
  lead: Ministry of Labour
  work: action-item
  budget: {amount: 0, currency: EUR}
  payer: none-yet
  budget_lines:
  - {id: pay, title: Pay, year: 2027, amount: {amount: 0, currency: EUR}}
  priority: first
  evidence: [survey]
indicators:
- id: share
  statement: Share of agencies inspected
  activity: inspect
  level: output
  measure: proportion
  baseline: {value: 0}
  targets:
  - {due: 2028-12-31, value: 100}
- {id: debts, statement: Share of workers in debt, objective: fees}
funding:
- {id: state, source: State budget, payer: government, standing: adopted}
risks:
- {id: posts, statement: Inspectors stay, kind: assumption, activities: [inspect]}
monitoring: {how: The secretariat collects, evaluation: 2029-06-30}
"""


@pytest.fixture
def plan() -> Plan:
    return parse_any(TEXT).document


def test_what_is_written_reads_back(plan: Plan) -> None:
    assert parse_any(document_to_yaml(plan)).document == plan
    assert document_from_json(document_to_json(plan), PLAN) == plan
    jsonschema.validate(json.loads(document_to_json(plan)), json.loads(document_schema(PLAN)))


def test_a_cost_of_nothing_is_kept_apart_from_none(plan: Plan) -> None:
    (activity,) = plan.activities
    assert activity.budget is not None
    assert activity.budget.amount == 0
    assert plan.funding[0].amount is None


def test_indicators_are_found_by_what_they_measure(plan: Plan) -> None:
    ids = {id: [each.id for each in found] for id, found in plan.indicators_of.items()}
    assert ids == {"inspect": ["share"], "fees": ["debts"]}


def test_a_word_of_no_list_is_refused() -> None:
    with pytest.raises(FileProblems, match="payer"):
        parse_any("kind: plan\nactivities: [{id: a, payer: somebody}]\n")


def test_every_field_has_a_title_and_a_help() -> None:
    for model in models_below(Plan):
        for name, spec in field_specs(model).items():
            assert spec.title != name, (model, name)
            assert spec.help, (model, name)


def test_a_field_asks_each_question_of_the_section_on_plans() -> None:
    asked = {spec.asks for model in models_below(Plan) for spec in field_specs(model).values()}
    assert asked - {""} == {question.id for question in load_toolkit().questions("plans")}


def test_every_list_stands_on_a_step() -> None:
    lists = {name for name, spec in field_specs(Plan).items() if spec.is_list}
    shown = {name for step in PLAN.steps for name in step.lists}
    assert lists - shown == {"answers", "text_languages"}


def test_a_file_to_begin_with_asks_of_plans_and_not_of_programmes() -> None:
    text = starting_file(PLAN, load_toolkit())
    assert "# 9 Q6 " in text
    assert "# 1 Q1" not in text
    assert isinstance(parse_any(text).document, Plan)
